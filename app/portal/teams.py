"""Teams of groups: known to everybody in one of their groups, kept by the administrators of these groups.

A group's administrator who puts it into a team lets the whole team know its name and its members.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlalchemy import delete, func, select, text, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.membership import need_team
from app.tables import Team, TeamGroup, User


class TeamGroupView(BaseModel):
    """A group of a team."""

    id: int
    name: str
    nickname: str | None


class TeamMember(BaseModel):
    """Somebody in one of a team's groups."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    username: str
    first_name: str | None
    last_name: str | None


class TeamView(BaseModel):
    """A team as SkyPortal lists it."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    created_at: datetime
    modified: datetime
    name: str
    nickname: str | None
    description: str | None
    primary_color: str | None
    secondary_color: str | None
    logo_url: str | None
    background_url: str | None
    groups: list[TeamGroupView] = []
    num_members: int = 0


class TeamDetail(TeamView):
    """A team with its members."""

    users: list[TeamMember]


def list_teams(session: Session) -> list[TeamView]:
    """Return the teams that the principal is in or has made, by name; all of them for an administrator."""
    return _views(session, list(session.scalars(select(Team).order_by(Team.name, Team.id))))


def get_team(session: Session, team_id: int) -> TeamDetail:
    """Return a team with its members; raise :class:`NotAvailableHere`."""
    [view] = _views(session, [_need(session, team_id)])
    people = text("SELECT user_id FROM access.team_people_of(ARRAY[CAST(:team AS int)])")
    ids = session.scalars(people, {"team": team_id}).all()
    users = session.scalars(select(User).where(User.id.in_(ids)).order_by(User.username))
    return TeamDetail(**view.model_dump(), users=[TeamMember.model_validate(user) for user in users])


def add_team(session: Session, principal: Principal, values: dict[str, Any], group_ids: Iterable[int]) -> int:
    """Make a team of groups that the principal administers, every one; return the id."""
    groups = _need_led(session, principal, group_ids)
    _need_free_name(session, values["name"])
    team = Team(**values, created_by_id=principal.user_id)
    session.add(team)
    session.flush()
    _join(session, team.id, groups)
    after = {**values, "group_ids": groups}
    record(session, principal.user_id, Change("create", "team", team.id, after=after))
    return team.id


def change_team(
    session: Session, principal: Principal, team_id: int, values: dict[str, Any], group_ids: list[int] | None
) -> None:
    """Change a team; each group that comes or goes must be one that the principal administers."""
    team = _need(session, team_id)
    _need_leader(session, principal, team)
    if values.get("name", team.name) != team.name:
        _need_free_name(session, values["name"])
    before: dict[str, Any] = {key: getattr(team, key) for key in values}
    after = dict(values)
    if group_ids is not None:
        have = set(session.scalars(select(TeamGroup.group_id).where(TeamGroup.team_id == team_id)))
        _need_led(session, principal, sorted(have ^ set(group_ids)))
        _join(session, team_id, sorted(set(group_ids) - have))
        before["group_ids"], after["group_ids"] = sorted(have), sorted(set(group_ids))
    if values:
        session.execute(update(Team).where(Team.id == team_id).values(**values))
    record(session, principal.user_id, Change("update", "team", team_id, before=before, after=after))
    if group_ids is not None:
        # Last: who takes the last own group out leads the team no longer.
        gone = TeamGroup.group_id.not_in(group_ids)
        session.execute(delete(TeamGroup).where(TeamGroup.team_id == team_id, gone))


def delete_team(session: Session, principal: Principal, team_id: int) -> None:
    """Delete a team; its groups and their data stay."""
    team = _need(session, team_id)
    _need_leader(session, principal, team)
    record(session, principal.user_id, Change("delete", "team", team_id, before={"name": team.name}))
    session.execute(delete(Team).where(Team.id == team_id))


def _need(session: Session, team_id: int) -> Team:
    team = session.get(Team, team_id)
    if team is None:
        raise NotAvailableHere("There is no such team, or you may not see it.")
    return team


def _need_leader(session: Session, principal: Principal, team: Team) -> None:
    led = session.scalars(text("SELECT access.my_led_teams()")).all()
    if not principal.is_admin and team.id not in led:
        raise Forbidden("Only an administrator of one of the team's groups can do this.")


def _need_led(session: Session, principal: Principal, group_ids: Iterable[int]) -> list[int]:
    wanted = list(dict.fromkeys(group_ids))
    for group_id in wanted:
        need_team(session, principal, group_id)
    return wanted


def _need_free_name(session: Session, name: str) -> None:
    # Among the teams that one can see: a refusal must not tell of others.
    if session.execute(select(Team.id).where(Team.name == name).limit(1)).first():
        raise BadInput(f"You know a team {name!r} already; choose another name.", field="name")


def _join(session: Session, team_id: int, group_ids: list[int]) -> None:
    session.add_all(TeamGroup(team_id=team_id, group_id=group_id) for group_id in group_ids)
    session.flush()


def _views(session: Session, teams: list[Team]) -> list[TeamView]:
    ids = [team.id for team in teams]
    groups: dict[int, list[TeamGroupView]] = {i: [] for i in ids}
    listed = text("SELECT team_id, group_id, name, nickname FROM access.team_groups_of(CAST(:ids AS int[]))")
    for row in session.execute(listed, {"ids": ids}):
        groups[row.team_id].append(TeamGroupView(id=row.group_id, name=row.name, nickname=row.nickname))
    people = func.access.team_people_of(ids).table_valued("team_id", "user_id")
    counted = select(people.c.team_id, func.count()).group_by(people.c.team_id)
    sizes: dict[int, int] = dict(session.execute(counted).tuples().all())
    return [
        TeamView.model_validate(team).model_copy(
            update={"groups": groups[team.id], "num_members": sizes.get(team.id, 0)}
        )
        for team in teams
    ]
