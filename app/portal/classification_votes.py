"""What readers think of a classification, and how its probability was changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, NotAvailableHere
from app.tables import Classification, ClassificationEdit, ClassificationVote

NEW = "classification.new"


def no_such(classification_id: int) -> NotAvailableHere:
    """Return the one answer for a classification that is missing and one that may not be read."""
    return NotAvailableHere(f"There is no classification with the id {classification_id} that you may read.")


def _need(session: Session, classification_id: int) -> Classification:
    found = session.get(Classification, classification_id)
    if found is None:
        raise no_such(classification_id)
    return found


def cast(session: Session, principal: Principal, classification_id: int, vote: int) -> None:
    """Vote for (1) or against (-1) a readable classification; a later vote of the same user replaces the earlier."""
    row = _need(session, classification_id)
    given = {"classification_id": classification_id, "voter_id": principal.user_id, "vote": vote}
    session.execute(
        upsert(ClassificationVote)
        .values(**given)
        .on_conflict_do_update(index_elements=["classification_id", "voter_id"], set_={"vote": vote})
    )
    record(
        session,
        principal.user_id,
        Change("vote", "classification", classification_id, row.holder_id, after={"vote": vote}),
    )
    announce(session, NEW, audience_id=row.audience_id, obj_id=row.obj_id)


def take_back(session: Session, principal: Principal, classification_id: int) -> None:
    """Take one's own vote back; raise :class:`BadInput` where one has none."""
    row = _need(session, classification_id)
    mine = (ClassificationVote.classification_id == classification_id, ClassificationVote.voter_id == principal.user_id)
    gone = session.execute(delete(ClassificationVote).where(*mine).returning(ClassificationVote.vote)).scalar()
    if gone is None:
        raise BadInput("You have no vote on this classification.")
    record(
        session,
        principal.user_id,
        Change("unvote", "classification", classification_id, row.holder_id, before={"vote": gone}),
    )
    announce(session, NEW, audience_id=row.audience_id, obj_id=row.obj_id)


def note_edit(session: Session, principal: Principal, row: Classification, probability: float | None) -> None:
    """Write down that a classification's probability becomes another one."""
    if probability == row.probability:
        return
    session.execute(
        insert(ClassificationEdit)
        .inline()
        .values(
            classification_id=row.id, editor_id=principal.user_id, editor_name=principal.username,
            old_probability=row.probability, new_probability=probability,
        )
    )  # fmt: skip


def votes_of(session: Session, classification_ids: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
    """Return the votes on classifications, oldest first, in one query."""
    names = ("id", "created_at", "modified", "classification_id", "voter_id", "vote")
    return _by_classification(session, ClassificationVote, names, classification_ids)


def edits_of(session: Session, classification_ids: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
    """Return the changes of classifications' probabilities, oldest first, in one query."""
    names = (
        "id", "created_at", "modified", "classification_id", "editor_id", "editor_name", "old_probability",
        "new_probability",
    )  # fmt: skip
    return _by_classification(session, ClassificationEdit, names, classification_ids)


def _by_classification(
    session: Session, table: Any, names: tuple[str, ...], classification_ids: Iterable[int]
) -> dict[int, list[dict[str, Any]]]:
    wanted = set(classification_ids)
    found: dict[int, list[dict[str, Any]]] = {i: [] for i in wanted}
    if wanted:
        rows = session.scalars(select(table).where(table.classification_id.in_(wanted)).order_by(table.id))
        for row in rows:
            found[row.classification_id].append({name: getattr(row, name) for name in names})
    return found
