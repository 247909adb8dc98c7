"""Judging embargoes again: an object was classified, or a paper accepted, and clocks have started or stopped.

What is open stays open; what is to come follows the terms as they hold now. One audience a transaction, by the release
service, which releases nothing of an audience before it was judged.
"""

from __future__ import annotations

import json

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from app.access.audiences import sitewide_group_id
from app.access.history import Change, record
from app.context import Context
from app.policies.document import Level, PolicyDocument, Product
from app.policies.evaluate import Scope, judge, slot_json, slots_of
from app.tables import Audience, PolicyVersion

_RESCHEDULE = text("SELECT access.reschedule(:audience, CAST(:schedule AS jsonb))")


def judge_stale(context: Context) -> int:
    """Judge every audience again for which an event has happened; return how many."""
    done = 0
    while True:
        with context.transaction() as session:
            if not _judge_next(session):
                return done
        done += 1


def _judge_next(session: Session) -> bool:
    stale = select(Audience).where(Audience.stale).order_by(Audience.id).limit(1).with_for_update(skip_locked=True)
    audience = session.scalars(stale).first()
    if audience is None:
        return False
    changed = _again(session, audience)
    session.execute(update(Audience).where(Audience.id == audience.id).values(stale=False))
    if changed:
        after = {"audience_id": audience.id, "obj_id": audience.obj_id, "releases": changed}
        record(session, None, Change("judge again", "embargo", audience.id, audience.holder_id, after=after))
    return True


def _again(session: Session, audience: Audience) -> int:
    """Bring the releases to come of an embargo to what its terms say now; return how many changed."""
    version, subject = session.get(PolicyVersion, audience.policy_version_id or 0), audience.subject
    if version is None or subject is None or audience.holder_id is None or audience.night is None:
        return 0
    scope = Scope(
        product=Product(subject["product"]),
        stream_id=audience.stream_id,
        asked=None if audience.asked is None else tuple(audience.asked),
        level=Level(subject["level"]),
        instrument_id=subject["instrument_id"],
        obj_id=audience.obj_id,
    )
    document = PolicyDocument.model_validate(version.document)
    arrived = audience.arrived or audience.night
    judged = judge(session, document, audience.holder_id, scope, (audience.night, arrived))
    if judged is None:
        return 0
    known = update(Audience).where(Audience.id == audience.id).values(existence=judged.terms.existence)
    session.execute(known)
    # Whoever's time has come is due now: the release itself is done, and recorded, like every other.
    slots = slots_of(judged, audience.holder_id, scope.asked, sitewide_group_id(session))
    later = [slot_json(s) for s in slots if s.due_at is not None or s.awaits]
    found = session.execute(_RESCHEDULE, {"audience": audience.id, "schedule": json.dumps(later)}).scalar_one()
    return int(found)
