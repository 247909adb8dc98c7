"""What is withheld from a reader who may know that it exists: how much, whose, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.errors import NotFound
from app.policies.releases import waits_for
from app.policies.versions import group_names, labels
from app.portal.objs import readable

_WITHHELD = text("SELECT * FROM access.withheld(:obj)")


@dataclass(frozen=True)
class WithheldView:
    """So many rows of a holder, of one kind, that the reader cannot read and may know of.

    ``due_at`` is when the first release lets the reader in, ``waits_for`` the event that it waits for besides, or
    until it can be due; neither: the reader is not let in at all. A holder that the reader does not know of has no
    name.
    """

    holder_id: int
    holder: str | None
    product: str
    policy_version_id: int
    policy: str
    n_rows: int
    due_at: datetime | None
    waits_for: str | None
    said: str


def withheld(session: Session, obj_id: str) -> list[WithheldView]:
    """Return what is withheld on an obj, by holder and kind.

    Only where the terms say that it may be known: what is secret leaves no trace, neither in the answer nor in what is
    asked of the database. Raises :class:`NotFound`, alike for an obj that is missing and one that is unreadable.
    """
    if not readable(session, [obj_id]):
        raise NotFound("There is no source of this name that you may read.")
    rows = session.execute(_WITHHELD, {"obj": obj_id}).all()
    names = group_names(session, {row.holder_id for row in rows})
    policies = labels(session, {row.policy_version_id for row in rows})
    found = []
    for row in rows:
        event = waits_for(row.awaits)
        view = WithheldView(
            holder_id=row.holder_id,
            holder=names.get(row.holder_id),
            product=row.product,
            policy_version_id=row.policy_version_id,
            policy=policies.get(row.policy_version_id, ""),
            n_rows=row.n_rows,
            due_at=row.due_at,
            waits_for=event,
            said=_sentence(row.n_rows, row.product, names.get(row.holder_id), row.due_at, event),
        )
        found.append(view)
    return found


_WORDS = {
    "photometry": ("point", "points"),
    "spectrum": ("spectrum", "spectra"),
    "image": ("image", "images"),
    "followup_request": ("follow-up request", "follow-up requests"),
}


def _sentence(n_rows: int, product: str, holder: str | None, due_at: datetime | None, event: str | None) -> str:
    one, many = _WORDS.get(product, (product, f"{product}s"))
    what = f"1 {one}" if n_rows == 1 else f"{n_rows} {many}"
    verb = "is" if n_rows == 1 else "are"
    said = f"{what} of {holder or 'another group'} {verb} withheld from you"
    if due_at is not None:
        return f"{said} until {due_at:%Y-%m-%d %H:%M} UTC" + (f", or earlier: {event}." if event else ".")
    return f"{said} until this is over: {event}." if event else f"{said} by its sharing policy; ask the holder."
