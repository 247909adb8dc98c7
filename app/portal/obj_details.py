"""What is stated of objs beyond their position: redshift, summary, names elsewhere …; private like every other note.

A statement is a held row: who states it, in which team's name, to which audience, and when each column was stated.
A reader sees, column by column, one of the statements that they may read:

1. those of their own groups, else those that other teams share with them, else the surveys' (held by the sitewide
   group);
2. among these the one stated last; where that is equal, the row made last.

A column stated as null is stated: it hides what was stated before it, and what lies further down the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_json
from sqlalchemy import ColumnElement, Double, ScalarSelect, Subquery, and_, case, func, select, text
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.access import audiences
from app.access.principal import Principal
from app.portal.by_obj import about, rows_of
from app.portal.visibility import Standing, default_groups, for_groups
from app.tables import Group, ObjDetail, Source

_TYPES = {
    "ra_dis": "float8", "dec_dis": "float8", "ra_err": "float8", "dec_err": "float8", "offset": "float8",
    "t0": "float8", "redshift": "float8", "redshift_error": "float8", "redshift_origin": "text", "summary": "text",
    "altdata": "jsonb", "dist_nearest_source": "float8", "mag_nearest_source": "float8",
    "e_mag_nearest_source": "float8", "transient": "bool", "varstar": "bool", "is_roid": "bool", "mpc_name": "text",
    "tns_name": "text", "score": "float8", "origin": "text", "alias": "text[]",
}  # fmt: skip
COLUMNS = tuple(_TYPES)
_KEY = ("obj_id", "holder_id", "audience_id", "owner_id")
_NAMED = ", ".join(f'"{name}"' for name in COLUMNS)
_TYPED = ", ".join(f'"{name}" {kind}' for name, kind in _TYPES.items())
# Names from this module only. Sorted by the key: two writers that meet take their locks in one order.
_INSERT = (
    f"INSERT INTO obj_details AS d ({', '.join(_KEY)}, stated, {_NAMED}) "  # noqa: S608
    f"SELECT {', '.join(_KEY)}, (SELECT jsonb_object_agg(f, extract(epoch FROM clock_timestamp()))"
    f" FROM jsonb_array_elements_text(fields) AS f), {_NAMED} "
    "FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS o(obj_id text, holder_id int, audience_id bigint, owner_id int,"
    f" fields jsonb, {_TYPED}) ORDER BY {', '.join(_KEY)} "
    f"ON CONFLICT ({', '.join(_KEY)}) DO "
)
_FIRST = text(_INSERT + "NOTHING")
_LATEST = text(
    _INSERT
    + "UPDATE SET modified = now(), stated = d.stated || excluded.stated, "
    + ", ".join(
        f'"{name}" = CASE WHEN jsonb_exists(excluded.stated, \'{name}\') THEN excluded."{name}" ELSE d."{name}" END'
        for name in COLUMNS
    )
)


@dataclass(frozen=True)
class Statement:
    """Columns of :class:`app.tables.ObjDetail` that are stated of an obj; None states that there is no value."""

    obj_id: str
    values: Mapping[str, Any]
    standing: Standing


def state(session: Session, statements: Iterable[Statement], *, anew: bool) -> None:
    """Store statements; those without a value are left out.

    Where the same owner has stated something to the same audience before, ``anew`` overwrites the columns named now;
    otherwise the earlier row stays as it is.
    """
    rows = [
        {"obj_id": s.obj_id, "fields": list(s.values), **s.values, **s.standing.columns()}
        for s in statements
        if s.values
    ]
    if rows:
        session.execute(_LATEST if anew else _FIRST, {"rows": to_json(rows).decode()})


def standing_for(session: Session, principal: Principal, group_ids: Sequence[int]) -> Standing:
    """Return the standing of what is stated for these groups; an administrator outside of them speaks for the first."""
    found = for_groups(session, principal, group_ids)
    if principal.is_admin and not set(group_ids) & set(audiences.my_group_ids(session)):
        return Standing(found.audience_id, group_ids[0], found.owner_id)
    return found


def standing_of_change(session: Session, principal: Principal, obj_id: str) -> Standing:
    """Return the standing of a change to a saved source: the principal's groups that saved it, else all their teams.

    An administrator in none of the groups that saved it speaks for these.
    """
    saved = select(Source.holder_id).where(Source.obj_id == obj_id, Source.active).distinct()
    groups = sorted(session.scalars(saved)) if principal.is_admin else []
    if not groups or set(groups) & set(audiences.my_group_ids(session)):
        groups = default_groups(session, principal, obj_id)
    return standing_for(session, principal, groups)


def own(session: Session, obj_id: str, standing: Standing, names: Iterable[str]) -> dict[str, Any]:
    """Return what the owner stated to this audience before."""
    found = session.scalars(select(ObjDetail).filter_by(obj_id=obj_id, **standing.columns())).first()
    return {name: getattr(found, name, None) for name in names}


def details_of(session: Session, obj_ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return all columns of each obj that something is stated of, merged by the rule above, in one query."""
    found: dict[str, dict[str, Any]] = {}
    best: dict[tuple[str, str], tuple[int, float, int]] = {}
    for obj_id, stated, tier, row_id, *row in rows_of(session, _OF_OBJS, obj_ids):
        told = found.setdefault(obj_id, dict.fromkeys(COLUMNS))
        values = dict(zip(COLUMNS, row, strict=True))
        for name, when in stated.items():
            worth = (-tier, float(when), row_id)
            if (obj_id, name) not in best or worth > best[obj_id, name]:
                best[obj_id, name] = worth
                told[name] = values[name]
    return found


