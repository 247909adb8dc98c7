"""Uploads under sharing policies, as the portal asks about them.

What a policy says is ``app.policies``' business, which the portal does not import: ``app.api`` hands it over as a
:data:`Planner`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.tables import Group


@dataclass(frozen=True)
class Asked:
    """Rows of one holder, row by row their instrument (None: none) and time (MJD, UTC), and who is to read them.

    ``group_ids`` None leaves it to the policy alone. ``version_id`` is the policy version that governs them already,
    which never changes; with ``joins``, what their instrument and streams are under now meets it. ``product`` and
    ``level`` are the policies' words for what the rows are; ``obj_ids`` row by row the object, or one for all.
    """

    holder_id: int
    group_ids: tuple[int, ...] | None
    instrument_ids: Sequence[int | None]
    mjds: Sequence[float]
    stream_ids: tuple[int, ...] = ()
    version_id: int | None = None
    joins: bool = False
    product: str = "photometry"
    level: str = "reduced"
    obj_ids: Sequence[str] = ()


class Withheld(Protocol):
    """A group that was asked for and does not read ``n_rows`` rows before ``due_at``.

    None means never, unless ``waits_for`` says which event it waits for.
    """

    @property
    def group_id(self) -> int:
        """Who waits."""

    @property
    def due_at(self) -> datetime | None:
        """Until when; None means for ever."""

    @property
    def n_rows(self) -> int:
        """For how many rows."""

    @property
    def policy_version_id(self) -> int:
        """By which version of which policy."""

    @property
    def waits_for(self) -> str | None:
        """The event that lets the group in, in words."""


@dataclass(frozen=True)
class WithheldRows:
    """What several requests together withhold from a group."""

    group_id: int
    due_at: datetime | None
    n_rows: int
    policy_version_id: int
    waits_for: str | None


class Plan(Protocol):
    """For each row its (audience id, policy version id), None where no policy governs it; and what is withheld."""

    @property
    def rows(self) -> Sequence[tuple[int, int] | None]:
        """What becomes of each row."""

    @property
    def withheld(self) -> Sequence[Withheld]:
        """What does not happen yet."""


Planner = Callable[[Session, Asked], Plan]


@dataclass(frozen=True)
class Ungoverned:
    """The plan where nobody was asked about policies."""

    rows: Sequence[tuple[int, int] | None]
    withheld: Sequence[Withheld] = ()


def plan_with(session: Session, govern: Planner | None, asked: Asked) -> Plan:
    """Ask the planner, if there is one."""
    return govern(session, asked) if govern is not None else Ungoverned([None] * len(asked.mjds))


def together(withheld: Iterable[Withheld]) -> list[Withheld]:
    """Return what is withheld of several requests, one entry for each group, time and version."""
    found: dict[tuple[Any, ...], WithheldRows] = {}
    for one in withheld:
        key = (one.group_id, one.due_at, one.policy_version_id, one.waits_for)
        n_rows = one.n_rows + (found[key].n_rows if key in found else 0)
        found[key] = WithheldRows(one.group_id, one.due_at, n_rows, one.policy_version_id, one.waits_for)
    return list(found.values())


def told(session: Session, withheld: Sequence[Withheld], what: str = "point") -> str:
    """Return a sentence for each group that waits, with times in UTC; empty where nothing is withheld.

    ``what`` is the word for one of the rows.
    """
    if not withheld:
        return ""
    ids = {w.group_id for w in withheld}
    names = dict(session.execute(select(Group.id, Group.name).where(Group.id.in_(ids))).tuples().all())
    return " ".join(_sentence(w, names.get(w.group_id, f"group {w.group_id}"), what) for w in withheld)


def _sentence(one: Withheld, group: str, what: str) -> str:
    points = f"1 {what} is" if one.n_rows == 1 else f"{one.n_rows} {what}s are"
    until = "by the sharing policy"
    if one.due_at is not None:
        until = f"until {one.due_at:%Y-%m-%d %H:%M} UTC"
    elif one.waits_for is not None:
        until = f"until this is over: {one.waits_for}"
    return f"{points} withheld from {group} {until}."
