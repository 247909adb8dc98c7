"""Audiences: sets of grants, interned so that equal sets are one row with one id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.errors import BadInput
from app.tables import Group, GroupUser


@dataclass(frozen=True)
class Grant:
    """Member of ``group_id`` and, where named, subscriber of ``stream_id``; at least one is named."""

    group_id: int | None = None
    stream_id: int | None = None


def intern(session: Session, grants: Iterable[Grant]) -> int:
    """Return the id of the audience with exactly these grants; raise :class:`BadInput` for an empty set."""
    wanted = sorted(set(grants), key=lambda g: (g.group_id or 0, g.stream_id or 0))
    if not wanted:
        raise BadInput("Name at least one group or stream that may read this.", field="group_ids")
    row = session.execute(
        text("SELECT access.intern_audience(CAST(:groups AS int[]), CAST(:streams AS int[]))"),
        {"groups": [g.group_id for g in wanted], "streams": [g.stream_id for g in wanted]},
    )
    return int(row.scalar_one())


def intern_groups(session: Session, group_ids: Iterable[int]) -> int:
    """Return the audience of everybody who is in any of these groups."""
    return intern(session, [Grant(group_id=g) for g in group_ids])


def my_group_ids(session: Session) -> list[int]:
    """Return the groups of the transaction's principal, as the database sees them now."""
    return list(session.scalars(text("SELECT access.my_groups() ORDER BY 1")))


def my_stream_ids(session: Session) -> list[int]:
    """Return the streams that the transaction's principal subscribes to."""
    return list(session.scalars(text("SELECT access.my_streams() ORDER BY 1")))


def sitewide_group_id(session: Session) -> int:
    """Return the id of the group that everybody is in."""
    return session.execute(select(Group.id).where(Group.sitewide)).scalar_one()


def single_user_group_id(session: Session, user_id: int) -> int:
    """Return the id of a user's own group of one."""
    return session.execute(
        select(Group.id).join(GroupUser).where(Group.single_user_group, GroupUser.user_id == user_id)
    ).scalar_one()


def need_groups(session: Session, group_ids: Iterable[int], field: str = "group_ids") -> list[int]:
    """Return ``group_ids`` in order, once each; raise where the principal is not a member of one of them.

    An administrator may name any existing group.
    """
    asked = list(dict.fromkeys(group_ids))
    mine, is_admin = session.execute(
        text("SELECT ARRAY(SELECT access.my_groups()), current_user = 'skyrelay_admin'")
    ).one()
    allowed = set(mine) | (set(session.scalars(select(Group.id))) if is_admin else set())
    for group_id in asked:
        if group_id not in allowed:
            raise BadInput(f"You are not in a group with the id {group_id}.", field=field)
    return asked


def standing(
    session: Session, group_ids: Sequence[int], stream_ids: Sequence[int] = ()
) -> tuple[int, int | None] | None:
    """Return the audience of whom these grants let in, and the first team among the groups, in one statement.

    None where one is not a member of every group and a subscriber of every stream: then ask :func:`need_groups` what
    is wrong, or whether it is an administrator who may name what they like.
    """
    if not (group_ids or stream_ids) or not all(0 < given < 2**31 for given in (*group_ids, *stream_ids)):
        return None
    found = session.execute(_STANDING, {"groups": list(group_ids), "streams": list(stream_ids)}).one()
    return None if found.audience_id is None else (found.audience_id, found.team_id)


_STANDING = text(
    "SELECT CASE WHEN a.groups <@ ARRAY(SELECT access.my_groups()) AND a.streams <@ ARRAY(SELECT access.my_streams()) "
    "THEN access.intern_audience(a.groups || array_fill(CAST(NULL AS int), ARRAY[cardinality(a.streams)]), "
    "array_fill(CAST(NULL AS int), ARRAY[cardinality(a.groups)]) || a.streams) END AS audience_id, "
    "(SELECT g.id FROM unnest(a.groups) WITH ORDINALITY AS t(id, place) JOIN groups g ON g.id = t.id "
    "WHERE NOT g.single_user_group AND NOT g.sitewide AND g.id IN (SELECT access.my_groups()) "
    "ORDER BY t.place LIMIT 1) AS team_id "
    "FROM (SELECT CAST(:groups AS int[]) AS groups, CAST(:streams AS int[]) AS streams) AS a"
)


def holder_among(session: Session, user_id: int, group_ids: Iterable[int]) -> int:
    """Choose the holder of an upload: the first team named that the user is in, else the user's own group.

    Rights belong to teams, since people move; a single-user or the sitewide group is nobody's team.
    """
    asked = list(group_ids)
    if asked:
        mine = Group.id.in_(select(text("g FROM access.my_groups() AS g")))
        teams = set(
            session.scalars(
                select(Group.id).where(Group.id.in_(asked), mine, ~Group.single_user_group, ~Group.sitewide)
            )
        )
        for group_id in asked:
            if group_id in teams:
                return group_id
    return single_user_group_id(session, user_id)
