"""What every sink is: where candidates go, and what it remembers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from app.errors import SkyrelayError, Unavailable
from ingest.pipeline.account import Account
from ingest.pipeline.results import ActiveFilter, AlertKey, Results


class Unstorable(SkyrelayError):
    """The sink refuses what is in the results; trying again is of no use, trying packet by packet is."""

    code = "unstorable"
    status = 422


class Stale(Unavailable):
    """What the results refer to (a filter, a stream) has changed meanwhile; work the batch through anew."""

    code = "stale"


class Sink(Protocol):
    """Takes results, batch by batch, each whole or not at all.

    Every method raises :class:`~app.errors.Unavailable` while the sink cannot be reached; the same call again is
    harmless then.
    """

    def open(self, source: str) -> None:
        """Begin a run over ``source``."""

    def known(self, keys: Collection[AlertKey]) -> set[AlertKey]:
        """Return those alerts that were stored before."""

    def filters(self, surveys: Collection[str]) -> Sequence[ActiveFilter]:
        """Return the filters to run now on alerts of these surveys."""

    def save(self, results: Results) -> Account:
        """Store a batch and its account together; return what was counted. Raises :class:`Unstorable`."""

    def finish(self) -> None:
        """End the run."""

    def close(self) -> None:
        """Let go of connections."""
