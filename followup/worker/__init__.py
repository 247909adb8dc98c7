"""The follow-up service: looks at each trigger, asks one facility, watches, moves on."""
