"""All tables whose rows can be under a policy, and what the policies call these rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table, func, literal, null, select
from sqlalchemy.orm import Session

from app.policies.document import Level, PolicyDocument, Product
from app.policies.evaluate import Scope
from app.policies.schedule import night_of
from app.tables import Audience, metadata


@dataclass(frozen=True)
class Governed:
    """A table with ``policy_version_id`` and ``audience_id``; ``level`` is that of rows that do not say theirs."""

    table: str
    product: Product
    level: Level = Level.REDUCED

    @property
    def columns(self) -> Table:
        """The table itself."""
        return metadata.tables[self.table]

    def of_spectrum(self) -> Governed:
        """Return what holds for synthetic magnitudes: the terms of the spectrum that they were made from."""
        return replace(self, product=Product.SPECTRUM)


_ALL = (
    Governed("photometry", Product.PHOTOMETRY),
    Governed("photometric_series", Product.PHOTOMETRY),
    Governed("spectra", Product.SPECTRUM),
    Governed("thumbnails", Product.IMAGE),
    Governed("returned_frames", Product.IMAGE),
    Governed("classifications", Product.CLASSIFICATION, Level.DERIVED),
    Governed("annotations", Product.ANNOTATION, Level.DERIVED),
    Governed("resource_annotations", Product.ANNOTATION, Level.DERIVED),
    Governed("comments", Product.COMMENT, Level.DERIVED),
    Governed("resource_comments", Product.COMMENT, Level.DERIVED),
    Governed("followup_requests", Product.FOLLOWUP_REQUEST),
    Governed("followup_details", Product.FOLLOWUP_DETAILS),
)
_NEEDED = {"audience_id", "holder_id", "policy_version_id", "created_at"}
TABLES = tuple(g for g in _ALL if g.table in metadata.tables and {c.name for c in g.columns.c} >= _NEEDED)


@dataclass(frozen=True)
class Batch:
    """So many rows of one table that are alike in all that terms depend on, but for the object and the arrival."""

    governed: Governed
    audience_id: int
    policy_version_id: int
    instrument_id: int | None
    level: Level
    n_rows: int
    latest: datetime

    def scope(self, audience: Audience, obj_id: str | None = None) -> Scope:
        """Return what is asked of the policies for these rows of an embargo's audience."""
        return scope_of(self.governed, audience, self.instrument_id, self.level, obj_id)


def scope_of(
    governed: Governed, audience: Audience, instrument_id: int | None, level: Level, obj_id: str | None
) -> Scope:
    """Return what is asked of the policies for rows of an embargo's audience."""
    said = audience.subject or {}
    return Scope(
        product=governed.product,
        stream_id=audience.stream_id,
        asked=None if audience.asked is None else tuple(audience.asked),
        level=Level(said["level"]) if "level" in said and "level" not in governed.columns.c else level,
        instrument_id=instrument_id if instrument_id is not None else said.get("instrument_id"),
        obj_id=obj_id if obj_id is not None else audience.obj_id,
    )


def spoken_of(document: PolicyDocument, scope: Scope) -> Scope:
    """Return the scope as the document speaks of it: what is silent on images and speaks of photometry means both."""
    if scope.product is Product.IMAGE and document.terms(Product.IMAGE) is None:
        return replace(scope, product=Product.PHOTOMETRY)
    return scope


def nights(audience: Audience, came_at: datetime) -> tuple[date, date]:
    """Return the nights of the light and of the arrival of a row in an embargo's audience."""
    arrived = audience.arrived or night_of(came_at)
    return audience.night or arrived, arrived


def batches(session: Session, version_ids: list[int], holder_id: int) -> list[Batch]:
    """Return all rows of a holder under any of these versions, whoever may read them, counted by what is alike."""
    found = []
    for governed in TABLES:
        t = governed.columns.c
        instrument: Any = t.instrument_id if "instrument_id" in t else null()
        level: Any = t.level if "level" in t else literal(governed.level.value)
        derived: Any = t.policy_version_ids.is_not(None) if "policy_version_ids" in t else literal(value=False)
        apart = [c for c, name in ((instrument, "instrument_id"), (level, "level"), (derived, "policy_version_ids"))
                 if name in t]  # fmt: skip
        query = (
            select(t.audience_id, t.policy_version_id, instrument, level, derived, func.count(), func.max(t.created_at))
            .where(t.policy_version_id.in_(version_ids), t.holder_id == holder_id)
            .group_by(t.audience_id, t.policy_version_id, *apart)
        )
        for audience_id, version_id, instrument_id, said, of_spectrum, number, latest in session.execute(query):
            rows = governed.of_spectrum() if of_spectrum else governed
            found.append(Batch(rows, audience_id, version_id, instrument_id, Level(said), number, latest))
    return found
