"""Saves asked of another group, and answered by its members."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from app.access import audiences
from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, NotAvailableHere
from app.portal.comments import need_source
from app.portal.sources import SAVED, SaveRequest, need_savers, save
from app.tables import Group, Source


def invite(session: Session, principal: Principal, obj_id: str, group_ids: list[int]) -> None:
    """Save a source to those of the groups that the principal is in, and ask the others to save it.

    Asking tells the other group of the obj's name and position. It answers the same whether that group has the source
    already, was asked before, or neither. Raises :class:`BadInput` for a group that one may not know of.
    """
    need_source(session, obj_id)
    asked = list(dict.fromkeys(group_ids))
    mine = set(audiences.my_group_ids(session))
    own = [g for g in asked if g in mine or principal.is_admin]
    others = [g for g in asked if g not in own]
    open_to_all = ~Group.private & ~Group.single_user_group
    known = set(session.scalars(select(Group.id).where(Group.id.in_(others), open_to_all)))
    for group_id in others:
        if group_id not in known:
            raise BadInput(f"There is no group with the id {group_id} that you may ask.", field="inviteGroupIds")
    if own:
        save(session, principal, SaveRequest(obj_id, group_ids=own))
    for group_id in others:
        session.execute(text("SELECT access.request_save(:obj, :group)"), {"obj": obj_id, "group": group_id})
        record(session, principal.user_id, Change("request", "source", obj_id, group_id))
        announce(session, SAVED, audience_id=audiences.intern_groups(session, [group_id]), obj_id=obj_id)


def answer(session: Session, principal: Principal, place: tuple[str, int], *, active: bool, requested: bool) -> None:
    """Set whether an (obj, group) is saved and whether that is still asked for; members who may save, may.

    Who makes it active becomes its saver. Raises :class:`NotAvailableHere` where there is no such record.
    """
    obj_id, group_id = place
    groups = audiences.need_groups(session, [group_id], "groupID")
    these = (Source.obj_id == obj_id, Source.holder_id == group_id)
    row = session.execute(select(Source.active, Source.requested).where(*these)).first()
    if row is None:
        raise NotAvailableHere("There is no record of this source for that group.")
    need_savers(session, principal, groups)
    before = {"active": row.active, "requested": row.requested}
    values: dict[str, object] = {"active": active, "requested": requested}
    if before == values:
        raise BadInput("This is how it is saved there already.", field="active")
    now = datetime.now(UTC)
    if active and not row.active:
        values |= {"owner_id": principal.user_id, "saved_at": now, "unsaved_at": None}
    elif row.active and not active:
        values |= {"unsaved_at": now}
    audience = session.execute(update(Source).where(*these).values(**values).returning(Source.audience_id)).scalar_one()
    after = {"active": active, "requested": requested}
    record(session, principal.user_id, Change("update", "source", obj_id, group_id, before, after))
    announce(session, SAVED, audience_id=audience, obj_id=obj_id, group_id=group_id)
