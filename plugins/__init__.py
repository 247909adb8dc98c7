"""Optional parts behind small typed protocols."""
