"""Sharing data with more groups: what the sharing policies allow now, the rest withheld; nobody loses anything.

Photometry, spectra and photometric series are shared alike. To let in whom a policy does not let in (yet), an
administrator of the holder says why, and that is recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import any_, cast, literal, null, select, text, type_coerce
from sqlalchemy.dialects.postgresql import ARRAY, BIGINT
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from app.access import audiences
from app.access.audiences import Grant
from app.access.history import Change, record
from app.access.outbox import announce, announce_each
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal import arrays
from app.portal.governed import Asked, Plan, Planner, Withheld, plan_with
from app.portal.photometry_regrant import Meeting, grants_of, middle_of, night_of, widened
from app.portal.sharers import need_sharer
from app.tables import (
    Annotation,
    Audience,
    Classification,
    Comment,
    PhotometricSeries,
    Photometry,
    Source,
    Spectrum,
)
from app.times import mjd_of

MAX_ROWS = 10_000
"""Rows of a kind in one request; more keeps others waiting."""
TABLES: dict[str, Any] = {
    "photometry": Photometry,
    "spectrum": Spectrum,
    "photometric series": PhotometricSeries,
    "classification": Classification,
    "annotation": Annotation,
    "comment": Comment,
    "source": Source,
}
TIMES = {"photometry": "mjd", "spectrum": "observed_at", "photometric series": "mjd_mid", "source": "saved_at"}
"""The column that says when; notes go by when they were written."""
NOTES = ("classification", "annotation", "comment")
TIMES |= dict.fromkeys(NOTES, "created_at")
EVENTS = {kind: f"{kind.replace(' ', '_')}.new" for kind in TABLES} | {"source": "source.saved"}
MOST_OBJS_TOLD = 200
"""Up to so many objs each get their own live event; beyond, one event tells of all."""


@dataclass(frozen=True)
class Product:
    """What decides about who reads one measurement: its times are MJD (UTC)."""

    id: int
    obj_id: str
    instrument_id: int | None
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
        return "photometry" if self.kind == "photometric series" else self.kind

    @property
    def level(self) -> str:
        """The policies' word for how far it is from the light: what people say of it is derived."""
        return "derived" if self.kind in NOTES else "reduced"


@dataclass(frozen=True)
class Wish:
    """With which groups, and why beyond what a policy allows (None: not beyond); ``govern`` asks the policies."""

    group_ids: Sequence[int]
    why: str | None = None
    govern: Planner | None = None


def products(session: Session, kind: str, ids: Iterable[int]) -> list[Product]:
    """Return the products of a kind with these ids; raise :class:`NotAvailableHere` for one that is not readable."""
    wanted = list(dict.fromkeys(ids))
    listed = cast(literal(wanted, ARRAY(BIGINT)), ARRAY(BIGINT))
    found = {row[0]: row for row in session.execute(select(*columns_of(kind)).where(TABLES[kind].id == any_(listed)))}
    for number in wanted:
        if number not in found:
            raise NotAvailableHere(f"There is no {kind} with the id {number} that you may read.")
    return [product_of(found[number], kind) for number in wanted]


def columns_of(kind: str) -> list[Any]:
    """Return what :func:`product_of` needs of a row of this kind, in its order."""
    table = TABLES[kind]
    more = [getattr(table, name, None) for name in ("instrument_id", "policy_version_id", "stream_ids")]
    # psycopg2 makes the list: a type would look at each id again.
    return [
        table.id, table.obj_id, getattr(table, TIMES[kind]), table.audience_id, table.holder_id, table.owner_id,
        *(null() if column is None else type_coerce(column, NullType) for column in more),
    ]  # fmt: skip


