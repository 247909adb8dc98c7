"""Types of query parameters as SkyPortal's clients send them, and their parsing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, ValidationError

from app.api.bodies import NUL
from app.errors import BadInput

M = TypeVar("M", bound=BaseModel)


def _split(value: Any) -> Any:
    if isinstance(value, str):
        return [part.strip() for part in value.strip("[]").split(",") if part.strip()]
    return value


def _utc(value: datetime) -> datetime:
    try:
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("the time is out of range") from error


IntList = Annotated[list[int], BeforeValidator(_split)]
StrList = Annotated[list[str], BeforeValidator(_split)]
UtcTime = Annotated[datetime, AfterValidator(_utc)]
"""A time; without a zone it is UTC, as everywhere in SkyPortal."""

RowId = Annotated[int, Field(ge=1, le=2**31 - 1)]
"""The id of a row that is to be stored beside another."""
Magnitude = Annotated[float, Field(ge=-100, le=100, allow_inf_nan=False)]
"""A magnitude to compare with, which can be made a flux."""

PageNumber = Annotated[int, Field(ge=1, le=1_000_000, alias="pageNumber")]


def need_no_nul(values: Mapping[str, str]) -> None:
    """Raise :class:`BadInput` that names a text with the character NUL: no row has one, nothing could be found."""
    for name, value in values.items():
        if "\0" in value:
            raise BadInput(f"{name}: {NUL}.", field=name)


def read_places(path: str, places: Mapping[str, str]) -> dict[str, Any]:
    """Return what stands in the places of a route's ``path``; raise :class:`BadInput` for what cannot stand there."""
    need_no_nul(places)
    return {name: int(value) if f"{{{name}:int}}" in path else value for name, value in places.items()}


def parse(model: type[M], values: Any) -> M:
    """Validate ``values``; raise :class:`BadInput` that names the first field at fault and lists all of them."""
    try:
        return model.model_validate(values)
    except ValidationError as error:
        faults = [
            {"field": ".".join(str(part) for part in fault["loc"]), "message": fault["msg"]}
            for fault in error.errors(include_url=False, include_context=False, include_input=False)
        ]
        first = faults[0]
        raise BadInput(
            f"{first['field'] or 'The body'}: {first['message']}.", field=first["field"] or None, faults=faults
        ) from error
