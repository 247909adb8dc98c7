"""Setting an open obligation aside: an admin's recorded act, with a reason that everybody concerned sees."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Conflict, Forbidden, NotFound
from app.policies.versions import need_admin
from app.publications.claims import get_publication, is_open
from app.publications.obligations import MISSING, ObligationView, view
from app.publications.owed import tell as announce_to
from app.publications.people import tell
from app.tables import Obligation


def override(session: Session, principal: Principal, obligation_id: int, reason: str) -> ObligationView:
    """Let a publication go on although a required obligation is open; the obligation itself stays open.

    Takes an admin of the group that publishes, who can see the obligation. The group that it is owed to, the leads and
    the participants are told and find the reason with the obligation and in the history. Raises :class:`Conflict` for
    an idea (nobody else knows of it yet), or for what is discharged, not required or set aside already.
    """
    obligation = session.get(Obligation, obligation_id)
    if obligation is None:
        raise NotFound(MISSING)
    publication = get_publication(session, obligation.publication_id)
    need_admin(session, principal, obligation.holder_id)
    if not reason.strip():
        raise BadInput("Give a reason: everybody concerned will see it.", field="reason")
    if publication.stage == "idea":
        raise Conflict("Announce the publication first: those it owes something do not know of it yet.")
    if not obligation.required or not is_open(obligation):
        raise Conflict("This obligation keeps nothing from being submitted: there is nothing to override.")
    if obligation.overridden_at is not None:
        raise Conflict("This obligation is overridden already.")
    done = session.execute(text("SELECT access.override_obligation(:id, :why)"), {"id": obligation_id, "why": reason})
    if not done.scalar_one():
        raise Forbidden("This takes an admin of the group that publishes.")
    before = {"state": obligation.state}
    after = {"overridden": True, "publication_id": publication.id}
    for group_id in (obligation.holder_id, obligation.creditor_id):
        change = Change("override", "obligation", obligation_id, group_id, before, after, reason)
        record(session, principal.user_id, change)
        announce_to(session, group_id, publication.id)
    told = "An open obligation of a publication was overridden; the reason stands with it."
    tell(session, publication.id, "obligation.overridden", told, also_group=obligation.creditor_id)
    session.expire_all()
    return view(session, obligation_id)
