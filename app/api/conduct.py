"""The conduct ledger: settings, who takes part, entries, appeals, scores, and what they change."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from app.api.params import PageNumber, RowId
from app.api.routes import Body, Call, Query, Routes
from app.publications import conduct_appeals as appeals
from app.publications import conduct_effects as effects
from app.publications import conduct_entries as entries
from app.publications import conduct_members as members
from app.publications import conduct_settings as settings
from app.publications.conduct_rules import MOST_WEIGHT, RULES

routes = Routes("conduct")
ROUTES = routes.all
RuleName = Annotated[str, Field(min_length=1, max_length=100)]
PerPoint = Annotated[float, Field(ge=0, le=10)]
Reason = Annotated[str, Field(min_length=1, max_length=4000)]


class ParameterAnswer(BaseModel):
    """A number that a rule goes by, with its bounds."""

    name: str
    default: float
    least: float
    most: float
    about: str


class RuleAnswer(BaseModel):
    """A rule that a ledger may go by; ``weight`` is what an entry weighs unless the ledger says otherwise."""

    name: str
    version: int
    kind: Literal["credit", "debit"]
    sentence: str
    weight: float
    parameters: list[ParameterAnswer]


class RuleBody(Body):
    """A rule that is to be on; without a weight or a parameter, its default."""

    weight: float | None = Field(default=None, gt=0, le=MOST_WEIGHT)
    parameters: dict[RuleName, float] = Field(default_factory=dict, max_length=20)


class ShareBody(Body):
    """The share of follow-up time: a factor ``1 + per_point * score`` within bounds."""

    on: bool = False
    per_point: PerPoint = 0.1
    least: float = Field(default=0.5, ge=0.1, le=1)
    most: float = Field(default=1.5, ge=1, le=10)


class FirstBody(Body):
    """Whose telescope is asked first: ``per_point * score`` airmass, at most ``most`` either way."""

    on: bool = False
    per_point: PerPoint = 0.05
    most: float = Field(default=0.3, ge=0, le=5)


class OpennessBody(Body):
    """Who is part of what is shared by default: teams with at least this score."""

    on: bool = False
    least_score: float = Field(default=0.0, ge=-1000, le=1000)


class EffectsBody(Body):
    """What a score changes; all off unless switched on."""

    followup_share: ShareBody = Field(default_factory=ShareBody)
    asked_first: FirstBody = Field(default_factory=FirstBody)
    default_openness: OpennessBody = Field(default_factory=OpennessBody)


class SettingsBody(Body):
    """How a collaboration keeps its ledger; a rule that is not named is off.

    ``reviewer_ids``: users who hear appeals, the first of them who is in neither group concerned.
    """

    enabled: bool
    rules: dict[RuleName, RuleBody] = Field(default_factory=dict, max_length=50)
    half_life_days: float = Field(default=180, ge=1, le=3650)
    appeal_days: int = Field(default=21, ge=1, le=365)
    reviewer_ids: list[RowId] = Field(default_factory=list, max_length=50)
    effects: EffectsBody = Field(default_factory=EffectsBody)


class MemberBody(Body):
    """Which group is to be in which collaboration's ledger."""

    collaboration_id: RowId
    group_id: RowId


class MembersQuery(Query):
    """In which ledger; in all that one may know of otherwise."""

    collaboration_id: RowId | None = None


class EntriesQuery(Query):
    """Which entries."""

    collaboration_id: RowId | None = None
    group_id: RowId | None = None
    state: entries.EntryState | None = None
    kind: Literal["credit", "debit"] | None = None
    rule: RuleName | None = None
    page_number: PageNumber = 1
    num_per_page: Annotated[int, Field(ge=1, le=500, alias="numPerPage")] = 100


class EntriesPage(BaseModel):
    """A page of entries, the newest first."""

    entries: list[entries.EntryView]
    totalMatches: int  # noqa: N815 — SkyPortal's name
    pageNumber: int  # noqa: N815
    numPerPage: int  # noqa: N815


class ScoresQuery(Query):
    """Of which collaboration's ledger."""

    collaboration_id: RowId


class EffectsQuery(Query):
    """On which group."""

    group_id: RowId


class AppealBody(Body):
    """Why an entry is not right; the reviewer and both sides read it."""

    reason: Reason


class ReviewBody(Body):
    """What the reviewer decides; ``weight`` (negative for a debit) where the entry is changed."""

    verdict: appeals.Verdict
    why: Reason
    weight: float | None = Field(default=None, ge=-1000, le=1000)


@routes.get("/api/conduct", query=EntriesQuery, answer=EntriesPage)
def listed(call: Call[EntriesQuery, None]) -> EntriesPage:
    """List the entries that one may see: those of one's groups first of all, those of others once they count."""
    query = call.query
    sought = entries.Sought(query.collaboration_id, query.group_id, query.state, query.kind, query.rule)
    page = (query.page_number, query.num_per_page)
    found, total = entries.list_entries(call.session, call.principal, sought, page)
    return EntriesPage(entries=found, totalMatches=total, pageNumber=page[0], numPerPage=page[1])


