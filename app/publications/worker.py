"""The release service: releases and deadlines on time, obligations and conduct kept current, reminders, the broom."""

from __future__ import annotations

from datetime import UTC, datetime

from app.config import Settings
from app.policies import worker
from app.policies.retro_move import Moving
from app.portal.guests import Guesthouse
from app.portal.remind import Reminding
from app.portal.share_requests import Expiry
from app.portal.sweep import Sweeper
from app.publications.conduct_ledger import Bookkeeper
from app.publications.deadlines import Deadlines
from app.publications.overlaps import Procedures
from app.publications.owed import Keeper

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)


def serve(settings: Settings) -> None:
    """Run the release worker with the keeper of obligations, until SIGTERM or SIGINT."""
    # From the beginning: what changed while no worker ran is found in the first round.
    told = (Moving(), Deadlines(), Procedures(), Keeper(BEGINNING), Bookkeeper(), Reminding(), Guesthouse(), Expiry())
    worker.serve(settings, also=(*told, Sweeper()))
