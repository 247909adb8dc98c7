"""Invitations: whoever manages users lets somebody make an account, with no more than the inviter could give.

What the inviter may give is asked when the invitation is written and again when it is accepted.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.orm import Session

from app.access import audiences
from app.access.authenticate import digest
from app.access.elevation import elevated
from app.access.history import Change, record
from app.access.principal import Principal
from app.context import Context, declare
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.accounts import NewUser, create_user
from app.portal.membership import Rights, add_member, get_group, need_team
from app.portal.people import MANAGE, get_user, may_give_role
from app.tables import (
    GroupStream,
    Invitation,
    InvitationGroup,
    InvitationStream,
    Stream,
    StreamUser,
    User,
)

RoleName = Literal["Full user", "View only"]
UNUSABLE = "This invitation was used already, was taken back, or is too old. Ask for a new one."


@dataclass(frozen=True)
class Wanted:
    """What an invited person gets; ``stream_ids`` None: every stream of the groups."""

    role: str
    groups: tuple[tuple[int, Rights], ...]
    stream_ids: tuple[int, ...] | None = None
    until: datetime | None = None


def invite(session: Session, context: Context, principal: Principal, email: str, wanted: Wanted) -> tuple[int, str]:
    """Invite the person behind an e-mail address; return the invitation's id and the secret of its link.

    Raises :class:`Forbidden` or :class:`BadInput` for anything that the principal could not give.
    """
    wanted = checked(session, principal, wanted)
    secret = secrets.token_urlsafe(24)
    days = context.settings.login.invitation_days
    row = Invitation(
        secret_sha256=digest(secret), sealed=context.vault.encrypt(secret), user_email=email, role_id=wanted.role,
        invited_by_id=principal.user_id, user_expiration_date=wanted.until,
        expires_at=datetime.now(UTC) + timedelta(days=days),
    )  # fmt: skip
    session.add(row)
    session.flush()
    _give(session, row.id, wanted)
    after = {"email": email, "role": wanted.role, "groups": [g for g, _ in wanted.groups]}
    record(session, principal.user_id, Change("create", "invitation", row.id, after=after))
    return row.id, secret


def change(session: Session, principal: Principal, invitation_id: int, values: dict[str, Any]) -> None:
    """Change what a pending invitation gives: ``role``, ``group_ids``, ``stream_ids``, ``until``."""
    row = own(session, principal, invitation_id)
    if row.used:
        raise BadInput("The invitation was accepted already; change the user instead.")
    if not values:
        raise BadInput("Name at least one of groupIDs, streamIDs, role, userExpirationDate.")
    before = given(session, row)
    groups = before.groups
    if "group_ids" in values:
        had = dict(before.groups)
        groups = tuple((g, had.get(g, Rights(False, True, False))) for g in dict.fromkeys(values["group_ids"]))
    # With other groups, the streams follow them unless they are named.
    streams = values.get("stream_ids", None if "group_ids" in values else before.stream_ids)
    wanted = Wanted(
        values.get("role", before.role), groups, None if streams is None else tuple(streams),
        values.get("until", before.until),
    )  # fmt: skip
    wanted = checked(session, principal, wanted)
    for table in (InvitationGroup, InvitationStream):
        session.execute(delete(table).where(table.invitation_id == row.id))
    _give(session, row.id, wanted)
    session.execute(
        update(Invitation).where(Invitation.id == row.id).values(role_id=wanted.role, user_expiration_date=wanted.until)
    )
    record(session, principal.user_id, Change("update", "invitation", row.id, after={"changed": sorted(values)}))


def withdraw(session: Session, principal: Principal, invitation_id: int) -> None:
    """Delete an invitation; its link opens nothing from then on."""
    row = own(session, principal, invitation_id)
    record(session, principal.user_id, Change("delete", "invitation", row.id, before={"email": row.user_email}))
    session.execute(delete(Invitation).where(Invitation.id == row.id))


def own(session: Session, principal: Principal, invitation_id: int) -> Invitation:
    """Return an invitation of the principal's; raise :class:`NotAvailableHere`, or Forbidden to an administrator."""
    row = session.get(Invitation, invitation_id)
    if row is None:
        raise NotAvailableHere("There is no such invitation, or you may not see it.")
    if row.invited_by_id != principal.user_id:
        raise Forbidden("Only who invited can change the invitation.")
    return row


def given(session: Session, row: Invitation) -> Wanted:
    """Return what an invitation gives."""
    groups = session.scalars(
        select(InvitationGroup).where(InvitationGroup.invitation_id == row.id).order_by(InvitationGroup.group_id)
    )
    streams = session.scalars(select(InvitationStream.stream_id).where(InvitationStream.invitation_id == row.id))
    return Wanted(
        role=row.role_id,
        groups=tuple((g.group_id, Rights(g.admin, g.can_save, g.can_share_photometry)) for g in groups),
        stream_ids=tuple(sorted(streams)),
        until=row.user_expiration_date,
    )