def value_of(name: str, obj_id: ColumnElement[str] | InstrumentedAttribute[str]) -> ScalarSelect[Any]:
    """Return, as SQL, the value of a column that the reader sees of the obj ``obj_id``."""
    when = ObjDetail.stated[name].astext.cast(Double)
    return (
        select(getattr(ObjDetail, name))
        .where(ObjDetail.obj_id == obj_id, ObjDetail.stated.has_key(name))
        .order_by(_rank(), when.desc(), ObjDetail.id.desc())
        .limit(1)
        .scalar_subquery()
    )


def values_of(name: str, told: Callable[[Any], ColumnElement[Any]] | None = None) -> Subquery:
    """Return, as SQL, (``obj_id``, ``value``): the value of a column that the reader sees of each obj that has one.

    ``told`` makes the value of the column's. For many objs at once; :func:`value_of` is for few.
    """
    column = getattr(ObjDetail, name)
    when = ObjDetail.stated[name].astext.cast(Double)
    return (
        select(ObjDetail.obj_id, (told(column) if told else column).label("value"))
        .distinct(ObjDetail.obj_id)
        .where(ObjDetail.stated.has_key(name))
        .order_by(ObjDetail.obj_id, _rank(), when.desc(), ObjDetail.id.desc())
        .subquery()
    )


def holds(
    name: str, obj_id: InstrumentedAttribute[str], test: Callable[[ColumnElement[Any]], ColumnElement[bool]]
) -> ColumnElement[bool]:
    """Return the condition that the value which the reader sees passes ``test``, which null never does.

    That some statement passes is known for all objs at once and rules most of them out; which one counts is asked of
    the rest.
    """
    some = select(ObjDetail.obj_id).where(test(getattr(ObjDetail, name)))
    return and_(obj_id.in_(some), test(value_of(name, obj_id)))


def within(
    name: str, bounds: tuple[float | None, float | None], obj_id: InstrumentedAttribute[str]
) -> list[ColumnElement[bool]]:
    """Return the conditions that a column's value, as the reader sees it, lies within bounds; None for no bound."""
    low, high = bounds
    found = [] if low is None else [holds(name, obj_id, lambda value: value >= low)]
    return found if high is None else [*found, holds(name, obj_id, lambda value: value <= high)]


def _rank() -> ColumnElement[int]:
    sitewide = select(Group.id).where(Group.sitewide).scalar_subquery()
    mine = ObjDetail.holder_id.in_(select(func.access.my_groups()))
    return case((ObjDetail.holder_id == sitewide, 2), (mine, 0), else_=1)


_OF_OBJS = select(
    ObjDetail.obj_id, ObjDetail.stated, _rank(), ObjDetail.id, *(getattr(ObjDetail, name) for name in COLUMNS)
).where(about(ObjDetail.obj_id))
