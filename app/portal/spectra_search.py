"""Finding spectra: by what they say of themselves, by remarks on them, and those of many sources at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from app.access.reads import seen
from app.portal.obj_details import details_of
from app.portal.spectra_check import unpack
from app.tables import (
    AudienceGrant,
    Classification,
    Obj,
    ObjAudience,
    ResourceComment,
    Source,
    Spectrum,
    User,
)

MAX_SPECTRA = 3_000
"""SkyPortal's cap for spectra of many sources in one answer."""
_S = Spectrum


@dataclass(frozen=True)
class Search:
    """What is looked for; None leaves it open. Texts are parts of names; times are UTC."""

    obj_id: str | None = None
    instrument_ids: Sequence[int] | None = None
    group_ids: Sequence[int] | None = None
    followup_request_ids: Sequence[int] | None = None
    assignment_ids: Sequence[int] | None = None
    origins: Sequence[str] | None = None
    labels: Sequence[str] | None = None
    types: Sequence[str] | None = None
    observed: tuple[datetime | None, datetime | None] = (None, None)
    modified: tuple[datetime | None, datetime | None] = (None, None)
    comments: Sequence[str] | None = None
    commented_by: Sequence[str] | None = None
    commented: tuple[datetime | None, datetime | None] = (None, None)


def conditions(search: Search) -> list[ColumnElement[bool]]:
    """Return a search as conditions on spectra."""
    found: list[ColumnElement[bool]] = []
    if search.obj_id is not None:
        found.append(_S.obj_id.contains(search.obj_id, autoescape=True))
    for column, values in (
        (_S.instrument_id, search.instrument_ids),
        (_S.followup_request_id, search.followup_request_ids),
        (_S.assignment_id, search.assignment_ids),
        (_S.type, search.types),
    ):
        if values is not None:
            found.append(column.in_(set(values)))
    for text_column, parts in ((_S.origin, search.origins), (_S.label, search.labels)):
        if parts is not None:
            found.append(or_(*(text_column.contains(part, autoescape=True) for part in parts)))
    if search.group_ids is not None:
        found.append(_S.audience_id.in_(audiences_of(search.group_ids)))
    return [*found, *_between(_S.observed_at, search.observed), *_between(_S.modified, search.modified),
            *_commented(search)]  # fmt: skip


def audiences_of(group_ids: Sequence[int]) -> Select[int]:
    """Return the audiences that any of these groups is in."""
    return select(AudienceGrant.audience_id).where(AudienceGrant.group_id.in_(set(group_ids)))


def _between(column: Any, bounds: tuple[datetime | None, datetime | None]) -> list[ColumnElement[bool]]:
    low, high = bounds
    return ([] if low is None else [column >= low]) + ([] if high is None else [column <= high])


def _commented(search: Search) -> list[ColumnElement[bool]]:
    asked = (search.comments, search.commented_by, *search.commented)
    if all(part is None for part in asked):
        return []
    table = ResourceComment
    on_it = [table.resource_type == "spectra", table.resource_id == _S.id]
    if search.comments is not None:
        on_it.append(or_(*(table.text.contains(part, autoescape=True) for part in search.comments)))
    if search.commented_by is not None:
        authors = select(User.id).where(User.username.in_(set(search.commented_by)))
        on_it.append(table.owner_id.in_(authors))
    return [exists().where(and_(*on_it, *_between(table.created_at, search.commented)))]


@dataclass(frozen=True)
class Sources:
    """Which sources: saved to a group, of these names, classified (by people) as any of these; None leaves it open."""

    group_id: int | None = None
    obj_ids: Sequence[str] | None = None
    classifications: Sequence[str] | None = None
    probability: float | None = None
    most: int = 200


def bulk(session: Session, sources: Sources) -> dict[str, Any]:
    """Return slim spectra of many sources, with what phases are counted from, and whether a cap cut them short."""
    ids = list(session.scalars(_objs(sources).limit(sources.most + 1)))
    chosen = ids[: sources.most]
    whose = (_S.holder_id, _S.policy_version_id)
    query = select(_S.obj_id, _S.observed_at, _S.wavelengths, _S.fluxes, *whose).where(_S.obj_id.in_(chosen))
    rows = session.execute(query.order_by(_S.obj_id, _S.observed_at, _S.id).limit(MAX_SPECTRA + 1)).all()
    seen(session, "spectrum", ((row.obj_id, row.holder_id, row.policy_version_id) for row in rows[:MAX_SPECTRA]))
    spectra = [
        {
            "obj_id": row.obj_id,
            "observed_at": row.observed_at.isoformat(),
            "wavelengths": unpack(row.wavelengths).tolist(),
            "fluxes": unpack(row.fluxes).tolist(),
        }
        for row in rows[:MAX_SPECTRA]
    ]
    truncated = len(ids) > sources.most or len(rows) > MAX_SPECTRA
    return {"sources": _anchors(session, chosen), "spectra": spectra, "truncated": truncated}


def _objs(sources: Sources) -> Select[str]:
    query = select(Obj.id).where(Obj.id.in_(select(_S.obj_id))).order_by(Obj.id)
    if sources.obj_ids is not None:
        query = query.where(Obj.id.in_(set(sources.obj_ids)))
    if sources.group_id is not None:
        saved = select(Source.obj_id).where(Source.holder_id == sources.group_id, Source.active)
        query = query.where(Obj.id.in_(saved))
    if sources.classifications is not None:
        c = Classification
        given = select(c.obj_id).where(c.classification.in_(set(sources.classifications)), ~c.ml)
        if sources.probability is not None:
            given = given.where(c.probability >= sources.probability)
        query = query.where(Obj.id.in_(given))
    return query


def _anchors(session: Session, obj_ids: Sequence[str]) -> list[dict[str, Any]]:
    """First detection and peak, of what the reader may see, and the redshift."""
    a = ObjAudience
    query = (
        select(a.obj_id, func.min(a.first_detected_mjd).label("first"), func.max(a.peak).label("peak"))
        .where(a.obj_id.in_(obj_ids))
        .group_by(a.obj_id)
    )
    seen = {row.obj_id: row for row in session.execute(query)}
    details = details_of(session, obj_ids)
    return [
        {
            "id": obj_id,
            "redshift": details.get(obj_id, {}).get("redshift"),
            "first_detected_mjd": seen[obj_id].first if obj_id in seen else None,
            "peak_mjd": seen[obj_id].peak[1] if obj_id in seen and seen[obj_id].peak else None,
            "tns_discovery_date": None,
        }
        for obj_id in obj_ids
    ]
