"""Pages of invitations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import BaseModel
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.context import Context
from app.portal.streams import StreamView
from app.portal.visibility import group_dict, user_dict
from app.secrets import WrongSecret
from app.tables import Group, Invitation, InvitationGroup, InvitationStream, Stream, User


class InvitationView(BaseModel):
    """An invitation as SkyPortal shows it; ``token`` is the secret of its link, for the inviter alone."""

    id: int
    created_at: datetime
    modified: datetime
    token: str | None
    user_email: str
    role_id: str
    admin_for_groups: list[bool]
    can_save_to_groups: list[bool]
    can_share_photometry_for_groups: list[bool]
    used: bool
    user_expiration_date: datetime | None
    groups: list[dict[str, Any]]
    streams: list[StreamView]
    invited_by: dict[str, Any] | None


@dataclass(frozen=True)
class InvitationSearch:
    """What to look for: parts of ``email`` and ``invited_by``, exact names of ``group`` and ``stream``."""

    include_used: bool = False
    email: str | None = None
    group: str | None = None
    stream: str | None = None
    invited_by: str | None = None


def find_invitations(
    session: Session, context: Context, principal: Principal, search: InvitationSearch, page: tuple[int, int]
) -> tuple[list[InvitationView], int]:
    """Return one page (number, size) of the principal's invitations, newest first, and how many there are.

    An administrator sees everybody's.
    """
    wanted = _matching(search)
    total = session.execute(select(func.count()).select_from(wanted.subquery())).scalar_one()
    number, size = page
    rows = session.scalars(wanted.order_by(Invitation.id.desc()).limit(size).offset((number - 1) * size)).all()
    return _views(session, context, principal, list(rows)), total


def _matching(search: InvitationSearch) -> Select[Invitation]:
    wanted = select(Invitation)
    if not search.include_used:
        wanted = wanted.where(~Invitation.used)
    if search.email is not None:
        wanted = wanted.where(Invitation.user_email.icontains(search.email, autoescape=True))
    if search.group is not None:
        groups = select(InvitationGroup.invitation_id).join(Group, Group.id == InvitationGroup.group_id)
        wanted = wanted.where(Invitation.id.in_(groups.where(Group.name == search.group)))
    if search.stream is not None:
        streams = select(InvitationStream.invitation_id).join(Stream, Stream.id == InvitationStream.stream_id)
        wanted = wanted.where(Invitation.id.in_(streams.where(Stream.name == search.stream)))
    if search.invited_by is not None:
        users = select(User.id).where(User.username.icontains(search.invited_by, autoescape=True))
        wanted = wanted.where(Invitation.invited_by_id.in_(users))
    return wanted


def _views(session: Session, context: Context, principal: Principal, rows: list[Invitation]) -> list[InvitationView]:
    ids = [row.id for row in rows]
    groups: dict[int, list[tuple[InvitationGroup, Group]]] = {i: [] for i in ids}
    found = select(InvitationGroup, Group).join(Group, Group.id == InvitationGroup.group_id)
    for given, group in session.execute(found.where(InvitationGroup.invitation_id.in_(ids)).order_by(Group.id)):
        groups[given.invitation_id].append((given, group))
    streams: dict[int, list[StreamView]] = {i: [] for i in ids}
    listed = select(InvitationStream.invitation_id, Stream).join(Stream, Stream.id == InvitationStream.stream_id)
    for invitation_id, stream in session.execute(listed.where(InvitationStream.invitation_id.in_(ids))):
        streams[invitation_id].append(StreamView.model_validate(stream))
    inviters = {
        u.id: user_dict(u) for u in session.scalars(select(User).where(User.id.in_({r.invited_by_id for r in rows})))
    }
    return [
        InvitationView(
            id=row.id, created_at=row.created_at, modified=row.modified, token=_token(context, principal, row),
            user_email=row.user_email, role_id=row.role_id, used=row.used,
            user_expiration_date=row.user_expiration_date,
            admin_for_groups=[given.admin for given, _ in groups[row.id]],
            can_save_to_groups=[given.can_save for given, _ in groups[row.id]],
            can_share_photometry_for_groups=[given.can_share_photometry for given, _ in groups[row.id]],
            groups=[group_dict(group) for _, group in groups[row.id]],
            streams=streams[row.id], invited_by=inviters.get(row.invited_by_id),
        )
        for row in rows
    ]  # fmt: skip


def _token(context: Context, principal: Principal, row: Invitation) -> str | None:
    if row.used or row.invited_by_id != principal.user_id:
        return None
    try:
        return context.vault.decrypt(row.sealed)
    except WrongSecret:
        # Sealed with an earlier secret: the link that was passed on still works.
        return None
