"""Groups: who may see and change them, and which streams they filter."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.access.elevation import elevated
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Conflict, NotAvailableHere
from app.portal.filters import FilterView
from app.portal.filters import view as filter_view
from app.portal.membership import get_group, need_group_admin, need_team
from app.portal.streams import StreamView, no_such_stream
from app.tables import Filter, Group, GroupStream, GroupUser, Stream, StreamUser, User

STAYS = (
    "This group holds data, or is party to what a publication owes: terms outlive people, so it stays. Delete what it "
    "holds and settle what is owed first, or take its members out and leave it empty."
)


class GroupView(BaseModel):
    """A group as SkyPortal shows it."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    created_at: datetime
    modified: datetime
    name: str
    nickname: str | None
    description: str | None
    private: bool
    auto_accept_requests: bool
    single_user_group: bool


class MemberView(BaseModel):
    """A member of a group and what the membership allows."""

    id: int
    username: str
    first_name: str | None
    last_name: str | None
    contact_email: str | None
    contact_phone: str | None
    admin: bool
    can_save: bool
    can_share_photometry: bool


class GroupDetail(GroupView):
    """A group with its streams, filters and members, as far as the reader may know them."""

    streams: list[StreamView]
    filters: list[FilterView]
    users: list[MemberView] | None = None


class NewGroup(BaseModel):
    """What a group is made from; its maker becomes an administrator of it."""

    name: str
    nickname: str | None = None
    description: str | None = None
    private: bool = False
    auto_accept_requests: bool = False
    group_admins: list[int] = Field(default_factory=list)


class GroupLists(BaseModel):
    """Groups by what the caller has to do with them."""

    user_groups: list[GroupView]
    user_accessible_groups: list[GroupView]
    all_groups: list[GroupView]


def list_groups(session: Session, principal: Principal, single: bool) -> GroupLists:
    """Return the groups that the principal is in, may act in, and may know of; ``single``: groups of one, too."""
    mine = set(session.scalars(select(GroupUser.group_id).where(GroupUser.user_id == principal.user_id)))
    rows = session.scalars(select(Group).order_by(Group.id))
    every = [GroupView.model_validate(row) for row in rows if single or not row.single_user_group]
    own = [group for group in every if group.id in mine]
    return GroupLists(user_groups=own, user_accessible_groups=every if principal.is_admin else own, all_groups=every)


def by_name(session: Session, principal: Principal, name: str) -> list[Group]:
    """Return the principal's group with exactly this name, or nothing."""
    mine = select(GroupUser.group_id).where(GroupUser.user_id == principal.user_id)
    wanted = select(Group).where(Group.name == name)
    return list(session.scalars(wanted if principal.is_admin else wanted.where(Group.id.in_(mine))))


def public_group(session: Session) -> Group:
    """Return the group that everybody is in."""
    return session.execute(select(Group).where(Group.sitewide)).scalar_one()


def detail(session: Session, group_id: int, members: bool) -> GroupDetail:
    """Return a group with what the principal may know about it; raise :class:`NotAvailableHere`."""
    group = get_group(session, group_id)
    used = select(GroupStream.stream_id).where(GroupStream.group_id == group_id)
    streams = session.scalars(select(Stream).where(Stream.id.in_(used)).order_by(Stream.id))
    filters = session.scalars(select(Filter).where(Filter.group_id == group_id).order_by(Filter.id))
    return GroupDetail(
        **GroupView.model_validate(group).model_dump(),
        streams=[StreamView.model_validate(stream) for stream in streams],
        filters=[filter_view(row) for row in filters],
        users=_members(session, group_id) if members else None,
    )


def _members(session: Session, group_id: int) -> list[MemberView]:
    found = (
        select(GroupUser, User).join(User, User.id == GroupUser.user_id).where(GroupUser.group_id == group_id)
    ).order_by(User.username)
    return [
        MemberView(
            id=user.id, username=user.username, first_name=user.first_name, last_name=user.last_name,
            contact_email=user.contact_email, contact_phone=user.contact_phone, admin=member.admin,
            can_save=member.can_save, can_share_photometry=member.can_share_photometry,
        )
        for member, user in session.execute(found)
    ]  # fmt: skip


