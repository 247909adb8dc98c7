"""Telling people: a notification is a sentence about a row, and is read only while its reader reads that row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.access.elevation import ADMIN, WEB


@dataclass(frozen=True)
class Notice:
    """What is said of which row: ``subject`` is one of the kinds of ``access.reads`` and the row's id."""

    kind: str
    text: str
    subject: tuple[str, object]
    url: str | None = None


def readers(session: Session, subject: tuple[str, object], user_ids: Iterable[int]) -> list[int]:
    """Return those users who read a row now, each asked of row security as themselves."""
    asked = sorted(set(user_ids))
    if not asked:
        return []
    role = session.execute(text("SELECT current_setting('role')")).scalar_one()
    if role == ADMIN:
        session.execute(text(f"SET LOCAL ROLE {WEB}"))
    kind, row_id = subject
    found = session.execute(
        text("SELECT access.readers(:kind, :row_id, CAST(:uids AS int[]))"),
        {"kind": kind, "row_id": str(row_id), "uids": asked},
    ).scalar_one()
    if role == ADMIN:
        session.execute(text(f"SET LOCAL ROLE {ADMIN}"))
    return [int(uid) for uid in found]


def notify(session: Session, user_ids: Iterable[int], notice: Notice) -> int:
    """Tell users; return how many. Row security hides it from whoever does not read the subject, now or later."""
    told = sorted(set(user_ids))
    if not told:
        return 0
    kind, row_id = notice.subject
    return int(
        session.execute(
            text("SELECT access.notify(CAST(:uids AS int[]), :kind, :text, :url, :subject_kind, :subject_id)"),
            {
                "uids": told, "kind": notice.kind, "text": notice.text, "url": notice.url,
                "subject_kind": kind, "subject_id": str(row_id),
            },
        ).scalar_one()
    )  # fmt: skip
