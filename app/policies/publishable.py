"""Which photometry a person may put before the public now: what is theirs to give, and what policies permit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access import audiences
from app.policies.document import PolicyDocument, Product, Terms
from app.policies.evaluate import due_at, night_of
from app.portal.sharing_reports import Judged, Point
from app.tables import GroupUser, PolicyVersion
from app.times import time_of

NOT_YOURS = "belong to a group that you cannot share photometry for"
UNSAID = "are under a policy that says nothing of photometry"
NEVER = "are never public by their sharing policy"
ASK_FIRST = "need their holder's permission by their sharing policy"
STREAM = "are a stream's, which this service does not publish"


@dataclass(frozen=True)
class _Rights:
    """The groups whose photometry the person may share, the streams chosen, and the terms of each version."""

    groups: set[int]
    streams: set[int]
    sitewide: int
    terms: dict[int, Terms | None]


def judge(session: Session, user_id: int, points: Sequence[Point], stream_ids: Sequence[int], now: datetime) -> Judged:
    """Return the points that may be published, and a sentence for each reason why others may not.

    A point must be of a group that the person is in and may share photometry for, or of a stream that they subscribe
    to and that was chosen; where a policy governs it, everybody must be let in by ``now``, and a use that needs the
    holder's permission or co-authorship is left to the holder's own members.
    """
    mine = select(GroupUser.group_id).where(GroupUser.user_id == user_id, GroupUser.can_share_photometry)
    versions = {p.policy_version_id for p in points if p.policy_version_id is not None}
    found = session.execute(select(PolicyVersion.id, PolicyVersion.document).where(PolicyVersion.id.in_(versions)))
    terms = {number: PolicyDocument.model_validate(text).terms(Product.PHOTOMETRY) for number, text in found}
    streams = set(stream_ids) & set(audiences.my_stream_ids(session))
    rights = _Rights(set(session.scalars(mine)), streams, audiences.sitewide_group_id(session), terms)
    reasons = [_reason(point, rights, now) for point in points]
    counts = Counter(reason for reason in reasons if reason is not None)
    said = [f"{n} point{'' if n == 1 else 's'} left out: they {why}." for why, n in sorted(counts.items())]
    return Judged([p for p, why in zip(points, reasons, strict=True) if why is None], said)


def _reason(point: Point, rights: _Rights, now: datetime) -> str | None:
    holder = point.holder_id in rights.groups and point.holder_id != rights.sitewide
    if point.stream_ids and not set(point.stream_ids) & rights.streams:
        return STREAM
    if not point.stream_ids and not holder:
        return NOT_YOURS
    if point.policy_version_id is None:
        return None
    terms = rights.terms.get(point.policy_version_id)
    if terms is None:
        return UNSAID
    night = night_of(time_of(point.mjd))
    open_at = now if terms.everybody_days == 0 else due_at(night, terms.everybody_days)
    if open_at is None:
        return NEVER
    if open_at > now:
        return f"are not public before {open_at:%Y-%m-%d %H:%M} UTC by their sharing policy"
    asks = any(use.kind in ("permission", "coauthorship") and use.is_required for use in terms.use)
    return ASK_FIRST if asks and not holder else None
