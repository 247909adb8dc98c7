"""Publications: declared intentions to publish, their stages, and what they owe to whom."""
