"""From packets to results: decode, filter, hand to a sink; every alert accounted for."""
