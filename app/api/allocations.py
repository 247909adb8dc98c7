"""Allocations of telescope time."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, BaseModel, BeforeValidator, Field

from app.api.params import PageNumber, UtcTime
from app.api.routes import Body, Call, Query, Raw, Routes
from app.portal import allocation_report, allocations
from app.portal.allocations import AllocationDetail, AllocationSearch, AllocationType, AllocationView, RequestPage

routes = Routes("allocations")
ROUTES = routes.all
MANAGE = (allocations.MANAGE,)


def _json(value: Any) -> Any:
    # SkyPortal's own forms send the credential as a JSON text, its scripts as an object.
    if isinstance(value, str):
        try:
            return json.loads(value)
        except (ValueError, RecursionError) as error:
            raise ValueError("this text is not JSON") from error
    return value


Credential = Annotated[dict[str, Any] | None, BeforeValidator(_json), Field(alias="_altdata")]
Hours = Annotated[float, Field(ge=0)]


class ValidityRange(Body):
    """When an allocation can be used."""

    start_date: UtcTime
    end_date: UtcTime


class AllocationsQuery(Query):
    """Which allocations."""

    instrument_id: int | None = None
    api_type: Annotated[Literal["api_classname", "api_classname_obsplan"] | None, Field(alias="apiType")] = None
    implements: Annotated[str | None, Field(alias="apiImplements", max_length=100)] = None


class AllocationQuery(Query):
    """Which page of the requests."""

    page: PageNumber = 1
    per_page: Annotated[int, Field(ge=1, le=1000, alias="numPerPage")] = 50
    sort_by: Annotated[Literal["created_at", "modified", "status", "obj"], Field(alias="sortBy")] = "created_at"
    sort_order: Annotated[Literal["asc", "desc"], Field(alias="sortOrder")] = "asc"


class ReportQuery(Query):
    """The form of the report."""

    output: Annotated[Literal["pdf", "png"], Field(validation_alias=AliasChoices("output_format", "outputFormat"))] = (
        "pdf"
    )


class AllocationPutBody(Body):
    """What changes in an allocation; ``_altdata`` is the facility's credential, which is never served back."""

    instrument_id: int | None = None
    group_id: int | None = None
    hours_allocated: Hours | None = None
    pi: str | None = None
    proposal_id: str | None = None
    types: Annotated[list[AllocationType], Field(min_length=1)] | None = None
    validity_ranges: list[ValidityRange] | None = None
    default_share_group_ids: list[int] | None = None
    allocation_admin_ids: list[int] | None = None
    facility: str | None = None
    facility_config: dict[str, Any] | None = None
    credential: Credential = None
    altdata: Annotated[dict[str, Any] | None, BeforeValidator(_json)] = None
    replace_altdata: bool = False


class AllocationBody(AllocationPutBody):
    """A new allocation."""

    instrument_id: int
    group_id: int
    hours_allocated: Hours


class AllocationId(BaseModel):
    """The id of an allocation."""

    id: int


class AllocationAnswer(BaseModel):
    """One allocation, and how many follow-up requests it has."""

    allocation: AllocationDetail
    totalMatches: int  # noqa: N815


class FacilityOfAllocation(BaseModel):
    """What is behind an allocation."""

    facility: str | None
    facility_config: dict[str, Any]


@routes.get("/api/allocation", query=AllocationsQuery, answer=list[AllocationView])
def list_allocations(call: Call[AllocationsQuery, None]) -> list[AllocationView]:
    """List the allocations of the caller's groups."""
    return allocations.list_allocations(call.session, AllocationSearch(**call.query.model_dump()))


@routes.get(
    "/api/allocation/report/{instrument_id:int}",
    query=ReportQuery,
    answer=bytes,
    produces=("application/pdf", "image/png"),
)
def report(call: Call[ReportQuery, None]) -> Raw:
    """Return charts of the allocations on an instrument: hours, requests, moonlight."""
    content = allocation_report.report(call.session, call.path["instrument_id"], call.query.output)
    kind = "application/pdf" if call.query.output == "pdf" else "image/png"
    return Raw(content, kind, {"Content-Disposition": f'inline; filename="allocations.{call.query.output}"'})


@routes.get("/api/allocation/{allocation_id:int}", query=AllocationQuery, answer=AllocationAnswer)
def get_allocation(call: Call[AllocationQuery, None]) -> AllocationAnswer:
    """Return one allocation with a page of its follow-up requests."""
    asked = call.query
    page = RequestPage(asked.page, asked.per_page, asked.sort_by, asked.sort_order == "desc")
    found, total = allocations.detail(call.session, call.path["allocation_id"], page)
    return AllocationAnswer(allocation=found, totalMatches=total)


@routes.get("/api/allocation/{allocation_id:int}/facility", answer=FacilityOfAllocation)
def get_facility(call: Call[None, None]) -> FacilityOfAllocation:
    """Return which facility an allocation uses and how it is set up; the credential is no part of it."""
    facility, config = allocations.facility_of(call.session, call.path["allocation_id"])
    return FacilityOfAllocation(facility=facility, facility_config=config)


@routes.post("/api/allocation", body=AllocationBody, answer=AllocationId, acls=MANAGE)
def add_allocation(call: Call[None, AllocationBody]) -> AllocationId:
    """Make an allocation of a group that the caller administers."""
    body = call.body
    made = allocations.add_allocation(
        call.session, call.principal, call.context.vault, _columns(body), body.credential or body.altdata
    )
    row = allocations.get_allocation(call.session, made)
    allocations.set_users(call.session, call.principal, row, body.allocation_admin_ids or [])
    return AllocationId(id=made)


@routes.put("/api/allocation/{allocation_id:int}", body=AllocationPutBody, acls=MANAGE)
def change_allocation(call: Call[None, AllocationPutBody]) -> None:
    """Change an allocation; a new credential replaces the old one."""
    body, session = call.body, call.session
    row = allocations.change_allocation(session, call.principal, call.path["allocation_id"], _columns(body))
    allocations.set_users(session, call.principal, row, body.allocation_admin_ids or [])
    credential = body.credential or body.altdata
    if credential is not None:
        vault, whole = call.context.vault, body.replace_altdata
        allocations.replace_credential(session, call.principal, vault, row, credential, whole)


@routes.delete("/api/allocation/{allocation_id:int}", acls=MANAGE)
def delete_allocation(call: Call[None, None]) -> None:
    """Delete an allocation that was never used."""
    allocations.delete_allocation(call.session, call.principal, call.path["allocation_id"])


def _columns(body: AllocationPutBody) -> dict[str, Any]:
    apart = {"credential", "altdata", "replace_altdata", "allocation_admin_ids"}
    values = body.model_dump(exclude_unset=True, exclude=apart, mode="json")
    return {key: value for key, value in values.items() if value is not None}
