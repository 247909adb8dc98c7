"""Shifts: hours in which members of a group look after the alerts, and who has signed up for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, func, insert, select, text, update
from sqlalchemy.orm import Session

from app.access.audiences import intern_groups, need_groups
from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.visibility import users_of
from app.tables import Classification, Comment, Group, GroupUser, Shift, ShiftUser, Source

CHANGED = "shift.changed"
LONGEST_SUMMARY = timedelta(weeks=4)
_COLUMNS = ("id", "created_at", "modified", "name", "description", "start_date", "end_date", "required_users_number")


@dataclass(frozen=True)
class ShiftSearch:
    """Which shifts: of a group, starting or ending at or after a time (UTC)."""

    group_id: int | None = None
    start_date_limit: datetime | None = None
    end_date_limit: datetime | None = None


def no_such(shift_id: int) -> NotAvailableHere:
    """Return the one answer for a shift that is missing and one that may not be read."""
    return NotAvailableHere(f"There is no shift with the id {shift_id} here that you may read.")


def need(session: Session, shift_id: int) -> Shift:
    """Return a readable shift; raise :class:`NotAvailableHere`."""
    found = session.scalars(select(Shift).where(Shift.id == shift_id)).first()
    if found is None:
        raise no_such(shift_id)
    return found


def leads(session: Session, principal: Principal, shift_id: int) -> bool:
    """Tell whether the principal may change a shift: its maker, its admins, the group's administrators."""
    mine = text("SELECT :shift IN (SELECT access.my_shifts_to_lead())")
    return principal.is_admin or bool(session.execute(mine, {"shift": shift_id}).scalar_one())


def need_lead(session: Session, principal: Principal, shift_id: int) -> Shift:
    """Return a shift that the principal may change; raise :class:`NotAvailableHere` or :class:`Forbidden`."""
    found = need(session, shift_id)
    if not leads(session, principal, shift_id):
        raise Forbidden("Only an admin of the shift, or an administrator of its group, can do this.")
    return found


def need_members(session: Session, group_id: int, user_ids: Sequence[int], field: str) -> None:
    """Raise :class:`BadInput` for a user who is not in the group."""
    members = set(session.scalars(select(GroupUser.user_id).where(GroupUser.group_id == group_id)))
    for user_id in user_ids:
        if user_id not in members:
            raise BadInput(f"The user {user_id} is not in the group of this shift.", field=field)


def add(session: Session, principal: Principal, values: dict[str, Any], admin_ids: list[int]) -> int:
    """Make a shift of a group of the principal's, who is the first of its admins; return the id."""
    group_id = values.pop("group_id")
    need_groups(session, [group_id], field="group_id")
    admins = list(dict.fromkeys([principal.user_id, *admin_ids]))
    if not principal.is_admin or admin_ids:
        need_members(session, group_id, admins if not principal.is_admin else admin_ids, "shift_admins")
    if values["end_date"] <= values["start_date"]:
        raise BadInput("A shift ends after it starts.", field="end_date")
    wanted = values.get("required_users_number")
    if wanted is not None and wanted < len(admins):
        raise BadInput(f"{len(admins)} people would be on a shift of {wanted}.", field="required_users_number")
    held = {"holder_id": group_id, "owner_id": principal.user_id, "audience_id": intern_groups(session, [group_id])}
    shift_id = session.execute(insert(Shift).values(**values, **held).returning(Shift.id)).scalar_one()
    session.execute(insert(ShiftUser), [{"shift_id": shift_id, "user_id": u, "admin": True} for u in admins])
    after = {k: v.isoformat() if isinstance(v, datetime) else v for k, v in values.items()} | {"admins": admins}
    record(session, principal.user_id, Change("create", "shift", shift_id, group_id, after=after))
    announce(session, CHANGED, audience_id=held["audience_id"], shift_id=shift_id)
    return shift_id


def change(session: Session, principal: Principal, shift_id: int, values: dict[str, Any]) -> None:
    """Change name, description or the number of people needed; who has signed up keeps their place."""
    shift = need_lead(session, principal, shift_id)
    if not values:
        raise BadInput("Nothing to change was sent.")
    wanted = values.get("required_users_number")
    if wanted is not None:
        n = session.execute(select(func.count()).where(ShiftUser.shift_id == shift_id)).scalar_one()
        if wanted < n:
            raise BadInput(f"{n} people are on this shift already.", field="required_users_number")
    before = {key: getattr(shift, key) for key in values}
    session.execute(update(Shift).where(Shift.id == shift_id).values(**values))
    record(session, principal.user_id, Change("update", "shift", shift_id, shift.holder_id, before, values))
    announce(session, CHANGED, audience_id=shift.audience_id, shift_id=shift_id)


