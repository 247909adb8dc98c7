"""Leads and participants: of the publication's group or of any other, by invitation and consent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from sqlalchemy import Update, func, insert, select, text, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.notify import Notice, notify
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, Conflict, Forbidden, NotFound
from app.publications.claims import get_publication, need_part
from app.publications.owed import refresh
from app.tables import Publication, PublicationPerson, User

Role = Literal["lead", "participant"]
Reply = Literal["accepted", "declined", "left"]
MISSING = "There is no such person in this publication."
_REPLIES: dict[str, tuple[str, ...]] = {
    "invited": ("accepted", "declined"),
    "accepted": ("left",),
    "declined": (),
    "left": (),
}


def people_of(session: Session, publication_id: int) -> Sequence[PublicationPerson]:
    """Return those in a publication of whom the reader may know: all for the inside, the leads for others."""
    query = select(PublicationPerson).where(PublicationPerson.publication_id == publication_id)
    return session.scalars(query.order_by(PublicationPerson.id)).all()


def invite(session: Session, principal: Principal, publication_id: int, user_id: int, role: Role) -> PublicationPerson:
    """Invite somebody, or one who left again; who is in already gets the other role. They know of it from now on."""
    publication = get_publication(session, publication_id)
    need_part(session, principal, publication)
    if session.get(User, user_id) is None:
        raise BadInput(f"There is no user with the id {user_id}.", field="user_id")
    found = _find(session, publication_id, user_id)
    if found is None:
        values = {"publication_id": publication_id, "user_id": user_id, "role": role, "state": "invited"}
        statement = insert(PublicationPerson).values(**values, invited_by_id=principal.user_id)
        person_id = session.execute(statement.returning(PublicationPerson.id)).scalar_one()
    elif found.state in ("invited", "accepted") and found.role == role:
        raise Conflict(f"They are {found.state} as {role} already.", field="user_id")
    else:
        person_id = found.id
        state = found.state if found.state in ("invited", "accepted") and found.role != "author" else "invited"
        session.execute(_change(person_id).values(role=role, state=state, modified=func.now()))
    after = {"user_id": user_id, "role": role}
    _written(session, principal, publication, "invite", person_id, after)
    refresh(session, publication_id)
    # Its title is for who may read it; the sentence is not.
    told = "You are asked to take part in a publication."
    notify(
        session, [user_id], Notice("publication.invited", told, ("publication", publication_id), url(publication_id))
    )
    return session.get_one(PublicationPerson, person_id, populate_existing=True)


def reply(session: Session, principal: Principal, publication_id: int, wanted: Reply) -> PublicationPerson:
    """Accept or decline an invitation of one's own, or leave."""
    publication = get_publication(session, publication_id)
    found = _find(session, publication_id, principal.user_id)
    if found is None or found.role == "author" or found.state not in _REPLIES:
        raise NotFound("Nobody has invited you to this publication.")
    if wanted not in _REPLIES[found.state]:
        raise Conflict(f"You have {found.state}; that cannot become {wanted!r}.", field="reply")
    if wanted == "left" and principal.user_id == publication.lead_id:
        raise Conflict("The first lead cannot leave: name another one first.", field="reply")
    session.execute(_change(found.id).values(state=wanted, modified=func.now()))
    _written(session, principal, publication, wanted, found.id, {"role": found.role})
    tell(session, publication_id, "publication.person", f"An invited {found.role} has {wanted}.")
    refresh(session, publication_id)
    # Who declined or left a publication of others may not read it any more, but their own part in it.
    return session.get_one(PublicationPerson, found.id, populate_existing=True)


def remove(session: Session, principal: Principal, publication_id: int, person_id: int) -> None:
    """Take somebody out of a publication and of its author list; the first lead stays."""
    publication = get_publication(session, publication_id)
    need_part(session, principal, publication)
    found = session.get(PublicationPerson, person_id)
    if found is None or found.publication_id != publication_id:
        raise NotFound(MISSING)
    if found.user_id == publication.lead_id:
        raise Conflict("The first lead cannot be removed: name another one first.")
    if found.state == "removed":
        raise Conflict("They are removed already.")
    session.execute(_change(person_id).values(state="removed", authorship="none", position=None, modified=func.now()))
    _written(session, principal, publication, "remove", person_id, {"user_id": found.user_id, "role": found.role})
    refresh(session, publication_id)


def need_inside(session: Session, publication_id: int) -> Publication:
    """Return a publication whose inside the principal may see.

    Raises :class:`NotFound` where there is none to be known of, :class:`Forbidden` for one known from outside.
    """
    publication = get_publication(session, publication_id)
    inside = text("SELECT :id IN (SELECT access.my_publications()) OR current_user = 'skyrelay_admin'")
    if not session.execute(inside, {"id": publication_id}).scalar_one():
        raise Forbidden("This is for the people of the publication and its group.")
    return publication


def tell(session: Session, publication_id: int, kind: str, told: str, also_group: int | None = None) -> None:
    """Notify the people of a publication, and those of one group more, as far as they may read it."""
    asked = text("SELECT access.people_of_publication(:id, :also)")
    concerned = session.scalars(asked, {"id": publication_id, "also": also_group}).all()
    subject = ("publication", publication_id)
    notify(session, concerned, Notice(kind, told, subject, url(publication_id)))


def url(publication_id: int) -> str:
    """Return the page of a publication."""
    return f"/publications/{publication_id}"


def _find(session: Session, publication_id: int, user_id: int) -> PublicationPerson | None:
    query = select(PublicationPerson).where(
        PublicationPerson.publication_id == publication_id, PublicationPerson.user_id == user_id
    )
    return session.scalars(query).first()


def _change(person_id: int) -> Update:
    return update(PublicationPerson).where(PublicationPerson.id == person_id)


def _written(
    session: Session,
    principal: Principal,
    publication: Publication,
    action: str,
    person_id: int,
    after: Mapping[str, object],
) -> None:
    told = {"publication_id": publication.id, **after}
    record(
        session, principal.user_id, Change(action, "publication person", person_id, publication.holder_id, after=told)
    )
    announce(session, "publication.changed", audience_id=publication.audience_id, publication_id=publication.id)
