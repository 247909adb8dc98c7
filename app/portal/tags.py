"""Tags: names that everybody shares, and which objs a team has put them on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.access import audiences
from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, Conflict, Forbidden, NotAvailableHere
from app.portal.by_obj import about, grouped, rows_of
from app.portal.comments import need_source
from app.portal.super_objs import linked_ids
from app.portal.visibility import Known, for_note, groups_of, known_of
from app.tables import ObjTag, ObjTagOption

NEW = "tag.new"
NAME = re.compile(r"[^\W_]{1,100}")
COLOR = re.compile(r"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?")


def options(session: Session) -> list[dict[str, Any]]:
    """Return all tags that there are, by name."""
    return [option_dict(row) for row in session.scalars(select(ObjTagOption).order_by(func.lower(ObjTagOption.name)))]


def option_dict(row: ObjTagOption) -> dict[str, Any]:
    """Return a tag in SkyPortal's words."""
    return {
        "id": row.id, "created_at": row.created_at, "modified": row.modified, "name": row.name, "color": row.color,
    }  # fmt: skip


def add_option(session: Session, principal: Principal, name: str, color: str | None) -> dict[str, Any]:
    """Make a tag; raise :class:`Conflict` where there is one of this name, whatever the case."""
    values = _checked(name, color)
    if session.scalars(_called(name)).first() is not None:
        raise Conflict("There is a tag of this name.", field="name")
    made = session.scalars(
        insert(ObjTagOption).values(**values, created_by_id=principal.user_id).returning(ObjTagOption)
    ).one()
    record(session, principal.user_id, Change("create", "tag_option", made.id, after=values))
    return option_dict(made)


def change_option(session: Session, principal: Principal, tag_id: int, name: str, color: str | None) -> None:
    """Rename or recolour a tag; who made it may, and system administrators."""
    row = _need_option(session, tag_id)
    values = _checked(name, color)
    before = {key: getattr(row, key) for key in values}
    if session.scalars(_called(name).where(ObjTagOption.id != tag_id)).first() is not None:
        raise Conflict("There is a tag of this name.", field="name")
    changed = session.execute(
        update(ObjTagOption).where(ObjTagOption.id == tag_id).values(**values).returning(ObjTagOption.id)
    ).scalar()
    if changed is None:
        raise Forbidden("Only who made a tag can change it.")
    record(session, principal.user_id, Change("update", "tag_option", tag_id, None, before, values))


def remove_option(session: Session, principal: Principal, tag_id: int) -> None:
    """Delete a tag that is on no obj any more; who made it may, and system administrators."""
    row = _need_option(session, tag_id)
    before = {"name": row.name}
    try:
        with session.begin_nested():
            gone = session.execute(
                delete(ObjTagOption).where(ObjTagOption.id == tag_id).returning(ObjTagOption.id)
            ).scalar()
    except IntegrityError as error:
        raise Conflict("This tag is on objs still; take it off them first.") from error
    if gone is None:
        raise Forbidden("Only who made a tag can delete it.")
    record(session, principal.user_id, Change("delete", "tag_option", tag_id, None, before))


def _called(name: str) -> Select[int]:
    return select(ObjTagOption.id).where(func.lower(ObjTagOption.name) == name.lower())


def _checked(name: str, color: str | None) -> dict[str, str]:
    if not NAME.fullmatch(name):
        raise BadInput("A tag's name has letters and digits only, at most 100.", field="name")
    if color is None:
        return {"name": name}
    if not COLOR.fullmatch(color):
        raise BadInput("A colour is written as #3a87ad.", field="color")
    return {"name": name, "color": color}


def _need_option(session: Session, tag_id: int) -> ObjTagOption:
    found = session.get(ObjTagOption, tag_id)
    if found is None:
        raise NotAvailableHere(f"There is no tag with the id {tag_id}.")
    return found


def tag(
    session: Session, principal: Principal, about: tuple[str, int], group_ids: list[int] | None
) -> tuple[dict[str, Any], bool]:
    """Put a tag on an obj for groups (the default: those that have the source saved), as (obj, tag).

    Where the team has it there already, groups are added to its readers. Returns the row and whether it is new.
    """
    obj_id, tag_id = about
    need_source(session, obj_id)
    _need_option(session, tag_id)
    standing = for_note(session, principal, obj_id, group_ids)
    values = {"obj_id": obj_id, "objtagoption_id": tag_id}
    made = session.scalars(
        upsert(ObjTag)
        .values(**values, **standing.columns())
        .on_conflict_do_nothing(index_elements=["obj_id", "objtagoption_id", "holder_id"])
        .returning(ObjTag)
    ).first()
    if made is None:
        return _widened(session, principal, values | {"holder_id": standing.holder_id}, standing.audience_id), False
    record(session, principal.user_id, Change("create", "tag", made.id, standing.holder_id, after=values))
    announce(session, NEW, audience_id=standing.audience_id, obj_id=obj_id)
    return as_dict(made) | {"groups": groups_of(session, [made.audience_id])[made.audience_id]}, True


