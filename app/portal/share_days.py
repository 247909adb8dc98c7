"""Sharing day by day: what a selection of rows shared with some would do, and doing it.

Both are one computation: the plan does all but moving the rows, and is rolled back. The act is one transaction with one
statement a kind that moves the rows, so that nothing is ever half shared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.access.audiences import Grant, intern
from app.access.history import Change, record
from app.access.principal import Principal
from app.portal.governed import Asked, Plan, Planner, Withheld, plan_with
from app.portal.photometry_regrant import Meeting, widened
from app.portal.share_selection import Foreign, Selected
from app.portal.share_targets import Gate, Gates, Targets
from app.portal.shares import Product, beyond, move
from app.tables import AudienceGrant


@dataclass(frozen=True)
class Line:
    """What becomes of ``n_rows`` rows of a kind for one group, stream or person.

    ``state``: now; already; withheld (until ``due_at``, or while ``waits_for``); never (beyond the policy, which an
    administrator of the holder opens by saying why); approval (``approver_id``, a group, answers first).
    """

    kind: str
    holder_id: int
    group_id: int | None
    stream_id: int | None
    user_id: int | None
    state: str
    n_rows: int
    due_at: datetime | None = None
    waits_for: str | None = None
    policy_version_id: int | None = None
    approver_id: int | None = None
    beyond: bool = False


@dataclass(frozen=True)
class Pending:
    """Rows that wait for a group's approval, and with whom they are to be shared."""

    gate: Gate
    grants: tuple[Grant, ...]
    rows: dict[str, list[int]]


@dataclass(frozen=True)
class Outcome:
    """What sharing does: line by line; rows that are not the asker's to share; what waits for approvals."""

    lines: list[Line]
    foreign: list[Foreign]
    pending: list[Pending]
    n_moved: int


@dataclass(frozen=True)
class Order:
    """With whom, and why beyond what a policy allows (None: not beyond); ``passed`` are approvals that were given."""

    targets: Targets
    govern: Planner
    why: str | None = None
    passed: tuple[Gate, ...] = ()
    told: dict[str, object] = field(default_factory=dict)


def plan(session: Session, principal: Principal, selected: Selected, order: Order) -> Outcome:
    """Return what :func:`act` would do now; nothing is written."""
    aside = session.begin_nested()
    work = _Work(session, principal, selected, order)
    work.prepare()
    aside.rollback()
    # Audiences of the plan are gone, and so must be what the session remembers of them.
    session.expire_all()
    return work.outcome(selected)


def act(session: Session, principal: Principal, selected: Selected, order: Order) -> Outcome:
    """Share; return what was done. Whoever reads a row goes on reading it."""
    work = _Work(session, principal, selected, order)
    work.prepare()
    work.carry_out()
    return work.outcome(selected)


