"""Counting the rows under terms that a transaction reads, for whom it matters what becomes of them.

Whoever reads rows for others says what they are; whether that is a use to be accounted for, the route knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.orm import Session

_KEY = "skyrelay.reads"


@dataclass(frozen=True, order=True)
class Read:
    """Rows that were read: of which product and obj, whose, under which policy version."""

    product: str
    obj_id: str
    holder_id: int
    policy_version_id: int


Reads = Counter[Read]


@contextmanager
def counting(session: Session) -> Iterator[Reads]:
    """Count what is read under terms inside; what was being counted outside goes on afterwards."""
    before = session.info.get(_KEY)
    reads: Reads = Counter()
    session.info[_KEY] = reads
    try:
        yield reads
    finally:
        session.info[_KEY] = before


def seen(session: Session, product: str, rows: Iterable[tuple[str, int, int | None]]) -> None:
    """Count rows (obj id, holder id, policy version id) where somebody counts; rows without a version are nobody's."""
    reads: Reads | None = session.info.get(_KEY)
    if reads is None:
        return
    for (obj_id, holder_id, version_id), number in Counter(rows).items():
        if version_id is not None:
            reads[Read(product, obj_id, holder_id, version_id)] += number


def seen_within(session: Session, product: str, row: tuple[str, int, int | None], number: int) -> None:
    """Count so many rows that came in one piece, such as a series."""
    reads: Reads | None = session.info.get(_KEY)
    obj_id, holder_id, version_id = row
    if reads is not None and version_id is not None:
        reads[Read(product, obj_id, holder_id, version_id)] += number
