"""Sharing data with more groups: what the sharing policies allow now, the rest withheld; nobody loses anything.

Photometry, spectra and photometric series are shared alike. To let in whom a policy does not let in (yet), an
administrator of the holder says why, and that is recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from app.access import audiences
from app.access.audiences import Grant
from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.governed import Asked, Plan, Planner, Withheld, plan_with
from app.portal.photometry_regrant import Meeting, grants_of, middle_of, night_of, widened
from app.portal.sharers import need_sharer
from app.tables import Audience, PhotometricSeries, Photometry, Spectrum
from app.times import mjd_of

MAX_ROWS = 10_000
"""Rows of a kind in one request; more keeps others waiting."""
_TABLES: dict[str, Any] = {"photometry": Photometry, "spectrum": Spectrum, "photometric series": PhotometricSeries}
EVENTS = {"photometry": "photometry.new", "spectrum": "spectrum.new", "photometric series": "photometric_series.new"}


@dataclass(frozen=True)
class Product:
    """What decides about who reads one measurement: its times are MJD (UTC)."""

    id: int
    obj_id: str
    instrument_id: int
    mjd: float
    audience_id: int
    holder_id: int
    owner_id: int
    policy_version_id: int | None
    stream_ids: tuple[int, ...] = ()
    kind: str = "photometry"

    @property
    def governed_as(self) -> str:
        """The policies' word for it: a series is photometry."""
        return "spectrum" if self.kind == "spectrum" else "photometry"


@dataclass(frozen=True)
class Wish:
    """With which groups, and why beyond what a policy allows (None: not beyond); ``govern`` asks the policies."""

    group_ids: Sequence[int]
    why: str | None = None
    govern: Planner | None = None


def products(session: Session, kind: str, ids: Iterable[int]) -> list[Product]:
    """Return the products of a kind with these ids; raise :class:`NotAvailableHere` for one that is not readable."""
    wanted = list(dict.fromkeys(ids))
    table = _TABLES[kind]
    time = {"photometry": "mjd", "spectrum": "observed_at", "photometric series": "mjd_mid"}[kind]
    columns = [table.id, table.obj_id, table.instrument_id, getattr(table, time).label("at"), table.audience_id,
               table.holder_id, table.owner_id, table.policy_version_id]  # fmt: skip
    if kind != "spectrum":
        columns.append(table.stream_ids)
    found = {row.id: row for row in session.execute(select(*columns).where(table.id.in_(wanted)))}
    for number in wanted:
        if number not in found:
            raise NotAvailableHere(f"There is no {kind} with the id {number} that you may read.")
    return [_product(found[number], kind) for number in wanted]


def _product(row: Any, kind: str) -> Product:
    at = row.at if isinstance(row.at, float) else mjd_of(row.at)
    streams = tuple(getattr(row, "stream_ids", None) or ())
    return Product(
        row.id, row.obj_id, row.instrument_id, at, row.audience_id, row.holder_id, row.owner_id,
        row.policy_version_id, streams, kind,
    )  # fmt: skip


def nameable(session: Session, group_ids: Iterable[int], field: str) -> list[int]:
    """Return the groups that data may be shared with; raise :class:`BadInput` for one that one cannot know of.

    That is every group one is in or can see, and everybody's group of one, by which single people are meant.
    """
    asked = list(dict.fromkeys(group_ids))
    known = set(
        session.scalars(text("SELECT access.nameable_groups(CAST(:ids AS bigint[]))"), {"ids": asked}) if asked else ()
    )
    for group_id in asked:
        if group_id not in known:
            raise BadInput(f"There is no group with the id {group_id} that you can share with.", field=field)
    return asked


def share(session: Session, principal: Principal, kind: str, rows: Sequence[Product], wish: Wish) -> list[Withheld]:
    """Let more groups read ``rows``; return what the policies withhold.

    Raises :class:`Forbidden` for rows that are neither one's own nor of a group that one administers, and for naming
    a group that one is not in for rows of others.
    """
    _may(session, principal, rows, wish.group_ids)
    if kind == "photometry":
        for holder_id in sorted({row.holder_id for row in rows}):
            need_sharer(session, principal, holder_id)
    withheld: list[Withheld] = []
    moves: dict[tuple[Meeting, Asked], list[Product]] = {}
    for batch in _alike(rows):
        asked = Asked(
            batch[0].holder_id,
            tuple(wish.group_ids),
            [r.instrument_id for r in batch],
            [r.mjd for r in batch],
            batch[0].stream_ids,
            version_id=batch[0].policy_version_id,
            product=batch[0].governed_as,
            obj_ids=[r.obj_id for r in batch],
        )
        plan = plan_with(session, wish.govern, asked)
        withheld.extend(plan.withheld)
        if plan.withheld and wish.why:
            _beyond(session, principal, kind, batch, wish)
            continue
        _plan_moves(session, batch, asked, plan, moves)
    changed = _move(session, kind, moves, wish.govern)
    beyond = bool(wish.why and withheld)
    _tell(session, principal, kind, [r for r in rows if r.id in changed], wish)
    return [] if beyond else withheld


