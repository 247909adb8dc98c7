"""What stands between a publication and each further stage, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.policies.versions import group_names
from app.publications.claims import get_publication
from app.publications.obligations import ObligationView, Wanted, list_obligations
from app.publications.owed import blocking, refresh
from app.publications.stages import WAY, goes_past, next_stages
from app.tables import Publication, User

_TO_DO = {
    "permission": {"open": "ask {creditor} for permission", "requested": "wait for {creditor} to permit it",
                   "refused": "{creditor} refused: {reason}"},
    "stage": {"open": "ask {creditor} to let it go beyond {limit}", "requested": "wait for {creditor} to let it go on",
              "refused": "{creditor} refused to let it go on: {reason}"},
    "coauthorship": {"open": "offer {creditor} {places} among the authors",
                     "offered": "wait for {creditor} to take the {places} or not",
                     "opted_in": "offer {creditor} {places} among the authors, more than it has taken"},
    "notify": {"open": "notify {creditor}"},
    "acknowledge": {"open": "include the acknowledgement of {creditor}",
                    "included": "include all that {creditor} asks for"},
    "cite": {"open": "cite what {creditor} asks for", "included": "cite all that {creditor} asks for"},
}  # fmt: skip
_LIMITS = {"view": "its announcement", "prepare": "its circulation", "submit": "its acceptance"}


@dataclass(frozen=True)
class Step:
    """A further stage: whether one may go there next, whether something stands before it, and what is to be done."""

    stage: str
    is_next: bool
    free: bool
    sentences: list[str]
    obligation_ids: list[int]


def check(session: Session, publication_id: int) -> list[Step]:
    """Return the stages ahead, in order, each with what stands before it; none where it is published.

    What the reader may not see of is counted in a sentence, as a refusal does. Raises :class:`NotFound`.
    """
    get_publication(session, publication_id)
    refresh(session, publication_id)
    publication = get_publication(session, publication_id)
    found = blocking(session, publication_id)
    seen = {o.id: o for o in list_obligations(session, Wanted(publication_id=publication_id))}
    people = _missing(session, publication)
    start = WAY.index(publication.stage) if publication.stage in WAY else -1
    steps = []
    for stage in WAY[start + 1 :]:
        ids = sorted(number for number, limit in found.items() if goes_past(publication.stage, stage, limit))
        said = [*people, *_sentences([seen[i] for i in ids if i in seen], len(ids))]
        steps.append(Step(stage, stage in next_stages(publication.stage), not ids, said, [i for i in ids if i in seen]))
    return steps


def _sentences(seen: Sequence[ObligationView], number: int) -> list[str]:
    said = [_sentence(o) for o in seen]
    hidden = number - len(seen)
    if hidden:
        said.append(f"{hidden} more can only be seen by whoever opened the publication; ask them.")
    return said


def _sentence(o: ObligationView) -> str:
    creditor = o.creditor or "the group that holds the data"
    places = f"{o.places} place" + ("" if o.places == 1 else "s")
    reason = (o.reason or "").rstrip(".")
    what = _TO_DO.get(o.kind, {}).get(o.state, f"discharge the {o.kind} owed to {{creditor}}")
    what = what.format(creditor=creditor, places=places, limit=_LIMITS.get(o.stage_limit or ""), reason=reason)
    late = f" (overdue since {o.overdue_since:%Y-%m-%d})" if o.overdue and o.overdue_since else ""
    return f"{what[:1].upper()}{what[1:]}{late}." + (f" {o.note}" if o.note else "")


def _missing(session: Session, publication: Publication) -> list[str]:
    """Sentences about people who have left and without whom it does not go on."""
    left = text(
        "SELECT NOT EXISTS (SELECT FROM users u JOIN publication_people pp ON pp.user_id = u.id"
        " WHERE pp.publication_id = p.id AND u.id = p.lead_id AND pp.role = 'lead' AND pp.state = 'accepted'"
        " AND (u.expiration_date IS NULL OR u.expiration_date > now())) FROM publications p WHERE p.id = :id"
    )
    said = []
    if session.execute(left, {"id": publication.id}).scalar_one():
        name = session.scalars(select(User.username).where(User.id == publication.lead_id)).first() or "its lead"
        said.append(f"The first lead, {name}, has left: name another one who accepted to lead it.")
    group = group_names(session, [publication.holder_id]).get(publication.holder_id, "the group")
    alone = text("SELECT access.without_admin(ARRAY[CAST(:id AS int)])")
    if session.scalars(alone, {"id": publication.holder_id}).first() is not None:
        said.append(f"{group} has no administrator left; a system administrator can name one.")
    return said