def add_group(session: Session, principal: Principal, new: NewGroup) -> int:
    """Make a group whose maker is an administrator of it; return the id."""
    _need_free_name(session, new.name)
    admins = sorted({principal.user_id, *new.group_admins})
    known = set(session.scalars(select(User.id).where(User.id.in_(admins))))
    for user_id in admins:
        if user_id not in known:
            raise BadInput(f"There is no user with the id {user_id}.", field="group_admins")
    group_id = int(
        session.execute(
            text("SELECT access.create_group(:name, :nick, :about, :private, :auto, CAST(:admins AS int[]))"),
            {
                "name": new.name, "nick": new.nickname, "about": new.description, "private": new.private,
                "auto": new.auto_accept_requests, "admins": admins,
            },
        ).scalar_one()
    )  # fmt: skip
    change = Change("create", "group", group_id, holder_id=group_id, after={"name": new.name, "admins": admins})
    record(session, principal.user_id, change)
    return group_id


def change_group(session: Session, principal: Principal, group_id: int, values: dict[str, Any]) -> None:
    """Change what a group is called and whether it is private."""
    group = need_team(session, principal, group_id)
    if values.get("name", group.name) != group.name or (group.private and values.get("private") is False):
        _need_free_name(session, values.get("name", group.name), group_id)
    before = {key: getattr(group, key) for key in values}
    session.execute(update(Group).where(Group.id == group_id).values(**values))
    record(session, principal.user_id, Change("update", "group", group_id, group_id, before=before, after=values))


def set_approvals(session: Session, principal: Principal, group_id: int, values: dict[str, bool]) -> Group:
    """Change what an administrator of the group approves first; raise :class:`BadInput` where nothing changes."""
    group = need_team(session, principal, group_id)
    changed = {key: value for key, value in values.items() if getattr(group, key) != value}
    if not changed:
        raise BadInput("Name approves_out or approves_in as it is not yet.", field="approves_out")
    before = {key: getattr(group, key) for key in changed}
    session.execute(update(Group).where(Group.id == group_id).values(**changed))
    record(session, principal.user_id, Change("change approvals", "group", group_id, group_id, before, changed))
    return group


def delete_group(session: Session, principal: Principal, group_id: int) -> None:
    """Delete a group that holds nothing and is owed nothing; raise :class:`Conflict` for any other."""
    group = need_team(session, principal, group_id)
    # Without a holder, since that row is about to go.
    record(session, principal.user_id, Change("delete", "group", group_id, before={"name": group.name}))
    try:
        session.execute(delete(Group).where(Group.id == group_id))
    except IntegrityError as error:
        # One sentence for all that may be in the way: of some of it not even the group may know yet.
        raise Conflict(STAYS) from error


def add_stream(session: Session, principal: Principal, group_id: int, stream_id: int) -> None:
    """Let a group filter a stream that every one of its members has."""
    need_group_admin(session, principal, group_id)
    stream = session.get(Stream, stream_id)
    if stream is None:
        raise no_such_stream()
    if session.get(GroupStream, (group_id, stream_id)) is not None:
        raise BadInput("The group has the stream already.", field="stream_id")
    has = select(StreamUser.user_id).where(StreamUser.stream_id == stream_id)
    lacking = select(User.username).join(GroupUser, GroupUser.user_id == User.id)
    lacking = lacking.where(GroupUser.group_id == group_id, User.id.not_in(has)).order_by(User.username).limit(1)
    with elevated(session, principal, f"compare the members of the group {group_id} with a stream's subscribers"):
        name = session.execute(lacking).scalar()
    if name is not None:
        raise BadInput(
            f"{name} is in the group and does not have the stream {stream.name!r}; every member needs it.",
            field="stream_id",
        )
    session.add(GroupStream(group_id=group_id, stream_id=stream_id))
    session.flush()
    after = {"stream_id": stream_id}
    record(session, principal.user_id, Change("add stream", "group", group_id, holder_id=group_id, after=after))


def remove_stream(session: Session, principal: Principal, group_id: int, stream_id: int) -> None:
    """Take a stream from a group, unless one of its filters uses it."""
    need_group_admin(session, principal, group_id)
    row = session.get(GroupStream, (group_id, stream_id))
    if row is None:
        raise NotAvailableHere("The group does not have this stream.")
    used = select(Filter.name).where(Filter.group_id == group_id, Filter.stream_id == stream_id).limit(1)
    name = session.execute(used).scalar()
    if name is not None:
        raise BadInput(f"The group's filter {name!r} uses the stream; delete it first.")
    session.delete(row)
    change = Change("remove stream", "group", group_id, holder_id=group_id, before={"stream_id": stream_id})
    record(session, principal.user_id, change)


def _need_free_name(session: Session, name: str, but: int = 0) -> None:
    # Among the groups that one may know of: a refusal must not tell that a private group has the name.
    if session.execute(select(Group.id).where(Group.name == name, Group.id != but).limit(1)).first():
        raise BadInput(f"There is a group {name!r} already; choose another name.", field="name")