def product_of(row: Any, kind: str) -> Product:
    """Return a row of :func:`columns_of` as what decides about who reads it."""
    number, obj_id, at, audience_id, holder_id, owner_id, instrument_id, version_id, stream_ids = row
    mjd = at if isinstance(at, float) else mjd_of(at)
    streams = tuple(stream_ids) if stream_ids else ()
    return Product(
        number, obj_id, instrument_id, mjd, audience_id, holder_id, owner_id, version_id, streams, kind
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
    place = (values["audience_id"], values.get("policy_version_id"))
    move(session, kind, {r.id: place for r in rows}, rows)


def move(
    session: Session, kind: str, places: dict[int, tuple[int, int | None]], rows: Sequence[Product], told: bool = True
) -> None:
    """Give rows of a kind new audiences, and policy versions where there are any, by one statement.

    Raises :class:`Forbidden` if a single one may not be changed: then nothing was.
    """
    table = TABLES[kind].__tablename__
    version = ", policy_version_id = coalesce(m.version, t.policy_version_id)"
    # The table's name is one of ours.
    done = session.execute(
        text(
            f"WITH done AS (UPDATE {table} AS t SET audience_id = m.audience, modified = now()"  # noqa: S608
            f"{version if hasattr(TABLES[kind], 'policy_version_id') else ''} "
            "FROM unnest(CAST(:ids AS bigint[]), CAST(:audiences AS bigint[]), CAST(:versions AS int[])) "
            "AS m(id, audience, version) WHERE t.id = m.id RETURNING 1) SELECT count(*) FROM done"
        ),
        {
            "ids": arrays.integers(list(places)),
            "audiences": arrays.integers([a for a, _ in places.values()]),
            "versions": arrays.numbers([v for _, v in places.values()]),
        },
    )
    if done.scalar_one() != len(places):
        raise Forbidden("Only who uploaded this, or an administrator of its group, can share it.")
    about = sorted({(places[r.id][0], r.obj_id) for r in rows if r.id in places})
    if told and len({obj_id for _, obj_id in about}) <= MOST_OBJS_TOLD:
        announce_each(session, EVENTS[kind], about)
    elif told:
        for audience_id in sorted({a for a, _ in about}):
            announce(session, EVENTS[kind], audience_id=audience_id)


def _beyond(session: Session, principal: Principal, kind: str, batch: list[Product], wish: Wish) -> None:
    if not principal.is_admin and batch[0].holder_id not in set(
        session.scalars(text("SELECT access.my_admin_groups()"))
    ):
        raise Forbidden(
            "Only an administrator of the group that holds these data can share them beyond their policy.",
            field="groupIDs",
        )
    opened = {a: beyond(session, a, [Grant(g) for g in wish.group_ids]) for a in {r.audience_id for r in batch}}
    move(session, kind, {r.id: (opened[r.audience_id], None) for r in batch}, batch)
    act = {"ids": [r.id for r in batch], "group_ids": list(wish.group_ids)}
    change = Change("share beyond policy", kind, batch[0].id, batch[0].holder_id, after=act, why=wish.why)
    record(session, principal.user_id, change)


def beyond(session: Session, audience_id: int, more: Iterable[Grant]) -> int:
    """Return the audience that lets ``more`` in beyond what the policy of ``audience_id`` allows.

    An embargo keeps its grants and its releases to come: what the policy promises to others still happens.
    """
    audience = session.get(Audience, audience_id)
    if audience is None or audience.policy_version_id is None:
        return audiences.intern(session, {*grants_of(session, [audience_id]), *more})
    have = beyond_of(session, audience_id)
    return set_beyond(session, audience_id, have | set(more))


def beyond_of(session: Session, audience_id: int) -> set[Grant]:
    """Return who is let in beyond the policy of an embargo's audience."""
    query = text("SELECT group_ids, stream_ids FROM access.beyond_of(:audience)")
    groups, streams = session.execute(query, {"audience": audience_id}).one()
    return {*(Grant(g) for g in groups or ()), *(Grant(stream_id=s) for s in streams or ())}


def set_beyond(session: Session, audience_id: int, grants: Iterable[Grant]) -> int:
    """Return the audience of the same embargo with exactly these let in beyond its policy."""
    wanted = set(grants)
    query = text("SELECT access.set_beyond(:audience, CAST(:groups AS int[]), CAST(:streams AS int[]))")
    groups = [g.group_id for g in wanted if g.group_id is not None]
    streams = [g.stream_id for g in wanted if g.stream_id is not None]
    return int(session.execute(query, {"audience": audience_id, "groups": groups, "streams": streams}).scalar_one())


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
