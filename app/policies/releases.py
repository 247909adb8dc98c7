"""Releases: what is still to be opened, and what was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.policies.summary import wait_words
from app.policies.versions import group_names, labels
from app.policies.waits import Clock
from app.tables import Audience, ObjAudience, Release

State = Literal["scheduled", "done"]


@dataclass(frozen=True)
class ReleaseView:
    """One release as its reader may see it; names of groups that the reader may not know of are None.

    ``waits_for`` is the event that it waits for besides, or until it can be due.
    """

    id: int
    policy_version_id: int
    policy: str
    holder_id: int
    holder: str | None
    group_id: int
    group: str | None
    night: str | None
    due_at: datetime | None
    waits_for: str | None
    done_at: datetime | None
    n_rows: int | None


@dataclass(frozen=True)
class Wanted:
    """Which releases to list, the next one first."""

    obj_id: str | None = None
    state: State | None = None
    limit: int = 500


def list_releases(session: Session, wanted: Wanted) -> list[ReleaseView]:
    """Return the releases that the principal may know: of its own groups' data, and done ones to its groups."""
    query = (
        select(Release, Audience.night)
        .join(Audience, Audience.id == Release.audience_id)
        .order_by(Release.done_at.is_not(None), func.coalesce(Release.done_at, Release.due_at), Release.id)
        .limit(wanted.limit)
    )
    if wanted.obj_id is not None:
        about = select(ObjAudience.audience_id).where(ObjAudience.obj_id == wanted.obj_id)
        query = query.where(Release.audience_id.in_(about))
    if wanted.state is not None:
        query = query.where(Release.done_at.is_not(None) if wanted.state == "done" else Release.done_at.is_(None))
    rows = session.execute(query).tuples().all()
    names = group_names(session, {g for release, _night in rows for g in (release.holder_id, release.group_id)})
    policies = labels(session, {release.policy_version_id for release, _night in rows})
    return [
        ReleaseView(
            id=release.id,
            policy_version_id=release.policy_version_id,
            policy=policies.get(release.policy_version_id, ""),
            holder_id=release.holder_id,
            holder=names.get(release.holder_id),
            group_id=release.group_id,
            group=names.get(release.group_id),
            night=night.isoformat() if night else None,
            due_at=release.due_at,
            waits_for=waits_for(release.awaits) if release.done_at is None else None,
            done_at=release.done_at,
            n_rows=release.n_rows,
        )
        for release, night in rows
    ]


def waits_for(awaits: list[list[dict[str, Any]]] | None) -> str | None:
    """Return what a release awaits, as it is stored, in words; None where it awaits nothing."""
    if not awaits:
        return None
    return wait_words(
        frozenset(
            (Clock(w["clock"], tuple(w["classes"]), w["publication_id"] or 0), float(w["after_days"])) for w in waits
        )
        for waits in awaits
    )
