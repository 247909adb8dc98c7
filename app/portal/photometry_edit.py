"""Posting, changing and deleting photometry in somebody's name; the storage itself is in ``photometry``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import numpy as np
from sqlalchemy import delete, select, tuple_, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import Forbidden, NotAvailableHere
from app.portal import magnitudes as m
from app.portal.governed import Asked, Plan, Planner, Withheld, plan_with
from app.portal.photometry import PointRow, insert_points
from app.portal.photometry_regrant import Meeting, regrant, widened
from app.portal.photometry_upload import CheckedPoints, check
from app.portal.visibility import GroupChoice, Standing, chosen_groups, for_chosen
from app.tables import Photometry

NEW = "photometry.new"
_KEY = ("obj_id", "instrument_id", "mjd", "filter", "origin", "fluxerr", "flux")
_SHARING = ("group_ids", "stream_ids", "why")
_MAG_FIELDS = ("mag", "magerr", "limiting_mag", "magref", "e_magref")


@dataclass(frozen=True)
class Uploaded:
    """What an upload became: the points' ids in the order sent, the id by which it can be undone, what is withheld."""

    ids: list[int]
    upload_id: str
    withheld: Sequence[Withheld] = ()


@dataclass(frozen=True)
class _Way:
    """What was asked for, and who says what the policies make of it."""

    asked: Asked
    govern: Planner | None


def upload(
    session: Session,
    principal: Principal,
    given: Mapping[str, Any],
    groups: GroupChoice,
    *,
    merge: bool = False,
    govern: Planner | None = None,
) -> Uploaded:
    """Store uploaded photometry; all of it or, where a row is bad, nothing.

    Without ``merge`` a point that the holder has already is an error; with it, the existing point's id is answered
    and its audience widened to who was asked for. ``govern`` says what sharing policies make of what was asked for:
    a row under one gets its audience, and the rest is withheld. Raises :class:`BadInput` that lists every bad row.
    """
    points = check(session, given)
    stream_ids = tuple(given.get("stream_ids") or ())
    wanted = chosen_groups(session, principal, groups)
    standing = for_chosen(session, principal, wanted, stream_ids)
    mjds = points.numbers["mjd"].tolist()
    way = _Way(Asked(standing.holder_id, tuple(wanted), points.instrument_id, mjds, stream_ids), govern)
    plan = plan_with(session, govern, way.asked)
    upload_id = str(uuid4())
    rows = _rows(points, standing, upload_id, stream_ids, plan)
    outcome = insert_points(session, rows, "ignore" if merge else "report")
    ids = list(outcome.ids)
    new = [row for row, found in zip(rows, outcome.ids, strict=True) if found is not None]
    if outcome.duplicates:
        ids = _existing(session, principal, rows, ids, way)
    if new:
        after = {"n": outcome.n_new, "obj_ids": sorted(set(points.obj_id))[:100]}
        record(session, principal.user_id, Change("create", "photometry", upload_id, standing.holder_id, after=after))
    for audience_id, obj_id in sorted({(row.audience_id, row.obj_id) for row in new}):
        announce(session, NEW, audience_id=audience_id, obj_id=obj_id)
    return Uploaded([i for i in ids if i is not None], upload_id, plan.withheld)


def _rows(
    points: CheckedPoints, standing: Standing, upload_id: str, stream_ids: tuple[int, ...], plan: Plan
) -> list[PointRow]:
    fluxerr = points.numbers["fluxerr"].tolist()
    mjd = points.numbers["mjd"].tolist()
    return [
        PointRow(
            obj_id=points.obj_id[row],
            instrument_id=points.instrument_id[row],
            mjd=mjd[row],
            filter=points.filter[row],
            flux=points.value("flux", row),
            fluxerr=fluxerr[row],
            upload_id=upload_id,
            ref_flux=points.value("ref_flux", row),
            ref_fluxerr=points.value("ref_fluxerr", row),
            limiting_mag=points.value("limiting_mag", row),
            ra=points.value("ra", row),
            dec=points.value("dec", row),
            ra_unc=points.value("ra_unc", row),
            dec_unc=points.value("dec_unc", row),
            origin=points.origin[row],
            altdata=points.altdata[row],
            original_time=mjd[row],
            time_scale="utc",
            stream_ids=stream_ids,
            holder_id=standing.holder_id,
            owner_id=standing.owner_id,
            audience_id=placed[0] if placed is not None else standing.audience_id,
            policy_version_id=placed[1] if placed is not None else None,
        )
        for row, placed in enumerate(plan.rows)
    ]


def _existing(
    session: Session, principal: Principal, rows: list[PointRow], ids: list[int | None], way: _Way
) -> list[int | None]:
    """Fill in the ids of duplicates that the principal may read, and widen the audience of their own."""
    missing = [rows[i] for i, found in enumerate(ids) if found is None]
    columns = [getattr(Photometry, name) for name in _KEY]
    # A null flux equals nothing in SQL, so limits are looked for by the rest of their key.
    key = tuple_(*columns[:-1])
    found = session.execute(
        select(
            Photometry.id, Photometry.owner_id, Photometry.audience_id, Photometry.policy_version_id, *columns
        ).where(
            Photometry.holder_id == way.asked.holder_id,
            key.in_({tuple(getattr(row, name) for name in _KEY[:-1]) for row in missing}),
        )
    ).all()
    by_key = {tuple(getattr(row, name) for name in _KEY): row for row in found}
    merged = list(ids)
    own: dict[Meeting, list[int]] = {}
    for index, row in enumerate(rows):
        existing = by_key.get(tuple(getattr(row, name) for name in _KEY))
        if merged[index] is not None or existing is None:
            continue
        merged[index] = existing.id
        if existing.owner_id == principal.user_id and existing.audience_id != row.audience_id:
            meeting = Meeting(
                existing.audience_id,
                existing.policy_version_id,
                row.audience_id,
                row.policy_version_id,
                row.instrument_id,
            )
            own.setdefault(meeting, []).append(existing.id)
    for meeting, point_ids in own.items():
        values = widened(session, meeting, way.asked, way.govern)
        if values:
            session.execute(update(Photometry).where(Photometry.id.in_(point_ids)).values(values))
    return merged


