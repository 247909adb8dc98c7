"""Posting, changing and deleting photometry in somebody's name; the storage itself is in ``photometry``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import numpy as np
from sqlalchemy import ARRAY, BigInteger, any_, cast, delete, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.outbox import announce, announce_each
from app.access.principal import Principal
from app.errors import Forbidden, NotAvailableHere
from app.portal import magnitudes as m
from app.portal.governed import Asked, Plan, Planner, Withheld, plan_with
from app.portal.photometry import Column, insert_columns, stored
from app.portal.photometry_regrant import Meeting, regrant, widened
from app.portal.photometry_upload import CheckedPoints, check
from app.portal.visibility import GroupChoice, Standing, chosen_groups, for_chosen
from app.tables import Photometry

NEW = "photometry.new"
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
    about = points.obj_id
    way = _Way(Asked(standing.holder_id, tuple(wanted), points.instrument_id, mjds, stream_ids, obj_ids=about), govern)
    plan = plan_with(session, govern, way.asked)
    upload_id = str(uuid4())
    columns = _columns(points, standing, upload_id, stream_ids, plan)
    outcome = insert_columns(session, len(points), columns, "ignore" if merge else "report")
    ids = list(outcome.ids)
    if outcome.duplicates:
        _merge(session, principal, columns, ids, outcome.duplicates, way)
    if outcome.n_new:
        after = {"n": outcome.n_new, "obj_ids": sorted(set(points.obj_id))[:100]}
        record(session, principal.user_id, Change("create", "photometry", upload_id, standing.holder_id, after=after))
        new = zip(columns["audience_id"], points.obj_id, outcome.ids, strict=True)
        announce_each(session, NEW, sorted({(audience, obj) for audience, obj, made in new if made is not None}))
    return Uploaded([i for i in ids if i is not None], upload_id, plan.withheld)


def _columns(
    points: CheckedPoints, standing: Standing, upload_id: str, stream_ids: tuple[int, ...], plan: Plan
) -> dict[str, Column]:
    n = len(points)
    columns: dict[str, Column] = {
        "obj_id": points.obj_id,
        "instrument_id": points.instrument_id,
        "filter": points.filter,
        "origin": points.origin,
        "altdata": points.altdata,
        "upload_id": [upload_id] * n,
        "original_time": points.numbers["mjd"],
        "time_scale": ["utc"] * n,
        "stream_ids": [stream_ids] * n,
        "holder_id": [standing.holder_id] * n,
        "owner_id": [standing.owner_id] * n,
    }
    columns |= points.numbers
    if plan.rows.count(None) == n:
        return columns | {"audience_id": [standing.audience_id] * n, "policy_version_id": [None] * n}
    columns["audience_id"] = [placed[0] if placed is not None else standing.audience_id for placed in plan.rows]
    columns["policy_version_id"] = [placed[1] if placed is not None else None for placed in plan.rows]
    return columns


def _merge(
    session: Session,
    principal: Principal,
    columns: Mapping[str, Column],
    ids: list[int | None],
    duplicates: list[int],
    way: _Way,
) -> None:
    """Fill in the ids of duplicates that the principal may read, and widen the audience of their own."""
    own: dict[Meeting, set[int]] = {}
    for row, found in zip(duplicates, stored(session, columns, duplicates), strict=True):
        if found is None:
            continue
        ids[row] = found.id
        if found.owner_id == principal.user_id and found.audience_id != columns["audience_id"][row]:
            meeting = Meeting(
                found.audience_id,
                found.policy_version_id,
                columns["audience_id"][row],
                columns["policy_version_id"][row],
                columns["instrument_id"][row],
            )
            own.setdefault(meeting, set()).add(found.id)
    for meeting, point_ids in own.items():
        values = widened(session, meeting, way.asked, way.govern)
        if values:
            chosen = Photometry.id == any_(cast(sorted(point_ids), ARRAY(BigInteger)))
            session.execute(update(Photometry).where(chosen).values(values))


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
