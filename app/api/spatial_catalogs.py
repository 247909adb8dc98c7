"""``/api/spatial_catalog``: named regions of the sky."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from app.api.routes import Body, Call, Routes
from app.errors import BadInput
from app.portal import spatial_catalogs

routes = Routes("spatial catalogs")
ROUTES = routes.all


class CatalogBody(Body):
    """A catalogue by columns: name, ra, dec and radius, or amaj, amin and phi; all angles in degrees."""

    catalog_name: str = Field(min_length=1, max_length=255)
    catalog_data: dict[str, list[Any]]


class AsciiBody(Body):
    """A catalogue as a table of comma-separated values, its first line the names of the columns."""

    catalogName: str = Field(min_length=1, max_length=255)  # noqa: N815
    catalogData: str  # noqa: N815


class EntryOut(BaseModel):
    """A region: a cone or an ellipse."""

    id: int
    created_at: datetime
    modified: datetime
    catalog_id: int
    entry_name: str
    data: dict[str, float]


class CatalogOut(BaseModel):
    """A catalogue, with its entries or their number."""

    id: int
    created_at: datetime
    modified: datetime
    catalog_name: str
    entries: list[EntryOut] | None = None
    entries_count: int | None = None


class CatalogId(BaseModel):
    """The id of the catalogue."""

    id: int


@routes.get("/api/spatial_catalog", answer=list[CatalogOut])
def listed(call: Call[None, None]) -> list[dict[str, Any]]:
    """Return all catalogues, with the number of their entries."""
    return spatial_catalogs.listed(call.session)


@routes.get("/api/spatial_catalog/{catalog_id:int}", answer=CatalogOut)
def get(call: Call[None, None]) -> dict[str, Any]:
    """Return one catalogue with its entries."""
    return spatial_catalogs.one(call.session, call.path["catalog_id"])


@routes.post("/api/spatial_catalog", body=CatalogBody, answer=CatalogId, acls=("Upload data",))
def post(call: Call[None, CatalogBody]) -> CatalogId:
    """Store a catalogue; it is there when this answers."""
    body = call.body
    number = spatial_catalogs.add(call.session, call.principal, body.catalog_name, body.catalog_data)
    return CatalogId(id=number)


@routes.post("/api/spatial_catalog/ascii", body=AsciiBody, answer=CatalogId, acls=("Upload data",))
def post_ascii(call: Call[None, AsciiBody]) -> CatalogId:
    """Store a catalogue that comes as comma-separated values."""
    columns = _columns(call.body.catalogData)
    number = spatial_catalogs.add(call.session, call.principal, call.body.catalogName, columns)
    return CatalogId(id=number)


def _columns(table: str) -> dict[str, list[str]]:
    try:
        rows = list(csv.reader(io.StringIO(table.strip()), skipinitialspace=True, strict=True))
    except csv.Error as error:
        raise BadInput(f"This is no table of comma-separated values: {error}.", field="catalogData") from error
    if len(rows) < 2 or any(len(row) != len(rows[0]) for row in rows):
        raise BadInput("Send a line of column names, then rows of as many values.", field="catalogData")
    names = [name.strip() for name in rows[0]]
    return {name: [row[index] for row in rows[1:]] for index, name in enumerate(names)}


@routes.delete("/api/spatial_catalog/{catalog_id:int}", acls=("Upload data",))
def delete(call: Call[None, None]) -> None:
    """Delete a catalogue of one's own."""
    spatial_catalogs.remove(call.session, call.principal, call.path["catalog_id"])
