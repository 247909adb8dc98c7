"""Publications and their obligations."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field
from sqlalchemy.orm import Session

from app.api.routes import Body, Call, Query, Routes
from app.policies.versions import group_names
from app.publications import claims
from app.publications.obligations import ObligationView, Wanted, list_obligations, set_state
from app.publications.owed import refresh
from app.publications.stages import STAGES, Kind, Stage, State
from app.tables import Publication

routes = Routes("publications")
ROUTES = routes.all
ObjId = Annotated[str, Field(min_length=1, max_length=200)]


class PublicationAnswer(BaseModel):
    """A publication; ``obj_ids`` are those that the reader can see, ``next_stages`` where it may go from here."""

    id: int
    title: str
    kind: str
    stage: str
    next_stages: list[str]
    obj_ids: list[str]
    group_id: int
    group: str | None
    lead_id: int
    created_at: datetime
    modified: datetime


class PublicationWithObligations(PublicationAnswer):
    """A publication with what it owes."""

    obligations: list[ObligationView]


class PublicationBody(Body):
    """A declared intention to publish."""

    title: str = Field(min_length=1, max_length=500)
    kind: Kind = "paper"
    obj_ids: list[ObjId] = Field(min_length=1, max_length=1000)
    group_id: int


class PublicationQuery(Query):
    """Which publications."""

    obj_id: str | None = None
    stage: Stage | None = None


class StageBody(Body):
    """The next stage."""

    stage: Stage
    why: str | None = Field(default=None, max_length=2000)


class ObligationQuery(Query):
    """``owe``: what my groups owe; ``owed``: what they are owed; neither: both."""

    side: Literal["owe", "owed"] | None = None
    publication_id: int | None = None
    open: bool = False


class StateBody(Body):
    """The next state of an obligation."""

    state: State
    reason: str | None = Field(default=None, max_length=2000)


@routes.get("/api/publications", query=PublicationQuery, answer=list[PublicationAnswer])
def list_all(call: Call[PublicationQuery, None]) -> list[PublicationAnswer]:
    """List the publications that one may know of, the newest first."""
    found = list(claims.list_publications(call.session, call.query.obj_id, call.query.stage))
    return _answers(call.session, found)


@routes.post("/api/publications", body=PublicationBody, answer=PublicationWithObligations)
def create(call: Call[None, PublicationBody]) -> PublicationWithObligations:
    """Open a publication: an idea that its group alone knows of, with what it would owe."""
    body = call.body
    new = claims.NewPublication(body.title, body.kind, tuple(body.obj_ids), body.group_id)
    return _one(call.session, claims.open_publication(call.session, call.principal, new).id)


@routes.get("/api/publications/{publication_id:int}", answer=PublicationWithObligations)
def read(call: Call[None, None]) -> PublicationWithObligations:
    """Return a publication with what it owes now."""
    claims.get_publication(call.session, call.path["publication_id"])
    refresh(call.session, call.path["publication_id"])
    return _one(call.session, call.path["publication_id"])


@routes.post("/api/publications/{publication_id:int}/stage", body=StageBody, answer=PublicationWithObligations)
def change_stage(call: Call[None, StageBody]) -> PublicationWithObligations:
    """Move a publication on; it cannot be submitted while a required obligation is open."""
    place = call.path["publication_id"]
    claims.set_stage(call.session, call.principal, place, call.body.stage, call.body.why)
    return _one(call.session, place)


@routes.get("/api/obligations", query=ObligationQuery, answer=list[ObligationView])
def obligations(call: Call[ObligationQuery, None]) -> list[ObligationView]:
    """List what one owes and what one is owed, the open ones first."""
    query = call.query
    return list_obligations(call.session, Wanted(query.publication_id, query.side, query.open))


@routes.post("/api/obligations/{obligation_id:int}/state", body=StateBody, answer=ObligationView)
def change_state(call: Call[None, StateBody]) -> ObligationView:
    """Request, offer, notify or include (the debtor); grant, refuse, opt in or out, waive (the creditor)."""
    body = call.body
    return set_state(call.session, call.principal, call.path["obligation_id"], body.state, body.reason)


def _one(session: Session, publication_id: int) -> PublicationWithObligations:
    (plain,) = _answers(session, [claims.get_publication(session, publication_id)])
    owed = list_obligations(session, Wanted(publication_id=publication_id))
    return PublicationWithObligations(**plain.model_dump(), obligations=owed)


def _answers(session: Session, publications: list[Publication]) -> list[PublicationAnswer]:
    objs = claims.known_objs(session, publications)
    names = group_names(session, {p.holder_id for p in publications})
    return [
        PublicationAnswer(
            id=p.id,
            title=p.title,
            kind=p.kind,
            stage=p.stage,
            next_stages=list(STAGES[p.stage]),
            obj_ids=objs[p.id],
            group_id=p.holder_id,
            group=names.get(p.holder_id),
            lead_id=p.lead_id,
            created_at=p.created_at,
            modified=p.modified,
        )
        for p in publications
    ]