class _Work:
    def __init__(self, session: Session, principal: Principal, selected: Selected, order: Order) -> None:
        self.session, self.principal, self.order, self.rows = session, principal, order, selected.mine
        holders = {row.holder_id for row in self.rows}
        self.gates = Gates(session, principal, holders, order.passed)
        self.chief = set(session.scalars(text("SELECT access.my_admin_groups()")))
        self.granted = grants_by_audience(session, {row.audience_id for row in self.rows})
        self.lines: Counter[Line] = Counter()
        self.pending: dict[tuple[Gate, Grant], list[Product]] = {}
        self.places: dict[str, dict[int, tuple[int, int | None]]] = {}
        self._known: dict[object, tuple[int, int | None] | None] = {}

    def prepare(self) -> None:
        """Decide about every row."""
        for batch, missing in self._batches():
            self._decide(batch, list(missing))

    def _batches(self) -> list[tuple[list[Product], tuple[Grant, ...]]]:
        """Rows alike in what decides, with whom they are not shared yet."""
        found: dict[tuple[object, ...], list[Product]] = {}
        wanted = self.order.targets.grants
        missing = {a: tuple(g for g in wanted if g not in have) for a, have in self.granted.items()}
        for row in self.rows:
            lacking = missing.get(row.audience_id, tuple(wanted))
            key = (row.kind, row.holder_id, row.policy_version_id, row.stream_ids, lacking)
            found.setdefault(key, []).append(row)
            for grant in wanted:
                if grant not in lacking:
                    self._line(row, grant, "already")
        return [(rows, key[-1]) for key, rows in found.items() if key[-1]]  # type: ignore[misc]

    def _decide(self, batch: list[Product], missing: list[Grant]) -> None:
        if not self.gates.asks_out(batch[0].holder_id):
            self._share(batch, missing)
            return
        # What a policy allows the holder has agreed to; the rest its administrators approve, before anybody else knows.
        probe = plan_with(self.session, self._planner(batch[0]), replace(self._asked(batch, ()), group_ids=None))
        for governed in (False, True):
            some = [row for row, placed in zip(batch, probe.rows, strict=True) if (placed is not None) is governed]
            if some:
                self._share(some, missing, governed)

    def _share(self, batch: list[Product], missing: list[Grant], governed: bool = True) -> None:
        free = [g for g in missing if not self._held_up(batch, g, governed)]
        groups = [g for g in free if g.group_id is not None]
        plan = plan_with(self.session, self._planner(batch[0]), self._asked(batch, groups))
        self._open([row for row, placed in zip(batch, plan.rows, strict=True) if placed is None], tuple(free))
        under = [(row, placed) for row, placed in zip(batch, plan.rows, strict=True) if placed is not None]
        if not under:
            return
        rows = [row for row, _ in under]
        late = {Grant(w.group_id) for w in plan.withheld} | {g for g in free if g.group_id is None}
        if self.order.why and late and (self.principal.is_admin or rows[0].holder_id in self.chief):
            self._beyond(rows, free)
            return
        self._withheld(rows, groups, plan)
        for grant in (g for g in free if g.group_id is None):
            self._line(rows[0], grant, "never", len(rows), policy_version_id=under[0][1][1])
        if groups:
            # The rows and times are of no use to the merging, which asks about an embargo's night.
            once = replace(self._asked(rows[:1], groups), instrument_ids=(), mjds=(), obj_ids=())
            for row, placed in under:
                self._place(row, placed, once)

    def _planner(self, row: Product) -> Planner | None:
        # Policies say nothing of who has saved a source.
        return None if row.kind == "source" else self.order.govern

    def _held_up(self, batch: Sequence[Product], grant: Grant, governed: bool) -> bool:
        gate = self.gates.before(batch[0].holder_id, grant, governed)
        if gate is None:
            return False
        self.pending.setdefault((gate, grant), []).extend(batch)
        self._line(batch[0], grant, "approval", len(batch), approver_id=gate.group_id)
        return True

    def _asked(self, batch: Sequence[Product], groups: Iterable[Grant]) -> Asked:
        first = batch[0]
        return Asked(
            first.holder_id,
            tuple(g.group_id for g in groups if g.group_id is not None),
            [r.instrument_id for r in batch],
            [r.mjd for r in batch],
            first.stream_ids,
            version_id=first.policy_version_id,
            product=first.governed_as,
            level=first.level,
            obj_ids=[r.obj_id for r in batch],
        )

    def _open(self, rows: Sequence[Product], grants: tuple[Grant, ...]) -> None:
        """Under no policy: who is named reads at once."""
        if not grants or not rows:
            return
        for row in rows:
            key = (row.audience_id, grants)
            if key not in self._known:
                have = self.granted.get(row.audience_id, frozenset())
                self._known[key] = (intern(self.session, {*have, *grants, Grant(row.holder_id)}), None)
            self._put(row, self._known[key])
        for grant in grants:
            self._line(rows[0], grant, "now", len(rows))

    def _beyond(self, rows: Sequence[Product], grants: Sequence[Grant]) -> None:
        for row in rows:
            key = ("beyond", row.audience_id)
            if key not in self._known:
                self._known[key] = (beyond(self.session, row.audience_id, grants), None)
            self._put(row, self._known[key])
        version = rows[0].policy_version_id
        for grant in grants:
            self._line(rows[0], grant, "now", len(rows), policy_version_id=version, beyond=True)

    def _withheld(self, rows: Sequence[Product], groups: Sequence[Grant], plan: Plan) -> None:
        left = {g: len(rows) for g in groups}
        for one in plan.withheld:
            grant = Grant(one.group_id)
            left[grant] = left.get(grant, 0) - one.n_rows
            self._line(
                rows[0],
                grant,
                _state(one),
                one.n_rows,
                one.due_at,
                one.waits_for,
                policy_version_id=one.policy_version_id,
            )
        for grant, number in left.items():
            if number > 0:
                self._line(rows[0], grant, "now", number, policy_version_id=rows[0].policy_version_id)

    def _place(self, row: Product, placed: tuple[int, int], asked: Asked) -> None:
        meeting = Meeting(row.audience_id, row.policy_version_id, placed[0], placed[1], row.instrument_id)
        key = (meeting, asked)
        if key not in self._known:
            self._known[key] = self._adopted(meeting) or self._widened(meeting, asked)
        self._put(row, self._known[key])

    def _adopted(self, meeting: Meeting) -> tuple[int, int | None] | None:
        """Rows that came before their policy come under it now; whoever reads them goes on doing so."""
        if meeting.version_id is not None:
            return None
        query = text("SELECT access.adopt(:old, :new)")
        ids = {"old": meeting.audience_id, "new": meeting.new_audience_id}
        found = self.session.execute(query, ids).scalar_one()
        return None if found is None else (found, meeting.new_version_id)

    def _widened(self, meeting: Meeting, asked: Asked) -> tuple[int, int | None] | None:
        values = widened(self.session, meeting, asked, self.order.govern)
        return (values["audience_id"], values.get("policy_version_id")) if values else None

    def _put(self, row: Product, place: tuple[int, int | None] | None) -> None:
        if place is not None and place[0] != row.audience_id:
            self.places.setdefault(row.kind, {})[row.id] = place

    def _line(
        self,
        row: Product,
        grant: Grant,
        state: str,
        number: int = 1,
        due_at: datetime | None = None,
        waits_for: str | None = None,
        *,
        policy_version_id: int | None = None,
        approver_id: int | None = None,
        beyond: bool = False,
    ) -> None:
        user_id = self.order.targets.user_of(grant)
        line = Line(
            row.kind, row.holder_id, grant.group_id, grant.stream_id, user_id, state, 0, due_at, waits_for,
            policy_version_id, approver_id, beyond,
        )  # fmt: skip
        self.lines[line] += number

    def carry_out(self) -> None:
        """Move the rows, and write down who shared what with whom."""
        for kind, places in self.places.items():
            moved = [row for row in self.rows if row.kind == kind and row.id in places]
            move(self.session, kind, places, moved)
            by_holder: dict[int, list[int]] = {}
            for row in moved:
                by_holder.setdefault(row.holder_id, []).append(row.id)
            for holder_id, ids in by_holder.items():
                self._record(kind, holder_id, ids)

    def _record(self, kind: str, holder_id: int, ids: list[int]) -> None:
        targets = self.order.targets
        went_beyond = any(line.beyond and line.kind == kind and line.holder_id == holder_id for line in self.lines)
        after = {
            **self.order.told,
            "ids": ids,
            "group_ids": list(targets.group_ids),
            "stream_ids": list(targets.stream_ids),
        }
        action = "share beyond policy" if went_beyond else "share"
        why = self.order.why if went_beyond else None
        record(self.session, self.principal.user_id, Change(action, kind, ids[0], holder_id, after=after, why=why))

    def outcome(self, selected: Selected) -> Outcome:
        """Return what was decided."""
        lines = [Line(**{**vars(line), "n_rows": number}) for line, number in self.lines.items()]
        return Outcome(
            sorted(lines, key=_order),
            selected.foreign,
            _joined(self.pending),
            sum(len(places) for places in self.places.values()),
        )


