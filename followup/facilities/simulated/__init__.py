"""Simulated observatories: each one process, one site, one telescope, speaking the LCO observation portal's
API.

They are a separate party on purpose: they share no database and no code path with the follow-up service, only
HTTP and the file that says what is really in the rehearsed sky.
"""
