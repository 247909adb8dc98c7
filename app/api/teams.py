"""Teams of groups."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

from app.api.routes import Body, Call, Routes
from app.portal import teams
from app.portal.teams import TeamDetail, TeamView

routes = Routes("teams")
ROUTES = routes.all
UPLOAD = ("Upload data",)


def _web_address(value: str) -> str:
    if not value.startswith(("http://", "https://")):
        raise ValueError("an address that begins with https:// is expected")
    return value


Name = Annotated[str, Field(min_length=1, max_length=200, pattern=r"\S")]
Short = Annotated[str, Field(max_length=200)]
Long = Annotated[str, Field(max_length=10_000)]
Color = Annotated[str, Field(max_length=40, pattern=r"^[#A-Za-z0-9(),.% ]*$")]
Picture = Annotated[str, Field(max_length=2000), AfterValidator(_web_address)]


class TeamFields(Body):
    """What describes a team."""

    nickname: Short | None = None
    description: Long | None = None
    primary_color: Color | None = None
    secondary_color: Color | None = None
    logo_url: Picture | None = None
    background_url: Picture | None = None


class TeamBody(TeamFields):
    """A new team."""

    name: Name
    group_ids: list[int] = Field(default_factory=list)


class TeamPutBody(TeamFields):
    """What changes in a team; null clears a field."""

    name: Name | None = None
    group_ids: list[int] | None = None


class TeamId(BaseModel):
    """The id of a team."""

    id: int


class TeamsList(BaseModel):
    """The teams that the caller may see."""

    teams: list[TeamView]


@routes.get("/api/teams", answer=TeamsList)
def list_teams(call: Call[None, None]) -> TeamsList:
    """List the caller's teams by name."""
    return TeamsList(teams=teams.list_teams(call.session))


@routes.get("/api/teams/{team_id:int}", answer=TeamDetail)
def get_team(call: Call[None, None]) -> TeamDetail:
    """Return a team with its groups and its members."""
    return teams.get_team(call.session, call.path["team_id"])


@routes.post("/api/teams", body=TeamBody, answer=TeamId, acls=UPLOAD)
def add_team(call: Call[None, TeamBody]) -> TeamId:
    """Make a team of groups that the caller administers."""
    values = call.body.model_dump(exclude={"group_ids"})
    return TeamId(id=teams.add_team(call.session, call.principal, values, call.body.group_ids))


@routes.put("/api/teams/{team_id:int}", body=TeamPutBody, answer=TeamId, acls=UPLOAD)
def change_team(call: Call[None, TeamPutBody]) -> TeamId:
    """Change a team and which groups are in it."""
    values = call.body.model_dump(exclude={"group_ids"}, exclude_unset=True)
    if "name" in values and values["name"] is None:
        del values["name"]
    teams.change_team(call.session, call.principal, call.path["team_id"], values, call.body.group_ids)
    return TeamId(id=call.path["team_id"])


@routes.delete("/api/teams/{team_id:int}", acls=UPLOAD)
def delete_team(call: Call[None, None]) -> None:
    """Delete a team; its groups stay."""
    teams.delete_team(call.session, call.principal, call.path["team_id"])
