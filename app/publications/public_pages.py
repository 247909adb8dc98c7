"""Public pages and releases: published by a member of the holder, shown to anybody, gone at once when taken back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, undefer

from app.access import audiences
from app.access.history import Change, record
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.policies.takings import take
from app.portal.comments import need_source
from app.portal.visibility import Standing
from app.publications.public_data import SECTIONS, Choice, Snapshot, snapshot
from app.publications.public_html import source_page
from app.tables import AudienceGrant, Group, PublicRelease, PublicSourcePage, Source

OPTIONS = {f"include_{section}": section for section in SECTIONS}
ID_LISTS = {"groups": "group_ids", "streams": "stream_ids"}
MOST_IDS = 1000


def read_options(options: Mapping[str, Any]) -> Choice:
    """Return what the options say; a section that is not included stays private. Raises :class:`BadInput`."""
    for name, value in options.items():
        if name in OPTIONS and not isinstance(value, bool):
            raise BadInput(f"{name} is true or false.", field=f"options.{name}")
        if name in ID_LISTS and not _is_ids(value):
            raise BadInput(f"{name} is a list of ids.", field=f"options.{name}")
        if name not in OPTIONS and name not in ID_LISTS:
            raise BadInput(f"There is no option {name[:50]!r}; there are {', '.join([*OPTIONS, *ID_LISTS])}.",
                           field="options")  # fmt: skip
    sections = frozenset(section for name, section in OPTIONS.items() if options.get(name))
    return Choice(sections, tuple(options.get("groups") or ()), tuple(options.get("streams") or ()))


def _is_ids(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= MOST_IDS
        and all(isinstance(v, int) and not isinstance(v, bool) and 0 < v < 2**31 for v in value)
    )


@dataclass(frozen=True)
class Publication:
    """A page to be made; ``auto``: by a release that takes every source of its group."""

    source_id: str
    options: dict[str, Any]
    release_id: int | None = None
    auto: bool = False


def publish(session: Session, user_id: int, wanted: Publication) -> int:
    """Publish a source as it is now, in the name of a group of the publisher's that has it saved; return the page's id.

    Raises :class:`~app.publications.public_data.PolicyForbids` where a policy withholds what was chosen,
    :class:`BadInput` where the very same page is there already.
    """
    need_source(session, wanted.source_id)
    release = need_release(session, wanted.release_id) if wanted.release_id is not None else None
    holder = _holder(session, wanted.source_id, release)
    options = wanted.options or (dict(release.options) if release is not None else {})
    choice = read_options(options)
    now = datetime.now(UTC)
    made = snapshot(session, wanted.source_id, choice, now)
    said = json.dumps([made.about, made.sections, made.terms, wanted.options, wanted.release_id], sort_keys=True)
    values = {
        "source_id": wanted.source_id,
        "release_id": wanted.release_id,
        "options": states_of(choice, made),
        "html": source_page(made, holder.name, release.name if release is not None else None, now),
        "hash": hashlib.sha256(said.encode()).hexdigest(),
        "is_auto_published": wanted.auto,
        "audience_id": audiences.intern_groups(session, [holder.id]),
        "holder_id": holder.id,
        "owner_id": user_id,
    }
    page_id = _insert(session, values)
    take(session, made.reads, "public page")
    after = {"source_id": wanted.source_id, "options": values["options"], "release_id": wanted.release_id}
    record(session, user_id, Change("publish", "public_page", page_id, holder.id, after=after))
    return page_id


def _insert(session: Session, values: dict[str, Any]) -> int:
    same = select(PublicSourcePage.id).where(
        PublicSourcePage.source_id == values["source_id"],
        PublicSourcePage.hash == values["hash"],
        PublicSourcePage.holder_id == values["holder_id"],
    )
    if session.execute(same).first() is not None:
        raise BadInput("A public page with the same data, options and release exists already.")
    try:
        return int(
            session.execute(insert(PublicSourcePage).values(**values).returning(PublicSourcePage.id)).scalar_one()
        )
    except IntegrityError as error:
        raise BadInput("A public page with the same data, options and release exists already.") from error


def states_of(choice: Choice, made: Snapshot) -> dict[str, str]:
    """Return of each section whether it is public, private, or public and without data."""
    return {
        section: "private" if section not in choice.sections else "public" if made.sections[section] else "no data"
        for section in SECTIONS
    }


def _holder(session: Session, source_id: str, release: PublicRelease | None) -> Group:
    mine = audiences.my_group_ids(session)
    query = (
        select(Group)
        .join(Source, Source.holder_id == Group.id)
        .where(Source.obj_id == source_id, Source.active, Group.id.in_(mine), ~Group.sitewide)
        .order_by(Group.single_user_group, Group.id)
    )
    if release is not None:
        allowed = select(AudienceGrant.group_id).where(AudienceGrant.audience_id == release.audience_id)
        query = query.where(Group.id.in_(allowed))
    found = session.scalars(query.limit(1)).first()
    if found is None:
        raise BadInput(
            "Only a member of a group that has this source saved can publish it"
            + (", and the group must be one of the release's." if release is not None else ".")
        )
    return found


def _is_public() -> ColumnElement[bool]:
    page = PublicSourcePage
    shown: ColumnElement[bool] = func.access.is_public(page.source_id, page.holder_id, page.release_id)
    return page.is_visible & shown


def pages_of(session: Session, source_id: str) -> list[dict[str, Any]]:
    """Return what everybody can know of the public pages of a source, the newest first."""
    page = PublicSourcePage
    rows = session.execute(
        select(page, PublicRelease.link_name)
        .outerjoin(PublicRelease, PublicRelease.id == page.release_id)
        .where(page.source_id == source_id, _is_public())
        .order_by(page.created_at.desc(), page.id.desc())
    )
    return [
        {
            "id": row.id,
            "source_id": row.source_id,
            "release_link_name": link_name,
            "is_visible": row.is_visible,
            "created_at": row.created_at,
            "hash": row.hash,
            "options": row.options,
        }
        for row, link_name in rows
    ]


def retract(session: Session, user_id: int, page_id: int) -> None:
    """Take a page back, at once; who published it and the administrators of its group may."""
    row = session.get(PublicSourcePage, page_id)
    if row is None:
        raise NotAvailableHere(f"There is no public page with the id {page_id}.")
    before, holder = {"source_id": row.source_id, "release_id": row.release_id}, row.holder_id
    gone = delete(PublicSourcePage).where(PublicSourcePage.id == page_id).returning(PublicSourcePage.id)
    if session.execute(gone).scalar() is None:
        raise Forbidden("Only who published it, or an administrator of its group, can take a public page back.")
    record(session, user_id, Change("retract", "public_page", page_id, holder, before))


@dataclass(frozen=True)
class Place:
    """Which page is wanted: by release, by hash, or the newest that stands for itself."""

    source_id: str
    link_name: str | None = None
    page_hash: str | None = None


def html_of(session: Session, place: Place) -> bytes | None:
    """Return a public page, or None where there is none for everybody now."""
    page = PublicSourcePage
    query = select(page).options(undefer(page.html)).where(page.source_id == place.source_id, _is_public())
    if place.link_name is not None:
        query = query.join(PublicRelease, PublicRelease.id == page.release_id).where(
            PublicRelease.link_name == place.link_name
        )
    if place.page_hash is not None:
        query = query.where(page.hash == place.page_hash)
    standing_alone_first = page.release_id.is_not(None) if place.link_name is None else page.id.is_(None)
    found = session.scalars(
        query.order_by(standing_alone_first, page.created_at.desc(), page.id.desc()).limit(1)
    ).first()
    return None if found is None else found.html


def need_release(session: Session, release_id: int) -> PublicRelease:
    """Return a release that the principal has a part in; raise :class:`NotAvailableHere`."""
    found = session.get(PublicRelease, release_id)
    if found is None or not (set(_group_ids(session, found)) & set(audiences.my_group_ids(session))):
        raise NotAvailableHere(
            f"There is no public release with the id {release_id} that is yours.", field="release_id"
        )
    return found


def _group_ids(session: Session, release: PublicRelease) -> list[int]:
    query = select(AudienceGrant.group_id).where(AudienceGrant.audience_id == release.audience_id)
    return sorted(g for g in session.scalars(query) if g is not None)


def releases(session: Session) -> list[dict[str, Any]]:
    """Return the releases that are public or one's own, by name; ``group_ids`` are those that the reader is in."""
    rows = session.scalars(select(PublicRelease).order_by(PublicRelease.name, PublicRelease.id)).all()
    mine = set(audiences.my_group_ids(session))
    grants: dict[int, set[int]] = {row.audience_id: set() for row in rows}
    query = select(AudienceGrant.audience_id, AudienceGrant.group_id).where(AudienceGrant.audience_id.in_(grants))
    for audience_id, group_id in session.execute(query):
        if group_id in mine:
            grants[audience_id].add(group_id)
    names = ("id", "created_at", "modified", "name", "link_name", "description", "is_visible",
             "auto_publish_enabled", "options")  # fmt: skip
    return [{n: getattr(row, n) for n in names} | {"group_ids": sorted(grants[row.audience_id])} for row in rows]


