"""Default analyses: started by a classification that fits, once an obj, so many a day (UTC)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal import analyses, analysis_services
from app.portal.visibility import Standing, for_groups, groups_of, users_of
from app.tables import AnalysisService, DefaultAnalysis, ObjAnalysis

COLUMNS = (
    "analysis_service_id", "show_parameters", "show_plots", "show_corner", "default_analysis_parameters",
    "source_filter",
)  # fmt: skip
MOST_CLASSES = 100


def check_filter(source_filter: dict[str, Any]) -> None:
    """Raise :class:`BadInput` unless it is ``{"classifications": [{"name": …, "probability": 0 to 1}, …]}``."""
    unknown = set(source_filter) - {"classifications"}
    wanted = source_filter.get("classifications", [])
    if unknown or not isinstance(wanted, list) or len(wanted) > MOST_CLASSES:
        raise BadInput(
            'A source_filter is {"classifications": [{"name": …, "probability": …}]}.', field="source_filter"
        )
    for each in wanted:
        name = each.get("name") if isinstance(each, dict) else None
        least = each.get("probability", 0) if isinstance(each, dict) else None
        number = isinstance(least, (int, float)) and not isinstance(least, bool) and 0 <= least <= 1
        if not isinstance(name, str) or not name or not number or set(each) - {"name", "probability"}:
            raise BadInput(
                "Each of source_filter.classifications has a name and, if you like, a probability from 0 to 1.",
                field="source_filter",
            )


def no_such(default_id: int) -> NotAvailableHere:
    """Return the one answer for a default analysis that is missing and one that may not be read."""
    return NotAvailableHere(f"There is no default analysis with the id {default_id} that you may read.")


def need(session: Session, service_id: int, default_id: int) -> DefaultAnalysis:
    """Return a default analysis of a service; raise :class:`NotAvailableHere`."""
    query = select(DefaultAnalysis).where(
        DefaultAnalysis.id == default_id, DefaultAnalysis.analysis_service_id == service_id
    )
    found = session.scalars(query).first()
    if found is None:
        raise no_such(default_id)
    return found


def add(
    session: Session, principal: Principal, service_id: int, values: dict[str, Any], group_ids: list[int] | None
) -> int:
    """Make a default analysis of a service, in the principal's name and with their eyes; return its id."""
    service = analysis_services.need(session, service_id)
    if service.upload_only:
        raise BadInput("This service takes uploads only: it cannot be started.", field="analysis_service_id")
    analyses.check_parameters(service, values.get("default_analysis_parameters", {}))
    check_filter(values.get("source_filter", {}))
    whose = analysis_services.standing(session, principal, group_ids)
    made = session.execute(
        insert(DefaultAnalysis)
        .values(analysis_service_id=service_id, **values, **whose.columns())
        .returning(DefaultAnalysis.id)
    ).scalar_one()
    after = {"analysis_service_id": service_id, **values}
    record(session, principal.user_id, Change("create", "default_analysis", made, whose.holder_id, after=after))
    return made


def change(session: Session, principal: Principal, place: tuple[int, int], given: dict[str, Any]) -> None:
    """Change the default analysis at (service, id); its author alone may, since it runs with the author's eyes."""
    row = need(session, *place)
    values = {name: value for name, value in given.items() if name != "group_ids"}
    if "default_analysis_parameters" in values:
        service = analysis_services.need(session, place[0])
        analyses.check_parameters(service, values["default_analysis_parameters"])
    check_filter(values.get("source_filter", {}))
    if row.owner_id != principal.user_id:
        raise Forbidden("Only its author can change a default analysis, since it runs in the author's name.")
    before = {name: getattr(row, name) for name in values}
    after = dict(values)
    if given.get("group_ids"):
        after["audience_id"] = for_groups(session, principal, given["group_ids"]).audience_id
    if not after:
        raise BadInput("Nothing to change was sent.")
    after["modified"] = func.now()
    session.execute(update(DefaultAnalysis).where(DefaultAnalysis.id == row.id).values(**after))
    session.expire(row)
    record(session, principal.user_id, Change("update", "default_analysis", row.id, row.holder_id, before, values))


