"""Benchmarks: each prints what it did, its rate, its memory, and the ratio to a named baseline of the same run."""
