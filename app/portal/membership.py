"""Who is in a group: adding, changing, leaving; and the rule that a member reads every stream of the group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.orm import Session

from app.access.elevation import elevated
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.tables import Group, GroupStream, GroupUser, Stream, StreamUser, User


@dataclass(frozen=True)
class Rights:
    """What a membership allows; None leaves a right as it is."""

    admin: bool | None = None
    can_save: bool | None = None
    can_share_photometry: bool | None = None

    def given(self) -> dict[str, bool]:
        """Return the rights that are named."""
        named = {
            "admin": self.admin, "can_save": self.can_save, "can_share_photometry": self.can_share_photometry,
        }  # fmt: skip
        return {name: value for name, value in named.items() if value is not None}


def no_such_group() -> NotAvailableHere:
    """Return the one answer for a group that is not there, or that the principal may not know of."""
    return NotAvailableHere("There is no such group, or you may not see it.")


def get_group(session: Session, group_id: int) -> Group:
    """Return a group that the principal may know of; raise :class:`NotAvailableHere`."""
    group = session.get(Group, group_id)
    if group is None:
        raise no_such_group()
    return group


def need_group_admin(session: Session, principal: Principal, group_id: int) -> Group:
    """Return the group; raise :class:`Forbidden` unless the principal is one of its administrators, or of all."""
    group = get_group(session, group_id)
    if principal.is_admin:
        return group
    mine = select(GroupUser.admin).where(GroupUser.group_id == group_id, GroupUser.user_id == principal.user_id)
    if not session.execute(mine).scalar():
        raise Forbidden("Only an administrator of the group can do this.")
    return group


def need_team(session: Session, principal: Principal, group_id: int) -> Group:
    """As :func:`need_group_admin`, for a group whose members people may choose."""
    group = need_group_admin(session, principal, group_id)
    if group.single_user_group:
        raise BadInput("A user's own group has exactly one member.")
    if group.sitewide:
        raise BadInput("Everybody is in the sitewide group; its members cannot be changed.")
    return group


def add_to_groups(session: Session, principal: Principal, user_id: int, groups: list[tuple[int, bool]]) -> None:
    """Put a new user into groups (id, admin), each of which the principal administers."""
    for group_id, admin in groups:
        if get_group(session, group_id).sitewide:
            continue  # everybody is in it from the start
        add_member(session, principal, group_id, user_id, Rights(admin=admin))


def add_member(
    session: Session,
    principal: Principal,
    group_id: int,
    user_id: int,
    rights: Rights,
    until: datetime | None = None,
) -> None:
    """Add a user who reads every stream of the group; raise :class:`BadInput` for others and for members.

    A guest's membership ends at ``until``, and guests administer nothing.
    """
    group = need_team(session, principal, group_id)
    user = session.get(User, user_id)
    if user is None:
        raise BadInput(f"There is no user with the id {user_id}.", field="userID")
    if _membership(session, group_id, user_id) is not None:
        raise BadInput(f"{user.username} is in the group already.", field="userID")
    if until is not None and rights.admin:
        raise BadInput("A guest cannot be an administrator.", field="admin")
    need_streams_of(session, principal, group, user)
    forget_ended(session, group_id, user_id)
    session.add(GroupUser(group_id=group_id, user_id=user_id, until=until, **rights.given()))
    session.flush()
    after: dict[str, object] = {"user_id": user_id, **rights.given()}
    if until is not None:
        after["until"] = until.isoformat()
    record(session, principal.user_id, Change("add member", "group", group_id, holder_id=group_id, after=after))


def change_member(session: Session, principal: Principal, group_id: int, user_id: int, rights: Rights) -> None:
    """Change what a member may do; a group keeps at least one administrator."""
    need_team(session, principal, group_id)
    if not rights.given():
        raise BadInput("Name at least one of admin, canSave, canSharePhotometry.")
    member = _membership(session, group_id, user_id)
    if member is None:
        raise BadInput(f"The user {user_id} is not in the group.", field="userID")
    if rights.admin and member.until is not None:
        raise BadInput("A guest cannot be an administrator; make the membership one without end first.", field="admin")
    if rights.admin is False:
        _need_another_admin(session, principal, group_id, user_id)
    before = {name: getattr(member, name) for name in rights.given()}
    session.execute(update(GroupUser).where(GroupUser.id == member.id).values(**rights.given()))
    change = Change(
        "change member", "group", group_id, holder_id=group_id,
        before={"user_id": user_id, **before}, after={"user_id": user_id, **rights.given()},
    )  # fmt: skip
    record(session, principal.user_id, change)


def remove_member(session: Session, principal: Principal, group_id: int, user_id: int) -> None:
    """Remove a member; members may leave by themselves."""
    group = get_group(session, group_id)
    leaving = user_id == principal.user_id
    if not leaving:
        need_team(session, principal, group_id)
    if group.single_user_group or group.sitewide:
        raise BadInput("This group's members cannot be changed.")
    if _membership(session, group_id, user_id) is None:
        raise BadInput(f"The user {user_id} is not in the group.")
    _need_another_admin(session, principal, group_id, user_id)
    # Written first: whoever leaves has no part in the group's history afterwards.
    change = Change("remove member", "group", group_id, holder_id=group_id, before={"user_id": user_id})
    record(session, principal.user_id, change)
    gone = delete(GroupUser).where(GroupUser.group_id == group_id, GroupUser.user_id == user_id)
    if leaving:
        with elevated(session, principal, f"leave the group {group_id}"):
            session.execute(gone)
    else:
        session.execute(gone)


def add_members_of(session: Session, principal: Principal, group_id: int, from_group_ids: list[int]) -> None:
    """Add everybody from other groups of the principal's; who is in already is left as is."""
    need_team(session, principal, group_id)
    mine = select(GroupUser.group_id).where(GroupUser.user_id == principal.user_id)
    for other in from_group_ids:
        get_group(session, other)
        if not principal.is_admin and other not in set(session.scalars(mine)):
            raise no_such_group()
    have = set(session.scalars(select(GroupUser.user_id).where(GroupUser.group_id == group_id)))
    memberships = select(GroupUser.user_id, GroupUser.until).where(GroupUser.group_id.in_(from_group_ids))
    ends: dict[int, list[datetime | None]] = {}
    for user_id, until in session.execute(memberships):
        ends.setdefault(user_id, []).append(until)
    for user_id in sorted(set(ends) - have):
        # Who is a guest in all of these groups comes along as a guest, for the longest of those times.
        known = [end for end in ends[user_id] if end is not None]
        until = max(known) if len(known) == len(ends[user_id]) else None
        add_member(session, principal, group_id, user_id, Rights(admin=False), until)


