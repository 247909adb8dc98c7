"""Deleting an obj: a name that nothing hangs on any more."""

from __future__ import annotations

from sqlalchemy import delete, exists, select, text
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput
from app.portal.comments import need_source
from app.tables import Annotation, Classification, Comment, FollowupRequest, Obj, Photometry, Spectrum, Trigger

_KEPT = (Annotation, Spectrum, Photometry, Comment, Classification, FollowupRequest, Trigger)
"""What a system administrator must remove first, as in SkyPortal; passages, saves and marks go with the obj."""


def remove(session: Session, principal: Principal, obj_id: str) -> None:
    """Delete an obj: its maker, where nobody knows anything of it; a system administrator, where no data hang on it.

    Raises :class:`NotFound` for an obj that one may not know of, :class:`BadInput` where something is left. To others
    than administrators the refusal is the same whoever knows what of it.
    """
    need_source(session, obj_id)
    if principal.is_admin:
        gone = _by_admin(session, obj_id)
    else:
        gone = session.execute(text("SELECT access.drop_obj(:obj)"), {"obj": obj_id}).scalar_one()
    if not gone:
        raise BadInput("An obj can be deleted by who made it, once nothing is known of it any more.")
    record(session, principal.user_id, Change("delete", "obj", obj_id))


def _by_admin(session: Session, obj_id: str) -> bool:
    for table in _KEPT:
        if session.execute(select(exists().where(table.obj_id == obj_id))).scalar_one():
            raise BadInput(f"There are {table.__tablename__.replace('_', ' ')} of this obj still; delete them first.")
    return session.execute(delete(Obj).where(Obj.id == obj_id).returning(Obj.id)).scalar() is not None
