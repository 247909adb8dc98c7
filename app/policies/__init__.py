"""Sharing policies: what they may say, their versions, what they govern, and the releases they lead to."""
