"""The rows of a frozen data set: what its maker reads in a publication's scope and policies let be published.

Rows of others under a policy that requires a permission are left out until it is granted, waived or overridden.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from sqlalchemy import Select, select, text
from sqlalchemy.orm import Session

from app.access.reads import Read, Reads
from app.errors import TooLarge
from app.policies.document import PolicyDocument
from app.publications.stages import DISCHARGED
from app.tables import Annotation, Classification, Instrument, Photometry, PolicyVersion, Publication, Spectrum

MOST_ROWS = 2_000_000
"""Beyond, one file is no longer handy: freeze several publications' parts, or fewer targets."""
AT_ONCE = 20_000
PRODUCTS = {"photometry": "photometry", "spectra": "spectrum", "classifications": "", "annotations": ""}
"""What policies call the rows of each table; on the others they are silent."""
Type = Literal["int", "float", "text", "bool"]
_OF_ALL = ("audience_id", "owner_id", "holder_id")


@dataclass(frozen=True)
class Column:
    """A column of a table: its unit as VOUnits write it, and what it means."""

    name: str
    type: Type
    told: str
    unit: str | None = None


@dataclass
class FrozenTable:
    """One table, by columns, with the SHA-256 of its canonical rows."""

    name: str
    columns: Sequence[Column]
    values: dict[str, list[Any]]
    sha256: str
    n_rows: int


@dataclass
class Frozen:
    """All tables, and whose eyes and terms their rows are under."""

    tables: list[FrozenTable] = field(default_factory=list)
    audiences: set[int] = field(default_factory=set)
    foreign: set[int] = field(default_factory=set)
    holders: dict[int, int] = field(default_factory=dict)
    versions: dict[int, int] = field(default_factory=dict)
    left_out: dict[tuple[int, int], int] = field(default_factory=dict)
    reads: Reads = field(default_factory=Counter)


