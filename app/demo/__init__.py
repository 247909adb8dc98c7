"""The demo collaboration: groups, people, telescopes, policies and a source of its own, wiped by one command."""