def remove(session: Session, principal: Principal, shift_id: int) -> None:
    """Delete a shift with who signed up for it."""
    shift = need_lead(session, principal, shift_id)
    before = {"name": shift.name, "start_date": shift.start_date.isoformat(), "end_date": shift.end_date.isoformat()}
    record(session, principal.user_id, Change("delete", "shift", shift_id, shift.holder_id, before))
    announce(session, CHANGED, audience_id=shift.audience_id, shift_id=shift_id)
    session.execute(delete(Shift).where(Shift.id == shift_id))


def listed(session: Session, search: ShiftSearch) -> list[dict[str, Any]]:
    """Return the readable shifts that match, in the order of their start, each with its people."""
    wanted = select(Shift).order_by(Shift.start_date, Shift.id)
    if search.group_id is not None:
        wanted = wanted.where(Shift.holder_id == search.group_id)
    if search.start_date_limit is not None:
        wanted = wanted.where(Shift.start_date >= search.start_date_limit)
    if search.end_date_limit is not None:
        wanted = wanted.where(Shift.end_date >= search.end_date_limit)
    return _views(session, session.scalars(wanted).all())


def one(session: Session, principal: Principal, shift_id: int) -> dict[str, Any]:
    """Return a shift with its people, and its group with the members that could join."""
    [shift] = _views(session, [need(session, shift_id)])
    group = session.get(Group, shift["group_id"])
    members = session.execute(
        select(GroupUser.user_id, GroupUser.admin).where(GroupUser.group_id == shift["group_id"])
    ).all()
    people = users_of(session, (m.user_id for m in members))
    brief = ("id", "username", "first_name", "last_name")
    shift["group"] = {
        "id": shift["group_id"],
        "name": group.name if group else None,
        "has_admin_access": principal.is_admin or any(m.admin and m.user_id == principal.user_id for m in members),
        "group_users": [{key: people[m.user_id][key] for key in brief} for m in members if m.user_id in people],
    }
    return shift


def summary(session: Session, shift_id: int | None, period: tuple[datetime | None, datetime | None]) -> dict[str, Any]:
    """Return what happened on one shift, or on those that start in a period of at most four weeks.

    ``activity`` counts what the people of a shift did during it, as far as the reader may see it.
    """
    if shift_id is not None:
        shifts = _views(session, [need(session, shift_id)])
    else:
        start, end = period
        if start is None or end is None:
            raise BadInput(
                "Name a shift, or both startDate and endDate.", field="startDate" if not start else "endDate"
            )
        if not start <= end <= start + LONGEST_SUMMARY:
            raise BadInput("The period must be at most four weeks long.", field="endDate")
        wanted = select(Shift).where(Shift.start_date.between(start, end)).order_by(Shift.start_date, Shift.id)
        shifts = _views(session, session.scalars(wanted).all())
    done = _activity(session, [s["id"] for s in shifts])
    return {
        "shifts": {"total": len(shifts), "data": [s | {"activity": done[s["id"]]} for s in shifts]},
        "gcns": {"total": 0, "data": []},
    }


def _activity(session: Session, shift_ids: list[int]) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {s: {"sources_saved": 0, "classifications": 0, "comments": 0} for s in shift_ids}
    for name, table, when in (
        ("sources_saved", Source, Source.saved_at),
        ("classifications", Classification, Classification.created_at),
        ("comments", Comment, Comment.created_at),
    ):
        counted = (
            select(Shift.id, func.count())
            .join(ShiftUser, ShiftUser.shift_id == Shift.id)
            .join(table, and_(table.owner_id == ShiftUser.user_id, when.between(Shift.start_date, Shift.end_date)))
            .where(Shift.id.in_(shift_ids))
            .group_by(Shift.id)
        )
        for shift_id, n in session.execute(counted):
            found[shift_id][name] = n
    return found


def _views(session: Session, shifts: Sequence[Shift]) -> list[dict[str, Any]]:
    ids = [s.id for s in shifts]
    signed = session.scalars(select(ShiftUser).where(ShiftUser.shift_id.in_(ids)).order_by(ShiftUser.id)).all()
    people = users_of(session, (s.user_id for s in signed))
    by_shift: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in signed:
        user = people[row.user_id]
        by_shift[row.shift_id].append(
            {
                "id": row.id, "created_at": row.created_at, "modified": row.modified, "shift_id": row.shift_id,
                "user_id": row.user_id, "admin": row.admin, "needs_replacement": row.needs_replacement, "user": user,
                "username": user["username"], "first_name": user["first_name"], "last_name": user["last_name"],
            }
        )  # fmt: skip
    return [
        {name: getattr(shift, name) for name in _COLUMNS}
        | {
            "group_id": shift.holder_id,
            "shift_users": by_shift[shift.id],
            "shift_users_ids": [row["user_id"] for row in by_shift[shift.id]],
            "users": [row["user"] for row in by_shift[shift.id]],
        }
        for shift in shifts
    ]
