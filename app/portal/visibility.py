"""From what a person asks ("these groups, these streams") to the audience, holder and owner of a row, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ARRAY, BigInteger, Integer, Text, any_, bindparam, cast, func, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from app.access import audiences
from app.access.audiences import Grant
from app.access.principal import Principal
from app.errors import BadInput
from app.portal import arrays
from app.portal.by_obj import fetch
from app.tables import AudienceGrant, Group, Source, User

GroupChoice = list[int] | Literal["all"] | None


@dataclass(frozen=True)
class Standing:
    """Who may read a row, whose data it is, who put it in."""

    audience_id: int
    holder_id: int
    owner_id: int

    def columns(self) -> dict[str, int]:
        """Return the three as column values."""
        return {"audience_id": self.audience_id, "holder_id": self.holder_id, "owner_id": self.owner_id}


def for_groups(session: Session, principal: Principal, group_ids: Iterable[int]) -> Standing:
    """Return the standing of a row for these groups; raise :class:`BadInput` for a group one is not in."""
    asked = list(dict.fromkeys(group_ids))
    quick = _quickly(session, principal, asked)
    if quick is not None:
        return quick
    wanted = audiences.need_groups(session, asked)
    return Standing(
        audiences.intern_groups(session, wanted),
        audiences.holder_among(session, principal.user_id, wanted),
        principal.user_id,
    )


def _quickly(
    session: Session, principal: Principal, group_ids: Sequence[int], stream_ids: Sequence[int] = ()
) -> Standing | None:
    """Return the standing where the principal may name all of these by being in them, which is one statement."""
    found = audiences.standing(session, group_ids, stream_ids)
    if found is None:
        return None
    audience_id, team_id = found
    holder_id = audiences.single_user_group_id(session, principal.user_id) if team_id is None else team_id
    return Standing(audience_id, holder_id, principal.user_id)


def chosen_groups(session: Session, principal: Principal, groups: GroupChoice) -> list[int]:
    """Return the ids of the groups that an upload is for; raise :class:`BadInput` for one that one is not in.

    ``"all"`` is the sitewide group; None is the uploader's own group of one, as in SkyPortal.
    """
    if groups == "all":
        return [audiences.sitewide_group_id(session)]
    if groups is None:
        return [audiences.single_user_group_id(session, principal.user_id)]
    return audiences.need_groups(session, groups)


def need_streams(session: Session, principal: Principal, stream_ids: Iterable[int]) -> None:
    """Raise :class:`BadInput` for a stream that the principal does not subscribe to; administrators may name any."""
    asked = list(stream_ids)
    mine = set(audiences.my_stream_ids(session)) if asked else set()
    for stream_id in asked:
        if stream_id not in mine and not principal.is_admin:
            raise BadInput(f"You do not subscribe to a stream with the id {stream_id}.", field="stream_ids")


def for_upload(session: Session, principal: Principal, groups: GroupChoice, stream_ids: Sequence[int]) -> Standing:
    """Return the standing of uploaded data: for members of any of ``groups`` and subscribers of any stream named."""
    return for_chosen(session, principal, chosen_groups(session, principal, groups), stream_ids)


def for_chosen(session: Session, principal: Principal, wanted: list[int], stream_ids: Sequence[int]) -> Standing:
    """Return the standing of data uploaded for groups that :func:`chosen_groups` allowed."""
    quick = _quickly(session, principal, wanted, stream_ids)
    if quick is not None:
        return quick
    need_streams(session, principal, stream_ids)
    grants = [Grant(group_id=g) for g in wanted] + [Grant(stream_id=s) for s in stream_ids]
    holder = audiences.holder_among(session, principal.user_id, wanted)
    return Standing(audiences.intern(session, grants), holder, principal.user_id)


def default_groups(session: Session, principal: Principal, obj_id: str) -> list[int]:
    """Return the groups for a note on an obj where none are named.

    The principal's groups that have the source saved, else all of the principal's teams, else the principal alone.
    The sitewide group is never meant unless it is named.
    """
    mine = audiences.my_group_ids(session)
    teams = select(Group.id).where(Group.id.in_(mine), ~Group.sitewide)
    saved = session.scalars(
        select(Source.holder_id).where(Source.obj_id == obj_id, Source.active, Source.holder_id.in_(teams)).distinct()
    )
    return (
        sorted(saved)
        or sorted(session.scalars(teams.where(~Group.single_user_group)))
        or [audiences.single_user_group_id(session, principal.user_id)]
    )


def for_note(session: Session, principal: Principal, obj_id: str, group_ids: list[int] | None) -> Standing:
    """Return the standing of a classification, comment, annotation or thumbnail of an obj."""
    chosen = group_ids or default_groups(session, principal, obj_id)
    return for_groups(session, principal, chosen)


GROUP = (
    Group.id, Group.created_at, Group.modified, Group.name, Group.nickname, Group.description, Group.private,
    Group.auto_accept_requests, Group.single_user_group,
)  # fmt: skip
"""The columns that :func:`group_dict` tells."""


def group_dict(group: Any) -> dict[str, Any]:
    """Return a group, or a row of its columns, as it stands inside other answers."""
    return {
        "id": group.id,
        "created_at": group.created_at,
        "modified": group.modified,
        "name": group.name,
        "nickname": group.nickname,
        "description": group.description,
        "private": group.private,
        "auto_accept_requests": group.auto_accept_requests,
        "single_user_group": group.single_user_group,
    }


# A row a group, not a row a grant: of many audiences most name the same few groups.
_GROUPS_OF = (
    # psycopg2 makes the list: a type would look at each id again.
    select(*GROUP, type_coerce(func.array_agg(AudienceGrant.audience_id.distinct()), NullType).label("audience_ids"))
    .join(AudienceGrant, Group.id == AudienceGrant.group_id)
    .where(AudienceGrant.audience_id == any_(cast(bindparam("audience_ids", type_=Text), ARRAY(BigInteger))))
    .group_by(Group.id)
    .order_by(Group.id)
)


def groups_of(session: Session, audience_ids: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
    """Return, for each audience, the groups in it that the principal may know of, in one query."""
    wanted = set(audience_ids)
    found: dict[int, list[dict[str, Any]]] = {a: [] for a in wanted}
    if wanted:
        for row in fetch(session, _GROUPS_OF, {"audience_ids": arrays.integers(sorted(wanted))}):
            told = group_dict(row)
            for audience_id in row.audience_ids:
                found[audience_id].append(told)
    return found


_USERS_OF = select(
    User.id, User.username, User.first_name, User.last_name, User.affiliations, User.contact_email, User.is_bot
).where(User.id == any_(cast(bindparam("user_ids", type_=Text), ARRAY(Integer))))


def user_dict(user: Any) -> dict[str, Any]:
    """Return a user, or a row of its columns, as an author inside other answers: who it is, nothing private."""
    return {
        "id": user.id,
        "username": user.username,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "affiliations": user.affiliations,
        "contact_email": user.contact_email,
        "is_bot": user.is_bot,
    }


def users_of(session: Session, user_ids: Iterable[int | None]) -> dict[int, dict[str, Any]]:
    """Return the users with these ids, in one query; None is nobody."""
    wanted = {user_id for user_id in user_ids if user_id is not None}
    if not wanted:
        return {}
    rows = fetch(session, _USERS_OF, {"user_ids": arrays.integers(sorted(wanted))})
    return {row.id: user_dict(row) for row in rows}


@dataclass(frozen=True)
class Known:
    """The groups of audiences and the users, by their ids, that one answer names: looked up once for all its parts."""

    groups: Mapping[int, list[dict[str, Any]]]
    users: Mapping[int, dict[str, Any]]


def known_of(session: Session, rows: Iterable[Any], user_ids: Iterable[int] = ()) -> Known:
    """Return what is known of the audiences and owners of held rows, and of more users, in two queries at most."""
    held = [(row.audience_id, row.owner_id) for row in rows]
    users = users_of(session, {owner for _, owner in held}.union(user_ids))
    return Known(groups_of(session, {audience for audience, _ in held}), users)
