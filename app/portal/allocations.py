"""Allocations: time that a group has on an instrument, administered by the group's administrators.

The credential for the facility goes in encrypted and never comes out through the portal, whose database role may
write it and not read it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, Field
from sqlalchemy import delete, false, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, NotAvailableHere
from app.portal.ephemeris import EphemerisView, ephemeris, place_of, tonight
from app.portal.followup_details import details_of
from app.portal.groups import GroupView
from app.portal.instruments import InstrumentView, get_instrument
from app.portal.instruments import view as instrument_view
from app.portal.membership import need_group_admin
from app.portal.people import UserBrief
from app.portal.telescopes import TelescopeView
from app.secrets import Vault
from app.tables import (
    Allocation,
    AllocationSecret,
    AllocationUser,
    FollowupRequest,
    Group,
    GroupUser,
    Instrument,
    Telescope,
    User,
)

MANAGE = "Manage allocations"
FACILITIES_DO = frozenset({"submit", "get", "update", "delete", "retrieve"})
"""What can be done through a facility, in SkyPortal's words: ask, look, change, withdraw, fetch the data."""
AllocationType = Literal["triggered", "forced_photometry", "observation_plan"]


class AllocationView(BaseModel):
    """An allocation as SkyPortal shows it; ``allocation_users`` look after it."""

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
    ephemeris: EphemerisView | None = None


@dataclass(frozen=True)
class AllocationSearch:
    """Which allocations: on an instrument, with an API of a type, behind which a facility can do something."""

    instrument_id: int | None = None
    api_type: Literal["api_classname", "api_classname_obsplan"] | None = None
    implements: str | None = None


def list_allocations(session: Session, search: AllocationSearch) -> list[AllocationView]:
    """Return the allocations of the principal's groups that match.

    Raises :class:`BadInput` for something to be implemented without the type of the API.
    """
    if search.implements is not None and search.api_type is None:
        raise BadInput("Say of which API: send apiType, too.", field="apiType")
    wanted = select(Allocation).order_by(Allocation.id)
    if search.instrument_id is not None:
        wanted = wanted.where(Allocation.instrument_id == search.instrument_id)
    if search.api_type is not None:
        wanted = wanted.join(Instrument, Instrument.id == Allocation.instrument_id)
        named = Instrument.api_classname if search.api_type == "api_classname" else Instrument.api_classname_obsplan
        wanted = wanted.where(named.is_not(None))
    if search.implements is not None:
        # Every facility class of the TOM Toolkit does the same; plans for skymaps are not among it.
        able = search.api_type == "api_classname" and search.implements in FACILITIES_DO
        wanted = wanted.where(Allocation.facility.is_not(None)) if able else wanted.where(false())
    return _views(session, list(session.scalars(wanted)))


def get_allocation(session: Session, allocation_id: int) -> Allocation:
    """Return an allocation; raise :class:`NotAvailableHere`."""
    row = session.get(Allocation, allocation_id)
    if row is None:
        raise NotAvailableHere("There is no such allocation, or you may not see it.")
    return row


@dataclass(frozen=True)
class RequestPage:
    """Which page of an allocation's requests, in which order."""

    number: int
    size: int
    sort_by: Literal["created_at", "modified", "status", "obj"] = "created_at"
    descending: bool = False


def detail(session: Session, allocation_id: int, page: RequestPage) -> tuple[AllocationDetail, int]:
    """Return an allocation with one page of its requests and tonight's Sun, and how many requests there are."""
    [base] = _views(session, [get_allocation(session, allocation_id)])
    wanted = select(FollowupRequest).where(FollowupRequest.allocation_id == allocation_id)
    total = session.execute(select(func.count()).select_from(wanted.subquery())).scalar_one()
    first = getattr(FollowupRequest, "obj_id" if page.sort_by == "obj" else page.sort_by)
    order = [first.desc(), FollowupRequest.id.desc()] if page.descending else [first, FollowupRequest.id]
    rows = session.scalars(wanted.order_by(*order).limit(page.size).offset((page.number - 1) * page.size)).all()
    details = details_of(session, rows)
    requests = [
        RequestBrief(
            id=row.id, created_at=row.created_at, modified=row.modified, obj_id=row.obj_id,
            status=details[row.id].status, payload=details[row.id].payload, requester_id=row.owner_id,
            allocation_id=row.allocation_id,
        )
        for row in rows
    ]  # fmt: skip
    telescope = session.execute(select(Telescope).where(Telescope.id == base.instrument.telescope_id)).scalar_one()
    place = place_of(telescope)
    sun = ephemeris(place, tonight(place)) if place is not None else EphemerisView()
    whole = AllocationDetail(**dict(base), requests=requests, telescope=base.instrument.telescope, ephemeris=sun)
    return whole, total


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


def set_users(session: Session, principal: Principal, allocation: Allocation, user_ids: list[int]) -> None:
    """Have these members of the group look after an allocation, and nobody else.

    Raises :class:`BadInput` for somebody who is not in the group.
    """
    members = set(session.scalars(select(GroupUser.user_id).where(GroupUser.group_id == allocation.group_id)))
    for user_id in user_ids:
        if user_id not in members:
            raise BadInput(f"The user {user_id} is not in the group of this allocation.", field="allocation_admin_ids")
    on = AllocationUser.allocation_id == allocation.id
    before = set(session.scalars(select(AllocationUser.user_id).where(on)))
    wanted = set(user_ids)
    if before == wanted:
        return
    session.execute(delete(AllocationUser).where(on, AllocationUser.user_id.not_in(wanted)))
    if wanted - before:
        rows = [{"allocation_id": allocation.id, "user_id": user_id} for user_id in sorted(wanted - before)]
        session.execute(insert(AllocationUser), rows)
    change = Change(
        "update", "allocation users", allocation.id, allocation.group_id,
        before={"user_ids": sorted(before)}, after={"user_ids": sorted(wanted)},
    )  # fmt: skip
    record(session, principal.user_id, change)


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
    found = select(AllocationUser.allocation_id, User).join(User, User.id == AllocationUser.user_id).order_by(User.id)
    for allocation_id, user in session.execute(found.where(AllocationUser.allocation_id.in_({r.id for r in rows}))):
        admins.setdefault(allocation_id, []).append(UserBrief.model_validate(user))
    plain = set(AllocationView.model_fields) - {"instrument", "group", "allocation_users"}
    return [
        AllocationView(
            **{name: getattr(row, name) for name in plain},
            instrument=instruments[row.instrument_id],
            group=GroupView.model_validate(groups[row.group_id]),
            allocation_users=admins.get(row.id, []),
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
