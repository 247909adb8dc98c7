"""What is told about an obj itself, and about what the principal's audiences know of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.portal import obj_details
from app.portal.objs import galactic
from app.portal.visibility import group_dict, users_of
from app.tables import Group, Obj, ObjAudience, Source
from app.times import time_of

# When a name was first used is knowledge of whoever used it: created_at and modified are not told.
_COLUMNS = ("id", "ra", "dec", "healpix")
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
    objs = session.scalars(select(Obj).where(Obj.id.in_(set(obj_ids)))).all()
    stated = obj_details.details_of(session, obj_ids)
    places = galactic([o.ra for o in objs], [o.dec for o in objs])
    found: dict[str, dict[str, Any]] = {}
    for obj, (lon, lat) in zip(objs, places, strict=True):
        place = {name: getattr(obj, name) for name in _COLUMNS} | {"gal_lon": lon, "gal_lat": lat}
        found[obj.id] = place | stated.get(obj.id, _NOTHING_STATED)
    return found


def statistics_of(session: Session, obj_ids: Iterable[str]) -> dict[str, Statistics]:
    """Return what the principal's audiences know of each obj's photometry; never a sum over what they may not see."""
    a = ObjAudience
    rows = session.execute(
        select(
            a.obj_id,
            func.sum(a.n_photometry),
            func.sum(a.n_detections),
            func.min(a.first_detected_mjd),
            func.max(a.last_detected_mjd),
        )
        .where(a.obj_id.in_(set(obj_ids)))
        .group_by(a.obj_id)
    )
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


def saved_groups_of(
    session: Session, obj_ids: Iterable[str], *, requested: bool = False, pending_only: bool = False
) -> dict[str, list[dict[str, Any]]]:
    """Return the groups that each obj is saved to, as far as the principal may know, with who saved it and when."""
    wanted = set(obj_ids)
    which = Source.requested if pending_only else (Source.active | Source.requested if requested else Source.active)
    rows = session.execute(
        select(Source, Group)
        .join(Group, Group.id == Source.holder_id)
        .where(Source.obj_id.in_(wanted), which)
        .order_by(Source.obj_id, Source.saved_at, Source.id)
    ).all()
    savers = users_of(session, (source.owner_id for source, _ in rows))
    found: dict[str, list[dict[str, Any]]] = {o: [] for o in wanted}
    for source, group in rows:
        saved = {
            "active": source.active,
            "requested": source.requested,
            "saved_at": source.saved_at,
            "saved_by": savers.get(source.owner_id),
        }
        found[source.obj_id].append(group_dict(group) | saved)
    return found
