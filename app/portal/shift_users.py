"""Who is on a shift: signing up, leaving, asking for somebody else."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.notify import Notice, notify
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal import shifts
from app.tables import GroupUser, Shift, ShiftUser, User


@dataclass(frozen=True)
class Part:
    """What somebody is on a shift; None leaves it as it is."""

    admin: bool | None = None
    needs_replacement: bool | None = None


def add(session: Session, principal: Principal, shift_id: int, user_id: int, part: Part) -> None:
    """Put a member of the group on a shift: oneself, or anybody by who leads it."""
    shift = _need_right(session, principal, shift_id, user_id, as_admin=bool(part.admin))
    shifts.need_members(session, shift.holder_id, [user_id], "userID")
    on = set(session.scalars(select(ShiftUser.user_id).where(ShiftUser.shift_id == shift_id)))
    if user_id in on:
        raise BadInput(f"The user {user_id} is on this shift already.", field="userID")
    if shift.required_users_number is not None and len(on) >= shift.required_users_number:
        raise BadInput("This shift is full.", field="userID")
    values = {"admin": bool(part.admin), "needs_replacement": bool(part.needs_replacement)}
    session.execute(insert(ShiftUser).values(shift_id=shift_id, user_id=user_id, **values))
    _told(session, principal, shift, Change("create", "shift user", f"{shift_id}/{user_id}", after=values))


def change(session: Session, principal: Principal, shift_id: int, user_id: int, part: Part) -> None:
    """Make somebody an admin of the shift, or say that they need a replacement, which tells the group."""
    shift = _need_right(session, principal, shift_id, user_id, as_admin=part.admin is not None)
    row = _need_on(session, shift_id, user_id)
    values = {"needs_replacement": bool(part.needs_replacement)}
    if part.admin is not None:
        values["admin"] = part.admin
    before = {name: getattr(row, name) for name in values}
    session.execute(update(ShiftUser).where(ShiftUser.id == row.id).values(**values))
    change = Change("update", "shift user", f"{shift_id}/{user_id}", before=before, after=values)
    _told(session, principal, shift, change)
    if values["needs_replacement"] and not before["needs_replacement"]:
        _ask_others(session, shift, user_id)


def remove(session: Session, principal: Principal, shift_id: int, user_id: int) -> None:
    """Take somebody off a shift: oneself, or anybody by who leads it."""
    shift = _need_right(session, principal, shift_id, user_id)
    row = _need_on(session, shift_id, user_id)
    session.execute(delete(ShiftUser).where(ShiftUser.id == row.id))
    before = {"admin": row.admin, "needs_replacement": row.needs_replacement}
    _told(session, principal, shift, Change("delete", "shift user", f"{shift_id}/{user_id}", before=before))


def _need_right(
    session: Session, principal: Principal, shift_id: int, user_id: int, *, as_admin: bool = False
) -> Shift:
    shift = shifts.need(session, shift_id)
    if (user_id != principal.user_id or as_admin) and not shifts.leads(session, principal, shift_id):
        raise Forbidden("Only an admin of the shift, or an administrator of its group, can do this for somebody else.")
    return shift


def _need_on(session: Session, shift_id: int, user_id: int) -> ShiftUser:
    found = session.scalars(select(ShiftUser).where(ShiftUser.shift_id == shift_id, ShiftUser.user_id == user_id))
    row = found.first()
    if row is None:
        raise NotAvailableHere(f"The user {user_id} is not on this shift.")
    return row


def _told(session: Session, principal: Principal, shift: Shift, change: Change) -> None:
    said = Change(change.action, change.kind, change.row_id, shift.holder_id, change.before, change.after)
    record(session, principal.user_id, said)
    session.execute(update(Shift).where(Shift.id == shift.id).values(modified=func.now()))
    announce(session, shifts.CHANGED, audience_id=shift.audience_id, shift_id=shift.id)


def _ask_others(session: Session, shift: Shift, user_id: int) -> None:
    name = session.execute(select(User.username).where(User.id == user_id)).scalar_one()
    others = session.scalars(
        select(GroupUser.user_id).where(GroupUser.group_id == shift.holder_id, GroupUser.user_id != user_id)
    ).all()
    said = f"{name} needs a replacement on the shift {shift.name} ({shift.start_date:%Y-%m-%d %H:%M} UTC)."
    notify(session, others, Notice("shift", said, ("shift", shift.id), "/shifts"))
