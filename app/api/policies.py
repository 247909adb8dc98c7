"""Sharing policies: what they say, their versions, and what they govern."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field
from sqlalchemy.orm import Session

from app.api.routes import Body, Call, Query, Routes
from app.errors import BadInput
from app.policies import attachments as at
from app.policies import versions as vs
from app.policies.document import PolicyDocument, json_schema, read_document
from app.policies.references import need_references
from app.policies.summary import differences, summary
from app.policies.templates import Filling, Template, fill, templates
from app.policies.uses import Text
from app.tables import Policy, PolicyAttachment, PolicyVersion

routes = Routes("policies")
ROUTES = routes.all


class VersionAnswer(BaseModel):
    """One version of a policy, with its summary for this reader."""

    id: int
    version: int | None
    document: PolicyDocument
    summary: str
    created_at: datetime
    created_by_id: int | None


class AttachmentAnswer(BaseModel):
    """One thing that a policy governs."""

    id: int
    policy_id: int
    allocation_id: int | None
    instrument_id: int | None
    stream_id: int | None
    group_id: int | None
    created_at: datetime


class PolicyAnswer(BaseModel):
    """A policy with all its versions, the newest last, and what it governs now.

    ``notes`` are sentences on what has changed around it: a group that it names and that was deleted.
    """

    id: int
    name: str
    holder_id: int
    holder: str | None
    owner_id: int
    created_at: datetime
    summary: str
    versions: list[VersionAnswer]
    attachments: list[AttachmentAnswer]
    notes: list[str]


class FillBody(Body):
    """What the places of a template are filled with; it says itself which of them it has."""

    partner_group_ids: list[int] = Field(default_factory=list, max_length=200)
    classes: list[Text] = Field(default_factory=list, max_length=200)
    publication_id: int | None = Field(default=None, gt=0)

    @property
    def filling(self) -> Filling:
        """The same, for the template."""
        return Filling(self.partner_group_ids, self.classes, self.publication_id)


class PolicyBody(FillBody):
    """A new policy: a document, or a template with what its places are filled with."""

    name: str = Field(min_length=1, max_length=200)
    group_id: int
    document: dict[str, Any] | None = None
    template: str | None = None


class VersionBody(Body):
    """The next version of a policy."""

    document: dict[str, Any]
    why: str | None = Field(default=None, max_length=2000)


class AttachmentBody(Body):
    """What the policy shall govern: one of these."""

    allocation_id: int | None = None
    instrument_id: int | None = None
    stream_id: int | None = None
    group_id: int | None = None


class DifferenceQuery(Query):
    """Two versions by their numbers."""

    from_version: int = Field(alias="from")
    to_version: int = Field(alias="to")


class FilledAnswer(BaseModel):
    """What a filled template says."""

    document: PolicyDocument
    summary: str


@routes.get("/api/policies", answer=list[PolicyAnswer])
def list_all(call: Call[None, None]) -> list[PolicyAnswer]:
    """List every policy: agreements can be read by everybody who is logged in."""
    return _answers(call.session, list(vs.list_policies(call.session)))


@routes.post("/api/policies", body=PolicyBody, answer=PolicyAnswer)
def create(call: Call[None, PolicyBody]) -> PolicyAnswer:
    """Make a policy of a group that one is an admin of."""
    body = call.body
    new = vs.NewPolicy(body.name, body.group_id, _document(body))
    version = vs.create_policy(call.session, call.principal, new)
    return _one(call.session, version.policy_id or 0)


@routes.get("/api/policies/schema", answer=dict[str, Any])
def schema(_call: Call[None, None]) -> dict[str, Any]:
    """Return the JSON Schema of a policy document."""
    return json_schema()


@routes.get("/api/policies/templates", answer=list[Template])
def list_templates(_call: Call[None, None]) -> list[Template]:
    """List the templates, each modelled on terms that real teams use."""
    return list(templates().values())


@routes.post("/api/policies/templates/{name}", body=FillBody, answer=FilledAnswer)
def fill_template(call: Call[None, FillBody]) -> FilledAnswer:
    """Fill a template with partners, classes and the publication that it asks for; writes nothing."""
    document = fill(call.path["name"], call.body.filling)
    need_references(call.session, document, None)
    return FilledAnswer(document=document, summary=summary(document, _names(call.session, [document])))


@routes.get("/api/policies/{policy_id:int}", answer=PolicyAnswer)
def read(call: Call[None, None]) -> PolicyAnswer:
    """Return one policy with its versions and attachments."""
    return _one(call.session, call.path["policy_id"])


@routes.post("/api/policies/{policy_id:int}/versions", body=VersionBody, answer=PolicyAnswer)
def add_version(call: Call[None, VersionBody]) -> PolicyAnswer:
    """Write the next version, for new data; what exists keeps its version."""
    document = read_document(call.body.document)
    vs.add_version(call.session, call.principal, call.path["policy_id"], document, call.body.why)
    return _one(call.session, call.path["policy_id"])


@routes.get("/api/policies/{policy_id:int}/differences", query=DifferenceQuery, answer=list[str])
def compare(call: Call[DifferenceQuery, None]) -> list[str]:
    """Say in plain sentences what changes between two versions."""
    pair = [
        PolicyDocument.model_validate(vs.get_version(call.session, call.path["policy_id"], number).document)
        for number in (call.query.from_version, call.query.to_version)
    ]
    return differences(pair[0], pair[1], _names(call.session, pair))


@routes.post("/api/policies/{policy_id:int}/attachments", body=AttachmentBody, answer=AttachmentAnswer)
def attach(call: Call[None, AttachmentBody]) -> AttachmentAnswer:
    """Let the policy govern an allocation, an instrument, a stream or a group, from the next data on."""
    thing = at.Thing(**call.body.model_dump())
    return _attachment(at.attach(call.session, call.principal, call.path["policy_id"], thing))


@routes.delete("/api/policies/{policy_id:int}/attachments/{attachment_id:int}", answer=None)
def detach(call: Call[None, None]) -> None:
    """End an attachment: data that exist keep their policy."""
    at.detach(call.session, call.principal, call.path["policy_id"], call.path["attachment_id"])


def _document(body: PolicyBody) -> PolicyDocument:
    if (body.document is None) == (body.template is None):
        raise BadInput("Send either a document or the name of a template.", field="document")
    if body.template is not None:
        return fill(body.template, body.filling)
    if body.partner_group_ids or body.classes or body.publication_id:
        field = "partner_group_ids" if body.partner_group_ids else "classes" if body.classes else "publication_id"
        raise BadInput(f"{field} fills a template; a document names its own.", field=field)
    return read_document(body.document or {})


def _one(session: Session, policy_id: int) -> PolicyAnswer:
    return _answers(session, [vs.get_policy(session, policy_id)])[0]


def _answers(session: Session, policies: list[Policy]) -> list[PolicyAnswer]:
    ids = [p.id for p in policies]
    versions = vs.versions_of(session, ids)
    attached = at.attachments_of(session, ids)
    gone = vs.groups_gone(session, ids)
    documents = {v.id: PolicyDocument.model_validate(v.document) for found in versions.values() for v in found}
    names = _names(session, documents.values()) | vs.group_names(session, {p.holder_id for p in policies})
    made = []
    for p in policies:
        told = [_version(v, documents[v.id], names) for v in versions[p.id]]
        made.append(
            PolicyAnswer(
                id=p.id,
                name=p.name,
                holder_id=p.holder_id,
                holder=names.get(p.holder_id),
                owner_id=p.owner_id,
                created_at=p.created_at,
                summary=told[-1].summary,
                versions=told,
                attachments=[_attachment(a) for a in attached[p.id]],
                notes=[_gone(group_id) for group_id in gone.get(p.id, [])],
            )
        )
    return made


def _gone(group_id: int) -> str:
    return (
        f"Group {group_id}, which this policy names, was deleted: nobody is let in in its place, and data keep their "
        "terms. Write a version without it."
    )


def _version(version: PolicyVersion, document: PolicyDocument, names: dict[int, str]) -> VersionAnswer:
    return VersionAnswer(
        id=version.id,
        version=version.version,
        document=document,
        summary=summary(document, names),
        created_at=version.created_at,
        created_by_id=version.created_by_id,
    )


def _attachment(a: PolicyAttachment) -> AttachmentAnswer:
    return AttachmentAnswer(
        id=a.id, policy_id=a.policy_id, created_at=a.created_at,
        allocation_id=a.allocation_id, instrument_id=a.instrument_id, stream_id=a.stream_id, group_id=a.group_id,
    )  # fmt: skip


def _names(session: Session, documents: Any) -> dict[int, str]:
    return vs.group_names(session, {g for d in documents for g in d.group_ids})
