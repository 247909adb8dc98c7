"""Who takes part in a publication, and the rules that a group publishes by."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field
from sqlalchemy.orm import Session

from app.api.routes import Body, Call, Routes
from app.publications import claims, people, rules
from app.publications.stages import Stage
from app.tables import PublicationPerson

routes = Routes("publications")
ROUTES = routes.all


class PersonAnswer(BaseModel):
    """Somebody's part in a publication."""

    id: int
    user_id: int | None
    role: Literal["lead", "participant", "author"]
    state: Literal["invited", "accepted", "declined", "left", "removed", "named"]
    authorship: Literal["none", "offered", "opted_in", "opted_out", "vouched"]
    invited_by_id: int | None
    created_at: datetime
    modified: datetime


class InviteBody(Body):
    """Whom to ask to take part, and as what."""

    user_id: int
    role: people.Role = "participant"


class ReplyBody(Body):
    """What one answers to an invitation, or that one leaves."""

    reply: people.Reply


class RulesBody(Body):
    """The rules of a group: all of them, for those left out are as for a group that has none."""

    stage_days: dict[Stage, Annotated[int, Field(ge=1, le=36525)]] = Field(default_factory=dict)
    remind_days: list[Annotated[int, Field(ge=1, le=3650)]] = Field(default=[30, 7, 1], max_length=20)
    claim_rule: rules.ClaimRule = "negotiate"
    claim_days: int = Field(default=21, ge=1, le=3650)
    arbiter_id: int | None = None


class RulesAnswer(RulesBody):
    """The rules of a group."""

    group_id: int


@routes.get("/api/publications/{publication_id:int}/people", answer=list[PersonAnswer])
def listed(call: Call[None, None]) -> list[PersonAnswer]:
    """List who takes part in a publication: its inside sees everybody, others its leads and themselves."""
    claims.get_publication(call.session, call.path["publication_id"])
    return [_person(person) for person in people.people_of(call.session, call.path["publication_id"])]


@routes.post("/api/publications/{publication_id:int}/people", body=InviteBody, answer=PersonAnswer)
def invite(call: Call[None, InviteBody]) -> PersonAnswer:
    """Ask somebody, of whatever group, to lead or to take part; they are in once they accept."""
    body = call.body
    place = call.path["publication_id"]
    return _person(people.invite(call.session, call.principal, place, body.user_id, body.role))


@routes.post("/api/publications/{publication_id:int}/people/me", body=ReplyBody, answer=PersonAnswer)
def reply(call: Call[None, ReplyBody]) -> PersonAnswer:
    """Accept or decline to take part, or leave."""
    return _person(people.reply(call.session, call.principal, call.path["publication_id"], call.body.reply))


@routes.delete("/api/publications/{publication_id:int}/people/{person_id:int}")
def remove(call: Call[None, None]) -> None:
    """Take somebody out of a publication."""
    people.remove(call.session, call.principal, call.path["publication_id"], call.path["person_id"])


@routes.get("/api/publications/rules/{group_id:int}", answer=RulesAnswer)
def read_rules(call: Call[None, None]) -> RulesAnswer:
    """Return the rules that a group publishes by."""
    return _rules(call.session, call.path["group_id"])


@routes.put("/api/publications/rules/{group_id:int}", body=RulesBody, answer=RulesAnswer)
def write_rules(call: Call[None, RulesBody]) -> RulesAnswer:
    """Set the rules that a group publishes by, for stages entered and claims announced from now on."""
    body = call.body
    wanted = rules.Rules(
        {str(stage): days for stage, days in body.stage_days.items()},
        tuple(body.remind_days),
        body.claim_rule,
        body.claim_days,
        body.arbiter_id,
    )
    rules.set_rules(call.session, call.principal, call.path["group_id"], wanted)
    return _rules(call.session, call.path["group_id"])


def _rules(session: Session, group_id: int) -> RulesAnswer:
    return RulesAnswer.model_validate({"group_id": group_id, **asdict(rules.need_rules(session, group_id))})


def _person(person: PublicationPerson) -> PersonAnswer:
    return PersonAnswer.model_validate(person, from_attributes=True)
