"""Filters of groups on streams: the SQL expression that decides who becomes a candidate.

SkyPortal's shape has no place for an expression; it travels in ``altdata`` as ``{"expression": "…"}``, beside
``{"active": false}`` for a filter that is switched off.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol

from pydantic import BaseModel
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, NotAvailableHere, SkyrelayError, Unavailable
from app.portal.membership import need_group_admin
from app.tables import Filter, GroupStream, GroupUser, Stream


class FilterGuard(Protocol):
    """Refuses what is no safe filter expression, with a :class:`SkyrelayError` that says why."""

    def __call__(self, expression: str, /) -> object:
        """Check one expression."""


class FilterView(BaseModel):
    """A filter as SkyPortal shows it."""

    id: int
    created_at: datetime
    modified: datetime
    name: str
    stream_id: int
    group_id: int
    autosave: bool
    altdata: dict[str, Any] | None


class _Guard:
    check: FilterGuard | None = None


def set_filter_guard(guard: FilterGuard | None) -> None:
    """Say who checks expressions; the composition root calls it with the parser of ``ingest.filters``."""
    _Guard.check = guard


def check_expression(expression: str) -> None:
    """Raise :class:`BadInput` with the guard's sentence for an expression that it refuses."""
    if _Guard.check is None:
        raise Unavailable("Filters cannot be checked in this process, so none is accepted.")
    try:
        _Guard.check(expression)
    except SkyrelayError as error:
        raise BadInput(error.message, field="altdata.expression", **error.details) from error


def view(row: Filter) -> FilterView:
    """Return a filter with its expression in ``altdata``."""
    altdata = dict(row.altdata or {})
    if row.expression is not None:
        altdata["expression"] = row.expression
    if not row.active:
        altdata["active"] = False
    return FilterView(
        id=row.id, created_at=row.created_at, modified=row.modified, name=row.name, stream_id=row.stream_id,
        group_id=row.group_id, autosave=row.autosave, altdata=altdata or None,
    )  # fmt: skip


def list_filters(session: Session, principal: Principal) -> list[Filter]:
    """Return the filters of the principal's groups; all of them for an administrator."""
    mine = select(GroupUser.group_id).where(GroupUser.user_id == principal.user_id)
    wanted = select(Filter).order_by(Filter.id)
    return list(session.scalars(wanted if principal.is_admin else wanted.where(Filter.group_id.in_(mine))))


def get_filter(session: Session, filter_id: int) -> Filter:
    """Return a filter; raise :class:`NotAvailableHere`."""
    row = session.get(Filter, filter_id)
    if row is None:
        raise NotAvailableHere("There is no such filter, or you may not see it.")
    return row


def add_filter(
    session: Session, principal: Principal, name: str, group_id: int, stream_id: int, altdata: dict[str, Any] | None
) -> int:
    """Make a filter of a group that the principal administers, on a stream of the group; return the id."""
    need_group_admin(session, principal, group_id)
    if session.get(Stream, stream_id) is None or session.get(GroupStream, (group_id, stream_id)) is None:
        raise BadInput(f"The group {group_id} has no stream with the id {stream_id}.", field="stream_id")
    row = Filter(name=name, group_id=group_id, stream_id=stream_id, **_columns(altdata))
    session.add(row)
    session.flush()
    after = {"name": name, "stream_id": stream_id, "expression": row.expression}
    record(session, principal.user_id, Change("create", "filter", row.id, holder_id=group_id, after=after))
    return row.id


def change_filter(session: Session, principal: Principal, filter_id: int, values: dict[str, Any]) -> None:
    """Change a filter's name, altdata (with the expression) or autosave; group and stream stay what they are."""
    row = get_filter(session, filter_id)
    need_group_admin(session, principal, row.group_id)
    for fixed in ("group_id", "stream_id"):
        if values.pop(fixed, getattr(row, fixed)) != getattr(row, fixed):
            raise BadInput(f"The {fixed} of a filter cannot be changed: make a new filter.", field=fixed)
    if "altdata" in values:
        values |= _columns(values.pop("altdata"))
    if not values:
        return
    before = {key: getattr(row, key) for key in values}
    session.execute(update(Filter).where(Filter.id == filter_id).values(**values))
    change = Change("update", "filter", filter_id, holder_id=row.group_id, before=before, after=values)
    record(session, principal.user_id, change)


def delete_filter(session: Session, principal: Principal, filter_id: int) -> None:
    """Delete a filter and what passed it."""
    row = get_filter(session, filter_id)
    need_group_admin(session, principal, row.group_id)
    before = {"name": row.name, "expression": row.expression}
    record(session, principal.user_id, Change("delete", "filter", filter_id, row.group_id, before=before))
    session.execute(delete(Filter).where(Filter.id == filter_id))


def _columns(altdata: dict[str, Any] | None) -> dict[str, Any]:
    rest = dict(altdata or {})
    expression, active = rest.pop("expression", None), rest.pop("active", True)
    if expression is not None and not isinstance(expression, str):
        raise BadInput("The expression is a text.", field="altdata.expression")
    if not isinstance(active, bool):
        raise BadInput("`active` is true or false.", field="altdata.active")
    if expression is not None:
        check_expression(expression)
    return {"expression": expression, "active": active, "altdata": rest or None}
