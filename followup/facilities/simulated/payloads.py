"""What the portal accepts as a request group, and its refusals in the shape of the portal's field errors."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError, model_validator

from followup.facilities.simulated.instruments import observing_time_s

FieldErrors = dict[str, Any]


class _Posted(BaseModel):
    model_config = ConfigDict(extra="allow")


class Target(_Posted):
    """A sidereal target, ICRS degrees."""

    name: Annotated[str, Field(min_length=1, max_length=50)]
    type: Literal["ICRS"]
    ra: Annotated[float, Field(ge=0.0, lt=360.0)]
    dec: Annotated[float, Field(ge=-90.0, le=90.0)]
    extra_params: dict[str, Any] = {}


class OpticalElements(_Posted):
    """The filter."""

    filter: Literal["U", "B", "V", "R", "I", "up", "gp", "rp", "ip", "zs", "Y"]


class InstrumentConfig(_Posted):
    """One filter, its exposure time (s) and number of exposures."""

    exposure_time: Annotated[float, Field(gt=0.0, le=7200.0)]
    exposure_count: Annotated[int, Field(ge=1, le=200)] = 1
    optical_elements: OpticalElements


class Configuration(_Posted):
    """A target with the exposures to take of it."""

    type: Literal["EXPOSE", "REPEAT_EXPOSE"]
    instrument_type: Literal["1M0-SCICAM-SINISTRO"]
    target: Target
    instrument_configs: Annotated[list[InstrumentConfig], Field(min_length=1)]
    constraints: dict[str, Any]


class Window(_Posted):
    """When the request may be observed; a time without zone is UTC, as the portal reads it."""

    start: AwareDatetime
    end: AwareDatetime

    @model_validator(mode="before")
    @classmethod
    def _assume_utc(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {key: _with_zone(value) for key, value in data.items()}

    @model_validator(mode="after")
    def _ordered(self) -> Window:
        if self.end <= self.start:
            raise ValueError(f"Window end '{self.end}' cannot be earlier than window start '{self.start}'.")
        return self


class Location(_Posted):
    """The class of telescope, and the site where it must be this one."""

    telescope_class: Literal["1m0"]
    site: str | None = None


class Request(_Posted):
    """One thing to observe."""

    configurations: Annotated[list[Configuration], Field(min_length=1)]
    windows: Annotated[list[Window], Field(min_length=1)]
    location: Location

    @property
    def duration_s(self) -> float:
        """The telescope time that it takes at real speed."""
        parts = [part for configuration in self.configurations for part in configuration.instrument_configs]
        return observing_time_s([(part.exposure_time, part.exposure_count) for part in parts])


class RequestGroup(_Posted):
    """What is posted."""

    name: Annotated[str, Field(min_length=1, max_length=50)]
    proposal: str
    ipp_value: Annotated[float, Field(ge=0.5, le=2.0)]
    operator: Literal["SINGLE", "MANY"]
    observation_type: Literal["NORMAL", "RAPID_RESPONSE", "TIME_CRITICAL"]
    requests: Annotated[list[Request], Field(min_length=1)]

    @model_validator(mode="after")
    def _operator_fits(self) -> RequestGroup:
        if (self.operator == "SINGLE") != (len(self.requests) == 1):
            raise ValueError(f"'{self.operator}' does not fit {len(self.requests)} requests.")
        return self


def _with_zone(value: Any) -> Any:
    if isinstance(value, str) and len(value) >= 19 and not value.endswith("Z") and "+" not in value[19:]:
        return value + "Z"
    return value


class Refusal(Exception):
    """The payload is not acceptable; ``errors`` is the body of the 400."""

    def __init__(self, errors: FieldErrors) -> None:
        super().__init__(str(errors))
        self.errors = errors


def parse_group(document: object, now: datetime, site: str, proposals: tuple[str, ...]) -> RequestGroup:
    """Return the checked payload; raise :class:`Refusal` with the portal's field errors."""
    try:
        group = RequestGroup.model_validate(document)
    except ValidationError as error:
        raise Refusal(_field_errors(error)) from None
    if proposals and group.proposal not in proposals:
        raise Refusal({"proposal": [f'Invalid proposal "{group.proposal}" - object does not exist.']})
    for index, request in enumerate(group.requests):
        if problem := _request_problem(request, group.observation_type, now, site):
            raise Refusal({"requests": [{}] * index + [problem]})
    return group


def _request_problem(request: Request, observation_type: str, now: datetime, site: str) -> FieldErrors:
    if request.location.site not in (None, site):
        return {"location": {"site": [f"Site {request.location.site} not valid."]}}
    latest = max(window.end for window in request.windows)
    if latest <= now:
        return {"windows": [{"end": ["Window end time must be in the future."]}]}
    longest_s = max((window.end - max(window.start, now)).total_seconds() for window in request.windows)
    if observation_type == "RAPID_RESPONSE":
        starts_in_s = (min(window.start for window in request.windows) - now).total_seconds()
        if starts_in_s > 0:
            return {"windows": ["The start time of a Rapid Response observation must be now."]}
        if longest_s > 86400.0 + request.duration_s:
            return {"windows": ["A Rapid Response observation must start within the next 24 hours."]}
    return {}


def _field_errors(error: ValidationError) -> FieldErrors:
    """Nest pydantic's errors as the portal does: objects by key, lists by position with {} for what is fine."""
    root: FieldErrors = {}
    for found in error.errors(include_url=False):
        _place(root, tuple(found["loc"]) or ("non_field_errors",), found["msg"].removeprefix("Value error, "))
    return root


def _place(node: Any, path: tuple[int | str, ...], message: str) -> None:
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        while len(node) <= step:
            node.append({})
        if not rest:
            node[step] = {"non_field_errors": [message]}
            return
    elif not rest:
        existing = node.setdefault(step, [])
        existing.append(message)
        return
    wanted: Any = [] if rest and isinstance(rest[0], int) else {}
    if isinstance(step, str):
        node.setdefault(step, wanted)
    _place(node[step], rest, message)
