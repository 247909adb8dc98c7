"""What a publication owes, computed from the data that its opener can read, and kept current.

Only data that the opener can read count: an obligation must not tell a secret. States are never lost, and neither is
an obligation whose data have gone: its holder can waive it.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select, text
from sqlalchemy.orm import Session

from app.access.audiences import intern_groups
from app.access.outbox import announce
from app.context import Context
from app.policies.document import PolicyDocument
from app.publications.asked import Counted, asked, merged
from app.publications.meeting import meet
from app.publications.scope import keep
from app.publications.stages import OVER
from app.tables import ObjAudience, PolicyVersion, Publication, Release

OVERLAP = timedelta(minutes=10)
"""Rows are stamped at the start of their transaction and seen at its end: look back over the longest one."""


def refresh(session: Session, publication_id: int) -> None:
    """Bring the obligations of a publication up to date; calling it again changes nothing.

    So is what lies in its scope. Works for any reader of the publication and for the release worker: the database
    computes in the opener's name.
    """
    keep(session, publication_id)
    items, small = asked(*counted(session, publication_id))
    standing = session.execute(text("SELECT access.kept_obligations(:id)"), {"id": publication_id}).scalar_one()
    if standing is None:
        return
    written = merged(items, small, standing["kept"], standing["stage"] == "idea")
    fresh = session.execute(
        text("SELECT access.keep_obligations(:id, CAST(:items AS jsonb))"),
        {"id": publication_id, "items": json.dumps([item.as_json() for item in written])},
    ).scalar_one()
    session.expire_all()
    for creditor_id in fresh:
        tell(session, creditor_id, publication_id)


def tell(session: Session, group_id: int, publication_id: int) -> None:
    """Tell a group that obligations of a publication changed; who may not know of it fetches nothing."""
    announce(
        session, "obligation.changed", audience_id=intern_groups(session, [group_id]), publication_id=publication_id
    )


def counted(session: Session, publication_id: int) -> tuple[list[Counted], dict[int, PolicyDocument]]:
    """Return the rows that the opener can read in the scope, counted by what their terms depend on; the documents."""
    found: list[Any] = list(session.execute(text("SELECT * FROM access.owed(:id)"), {"id": publication_id}))
    ids = {row.policy_version_id for row in found if row.owes}
    wanted = select(PolicyVersion.id, PolicyVersion.document).where(PolicyVersion.id.in_(ids))
    documents = {number: PolicyDocument.model_validate(said) for number, said in session.execute(wanted).tuples()}
    return found, documents


def blocking(session: Session, publication_id: int) -> dict[int, str]:
    """Return which obligations keep a publication from which stage on, whoever may see them."""
    found = session.execute(text("SELECT id, stage FROM access.blocking(:id)"), {"id": publication_id})
    return dict(found.tuples().all())


def refresh_touched(session: Session, since: datetime) -> list[int]:
    """Refresh publications on objs with new rows or releases since a time, or whose scope moved; return their ids."""
    start = since - OVERLAP
    released = select(Release.audience_id).where(Release.done_at >= start)
    touched = (
        select(ObjAudience.obj_id)
        .where(ObjAudience.obj_id == text("ANY (publications.obj_ids)"))
        .where(or_(ObjAudience.latest_at >= start, ObjAudience.audience_id.in_(released)))
    )
    wanted = select(Publication.id).where(Publication.stage.not_in(OVER), touched.exists()).order_by(Publication.id)
    computed = select(Publication.id).where(Publication.stage.not_in(OVER), Publication.scope_kind != "targets")
    moved = [publication_id for publication_id in session.scalars(computed).all() if keep(session, publication_id)]
    ids = sorted({*moved, *session.scalars(wanted)})
    for publication_id in ids:
        refresh(session, publication_id)
        meet(session, publication_id)
    return ids


class Keeper:
    """Keeps all publications current as data arrive; called by the release worker after each round."""

    def __init__(self, since: datetime) -> None:
        self._since = since

    def __call__(self, context: Context) -> None:
        """Refresh what was touched since the last call."""
        with context.transaction() as session:
            now = session.execute(text("SELECT now()")).scalar_one()
            refresh_touched(session, self._since)
        self._since = now
