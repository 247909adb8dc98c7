"""Lists of saved sources: which, in what order, how many; never more than the principal may know of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    DateTime,
    Integer,
    Select,
    Subquery,
    Text,
    and_,
    any_,
    bindparam,
    case,
    cast,
    exists,
    func,
    or_,
    select,
    text,
    true,
)
from sqlalchemy.orm import Session

from app.access.audiences import need_groups
from app.access.principal import Principal
from app.errors import BadInput, NotImplementedHere
from app.portal import arrays, kept_queries
from app.portal import list_filters as f
from app.portal.obj_details import COLUMNS, values_of, within
from app.portal.objs import in_cone
from app.tables import Annotation, Listing, Obj, Source

SORTS = ("saved_at", "id", "ra", "dec", "redshift", "origin", "alias", "tns_name", "score", "favorites")
_ID = Source.obj_id
_MOST_PROBED = 20_000
"""Saves that are looked at for one page of the default order; beyond it, all of the reader's are sorted."""


@dataclass(frozen=True)
class Saved:
    """Which save records count: of which groups, when, by whom, and in what state."""

    group_ids: list[int] | None = None
    before: datetime | None = None
    after: datetime | None = None
    by_me: bool = False
    requested: bool = False
    pending_only: bool = False


@dataclass(frozen=True)
class SourceSearch:
    """Which saved sources are wanted; None or empty means any. Angles in degrees, magnitudes AB.

    Every field beside ``saved`` and the order is one rule of :data:`RULES`.
    """

    saved: Saved = field(default_factory=Saved)
    name_part: str | None = None
    rejected_ids: list[str] = field(default_factory=list)
    cone: tuple[float, float, float] | None = None
    inside: ColumnElement[bool] | None = None
    alias: str | None = None
    origin: str | None = None
    simbad_class: str | None = None
    has_tns_name: bool | None = None
    redshift: f.Range | None = None
    detected: f.Detected | None = None
    peak_magnitude: f.Range | None = None
    latest_magnitude: f.Range | None = None
    classes: f.Classes | None = None
    spectra: f.Spectra | None = None
    followup: f.Followup | None = None
    on_list: f.OnList | None = None
    labels: f.Labels | None = None
    annotations: f.Noted | None = None
    comments: f.Noted | None = None
    changed_after: datetime | None = None
    sort_by: str = "saved_at"
    descending: bool = True


RULES: Mapping[str, Callable[[Any], ColumnElement[bool]]] = {
    "name_part": lambda part: f.called(_ID, part),
    "rejected_ids": _ID.not_in,
    "cone": lambda cone: f.at_place(_ID, in_cone(*cone)),
    "inside": lambda inside: f.at_place(_ID, inside),
    "alias": lambda part: f.alias(_ID, part),
    "origin": lambda part: f.origin(_ID, part),
    "simbad_class": lambda name: f.simbad_class(_ID, name),
    "has_tns_name": lambda wanted: f.has_tns_name(_ID, wanted),
    "redshift": lambda bounds: f.every(within("redshift", bounds, _ID)),
    "detected": lambda wanted: f.detected(_ID, wanted),
    "peak_magnitude": lambda bounds: f.peak_magnitude(_ID, bounds),
    "latest_magnitude": lambda bounds: f.latest_magnitude(_ID, bounds),
    "classes": lambda wanted: f.classes(_ID, wanted),
    "spectra": lambda wanted: f.spectra(_ID, wanted),
    "followup": lambda wanted: f.followup(_ID, wanted),
    "on_list": lambda wanted: f.on_list(_ID, wanted),
    "labels": lambda wanted: f.labels(_ID, wanted),
    "annotations": lambda wanted: f.annotated(_ID, wanted),
    "comments": lambda wanted: f.commented(_ID, wanted),
    "changed_after": lambda when: f.changed_after(_ID, when),
}
"""What each field of a search asks of a source."""


@dataclass(frozen=True)
class Page:
    """One page (``number`` from 1) of what a search found; by ``query_id`` of what an earlier one found."""

    number: int
    size: int
    keep: bool = False
    query_id: str | None = None

    def of(self, found: list[str]) -> list[str]:
        """Return the page of the whole."""
        return found[(self.number - 1) * self.size : self.number * self.size]

    def cost(self, groups: list[int]) -> int:
        """Return how many saves are looked at for it, where each group's newest are."""
        return len(groups) * self.number * self.size


@dataclass(frozen=True)
class Found:
    """The names of one page, the number of all, and where they are kept the id to turn the page with."""

    ids: list[str]
    total: int
    query_id: str | None = None