def add_release(session: Session, user_id: int, values: dict[str, Any], whose: Standing) -> int:
    """Make a release of these groups; return its id. Raises :class:`BadInput` where the link is taken."""
    read_options(values["options"])
    # Public ones are known to all, and those that are hidden would be betrayed by any answer but this one.
    try:
        with session.begin_nested():
            made = session.execute(
                insert(PublicRelease).values(**values, **whose.columns()).returning(PublicRelease.id)
            ).scalar_one()
    except IntegrityError as error:
        raise BadInput("A release has this link_name already; choose another.", field="link_name") from error
    record(session, user_id, Change("create", "public_release", made, whose.holder_id, after=values))
    return int(made)


def change_release(session: Session, user_id: int, release_id: int, values: dict[str, Any], whose: Standing) -> None:
    """Rewrite a release; its maker and the administrators of its group may. Hiding it hides its pages at once."""
    row = need_release(session, release_id)
    read_options(values["options"])
    before = {name: getattr(row, name) for name in values}
    statement = (
        update(PublicRelease)
        .where(PublicRelease.id == release_id)
        .values(**values, audience_id=whose.audience_id, modified=func.now())
    )
    if session.execute(statement.returning(PublicRelease.id)).scalar() is None:
        raise Forbidden("Only its maker, or an administrator of its group, can change a release.")
    session.expire(row)
    record(session, user_id, Change("update", "public_release", release_id, row.holder_id, before, values))


def remove_release(session: Session, user_id: int, release_id: int) -> None:
    """Delete a release without pages; its maker and the administrators of its group may."""
    row = need_release(session, release_id)
    before, holder = {"name": row.name, "link_name": row.link_name}, row.holder_id
    if session.execute(select(PublicSourcePage.id).where(PublicSourcePage.release_id == release_id)).first():
        raise BadInput("Delete the pages of this release first.")
    gone = delete(PublicRelease).where(PublicRelease.id == release_id).returning(PublicRelease.id)
    if session.execute(gone).scalar() is None:
        raise Forbidden("Only its maker, or an administrator of its group, can delete a release.")
    record(session, user_id, Change("delete", "public_release", release_id, holder, before))


def public_release(session: Session, link_name: str) -> tuple[PublicRelease, list[str]] | None:
    """Return a release that anybody may see, with the sources in it; None where there is none."""
    query = select(PublicRelease).where(PublicRelease.link_name == link_name, PublicRelease.is_visible)
    found = session.scalars(query).first()
    if found is None:
        return None
    page = PublicSourcePage
    sources = (
        select(page.source_id).where(page.release_id == found.id, _is_public()).distinct().order_by(page.source_id)
    )
    return found, list(session.scalars(sources))
