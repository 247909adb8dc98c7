"""What is told about an obj itself, and about what the principal's audiences know of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from app.portal import obj_details
from app.portal.by_obj import about, rows_of
from app.portal.objs import galactic
from app.portal.visibility import GROUP, group_dict, users_of
from app.tables import Group, Obj, ObjAudience, Source
from app.times import time_of

# When a name was first used is knowledge of whoever used it: created_at and modified are not told.
_OBJS = select(Obj.id, Obj.ra, Obj.dec, Obj.healpix).where(about(Obj.id))
_NOTHING_STATED: dict[str, Any] = dict.fromkeys(obj_details.COLUMNS)


@dataclass(frozen=True)
class Statistics:
    """Photometry of one obj, over all audiences that the principal is in. Times are MJD (UTC)."""

    n_photometry: int = 0
    n_detections: int = 0
    first_detected_mjd: float | None = None
    last_detected_mjd: float | None = None


def utc_of(mjd: float | None) -> datetime | None:
    """Return the UTC time of an MJD (UTC)."""
    return None if mjd is None else time_of(mjd)


def objs_of(session: Session, obj_ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return the readable objs among ``obj_ids`` in SkyPortal's words, with galactic coordinates in degrees."""
    objs = rows_of(session, _OBJS, obj_ids)
    stated = obj_details.details_of(session, obj_ids) if objs else {}
    places = galactic([o.ra for o in objs], [o.dec for o in objs])
    return {
        obj.id: {
            "id": obj.id, "ra": obj.ra, "dec": obj.dec, "healpix": obj.healpix, "gal_lon": lon, "gal_lat": lat,
            **stated.get(obj.id, _NOTHING_STATED),
        }
        for obj, (lon, lat) in zip(objs, places, strict=True)
    }  # fmt: skip


_STATISTICS = (
    select(
        ObjAudience.obj_id,
        func.sum(ObjAudience.n_photometry),
        func.sum(ObjAudience.n_detections),
        func.min(ObjAudience.first_detected_mjd),
        func.max(ObjAudience.last_detected_mjd),
    )
    .where(about(ObjAudience.obj_id))
    .group_by(ObjAudience.obj_id)
)


def statistics_of(session: Session, obj_ids: Iterable[str]) -> dict[str, Statistics]:
    """Return what the principal's audiences know of each obj's photometry; never a sum over what they may not see."""
    rows = rows_of(session, _STATISTICS, obj_ids)
    return {obj_id: Statistics(int(n), int(d), first, last) for obj_id, n, d, first, last in rows}


def photstat(obj_id: str, known: Statistics) -> dict[str, Any]:
    """Return statistics in SkyPortal's words. They have no row, so ``id`` is 0."""
    return {
        "id": 0,
        "obj_id": obj_id,
        "num_obs_global": known.n_photometry,
        "num_det_global": known.n_detections,
        "first_detected_mjd": known.first_detected_mjd,
        "last_detected_mjd": known.last_detected_mjd,
    }


_SAVES = (
    select(Source.obj_id, Source.active, Source.requested, Source.saved_at, Source.owner_id, Source.holder_id, *GROUP)
    .join(Group, Group.id == Source.holder_id)
    .where(about(Source.obj_id))
    .order_by(Source.obj_id, Source.saved_at, Source.id)
)
_IN_STATE = {
    (False, False): _SAVES.where(Source.active),
    (True, False): _SAVES.where(Source.active | Source.requested),
    (False, True): _SAVES.where(Source.requested),
    (True, True): _SAVES.where(Source.requested),
}


def saves_of(
    session: Session, obj_ids: Iterable[str], *, requested: bool = False, pending_only: bool = False
) -> Sequence[Row[Any]]:
    """Return the rows from which :func:`saved_groups` tells."""
    return rows_of(session, _IN_STATE[requested, pending_only], obj_ids)


def saved_groups(
    obj_ids: Iterable[str], rows: Sequence[Row[Any]], savers: Mapping[int, dict[str, Any]]
) -> dict[str, list[dict[str, Any]]]:
    """Return the groups that each obj is saved to, with who saved it and when."""
    found: dict[str, list[dict[str, Any]]] = {obj_id: [] for obj_id in obj_ids}
    groups: dict[int, dict[str, Any]] = {}
    for row in rows:
        if row.holder_id not in groups:
            groups[row.holder_id] = group_dict(row)
        found[row.obj_id].append({
            **groups[row.holder_id], "active": row.active, "requested": row.requested, "saved_at": row.saved_at,
            "saved_by": savers.get(row.owner_id),
        })  # fmt: skip
    return found


def saved_groups_of(
    session: Session, obj_ids: Iterable[str], *, requested: bool = False, pending_only: bool = False
) -> dict[str, list[dict[str, Any]]]:
    """Return the groups that each obj is saved to, as far as the principal may know, with who saved it and when."""
    wanted = set(obj_ids)
    rows = saves_of(session, wanted, requested=requested, pending_only=pending_only)
    return saved_groups(wanted, rows, users_of(session, (row.owner_id for row in rows)))
