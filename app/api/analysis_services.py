"""``/api/analysis_service``: programs elsewhere that analyse what we have, and what starts them by itself."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field

from app.api.routes import Body, Call, Routes
from app.api.shapes import AuthorOut, GroupOut
from app.errors import BadInput
from app.portal import analysis_defaults as defaults
from app.portal import analysis_services as service
from app.portal.analysis_services import AnalysisType, Authentication, InputType

routes = Routes("analysis services")
ROUTES = routes.all
ACL = ("Manage Analysis Services",)
RUN = ("Run Analyses",)
LONGEST_TIMEOUT_S = 7 * 24 * 3600


def _object(value: Any) -> Any:
    """Read a text as JSON, since SkyPortal's clients send these objects as texts."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError) as error:
        raise ValueError("an object, or one as a JSON text, is expected") from error


JsonObject = Annotated[dict[str, Any], BeforeValidator(_object)]
Line = Annotated[str, Field(max_length=500)]
Timeout = Annotated[float, Field(gt=0, le=LONGEST_TIMEOUT_S)]


class ServiceOut(BaseModel):
    """An analysis service; how we show it who we are is no part of any answer."""

    id: int
    created_at: datetime
    modified: datetime
    name: str
    display_name: str | None
    description: str | None
    version: str | None
    contact_name: str | None
    contact_email: str | None
    url: str
    optional_analysis_parameters: dict[str, Any]
    authentication_type: Authentication
    enabled: bool
    analysis_type: AnalysisType
    input_data_types: list[InputType]
    timeout: float
    upload_only: bool
    display_on_resource_dropdown: bool
    is_summary: bool
    groups: list[GroupOut]


class _About(Body):
    display_name: Line | None = None
    description: Annotated[str, Field(max_length=5000)] | None = None
    version: Line | None = None
    contact_name: Line | None = None
    contact_email: Line | None = None
    optional_analysis_parameters: JsonObject | None = None
    authinfo: JsonObject | None = Field(None, alias="_authinfo")
    enabled: bool | None = None
    timeout: Timeout | None = None
    upload_only: bool | None = None
    is_summary: bool | None = None
    display_on_resource_dropdown: bool | None = None
    group_ids: list[int] | None = None


class ServiceBody(_About):
    """A new service."""

    name: str = Field(min_length=1, max_length=200)
    url: str
    authentication_type: Authentication
    analysis_type: AnalysisType
    input_data_types: list[InputType]


class ServiceChange(_About):
    """What is to change about a service; what is not named stays."""

    name: str | None = Field(None, min_length=1, max_length=200)
    url: str | None = None
    authentication_type: Authentication | None = None
    analysis_type: AnalysisType | None = None
    input_data_types: list[InputType] | None = None


class Made(BaseModel):
    """The id of what was made."""

    id: int


def _given(body: Body) -> dict[str, Any]:
    return {name: value for name, value in body.model_dump(exclude_unset=True).items() if value is not None}


@routes.get("/api/analysis_service", answer=list[ServiceOut])
def listed(call: Call[None, None]) -> list[dict[str, Any]]:
    """Return the analysis services that you may use."""
    return service.listed(call.session)


@routes.post("/api/analysis_service", body=ServiceBody, answer=Made, acls=ACL)
def post(call: Call[None, ServiceBody]) -> Made:
    """Register an analysis service."""
    given = _given(call.body)
    authinfo, group_ids = given.pop("authinfo", None), given.pop("group_ids", None)
    if len(set(given["input_data_types"])) < len(given["input_data_types"]):
        raise BadInput("Each kind of input is named once.", field="input_data_types")
    vault = call.context.vault
    return Made(id=service.add(call.session, call.principal, vault, given, authinfo, group_ids))


@routes.get("/api/analysis_service/{service_id:int}", answer=ServiceOut)
def get(call: Call[None, None]) -> dict[str, Any]:
    """Return one analysis service."""
    return service.one(call.session, call.path["service_id"])


@routes.patch("/api/analysis_service/{service_id:int}", body=ServiceChange, acls=ACL)
def patch(call: Call[None, ServiceChange]) -> None:
    """Change an analysis service."""
    service.change(call.session, call.principal, call.context.vault, call.path["service_id"], _given(call.body))


@routes.delete("/api/analysis_service/{service_id:int}", acls=ACL)
def delete(call: Call[None, None]) -> None:
    """Delete an analysis service with its analyses."""
    service.remove(call.session, call.principal, call.path["service_id"])


class DefaultOut(BaseModel):
    """An analysis that starts by itself."""

    id: int
    created_at: datetime
    modified: datetime
    analysis_service_id: int
    author_id: int
    show_parameters: bool
    show_plots: bool
    show_corner: bool
    default_analysis_parameters: dict[str, Any]
    source_filter: dict[str, Any]
    stats: dict[str, Any]
    groups: list[GroupOut]
    author: AuthorOut | None
    analysis_service: ServiceOut


class DefaultBody(Body):
    """A default analysis, new or what is to change about one."""

    default_analysis_parameters: JsonObject | None = None
    source_filter: JsonObject | None = None
    daily_limit: int | None = Field(None, ge=1, le=1000)
    show_parameters: bool | None = None
    show_plots: bool | None = None
    show_corner: bool | None = None
    group_ids: list[int] | None = None


DEFAULTS = "/api/analysis_service/{service_id:int}/default_analysis"


@routes.get(DEFAULTS, answer=list[DefaultOut])
def default_list(call: Call[None, None]) -> list[dict[str, Any]]:
    """Return the default analyses of a service."""
    service.need(call.session, call.path["service_id"])
    return defaults.listed(call.session, call.path["service_id"])


@routes.post(DEFAULTS, body=DefaultBody, answer=Made, acls=RUN)
def default_post(call: Call[None, DefaultBody]) -> Made:
    """Let an analysis start by itself when a source is classified."""
    given = _given(call.body)
    group_ids = given.pop("group_ids", None)
    return Made(id=defaults.add(call.session, call.principal, call.path["service_id"], given, group_ids))


@routes.get(DEFAULTS + "/{default_id:int}", answer=DefaultOut)
def default_get(call: Call[None, None]) -> dict[str, Any]:
    """Return one default analysis."""
    return defaults.one(call.session, call.path["service_id"], call.path["default_id"])


@routes.patch(DEFAULTS + "/{default_id:int}", body=DefaultBody, acls=RUN)
def default_patch(call: Call[None, DefaultBody]) -> None:
    """Change a default analysis."""
    place = (call.path["service_id"], call.path["default_id"])
    defaults.change(call.session, call.principal, place, _given(call.body))


@routes.delete(DEFAULTS + "/{default_id:int}", acls=RUN)
def default_delete(call: Call[None, None]) -> None:
    """Delete a default analysis."""
    defaults.remove(call.session, call.principal, (call.path["service_id"], call.path["default_id"]))
