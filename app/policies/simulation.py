"""Who would see the data of the last days, and when, under a draft: counted from the reader's own readable rows.

Rows are counted by product, instrument, night and, where a term hangs on it, class; each such lot is judged once. So
the work grows with nights and instruments, not with rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.access.audiences import sitewide_group_id
from app.policies.attachments import Thing
from app.policies.combine import terms_for
from app.policies.document import MJD_0, PolicyDocument, Product, Subject, all_clocks
from app.policies.schedule import Facts, Slot, slot
from app.policies.summary import wait_words
from app.policies.waits import EVERYBODY
from app.times import mjd_of

PRODUCTS = (Product.PHOTOMETRY, Product.SPECTRUM)
"""The kinds of product of which there are rows to count."""


@dataclass(frozen=True)
class Wanted:
    """Which rows: those of a holder, of the last days, and of a thing if one is named."""

    holder_id: int
    last_days: int
    thing: Thing = field(default_factory=Thing)


@dataclass(frozen=True)
class Lot:
    """Rows about which the same is decided; ``arrived`` is the night in which they came in."""

    product: Product
    instrument_id: int | None
    night: date
    arrived: date
    classified: Mapping[str, datetime]
    n_rows: int


@dataclass(frozen=True)
class Point:
    """So many rows have been opened by a time."""

    at: datetime
    n_rows: int


@dataclass(frozen=True)
class Event:
    """So many rows wait for an event."""

    waits_for: str
    n_rows: int


@dataclass(frozen=True)
class Readers:
    """What a group (null: everybody) would see: at once, by when (cumulative), after which event, and never.

    Rows that wait for an event and are open at a time in any case stand with both.
    """

    group_id: int | None
    group: str
    at_once: int
    by_date: list[Point]
    waiting: list[Event]
    never: int


@dataclass(frozen=True)
class Night:
    """The rows of one night, kind and instrument."""

    night: date
    product: str
    instrument_id: int | None
    n_rows: int


@dataclass(frozen=True)
class Moved:
    """How many rows a group (null: everybody) would see earlier or later than now; ``other``: it hangs on events."""

    group_id: int | None
    group: str
    earlier: int
    later: int
    other: int


def lots(session: Session, wanted: Wanted, documents: Iterable[PolicyDocument], now: datetime) -> list[Lot]:
    """Count the readable rows of the last days, by all that may decide about them."""
    by_class = any(document.asks_class(product) for document in documents for product in PRODUCTS)
    named, since = wanted.thing.named, now - timedelta(days=wanted.last_days)
    asked = {
        "holder": wanted.holder_id,
        "since": since,
        "since_mjd": mjd_of(since),
        "by_class": by_class,
        **{name: named.get(name) for name in ("allocation_id", "instrument_id", "stream_id")},
    }
    found = []
    for product, query in ((Product.PHOTOMETRY, _PHOTOMETRY), (Product.SPECTRUM, _SPECTRA)):
        for row in session.execute(query, asked):
            classified = {name: datetime.fromisoformat(at) for name, at in (row.classes or {}).items()}
            night = MJD_0 + timedelta(days=row.night)
            found.append(Lot(product, row.instrument_id, night, row.arrived, classified, row.n_rows))
    return found


_COUNT = """
WITH lots AS (
  SELECT r.instrument_id, floor({mjd} - 0.5)::int AS night,
    ((r.created_at AT TIME ZONE 'UTC') - interval '12 hours')::date AS arrived,
    CASE WHEN CAST(:by_class AS bool) THEN r.obj_id END AS obj_id, count(*) AS n
  FROM {table} r
  WHERE r.holder_id = :holder AND {since}
    AND (CAST(:instrument_id AS int) IS NULL OR r.instrument_id = :instrument_id)
    AND (CAST(:stream_id AS int) IS NULL OR {stream})
    AND (CAST(:allocation_id AS int) IS NULL OR r.followup_request_id IN (
      SELECT f.id FROM followup_requests f WHERE f.allocation_id = :allocation_id))
    {current}
  GROUP BY 1, 2, 3, 4
), classes AS (
  SELECT c.obj_id, c.classification, min(c.created_at) AS at FROM classifications c
  WHERE c.holder_id = :holder AND NOT c.ml AND c.obj_id IN (SELECT obj_id FROM lots) GROUP BY 1, 2
), known AS (
  SELECT obj_id, jsonb_object_agg(classification, at) AS classes FROM classes GROUP BY 1
)
SELECT l.instrument_id, l.night, l.arrived, k.classes, sum(l.n)::bigint AS n_rows
FROM lots l LEFT JOIN known k USING (obj_id) GROUP BY 1, 2, 3, 4 ORDER BY 2, 1, 3
"""
_PHOTOMETRY = text(
    _COUNT.format(
        table="photometry", mjd="r.mjd", since="r.mjd >= :since_mjd", stream=":stream_id = ANY (r.stream_ids)",
        current="AND r.superseded_by_id IS NULL",
    )
)  # fmt: skip
_DAY = "extract(epoch FROM r.observed_at - timestamptz '1858-11-17 00:00Z') / 86400"
_SPECTRA = text(
    _COUNT.format(table="spectra", mjd=f"({_DAY})", since="r.observed_at >= :since", stream="false", current="")
)


class Simulation:
    """When lots are opened under a document, for each group that it names and for everybody."""

    def __init__(
        self, session: Session, document: PolicyDocument, accepted: Mapping[int, datetime], now: datetime
    ) -> None:
        self._document, self._accepted, self._now = document, accepted, now
        self._everybody = sitewide_group_id(session)

    def slot(self, lot: Lot, group_id: int | None) -> Slot | None:
        """Return when a lot is opened to a group (EVERYBODY: to all); None where the document is silent on it."""
        subject = Subject(
            product=lot.product, instrument_id=lot.instrument_id, classes=frozenset(lot.classified) or None
        )
        terms = terms_for(self._document, subject)
        if terms is None:
            return None
        facts = Facts(lot.night, lot.arrived, lot.classified, self._accepted)
        return slot(terms, group_id, group_id or self._everybody, facts)

    def readers(self, found: Sequence[Lot], group_id: int | None, name: str) -> Readers:
        """Return what a group would see of these lots, and when."""
        at_once = never = 0
        dates: Counter[datetime] = Counter()
        events: Counter[str] = Counter()
        for lot in found:
            opened = self.slot(lot, group_id)
            if opened is None:
                continue
            if opened.due_at is not None and opened.due_at <= self._now:
                at_once += lot.n_rows
                continue
            if opened.due_at is not None:
                dates[opened.due_at] += lot.n_rows
            if opened.awaits:
                events[wait_words(opened.awaits)] += lot.n_rows
            if opened.due_at is None and not opened.awaits:
                never += lot.n_rows
        points, total = [], at_once
        for at, n_rows in sorted(dates.items()):
            total += n_rows
            points.append(Point(at, total))
        return Readers(group_id, name, at_once, points, [Event(e, n) for e, n in sorted(events.items())], never)


def groups_of(documents: Iterable[PolicyDocument]) -> list[int | None]:
    """Return the groups that circles of any of the documents name, and everybody."""
    return [*sorted({g for d in documents for t in d.all_terms() for g in t.group_ids}), EVERYBODY]


def papers_of(documents: Iterable[PolicyDocument]) -> list[int]:
    """Return the publications whose acceptance any of the documents waits for."""
    return sorted({c.publication_id for d in documents for c in all_clocks(d.all_terms()) if c.publication_id})


def moved(found: Sequence[Lot], new: Simulation, old: Simulation, group_id: int | None, name: str) -> Moved:
    """Count the rows that a group would see earlier or later under one document than under another."""
    counts: Counter[str] = Counter()
    for lot in found:
        counts[_compared(new.slot(lot, group_id), old.slot(lot, group_id))] += lot.n_rows
    return Moved(group_id, name, counts["earlier"], counts["later"], counts["other"])


def _compared(new: Slot | None, old: Slot | None) -> str:
    if new is None or old is None:
        return "same" if new is old else "other"
    if (new.due_at, set(new.awaits)) == (old.due_at, set(old.awaits)):
        return "same"
    # An event may come at any time: only what hangs on the same events can be compared.
    if set(new.awaits) != set(old.awaits):
        if not (new.due_at or new.awaits):
            return "later"
        return "earlier" if not (old.due_at or old.awaits) else "other"
    if new.due_at is None or (old.due_at is not None and new.due_at > old.due_at):
        return "later"
    return "earlier"


def nights(found: Iterable[Lot]) -> list[Night]:
    """Return how many rows there are of each night, kind and instrument."""
    counts: Counter[tuple[date, str, int | None]] = Counter()
    for lot in found:
        counts[lot.night, lot.product.value, lot.instrument_id] += lot.n_rows
    ordered = sorted(counts.items(), key=lambda item: (item[0][0], item[0][1], item[0][2] or 0))
    return [Night(night, product, instrument_id, n) for (night, product, instrument_id), n in ordered]
