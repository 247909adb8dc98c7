"""Allocations: time that a group has on an instrument, administered by the group's administrators.

The credential for the facility goes in encrypted and never comes out through the portal, whose database role may
write it and not read it.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, Field
from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, NotAvailableHere
from app.portal.groups import GroupView
from app.portal.instruments import InstrumentView, get_instrument
from app.portal.instruments import view as instrument_view
from app.portal.membership import need_group_admin
from app.portal.people import UserBrief
from app.portal.telescopes import TelescopeView
from app.secrets import Vault
from app.tables import Allocation, AllocationSecret, FollowupRequest, Group, GroupUser, Instrument, Telescope, User

MANAGE = "Manage allocations"
AllocationType = Literal["triggered", "forced_photometry", "observation_plan"]


class AllocationView(BaseModel):
    """An allocation as SkyPortal shows it; ``allocation_users`` administer it."""

    id: int
    created_at: datetime
    modified: datetime
    pi: str | None
    proposal_id: str | None
    hours_allocated: float
    validity_ranges: list[dict[str, Any]] | None
    default_share_group_ids: list[int]
    types: list[str]
    group_id: int
    instrument_id: int
    instrument: InstrumentView
    group: GroupView
    allocation_users: list[UserBrief]


class RequestBrief(BaseModel):
    """A follow-up request within its allocation."""

    id: int
    created_at: datetime
    modified: datetime
    obj_id: str
    status: str
    payload: dict[str, Any]
    requester_id: int
    allocation_id: int


class AllocationDetail(AllocationView):
    """An allocation with the page of its follow-up requests that the reader may see."""

    requests: list[RequestBrief] = Field(default_factory=list)
    telescope: TelescopeView | None = None


def list_allocations(
    session: Session, instrument_id: int | None = None, with_api: bool = False
) -> list[AllocationView]:
    """Return the allocations of the principal's groups; ``with_api``: those with a facility behind them."""
    wanted = select(Allocation).order_by(Allocation.id)
    if instrument_id is not None:
        wanted = wanted.where(Allocation.instrument_id == instrument_id)
    rows = _views(session, list(session.scalars(wanted)))
    return [row for row in rows if not with_api or row.instrument.api_classname is not None]


def get_allocation(session: Session, allocation_id: int) -> Allocation:
    """Return an allocation; raise :class:`NotAvailableHere`."""
    row = session.get(Allocation, allocation_id)
    if row is None:
        raise NotAvailableHere("There is no such allocation, or you may not see it.")
    return row


def detail(session: Session, allocation_id: int, page: int, per_page: int) -> tuple[AllocationDetail, int]:
    """Return an allocation with one page of its requests, and how many requests there are."""
    [base] = _views(session, [get_allocation(session, allocation_id)])
    wanted = select(FollowupRequest).where(FollowupRequest.allocation_id == allocation_id)
    total = session.execute(select(func.count()).select_from(wanted.subquery())).scalar_one()
    rows = session.scalars(
        wanted.order_by(FollowupRequest.created_at, FollowupRequest.id).limit(per_page).offset((page - 1) * per_page)
    )
    requests = [
        RequestBrief(
            id=row.id, created_at=row.created_at, modified=row.modified, obj_id=row.obj_id, status=row.status,
            payload=row.payload, requester_id=row.owner_id, allocation_id=row.allocation_id,
        )
        for row in rows
    ]  # fmt: skip
    return AllocationDetail(**dict(base), requests=requests, telescope=base.instrument.telescope), total


def facility_of(session: Session, allocation_id: int) -> tuple[str | None, dict[str, Any]]:
    """Return which facility class an allocation uses, and its addresses, site and proposal."""
    row = get_allocation(session, allocation_id)
    return row.facility, row.facility_config


def add_allocation(
    session: Session, principal: Principal, vault: Vault, values: dict[str, Any], credential: dict[str, Any] | None
) -> int:
    """Make an allocation of a group that the principal administers; ``credential`` is kept encrypted."""
    principal.need(MANAGE)
    need_group_admin(session, principal, values["group_id"])
    _check(session, values)
    row = Allocation(**values)
    session.add(row)
    session.flush()
    if credential:
        _keep_secret(session, vault, row.id, credential)
    after = {**values, "credential": bool(credential)}
    change = Change("create", "allocation", row.id, holder_id=row.group_id, after=after)
    record(session, principal.user_id, change)
    return row.id