def search(session: Session, principal: Principal, wanted: SourceSearch, page: Page) -> Found:
    """Return the obj ids of one page and the number of all matches."""
    if page.keep and page.query_id:
        whole = kept_queries.recall(session, principal, page.query_id)
        if whole is not None:
            return Found(page.of(whole), len(whole), page.query_id)
    whose = _whose(session, principal, wanted.saved)
    if page.keep:
        whole = list(session.scalars(_ordered(_matching(whose, principal, wanted), principal, wanted)))
        return Found(page.of(whole), len(whole), kept_queries.keep(session, principal, whole))
    if whose is not None and not whose.left and _is_default(wanted) and page.cost(whose.groups) <= _MOST_PROBED:
        return _newest(session, whose.groups, wanted, principal, page)
    matching = _matching(whose, principal, wanted)
    ordered = _ordered(matching, principal, wanted).add_columns(func.count().over())
    rows = session.execute(ordered.limit(page.size).offset((page.number - 1) * page.size)).all()
    if rows or page.number == 1:
        return Found([row[0] for row in rows], rows[0][1] if rows else 0)
    return Found([], session.execute(select(func.count()).select_from(matching)).scalar_one())


def _is_default(wanted: SourceSearch) -> bool:
    # A region is a condition of the database's, which does not compare.
    return wanted.inside is None and wanted == SourceSearch(saved=wanted.saved)


def _newest(session: Session, groups: list[int], wanted: SourceSearch, principal: Principal, page: Page) -> Found:
    """Return a page of the order by saving, from each group's newest saves alone.

    Of the first n sources, each is among the first n of the group that saved it last. So this takes as long as there
    are groups and pages, whatever they have saved.
    """
    saved = wanted.saved
    shape = (saved.pending_only, saved.requested, saved.before is not None, saved.after is not None, saved.by_me)
    listed, total = _newest_statements(*shape)
    most = page.number * page.size
    given = {
        "groups": arrays.integers(groups), "most": most, "size": page.size, "before": most - page.size,
        "saved_before": saved.before, "saved_after": saved.after, "me": principal.user_id,
    }  # fmt: skip
    rows = session.execute(listed, given).all()
    if rows:
        return Found([row.obj_id for row in rows], rows[0].total)
    return Found([], 0 if page.number == 1 else session.execute(total, given).scalar_one())


@cache
def _newest_statements(
    pending_only: bool, requested: bool, before: bool, after: bool, by_me: bool
) -> tuple[Select[*tuple[Any, ...]], Select[int]]:
    """Return the statements of a page, each row with the total, and of the total alone."""
    state = _State(
        pending_only,
        requested,
        bindparam("saved_before", type_=DateTime(timezone=True)) if before else None,
        bindparam("saved_after", type_=DateTime(timezone=True)) if after else None,
        bindparam("me", type_=Integer) if by_me else None,
    )
    groups = cast(bindparam("groups", type_=Text), ARRAY(Integer))
    each = select(func.unnest(groups).label("group_id")).subquery()
    newest = (
        select(Source.obj_id, Source.saved_at)
        .where(Source.holder_id == each.c.group_id, *state.conditions())
        .order_by(Source.saved_at.desc(), Source.obj_id)
        .limit(bindparam("most", type_=Integer))
        .lateral()
    )
    saves = select(each.c.group_id, newest.c.obj_id, newest.c.saved_at).join(newest, true()).cte("saves")
    latest = func.max(saves.c.saved_at)
    every = (Source.holder_id == any_(groups), *state.conditions())
    # A group saves a source once. Only where several groups have saved something is a source counted that they share.
    alone = select(func.min(saves.c.group_id) == func.max(saves.c.group_id)).scalar_subquery()
    plain = select(func.count()).select_from(Source).where(*every)
    apart = select(func.count()).select_from(select(Source.obj_id).where(*every).distinct().subquery())
    total = case((alone, plain.scalar_subquery()), else_=apart.scalar_subquery()).label("total")
    listed = select(saves.c.obj_id, total).group_by(saves.c.obj_id).order_by(latest.desc(), saves.c.obj_id)
    return listed.limit(bindparam("size", type_=Integer)).offset(bindparam("before", type_=Integer)), apart


def saves(session: Session, principal: Principal, wanted: SourceSearch, page: Page) -> tuple[list[dict[str, Any]], int]:
    """Return one page of the save records themselves, and the number of all."""
    whose = _whose(session, principal, wanted.saved)
    base = select(Source).where(*_save_conditions(whose, principal, wanted.saved), *_conditions(wanted))
    total = session.execute(select(func.count()).select_from(base.subquery())).scalar_one()
    column = Source.obj_id if wanted.sort_by == "id" else Source.saved_at
    order = column.desc() if wanted.descending else column.asc()
    rows = session.scalars(base.order_by(order, Source.id).limit(page.size).offset((page.number - 1) * page.size))
    return [
        {
            "id": row.id, "created_at": row.created_at, "modified": row.modified, "obj_id": row.obj_id,
            "group_id": row.holder_id, "saved_by_id": row.owner_id, "saved_at": row.saved_at, "active": row.active,
            "requested": row.requested, "unsaved_at": row.unsaved_at,
        }
        for row in rows
    ], total  # fmt: skip


