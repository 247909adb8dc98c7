"""What people contributed to a publication, from what is on record and as far as the asker may read it.

Every contribution has its evidence: how many rows, which ones (the first of them), on which objs. Each query runs under
the asker's row security, so that nobody learns of data by asking who contributed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from string import Template
from typing import Literal

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.publications.places import places_owed
from app.tables import Publication

Kind = Literal[
    "photometry", "spectra", "reduction", "observation", "observing time", "discovery", "scanning", "classification",
    "builder", "place owed",
]  # fmt: skip
SHOWN = 20
"""So many rows and objs are named of each contribution; the count is of all."""

_WORDS = {
    "evidence": f"count(*) AS n, (array_agg(id ORDER BY id))[1:{SHOWN}] AS rows,"
    f" (array_agg(DISTINCT obj_id))[1:{SHOWN}] AS objs",
    "here": "obj_id = ANY (CAST(:objs AS text[]))",
}
_OF_SPECTRA = (
    "SELECT u AS user_id, $evidence FROM spectra CROSS JOIN LATERAL unnest($column) AS u WHERE $here GROUP BY u"
)
_QUERIES: dict[Kind, str] = {
    "photometry": "SELECT owner_id AS user_id, $evidence FROM photometry WHERE $here GROUP BY owner_id",
    "spectra": "SELECT owner_id AS user_id, $evidence FROM spectra WHERE $here GROUP BY owner_id",
    "reduction": _OF_SPECTRA.replace("$column", "reducer_ids"),
    "observation": _OF_SPECTRA.replace("$column", "observer_ids"),
    # Of those who look after the allocation, for requests that brought data.
    "observing time": (
        "SELECT user_id, $evidence FROM (SELECT au.user_id, r.id, r.obj_id FROM followup_requests r"
        " JOIN allocation_users au ON au.allocation_id = r.allocation_id WHERE $here"
        " AND (EXISTS (SELECT FROM photometry p WHERE p.followup_request_id = r.id)"
        " OR EXISTS (SELECT FROM spectra s WHERE s.followup_request_id = r.id))) AS given GROUP BY user_id"
    ),
    "discovery": (
        "SELECT owner_id AS user_id, $evidence FROM (SELECT DISTINCT ON (obj_id) id, obj_id, owner_id FROM sources"
        " WHERE $here ORDER BY obj_id, saved_at, id) AS first GROUP BY owner_id"
    ),
    "scanning": "SELECT owner_id AS user_id, $evidence FROM source_labels WHERE $here GROUP BY owner_id",
    "classification": (
        "SELECT owner_id AS user_id, $evidence FROM classifications WHERE $here AND NOT ml GROUP BY owner_id"
    ),
    "builder": (
        "SELECT b.user_id, count(*) AS n, array_agg(b.group_id ORDER BY b.group_id) AS rows, '{}'::text[] AS objs"
        " FROM group_builders b WHERE (b.until IS NULL OR b.until >= current_date) AND b.group_id IN ("
        "SELECT holder_id FROM photometry WHERE $here UNION SELECT holder_id FROM spectra WHERE $here)"
        " GROUP BY b.user_id"
    ),
}


@dataclass(frozen=True)
class Contribution:
    """What somebody did: ``count`` rows, ``share`` of all such rows that the asker reads, in [0, 1].

    ``row_ids`` are of photometry, spectra, follow-up requests, sources, labels, classifications, (builder) groups, or
    (place owed) obligations: a place that is owed is no work, and has a share of 0.
    """

    kind: Kind
    count: int
    share: float
    row_ids: list[int]
    obj_ids: list[str]


def contributions(session: Session, publication: Publication) -> dict[int, list[Contribution]]:
    """Return what each person contributed; bots (and people who are gone) are left out."""
    people = set(session.scalars(text("SELECT id FROM users WHERE NOT is_bot")))
    found: dict[int, list[Contribution]] = defaultdict(list)
    for kind, query in _QUERIES.items():
        asked = text(Template(query).substitute(_WORDS))
        rows = [row for row in session.execute(asked, {"objs": publication.obj_ids}) if row.user_id in people]
        total = sum(row.n for row in rows)
        for row in rows:
            found[row.user_id].append(Contribution(kind, row.n, row.n / total, list(row.rows), list(row.objs)))
    for user_id, ids in sorted(places_owed(session, publication).items()):
        if user_id in people:
            found[user_id].append(Contribution("place owed", len(ids), 0.0, ids[:SHOWN], []))
    return dict(found)


def weight(given: Iterable[Contribution]) -> float:
    """Return by how much to order somebody: the sum of their shares, so that each kind of work counts alike."""
    return sum(one.share for one in given)
