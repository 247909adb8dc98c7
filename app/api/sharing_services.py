"""Sharing services: where groups publish their discoveries (TNS, Hermes), and what is submitted."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, Field, StringConstraints

from app.api.params import PageNumber
from app.api.routes import Answer, Body, Call, Query, Routes
from app.policies.publishable import judge
from app.portal import sharing_members as members
from app.portal import sharing_services as service
from app.portal import sharing_submissions as submissions

routes = Routes("sharing services")
ROUTES = routes.all
ROOT = "/api/sharing_service"
ONE = ROOT + "/{service_id:int}"
GROUP = ONE + "/group/{group_id:int}"
MANAGE = ("Manage groups",)
SUBMIT = ("Upload data",)
Number = Annotated[int, Field(ge=0, lt=2**31)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Words = Annotated[str, Field(max_length=5000)]
Options = dict[str, bool | None]


class BotSecret(Body):
    """What the TNS knows the bot by."""

    api_key: Annotated[str, Field(pattern=r"^[!-~]{1,200}$")]


class ServiceBody(Body):
    """A sharing service; ``_tns_altdata`` carries the bot's ``api_key``, which is kept encrypted and never shown."""

    name: Name
    owner_group_ids: list[Number] | None = None
    instrument_ids: Annotated[list[Number] | None, Field(max_length=200)] = None
    stream_ids: Annotated[list[Number] | None, Field(max_length=200)] = None
    acknowledgments: Words | None = None
    testing: bool | None = None
    photometry_options: Options | None = None
    enable_sharing_with_tns: bool | None = None
    enable_sharing_with_hermes: bool | None = None
    tns_bot_name: Name | None = None
    tns_bot_id: Number | None = None
    tns_source_group_id: Number | None = None
    tns_altdata: Annotated[BotSecret | None, Field(alias="_tns_altdata")] = None
    publish_existing_tns_objects: bool | None = None


class GroupBody(Body):
    """A group's settings at a service."""

    owner: bool | None = None
    auto_share_to_tns: bool | None = None
    auto_share_to_hermes: bool | None = None
    auto_sharing_allow_bots: bool | None = None


class PublishersBody(Body):
    """Whose names a group's sources are published in."""

    user_ids: Annotated[list[Number], Field(min_length=1, max_length=200)]


class SubmissionBody(Body):
    """What is to be published."""

    obj_id: str = Field(min_length=1, max_length=255)
    sharing_service_id: Number
    publishers: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5000)]
    remarks: Words | None = None
    archival: bool = False
    archival_comment: Words | None = None
    instrument_ids: list[Number] | None = None
    stream_ids: list[Number] | None = None
    photometry_options: Options | None = None
    publish_to_tns: bool = False
    publish_to_hermes: bool = False


class SubmissionQuery(Query):
    """Of which service."""

    sharing_service_id: Number


class SubmissionsQuery(SubmissionQuery):
    """Which page of a service's submissions, and how much of each."""

    page_number: PageNumber = 1
    num_per_page: int = Field(100, ge=1, le=500, alias="numPerPage")
    include_payload: bool = False
    include_response: bool = False
    object_id: str | None = Field(None, alias="objectID")


class Id(BaseModel):
    """The id of what was made or changed."""

    id: int


class Ids(BaseModel):
    """The ids of what was made."""

    ids: list[int]


class ServiceOut(BaseModel):
    """A sharing service, without its key."""

    id: int
    created_at: datetime
    modified: datetime
    name: str
    acknowledgments: str | None
    testing: bool
    photometry_options: dict[str, bool]
    enable_sharing_with_tns: bool
    enable_sharing_with_hermes: bool
    tns_bot_name: str | None
    tns_bot_id: int | None
    tns_source_group_id: int | None
    publish_existing_tns_objects: bool
    owner_group_ids: list[int]
    groups: list[dict[str, Any]]
    coauthors: list[dict[str, Any]]
    instruments: list[dict[str, Any]]
    streams: list[dict[str, Any]]


class SubmissionOut(BaseModel):
    """A submission; payload and answers where they were asked for."""

    id: int
    created_at: datetime
    modified: datetime
    sharing_service_id: int
    obj_id: str
    tns_name: str | None
    user_id: int
    custom_publishing_string: str
    custom_remarks_string: str | None
    publish_to_tns: bool
    tns_status: str | None
    tns_submission_id: int | None
    publish_to_hermes: bool
    hermes_status: str | None
    archival: bool
    archival_comment: str | None
    auto_submission: bool
    instrument_ids: list[int]
    stream_ids: list[int]
    photometry_options: dict[str, bool]
    tns_payload: dict[str, Any] | None = None
    tns_response: dict[str, Any] | None = None
    hermes_response: dict[str, Any] | None = None


class SubmissionsOut(BaseModel):
    """A page of submissions."""

    sharing_service_id: int
    submissions: list[SubmissionOut]
    page_number: int = Field(alias="pageNumber")
    num_per_page: int = Field(alias="numPerPage")
    total_matches: int = Field(alias="totalMatches")


@routes.get(ROOT, answer=list[ServiceOut])
def listed(call: Call[None, None]) -> list[dict[str, Any]]:
    """Return the sharing services that your groups have access to."""
    return service.listed(call.session)


