"""Who takes part in a sharing service: its groups, the co-authors of its reports, who publishes of themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.access.audiences import my_group_ids
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.membership import get_group, is_member
from app.portal.sharing_services import KIND, need_service, owned
from app.tables import (
    GroupUser,
    SharingServiceAutoPublisher,
    SharingServiceCoauthor,
    SharingServiceGroup,
    User,
)

AUTO = ("auto_share_to_tns", "auto_share_to_hermes")
FLAGS = ("owner", *AUTO, "auto_sharing_allow_bots")


def put_group(session: Session, principal: Principal, place: tuple[int, int], given: dict[str, Any]) -> int:
    """Give a group access to a service (service id, group id), or change its settings; return the access' id.

    What a group publishes of itself is decided by its own members only.
    """
    service_id, group_id = place
    service = owned(session, principal, service_id)
    get_group(session, group_id)
    flags = {name: bool(given[name]) for name in FLAGS if given.get(name) is not None}
    row = _access(session, service_id, group_id)
    if any(flags.get(name) for name in AUTO) and not principal.is_admin and group_id not in my_group_ids(session):
        raise Forbidden("Only members of a group can have its sources published automatically.")
    for there in ("tns", "hermes"):
        if flags.get(f"auto_share_to_{there}") and not getattr(service, f"enable_sharing_with_{there}"):
            raise BadInput("This sharing service does not share there.", field=f"auto_share_to_{there}")
    if row is None:
        values = {"sharing_service_id": service_id, "group_id": group_id, **flags}
        made = session.execute(insert(SharingServiceGroup).values(**values).returning(SharingServiceGroup.id))
        number = int(made.scalar_one())
        record(session, principal.user_id, Change("create", f"{KIND} group", number, group_id, after=values))
        return number
    if not flags:
        raise BadInput("This group has access already; say what is to change.", field="owner")
    if row.owner and flags.get("owner") is False:
        _need_other_owner(session, service_id, group_id)
    if flags.get("auto_sharing_allow_bots") is False and _bots(session, row.id):
        raise BadInput("A bot publishes for this group; remove it first.", field="auto_sharing_allow_bots")
    before = {name: getattr(row, name) for name in flags}
    session.execute(update(SharingServiceGroup).where(SharingServiceGroup.id == row.id).values(**flags))
    record(session, principal.user_id, Change("update", f"{KIND} group", row.id, group_id, before, flags))
    return row.id


def remove_group(session: Session, principal: Principal, service_id: int, group_id: int) -> None:
    """Take a group's access away; the only owner stays."""
    owned(session, principal, service_id)
    row = _need_access(session, service_id, group_id)
    if row.owner:
        _need_other_owner(session, service_id, group_id)
    session.execute(delete(SharingServiceGroup).where(SharingServiceGroup.id == row.id))
    record(session, principal.user_id, Change("delete", f"{KIND} group", row.id, group_id))


def add_coauthor(session: Session, principal: Principal, service_id: int, user_id: int) -> int:
    """Name a person in every report of a service; return the id. They need an affiliation, and must not be a bot."""
    owned(session, principal, service_id)
    user = _need_author(session, user_id)
    if user.is_bot:
        raise BadInput("A bot cannot be a co-author.", field="user_id")
    values = {"sharing_service_id": service_id, "user_id": user_id}
    statement = insert(SharingServiceCoauthor).values(**values).on_conflict_do_nothing()
    made = session.execute(statement.returning(SharingServiceCoauthor.id)).scalar()
    if made is None:
        raise BadInput("This person is a co-author already.", field="user_id")
    record(session, principal.user_id, Change("create", f"{KIND} co-author", made, None, after=values))
    return int(made)


def remove_coauthor(session: Session, principal: Principal, service_id: int, user_id: int) -> None:
    """Name a person no longer."""
    owned(session, principal, service_id)
    c = SharingServiceCoauthor
    statement = delete(c).where(c.sharing_service_id == service_id, c.user_id == user_id).returning(c.id)
    gone = session.execute(statement).scalar()
    if gone is None:
        raise NotAvailableHere("This person is not a co-author of the sharing service.")
    record(session, principal.user_id, Change("delete", f"{KIND} co-author", gone, None))