def forget_ended(session: Session, group_id: int, user_id: int) -> None:
    """Take away the row of a guest's time that is over, before the same person comes again."""
    session.execute(text("SELECT access.clear_ended(:group, :user)"), {"group": group_id, "user": user_id})


def is_member(session: Session, group_id: int, user_id: int) -> bool:
    """Whether a user is in a group, as far as the principal may know."""
    return _membership(session, group_id, user_id) is not None


def _membership(session: Session, group_id: int, user_id: int) -> GroupUser | None:
    return session.scalars(
        select(GroupUser).where(GroupUser.group_id == group_id, GroupUser.user_id == user_id)
    ).one_or_none()


def _need_another_admin(session: Session, principal: Principal, group_id: int, user_id: int) -> None:
    # The rows are locked, so that two administrators cannot leave at once.
    locked = select(GroupUser.user_id).where(GroupUser.group_id == group_id, GroupUser.admin).with_for_update()
    with elevated(session, principal, f"count the administrators of the group {group_id}"):
        admins = set(session.scalars(locked))
    if admins == {user_id}:
        raise BadInput("A group keeps at least one administrator: name another one first.")


def need_streams_of(session: Session, principal: Principal, group: Group, user: User) -> None:
    """Raise :class:`BadInput` unless the user reads every stream that the group filters."""
    wanted = select(GroupStream.stream_id).where(GroupStream.group_id == group.id)
    has = select(StreamUser.stream_id).where(StreamUser.user_id == user.id)
    with elevated(session, principal, f"compare the streams of the group {group.id} with a user's"):
        missing = select(func.min(Stream.name)).where(Stream.id.in_(wanted), Stream.id.not_in(has))
        name = session.execute(missing).scalar()
    if name is not None:
        raise BadInput(
            f"{user.username} does not have access to the stream {name!r}, which the group filters. "
            "An administrator can give it.",
            field="userID",
        )
