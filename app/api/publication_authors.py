"""The author list of a publication: proposed, edited, opted into, exported; and builders' lists of groups."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from app.api.publication_people import PersonAnswer
from app.api.routes import Body, Call, Query, Raw, Routes
from app.portal.people import get_user
from app.publications import authors, builders, exports
from app.publications.authors import Order
from app.publications.contributions import Contribution

routes = Routes("publications")
ROUTES = routes.all
Name = Annotated[str, Field(min_length=1, max_length=200)]
Place = Annotated[str, Field(min_length=1, max_length=500)]


class AuthorAnswer(BaseModel):
    """One who is or could be an author, with the evidence for it that the asker may read."""

    person_id: int | None
    user_id: int | None
    name: str
    family_name: str
    orcid: str | None
    affiliations: list[str]
    authorship: Literal["none", "offered", "opted_in", "opted_out", "vouched"]
    position: int | None
    is_lead: bool
    contributions: list[Contribution]


class OrderQuery(Query):
    """By which rule to order."""

    order: Order = "leads_contribution"


class EntryBody(Body):
    """A user, or somebody without an account: name, ORCID, affiliations."""

    user_id: int | None = None
    name: Name | None = None
    orcid: str | None = None
    affiliations: list[Place] = Field(default_factory=list, max_length=20)


class AuthorsBody(Body):
    """The whole list; with an ``order`` other than as given, it is sorted by that rule once."""

    authors: list[EntryBody] = Field(max_length=5000)
    order: Order = "as_given"


class OptBody(Body):
    """Whether one wants to be an author, and how to be printed where that is not as in one's profile."""

    authorship: Literal["opted_in", "opted_out"]
    name: Name | None = None
    orcid: str | None = None
    affiliations: list[Place] = Field(default_factory=list, max_length=20)


class ExportQuery(Query):
    """What to export."""

    format: exports.Format = "aastex"


class BuilderBody(Body):
    """A builder of a group."""

    user_id: int
    until: date | None = None
    note: str | None = Field(default=None, max_length=500)


class BuildersBody(Body):
    """The whole list of a group's builders."""

    builders: list[BuilderBody] = Field(max_length=2000)


class PrintedAnswer(BaseModel):
    """How the caller is printed in author lists: from the profile."""

    name: str
    orcid: str | None
    affiliations: list[str]


@routes.get("/api/publications/{publication_id:int}/authors", answer=list[AuthorAnswer])
def listed(call: Call[None, None]) -> list[authors.Author]:
    """Return the author list in its order, with evidence."""
    return authors.author_list(call.session, call.path["publication_id"])


@routes.get("/api/publications/{publication_id:int}/authors/proposed", query=OrderQuery, answer=list[AuthorAnswer])
def proposed(call: Call[OrderQuery, None]) -> list[authors.Author]:
    """Propose authors from what is on record: data, time, discovery, scanning, classes, reductions, builders."""
    return authors.propose(call.session, call.path["publication_id"], call.query.order)


@routes.put("/api/publications/{publication_id:int}/authors", body=AuthorsBody, answer=list[AuthorAnswer])
def write(call: Call[None, AuthorsBody]) -> list[authors.Author]:
    """Write the author list: who is new on it is asked to opt in."""
    entries = [authors.Entry(e.user_id, e.name, e.orcid, tuple(e.affiliations)) for e in call.body.authors]
    return authors.set_authors(call.session, call.principal, call.path["publication_id"], entries, call.body.order)


@routes.post("/api/publications/{publication_id:int}/authors/me", body=OptBody, answer=PersonAnswer)
def opt(call: Call[None, OptBody]) -> PersonAnswer:
    """Take or refuse one's place among the authors."""
    body = call.body
    how = authors.Entry(None, body.name, body.orcid, tuple(body.affiliations))
    person = authors.opt(call.session, call.principal, call.path["publication_id"], body.authorship, how)
    return PersonAnswer.model_validate(person, from_attributes=True)


@routes.get(
    "/api/publications/{publication_id:int}/authors/export", query=ExportQuery, answer=bytes, produces=("text/plain",)
)
def export(call: Call[ExportQuery, None]) -> Raw:
    """Export the author block (AASTeX or A&A), the acknowledgements or BibTeX, as UTF-8 text."""
    content = exports.exported(call.session, call.path["publication_id"], call.query.format)
    return Raw(content.encode(), "text/plain; charset=utf-8")


@routes.get("/api/publications/printed", answer=PrintedAnswer)
def printed(call: Call[None, None]) -> PrintedAnswer:
    """Return how one is printed in author lists; change it in one's profile."""
    user = get_user(call.session, call.principal.user_id)
    return PrintedAnswer(name=authors.printed_name(user), orcid=user.orcid, affiliations=user.affiliations)


@routes.get("/api/publications/builders/{group_id:int}", answer=list[BuilderBody])
def read_builders(call: Call[None, None]) -> list[builders.Builder]:
    """Return the builders' list of a group."""
    return builders.builders_of(call.session, call.path["group_id"])


@routes.put("/api/publications/builders/{group_id:int}", body=BuildersBody, answer=list[BuilderBody])
def write_builders(call: Call[None, BuildersBody]) -> list[builders.Builder]:
    """Write the builders' list of a group."""
    wanted = [builders.Builder(b.user_id, b.until, b.note) for b in call.body.builders]
    return builders.set_builders(call.session, call.principal, call.path["group_id"], wanted)