@routes.get("/api/conduct/rules", answer=list[RuleAnswer])
def rules(call: Call[None, None]) -> list[RuleAnswer]:
    """List the rules that a ledger may go by."""
    del call
    return [
        RuleAnswer(
            name=rule.name,
            version=rule.version,
            kind=rule.kind,
            sentence=rule.says({name: p.default for name, p in rule.parameters.items()}),
            weight=rule.weight,
            parameters=[
                ParameterAnswer(name=name, default=p.default, least=p.least, most=p.most, about=p.about)
                for name, p in rule.parameters.items()
            ],
        )
        for rule in RULES.values()
    ]


@routes.get("/api/conduct/settings/{group_id:int}", answer=settings.Ledger)
def read_settings(call: Call[None, None]) -> settings.Ledger:
    """Return how a collaboration keeps its ledger; for its members, and for groups that take part or were asked to."""
    return settings.get_ledger(call.session, call.path["group_id"])


@routes.put("/api/conduct/settings/{group_id:int}", body=SettingsBody, answer=settings.Ledger)
def write_settings(call: Call[None, SettingsBody]) -> settings.Ledger:
    """Decide how a collaboration keeps its ledger; rules count what happens from now on."""
    body = call.body
    on = body.effects
    wanted = settings.Wanted(
        body.enabled,
        {name: (rule.weight, rule.parameters) for name, rule in body.rules.items()},
        body.half_life_days,
        body.appeal_days,
        tuple(body.reviewer_ids),
        settings.Effects(
            settings.FollowupShare(**on.followup_share.model_dump()),
            settings.AskedFirst(**on.asked_first.model_dump()),
            settings.DefaultOpenness(**on.default_openness.model_dump()),
        ),
    )
    return settings.set_ledger(call.session, call.principal, call.path["group_id"], wanted)


@routes.get("/api/conduct/members", query=MembersQuery, answer=list[members.Member])
def list_members(call: Call[MembersQuery, None]) -> list[members.Member]:
    """List who takes part in the ledgers that one may know of, who was asked to, and who left."""
    return members.members_of(call.session, call.query.collaboration_id)


@routes.post("/api/conduct/members", body=MemberBody, answer=members.Member)
def add_member(call: Call[None, MemberBody]) -> members.Member:
    """Invite a group (an admin of the collaboration), or join (an admin of the invited group)."""
    return members.join(call.session, call.principal, call.body.collaboration_id, call.body.group_id)


@routes.delete("/api/conduct/members/{collaboration_id:int}/{group_id:int}", answer=members.Member)
def remove_member(call: Call[None, None]) -> members.Member:
    """Leave a ledger (an admin of the group), or take a group out of it (an admin of the collaboration)."""
    return members.leave(call.session, call.principal, call.path["collaboration_id"], call.path["group_id"])


@routes.get("/api/conduct/scores", query=ScoresQuery, answer=effects.Scores)
def read_scores(call: Call[ScoresQuery, None]) -> effects.Scores:
    """Return the scores of a ledger and how they are computed, for those who take part."""
    return effects.scores(call.session, call.query.collaboration_id)


@routes.get("/api/conduct/effects", query=EffectsQuery, answer=list[effects.Effect])
def read_effects(call: Call[EffectsQuery, None]) -> list[effects.Effect]:
    """Say in sentences what the score of a group changes, in each ledger that it takes part in."""
    return effects.explain(call.session, call.query.group_id)


@routes.get("/api/conduct/{entry_id:int}", answer=entries.EntryWithEvidence)
def read(call: Call[None, None]) -> entries.EntryWithEvidence:
    """Return an entry with its evidence, of which one sees the rows that one can read."""
    return entries.view(call.session, call.principal, call.path["entry_id"])


@routes.post("/api/conduct/{entry_id:int}/appeal", body=AppealBody, answer=entries.EntryWithEvidence)
def appeal(call: Call[None, AppealBody]) -> entries.EntryWithEvidence:
    """Appeal against an entry of one's group; it does not count until its reviewer has decided."""
    return appeals.appeal(call.session, call.principal, call.path["entry_id"], call.body.reason)


@routes.post("/api/conduct/{entry_id:int}/review", body=ReviewBody, answer=entries.EntryWithEvidence)
def review(call: Call[None, ReviewBody]) -> entries.EntryWithEvidence:
    """Decide an appeal as its reviewer: uphold, change to the better, or withdraw the entry."""
    body = call.body
    decision = appeals.Decision(body.verdict, body.why, body.weight)
    return appeals.review(call.session, call.principal, call.path["entry_id"], decision)
