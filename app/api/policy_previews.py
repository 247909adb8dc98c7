"""Policies before they are written, and where they meet: previews on real data, and what governs a row or a thing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel, Field

from app.api.routes import Body, Call, Query, Routes
from app.errors import BadInput
from app.policies import preview as simulated
from app.policies.attachments import Thing
from app.policies.document import PolicyDocument, read_document
from app.policies.meeting import Kind, Meeting, on_row, on_thing
from app.policies.preview import Draft, Preview
from app.policies.references import need_references
from app.policies.summary import summary
from app.policies.versions import group_names

routes = Routes("policies")
ROUTES = routes.all


class ThingBody(Body):
    """One thing that a policy can govern."""

    allocation_id: int | None = None
    instrument_id: int | None = None
    stream_id: int | None = None
    group_id: int | None = None


class PreviewBody(Body):
    """A document to look at before anything is written.

    With ``group_id`` (whose policy it would be) or ``policy_id`` (whose next version it would be), it is tried on that
    group's data of the last days, of the thing that it would be attached to if one is named.
    """

    document: dict[str, Any]
    group_id: int | None = None
    policy_id: int | None = None
    attach_to: ThingBody | None = None
    last_days: int = Field(default=30, ge=1, le=366)


class PreviewAnswer(BaseModel):
    """What a document says, and what it would do; ``simulation`` is null where nobody's data were named."""

    document: PolicyDocument
    summary: str
    simulation: Preview | None = None


class GoverningQuery(Query):
    """A row, by ``kind`` and ``id``; or one thing that policies are attached to."""

    kind: Kind | None = None
    id: int | None = None
    allocation_id: int | None = None
    instrument_id: int | None = None
    stream_id: int | None = None
    group_id: int | None = None


@routes.post("/api/policies/preview", body=PreviewBody, answer=PreviewAnswer)
def preview(call: Call[None, PreviewBody]) -> PreviewAnswer:
    """Validate a document, say what it means, and who would see the last days' data, when; writes nothing."""
    session, body = call.session, call.body
    thing = _one(Thing(**body.attach_to.model_dump()), "attach_to") if body.attach_to is not None else None
    document = read_document(body.document)
    draft = Draft(document, body.group_id, body.policy_id, thing, body.last_days)
    holder_id = simulated.holder_of(session, draft)
    need_references(session, document, holder_id)
    told = None if holder_id is None else simulated.preview(session, draft, holder_id, datetime.now(UTC))
    names = group_names(session, document.group_ids)
    return PreviewAnswer(document=document, summary=summary(document, names), simulation=told)


@routes.get("/api/policies/governing", query=GoverningQuery, answer=Meeting)
def governing(call: Call[GoverningQuery, None]) -> Meeting:
    """Say which policies meet on a row or a thing, what holds, and for each dimension which of them decides it."""
    query = call.query
    thing = Thing(query.allocation_id, query.instrument_id, query.stream_id, query.group_id)
    if query.kind is None and query.id is None:
        return on_thing(call.session, _one(thing, "group_id"))
    if query.kind is None or query.id is None or thing.named:
        raise BadInput("Name a row by kind and id, or one thing.", field="kind" if query.kind is None else "id")
    return on_row(call.session, query.kind, query.id)


def _one(thing: Thing, field: str) -> Thing:
    if len(thing.named) != 1:
        raise BadInput("Name one of allocation_id, instrument_id, stream_id, group_id.", field=field)
    return thing