def no_such_point(photometry_id: int) -> NotAvailableHere:
    """Return the one answer for a point that is missing and for one that may not be read."""
    return NotAvailableHere(f"There is no photometry point with the id {photometry_id} that you may read.")


def change(
    session: Session,
    principal: Principal,
    photometry_id: int,
    given: Mapping[str, Any],
    govern: Planner | None = None,
) -> Sequence[Withheld]:
    """Change a point: ``given`` has only what is to change; ``group_ids`` replaces, ``stream_ids`` adds.

    Returns what a sharing policy withholds of what was asked for (``govern`` asks it). Raises
    :class:`NotAvailableHere`, :class:`Forbidden` unless it is the principal's own or they administer its holder, or
    for more than its policy allows, and :class:`BadInput` where the result is no measurement.
    """
    point = session.get(Photometry, photometry_id)
    if point is None:
        raise no_such_point(photometry_id)
    in_mags = any(name in given for name in _MAG_FIELDS)
    merged = _as_sent(point, in_mags) | {k: v for k, v in given.items() if k not in _SHARING}
    points = check(session, merged)
    values = _values(points)
    before = {"flux": point.flux, "fluxerr": point.fluxerr, "mjd": point.mjd, "filter": point.filter}
    after = {name: values[name] for name in before}
    shared = regrant(session, principal, point, given, govern)
    values |= shared.values
    was, holder_id = point.audience_id, point.holder_id
    changed = session.execute(
        update(Photometry).where(Photometry.id == photometry_id).values(values).returning(Photometry.audience_id)
    ).scalar()
    if changed is None:
        raise Forbidden("Only who uploaded this point, or an administrator of its group, can change it.")
    if changed != was:
        before, after = before | {"audience_id": was}, after | {"audience_id": changed}
    record(session, principal.user_id, Change("update", "photometry", photometry_id, holder_id, before, after))
    if shared.opened:
        act = {"group_ids": list(shared.opened), "policy_version_id": values["policy_version_id"]}
        why = str(given["why"])
        opened = Change("share beyond policy", "photometry", photometry_id, holder_id, after=act, why=why)
        record(session, principal.user_id, opened)
    announce(session, NEW, audience_id=changed, obj_id=str(values["obj_id"]))
    return shared.withheld


def _as_sent(point: Photometry, in_mags: bool) -> dict[str, Any]:
    """Return a point as an upload would say it (AB), so that a change is checked like an upload."""
    kept = ("obj_id", "instrument_id", "mjd", "filter", "origin", "ra", "dec", "ra_unc", "dec_unc", "altdata",
            "limiting_mag")  # fmt: skip
    sent = {name: getattr(point, name) for name in kept}
    if not in_mags:
        return sent | {name: getattr(point, name) for name in ("flux", "fluxerr", "ref_flux", "ref_fluxerr")}
    for mag, magerr, flux, fluxerr in (
        ("mag", "magerr", point.flux, point.fluxerr),
        ("magref", "e_magref", point.ref_flux, point.ref_fluxerr),
    ):
        value = np.array([np.nan if flux is None else flux])
        error = np.array([np.nan if fluxerr is None else fluxerr])
        sent[mag] = _or_none(m.mag_of(value))
        sent[magerr] = _or_none(m.magerr_of(error, value))
    return sent


def _or_none(value: m.Floats) -> float | None:
    return float(value[0]) if np.isfinite(value[0]) else None


def _values(points: CheckedPoints) -> dict[str, Any]:
    texts = {
        "obj_id": points.obj_id[0],
        "instrument_id": points.instrument_id[0],
        "filter": points.filter[0],
        "origin": points.origin[0],
        "altdata": points.altdata[0],
    }
    return texts | {name: points.value(name, 0) for name in points.numbers}


def remove(session: Session, principal: Principal, photometry_id: int) -> None:
    """Delete a point; raises as :func:`change` does."""
    point = session.get(Photometry, photometry_id)
    if point is None:
        raise no_such_point(photometry_id)
    before = {"obj_id": point.obj_id, "mjd": point.mjd, "flux": point.flux, "fluxerr": point.fluxerr}
    gone = session.execute(delete(Photometry).where(Photometry.id == photometry_id).returning(Photometry.id)).scalar()
    if gone is None:
        raise Forbidden("Only who uploaded this point, or an administrator of its group, can delete it.")
    record(session, principal.user_id, Change("delete", "photometry", photometry_id, point.holder_id, before))


def remove_upload(session: Session, principal: Principal, upload_id: str) -> int:
    """Delete those points of an upload that the principal owns or administers; return how many.

    Raises :class:`NotAvailableHere` where there are none.
    """
    gone = (
        session.execute(delete(Photometry).where(Photometry.upload_id == upload_id).returning(Photometry.holder_id))
        .scalars()
        .all()
    )
    if not gone:
        raise NotAvailableHere("There is no upload with this id that you may delete.")
    record(session, principal.user_id, Change("delete", "photometry", upload_id, gone[0], {"n": len(gone)}))
    return len(gone)