def _may(session: Session, principal: Principal, rows: Sequence[Product], group_ids: Sequence[int]) -> None:
    if principal.is_admin:
        return
    others = [r for r in rows if r.owner_id != principal.user_id]
    if not others:
        return
    mine = set(session.scalars(text("SELECT access.my_admin_groups()")))
    for row in others:
        if row.holder_id not in mine:
            raise Forbidden("Only who uploaded this, or an administrator of its group, can share it.", id=row.id)
    audiences.need_groups(session, group_ids)


def _alike(rows: Sequence[Product]) -> list[list[Product]]:
    found: dict[tuple[Any, ...], list[Product]] = {}
    for row in rows:
        found.setdefault((row.holder_id, row.policy_version_id, row.stream_ids), []).append(row)
    return list(found.values())


def _plan_moves(
    session: Session, batch: list[Product], asked: Asked, plan: Plan, moves: dict[tuple[Meeting, Asked], list[Product]]
) -> None:
    plain = None
    # The rows and times of the request are of no use to the merging, which asks about an embargo's night.
    once = Asked(asked.holder_id, asked.group_ids, (), (), asked.stream_ids, asked.version_id, product=asked.product)
    for row, placed in zip(batch, plan.rows, strict=True):
        if placed is None and plain is None:
            plain = audiences.intern_groups(session, asked.group_ids or ())
        new = placed if placed is not None else (plain or 0, None)
        meeting = Meeting(row.audience_id, row.policy_version_id, new[0], new[1], row.instrument_id)
        moves.setdefault((meeting, once), []).append(row)


def _move(
    session: Session, kind: str, moves: dict[tuple[Meeting, Asked], list[Product]], govern: Planner | None
) -> set[int]:
    changed: set[int] = set()
    for (meeting, asked), rows in moves.items():
        values = _values(session, meeting, asked, govern)
        if values and values.get("audience_id") != meeting.audience_id:
            _update(session, kind, rows, values)
            changed.update(r.id for r in rows)
    return changed


def _values(session: Session, meeting: Meeting, asked: Asked, govern: Planner | None) -> dict[str, Any]:
    if meeting.new_version_id is None:
        grants = {*grants_of(session, [meeting.audience_id]), *(Grant(g) for g in asked.group_ids or ())}
        return {"audience_id": audiences.intern(session, grants)}
    return widened(session, meeting, asked, govern)


def _update(session: Session, kind: str, rows: Sequence[Product], values: dict[str, Any]) -> None:
    table = _TABLES[kind]
    ids = [r.id for r in rows]
    done = session.execute(update(table).where(table.id.in_(ids)).values(values).returning(table.id)).all()
    if len(done) != len(ids):
        raise Forbidden("Only who uploaded this, or an administrator of its group, can share it.")
    for obj_id in sorted({r.obj_id for r in rows}):
        announce(session, EVENTS[kind], audience_id=values["audience_id"], obj_id=obj_id)


def _beyond(session: Session, principal: Principal, kind: str, batch: list[Product], wish: Wish) -> None:
    if not principal.is_admin and batch[0].holder_id not in set(
        session.scalars(text("SELECT access.my_admin_groups()"))
    ):
        raise Forbidden(
            "Only an administrator of the group that holds these data can share them beyond their policy.",
            field="groupIDs",
        )
    by_audience: dict[int, list[Product]] = {}
    for row in batch:
        by_audience.setdefault(row.audience_id, []).append(row)
    for audience_id, rows in by_audience.items():
        grants = {*grants_of(session, [audience_id]), *(Grant(g) for g in wish.group_ids)}
        _update(session, kind, rows, {"audience_id": audiences.intern(session, grants)})
    act = {"ids": [r.id for r in batch], "group_ids": list(wish.group_ids)}
    change = Change("share beyond policy", kind, batch[0].id, batch[0].holder_id, after=act, why=wish.why)
    record(session, principal.user_id, change)


def _tell(session: Session, principal: Principal, kind: str, rows: Sequence[Product], wish: Wish) -> None:
    by_holder: dict[int, list[Product]] = {}
    for row in rows:
        by_holder.setdefault(row.holder_id, []).append(row)
    for holder_id, held in by_holder.items():
        act = {"ids": [r.id for r in held], "group_ids": list(wish.group_ids)}
        record(session, principal.user_id, Change("share", kind, held[0].id, holder_id, after=act))


def moved(session: Session, product: Product, instrument_id: int, mjd: float, govern: Planner | None) -> dict[str, Any]:
    """Return the audience of a product whose time or instrument changes, by the policies asked anew; empty: the same.

    It never opens earlier than before: one that is moved to an earlier night stays with its later one.
    """
    if instrument_id == product.instrument_id and night_of(mjd) <= night_of(product.mjd):
        return {}
    audience = session.get(Audience, product.audience_id)
    night = None if audience is None else audience.night
    if audience is not None and night is not None:
        groups = None if audience.asked is None else tuple(audience.asked)
    else:
        grants = grants_of(session, [product.audience_id])
        groups = tuple(g.group_id for g in grants if g.group_id is not None)
    asked = Asked(
        product.holder_id,
        groups,
        [instrument_id],
        [mjd if night is None else max(mjd, middle_of(night))],
        product.stream_ids,
        version_id=product.policy_version_id,
        joins=instrument_id != product.instrument_id,
        product=product.governed_as,
        obj_ids=[product.obj_id],
    )
    placed = plan_with(session, govern, asked).rows[0]
    return {} if placed is None else {"audience_id": placed[0], "policy_version_id": placed[1]}
