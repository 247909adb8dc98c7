"""Opening publications and moving them through their stages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.orm import Session

from app.access.audiences import intern_groups, need_groups
from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import Conflict, Forbidden, NotFound
from app.policies.versions import group_names
from app.publications.meeting import meet
from app.publications.owed import blocking, refresh, tell
from app.publications.rules import deadline, rules_of
from app.publications.scope import Scope, checked
from app.publications.stages import goes_past, is_discharged, next_stage
from app.tables import Obj, Obligation, Publication, PublicationPerson

MISSING = "There is no such publication."


@dataclass(frozen=True)
class NewPublication:
    """What a publication is opened with; ``group_id`` is the group that publishes."""

    title: str
    kind: str
    group_id: int
    scope: Scope
    intended_data: tuple[str, ...] = ()


def open_publication(session: Session, principal: Principal, new: NewPublication) -> Publication:
    """Open a publication in stage ``idea``, known to its group, and compute what it owes.

    Raises :class:`BadInput` for a group that one is not in, or an obj that one cannot read.
    """
    need_groups(session, [new.group_id], "group_id")
    about = checked(session, principal.user_id, new.scope)
    publication = Publication(
        title=new.title,
        kind=new.kind,
        stage="idea",
        intended_data=list(dict.fromkeys(new.intended_data)),
        lead_id=principal.user_id,
        audience_id=intern_groups(session, [new.group_id]),
        holder_id=new.group_id,
        owner_id=principal.user_id,
        **about,
    )
    session.add(publication)
    session.flush()
    values = {"publication_id": publication.id, "user_id": principal.user_id, "role": "lead", "state": "accepted"}
    session.execute(insert(PublicationPerson).values(**values, invited_by_id=principal.user_id))
    after = {"title": new.title, "kind": new.kind, **plain(about)}
    record(session, principal.user_id, Change("create", "publication", publication.id, new.group_id, after=after))
    refresh(session, publication.id)
    return get_publication(session, publication.id)


def get_publication(session: Session, publication_id: int) -> Publication:
    """Return a publication that the principal may know of; raise :class:`NotFound`."""
    publication = session.get(Publication, publication_id)
    if publication is None:
        raise NotFound(MISSING)
    return publication


def list_publications(session: Session, obj_id: str | None = None, stage: str | None = None) -> Sequence[Publication]:
    """Return the publications that the principal may know of, the newest first."""
    query = select(Publication).order_by(Publication.id.desc())
    if obj_id is not None:
        # Only on objs that the reader can see: a claim must not tell of an obj.
        query = query.where(select(Obj.id).where(Obj.id == obj_id).exists(), Publication.obj_ids.contains([obj_id]))
    if stage is not None:
        query = query.where(Publication.stage == stage)
    return session.scalars(query).all()


def known_objs(session: Session, publications: Sequence[Publication]) -> dict[int, list[str]]:
    """Return the objs of each publication, as far as the reader can see them."""
    ids = {o for p in publications for o in p.obj_ids}
    readable = set(session.scalars(select(Obj.id).where(Obj.id.in_(ids))))
    return {p.id: [o for o in p.obj_ids if o in readable] for p in publications}


def set_stage(
    session: Session, principal: Principal, publication_id: int, stage: str, why: str | None = None
) -> Publication:
    """Move a publication to another stage.

    It takes its lead, its opener or an admin of its group. Raises :class:`Conflict` for a transition that is not in
    the table, or while an open obligation stands before it, naming those that the caller can see.
    """
    publication = get_publication(session, publication_id)
    need_part(session, principal, publication)
    next_stage(publication.stage, stage)
    refresh(session, publication_id)
    _need_discharged(session, publication, stage)
    before = {"stage": publication.stage}
    ends = deadline(rules_of(session, publication.holder_id), stage)
    values: dict[str, Any] = {"stage": stage, "deadline_at": ends, "reminded_days": None, "modified": func.now()}
    if stage == "announced":
        values["announced_at"] = func.now()
    session.execute(update(Publication).where(Publication.id == publication_id).values(**values))
    change = Change("stage", "publication", publication_id, publication.holder_id, before, {"stage": stage}, why)
    record(session, principal.user_id, change)
    refresh(session, publication_id)
    meet(session, publication_id)
    publication = get_publication(session, publication_id)
    announce(session, "publication.changed", audience_id=publication.audience_id, publication_id=publication_id)
    if before["stage"] == "idea":
        creditors = select(Obligation.creditor_id).where(Obligation.publication_id == publication_id).distinct()
        for creditor_id in session.scalars(creditors).all():
            tell(session, creditor_id, publication_id)
    return publication


def plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as history keeps them."""
    return {name: str(v) if isinstance(v, datetime) else v for name, v in values.items() if v is not None}


def need_part(session: Session, principal: Principal, publication: Publication) -> None:
    """Raise :class:`Forbidden` unless the principal may act for the publication."""
    led = text("SELECT :id IN (SELECT access.my_led_publications())")
    if principal.is_admin or session.execute(led, {"id": publication.id}).scalar_one():
        return
    if principal.user_id in (publication.owner_id, publication.lead_id):
        raise Forbidden("You have left the group of this publication; ask one of its admins.")
    raise Forbidden("This takes a lead of the publication, or an admin of its group.")


def _need_discharged(session: Session, publication: Publication, stage: str) -> None:
    found = blocking(session, publication.id)
    ids = {number for number, limit in found.items() if goes_past(publication.stage, stage, limit)}
    if not ids:
        return
    seen = session.scalars(select(Obligation).where(Obligation.id.in_(ids)).order_by(Obligation.id)).all()
    names = group_names(session, {o.creditor_id for o in seen})
    told = "; ".join(f"{o.kind} owed to {names.get(o.creditor_id, 'a group')} ({o.state})" for o in seen)
    hidden = len(ids) - len(seen)
    more = f" {hidden} of them can only be seen by whoever opened the publication." if hidden else ""
    raise Conflict(
        f"{len(ids)} required obligations are open{': ' + told if told else ''}.{more} Discharge them first.",
        obligation_ids=[o.id for o in seen],
    )


def is_open(obligation: Obligation) -> bool:
    """Whether an obligation is still to be discharged."""
    return not is_discharged(obligation.state, obligation.asks_more, obligation.terms)