def checked(session: Session, principal: Principal, wanted: Wanted) -> Wanted:
    """Return ``wanted`` with its streams and its end filled in; raise for what the principal may not give now."""
    principal.need(MANAGE)
    may_give_role(session, principal, wanted.role)
    groups = tuple((g, r) for g, r in wanted.groups if not get_group(session, g).sitewide)
    for group_id, _rights in groups:
        need_team(session, principal, group_id)
    streams = _streams(session, principal, [g for g, _ in groups], wanted.stream_ids)
    own_end = get_user(session, principal.user_id).expiration_date
    until = wanted.until or own_end
    if until is not None and until <= datetime.now(UTC):
        raise BadInput("The account would have ended already.", field="userExpirationDate")
    if own_end is not None and until is not None and until > own_end:
        raise BadInput("The account cannot last longer than yours.", field="userExpirationDate")
    return replace(wanted, groups=groups, stream_ids=streams, until=until)


def _streams(
    session: Session, principal: Principal, group_ids: Sequence[int], asked: Sequence[int] | None
) -> tuple[int, ...]:
    found = select(GroupStream.stream_id).where(GroupStream.group_id.in_(group_ids)).distinct()
    needed = set(session.scalars(found))
    if asked is not None and not needed <= set(asked):
        raise BadInput("Every stream of the groups must be among the streams.", field="streamIDs")
    wanted = needed if asked is None else set(asked)
    mine = set(audiences.my_stream_ids(session))
    if principal.is_admin:
        mine |= set(session.scalars(select(Stream.id)))
    beyond = sorted(wanted - mine)
    if beyond:
        raise BadInput(f"You do not subscribe to a stream with the id {beyond[0]}.", field="streamIDs")
    return tuple(sorted(wanted))


def _give(session: Session, invitation_id: int, wanted: Wanted) -> None:
    if wanted.groups:
        rows = [{"invitation_id": invitation_id, "group_id": g, **rights.given()} for g, rights in wanted.groups]
        session.execute(insert(InvitationGroup), rows)
    if wanted.stream_ids:
        rows = [{"invitation_id": invitation_id, "stream_id": s} for s in wanted.stream_ids]
        session.execute(insert(InvitationStream), rows)


def opened(session: Session, code: str) -> tuple[Principal, Invitation]:
    """Return an invitation by the secret of its link, and its inviter, in whose name the transaction goes on.

    Raises :class:`NotAvailableHere` for one that is used, withdrawn, too old or unknown, and where the inviter is gone.
    """
    query = text("SELECT id, invited_by_id, username, acls FROM access.invitation_of(:secret)")
    row = session.execute(query, {"secret": digest(code)}).first()
    if row is None:
        raise NotAvailableHere(UNUSABLE)
    inviter = Principal(row.invited_by_id, row.username, frozenset(row.acls))
    declare(session, inviter, f"open the invitation {row.id}")
    found = session.scalars(select(Invitation).where(Invitation.id == row.id).with_for_update()).one()
    if found.used:
        raise NotAvailableHere(UNUSABLE)
    return inviter, found


def accept(session: Session, inviter: Principal, row: Invitation, new: NewUser) -> int:
    """Make the invited person's account and spend the invitation; return the user's id.

    Raises as :func:`checked` where the inviter could not give this any more.
    """
    wanted = checked(session, inviter, given(session, row))
    new = replace(new, roles=(wanted.role,), expiration_date=wanted.until, contact_email=row.user_email)
    with elevated(session, inviter, f"accept the invitation {row.id}"):
        user_id = create_user(session, new, inviter.user_id)
        have = set(session.scalars(select(StreamUser.stream_id).where(StreamUser.user_id == user_id)))
        rows = [{"user_id": user_id, "stream_id": s} for s in wanted.stream_ids or () if s not in have]
        if rows:
            session.execute(insert(StreamUser), rows)
        for group_id, rights in wanted.groups:
            add_member(session, inviter, group_id, user_id, rights)
        session.execute(update(Invitation).where(Invitation.id == row.id).values(used=True, used_by_id=user_id))
        record(session, inviter.user_id, Change("accept", "invitation", row.id, after={"user_id": user_id}))
    return user_id


def free_username(session: Session, wished: str) -> str:
    """Return ``wished`` as a user name that is free, with a number where it is taken; the session sees all users."""
    base = "".join(c for c in wished.strip() if c.isprintable() and not c.isspace())[:100] or "user"
    taken = set(session.scalars(select(User.username).where(User.username.startswith(base, autoescape=True))))
    number = 2
    name = base
    while name in taken:
        name, number = f"{base}{number}", number + 1
    return name
