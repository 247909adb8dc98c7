"""Photometry of one obj copied onto another, as when two names turn out to be one thing on the sky.

Copied is what the principal may share: their own points, and those held by teams of theirs that let them share
photometry. What came by a stream or is under a sharing policy keeps its holder, policy and readers; the rest is for the
groups asked for. What only others may share stays where it is, and is counted in the answer.
"""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput
from app.portal.comments import need_source
from app.portal.sharers import may_share
from app.portal.visibility import for_groups
from app.tables import Photometry

NEW = "photometry.new"
_COPIED = (
    "instrument_id, mjd, filter, flux, fluxerr, ref_flux, ref_fluxerr, limiting_mag, ra, dec, ra_unc, dec_unc, origin,"
    " altdata, alert_id, original_time, time_scale, stream_ids, policy_version_id,"
    " policy_version_ids, spectrum_id"
)
# Names from this module only.
_COPY = text(
    f"INSERT INTO photometry ({_COPIED}, obj_id, upload_id, owner_id, holder_id, audience_id) "  # noqa: S608
    f"SELECT {_COPIED}, :target, :upload, :me,"
    " CASE WHEN policy_version_id IS NULL AND stream_ids = '{}' THEN :holder ELSE holder_id END,"
    " CASE WHEN policy_version_id IS NULL AND stream_ids = '{}' THEN :audience ELSE audience_id END "
    "FROM photometry WHERE obj_id = :origin AND superseded_by_id IS NULL AND holder_id = ANY (:holders) "
    "ORDER BY mjd, id ON CONFLICT DO NOTHING RETURNING audience_id"
)


def copy(session: Session, principal: Principal, names: tuple[str, str], group_ids: list[int]) -> tuple[int, int]:
    """Copy photometry onto (target) from (origin); return how many points are new there and how many stayed behind.

    Raises :class:`NotFound` for an obj that one may not know of, :class:`BadInput` where nothing is to be copied.
    """
    target, origin = names
    for name in names:
        need_source(session, name)
    if target == origin:
        raise BadInput("Name two different sources.", field="origin_id")
    if not group_ids:
        raise BadInput("Name the groups that shall read the copies.", field="group_ids")
    standing = for_groups(session, principal, group_ids)
    holders = may_share(session, principal)
    upload = str(uuid4())
    readers = session.scalars(
        _COPY,
        {
            "target": target, "origin": origin, "upload": upload, "me": principal.user_id, "holders": holders,
            "holder": standing.holder_id, "audience": standing.audience_id,
        },
    ).all()  # fmt: skip
    left = session.execute(
        select(func.count()).where(
            Photometry.obj_id == origin, Photometry.superseded_by_id.is_(None), Photometry.holder_id.not_in(holders)
        )
    ).scalar_one()
    if not readers:
        raise BadInput(
            "There is no photometry to copy: none that is not there already and that you may share.", field="origin_id"
        )
    after = {"n": len(readers), "obj_ids": [target], "copied_from": origin}
    record(session, principal.user_id, Change("create", "photometry", upload, standing.holder_id, after=after))
    for audience_id in sorted(set(readers)):
        announce(session, NEW, audience_id=audience_id, obj_id=target)
    return len(readers), left
