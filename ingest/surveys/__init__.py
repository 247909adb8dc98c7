"""What packets mean: one adapter per survey, all to one typed alert and one Arrow schema."""
