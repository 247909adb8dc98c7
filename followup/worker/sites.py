"""What each facility says of itself now: asked at most once a poll, kept for the router and for people to see."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import structlog
from astropy.time import Time
from sqlalchemy import func
from sqlalchemy.dialects.postgresql import insert

from app.context import Context
from app.errors import SkyrelayError
from app.tables import FacilityState
from followup.conditions.sites import SITES
from followup.conditions.visibility import is_dark
from followup.facilities.model import FacilityGateway, SkyClock, TelescopeState
from followup.worker.allocations import AllocationView

log = structlog.get_logger(__name__)
REAL_SKY = SkyClock()


@dataclass(frozen=True)
class SiteState:
    """One allocation's telescope: ``open`` None means that its facility does not say."""

    open: bool | None
    why: str
    clock: SkyClock
    is_night: bool | None


class SiteBook:
    """The states of all allocations, refreshed no more often than every ``every_s`` seconds."""

    def __init__(
        self, context: Context, gateway_of: Callable[[AllocationView], FacilityGateway], every_s: float
    ) -> None:
        self.context = context
        self.gateway_of = gateway_of
        self.every_s = every_s
        self.states: dict[int, SiteState] = {}
        self._asked_at = 0.0

    def refresh(self, allocations: dict[int, AllocationView], *, now: bool = False) -> None:
        """Ask every facility how its telescopes are, unless that was done a moment ago."""
        if not now and time.monotonic() - self._asked_at < self.every_s:
            return
        self.states = {allocation.id: self._ask(allocation) for allocation in allocations.values()}
        self._asked_at = time.monotonic()
        self._keep()

    def of(self, allocation_id: int) -> SiteState:
        """Return the last known state of an allocation's telescope."""
        return self.states.get(allocation_id, SiteState(None, "not asked yet", REAL_SKY, None))

    def _ask(self, allocation: AllocationView) -> SiteState:
        try:
            gateway = self.gateway_of(allocation)
            clock = gateway.sky_clock()
            said = gateway.telescope_states()
        except SkyrelayError as error:
            return SiteState(None, error.message, REAL_SKY, None)
        relevant = [s for s in said if allocation.site in (None, s.site)]
        return SiteState(*_combine(relevant), clock, _night(allocation.site, clock))

    def _keep(self) -> None:
        if not self.states:
            return
        rows = [
            {"allocation_id": key, "open": s.open, "is_night": s.is_night, "why": s.why}
            for key, s in sorted(self.states.items())
        ]
        statement = insert(FacilityState)
        statement = statement.on_conflict_do_update(
            index_elements=["allocation_id"],
            set_={
                "open": statement.excluded.open,
                "is_night": statement.excluded.is_night,
                "why": statement.excluded.why,
                "checked_at": func.now(),
            },
        )
        with self.context.transaction() as session:
            session.execute(statement, rows)


def _combine(states: list[TelescopeState]) -> tuple[bool | None, str]:
    """Say whether any of a site's telescopes is open; nothing said means unknown, not available."""
    if not states:
        return None, "the facility says nothing of its telescopes"
    for wanted in (True, None, False):
        for state in states:
            if state.open is wanted:
                return wanted, state.why
    return None, states[0].why


def _night(site: str | None, clock: SkyClock) -> bool | None:
    if clock.always_night:
        return True
    place = SITES.get(site or "")
    if place is None:
        return None
    return bool(is_dark(place, Time.now().utc.mjd + clock.shift_s / 86_400.0))
