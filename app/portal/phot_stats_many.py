"""Statistics of the photometry of many objs: for plots, and the administrators' counting anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, null, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.access.audiences import need_groups
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Conflict
from app.portal.comments import need_source
from app.portal.magnitudes import AB_ZP
from app.portal.obj_details import details_of
from app.tables import Classification, Obj, ObjAudience, PhotStatMark, Source

MOST_POINTS = 100_000
_A = ObjAudience
_PEAK, _LATEST = func.max(_A.peak), func.max(_A.latest)


def _mag(flux: ColumnElement[Any]) -> ColumnElement[Any]:
    return AB_ZP - 2.5 * func.log(flux)


FIELDS: Mapping[str, tuple[str, ColumnElement[Any]]] = {
    "num_obs_global": ("Number of points", func.sum(_A.n_photometry)),
    "num_det_global": ("Number of detections", func.sum(_A.n_detections)),
    "first_detected_mjd": ("First detection (MJD)", func.min(_A.first_detected_mjd)),
    "last_detected_mjd": ("Last detection (MJD)", func.max(_A.last_detected_mjd)),
    "last_detected_mag": ("Magnitude of the last detection", _mag(_LATEST[2])),
    "peak_mag_global": ("Peak magnitude", _mag(_PEAK[1])),
    "peak_mjd_global": ("Peak (MJD)", _PEAK[2]),
}
"""What can be plotted: merged over the audiences of the reader."""


@dataclass(frozen=True)
class Plotted:
    """Which fields of which sources; None or empty means any source."""

    axes: tuple[str | None, str | None, str | None]
    classes: Sequence[str] = ()
    least_probability: float | None = None
    group_id: int | None = None
    obj_ids: Sequence[str] = ()
    most: int = 20_000


def aggregate(session: Session, wanted: Plotted) -> dict[str, Any]:
    """Return the fields that there are and, where x and y are named, a point for each source that has both."""
    told: dict[str, Any] = {"fields": [{"value": name, "label": label} for name, (label, _) in FIELDS.items()]}
    for axis, name in zip("xyz", wanted.axes, strict=True):
        if name is not None and name not in FIELDS:
            raise BadInput(f"There is no field {name!r}; see fields in the answer without one.", field=f"{axis}Field")
    if wanted.axes[0] is None or wanted.axes[1] is None:
        return told | {"points": [], "count": 0, "truncated": False}
    most = min(wanted.most, MOST_POINTS)
    rows = session.execute(_points(session, wanted).limit(most + 1)).all()
    details = details_of(session, [row.obj_id for row in rows[:most]])
    classes = _classes(session, [row.obj_id for row in rows[:most]])
    points = []
    for row in rows[:most]:
        about = {"id": row.obj_id, "ra": row.ra, "dec": row.dec, "x": row.x, "y": row.y, "z": row.z}
        about |= {"first_detected_mjd": row.first, "peak_mjd": row.peak, "classification": classes.get(row.obj_id)}
        points.append(about | {"redshift": details.get(row.obj_id, {}).get("redshift")})
    return told | {"points": points, "count": len(points), "truncated": len(rows) > most}


def _points(session: Session, wanted: Plotted) -> Select[*tuple[Any, ...]]:
    axes = [FIELDS[name][1] if name else None for name in wanted.axes]
    saved = [Source.obj_id == _A.obj_id, Source.active]
    if wanted.group_id is not None:
        saved.append(Source.holder_id.in_(need_groups(session, [wanted.group_id], "group_id")))
    where: list[ColumnElement[bool]] = [exists().where(*saved)]
    if wanted.obj_ids:
        where.append(_A.obj_id.in_(wanted.obj_ids))
    if wanted.classes:
        carried = select(Classification.obj_id).where(Classification.classification.in_(wanted.classes))
        if wanted.least_probability is not None:
            carried = carried.where(Classification.probability >= wanted.least_probability)
        where.append(_A.obj_id.in_(carried))
    merged = select(
        _A.obj_id,
        *(axis.label(name) for axis, name in zip(axes, "xyz", strict=True) if axis is not None),
        func.min(_A.first_detected_mjd).label("first"),
        _PEAK[2].label("peak"),
    )
    found = merged.where(*where).group_by(_A.obj_id).subquery()
    z = found.c.z if axes[2] is not None else null().label("z")
    query: Select[*tuple[Any, ...]] = select(
        found.c.obj_id, Obj.ra, Obj.dec, found.c.x, found.c.y, z, found.c.first, found.c.peak
    )
    return (
        query.join(Obj, Obj.id == found.c.obj_id)
        .where(found.c.x.is_not(None), found.c.y.is_not(None))
        .order_by(found.c.obj_id)
    )


def _classes(session: Session, obj_ids: Sequence[str]) -> dict[str, str]:
    """Return the newest readable class of each obj."""
    rows = session.execute(
        select(Classification.obj_id, Classification.classification)
        .where(Classification.obj_id.in_(obj_ids))
        .order_by(Classification.created_at, Classification.id)
    )
    return {row.obj_id: row.classification for row in rows}


@dataclass(frozen=True)
class Period:
    """A time range (UTC), None for no bound."""

    start: datetime | None = None
    end: datetime | None = None

    def of(self, column: Any) -> list[ColumnElement[bool]]:
        """Return the conditions that a time lies in it."""
        found = [] if self.start is None else [column >= self.start]
        return found if self.end is None else [*found, column <= self.end]


@dataclass(frozen=True)
class Which:
    """Objs by when they were made, when their statistics last changed, and when they were last counted anew."""

    created: Period = Period()
    updated: Period = Period()
    counted: Period = Period()


def counts(session: Session, which: Which) -> tuple[int, int]:
    """Return how many objs have statistics, and how many have photometry and none (any more); for administrators."""
    there = session.execute(select(func.count()).select_from(_with(which).subquery())).scalar_one()
    lacking = session.execute(select(func.count()).select_from(_without(which.created).subquery())).scalar_one()
    return there, lacking


def _aside() -> Select[str]:
    return select(PhotStatMark.obj_id).where(PhotStatMark.set_aside)


def _known(created: Period) -> Select[str]:
    return select(_A.obj_id).join(Obj, Obj.id == _A.obj_id).where(_A.n_photometry > 0, *created.of(Obj.created_at))


def _with(which: Which) -> Select[str]:
    query = _known(which.created).where(_A.obj_id.not_in(_aside())).group_by(_A.obj_id)
    counted = which.counted.of(PhotStatMark.modified)
    if counted:
        query = query.where(_A.obj_id.in_(select(PhotStatMark.obj_id).where(*counted)))
    return query.having(*which.updated.of(func.max(_A.latest_at))).order_by(_A.obj_id)


def _without(created: Period) -> Select[str]:
    return _known(created).where(_A.obj_id.in_(_aside())).group_by(_A.obj_id).order_by(_A.obj_id)


def count_page(session: Session, principal: Principal, which: Which, place: tuple[int, int], *, anew: bool) -> int:
    """Count one page (number, size) of objs: those with statistics ``anew``, else the rest; return how many match."""
    query = _with(which) if anew else _without(which.created)
    total = session.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    number, size = place
    for obj_id in session.scalars(query.limit(size).offset((number - 1) * size)).all():
        _count(session, principal, obj_id)
    return total


def count(session: Session, principal: Principal, obj_id: str, *, only_lacking: bool) -> None:
    """Count the photometry of an obj anew for every audience; raise :class:`Conflict` where only a lack was meant."""
    need_source(session, obj_id)
    lacking = session.scalars(_aside().where(PhotStatMark.obj_id == obj_id)).first() is not None
    if only_lacking and not lacking:
        raise Conflict("This source has statistics: they are kept with every point. PUT counts them anew.")
    _count(session, principal, obj_id)


def _count(session: Session, principal: Principal, obj_id: str) -> None:
    session.execute(text("SELECT access.recount_obj(:obj)"), {"obj": obj_id})
    _mark(session, obj_id, aside=False)
    record(session, principal.user_id, Change("count", "phot_stat", obj_id))


def set_aside(session: Session, principal: Principal, obj_id: str) -> None:
    """Set the statistics of an obj aside until they are counted anew."""
    need_source(session, obj_id)
    if session.scalars(_aside().where(PhotStatMark.obj_id == obj_id)).first() is not None:
        raise BadInput("The statistics of this source are set aside already.")
    _mark(session, obj_id, aside=True)
    record(session, principal.user_id, Change("delete", "phot_stat", obj_id))


def _mark(session: Session, obj_id: str, *, aside: bool) -> None:
    statement = insert(PhotStatMark).values(obj_id=obj_id, set_aside=aside)
    again = {"set_aside": aside, "modified": func.clock_timestamp()}
    session.execute(statement.on_conflict_do_update(index_elements=["obj_id"], set_=again).inline())
