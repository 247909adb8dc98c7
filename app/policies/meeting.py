"""The policies that meet on one row, or on one thing that policies are attached to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import NotFound
from app.policies.attachments import Thing
from app.policies.document import Level, PolicyDocument, Product, Subject
from app.policies.evaluate import Events
from app.policies.governing import Governed, Part, governed
from app.policies.in_force import InForce, Things
from app.policies.versions import group_names, labels
from app.tables import Allocation, Audience, Group, Instrument, Photometry, PolicyVersion, Spectrum, Stream

Kind = Literal["photometry", "spectrum"]
_ROWS: dict[str, Any] = {"photometry": Photometry, "spectrum": Spectrum}
_THINGS: dict[str, Any] = {
    "allocation_id": Allocation,
    "instrument_id": Instrument,
    "stream_id": Stream,
    "group_id": Group,
}


@dataclass(frozen=True)
class MetPolicy:
    """One of the policies that meet, by its version."""

    policy_version_id: int
    policy_id: int | None
    policy: str


@dataclass(frozen=True)
class Meeting:
    """The policies that meet, and what holds of them on each kind of product."""

    policies: list[MetPolicy]
    governed: list[Governed]


def on_row(session: Session, kind: Kind, row_id: int) -> Meeting:
    """Return what governs one row; raise :class:`NotFound`, alike where it is missing and where it is unreadable."""
    table = _ROWS[kind]
    wanted = (table.policy_version_id, table.holder_id, table.obj_id, table.instrument_id, Audience.subject)
    row = session.execute(
        select(*wanted).outerjoin(Audience, Audience.id == table.audience_id).where(table.id == row_id)
    ).first()
    if row is None:
        raise NotFound(f"There is no {kind} with the id {row_id} that you may read.")
    if row.policy_version_id is None:
        return Meeting([], [])
    versions = parts_of(session, session.get_one(PolicyVersion, row.policy_version_id))
    documents = [PolicyDocument.model_validate(v.document) for v in versions]
    product = Product(kind)
    classes: frozenset[str] = frozenset()
    for document in documents:
        if document.asks_class(product):
            classes |= frozenset(Events(session, row.holder_id, document, [row.obj_id]).classified(row.obj_id))
    level = Level(row.subject["level"]) if row.subject else Level.REDUCED
    subject = Subject(product=product, level=level, instrument_id=row.instrument_id, classes=classes or None)
    return _meeting(session, versions, [subject])


def on_thing(session: Session, thing: Thing) -> Meeting:
    """Return what governs new data of a thing from now on; raise :class:`NotFound` for one that is not known."""
    for name, row_id in thing.named.items():
        if session.get(_THINGS[name], row_id) is None:
            raise NotFound(f"There is no {name.removesuffix('_id')} with the id {row_id} that you know of.")
    versions = attached_to(session, thing)
    products = sorted({p for v in versions for p in PolicyDocument.model_validate(v.document).products})
    subjects = [Subject(product=p, instrument_id=thing.instrument_id) for p in products]
    return _meeting(session, versions, subjects)


def attached_to(session: Session, thing: Thing) -> list[PolicyVersion]:
    """Return the newest version of each policy that governs a thing."""
    named = {f"{name}s": (row_id,) for name, row_id in thing.named.items()}
    found = InForce(session, Things(**named))
    versions = {v.id: v for product in Product for v in found.versions(thing.instrument_id, product, None)}
    return [versions[number] for number in sorted(versions)]


def parts_of(session: Session, version: PolicyVersion) -> list[PolicyVersion]:
    """Return the versions that a combination stands for; a version that is none stands for itself."""
    if version.parts is None:
        return [version]
    parts = select(PolicyVersion).where(PolicyVersion.id.in_(version.parts)).order_by(PolicyVersion.id)
    return list(session.scalars(parts))


def parts(session: Session, versions: Sequence[PolicyVersion]) -> list[Part]:
    """Return versions as parts of a meeting, by what people call them."""
    called = labels(session, [v.id for v in versions])
    return [Part(called[v.id], PolicyDocument.model_validate(v.document), v.id) for v in versions]


def _meeting(session: Session, versions: Sequence[PolicyVersion], subjects: Sequence[Subject]) -> Meeting:
    met = parts(session, versions)
    names = group_names(session, {g for part in met for g in part.document.group_ids})
    found = [governed(met, subject, names) for subject in subjects]
    policies = [MetPolicy(v.id, v.policy_id, part.label) for v, part in zip(versions, met, strict=True)]
    return Meeting(policies, [one for one in found if one is not None])