def change_allocation(session: Session, principal: Principal, allocation_id: int, values: dict[str, Any]) -> Allocation:
    """Change an allocation; both its old and its new group must be the principal's to administer."""
    principal.need(MANAGE)
    row = get_allocation(session, allocation_id)
    need_group_admin(session, principal, row.group_id)
    if values.get("group_id", row.group_id) != row.group_id:
        need_group_admin(session, principal, values["group_id"])
    _check(session, values)
    if values:
        before = {key: getattr(row, key) for key in values}
        session.execute(update(Allocation).where(Allocation.id == allocation_id).values(**values))
        change = Change("update", "allocation", allocation_id, row.group_id, before=before, after=values)
        record(session, principal.user_id, change)
    return row


def replace_credential(
    session: Session, principal: Principal, vault: Vault, row: Allocation, credential: dict[str, Any], whole: bool
) -> None:
    """Replace the credential of an allocation.

    SkyPortal merges a new credential into the stored one; here the portal cannot read what is stored, so where
    there is one the caller must say that the new one is ``whole``. Raises :class:`BadInput` otherwise.
    """
    stored = select(AllocationSecret.allocation_id).where(AllocationSecret.allocation_id == row.id)
    if not whole and session.execute(stored).first():
        raise BadInput(
            "A credential is stored already and cannot be read here to be merged: send the whole new one with "
            "replace_altdata true.",
            field="_altdata",
        )
    _keep_secret(session, vault, row.id, credential)
    change = Change("replace credential", "allocation", row.id, holder_id=row.group_id)
    record(session, principal.user_id, change)


def delete_allocation(session: Session, principal: Principal, allocation_id: int) -> None:
    """Delete an allocation that was never used."""
    principal.need(MANAGE)
    row = get_allocation(session, allocation_id)
    need_group_admin(session, principal, row.group_id)
    before = {"group_id": row.group_id, "instrument_id": row.instrument_id}
    change = Change("delete", "allocation", allocation_id, holder_id=row.group_id, before=before)
    record(session, principal.user_id, change)
    session.execute(delete(Allocation).where(Allocation.id == allocation_id))


def need_admins(session: Session, group_id: int, user_ids: list[int]) -> None:
    """Raise :class:`BadInput` where somebody named as an allocation's administrator is none of the group's."""
    admins = set(session.scalars(select(GroupUser.user_id).where(GroupUser.group_id == group_id, GroupUser.admin)))
    for user_id in user_ids:
        if user_id not in admins:
            raise BadInput(
                f"The group's administrators administer its allocations, and the user {user_id} is none of them.",
                field="allocation_admin_ids",
            )


def _views(session: Session, rows: list[Allocation]) -> list[AllocationView]:
    instruments = {
        row.id: instrument_view(row, telescope)
        for row, telescope in session.execute(
            select(Instrument, Telescope)
            .join(Telescope, Telescope.id == Instrument.telescope_id)
            .where(Instrument.id.in_({row.instrument_id for row in rows}))
        )
    }
    group_ids = {row.group_id for row in rows}
    groups = {row.id: row for row in session.scalars(select(Group).where(Group.id.in_(group_ids)))}
    admins: dict[int, list[UserBrief]] = {}
    found = select(GroupUser.group_id, User).join(User, User.id == GroupUser.user_id).order_by(User.id)
    for group_id, user in session.execute(found.where(GroupUser.admin, GroupUser.group_id.in_(group_ids))):
        admins.setdefault(group_id, []).append(UserBrief.model_validate(user))
    plain = set(AllocationView.model_fields) - {"instrument", "group", "allocation_users"}
    return [
        AllocationView(
            **{name: getattr(row, name) for name in plain},
            instrument=instruments[row.instrument_id],
            group=GroupView.model_validate(groups[row.group_id]),
            allocation_users=admins.get(row.group_id, []),
        )
        for row in rows
    ]


def _check(session: Session, values: dict[str, Any]) -> None:
    if "instrument_id" in values:
        get_instrument(session, values["instrument_id"])
    shared = values.get("default_share_group_ids") or []
    known = set(session.scalars(select(Group.id).where(Group.id.in_(shared))))
    for group_id in shared:
        if group_id not in known:
            raise BadInput(f"There is no group with the id {group_id}.", field="default_share_group_ids")


def _keep_secret(session: Session, vault: Vault, allocation_id: int, credential: dict[str, Any]) -> None:
    sealed = vault.encrypt(json.dumps(credential))
    # The value is repeated, since reading it back from the row is what this role may not do.
    session.execute(
        upsert(AllocationSecret)
        .values(allocation_id=allocation_id, ciphertext=sealed)
        .on_conflict_do_update(index_elements=["allocation_id"], set_={"ciphertext": sealed, "changed_at": func.now()})
    )
