"""What a policy names must exist, be known to its writer, and be able to happen: looked up when it is written."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import bindparam, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session
from sqlalchemy.types import Text as SqlText

from app.access.audiences import sitewide_group_id
from app.errors import BadInput
from app.policies import waits
from app.policies.contradictions import need_no_contradiction, places, waits_of
from app.policies.document import PolicyDocument, Terms
from app.policies.waits import Clock
from app.tables import Group, Instrument, Publication

OVER = ("withdrawn", "lapsed")
"""Stages from which no publication is accepted."""
_UNKNOWN_CLASSES = text(
    "SELECT c FROM unnest(:classes) AS c WHERE NOT EXISTS (SELECT FROM taxonomies t WHERE"
    " jsonb_path_exists(t.hierarchy, '$.** ? (@.class == $c)', jsonb_build_object('c', c))) ORDER BY c"
).bindparams(bindparam("classes", type_=ARRAY(SqlText)))
"""A taxonomy is nested nodes ``{"class": …, "subclasses": […]}``; row security leaves those that one can read."""


class UnknownReference(BadInput):
    """A policy names what does not exist, or what its writer may not know of: the two are answered alike."""

    code = "unknown_reference"


class NeedlessCircle(BadInput):
    """A circle names readers who have another place in a policy: the holder's group, or everybody."""

    code = "needless_circle"


class ClockCannotStart(BadInput):
    """A policy waits for what will not happen."""

    code = "clock_cannot_start"


class CircularPolicy(BadInput):
    """A policy waits for what its own readers could only do with the data."""

    code = "circular_policy"


def need_references(session: Session, document: PolicyDocument, holder_id: int | None) -> None:
    """Raise a :class:`BadInput` for the first thing that a document names and that cannot stand there.

    Groups, instruments, classes and publications must be known to whoever writes the policy; an acceptance that is
    waited for must be able to happen, and must not depend on the data themselves. ``holder_id`` is the group whose
    policy it is; None where that is still open. A document that contradicts itself is refused before.
    """
    need_no_contradiction(document)
    _need_groups(session, document, holder_id)
    _need_instruments(session, document)
    _need_classes(session, document)
    _need_papers(session, document, holder_id)


def _need_groups(session: Session, document: PolicyDocument, holder_id: int | None) -> None:
    named = list(_groups(document))
    if not named:
        return
    known = set(session.scalars(select(Group.id).where(Group.id.in_({g for _field, g, _circle in named}))))
    everybody = sitewide_group_id(session)
    for field, group_id, is_circle in named:
        if is_circle and group_id == holder_id:
            raise NeedlessCircle("The holder's own group sees its data at once: leave it out.", field=field)
        if is_circle and group_id == everybody:
            raise NeedlessCircle("Say who 'everybody' instead of naming the group of all.", field=field)
        if group_id not in known:
            raise UnknownReference(f"There is no group with the id {group_id} that you know of.", field=field)


def _groups(document: PolicyDocument) -> Iterator[tuple[str, int, bool]]:
    for place, terms in places(document):
        for number, circle in enumerate(terms.circles):
            if circle.group_id is not None:
                yield f"{place}.circles.{number}.group_id", circle.group_id, True
        for number, use in enumerate(terms.use):
            if use.from_group_id is not None:
                yield f"{place}.use.{number}.from_group_id", use.from_group_id, False


def _need_instruments(session: Session, document: PolicyDocument) -> None:
    named = {i for case in document.cases for i in case.instrument_ids}
    known = set(session.scalars(select(Instrument.id).where(Instrument.id.in_(named)))) if named else set()
    for number, case in enumerate(document.cases):
        for instrument_id in case.instrument_ids:
            if instrument_id not in known:
                said = f"There is no instrument with the id {instrument_id}."
                raise UnknownReference(said, field=f"document.cases.{number}.instrument_ids")


def _need_classes(session: Session, document: PolicyDocument) -> None:
    named = [(f"document.cases.{n}.classes", c) for n, case in enumerate(document.cases) for c in case.classes]
    for place, terms in places(document):
        named += [(f"{place}.{field}.classes", c) for field, wait in waits_of(terms) for c in wait.classes]
    if not named:
        return
    unknown = set(session.scalars(_UNKNOWN_CLASSES, {"classes": sorted({c for _field, c in named})}))
    for field, name in named:
        if name in unknown:
            said = f"No taxonomy that you can read has the class {name!r}: nothing could be classified as it."
            raise UnknownReference(said, field=field)


def _need_papers(session: Session, document: PolicyDocument, holder_id: int | None) -> None:
    named = [
        (f"{place}.{field}.publication_id", wait.publication_id, terms)
        for place, terms in places(document)
        for field, wait in waits_of(terms)
        if wait.publication_id is not None
    ]
    if not named:
        return
    wanted = select(Publication).where(Publication.id.in_({p for _field, p, _terms in named}))
    known = {p.id: p for p in session.scalars(wanted)}
    for field, publication_id, terms in named:
        paper = known.get(publication_id)
        if paper is None:
            said = f"There is no publication with the id {publication_id} that you can read."
            raise UnknownReference(said, field=field)
        if paper.stage in OVER:
            said = f"Publication {publication_id} is {paper.stage} and will not be accepted: its clock cannot start."
            raise ClockCannotStart(said, field=field)
        if paper.holder_id != holder_id and _shuts_out(terms, paper.holder_id, publication_id):
            said = (
                f"The group whose publication {publication_id} is would see the data only once this paper of its own "
                "is accepted: let it in before, or wait for another paper."
            )
            raise CircularPolicy(said, field=field)


def _shuts_out(terms: Terms, group_id: int, publication_id: int) -> bool:
    """Whether a group is let in, and only ever after the acceptance of the publication."""
    clock = Clock("acceptance", publication_id=publication_id)
    ways = waits.of_group(terms.openings, group_id)
    return bool(ways) and all(any(c == clock for c, _days in way) for way in ways)