def grants_by_audience(session: Session, audience_ids: Iterable[int]) -> dict[int, frozenset[Grant]]:
    """Return the grants of each audience that one is in."""
    found: dict[int, set[Grant]] = {a: set() for a in audience_ids}
    wanted = select(AudienceGrant.audience_id, AudienceGrant.group_id, AudienceGrant.stream_id)
    for audience_id, group_id, stream_id in session.execute(wanted.where(AudienceGrant.audience_id.in_(found))):
        found[audience_id].add(Grant(group_id, stream_id))
    return {a: frozenset(grants) for a, grants in found.items()}


def _state(one: Withheld) -> str:
    return "withheld" if one.due_at is not None or one.waits_for is not None else "never"


def _order(line: Line) -> tuple[object, ...]:
    due = line.due_at or datetime.max.replace(tzinfo=UTC)
    return (line.kind, line.group_id or 0, line.stream_id or 0, line.state, line.holder_id, due)


def _joined(pending: dict[tuple[Gate, Grant], list[Product]]) -> list[Pending]:
    """One request for each group that answers and each set of rows."""
    by_rows: dict[tuple[Gate, frozenset[tuple[str, int]]], list[Grant]] = {}
    for (gate, grant), rows in pending.items():
        by_rows.setdefault((gate, frozenset((r.kind, r.id) for r in rows)), []).append(grant)
    found = []
    for (gate, ids), grants in by_rows.items():
        by_kind: dict[str, list[int]] = {}
        for kind, number in sorted(ids):
            by_kind.setdefault(kind, []).append(number)
        found.append(Pending(gate, tuple(grants), by_kind))
    return found
