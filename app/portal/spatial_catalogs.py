"""Catalogues of regions of the sky (cones and ellipses), which everybody reads and lists of sources are cut by."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, insert, select
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.objs import in_cone
from app.tables import Obj, SpatialCatalog, SpatialCatalogEntry

MAX_ENTRIES = 100_000
CONE = ("ra", "dec", "radius")
ELLIPSE = ("ra", "dec", "amaj", "amin", "phi")
_LIMITS = {"ra": (0.0, 360.0), "dec": (-90.0, 90.0), "radius": (0.0, 180.0), "amaj": (1e-9, 90.0),
           "amin": (1e-9, 90.0), "phi": (-360.0, 360.0)}  # fmt: skip


def inside(session: Session, catalog: str, entry: str) -> ColumnElement[bool]:
    """Return the condition that an obj is in an entry of a catalogue, both by name, whatever the case.

    Raises :class:`BadInput` where there is no such entry.
    """
    named = func.lower(SpatialCatalog.catalog_name) == catalog.strip().lower()
    found = session.scalars(
        select(SpatialCatalogEntry.data)
        .join(SpatialCatalog, SpatialCatalog.id == SpatialCatalogEntry.catalog_id)
        .where(named, func.lower(SpatialCatalogEntry.entry_name) == entry.strip().lower())
    ).first()
    if found is None:
        raise BadInput("There is no entry of this name in a catalogue of that name.", field="spatialCatalogEntryName")
    if "radius" in found:
        return in_cone(found["ra"], found["dec"], found["radius"])
    return _in_ellipse(found)


def _in_ellipse(e: Mapping[str, float]) -> ColumnElement[bool]:
    """Polar form about the centre: separation and position angle (north through east) on the sphere."""
    wide = in_cone(e["ra"], e["dec"], max(e["amaj"], e["amin"]))
    ra, dec = func.radians(Obj.ra), func.radians(Obj.dec)
    ra0, dec0 = math.radians(e["ra"]), math.radians(e["dec"])
    east = func.cos(dec) * func.sin(ra - ra0)
    north = func.sin(dec) * math.cos(dec0) - func.cos(dec) * math.sin(dec0) * func.cos(ra - ra0)
    towards = func.sin(dec) * math.sin(dec0) + func.cos(dec) * math.cos(dec0) * func.cos(ra - ra0)
    apart = func.degrees(func.atan2(func.sqrt(east * east + north * north), towards))
    angle = func.atan2(east, north) - math.radians(e["phi"])
    along, across = apart * func.cos(angle) / e["amaj"], apart * func.sin(angle) / e["amin"]
    return and_(wide, along * along + across * across <= 1)


def listed(session: Session) -> list[dict[str, Any]]:
    """Return all catalogues with the number of their entries."""
    number = select(SpatialCatalogEntry.catalog_id, func.count().label("n")).group_by(SpatialCatalogEntry.catalog_id)
    counted = number.subquery()
    rows = session.execute(
        select(SpatialCatalog, counted.c.n)
        .outerjoin(counted, counted.c.catalog_id == SpatialCatalog.id)
        .order_by(SpatialCatalog.id)
    )
    return [_told(row) | {"entries_count": n or 0} for row, n in rows]


def one(session: Session, catalog_id: int) -> dict[str, Any]:
    """Return a catalogue with its entries."""
    found = _need(session, catalog_id)
    entries = session.scalars(
        select(SpatialCatalogEntry).where(SpatialCatalogEntry.catalog_id == catalog_id).order_by(SpatialCatalogEntry.id)
    )
    told = [
        {"id": e.id, "created_at": e.created_at, "modified": e.modified, "catalog_id": catalog_id,
         "entry_name": e.entry_name, "data": e.data}
        for e in entries
    ]  # fmt: skip
    return _told(found) | {"entries": told}


def add(session: Session, principal: Principal, name: str, columns: Mapping[str, Sequence[Any]]) -> int:
    """Store a catalogue given by columns; an own one of this name gets the entries that it does not have yet.

    Raises :class:`BadInput` that names the column and row at fault, :class:`Forbidden` for somebody else's catalogue.
    """
    rows = check(columns)
    kept = session.scalars(
        select(SpatialCatalog).where(func.lower(SpatialCatalog.catalog_name) == name.strip().lower())
    ).first()
    if kept is not None and kept.owner_id != principal.user_id and not principal.is_admin:
        raise Forbidden("Somebody else has a catalogue of this name; choose another.", field="catalog_name")
    catalog_id = kept.id if kept is not None else None
    if catalog_id is None:
        values = {"catalog_name": name.strip(), "owner_id": principal.user_id}
        catalog_id = session.execute(insert(SpatialCatalog).values(**values).returning(SpatialCatalog.id)).scalar_one()
    there = set(
        session.scalars(
            select(func.lower(SpatialCatalogEntry.entry_name)).where(SpatialCatalogEntry.catalog_id == catalog_id)
        )
    )
    new = [
        {"catalog_id": catalog_id, "entry_name": entry, "data": data}
        for entry, data in rows.items()
        if entry.lower() not in there
    ]
    if new:
        session.execute(insert(SpatialCatalogEntry), new)
    after = {"catalog_name": name, "entries": len(new)}
    record(session, principal.user_id, Change("create", "spatial_catalog", catalog_id, after=after))
    return catalog_id


def check(columns: Mapping[str, Sequence[Any]]) -> dict[str, dict[str, float]]:
    """Return the regions by name; raise :class:`BadInput` that names the column and row (from 0) at fault."""
    shape = CONE if "radius" in columns else ELLIPSE
    for column in ("name", *shape):
        if column not in columns:
            raise BadInput(
                "A catalogue needs the columns name, ra, dec and radius, or name, ra, dec, amaj, amin and phi.",
                field=f"catalog_data.{column}",
            )
    length = len(columns["name"])
    if not 0 < length <= MAX_ENTRIES or any(len(columns[c]) != length for c in shape):
        raise BadInput(f"The columns must be equally long, of 1 to {MAX_ENTRIES:,} rows.", field="catalog_data")
    rows: dict[str, dict[str, float]] = {}
    for index, name in enumerate(columns["name"]):
        told = str(name).strip()
        if not told or told in rows:
            raise BadInput(f"Row {index} needs a name of its own.", field="catalog_data.name", row=index)
        rows[told] = {column: _number(columns[column][index], column, index) for column in shape}
    lowered = {name.lower() for name in rows}
    if len(lowered) < len(rows):
        raise BadInput("Names that differ in case only are one name.", field="catalog_data.name")
    return rows


def _number(value: Any, column: str, index: int) -> float:
    low, high = _LIMITS[column]
    try:
        number = float(value)
    except (TypeError, ValueError) as error:
        raise BadInput(f"Row {index} has no number.", field=f"catalog_data.{column}", row=index) from error
    if not low <= number <= high:
        raise BadInput(
            f"Row {index} is not between {low:g} and {high:g} degrees.", field=f"catalog_data.{column}", row=index
        )
    return number


def remove(session: Session, principal: Principal, catalog_id: int) -> None:
    """Delete a catalogue and its entries; its maker may, and system administrators."""
    found = _need(session, catalog_id)
    name = found.catalog_name
    gone = session.execute(
        delete(SpatialCatalog).where(SpatialCatalog.id == catalog_id).returning(SpatialCatalog.id)
    ).scalar()
    if gone is None:
        raise Forbidden("Only who made a catalogue can delete it.")
    record(session, principal.user_id, Change("delete", "spatial_catalog", gone, before={"catalog_name": name}))


def _need(session: Session, catalog_id: int) -> SpatialCatalog:
    found = session.get(SpatialCatalog, catalog_id)
    if found is None:
        raise NotAvailableHere(f"There is no spatial catalogue with the id {catalog_id}.")
    return found


def _told(row: SpatialCatalog) -> dict[str, Any]:
    return {
        "id": row.id, "created_at": row.created_at, "modified": row.modified, "catalog_name": row.catalog_name,
    }  # fmt: skip
