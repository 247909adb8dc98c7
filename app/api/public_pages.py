"""``/api/public_pages``: what is published to the whole world; and the pages themselves, under ``/public``."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from app.api.routes import Body, Call, Raw, Routes
from app.errors import BadInput
from app.portal.visibility import for_groups
from app.publications import public_pages as service
from app.publications.public_html import POLICY, document, release_html
from app.publications.public_pages import Place, Publication

routes = Routes("public pages")
ROUTES = routes.all
ACL = ("Manage sources",)
HTML = "text/html; charset=utf-8"
HEADERS = {"Content-Security-Policy": POLICY, "Referrer-Policy": "no-referrer", "Cache-Control": "no-store"}
PAGE: dict[str, Any] = {"answer": bytes, "produces": (HTML,), "auth": "none", "described": False}
"""For people: no part of the API, and so of its description."""
State = Literal["public", "private", "no data"]


class PageStates(BaseModel):
    """Of each section, whether the page shows it."""

    photometry: State
    spectroscopy: State
    classifications: State
    summary: State


class PageOut(BaseModel):
    """A public page of a source."""

    id: int
    source_id: str
    release_link_name: str | None
    is_visible: bool
    created_at: datetime
    hash: str
    options: PageStates


class PageBody(Body):
    """What is to be published."""

    options: dict[str, Any] = Field(default_factory=dict)
    release_id: int | None = Field(None, ge=0, lt=2**31)


class Made(BaseModel):
    """The id of what was made."""

    id: int


class ReleaseOut(BaseModel):
    """A public release."""

    id: int
    created_at: datetime
    modified: datetime
    name: str
    link_name: str
    description: str
    is_visible: bool
    auto_publish_enabled: bool
    options: dict[str, Any]
    group_ids: list[int]


class ReleaseChange(Body):
    """What a release is to be; what is not named goes back to its default."""

    name: str = Field(min_length=1, max_length=200)
    group_ids: list[int] = Field(min_length=1)
    description: Annotated[str, Field(max_length=5000)] = ""
    options: dict[str, Any] = Field(default_factory=dict)
    is_visible: bool = True
    auto_publish_enabled: bool = False


class ReleaseBody(ReleaseChange):
    """A new release; ``link_name`` is part of its address."""

    link_name: str = Field(min_length=1, max_length=100, pattern=r"^[A-Za-z0-9_.+-]+$")


@routes.get("/api/public_pages/source/{source_id}", answer=list[PageOut])
def listed(call: Call[None, None]) -> list[dict[str, Any]]:
    """Return the public pages of a source, the newest first."""
    return service.pages_of(call.session, call.path["source_id"])


@routes.post("/api/public_pages/source/{source_id}", body=PageBody, answer=Made, acls=ACL)
def post(call: Call[None, PageBody]) -> Made:
    """Publish a source as it is now, as far as you may and its policies let you."""
    wanted = Publication(call.path["source_id"], call.body.options, call.body.release_id)
    return Made(id=service.publish(call.session, call.principal.user_id, wanted))


@routes.delete("/api/public_pages/source/{source_id}", acls=ACL)
def delete(call: Call[None, None]) -> None:
    """Take a public page back, at once; the place of the source's name is that of the page's id here."""
    said = call.path["source_id"]
    # One place for both, since there are sources whose names are numbers.
    if not (said.isascii() and said.isdigit() and int(said) < 2**31):
        raise BadInput("A public page is named by its id, a number.", field="page_id")
    service.retract(call.session, call.principal.user_id, int(said))


@routes.get("/api/public_pages/release", answer=list[ReleaseOut])
def releases(call: Call[None, None]) -> list[dict[str, Any]]:
    """Return the public releases, by name."""
    return service.releases(call.session)


@routes.post("/api/public_pages/release", body=ReleaseBody, answer=Made, acls=ACL)
def release_post(call: Call[None, ReleaseBody]) -> Made:
    """Make a public release."""
    values = call.body.model_dump()
    whose = for_groups(call.session, call.principal, values.pop("group_ids"))
    return Made(id=service.add_release(call.session, call.principal.user_id, values, whose))


@routes.patch("/api/public_pages/release/{release_id:int}", body=ReleaseChange, acls=ACL)
def release_patch(call: Call[None, ReleaseChange]) -> None:
    """Rewrite a public release."""
    values = call.body.model_dump()
    whose = for_groups(call.session, call.principal, values.pop("group_ids"))
    service.change_release(call.session, call.principal.user_id, call.path["release_id"], values, whose)


@routes.delete("/api/public_pages/release/{release_id:int}", acls=ACL)
def release_delete(call: Call[None, None]) -> None:
    """Delete a public release that has no pages."""
    service.remove_release(call.session, call.principal.user_id, call.path["release_id"])


def _shown(content: bytes | None) -> Raw:
    if content is None:
        said = ("<p>There is no public page at this address. It may have been taken back.</p>",)
        return Raw(document("No such page", said), HTML, HEADERS, status=404)
    return Raw(content, HTML, HEADERS)


@routes.get("/public/sources/{source_id}", **PAGE)
def source_page(call: Call[None, None]) -> Raw:
    """Show the newest public page of a source to anybody."""
    return _shown(service.html_of(call.session, Place(call.path["source_id"])))


@routes.get("/public/sources/{source_id}/version/{page_hash}", **PAGE)
def source_version(call: Call[None, None]) -> Raw:
    """Show one public page of a source, by its hash."""
    place = Place(call.path["source_id"], page_hash=call.path["page_hash"])
    return _shown(service.html_of(call.session, place))


@routes.get("/public/releases/{link_name}/sources/{source_id}", **PAGE)
def release_source(call: Call[None, None]) -> Raw:
    """Show the newest public page of a source in a release."""
    place = Place(call.path["source_id"], link_name=call.path["link_name"])
    return _shown(service.html_of(call.session, place))


@routes.get("/public/releases/{link_name}", **PAGE)
def release_page(call: Call[None, None]) -> Raw:
    """Show a public release to anybody: what it is, and its sources."""
    found = service.public_release(call.session, call.path["link_name"])
    if found is None:
        return _shown(None)
    release, sources = found
    return _shown(release_html(release.name, release.description, release.link_name, sources))
