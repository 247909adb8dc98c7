"""Which version governs a holder's data in place of one that was replaced by a retroactive change."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.policies.in_force import combined
from app.tables import PolicyVersion, VersionReplacement


def standing(session: Session, version: PolicyVersion, holder_id: int) -> PolicyVersion:
    """Return the version that governs a holder's data now where this one would: itself, unless it was replaced.

    Of a combination, each part is looked at by itself.
    """
    parts = version.parts or [version.id]
    replaced = select(VersionReplacement.version_id, VersionReplacement.new_version_id).where(
        VersionReplacement.holder_id == holder_id, VersionReplacement.version_id.in_(parts)
    )
    new = dict(session.execute(replaced).tuples().all())
    if not new:
        return version
    ids = {new.get(part, part) for part in parts}
    found = combined(session, session.scalars(select(PolicyVersion).where(PolicyVersion.id.in_(ids))).all())
    return version if found is None else found
