"""The fields of survey instruments: what was sent, where they are, how they look on the sky."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session, undefer

from app.access.elevation import elevated
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput
from app.sky import footprints
from app.sky.nights import airmasses
from app.sky.tracks import Place
from app.tables import Instrument, InstrumentField

MOST_FIELDS = 100_000
MOST_VERTICES = 3_000_000
Table = Mapping[str, Sequence[Any]] | str


@dataclass(frozen=True)
class Wanted:
    """Fields as SkyPortal's clients send them.

    ``data`` has the columns ID, RA, Dec (degrees); ``references`` field, filter and perhaps limmag (AB); both as lists
    or as CSV text. ``region`` is ds9 text around (0, 0); or a view is named with its size in degrees.
    """

    data: Table | None = None
    region: str | None = None
    view: Literal["circle", "rectangle"] | None = None
    view_size: Sequence[float] = ()
    references: Table | None = None


def region_of(wanted: Wanted) -> str | None:
    """Return the field of view that was sent as ds9 text; raise :class:`BadInput` for two of them."""
    if wanted.view is not None and wanted.region is not None:
        raise BadInput("Send field_region or field_fov_type, not both.", field="field_fov_type")
    if wanted.view is not None:
        return footprints.of_view(wanted.view, wanted.view_size)
    return wanted.region


def replace(session: Session, instrument: Instrument, wanted: Wanted) -> int:
    """Store the fields instead of those that there are; return how many. The caller has elevated the session."""
    if wanted.data is None:
        return 0
    region = region_of(wanted) or instrument.region
    if region is None:
        raise BadInput("Fields need a field of view: send field_region or field_fov_type.", field="field_data")
    columns = _columns(wanted.data, ("ID", "RA", "Dec"), "field_data")
    ids = _numbers(columns["ID"], "field_data.ID", whole=True)
    ra, dec = _numbers(columns["RA"], "field_data.RA"), _numbers(columns["Dec"], "field_data.Dec")
    if not len(ids) or len(ids) > MOST_FIELDS or len(set(ids.tolist())) != len(ids):
        raise BadInput(f"Send between 1 and {MOST_FIELDS} fields, each ID once.", field="field_data.ID")
    if (np.abs(ids) > 2**31 - 1).any() or (ra < 0).any() or (ra > 360).any() or (np.abs(dec) > 90).any():
        raise BadInput("A field's ID is a 32-bit number, RA is 0 to 360, Dec -90 to 90 degrees.", field="field_data")
    shapes = footprints.outlines(region)
    if len(ids) * sum(len(shape) for shape in shapes) > MOST_VERTICES:
        raise BadInput("These are too many fields for so fine an outline.", field="field_data")
    references = _references(wanted.references)
    moved = [footprints.at_fields(shape, ra, dec) for shape in shapes]
    boxes = footprints.at_fields(footprints.box_around(shapes), ra, dec)
    rows = []
    for i, field_id in enumerate(ids.astype(int).tolist()):
        said = {"instrument": instrument.name, "field_id": field_id, "ra": float(ra[i]), "dec": float(dec[i])}
        filters, depths = references.get(field_id, (None, None))
        rows.append(
            {
                "instrument_id": instrument.id, "field_id": field_id, "ra": said["ra"], "dec": said["dec"],
                "contour": footprints.geojson([shape[i] for shape in moved], said),
                "contour_summary": footprints.geojson([boxes[i]], said),
                "reference_filters": filters, "reference_filter_mags": depths,
            }
        )  # fmt: skip
    session.execute(delete(InstrumentField).where(InstrumentField.instrument_id == instrument.id))
    session.execute(insert(InstrumentField), rows)
    session.execute(update(Instrument).where(Instrument.id == instrument.id).values(has_fields=True))
    return len(rows)


def remove(session: Session, principal: Principal, instrument: Instrument) -> int:
    """Delete the fields of an instrument; return how many there were."""
    with elevated(session, principal, f"delete the fields of the instrument {instrument.id}"):
        gone = session.scalars(
            delete(InstrumentField).where(InstrumentField.instrument_id == instrument.id).returning(InstrumentField.id)
        ).all()
        if not gone:
            raise BadInput("This instrument has no fields.")
        session.execute(update(Instrument).where(Instrument.id == instrument.id).values(has_fields=False))
        change = Change("delete", "instrument fields", instrument.id, before={"fields": len(gone)})
        record(session, principal.user_id, change)
    return len(gone)


def count(session: Session, instrument_id: int) -> int:
    """Return how many fields an instrument has."""
    query = select(func.count()).select_from(InstrumentField).where(InstrumentField.instrument_id == instrument_id)
    return session.execute(query).scalar_one()


def listed(
    session: Session, instrument_id: int, shown: Sequence[str], above: tuple[Place, float] | None
) -> list[dict[str, Any]]:
    """Return the fields with the outlines in ``shown``; ``above``: their airmass at a place and time (MJD, UTC)."""
    query = select(InstrumentField).where(InstrumentField.instrument_id == instrument_id)
    options = [undefer(getattr(InstrumentField, name)) for name in shown]
    rows = session.scalars(query.options(*options).order_by(InstrumentField.field_id)).all()
    plain = (
        "id", "created_at", "modified", "instrument_id", "field_id", "ra", "dec", "reference_filters",
        "reference_filter_mags", *shown,
    )  # fmt: skip
    found = [{name: getattr(row, name) for name in plain} for row in rows]
    if above is not None:
        values = airmasses([r.ra for r in rows], [r.dec for r in rows], *above)
        for one, value in zip(found, values, strict=True):
            one["airmass"] = value
    return found


def _columns(table: Table, names: Sequence[str], field: str) -> dict[str, list[Any]]:
    if isinstance(table, str):
        rows = list(csv.DictReader(io.StringIO(table), skipinitialspace=True))
        table = {name: [row.get(name) for row in rows] for name in (rows[0] if rows else {}) if name is not None}
    for name in names:
        if not isinstance(table.get(name), list):
            raise BadInput(f"There is no column {name}.", field=f"{field}.{name}")
    lengths = {len(column) for column in table.values()}
    if len(lengths) > 1:
        raise BadInput("The columns are of different lengths.", field=field)
    return {name: list(column) for name, column in table.items()}


def _numbers(column: Sequence[Any], field: str, *, whole: bool = False) -> footprints.Floats:
    try:
        found = np.asarray([float(value) for value in column], dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise BadInput("There is something that is not a number in this column.", field=field) from error
    if not np.isfinite(found).all() or (whole and (found != np.round(found)).any()):
        raise BadInput("There is a number in this column that cannot be used.", field=field)
    return found


def _references(table: Table | None) -> dict[int, tuple[list[str], list[float] | None]]:
    if table is None:
        return {}
    columns = _columns(table, ("field", "filter"), "references")
    ids = _numbers(columns["field"], "references.field", whole=True).astype(np.int64).tolist()
    depths = _numbers(columns["limmag"], "references.limmag").tolist() if "limmag" in columns else None
    found: dict[int, tuple[list[str], list[float] | None]] = {}
    for i, field_id in enumerate(ids):
        filters, mags = found.setdefault(field_id, ([], None if depths is None else []))
        filters.append(str(columns["filter"][i]))
        if mags is not None and depths is not None:
            mags.append(depths[i])
    return found
