"""User filters: one SQL expression over the alert's columns decides who becomes a candidate."""
