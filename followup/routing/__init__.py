"""Which telescope next, and why."""
