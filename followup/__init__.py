"""Triggers out: states, routing, conditions, facilities, returns."""