@routes.get(ONE, answer=ServiceOut)
def get(call: Call[None, None]) -> dict[str, Any]:
    """Return one sharing service."""
    found = service.listed(call.session, [call.path["service_id"]])
    if not found:
        raise service.no_such_service()
    return found[0]


@routes.put(ROOT, body=ServiceBody, answer=Id, acls=MANAGE)
def add(call: Call[None, ServiceBody]) -> Id:
    """Make a sharing service."""
    given = call.body.model_dump(exclude_unset=True)
    return Id(id=service.add(call.session, call.principal, call.context.vault, given))


@routes.put(ONE, body=ServiceBody, answer=Id, acls=MANAGE)
def change(call: Call[None, ServiceBody]) -> Id:
    """Change a sharing service of a group of yours."""
    given = call.body.model_dump(exclude_unset=True)
    number = call.path["service_id"]
    service.change(call.session, call.principal, call.context.vault, number, given)
    return Id(id=number)


@routes.delete(ONE, acls=MANAGE)
def remove(call: Call[None, None]) -> None:
    """Delete a sharing service of a group of yours."""
    service.remove(call.session, call.principal, call.path["service_id"])


@routes.put(GROUP, body=GroupBody, answer=Id, acls=MANAGE)
def put_group(call: Call[None, GroupBody]) -> Id:
    """Give a group access to a sharing service, or change its settings."""
    given = call.body.model_dump(exclude_unset=True)
    return Id(id=members.put_group(call.session, call.principal, _place(call), given))


@routes.delete(GROUP, acls=MANAGE)
def remove_group(call: Call[None, None]) -> None:
    """Take a group's access to a sharing service away."""
    members.remove_group(call.session, call.principal, *_place(call))


@routes.post(ONE + "/coauthor/{user_id:int}", answer=Id, acls=MANAGE)
def add_coauthor(call: Call[None, None]) -> Id:
    """Name a person in every report."""
    return Id(id=members.add_coauthor(call.session, call.principal, call.path["service_id"], call.path["user_id"]))


@routes.delete(ONE + "/coauthor/{user_id:int}", acls=MANAGE)
def remove_coauthor(call: Call[None, None]) -> None:
    """Name a person no longer."""
    members.remove_coauthor(call.session, call.principal, call.path["service_id"], call.path["user_id"])


@routes.post(GROUP + "/auto_publisher", body=PublishersBody, answer=Ids, acls=MANAGE)
def add_publishers(call: Call[None, PublishersBody]) -> Ids:
    """Have a group's new sources published in these members' names."""
    return Ids(ids=members.add_publishers(call.session, call.principal, _place(call), call.body.user_ids))


@routes.delete(GROUP + "/auto_publisher", body=PublishersBody, acls=MANAGE)
def remove_publishers(call: Call[None, PublishersBody]) -> None:
    """Have nothing published in these members' names any more."""
    members.remove_publishers(call.session, call.principal, _place(call), call.body.user_ids)


@routes.post(GROUP + "/auto_publisher/{user_id:int}", answer=Ids, acls=MANAGE)
def add_publisher(call: Call[None, None]) -> Ids:
    """Have a group's new sources published in this member's name."""
    return Ids(ids=members.add_publishers(call.session, call.principal, _place(call), [call.path["user_id"]]))


@routes.delete(GROUP + "/auto_publisher/{user_id:int}", acls=MANAGE)
def remove_publisher(call: Call[None, None]) -> None:
    """Have nothing published in this member's name any more."""
    members.remove_publishers(call.session, call.principal, _place(call), [call.path["user_id"]])


@routes.post(ROOT + "/submission", body=SubmissionBody, acls=SUBMIT)
def submit(call: Call[None, SubmissionBody]) -> Answer:
    """Have a source published; its state is told by the submissions."""
    body = call.body
    wish = submissions.Wish(
        obj_id=body.obj_id,
        service_id=body.sharing_service_id,
        publishers=body.publishers,
        to_tns=body.publish_to_tns,
        to_hermes=body.publish_to_hermes,
        remarks=body.remarks,
        archival=body.archival,
        archival_comment=body.archival_comment,
        instrument_ids=body.instrument_ids,
        stream_ids=body.stream_ids,
        photometry_options=body.photometry_options,
    )
    _number, said = submissions.submit(call.session, call.principal, wish, judge)
    return Answer(message=" ".join(["It is being published.", *said]))


@routes.get(ROOT + "/submission", query=SubmissionsQuery, answer=SubmissionsOut)
def submitted(call: Call[SubmissionsQuery, None]) -> dict[str, Any]:
    """Return a page of a sharing service's submissions, newest first."""
    q = call.query
    asked = submissions.Asked(
        q.sharing_service_id, q.page_number, q.num_per_page, q.include_payload, q.include_response, q.object_id
    )
    return submissions.page_of(call.session, call.principal, asked)


@routes.get(ROOT + "/submission/{submission_id:int}", query=SubmissionQuery, answer=SubmissionOut)
def submission(call: Call[SubmissionQuery, None]) -> dict[str, Any]:
    """Return one submission."""
    numbers = (call.query.sharing_service_id, call.path["submission_id"])
    return submissions.one(call.session, call.principal, *numbers)


def _place(call: Call[Any, Any]) -> tuple[int, int]:
    return call.path["service_id"], call.path["group_id"]