def remove(session: Session, principal: Principal, place: tuple[int, int]) -> None:
    """Delete the default analysis at (service, id); its author and the administrators of its group may."""
    row = need(session, *place)
    before, holder = {name: getattr(row, name) for name in COLUMNS}, row.holder_id
    gone = delete(DefaultAnalysis).where(DefaultAnalysis.id == place[1]).returning(DefaultAnalysis.id)
    if session.execute(gone).scalar() is None:
        raise Forbidden("Only its author, or an administrator of its group, can delete a default analysis.")
    record(session, principal.user_id, Change("delete", "default_analysis", place[1], holder, before))


def listed(session: Session, service_id: int, default_id: int | None = None) -> list[dict[str, Any]]:
    """Return the default analyses of a service, with author, service and groups, in a fixed number of queries."""
    query = (
        select(DefaultAnalysis, AnalysisService)
        .join(AnalysisService, AnalysisService.id == DefaultAnalysis.analysis_service_id)
        .where(DefaultAnalysis.analysis_service_id == service_id)
        .order_by(DefaultAnalysis.id)
    )
    if default_id is not None:
        query = query.where(DefaultAnalysis.id == default_id)
    rows = session.execute(query).all()
    groups = groups_of(session, (a for row, service in rows for a in (row.audience_id, service.audience_id)))
    authors = users_of(session, (row.owner_id for row, _ in rows))
    today = _today(session, [row.id for row, _ in rows])
    return [
        {name: getattr(row, name) for name in ("id", "created_at", "modified", *COLUMNS)}
        | {
            "author_id": row.owner_id,
            "author": authors.get(row.owner_id),
            "groups": groups[row.audience_id],
            "analysis_service": analysis_services.as_dict(service) | {"groups": groups[service.audience_id]},
            "stats": {"daily_limit": row.daily_limit, **today[row.id]},
        }
        for row, service in rows
    ]


def one(session: Session, service_id: int, default_id: int) -> dict[str, Any]:
    """Return one default analysis; raise :class:`NotAvailableHere`."""
    found = listed(session, service_id, default_id)
    if not found:
        raise no_such(default_id)
    return found[0]


def _today(session: Session, default_ids: list[int]) -> dict[int, dict[str, Any]]:
    """How many each has started today, and when the last one, among those that the principal may read."""
    start = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    rows = session.execute(
        select(
            ObjAnalysis.default_analysis_id,
            func.count().filter(ObjAnalysis.created_at >= start).label("today"),
            func.max(ObjAnalysis.created_at).label("last"),
        )
        .where(ObjAnalysis.default_analysis_id.in_(default_ids))
        .group_by(ObjAnalysis.default_analysis_id)
    )
    found: dict[int, dict[str, Any]] = {d: {"daily_count": 0, "last_run": None} for d in default_ids}
    for row in rows:
        found[row.default_analysis_id] = {"daily_count": row.today, "last_run": row.last.isoformat()}
    return found


def start(session: Session, user_id: int, default_id: int, obj_id: str) -> str:
    """Start a default analysis on an obj in its author's name, unless it was started or is used up; say which.

    The row is locked, so that two that begin at once do not both take the day's last place.
    """
    row = session.scalars(select(DefaultAnalysis).where(DefaultAnalysis.id == default_id).with_for_update()).first()
    if row is None or row.owner_id != user_id:
        return "The default analysis is gone."
    before = select(ObjAnalysis.id).where(ObjAnalysis.default_analysis_id == row.id, ObjAnalysis.obj_id == obj_id)
    if session.execute(before).first() is not None:
        return "It was started on this source before."
    if _today(session, [row.id])[row.id]["daily_count"] >= row.daily_limit:
        return f"The limit of {row.daily_limit} a day is reached."
    show = {name: getattr(row, name) for name in ("show_parameters", "show_plots", "show_corner")}
    wanted = analyses.Wanted(row.default_analysis_parameters, {}, show, default_analysis_id=row.id)
    whose = Standing(row.audience_id, row.holder_id, row.owner_id)
    made = analyses.start(session, user_id, row.analysis_service_id, obj_id, wanted, whose)
    return f"Started as analysis {made}."