def canonical(row: Iterable[Any]) -> bytes:
    """Return a row as it is summed: its values as a JSON array (no spaces, UTF-8, shortest floats) and a line feed."""
    return json.dumps(list(row), ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode() + b"\n"


def collect(session: Session, publication: Publication, maker_id: int, progress: Callable[[float], object]) -> Frozen:
    """Read everything, in one state of the database; ``progress`` is told how far it is, in [0, 1]."""
    frozen = Frozen()
    gate = Gate(session, publication, maker_id)
    for done, (name, query, columns) in enumerate(_tables(publication.obj_ids)):
        gathered: dict[str, list[Any]] = {column.name: [] for column in columns}
        digest, n_rows = hashlib.sha256(), 0
        for row in _allowed(session, query, frozen, gate, PRODUCTS[name]):
            values = [_plain(row[column.name]) for column in columns]
            digest.update(canonical(values))
            n_rows += 1
            for column, value in zip(columns, values, strict=True):
                gathered[column.name].append(value)
        frozen.tables.append(FrozenTable(name, columns, gathered, digest.hexdigest(), n_rows))
        progress((done + 1) / 5)
    frozen.tables.append(_points(session, frozen.tables[1].values["id"]))
    progress(1.0)
    return frozen


def _allowed(
    session: Session, query: Select[Any], frozen: Frozen, gate: Gate, product: str
) -> Iterator[dict[str, Any]]:
    for result in session.execute(query.execution_options(yield_per=AT_ONCE)):
        row = result._asdict()
        version = row.get("policy_version_id")
        if not gate.lets(product, row):
            key = (row["holder_id"], row["policy_version_id"])
            frozen.left_out[key] = frozen.left_out.get(key, 0) + 1
            continue
        frozen.audiences.add(row["audience_id"])
        if row["owner_id"] != gate.maker_id:
            frozen.foreign.add(row["audience_id"])
        frozen.holders[row["holder_id"]] = frozen.holders.get(row["holder_id"], 0) + 1
        if sum(frozen.holders.values()) > MOST_ROWS:
            raise TooLarge(f"More than {MOST_ROWS} rows are not frozen into one file: publish on fewer targets.")
        if version is not None:
            frozen.versions[version] = frozen.versions.get(version, 0) + 1
            if product:
                frozen.reads[Read(product, row["obj_id"], row["holder_id"], version)] += 1
        yield row


class Gate:
    """Which rows may be published: one's own, one's group's, and others' as their policy and its holder permit."""

    def __init__(self, session: Session, publication: Publication, maker_id: int) -> None:
        self.session = session
        self.publication = publication
        self.maker_id = maker_id
        asked = text("SELECT creditor_id, policy_version_id FROM access.permitted(:id, CAST(:states AS text[]))")
        found = session.execute(asked, {"id": publication.id, "states": list(DISCHARGED)})
        self._permitted: set[tuple[int, int]] = {(row.creditor_id, row.policy_version_id) for row in found}
        self._asks: dict[int, frozenset[str]] = {}

    def lets(self, product: str, row: dict[str, Any]) -> bool:
        """Whether a row of this kind of product may be published."""
        version = row.get("policy_version_id")
        if version is None or row["owner_id"] == self.maker_id or row["holder_id"] == self.publication.holder_id:
            return True
        if version not in self._asks:
            self._asks[version] = self._asking(version)
        return product not in self._asks[version] or (row["holder_id"], version) in self._permitted

    def _asking(self, version_id: int) -> frozenset[str]:
        """The kinds of product for which a policy version requires a permission."""
        document = PolicyDocument.model_validate(self.session.get_one(PolicyVersion, version_id).document)
        return frozenset(
            product.value
            for product, terms in document.products.items()
            if any(use.kind == "permission" and use.is_required for use in terms.use)
        )


def _plain(value: Any) -> Any:
    if isinstance(value, (dict, list)):
        return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return value if isinstance(value, (int, float, str, bool, type(None))) else value.isoformat()


def _points(session: Session, spectrum_ids: list[int]) -> FrozenTable:
    columns = (
        Column("spectrum_id", "int", "The spectrum, by its id in the table spectra."),
        Column("wavelength", "float", "Wavelength, in ångström.", "0.1nm"),
        Column("flux", "float", "Flux density, in the units of the spectrum."),
        Column("error", "float", "Its error (1 sigma)."),
    )
    gathered: dict[str, list[Any]] = {column.name: [] for column in columns}
    digest = hashlib.sha256()
    for spectrum_id in spectrum_ids:
        query = select(Spectrum.wavelengths, Spectrum.fluxes, Spectrum.errors).where(Spectrum.id == spectrum_id)
        wavelengths, fluxes, errors = session.execute(query).tuples().one()
        n = len(wavelengths) // 8
        arrays = (
            [spectrum_id] * n, _floats(wavelengths), _floats(fluxes), [None] * n if errors is None else _floats(errors)
        )  # fmt: skip
        for row in zip(*arrays, strict=True):
            digest.update(canonical(row))
        for column, values in zip(columns, arrays, strict=True):
            gathered[column.name] += values
    return FrozenTable("spectrum_points", columns, gathered, digest.hexdigest(), len(gathered["spectrum_id"]))


def _floats(packed: bytes) -> list[float | None]:
    return [v if np.isfinite(v) else None for v in np.frombuffer(packed, dtype="<f8").tolist()]


_ID = (Column("id", "int", "Its id in the portal that it was frozen in."), Column("obj_id", "text", "The object."))
_ORIGIN = (
    Column("origin", "text", "What produced it."),
    Column("holder_id", "int", "The group whose data it is."),
    Column("created_at", "text", "When it came in (UTC)."),
)
_TERMS = (
    Column("policy_version_id", "int", "The version of the sharing policy that it is under."),
    Column("followup_request_id", "int", "The follow-up request that brought it."),
)
_PHOTOMETRY = (
    *_ID,
    Column("instrument", "text", "The instrument."),
    Column("mjd", "float", "Time of the observation (UTC).", "d"),
    Column("filter", "text", "The bandpass."),
    Column("flux", "float", "Flux (AB zero point 23.9); difference fluxes keep their sign.", "uJy"),
    Column("fluxerr", "float", "Its error (1 sigma).", "uJy"),
    Column("ref_flux", "float", "Flux of the reference that was subtracted.", "uJy"),
    Column("limiting_mag", "float", "Limiting magnitude (AB).", "mag"),
    Column("ra", "float", "Right ascension (ICRS).", "deg"),
    Column("dec", "float", "Declination (ICRS).", "deg"),
    Column("upload_id", "text", "The upload that it came with."),
    *_TERMS,
    *_ORIGIN,
)
_SPECTRA = (
    *_ID,
    Column("instrument", "text", "The instrument."),
    Column("observed_at", "text", "When it was observed (UTC)."),
    Column("units", "text", "Units of its fluxes."),
    Column("type", "text", "What it is a spectrum of."),
    Column("label", "text", "Its label."),
    *_TERMS,
    *_ORIGIN,
)
_CLASSES = (
    *_ID,
    Column("classification", "text", "The class."),
    Column("probability", "float", "Its probability."),
    Column("ml", "bool", "Whether a program said so."),
    Column("author_name", "text", "Who said so."),
    *_ORIGIN,
)
_NOTES = (*_ID, Column("data", "text", "What was noted, as JSON."), *_ORIGIN)


def _tables(obj_ids: Sequence[str]) -> list[tuple[str, Select[Any], Sequence[Column]]]:
    return [
        (
            "photometry",
            _query(Photometry, _PHOTOMETRY, obj_ids).where(Photometry.superseded_by_id.is_(None)),
            _PHOTOMETRY,
        ),
        ("spectra", _query(Spectrum, _SPECTRA, obj_ids), _SPECTRA),
        ("classifications", _query(Classification, _CLASSES, obj_ids), _CLASSES),
        ("annotations", _query(Annotation, _NOTES, obj_ids), _NOTES),
    ]


def _query(table: Any, columns: Sequence[Column], obj_ids: Sequence[str]) -> Select[Any]:
    names = {column.name for column in columns} - {"instrument"}
    wanted = [getattr(table, name) for name in sorted(names | set(_OF_ALL))]
    query = select(*wanted).where(table.obj_id.in_(obj_ids)).order_by(table.id)
    if "instrument" not in {column.name for column in columns}:
        return query
    return query.add_columns(Instrument.name.label("instrument")).join(Instrument, Instrument.id == table.instrument_id)