def _widened(session: Session, principal: Principal, key: dict[str, Any], audience_id: int) -> dict[str, Any]:
    there = session.scalars(select(ObjTag).filter_by(**key)).first()
    if there is None:
        raise Conflict("Your group has this tag on it already.")
    before = _group_ids(session, there.audience_id)
    wanted = sorted(before | _group_ids(session, audience_id))
    if set(wanted) == before:
        raise Conflict("These groups have this tag on it already.", field="group_ids")
    _reread(session, principal, there, wanted)
    return {"id": there.id}


def _group_ids(session: Session, audience_id: int) -> set[int]:
    return {group["id"] for group in groups_of(session, [audience_id])[audience_id]}


def _reread(session: Session, principal: Principal, row: ObjTag, groups: Sequence[int]) -> None:
    audience = audiences.intern_groups(session, groups)
    changed = session.execute(
        update(ObjTag).where(ObjTag.id == row.id).values(audience_id=audience).returning(ObjTag.id)
    ).scalar()
    if changed is None:
        raise Forbidden("Only who put the tag there, or an administrator of the group, can change who sees it.")
    record(session, principal.user_id, Change("update", "tag", row.id, row.holder_id, after={"groups": list(groups)}))
    announce(session, NEW, audience_id=audience, obj_id=row.obj_id)


def listed(
    session: Session, obj_id: str | None, tag_id: int | None, *, with_linked: bool = False
) -> list[dict[str, Any]]:
    """Return readable tags on objs: of one obj (with those that a super-obj links to it), of one tag, or all."""
    query = _SELECT
    if obj_id is not None:
        ids = [obj_id, *linked_ids(session, obj_id)] if with_linked else [obj_id]
        query = query.where(ObjTag.obj_id.in_(ids))
    if tag_id is not None:
        query = query.where(ObjTag.objtagoption_id == tag_id)
    rows = session.execute(query).all()
    return told(rows, known_of(session, rows))


_SELECT = (
    select(
        ObjTag.id, ObjTag.created_at, ObjTag.modified, ObjTag.obj_id, ObjTag.objtagoption_id, ObjTag.owner_id,
        ObjTag.audience_id, ObjTagOption.name, ObjTagOption.color,
        ObjTagOption.created_at.label("option_created_at"), ObjTagOption.modified.label("option_modified"),
    )
    .join(ObjTagOption, ObjTagOption.id == ObjTag.objtagoption_id)
    .order_by(ObjTag.id)
)  # fmt: skip
OF_OBJS = _SELECT.where(about(ObjTag.obj_id))


def by_obj(session: Session, obj_ids: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the readable tags of each obj."""
    wanted = set(obj_ids)
    rows = rows_of(session, OF_OBJS, wanted)
    return grouped(told(rows, known_of(session, rows)), wanted)


def told(rows: Iterable[Any], known: Known) -> list[dict[str, Any]]:
    """Return tags on objs in SkyPortal's words, each with the tag itself, its author and its groups."""
    return [
        as_dict(row) | {
            "name": row.name,
            "objtagoption": {
                "id": row.objtagoption_id, "created_at": row.option_created_at, "modified": row.option_modified,
                "name": row.name, "color": row.color,
            },
            "groups": known.groups[row.audience_id], "author": known.users.get(row.owner_id),
        }
        for row in rows
    ]  # fmt: skip


def as_dict(row: Any) -> dict[str, Any]:
    """Return the own columns of a tag on an obj in SkyPortal's words."""
    return {
        "id": row.id, "created_at": row.created_at, "modified": row.modified, "obj_id": row.obj_id,
        "objtagoption_id": row.objtagoption_id, "author_id": row.owner_id,
    }  # fmt: skip


def untag(session: Session, principal: Principal, number: int, group_ids: list[int] | None) -> None:
    """Take groups (all of them, unless some are named) off a tag's readers; with nobody left the tag goes."""
    row = session.get(ObjTag, number)
    if row is None:
        raise NotAvailableHere(f"There is no tag on an obj with the id {number} that you may see.")
    if group_ids is not None and not group_ids:
        raise BadInput("Name at least one group, or leave it out.", field="group_ids")
    there = _group_ids(session, row.audience_id)
    left = sorted(there - set(group_ids)) if group_ids is not None else []
    if set(left) == there:
        raise BadInput("None of these groups has this tag.", field="group_ids")
    if left:
        _reread(session, principal, row, left)
        return
    before, holder = {"obj_id": row.obj_id, "objtagoption_id": row.objtagoption_id}, row.holder_id
    gone = session.execute(delete(ObjTag).where(ObjTag.id == number).returning(ObjTag.id)).scalar()
    if gone is None:
        raise Forbidden("Only who put the tag there, or an administrator of the group, can take it off.")
    record(session, principal.user_id, Change("delete", "tag", number, holder, before))
