"""Super-objs: several objs that are one thing on the sky, as one team sees it.

A link between two objs is knowledge like any other: a reader sees the super-objs that were shared with them, and of
each the objs that they may know of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.orm import Session, aliased

from app.access import audiences
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.by_obj import about, rows_of
from app.portal.objs import readable
from app.portal.separations import separation_deg
from app.portal.visibility import for_groups
from app.tables import Group, Obj, SuperObj, SuperObjMember


@dataclass(frozen=True)
class Linked:
    """What is to become of a super-obj; None leaves it as it is."""

    name: str | None = None
    is_roid: bool | None = None
    obj_ids: list[str] | None = None
    add: Sequence[str] = ()
    drop: Sequence[str] = ()


def add(session: Session, principal: Principal, wanted: Linked) -> int:
    """Make a super-obj of objs that the principal knows, for all their teams; return its id."""
    teams = select(Group.id).where(
        Group.id.in_(audiences.my_group_ids(session)), ~Group.sitewide, ~Group.single_user_group
    )
    groups = sorted(session.scalars(teams)) or [audiences.single_user_group_id(session, principal.user_id)]
    standing = for_groups(session, principal, groups)
    members = _known(session, wanted.obj_ids or [], "obj_ids")
    values = {"name": wanted.name, "is_roid": bool(wanted.is_roid)}
    made = session.execute(insert(SuperObj).values(**values, **standing.columns()).returning(SuperObj.id)).scalar_one()
    _link(session, made, members)
    after = {**values, "obj_ids": members}
    record(session, principal.user_id, Change("create", "super_obj", made, standing.holder_id, after=after))
    return made


def _known(session: Session, obj_ids: Iterable[str], field: str) -> list[str]:
    asked = sorted(set(obj_ids))
    unknown = sorted(set(asked) - readable(session, asked))
    if unknown:
        raise BadInput(f"There is no obj {unknown[0]!r} that you may read.", field=field)
    return asked


def _link(session: Session, number: int, obj_ids: Iterable[str]) -> None:
    rows = [{"super_obj_id": number, "obj_id": obj_id} for obj_id in obj_ids]
    if rows:
        session.execute(insert(SuperObjMember), rows)


def change(session: Session, principal: Principal, number: int, wanted: Linked) -> None:
    """Change a super-obj's columns and members; who made it may, and the administrators of their group."""
    row = _need(session, number)
    if wanted.obj_ids is not None and (wanted.add or wanted.drop):
        raise BadInput("Send obj_ids, or add_obj_ids and remove_obj_ids, not both.", field="obj_ids")
    there = set(session.scalars(select(SuperObjMember.obj_id).where(SuperObjMember.super_obj_id == number)))
    target = (there | set(wanted.add)) - set(wanted.drop) if wanted.obj_ids is None else set(wanted.obj_ids)
    values = {k: v for k, v in (("name", wanted.name), ("is_roid", wanted.is_roid)) if v is not None}
    if not values and target == there:
        raise BadInput("Nothing to change was sent.")
    new = _known(session, target - there, "obj_ids")
    before = {**{k: getattr(row, k) for k in values}, "obj_ids": sorted(there)}
    changed = session.execute(
        update(SuperObj)
        .where(SuperObj.id == number)
        .values(**values, modified=func.now())
        .returning(SuperObj.holder_id)
    ).scalar()
    if changed is None:
        raise Forbidden("Only who made it, or an administrator of its group, can change a super-obj.")
    gone = there - target
    if gone:
        these = (SuperObjMember.super_obj_id == number, SuperObjMember.obj_id.in_(gone))
        session.execute(delete(SuperObjMember).where(*these))
    _link(session, number, new)
    after = {**values, "obj_ids": sorted(target)}
    record(session, principal.user_id, Change("update", "super_obj", number, changed, before, after))


def remove(session: Session, principal: Principal, number: int) -> None:
    """Delete a super-obj; its objs stay as they are."""
    row = _need(session, number)
    before, holder = {"name": row.name}, row.holder_id
    session.execute(delete(SuperObj).where(SuperObj.id == number))
    record(session, principal.user_id, Change("delete", "super_obj", number, holder, before))


def one(session: Session, number: int) -> dict[str, Any]:
    """Return a super-obj; raise :class:`NotAvailableHere`, alike for missing and unreadable."""
    return _dicts(session, [_need(session, number)])[0]


def listed(session: Session, name: str | None, is_roid: bool | None, obj_id: str | None) -> list[dict[str, Any]]:
    """Return the readable super-objs whose name has this part, of this kind, that link this obj."""
    query = select(SuperObj).order_by(SuperObj.id)
    if name is not None:
        query = query.where(func.strpos(func.lower(SuperObj.name), name.lower()) > 0)
    if is_roid is not None:
        query = query.where(SuperObj.is_roid == is_roid)
    if obj_id is not None:
        linking = select(SuperObjMember.super_obj_id).where(SuperObjMember.obj_id == obj_id)
        query = query.where(SuperObj.id.in_(linking))
    return _dicts(session, session.scalars(query).all())


def _need(session: Session, number: int) -> SuperObj:
    found = session.get(SuperObj, number)
    if found is None:
        raise NotAvailableHere(f"There is no super-obj with the id {number} that you may see.")
    return found


def _dicts(session: Session, rows: Sequence[SuperObj]) -> list[dict[str, Any]]:
    members: dict[int, list[dict[str, Any]]] = {row.id: [] for row in rows}
    query = (
        select(SuperObjMember.super_obj_id, Obj.id, Obj.ra, Obj.dec)
        .join(Obj, Obj.id == SuperObjMember.obj_id)
        .where(SuperObjMember.super_obj_id.in_(list(members)))
        .order_by(SuperObjMember.super_obj_id, Obj.id)
    )
    for number, obj_id, ra, dec in session.execute(query):
        members[number].append({"id": obj_id, "ra": ra, "dec": dec})
    return [
        {"id": row.id, "name": row.name, "is_roid": row.is_roid, "created_at": row.created_at, "objs": members[row.id]}
        for row in rows
    ]


def _associated() -> Select[*tuple[Any, ...]]:
    mine, other, here = aliased(SuperObjMember), aliased(SuperObjMember), aliased(Obj)
    return (
        select(mine.obj_id, Obj.id, Obj.ra, Obj.dec, here.ra, here.dec, SuperObj.id, SuperObj.name)
        .join(other, (other.super_obj_id == mine.super_obj_id) & (other.obj_id != mine.obj_id))
        .join(SuperObj, SuperObj.id == mine.super_obj_id)
        .join(Obj, Obj.id == other.obj_id)
        .join(here, here.id == mine.obj_id)
        .where(about(mine.obj_id))
        .order_by(mine.obj_id, SuperObj.id, Obj.id)
    )


_ASSOCIATED = _associated()


def associated(session: Session, obj_ids: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """Return, for each obj, the other objs that a super-obj links to it, with the separation in arcsec."""
    found: dict[str, list[dict[str, Any]]] = {}
    for obj_id, linked, ra, dec, ra0, dec0, number, name in rows_of(session, _ASSOCIATED, obj_ids):
        told = {"obj_id": linked, "ra": ra, "dec": dec, "separation": separation_deg(ra0, dec0, ra, dec) * 3600}
        found.setdefault(obj_id, []).append(told | {"super_obj_id": number, "super_obj_name": name})
    return found


def linked_ids(session: Session, obj_id: str) -> list[str]:
    """Return the other objs that a super-obj links to this one."""
    return sorted({told["obj_id"] for told in associated(session, [obj_id]).get(obj_id, [])})
