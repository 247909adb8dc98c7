"""Requests to join a group."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from app.api.routes import Body, Call, Query, Routes
from app.portal import admissions
from app.portal.admissions import AdmissionView, Status

routes = Routes("group_admission_requests")
ROUTES = routes.all
UPLOAD = ("Upload data",)


class AdmissionsQuery(Query):
    """Requests for one group, or all."""

    group_id: Annotated[int | None, Field(alias="groupID")] = None


class AdmissionBody(Body):
    """Who asks to join which group."""

    groupID: int  # noqa: N815
    userID: int  # noqa: N815


class AdmissionPatchBody(Body):
    """The answer."""

    status: Status


class AdmissionId(BaseModel):
    """The id of a request."""

    id: int


@routes.get("/api/group_admission_requests", query=AdmissionsQuery, answer=list[AdmissionView])
def list_requests(call: Call[AdmissionsQuery, None]) -> list[AdmissionView]:
    """List the caller's requests and those for groups that the caller administers."""
    return admissions.list_requests(call.session, call.query.group_id)


@routes.get("/api/group_admission_requests/{request_id:int}", answer=AdmissionView)
def get_request(call: Call[None, None]) -> AdmissionView:
    """Return one request."""
    return admissions.get_request(call.session, call.path["request_id"])


@routes.post("/api/group_admission_requests", body=AdmissionBody, answer=AdmissionId, acls=UPLOAD)
def add_request(call: Call[None, AdmissionBody]) -> AdmissionId:
    """Ask to join a group."""
    body = call.body
    return AdmissionId(id=admissions.add_request(call.session, call.principal, body.groupID, body.userID))


@routes.patch("/api/group_admission_requests/{request_id:int}", body=AdmissionPatchBody, acls=UPLOAD)
def answer_request(call: Call[None, AdmissionPatchBody]) -> None:
    """Accept or decline a request; who is accepted becomes a member."""
    admissions.answer(call.session, call.principal, call.path["request_id"], call.body.status)


@routes.delete("/api/group_admission_requests/{request_id:int}", acls=UPLOAD)
def withdraw_request(call: Call[None, None]) -> None:
    """Withdraw one's own request."""
    admissions.withdraw(call.session, call.principal, call.path["request_id"])
