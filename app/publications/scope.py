"""What a publication is about: named targets, a list of its opener's, or a class or topic with a range of dates.

The first is what was named. The others are computed, from what the publication's group may read by itself, whoever of
it asks; and they are kept current as data arrive, are released, classified or withdrawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.errors import BadInput
from app.tables import Listing, Obj, ObjTagOption

WAYS = "Say what it is about: obj_ids, or a list_name of yours, or classes or a topic; one of the three."


@dataclass(frozen=True)
class Scope:
    """What is in the scope; the dates (UTC) are those of the first detection, the last one not included."""

    obj_ids: tuple[str, ...] | None = None
    list_name: str | None = None
    topic: str | None = None
    classes: tuple[str, ...] = ()
    date_from: datetime | None = None
    date_to: datetime | None = None

    @property
    def kind(self) -> str:
        """``targets``, ``listing`` or ``topic``."""
        return "targets" if self.obj_ids else "listing" if self.list_name else "topic"


def checked(session: Session, user_id: int, scope: Scope, trusted: bool = False) -> dict[str, Any]:
    """Return the columns of a scope; with ``trusted``, its objs were in it before.

    Raises :class:`BadInput` for one that says nothing, or what its opener cannot know.
    """
    if sum((bool(scope.obj_ids), bool(scope.list_name), bool(scope.topic or scope.classes))) != 1:
        raise BadInput(WAYS, field="obj_ids")
    _check_dates(scope)
    if scope.obj_ids and not trusted:
        need_objs(session, scope.obj_ids)
    if scope.list_name:
        mine = select(Listing.id).where(Listing.user_id == user_id, Listing.list_name == scope.list_name)
        if session.execute(mine.limit(1)).first() is None:
            raise BadInput(f"You have no list {scope.list_name!r}.", field="list_name")
    if scope.topic:
        # Tags that exist are known to all.
        names = {name.lower() for name in session.scalars(select(ObjTagOption.name))}
        if scope.topic.lower() not in names:
            raise BadInput(f"A topic is a tag, and there is none called {scope.topic!r}.", field="topic")
    return {
        "scope_kind": scope.kind,
        "obj_ids": list(dict.fromkeys(scope.obj_ids or ())),
        "list_name": scope.list_name,
        "topic": scope.topic,
        "classes": list(dict.fromkeys(scope.classes)),
        "date_from": scope.date_from,
        "date_to": scope.date_to,
    }


def need_objs(session: Session, obj_ids: tuple[str, ...]) -> None:
    """Raise :class:`BadInput` for the first obj that the principal cannot read."""
    readable = set(session.scalars(select(Obj.id).where(Obj.id.in_(obj_ids))))
    for obj_id in obj_ids:
        if obj_id not in readable:
            raise BadInput(f"There is no object {obj_id!r} that you can read.", field="obj_ids")


def take_turn(session: Session, publication_id: int) -> None:
    """Wait until nobody else changes what a publication owes: answers and the keeper would meet half-way."""
    query = text("SELECT pg_advisory_xact_lock(hashtext('skyrelay publication'), :id)")
    session.execute(query, {"id": publication_id})


def keep(session: Session, publication_id: int) -> bool:
    """Bring the objs of a publication up to date; return whether that changed anything."""
    take_turn(session, publication_id)
    return bool(session.execute(text("SELECT access.keep_scope(:id)"), {"id": publication_id}).scalar_one())


def _check_dates(scope: Scope) -> None:
    if scope.kind == "targets" and (scope.date_from or scope.date_to):
        raise BadInput("Named targets need no range of dates.", field="date_from")
    if scope.date_from and scope.date_to and scope.date_to <= scope.date_from:
        raise BadInput("The range of dates ends before it begins.", field="date_to")
