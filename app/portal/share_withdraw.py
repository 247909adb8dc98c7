"""Taking back what was shared beyond the holder: never the holder's own reading, never what a policy gives by right.

What a policy gives by right is what remains when the policy is asked anew without those groups. What others have
frozen or published before stays as it is, and is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import cast, literal, select, text
from sqlalchemy.dialects.postgresql import ARRAY, BIGINT
from sqlalchemy.orm import Session

from app.access.audiences import Grant, intern
from app.access.history import Change, record
from app.access.principal import Principal
from app.portal.governed import Asked, plan_with
from app.portal.photometry_regrant import middle_of, night_of
from app.portal.share_days import Order, grants_by_audience
from app.portal.share_selection import Foreign, Selected
from app.portal.shares import Product, beyond_of, move, set_beyond
from app.tables import Audience, FrozenDataSet, PublicSourcePage, Release


@dataclass(frozen=True)
class Taken:
    """What becomes of ``n_rows`` rows of a kind for one group, stream or person.

    ``state``: withdrawn; absent (it did not read them, nor would); holder (the data are its own); policy (the sharing
    policy lets it in).
    """

    kind: str
    holder_id: int
    group_id: int | None
    stream_id: int | None
    user_id: int | None
    state: str
    n_rows: int


@dataclass(frozen=True)
class Lasting:
    """What was made of such rows while they were shared, and stays: a frozen data set, or a public page."""

    kind: str
    id: int
    name: str


@dataclass(frozen=True)
class Withdrawal:
    """What withdrawing does."""

    lines: list[Taken]
    foreign: list[Foreign]
    lasting: list[Lasting]
    n_moved: int


def plan_withdrawal(session: Session, principal: Principal, selected: Selected, order: Order) -> Withdrawal:
    """Return what :func:`withdraw` would do now; nothing is written."""
    aside = session.begin_nested()
    work = _Work(session, principal, selected, order)
    aside.rollback()
    session.expire_all()
    return work.told(selected)


def withdraw(session: Session, principal: Principal, selected: Selected, order: Order) -> Withdrawal:
    """Withdraw the selected rows from the targets of the order; return what was done."""
    work = _Work(session, principal, selected, order)
    work.carry_out()
    return work.told(selected)


class _Work:
    def __init__(self, session: Session, principal: Principal, selected: Selected, order: Order) -> None:
        self.session, self.principal, self.order, self.rows = session, principal, order, selected.mine
        before = {row.audience_id for row in self.rows}
        self.audiences = {a.id: a for a in session.scalars(select(Audience).where(Audience.id.in_(before)))}
        self.granted = grants_by_audience(session, before)
        self._known: dict[object, int] = {}
        places = [(row, self._place(row)) for row in self.rows]
        after = {place for _, place in places} - before
        self.granted |= grants_by_audience(session, after)
        self.expected = _expected(session, before | after)
        self.lines: Counter[Taken] = Counter()
        alike = Counter((row.kind, row.holder_id, row.audience_id, place) for row, place in places)
        for (kind, holder_id, audience_id, place), number in alike.items():
            self._lines(kind, holder_id, (audience_id, place), number)
        self.places: dict[str, dict[int, tuple[int, int | None]]] = {}
        for row, place in places:
            if place != row.audience_id:
                self.places.setdefault(row.kind, {})[row.id] = (place, None)

    def _place(self, row: Product) -> int:
        audience = self.audiences.get(row.audience_id)
        if audience is None:
            return row.audience_id
        by_obj = row.obj_id if audience.obj_id is not None else None
        night = night_of(row.mjd) if audience.policy_version_id is None and row.policy_version_id is not None else None
        key = (row.audience_id, row.holder_id, row.policy_version_id, row.governed_as, row.instrument_id, by_obj, night)
        if key not in self._known:
            plain = audience.policy_version_id is None
            self._known[key] = self._interned(row) if plain else self._embargo(row, audience)
        return self._known[key]

    def _interned(self, row: Product) -> int:
        have = self.granted.get(row.audience_id, frozenset())
        left = {g for g in have if not self._meant(g) or g.group_id == row.holder_id}
        if row.policy_version_id is not None and left != have:
            left |= have & self._by_right(row)
        return row.audience_id if left == have else intern(self.session, {*left, Grant(row.holder_id)})

    def _by_right(self, row: Product) -> frozenset[Grant]:
        """Whom the policy of a row that was opened beyond it lets in now."""
        asked = Asked(
            row.holder_id,
            None,
            [row.instrument_id],
            [row.mjd],
            row.stream_ids,
            version_id=row.policy_version_id,
            product=row.governed_as,
            level=row.level,
            obj_ids=[row.obj_id],
        )
        placed = plan_with(self.session, self.order.govern, asked).rows[0]
        return frozenset() if placed is None else grants_by_audience(self.session, [placed[0]])[placed[0]]

    def _meant(self, grant: Grant) -> bool:
        targets = self.order.targets
        return grant.group_id in targets.group_ids or (grant.stream_id in targets.stream_ids)

    def _embargo(self, row: Product, audience: Audience) -> int:
        extra = beyond_of(self.session, audience.id)
        gone = set(self.order.targets.group_ids) - {row.holder_id}
        if audience.asked is not None and audience.night is not None and gone & set(audience.asked):
            asked = Asked(
                row.holder_id,
                tuple(sorted(set(audience.asked) - gone)),
                [row.instrument_id],
                [middle_of(audience.night)],
                () if audience.stream_id is None else (audience.stream_id,),
                version_id=audience.policy_version_id,
                product=row.governed_as,
                level=row.level,
                obj_ids=() if audience.obj_id is None else [audience.obj_id],
            )
            placed = plan_with(self.session, self.order.govern, asked).rows[0]
            if placed is not None:
                return self._kept(audience.id, placed[0], sorted(gone))
        left = {g for g in extra if not self._meant(g)}
        return set_beyond(self.session, audience.id, left) if left != extra else audience.id

    def _kept(self, old: int, new: int, gone: list[int]) -> int:
        """Everybody else goes on reading, whatever the policy would say of them today."""
        query = text("SELECT access.keep_beyond(:old, :new, CAST(:groups AS int[]), CAST(:streams AS int[]))")
        streams = list(self.order.targets.stream_ids)
        values = {"old": old, "new": new, "groups": gone, "streams": streams}
        return int(self.session.execute(query, values).scalar_one())

    def _lines(self, kind: str, holder_id: int, moves: tuple[int, int], number: int) -> None:
        before, after = moves
        for grant in self.order.targets.grants:
            if grant.group_id == holder_id:
                state = "holder"
            elif not self._reads(before, grant):
                state = "absent"
            else:
                state = "policy" if self._reads(after, grant) else "withdrawn"
            user_id = self.order.targets.user_of(grant)
            self.lines[Taken(kind, holder_id, grant.group_id, grant.stream_id, user_id, state, 0)] += number

    def _reads(self, audience_id: int, grant: Grant) -> bool:
        """Whether the target reads, or would in time, by a grant to itself."""
        if grant.group_id is not None and (audience_id, grant.group_id) in self.expected:
            return True
        have = self.granted.get(audience_id, frozenset())
        if grant.group_id is not None:
            return any(g.group_id == grant.group_id for g in have)
        return any(g.stream_id == grant.stream_id for g in have)

    def carry_out(self) -> None:
        """Move the rows, and write down who took back what from whom."""
        targets = self.order.targets
        for kind, places in self.places.items():
            moved = [row for row in self.rows if row.kind == kind and row.id in places]
            # Who can still read is told by the new audience; who cannot any more must not be.
            move(self.session, kind, places, moved)
            by_holder: dict[int, list[int]] = {}
            for row in moved:
                by_holder.setdefault(row.holder_id, []).append(row.id)
            for holder_id, ids in by_holder.items():
                asked = {"group_ids": list(targets.group_ids), "stream_ids": list(targets.stream_ids)}
                change = Change(
                    "withdraw",
                    kind,
                    ids[0],
                    holder_id,
                    before={**self.order.told, "ids": ids, **asked},
                    why=self.order.why,
                )
                record(self.session, self.principal.user_id, change)

    def told(self, selected: Selected) -> Withdrawal:
        """Return what was decided."""
        lines = [Taken(**{**vars(line), "n_rows": number}) for line, number in self.lines.items()]
        moved = [row for row in self.rows if row.id in self.places.get(row.kind, {})]
        return Withdrawal(
            sorted(lines, key=lambda t: (t.kind, t.group_id or 0, t.stream_id or 0, t.state, t.holder_id)),
            selected.foreign,
            _lasting(self.session, moved),
            len(moved),
        )


def _expected(session: Session, audience_ids: Iterable[int]) -> set[tuple[int, int]]:
    """Return (audience, group) for every release to come."""
    wanted = select(Release.audience_id, Release.group_id).where(
        Release.audience_id.in_(set(audience_ids)), Release.done_at.is_(None)
    )
    return {(audience_id, group_id) for audience_id, group_id in session.execute(wanted)}


def _lasting(session: Session, rows: Sequence[Product]) -> list[Lasting]:
    if not rows:
        return []
    audience_ids = cast(literal(sorted({r.audience_id for r in rows}), ARRAY(BIGINT)), ARRAY(BIGINT))
    frozen = select(FrozenDataSet.id, FrozenDataSet.name).where(
        FrozenDataSet.state == "done", FrozenDataSet.input_audience_ids.op("&&")(audience_ids)
    )
    pages = select(PublicSourcePage.id, PublicSourcePage.source_id).where(
        PublicSourcePage.source_id.in_({r.obj_id for r in rows}),
        PublicSourcePage.holder_id.in_({r.holder_id for r in rows}),
    )
    found = [Lasting("frozen data set", row.id, row.name) for row in session.execute(frozen.order_by(FrozenDataSet.id))]
    made = session.execute(pages.order_by(PublicSourcePage.id))
    return found + [Lasting("public page", row.id, row.source_id) for row in made]
