"""Lists that a user keeps of objs: favourites, what was rejected in scanning, watch lists; nobody else reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Conflict, Forbidden, NotAvailableHere
from app.portal.objs import readable
from app.tables import Listing

NAME = re.compile(r"\w.{0,254}", re.DOTALL)
WATCHLIST = "watchlist"
MAX_ARCSEC = 3600


def listed(session: Session, principal: Principal, user_id: int | None, name: str | None) -> list[dict[str, Any]]:
    """Return a user's entries (one's own, unless one is an administrator), of one list or of all."""
    whose = _whose(principal, user_id)
    query = select(Listing).where(Listing.user_id == whose).order_by(Listing.id)
    if name is not None:
        query = query.where(Listing.list_name == name)
    return [
        {
            "id": row.id, "created_at": row.created_at, "modified": row.modified, "user_id": row.user_id,
            "obj_id": row.obj_id, "list_name": row.list_name, "params": row.params,
        }
        for row in session.scalars(query)
    ]  # fmt: skip


def _whose(principal: Principal, user_id: int | None) -> int:
    if user_id is None or user_id == principal.user_id:
        return principal.user_id
    if not principal.is_admin:
        raise Forbidden("Lists are their user's own.", field="user_id")
    return user_id


def add(session: Session, principal: Principal, given: Mapping[str, Any]) -> int:
    """Put an obj on a list; return the entry's id.

    Raises :class:`Conflict` where it is there already, :class:`BadInput` for an obj that one may not know of.
    """
    values = {
        "user_id": _whose(principal, given.get("user_id")),
        "obj_id": _known(session, given["obj_id"]),
        "list_name": _named(given["list_name"]),
        "params": _params(given["list_name"], given.get("params")),
    }
    key = {name: values[name] for name in ("user_id", "obj_id", "list_name")}
    _need_new(session, key)
    made = session.execute(insert(Listing).values(**values).returning(Listing.id)).scalar_one()
    record(session, principal.user_id, Change("create", "listing", made, after=values))
    return made


def _need_new(session: Session, key: Mapping[str, Any]) -> None:
    if session.scalars(select(Listing.id).filter_by(**key)).first() is not None:
        raise Conflict("This obj is on that list already.", field="obj_id")


def _known(session: Session, obj_id: str) -> str:
    if not readable(session, [obj_id]):
        raise BadInput("There is no obj of this name that you may read.", field="obj_id")
    return obj_id


def _named(name: str) -> str:
    if not NAME.fullmatch(name):
        raise BadInput("A list's name begins with a letter, a digit or an underscore.", field="list_name")
    return name


def _params(name: str, params: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    if name != WATCHLIST:
        return params
    for key, low, high in (("arcsec", 0, MAX_ARCSEC), ("cadence", 1, None)):
        value = (params or {}).get(key)
        fits = isinstance(value, int | float) and not isinstance(value, bool) and value >= low
        if not fits or (high is not None and value > high):  # type: ignore[operator]
            raise BadInput(
                "A watch list needs params with arcsec (0 to 3600) and cadence (1 or more).", field=f"params.{key}"
            )
    if not isinstance((params or {}).get("end_of_night", False), bool):
        raise BadInput("end_of_night is true or false.", field="params.end_of_night")
    return params


def change(session: Session, principal: Principal, number: int, given: Mapping[str, Any]) -> None:
    """Move an entry to another obj, list or (for administrators) user."""
    row = _need(session, Listing.id == number)
    values = {name: given[name] for name in ("user_id", "obj_id", "list_name") if given.get(name) is not None}
    if not values:
        raise BadInput("Nothing to change was sent.")
    if "user_id" in values and values["user_id"] != row.user_id:
        _whose(principal, values["user_id"])
    if "obj_id" in values:
        _known(session, values["obj_id"])
    if "list_name" in values:
        _params(_named(values["list_name"]), row.params)
    before = {name: getattr(row, name) for name in ("user_id", "obj_id", "list_name")}
    if before | values == before:
        raise BadInput("This entry is like that already.")
    _need_new(session, before | values)
    session.execute(update(Listing).where(Listing.id == number).values(**values))
    record(session, principal.user_id, Change("update", "listing", number, None, before, values))


def remove(session: Session, principal: Principal, number: int) -> None:
    """Take an entry off its list."""
    _remove(session, principal, _need(session, Listing.id == number))


def remove_named(session: Session, principal: Principal, given: Mapping[str, Any]) -> None:
    """Take an obj off a list, both by name."""
    whose = _whose(principal, given.get("user_id"))
    these = (Listing.obj_id == given["obj_id"], Listing.list_name == given["list_name"])
    _remove(session, principal, _need(session, Listing.user_id == whose, *these))


def _remove(session: Session, principal: Principal, row: Listing) -> None:
    before = {"obj_id": row.obj_id, "list_name": row.list_name, "user_id": row.user_id}
    number = row.id
    session.execute(delete(Listing).where(Listing.id == number))
    record(session, principal.user_id, Change("delete", "listing", number, None, before))


def _need(session: Session, *these: Any) -> Listing:
    found = session.scalars(select(Listing).where(*these)).first()
    if found is None:
        raise NotAvailableHere("There is no such entry on a list of yours.")
    return found