@dataclass(frozen=True)
class _Whose:
    """Whose saves are listed: those of ``groups``, and what the principal saved to groups that they have ``left``."""

    groups: list[int]
    left: list[int]
    me: int

    def condition(self) -> ColumnElement[bool]:
        theirs = Source.holder_id.in_(self.groups)
        if not self.left:
            return theirs
        # What one asked of a group that one was never in is that group's to list.
        return or_(theirs, and_(Source.owner_id == self.me, Source.holder_id.in_(self.left), Source.active))


def _whose(session: Session, principal: Principal, saved: Saved) -> _Whose | None:
    """Return whose saves are listed: the groups named, else the principal's; None for an administrator's all."""
    if saved.group_ids:
        return _Whose(need_groups(session, saved.group_ids), [], principal.user_id)
    if principal.is_admin:
        return None
    mine, left = session.execute(_MINE).one()
    return _Whose(mine, left, principal.user_id)


_MINE = text("SELECT ARRAY(SELECT access.my_groups() ORDER BY 1), ARRAY(SELECT access.my_left_groups() ORDER BY 1)")


def _save_conditions(whose: _Whose | None, principal: Principal, saved: Saved) -> list[ColumnElement[bool]]:
    saver = principal.user_id if saved.by_me else None
    conditions = _State(saved.pending_only, saved.requested, saved.before, saved.after, saver).conditions()
    # Row security lets nobody read more than this; said here, an index finds it.
    return conditions if whose is None else [whose.condition(), *conditions]


@dataclass(frozen=True)
class _State:
    """In what state a save is, when it was made and by whom: values, or parameters of a statement that is kept."""

    pending_only: bool
    requested: bool
    before: Any = None
    after: Any = None
    saver: Any = None

    def conditions(self) -> list[ColumnElement[bool]]:
        state: ColumnElement[bool] = Source.active.expression
        if self.pending_only:
            state = Source.requested.expression
        elif self.requested:
            state = or_(Source.active, Source.requested)
        found = [state]
        if self.before is not None:
            found.append(Source.saved_at <= self.before)
        if self.after is not None:
            found.append(Source.saved_at >= self.after)
        if self.saver is not None:
            found.append(Source.owner_id == self.saver)
        return found


def _conditions(wanted: SourceSearch) -> list[ColumnElement[bool]]:
    given = {one.name: getattr(wanted, one.name) for one in fields(wanted)}
    return [rule(given[name]) for name, rule in RULES.items() if given[name] is not None and given[name] != []]


def _matching(whose: _Whose | None, principal: Principal, wanted: SourceSearch) -> Subquery:
    saved = select(Source.obj_id, func.max(Source.saved_at).label("saved_at"))
    saved = saved.where(*_save_conditions(whose, principal, wanted.saved), *_conditions(wanted))
    return saved.group_by(Source.obj_id).subquery()


def _ordered(matching: Subquery, principal: Principal, wanted: SourceSearch) -> Select[str]:
    query = select(matching.c.obj_id)
    if wanted.sort_by in ("ra", "dec"):
        query = query.join(Obj, Obj.id == matching.c.obj_id)
    stated = _stated(wanted.sort_by)
    if stated is not None:
        query = query.outerjoin(stated, stated.c.obj_id == matching.c.obj_id)
    column = _sort_column(matching, principal, wanted.sort_by) if stated is None else stated.c.value
    return query.order_by(column.desc().nulls_last() if wanted.descending else column.asc().nulls_last(),
                          matching.c.obj_id)  # fmt: skip


def _stated(sort_by: str) -> Subquery | None:
    """Return what to sort by of each obj that something is known of, where that is a note: found once for all."""
    kind, _, rest = sort_by.partition(".")
    if kind == "altdata" and rest:
        return values_of("altdata", lambda value: func.jsonb_extract_path(value, *rest.split(".")))
    if kind == "annotation" and "." in rest:
        origin, _, key = rest.partition(".")
        latest = select(Annotation.obj_id, Annotation.data[key].label("value")).distinct(Annotation.obj_id)
        return latest.where(Annotation.origin == origin).order_by(Annotation.obj_id, Annotation.id.desc()).subquery()
    return values_of(sort_by) if sort_by in COLUMNS and sort_by in SORTS else None


def _sort_column(matching: Subquery, principal: Principal, sort_by: str) -> ColumnElement[Any]:
    obj_id = matching.c.obj_id
    if sort_by == "gcn_status":
        raise NotImplementedHere("Skyrelay keeps no GCN events, so nothing can be sorted by them.", field="sortBy")
    if sort_by not in SORTS:
        raise BadInput(
            f"Sources can be sorted by {', '.join(SORTS)}, altdata.<field> or annotation.<origin>.<key>.",
            field="sortBy",
        )
    if sort_by == "favorites":
        mine = (Listing.obj_id == obj_id, Listing.user_id == principal.user_id, Listing.list_name == "favorites")
        return ~exists().where(*mine)
    named: Mapping[str, ColumnElement[Any]] = {
        "saved_at": matching.c.saved_at, "id": obj_id, "ra": Obj.ra.expression, "dec": Obj.dec.expression,
    }  # fmt: skip
    return named[sort_by]
