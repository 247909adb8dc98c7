"""Where claims meet: found in the database, which alone sees both sides, and told to each as far as it may know."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.orm import Session


def meet(session: Session, publication_id: int) -> None:
    """Find the claims that overlap with an announced one, or settle those with one that has ended."""
    session.execute(text("SELECT access.find_overlaps(:id), access.end_overlaps(:id)"), {"id": publication_id})
