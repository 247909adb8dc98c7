"""Publications, with what they owe."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field
from sqlalchemy.orm import Session

from app.api.params import UtcTime
from app.api.routes import Body, Call, Query, Routes
from app.policies.versions import group_names
from app.publications import claims
from app.publications.edits import edit
from app.publications.obligations import ObligationView, Wanted, list_obligations
from app.publications.owed import refresh
from app.publications.scope import Scope
from app.publications.stages import Kind, Stage, next_stages
from app.tables import Publication

routes = Routes("publications")
ROUTES = routes.all
ObjId = Annotated[str, Field(min_length=1, max_length=200)]
ClassName = Annotated[str, Field(min_length=1, max_length=200)]
Data = Literal["photometry", "spectra", "classifications", "annotations", "images", "follow-up"]


class ScopeAnswer(BaseModel):
    """What a publication is about, as it was declared; dates (UTC) are of the first detection."""

    kind: Literal["targets", "listing", "topic"]
    list_name: str | None
    topic: str | None
    classes: list[str]
    date_from: datetime | None
    date_to: datetime | None


class PublicationAnswer(BaseModel):
    """A publication; ``obj_ids`` are those that the reader can see, ``next_stages`` where it may go from here.

    In a stage with a ``deadline_at`` (UTC) it lapses then.
    """

    id: int
    title: str
    kind: str
    stage: str
    next_stages: list[str]
    obj_ids: list[str]
    group_id: int
    group: str | None
    lead_id: int
    scope: ScopeAnswer
    intended_data: list[str]
    announced_at: datetime | None
    deadline_at: datetime | None
    created_at: datetime
    modified: datetime


class PublicationWithObligations(PublicationAnswer):
    """A publication with what it owes."""

    obligations: list[ObligationView]


class PublicationBody(Body):
    """A declared intention to publish: about named ``obj_ids``, or a list of one's own, or classes or a topic (a tag).

    For the latter two, what is in the scope is what the group may read of it, with the first detection in the range of
    dates (``date_to`` not included).
    """

    title: str = Field(min_length=1, max_length=500)
    kind: Kind = "paper"
    group_id: int
    obj_ids: list[ObjId] | None = Field(default=None, min_length=1, max_length=1000)
    list_name: str | None = Field(default=None, min_length=1, max_length=200)
    topic: str | None = Field(default=None, min_length=1, max_length=200)
    classes: list[ClassName] = Field(default_factory=list, max_length=100)
    date_from: UtcTime | None = None
    date_to: UtcTime | None = None
    intended_data: list[Data] = Field(default_factory=list, max_length=10)


class PublicationEdit(Body):
    """What is to change of a publication; the scope stays of the same kind."""

    title: str = Field(default="", min_length=1, max_length=500)
    kind: Kind = "paper"
    lead_id: int = 0
    obj_ids: list[ObjId] = Field(default_factory=list, min_length=1, max_length=1000)
    list_name: str = Field(default="", min_length=1, max_length=200)
    topic: str | None = Field(default=None, min_length=1, max_length=200)
    classes: list[ClassName] = Field(default_factory=list, max_length=100)
    date_from: UtcTime | None = None
    date_to: UtcTime | None = None
    intended_data: list[Data] = Field(default_factory=list, max_length=10)
    deadline_at: UtcTime | None = None


class PublicationQuery(Query):
    """Which publications."""

    obj_id: str | None = None
    stage: Stage | None = None


class StageBody(Body):
    """The next stage."""

    stage: Stage
    why: str | None = Field(default=None, max_length=2000)


@routes.get("/api/publications", query=PublicationQuery, answer=list[PublicationAnswer])
def list_all(call: Call[PublicationQuery, None]) -> list[PublicationAnswer]:
    """List the publications that one may know of, the newest first."""
    found = list(claims.list_publications(call.session, call.query.obj_id, call.query.stage))
    return _answers(call.session, found)


@routes.post("/api/publications", body=PublicationBody, answer=PublicationWithObligations)
def create(call: Call[None, PublicationBody]) -> PublicationWithObligations:
    """Open a publication: an idea that its group alone knows of, with what it would owe."""
    body = call.body
    scope = Scope(
        tuple(body.obj_ids or ()), body.list_name, body.topic, tuple(body.classes), body.date_from, body.date_to
    )
    new = claims.NewPublication(body.title, body.kind, body.group_id, scope, tuple(body.intended_data))
    return _one(call.session, claims.open_publication(call.session, call.principal, new).id)


@routes.get("/api/publications/{publication_id:int}", answer=PublicationWithObligations)
def read(call: Call[None, None]) -> PublicationWithObligations:
    """Return a publication with what it owes now."""
    claims.get_publication(call.session, call.path["publication_id"])
    refresh(call.session, call.path["publication_id"])
    return _one(call.session, call.path["publication_id"])


@routes.patch("/api/publications/{publication_id:int}", body=PublicationEdit, answer=PublicationWithObligations)
def change(call: Call[None, PublicationEdit]) -> PublicationWithObligations:
    """Change what a publication says of itself; a deadline is put off by an admin of its group alone."""
    place = call.path["publication_id"]
    edit(call.session, call.principal, place, call.body.model_dump(exclude_unset=True))
    return _one(call.session, place)


@routes.post("/api/publications/{publication_id:int}/stage", body=StageBody, answer=PublicationWithObligations)
def change_stage(call: Call[None, StageBody]) -> PublicationWithObligations:
    """Move a publication on; an open obligation may stand before it, and the answer says which."""
    place = call.path["publication_id"]
    claims.set_stage(call.session, call.principal, place, call.body.stage, call.body.why)
    return _one(call.session, place)


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
            next_stages=next_stages(p.stage),
            obj_ids=objs[p.id],
            group_id=p.holder_id,
            group=names.get(p.holder_id),
            lead_id=p.lead_id,
            scope=ScopeAnswer(
                kind=p.scope_kind,
                list_name=p.list_name,
                topic=p.topic,
                classes=p.classes,
                date_from=p.date_from,
                date_to=p.date_to,
            ),
            intended_data=p.intended_data,
            announced_at=p.announced_at,
            deadline_at=p.deadline_at,
            created_at=p.created_at,
            modified=p.modified,
        )
        for p in publications
    ]
