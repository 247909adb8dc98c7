"""Uploads under a policy: what is asked for is granted as far as the policy permits now, the rest is scheduled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.errors import BadInput
from app.policies.evaluate import AudienceDecision, Scope, audience_for, combined, night_of, version_for
from app.tables import PolicyAttachment, PolicyVersion
from app.times import time_of


@dataclass(frozen=True)
class Upload:
    """What is being uploaded: rows of one holder, row by row their instrument and time (MJD, UTC).

    ``group_ids`` are all that were asked for, with the holder among them or not; None leaves it to the policy alone.
    ``version_id`` is the version that governs the rows already; with ``joins``, other policies that their instrument
    and stream are under now meet it.
    """

    holder_id: int
    group_ids: tuple[int, ...] | None
    instrument_ids: Sequence[int]
    mjds: Sequence[float]
    stream_ids: tuple[int, ...] = ()
    version_id: int | None = None
    joins: bool = False


@dataclass(frozen=True)
class Withheld:
    """A group that was asked for and does not read ``n_rows`` of the rows yet; ``due_at`` None means never."""

    group_id: int
    due_at: datetime | None
    n_rows: int
    policy_version_id: int


@dataclass(frozen=True)
class UploadPlan:
    """For each row its (audience id, policy version id), None where no policy governs it; and what is withheld."""

    rows: list[tuple[int, int] | None]
    withheld: list[Withheld]


def plan_upload(session: Session, upload: Upload, now: datetime) -> UploadPlan:
    """Decide, row by row, which audience an upload gets, and schedule the releases.

    The version is the one in force when the light arrived. Rows that no policy governs keep the audience that their
    groups and streams ask for; rows of one stream under a policy are read by its subscribers only.
    """
    if upload.version_id is None and not _anything_attached(session, upload):
        return UploadPlan([None] * len(upload.mjds), [])
    decided: dict[tuple[int, date], AudienceDecision | None] = {}
    rows: list[tuple[int, int] | None] = []
    counts: dict[tuple[int, date], int] = {}
    for instrument_id, mjd in zip(upload.instrument_ids, upload.mjds, strict=True):
        key = (instrument_id, night_of(time_of(mjd)))
        if key not in decided:
            decided[key] = _decide(session, upload, instrument_id, time_of(mjd), now)
        counts[key] = counts.get(key, 0) + 1
        decision = decided[key]
        rows.append((decision.audience_id, decision.policy_version_id) if decision else None)
    return UploadPlan(rows, _withheld(decided, counts))


def _decide(
    session: Session, upload: Upload, instrument_id: int, observed_at: datetime, now: datetime
) -> AudienceDecision | None:
    version = _version(session, upload, instrument_id, observed_at)
    if version is None:
        return None
    if len(upload.stream_ids) > 1:
        raise BadInput("Under a sharing policy, send the rows of each stream by themselves.", field="stream_ids")
    stream_id = upload.stream_ids[0] if upload.stream_ids else None
    asked = None if upload.group_ids is None else tuple(sorted(set(upload.group_ids)))
    scope = Scope(stream_id=stream_id, asked=asked)
    return audience_for(session, version, upload.holder_id, observed_at, now, scope)


def _anything_attached(session: Session, upload: Upload) -> bool:
    """Most uploads are under no policy: one query tells."""
    places = or_(
        PolicyAttachment.instrument_id.in_(set(upload.instrument_ids)),
        PolicyAttachment.stream_id.in_(upload.stream_ids),
        PolicyAttachment.group_id == upload.holder_id,
    )
    return session.execute(select(PolicyAttachment.id).where(places).limit(1)).first() is not None


def _version(session: Session, upload: Upload, instrument_id: int, observed_at: datetime) -> PolicyVersion | None:
    found = None
    if upload.version_id is None or upload.joins:
        found = version_for(
            session,
            instrument_id=instrument_id,
            stream_ids=upload.stream_ids,
            group_ids=(upload.holder_id,),
            at=observed_at,
        )
    if upload.version_id is None:
        return found
    own = _single(session, session.get_one(PolicyVersion, upload.version_id))
    known = {version.policy_id for version in own}
    # The version of a policy that governs already stays the one that it is.
    joining = [v for v in (_single(session, found) if found is not None else []) if v.policy_id not in known]
    return combined(session, [*own, *joining])


def _single(session: Session, version: PolicyVersion) -> list[PolicyVersion]:
    if version.parts is None:
        return [version]
    return list(session.scalars(select(PolicyVersion).where(PolicyVersion.id.in_(version.parts))))


def _withheld(
    decided: dict[tuple[int, date], AudienceDecision | None], counts: dict[tuple[int, date], int]
) -> list[Withheld]:
    found: dict[tuple[int, datetime | None, int], int] = {}
    for key, decision in decided.items():
        if decision is None:
            continue
        parts: list[tuple[int, datetime | None]] = [*decision.withheld, *((g, None) for g in decision.never)]
        for group_id, due in parts:
            place = (group_id, due, decision.policy_version_id)
            found[place] = found.get(place, 0) + counts[key]
    return [Withheld(g, due, n, version) for (g, due, version), n in found.items()]