def add_publishers(
    session: Session, principal: Principal, place: tuple[int, int], user_ids: Sequence[int]
) -> list[int]:
    """Have a group's new sources published in these members' names; return the ids. All or none."""
    access = _need_say(session, principal, place)
    made = []
    for user_id in dict.fromkeys(user_ids):
        if not is_member(session, access.group_id, user_id):
            raise BadInput(f"The user {user_id} is not a member of this group.", field="user_ids")
        user = _need_author(session, user_id)
        if user.is_bot and not access.auto_sharing_allow_bots:
            raise BadInput("Bots may not publish for this group.", field="user_ids")
        values = {"sharing_service_group_id": access.id, "user_id": user_id}
        statement = insert(SharingServiceAutoPublisher).values(**values).on_conflict_do_nothing()
        number = session.execute(statement.returning(SharingServiceAutoPublisher.id)).scalar()
        if number is None:
            raise BadInput(f"The user {user_id} publishes for this group already.", field="user_ids")
        made.append(int(number))
    after = {"user_ids": list(user_ids)}
    record(session, principal.user_id, Change("create", f"{KIND} publisher", access.id, access.group_id, after=after))
    return made


def remove_publishers(session: Session, principal: Principal, place: tuple[int, int], user_ids: Sequence[int]) -> None:
    """Have nothing published in these members' names any more. All or none."""
    access = _need_say(session, principal, place)
    p, wanted = SharingServiceAutoPublisher, set(user_ids)
    statement = delete(p).where(p.sharing_service_group_id == access.id, p.user_id.in_(wanted)).returning(p.user_id)
    gone = set(session.scalars(statement))
    if gone != wanted:
        raise BadInput(f"The user {min(wanted - gone)} does not publish for this group.", field="user_ids")
    before = {"user_ids": sorted(gone)}
    record(session, principal.user_id, Change("delete", f"{KIND} publisher", access.id, access.group_id, before))


def _access(session: Session, service_id: int, group_id: int) -> SharingServiceGroup | None:
    g = SharingServiceGroup
    return session.scalars(select(g).where(g.sharing_service_id == service_id, g.group_id == group_id)).first()


def _need_access(session: Session, service_id: int, group_id: int) -> SharingServiceGroup:
    found = _access(session, service_id, group_id)
    if found is None:
        raise NotAvailableHere("This group has no access to the sharing service.")
    return found


def _need_say(session: Session, principal: Principal, place: tuple[int, int]) -> SharingServiceGroup:
    """Return a group's access, over which its own members who own the service, and its administrators, have a say."""
    service_id, group_id = place
    need_service(session, service_id)
    found = _need_access(session, service_id, group_id)
    chief = select(GroupUser.id).where(
        GroupUser.group_id == group_id, GroupUser.user_id == principal.user_id, GroupUser.admin
    )
    owns = service_id in set(session.scalars(select(func.access.my_owned_sharing_services())))
    in_group = group_id in my_group_ids(session)
    if not principal.is_admin and not (in_group and (owns or session.scalar(chief) is not None)):
        raise Forbidden("Only administrators of the group, or its members who own the service, say who publishes.")
    return found


def _need_author(session: Session, user_id: int) -> User:
    user = session.get(User, user_id)
    if user is None:
        raise NotAvailableHere(f"There is no user with the id {user_id}.", field="user_id")
    if not [a for a in user.affiliations if a.strip()]:
        raise BadInput(f"{user.username} has no affiliation in their profile, which reports need.", field="user_id")
    return user


def _need_other_owner(session: Session, service_id: int, group_id: int) -> None:
    g = SharingServiceGroup
    # Locked, so that two owners cannot leave at once.
    owners = select(g.group_id).where(g.sharing_service_id == service_id, g.owner).with_for_update()
    if set(session.scalars(owners)) == {group_id}:
        raise BadInput("This is the only group that owns the sharing service; add another owner first.", field="owner")


def _bots(session: Session, access_id: int) -> bool:
    p = SharingServiceAutoPublisher
    asked = select(p.id).join(User, User.id == p.user_id).where(p.sharing_service_group_id == access_id, User.is_bot)
    return session.scalars(asked.limit(1)).first() is not None
