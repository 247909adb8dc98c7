"""What is wanted, as an audited state machine."""
