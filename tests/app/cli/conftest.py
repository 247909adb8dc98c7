"""Fixtures for these tests."""

from tests.ingest.pipeline.second import other_world as other_world
