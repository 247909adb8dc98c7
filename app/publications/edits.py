"""Changing what a publication says of itself, and its deadline."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, Conflict
from app.policies.versions import need_admin
from app.publications.claims import get_publication, need_part, plain
from app.publications.meeting import meet
from app.publications.owed import refresh
from app.publications.scope import Scope, checked
from app.publications.stages import CAN_LAPSE, OVER
from app.tables import Publication, PublicationPerson

SCOPE = ("obj_ids", "list_name", "topic", "classes", "date_from", "date_to")
SETTLED = ("submitted", "accepted", *OVER)


def edit(session: Session, principal: Principal, publication_id: int, values: dict[str, Any]) -> Publication:
    """Change the named fields of a publication.

    Its title, kind, first lead, intended data; its scope (of the same kind) until it is submitted; its deadline, which
    a lead may bring forward and only an admin of the group may put off. Raises :class:`BadInput` where nothing changes.
    """
    publication = get_publication(session, publication_id)
    need_part(session, principal, publication)
    wanted = {name: value for name, value in values.items() if name not in SCOPE}
    if any(name in values for name in SCOPE):
        wanted |= _scope(session, principal, publication, values)
    if "deadline_at" in wanted:
        _check_deadline(session, principal, publication, wanted["deadline_at"])
        wanted["reminded_days"] = None
    if "lead_id" in wanted:
        _check_lead(session, publication_id, wanted["lead_id"])
    before = {name: getattr(publication, name) for name in wanted}
    changed = {name: value for name, value in wanted.items() if value != before[name]}
    if not changed:
        raise BadInput("That is how it is already.")
    statement = update(Publication).where(Publication.id == publication_id).values(**changed, modified=func.now())
    session.execute(statement)
    was = plain({name: before[name] for name in changed})
    change = Change("update", "publication", publication_id, publication.holder_id, was, plain(changed))
    record(session, principal.user_id, change)
    session.expire_all()
    refresh(session, publication_id)
    meet(session, publication_id)
    publication = get_publication(session, publication_id)
    announce(session, "publication.changed", audience_id=publication.audience_id, publication_id=publication_id)
    return publication


def _scope(session: Session, principal: Principal, publication: Publication, values: dict[str, Any]) -> dict[str, Any]:
    if publication.stage in SETTLED:
        raise Conflict(f"What it is about is settled: it is {publication.stage}.")
    now: dict[str, Any] = {name: getattr(publication, name) for name in SCOPE}
    if publication.scope_kind != "targets":
        now["obj_ids"] = None
    asked = now | {name: values[name] for name in SCOPE if name in values}
    lists = {name: tuple(asked[name] or ()) for name in ("obj_ids", "classes")}
    new = Scope(**asked | lists)
    if publication.scope_kind == "listing" and publication.owner_id != principal.user_id:
        raise Conflict("Its scope is a list of its opener's, who alone can change that.")
    if new.kind != publication.scope_kind:
        raise BadInput("A publication keeps its kind of scope: open another one for that.", field="obj_ids")
    # An obj that was there before may be out of the reach of whoever adds another one.
    fresh = tuple(o for o in new.obj_ids or () if o not in publication.obj_ids)
    columns = checked(session, principal.user_id, replace(new, obj_ids=fresh) if fresh else new, trusted=not fresh)
    columns.pop("scope_kind")
    columns["obj_ids"] = list(dict.fromkeys(new.obj_ids or publication.obj_ids))
    return columns


def _check_deadline(session: Session, principal: Principal, publication: Publication, wanted: datetime | None) -> None:
    if publication.stage not in CAN_LAPSE:
        raise Conflict(f"A publication in stage {publication.stage!r} has no deadline.", field="deadline_at")
    if wanted is not None and wanted <= datetime.now(UTC):
        raise BadInput("A deadline lies ahead.", field="deadline_at")
    now = publication.deadline_at
    if now is not None and (wanted is None or wanted > now):
        need_admin(session, principal, publication.holder_id)


def _check_lead(session: Session, publication_id: int, user_id: int) -> None:
    person = PublicationPerson
    query = select(person.id).where(
        person.publication_id == publication_id, person.user_id == user_id, person.role == "lead",
        person.state == "accepted",
    )  # fmt: skip
    if session.execute(query).first() is None:
        raise BadInput("The first lead is one of those who accepted to be a lead.", field="lead_id")
