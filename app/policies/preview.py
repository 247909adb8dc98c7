"""Simulation before commitment: a draft on real data, beside what it replaces and what it meets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import BadInput
from app.policies import cautions
from app.policies.attachments import Thing
from app.policies.combine import combine
from app.policies.document import PolicyDocument, Subject
from app.policies.governing import Governed, Part, governed
from app.policies.meeting import attached_to, parts
from app.policies.simulation import (
    PRODUCTS,
    Lot,
    Moved,
    Night,
    Readers,
    Simulation,
    Wanted,
    groups_of,
    lots,
    moved,
    nights,
    papers_of,
)
from app.policies.summary import differences
from app.policies.versions import get_policy, group_names, versions_of
from app.tables import Classification, Group, PolicyVersion, Publication

DRAFT = "this draft"


@dataclass(frozen=True)
class Draft:
    """A document, whose it would be, the policy that it would be the next version of, and what it would govern."""

    document: PolicyDocument
    holder_id: int | None = None
    policy_id: int | None = None
    thing: Thing | None = None
    last_days: int = 30


@dataclass(frozen=True)
class Preview:
    """What a draft would do.

    ``readers``: for each group that it names, and everybody, when it would see how many of the rows of ``nights``.
    ``moves``: the same compared with the policy's newest version, or with what governs the thing now. ``meets``: what
    holds where the draft meets other policies of the thing, and which of them decides. ``cautions`` are sentences.
    """

    n_rows: int
    nights: list[Night]
    readers: list[Readers]
    moves: list[Moved]
    differences: list[str]
    meets: list[Governed]
    cautions: list[str]


def holder_of(session: Session, draft: Draft) -> int | None:
    """Return whose data a draft is about: as it says, or its policy's holder.

    Raises :class:`BadInput` for a group that one does not know of, :class:`app.errors.NotFound` for such a policy.
    """
    if draft.policy_id is not None:
        holder = get_policy(session, draft.policy_id).holder_id
        if draft.holder_id not in (None, holder):
            raise BadInput("The policy is another group's: leave group_id out.", field="group_id")
        return holder
    if draft.holder_id is not None and session.get(Group, draft.holder_id) is None:
        raise BadInput(f"There is no group with the id {draft.holder_id} that you know of.", field="group_id")
    return draft.holder_id


def preview(session: Session, draft: Draft, holder_id: int, now: datetime) -> Preview:
    """Return what a draft would do with the holder's data of the last days, as far as the reader can read them."""
    before = _newest(session, draft.policy_id)
    others = [v for v in _attached(session, draft, holder_id) if v.policy_id != draft.policy_id]
    met = parts(session, others)
    current = [part.document for part in met] + ([PolicyDocument.model_validate(before.document)] if before else [])
    documents = [draft.document, *current]
    found = lots(session, Wanted(holder_id, draft.last_days, draft.thing or Thing()), documents, now)
    accepted = _accepted(session, documents)
    groups = groups_of(documents)
    names = group_names(session, {g for d in documents for g in d.group_ids})
    called = {g: "everybody" if g is None else names.get(g, f"group {g}") for g in groups}

    together = combine([draft.document, *(part.document for part in met)])
    new = Simulation(session, together, accepted, now)
    moves = []
    if current:
        old = Simulation(session, combine(current), accepted, now)
        moves = [moved(found, new, old, g, called[g]) for g in groups]
    said = cautions.cautions(draft.document, accepted, _given(session, holder_id), now)
    return Preview(
        n_rows=sum(lot.n_rows for lot in found),
        nights=nights(found),
        readers=[new.readers(found, g, called[g]) for g in groups],
        moves=moves,
        differences=differences(PolicyDocument.model_validate(before.document), draft.document, names)
        if before
        else [],
        meets=_meets(draft.document, met, found, names) if met else [],
        cautions=[
            *said,
            *cautions.silent(draft.document, found),
            *cautions.wider(moves),
            *cautions.meeting([part.label for part in met]),
        ],
    )


def _meets(
    document: PolicyDocument, met: Sequence[Part], found: Sequence[Lot], names: dict[int, str]
) -> list[Governed]:
    products = {lot.product for lot in found} or set(PRODUCTS)
    together = [Part(DRAFT, document), *met]
    told = [governed(together, Subject(product=product), names) for product in sorted(products)]
    return [one for one in told if one is not None]


def _differences(before: PolicyVersion | None, document: PolicyDocument, names: dict[int, str]) -> list[str]:
    return [] if before is None else differences(PolicyDocument.model_validate(before.document), document, names)


def _newest(session: Session, policy_id: int | None) -> PolicyVersion | None:
    return None if policy_id is None else versions_of(session, [policy_id])[policy_id][-1]


def _attached(session: Session, draft: Draft, holder_id: int) -> list[PolicyVersion]:
    """The policies that govern the holder's data of that thing now: on the thing, and on the holder's group."""
    found = attached_to(session, Thing(group_id=holder_id))
    if draft.thing is not None and draft.thing != Thing(group_id=holder_id):
        found += attached_to(session, draft.thing)
    return sorted({v.id: v for v in found}.values(), key=lambda v: v.id)


def _accepted(session: Session, documents: Sequence[PolicyDocument]) -> dict[int, datetime]:
    wanted = select(Publication.id, Publication.accepted_at).where(
        Publication.id.in_(papers_of(documents)), Publication.accepted_at.is_not(None)
    )
    return {i: at for i, at in session.execute(wanted).tuples() if at is not None}


def _given(session: Session, holder_id: int) -> set[str]:
    given = select(Classification.classification).where(Classification.holder_id == holder_id, ~Classification.ml)
    return set(session.scalars(given.distinct()))
