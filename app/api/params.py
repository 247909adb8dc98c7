"""Types of query parameters as SkyPortal's clients send them, and their parsing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, ValidationError

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

PageNumber = Annotated[int, Field(ge=1, le=1_000_000, alias="pageNumber")]


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
