"""Uploads under a policy: what is asked for is granted as far as the policy permits now, the rest is scheduled."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.errors import BadInput
from app.policies.document import Level, PolicyDocument, Product
from app.policies.evaluate import AudienceDecision, Scope, audience_for, combined, version_for
from app.tables import PolicyAttachment, PolicyVersion
from app.times import time_of

NOTES = (Product.CLASSIFICATION, Product.ANNOTATION, Product.COMMENT)
"""What people and programs make of data: always derived."""
_Key = tuple[int | None, int, str | None]
"""An instrument, a night (its number: MJD of the noon before it), and the object where the terms hang on it."""


@dataclass(frozen=True)
class Upload:
    """What is being uploaded: rows of one holder, row by row their instrument (None: none) and time (MJD, UTC).

    ``group_ids`` are all that were asked for, with the holder among them or not; None leaves it to the policy alone.
    ``version_id`` is the version that governs the rows already; with ``joins``, other policies that their instrument
    and stream are under now meet it. ``obj_ids``: row by row the object, or one for all of them.
    """

    holder_id: int
    group_ids: tuple[int, ...] | None
    instrument_ids: Sequence[int | None]
    mjds: Sequence[float]
    stream_ids: tuple[int, ...] = ()
    version_id: int | None = None
    joins: bool = False
    product: Product = Product.PHOTOMETRY
    level: Level = Level.REDUCED
    obj_ids: Sequence[str] = ()


@dataclass(frozen=True)
class Withheld:
    """A group that was asked for and does not read ``n_rows`` of the rows yet.

    ``due_at`` None means never, unless ``waits_for`` says which event it waits for.
    """

    group_id: int
    due_at: datetime | None
    n_rows: int
    policy_version_id: int
    waits_for: str | None = None


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
    known = _Known(session, upload, now)
    decided: dict[_Key, AudienceDecision | None] = {}
    rows: list[tuple[int, int] | None] = []
    counts: dict[_Key, int] = {}
    obj_ids = upload.obj_ids if len(upload.obj_ids) != 1 else [upload.obj_ids[0]] * len(upload.mjds)
    for row, (instrument_id, mjd) in enumerate(zip(upload.instrument_ids, upload.mjds, strict=True)):
        # The night as in ``night_of``: noon to noon UTC.
        night = (instrument_id, math.floor(mjd - 0.5))
        obj_id = obj_ids[row] if obj_ids and known.asks_obj(night, mjd) else None
        key = (*night, obj_id)
        if key not in decided:
            decided[key] = known.decide(night, mjd, obj_id)
        counts[key] = counts.get(key, 0) + 1
        decision = decided[key]
        rows.append((decision.audience_id, decision.policy_version_id) if decision else None)
    return UploadPlan(rows, _withheld(decided, counts))


class _Known:
    """The versions that govern an upload, looked up once for each instrument and night."""

    def __init__(self, session: Session, upload: Upload, now: datetime) -> None:
        self._session, self._upload, self._now = session, upload, now
        self._versions: dict[tuple[int | None, int], PolicyVersion | None] = {}
        self._by_class: dict[int, bool] = {}

    def version(self, night: tuple[int | None, int], mjd: float) -> PolicyVersion | None:
        """Return the version for an instrument and night."""
        if night not in self._versions:
            self._versions[night] = _version(self._session, self._upload, night[0], time_of(mjd))
        return self._versions[night]

    def asks_obj(self, night: tuple[int | None, int], mjd: float) -> bool:
        """Return whether the terms hang on the object."""
        version = self.version(night, mjd)
        if version is None:
            return False
        if version.id not in self._by_class:
            document = PolicyDocument.model_validate(version.document)
            self._by_class[version.id] = document.asks_class(self._upload.product)
        return self._by_class[version.id]

    def decide(self, night: tuple[int | None, int], mjd: float, obj_id: str | None) -> AudienceDecision | None:
        """Return the audience of the rows of a night (and object), and schedule its releases."""
        upload, version = self._upload, self.version(night, mjd)
        if version is None:
            return None
        if len(upload.stream_ids) > 1:
            raise BadInput("Under a sharing policy, send the rows of each stream by themselves.", field="stream_ids")
        scope = Scope(
            product=upload.product,
            stream_id=upload.stream_ids[0] if upload.stream_ids else None,
            asked=None if upload.group_ids is None else tuple(sorted(set(upload.group_ids))),
            level=Level.DERIVED if upload.product in NOTES else upload.level,
            instrument_id=night[0],
            obj_id=obj_id,
        )
        return audience_for(self._session, version, upload.holder_id, time_of(mjd), self._now, scope)


def _anything_attached(session: Session, upload: Upload) -> bool:
    """Most uploads are under no policy: one query tells."""
    places = or_(
        PolicyAttachment.instrument_id.in_({i for i in upload.instrument_ids if i is not None}),
        PolicyAttachment.stream_id.in_(upload.stream_ids),
        PolicyAttachment.group_id == upload.holder_id,
    )
    return session.execute(select(PolicyAttachment.id).where(places).limit(1)).first() is not None


def _version(
    session: Session, upload: Upload, instrument_id: int | None, observed_at: datetime
) -> PolicyVersion | None:
    found, fixed = None, _fixed(session, upload)
    if fixed is None or upload.joins:
        found = version_for(
            session,
            instrument_id=instrument_id,
            stream_ids=upload.stream_ids,
            group_ids=(upload.holder_id,),
            product=upload.product,
            at=observed_at,
        )
    if fixed is None:
        return found
    own = _single(session, fixed)
    known = {version.policy_id for version in own}
    # The version of a policy that governs already stays the one that it is.
    joining = [v for v in (_single(session, found) if found is not None else []) if v.policy_id not in known]
    return combined(session, [*own, *joining])


def _fixed(session: Session, upload: Upload) -> PolicyVersion | None:
    """Return the version that governs the rows already; one that is silent on their product (a request's) does not."""
    if upload.version_id is None:
        return None
    version = session.get_one(PolicyVersion, upload.version_id)
    return version if PolicyDocument.model_validate(version.document).terms(upload.product) else None


def _single(session: Session, version: PolicyVersion) -> list[PolicyVersion]:
    if version.parts is None:
        return [version]
    return list(session.scalars(select(PolicyVersion).where(PolicyVersion.id.in_(version.parts))))


def _withheld(decided: dict[_Key, AudienceDecision | None], counts: dict[_Key, int]) -> list[Withheld]:
    found: dict[tuple[int, datetime | None, int, str | None], int] = {}
    for key, decision in decided.items():
        if decision is None:
            continue
        version = decision.policy_version_id
        parts: list[tuple[int, datetime | None, int, str | None]] = [
            *((g, due, version, None) for g, due in decision.withheld),
            *((g, None, version, None) for g in decision.never),
            *((g, None, version, event) for g, event in decision.waiting.items()),
        ]
        for place in parts:
            found[place] = found.get(place, 0) + counts[key]
    return [Withheld(g, due, n, version, event) for (g, due, version, event), n in found.items()]
