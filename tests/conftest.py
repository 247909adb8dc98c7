"""Fixtures that any test may ask for by name."""

from hypothesis import settings

# How long an example takes says something of the machine, not of the code.
settings.register_profile("skyrelay", deadline=None)
settings.load_profile("skyrelay")

pytest_plugins = ["tests.support.postgres", "tests.support.world"]
