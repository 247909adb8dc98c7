"""Who is meant by the places among the authors that are owed: a group, its builders, or whoever contributed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.tables import Obligation, Publication

_OWED = text("SELECT obligation_id, user_id FROM access.places_owed(CAST(:ids AS int[]))")
# In the asker's own name: whose rows one cannot read is not told here either.
_CONTRIBUTED = text(
    "SELECT DISTINCT o.id AS obligation_id, made.user_id FROM obligations o"
    " JOIN publications p ON p.id = o.publication_id CROSS JOIN LATERAL ("
    "SELECT t.owner_id AS user_id FROM photometry t WHERE t.obj_id = ANY (p.obj_ids)"
    " AND t.holder_id = o.creditor_id AND t.policy_version_id = o.policy_version_id"
    " UNION SELECT t.owner_id FROM photometric_series t WHERE t.obj_id = ANY (p.obj_ids)"
    " AND t.holder_id = o.creditor_id AND t.policy_version_id = o.policy_version_id"
    " UNION SELECT u FROM spectra t"
    " CROSS JOIN LATERAL unnest(t.owner_id || t.reducer_ids || t.observer_ids || t.pi_ids) AS u"
    " WHERE t.obj_id = ANY (p.obj_ids)"
    " AND t.holder_id = o.creditor_id AND t.policy_version_id = o.policy_version_id) AS made"
    " WHERE o.id = ANY (CAST(:ids AS int[]))"
)


def places_owed(session: Session, publication: Publication) -> dict[int, list[int]]:
    """Return by user the obligations (as far as the asker sees them) that offer them a place; ids, sorted.

    The members of a group are told of where it has opted in, or to its own members: who is in a group is its own to
    tell. What was refused or waived offers nothing.
    """
    query = select(Obligation).where(
        Obligation.publication_id == publication.id,
        Obligation.kind == "coauthorship",
        Obligation.state.not_in(("opted_out", "waived")),
    )
    owed: Sequence[Obligation] = session.scalars(query).all()
    by_work = [o.id for o in owed if o.terms.get("from_list") == "contributors"]
    found: dict[int, set[int]] = defaultdict(set)
    for statement, ids in ((_OWED, [o.id for o in owed if o.id not in by_work]), (_CONTRIBUTED, by_work)):
        if ids:
            for row in session.execute(statement, {"ids": ids}):
                found[row.user_id].add(row.obligation_id)
    return {user_id: sorted(ids) for user_id, ids in found.items()}
