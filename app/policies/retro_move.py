"""Moving rows to the audiences of their new terms after a retroactive change: in small batches, by the release service.

Each batch is one transaction, and what is left to do is read from the rows themselves: killed at any moment, the next
round goes on where this one was. Readers never wait for it. Rows that are not moved yet are read by those alone whom
the old and the new terms let in.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from app.access.audiences import sitewide_group_id
from app.access.history import Change, record
from app.access.notify import Notice, notify
from app.context import Context
from app.log import get_logger
from app.policies.document import Level, PolicyDocument
from app.policies.evaluate import Scope, judge, slot_json, slots_of
from app.policies.governed_rows import TABLES, Governed, scope_of, spoken_of
from app.policies.replaced import standing
from app.policies.schedule import night_of
from app.policies.worker import Clock, utc_now
from app.tables import Audience, AudienceGrant, PolicyVersion, RetroactiveChange

AT_ONCE = 5000
"""Rows that one transaction moves at most of a table."""
OBJS_AT_ONCE = 100
log = get_logger(__name__)


class Moving:
    """Goes on with retroactive changes in each round of the release service, and ends those that are done."""

    def __init__(self, clock: Clock = utc_now, at_once: int = AT_ONCE) -> None:
        self._clock, self._at_once = clock, at_once
        self._after = 0

    def __call__(self, context: Context) -> int:
        """Move what is to be moved; return how many rows that was."""
        total = 0
        while (moved := self.step(context)) is not None:
            total += moved
        return total

    def step(self, context: Context) -> int | None:
        """Move one batch, in one transaction; return how many rows it was, None where nothing is left."""
        with context.transaction() as session:
            found = _next_by_obj(session, self._clock(), self._at_once, self._after)
        if found is not None:
            # What cannot be moved from an audience does not keep the others waiting.
            self._after = self._after if found[1] else found[0]
            return found[1]
        self._after = 0
        with context.transaction() as session:
            return _next_left(session, self._clock(), self._at_once)


def _next_by_obj(session: Session, now: datetime, most: int, after: int) -> tuple[int, int] | None:
    """Move rows of the next audience under replaced terms that has any; return it with how many; None for no more."""
    query = text("SELECT * FROM access.next_to_move(:most, :after)")
    found = session.execute(query, {"most": OBJS_AT_ONCE, "after": after}).first()
    if found is None:
        return None
    # One worker an audience; another one waits here, and then finds nothing left. Uploads do not wait.
    locked = select(Audience).where(Audience.id == found.audience_id).with_for_update(key_share=True)
    audience = session.scalars(locked).one()
    holder_id = audience.holder_id or 0
    moved = 0
    for governed in TABLES:
        wanted = _Wanted([audience.policy_version_id or 0], holder_id, audience.id, list(found.obj_ids))
        moved += _place(session, governed, _rows(session, governed, wanted, most), holder_id, now)
    _progress(session, holder_id, moved)
    return audience.id, moved


def _progress(session: Session, holder_id: int, moved: int) -> None:
    c = RetroactiveChange
    going = update(c).where(c.holder_id == holder_id, c.done_at.is_(None))
    session.execute(going.values(n_moved=c.n_moved + moved))


def _next_left(session: Session, now: datetime, most: int) -> int | None:
    """Move rows that no obj leads to, and those opened beyond the policy; end the change where there are none left."""
    wanted = select(RetroactiveChange).where(RetroactiveChange.done_at.is_(None)).order_by(RetroactiveChange.id)
    change = session.scalars(wanted.limit(1).with_for_update(skip_locked=True)).first()
    if change is None:
        return None
    old = [v for v in _under(session, change) if standing(session, v, change.holder_id).id != v.id]
    for governed in TABLES:
        rows = _rows(session, governed, _Wanted([v.id for v in old], change.holder_id), most)
        if rows:
            moved = _place(session, governed, rows, change.holder_id, now)
            change.n_moved += moved
            return moved
    _end(session, change, old, now)
    return 0


def _under(session: Session, change: RetroactiveChange) -> list[PolicyVersion]:
    ids = change.from_version_ids
    query = select(PolicyVersion).where(PolicyVersion.id.in_(ids) | PolicyVersion.parts.overlap(ids))
    return list(session.scalars(query))


@dataclass(frozen=True)
class _Wanted:
    """Rows of a holder under these versions: of one audience and objs, or (None) of any."""

    versions: list[int]
    holder_id: int
    audience_id: int | None = None
    obj_ids: list[str] | None = None


_ROWS = text(
    "SELECT * FROM access.rows_to_move(:tbl, CAST(:versions AS int[]), :holder_id, CAST(:audience_id AS bigint),"
    " CAST(:obj_ids AS text[]), :most)"
)
_REPOINT = text("SELECT access.repoint(:tbl, CAST(:ids AS bigint[]), :origin, :target, :version)")
_OPEN = text(
    "SELECT access.open_embargo(:version, :holder, :night, :stream, CAST(:asked AS int[]), CAST(:place AS jsonb),"
    " CAST(:now AS int[]), CAST(:later AS jsonb))"
)
_HOLDERS_ALONE = text("SELECT access.intern_audience(ARRAY[CAST(:holder AS int)], ARRAY[NULL::int])")


def _rows(session: Session, governed: Governed, wanted: _Wanted, most: int) -> list[Any]:
    return list(session.execute(_ROWS, {"tbl": governed.table, **wanted.__dict__, "most": most}))


def _place(session: Session, governed: Governed, rows: list[Any], holder_id: int, now: datetime) -> int:
    """Bring rows to the audiences that their new terms give them; return how many."""
    versions: dict[int, PolicyVersion] = {}
    alike: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for row in rows:
        if row.policy_version_id not in versions:
            old = session.get_one(PolicyVersion, row.policy_version_id)
            versions[row.policy_version_id] = standing(session, old, holder_id)
        new = versions[row.policy_version_id]
        rows_of = governed.of_spectrum() if row.of_spectrum else governed
        about = row.obj_id if PolicyDocument.model_validate(new.document).asks_class(rows_of.product) else None
        place = (row.audience_id, new.id, about, row.instrument_id, row.level, night_of(row.came_at), rows_of)
        alike[place].append(row.id)
    moved = 0
    for (origin, version_id, obj_id, instrument_id, level, arrived, rows_of), ids in alike.items():
        audience, new = session.get_one(Audience, origin), session.get_one(PolicyVersion, version_id)
        target = origin
        if audience.policy_version_id is not None:
            said = Level(level) if level is not None else rows_of.level
            scope = scope_of(rows_of, audience, instrument_id, said, obj_id)
            target = _target(session, new, audience, scope, (audience.arrived or arrived, now))
        given = {"tbl": governed.table, "ids": ids, "origin": origin, "target": target, "version": new.id}
        moved += int(session.execute(_REPOINT, given).scalar_one())
    return moved


def _target(
    session: Session, version: PolicyVersion, audience: Audience, scope: Scope, times: tuple[date, datetime]
) -> int:
    """Return the audience of the new terms for rows of an old one; whom they let in anew is let in by a release."""
    arrived, now = times
    holder_id = audience.holder_id or 0
    document = PolicyDocument.model_validate(version.document)
    judged = judge(session, document, holder_id, spoken_of(document, scope), (audience.night or arrived, arrived))
    if judged is None:
        # The new version is silent on what came after it was confirmed: it stays its holder's until somebody decides.
        return int(session.execute(_HOLDERS_ALONE, {"holder": holder_id}).scalar_one())
    g = AudienceGrant
    kept = set(session.scalars(select(g.group_id).where(g.audience_id == audience.id)))
    slots = [
        s
        for s in slots_of(judged, holder_id, scope.asked, sitewide_group_id(session))
        if s.due_at is not None or s.awaits
    ]
    at_once = {s.group_id for s in slots if s.due_at is not None and s.due_at <= now and s.group_id in kept}
    later = [slot_json(s) for s in slots if s.group_id not in at_once]
    given = {
        "version": version.id,
        "holder": holder_id,
        "night": audience.night,
        "stream": scope.stream_id,
        "asked": None if scope.asked is None else sorted(set(scope.asked) - {holder_id}),
        "place": json.dumps(judged.place),
        "now": sorted({holder_id, *at_once}),
        "later": json.dumps(later),
    }
    return int(session.execute(_OPEN, given).scalar_one())


def _end(session: Session, change: RetroactiveChange, old: list[PolicyVersion], now: datetime) -> None:
    """All rows are moved: obligations follow them, and whoever asked for the change is told."""
    touched: set[int] = set()
    move = text("SELECT access.move_obligations(:holder, :old, :new)")
    for version in old:
        given = {"holder": change.holder_id, "old": version.id, "new": standing(session, version, change.holder_id).id}
        touched.update(session.execute(move, given).scalar_one())
    change.done_at = now
    after = {"change_id": change.id, "n_moved": change.n_moved, "publication_ids": sorted(touched)}
    done = Change("changed retroactively", "policy", change.policy_id, change.holder_id, after=after)
    record(session, None, done)
    told = f"The retroactive change of a sharing policy is done: {change.n_moved} rows are under the new version."
    if change.by_id is not None:
        notice = Notice("policy.retroactive", told, ("policy", change.policy_id), f"/policies/{change.policy_id}")
        notify(session, [change.by_id], notice)
    log.info("changed retroactively", change=change.id, rows=change.n_moved)
