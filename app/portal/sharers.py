"""Who may share a team's photometry: members whose membership says so (``can_share_photometry``)."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.errors import Forbidden
from app.tables import Group, GroupUser


def may_share(session: Session, principal: Principal) -> list[int]:
    """Return the groups whose photometry the principal may share with others; never the sitewide group.

    An administrator may share any team's.
    """
    if principal.is_admin:
        return sorted(session.scalars(select(Group.id).where(~Group.sitewide)))
    mine = select(GroupUser.group_id).where(GroupUser.user_id == principal.user_id, GroupUser.can_share_photometry)
    return sorted(session.scalars(select(Group.id).where(Group.id.in_(mine), ~Group.sitewide)))


def need_sharer(session: Session, principal: Principal, holder_id: int) -> None:
    """Raise :class:`Forbidden` where the membership of the group that holds photometry does not let one share it."""
    if principal.is_admin:
        return
    barred = select(GroupUser.id).where(
        GroupUser.user_id == principal.user_id, GroupUser.group_id == holder_id, ~GroupUser.can_share_photometry
    )
    if session.scalars(barred).first() is not None:
        raise Forbidden(
            "You may not share this group's photometry; ask one of its administrators.", field="group_ids",
            group_id=holder_id,
        )  # fmt: skip
