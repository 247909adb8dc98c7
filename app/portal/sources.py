"""Sources: objs that groups saved. Saving, unsaving, changing, finding by place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import numpy as np
from sqlalchemy import exists, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.access import audiences
from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotFound
from app.portal import obj_details
from app.portal.obj_details import Statement
from app.portal.objs import NewObj, ensure_objs, healpix_of, in_cone, readable
from app.portal.source_view import no_such
from app.tables import Group, GroupUser, Obj, Source

SAVED = "source.saved"


@dataclass(frozen=True)
class SaveRequest:
    """A source to save: ``columns`` of the obj beyond its position; ``group_ids`` None means all of one's teams."""

    obj_id: str
    ra: float | None = None
    dec: float | None = None
    columns: dict[str, Any] = field(default_factory=dict)
    group_ids: list[int] | None = None


def save(session: Session, principal: Principal, wanted: SaveRequest) -> list[int]:
    """Save an obj to groups, making it where there is none; return the groups it was newly saved to.

    Raises :class:`BadInput` where the position of an obj that one does not know of is missing, or for a group one
    is not in, and :class:`Forbidden` for a group that one may not save to.
    """
    groups = _groups_to_save(session, principal, wanted.group_ids)
    known = bool(readable(session, [wanted.obj_id]))
    if not known and (wanted.ra is None or wanted.dec is None):
        raise BadInput("A source that you do not know yet needs its position: send ra and dec.", field="ra")
    if wanted.ra is not None and wanted.dec is not None:
        ensure_objs(session, [NewObj(wanted.obj_id, wanted.ra, wanted.dec)], principal.user_id)
    saved = _activate(session, principal, [wanted.obj_id], groups)
    if wanted.columns:
        standing = obj_details.standing_for(session, principal, groups)
        _state(session, principal, Statement(wanted.obj_id, wanted.columns, standing))
    return saved


def _state(session: Session, principal: Principal, said: Statement) -> None:
    """Store what is stated of a source, with what its owner stated to the same audience before."""
    before = obj_details.own(session, said.obj_id, said.standing, said.values)
    obj_details.state(session, [said], anew=True)
    after = dict(said.values)
    change = Change("update", "obj", said.obj_id, said.standing.holder_id, before, after)
    record(session, principal.user_id, change)


def _groups_to_save(session: Session, principal: Principal, group_ids: list[int] | None) -> list[int]:
    if group_ids:
        groups = audiences.need_groups(session, group_ids)
    else:
        mine = audiences.my_group_ids(session)
        teams = select(Group.id).where(Group.id.in_(mine), ~Group.sitewide, ~Group.single_user_group)
        groups = sorted(session.scalars(teams)) or [audiences.single_user_group_id(session, principal.user_id)]
    need_savers(session, principal, groups)
    return groups


def need_savers(session: Session, principal: Principal, groups: Iterable[int]) -> None:
    """Raise :class:`Forbidden` unless the principal may save sources to each of these groups."""
    may = set(
        session.scalars(select(GroupUser.group_id).where(GroupUser.user_id == principal.user_id, GroupUser.can_save))
    )
    for group_id in groups:
        if group_id not in may and not principal.is_admin:
            raise Forbidden("You may not save sources to this group; ask one of its administrators.", group_id=group_id)


def _activate(session: Session, principal: Principal, obj_ids: Sequence[str], groups: Iterable[int]) -> list[int]:
    """Save objs to groups in one statement; return the groups that got one."""
    audience = {group_id: audiences.intern_groups(session, [group_id]) for group_id in sorted(groups)}
    values = [
        {"obj_id": obj_id, "holder_id": group_id, "owner_id": principal.user_id, "audience_id": audience[group_id]}
        for obj_id in obj_ids
        for group_id in audience
    ]
    statement = insert(Source).values(values)
    again = {
        "active": True, "requested": False, "saved_at": func.now(), "unsaved_at": None, "modified": func.now(),
        "owner_id": statement.excluded.owner_id,
    }  # fmt: skip
    upserted = statement.on_conflict_do_update(
        index_elements=["obj_id", "holder_id"], set_=again, where=~Source.active
    ).returning(Source.obj_id, Source.holder_id, Source.audience_id)
    saved = session.execute(upserted).all()
    for row in saved:
        record(session, principal.user_id, Change("save", "source", row.obj_id, row.holder_id))
        announce(session, SAVED, audience_id=row.audience_id, obj_id=row.obj_id, group_id=row.holder_id)
    return sorted({row.holder_id for row in saved})


def save_all(session: Session, principal: Principal, obj_ids: Sequence[str], group_ids: list[int] | None) -> None:
    """Save objs that the principal knows to groups (all of their teams, unless some are named), all at once."""
    groups = _groups_to_save(session, principal, group_ids)
    known = sorted(readable(session, obj_ids))
    if known:
        _activate(session, principal, known, groups)


def unsave(session: Session, principal: Principal, obj_id: str, group_id: int) -> None:
    """Unsave a source from a group of the principal; raise :class:`NotFound` where it is not saved there."""
    audiences.need_groups(session, [group_id], "group_id")
    gone = session.execute(
        update(Source)
        .where(Source.obj_id == obj_id, Source.holder_id == group_id, Source.active | Source.requested)
        .values(active=False, requested=False, unsaved_at=datetime.now(UTC))
        .returning(Source.audience_id)
    ).scalar()
    if gone is None:
        raise NotFound("This source is not saved to that group.")
    record(session, principal.user_id, Change("unsave", "source", obj_id, group_id))
    announce(session, SAVED, audience_id=gone, obj_id=obj_id, group_id=group_id)


def change(session: Session, principal: Principal, obj_id: str, columns: dict[str, Any]) -> None:
    """Change a saved source: its position for everybody, all else as the principal's team states it.

    Raises :class:`NotFound`, alike for missing and unreadable, and :class:`Forbidden` for an obj that no group
    which the principal can see has saved.
    """
    found = session.get(Obj, obj_id)
    if found is None:
        raise no_such()
    values = dict(columns)
    for name in ("ra", "dec"):
        if name in values and values[name] is None:
            raise BadInput("A source keeps a position: send a number, or leave it out.", field=name)
    if not values:
        return
    if not is_saved(session, obj_id):
        raise Forbidden("Save this source to one of your groups before you change it.")
    place: dict[str, float] = {name: values.pop(name) for name in ("ra", "dec") if name in values}
    if place:
        _move(session, principal, found, place)
    if values:
        standing = obj_details.standing_of_change(session, principal, obj_id)
        _state(session, principal, Statement(obj_id, values, standing))


def _move(session: Session, principal: Principal, obj: Obj, place: dict[str, float]) -> None:
    before = {"ra": obj.ra, "dec": obj.dec}
    after = before | place
    cell = int(healpix_of(np.array([after["ra"]]), np.array([after["dec"]]))[0])
    session.execute(update(Obj).where(Obj.id == obj.id).values(**after, healpix=cell))
    record(session, principal.user_id, Change("update", "obj", obj.id, None, before, after))


def near(session: Session, ra_deg: float, dec_deg: float, radius_deg: float) -> list[str]:
    """Return the saved sources that the principal may know of within a cone."""
    saved = exists().where(Source.obj_id == Obj.id, Source.active)
    return list(session.scalars(select(Obj.id).where(in_cone(ra_deg, dec_deg, radius_deg), saved).order_by(Obj.id)))


def is_saved(session: Session, obj_id: str) -> bool:
    """Tell whether a group of the principal's knowledge has saved this obj."""
    return session.scalars(select(Source.id).where(Source.obj_id == obj_id, Source.active).limit(1)).first() is not None
