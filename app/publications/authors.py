"""The author list: proposed from contributions, made and ordered by the leads, opted into by each person."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.notify import Notice, notify
from app.access.principal import Principal
from app.errors import BadInput, Conflict, NotFound
from app.portal.orcid import read_orcid
from app.publications.claims import get_publication, need_part
from app.publications.contributions import Contribution, contributions, weight
from app.publications.owed import refresh
from app.publications.people import need_inside, tell, url
from app.tables import Publication, PublicationPerson, User

Order = Literal["as_given", "alphabetical", "contribution", "leads_alphabetical", "leads_contribution"]
PRINTED = ("opted_in", "vouched")


@dataclass(frozen=True)
class Author:
    """One who is on the list or proposed for it. ``contributions`` are those that the asker can read of."""

    person_id: int | None
    user_id: int | None
    name: str
    family_name: str
    orcid: str | None
    affiliations: list[str]
    authorship: str
    position: int | None
    is_lead: bool
    contributions: list[Contribution]


@dataclass(frozen=True)
class Entry:
    """One place on the list: a user, or (with ``name``) somebody without an account whom a lead vouches for."""

    user_id: int | None = None
    name: str | None = None
    orcid: str | None = None
    affiliations: tuple[str, ...] = ()


def author_list(session: Session, publication_id: int) -> list[Author]:
    """Return those who are on the list, in its order, each with the evidence that the asker can read."""
    publication = need_inside(session, publication_id)
    everybody = _everybody(session, publication)
    return sorted((a for a in everybody if a.position is not None), key=lambda a: a.position or 0)


def propose(session: Session, publication_id: int, order: Order) -> list[Author]:
    """Return whom the records and the list itself suggest as authors, in an order; nothing is written."""
    publication = need_inside(session, publication_id)
    return ordered(_everybody(session, publication), "leads_contribution" if order == "as_given" else order)


def ordered(authors: Sequence[Author], order: Order) -> list[Author]:
    """Return authors by a rule; leads first are in alphabetical order among themselves."""
    if order == "as_given":
        return list(authors)
    leads_first = order.startswith("leads")
    by_contribution = order.endswith("contribution")

    def key(author: Author) -> tuple[bool, float, str, str]:
        lead = leads_first and author.is_lead
        heavy = -weight(author.contributions) if by_contribution and not lead else 0.0
        return (leads_first and not lead, heavy, _plain(author.family_name), _plain(author.name))

    return sorted(authors, key=key)


def set_authors(
    session: Session, principal: Principal, publication_id: int, entries: Sequence[Entry], order: Order
) -> list[Author]:
    """Write the list: who is new on it is asked, who is no longer on it is let go, answers given are kept."""
    publication = get_publication(session, publication_id)
    need_part(session, principal, publication)
    _check(session, entries)
    rows = {p.user_id: p for p in _people(session, publication_id) if p.user_id is not None}
    # Who has no account has no answer to be kept either.
    named = (PublicationPerson.publication_id == publication_id, PublicationPerson.user_id.is_(None))
    session.execute(delete(PublicationPerson).where(*named))
    asked = []
    for place, entry in enumerate(entries, 1):
        row = rows.pop(entry.user_id, None) if entry.user_id is not None else None
        if row is None:
            asked += _add(session, principal, publication_id, entry, place)
        elif row.authorship == "none":
            state = "invited" if row.state in ("removed", "declined", "left") else row.state
            _write(session, row.id, state=state, authorship="offered", position=place)
            asked.append(row.user_id)
        else:
            _write(session, row.id, position=place)
    for row in rows.values():
        if row.authorship != "none":
            left = {"state": "removed"} if row.role == "author" else {}
            _write(session, row.id, authorship="none", position=None, **left)
    if order != "as_given":
        session.expire_all()
        for place, author in enumerate(ordered(author_list(session, publication_id), order), 1):
            _write(session, author.person_id, position=place)
    after = {"authors": [entry.user_id or entry.name for entry in entries], "order": order}
    record(
        session,
        principal.user_id,
        Change("set", "author list", publication_id, publication.holder_id, after=after),
    )
    refresh(session, publication_id)
    subject = ("publication", publication_id)
    told = "You are offered a place among the authors of a publication; you decide."
    notify(session, [u for u in asked if u], Notice("publication.authorship", told, subject, url(publication_id)))
    return author_list(session, publication_id)


def opt(
    session: Session, principal: Principal, publication_id: int, wanted: Literal["opted_in", "opted_out"], how: Entry
) -> PublicationPerson:
    """Take or refuse the place that one was offered; ``how`` one wants to be printed overrules the profile."""
    publication = get_publication(session, publication_id)
    mine = select(PublicationPerson).where(
        PublicationPerson.publication_id == publication_id, PublicationPerson.user_id == principal.user_id
    )
    row = session.scalars(mine).first()
    if row is None or row.authorship == "none":
        raise NotFound("You were not offered a place among the authors of this publication.")
    values: dict[str, Any] = {"authorship": wanted}
    values |= {"name": how.name} if how.name else {}
    values |= {"orcid": read_orcid(how.orcid)} if how.orcid else {}
    values |= {"affiliations": list(how.affiliations)} if how.affiliations else {}
    if all(getattr(row, name) == value for name, value in values.items()):
        raise Conflict(f"You have {wanted.replace('_', ' ')} already.")
    _write(session, row.id, **values)
    after = {"publication_id": publication_id, **values}
    change = Change(wanted, "publication person", row.id, publication.holder_id, {"authorship": row.authorship}, after)
    record(session, principal.user_id, change)
    said = "taken" if wanted == "opted_in" else "refused"
    tell(session, publication_id, "publication.authorship", f"A place among the authors was {said}.")
    refresh(session, publication_id)
    return session.get_one(PublicationPerson, row.id, populate_existing=True)


def printed_name(user: User) -> str:
    """Return what stands in a paper for a user who said nothing else."""
    return " ".join(part for part in (user.first_name, user.last_name) if part) or user.username


def _check(session: Session, entries: Sequence[Entry]) -> None:
    ids = [entry.user_id for entry in entries if entry.user_id is not None]
    known = set(session.scalars(select(User.id).where(User.id.in_(ids))))
    for place, entry in enumerate(entries):
        where = f"authors.{place}"
        if (entry.user_id is None) == (entry.name is None):
            raise BadInput("Name a user, or somebody without an account by name.", field=where)
        if entry.user_id is not None and entry.user_id not in known:
            raise BadInput(f"There is no user with the id {entry.user_id}.", field=where)
        if entry.user_id is not None and (entry.orcid or entry.affiliations):
            raise BadInput("A user says alone how to be printed.", field=where)
        if entry.orcid:
            read_orcid(entry.orcid, where)
    if len(set(ids)) < len(ids):
        raise BadInput("Somebody is on the list twice.", field="authors")


def _add(session: Session, principal: Principal, publication_id: int, entry: Entry, place: int) -> list[int | None]:
    values: dict[str, Any] = {
        "publication_id": publication_id, "user_id": entry.user_id, "role": "author", "position": place,
        "invited_by_id": principal.user_id,
    }  # fmt: skip
    if entry.user_id is None:
        values |= {
            "state": "named",
            "authorship": "vouched",
            "name": entry.name,
            "affiliations": list(entry.affiliations),
        }
        values["orcid"] = read_orcid(entry.orcid) if entry.orcid else None
    else:
        values |= {"state": "invited", "authorship": "offered"}
    session.execute(insert(PublicationPerson).values(**values))
    return [entry.user_id]


def _write(session: Session, person_id: int | None, **values: Any) -> None:
    statement = update(PublicationPerson).where(PublicationPerson.id == person_id)
    session.execute(statement.values(**values, modified=func.now()))


def _people(session: Session, publication_id: int) -> Sequence[PublicationPerson]:
    return session.scalars(select(PublicationPerson).where(PublicationPerson.publication_id == publication_id)).all()


def _everybody(session: Session, publication: Publication) -> list[Author]:
    rows = [p for p in _people(session, publication.id) if p.state not in ("declined", "left", "removed") or p.position]
    given = contributions(session, publication)
    ids = {p.user_id for p in rows if p.user_id is not None} | set(given)
    users = {u.id: u for u in session.scalars(select(User).where(User.id.in_(ids)))}
    listed = [_author(users.get(p.user_id or 0), p, given) for p in rows]
    known = {p.user_id for p in rows}
    return listed + [_author(users[u], None, given) for u in given if u not in known and u in users]


def _author(user: User | None, row: PublicationPerson | None, given: Mapping[int, list[Contribution]]) -> Author:
    name = (row and row.name) or (printed_name(user) if user else "")
    own_name = row is not None and row.name is not None
    return Author(
        person_id=row.id if row else None,
        user_id=user.id if user else None,
        name=name,
        family_name=name.split()[-1] if own_name or user is None else user.last_name or name,
        orcid=(row and row.orcid) or (user.orcid if user else None),
        affiliations=list((row and row.affiliations) or (user.affiliations if user else ())),
        authorship=row.authorship if row else "none",
        position=row.position if row else None,
        is_lead=row is not None and row.role == "lead" and row.state == "accepted",
        contributions=given.get(user.id, []) if user else [],
    )


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
