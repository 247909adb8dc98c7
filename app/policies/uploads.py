"""Uploads under a policy: what is asked for is granted as far as the policy permits now, the rest is scheduled."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import BadInput
from app.policies.document import MJD_0, Level, PolicyDocument, Product
from app.policies.evaluate import AudienceDecision, Scope, audiences_for
from app.policies.in_force import InForce, Things, combined
from app.tables import PolicyVersion
from app.times import time_of

NOTES = (Product.CLASSIFICATION, Product.ANNOTATION, Product.COMMENT)
"""What people and programs make of data: always derived."""
_Night = tuple[int | None, int]
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
    groups and streams ask for; rows of one stream under a policy are read by its subscribers only. What is asked of
    the database does not grow with the nights.
    """
    known = _Known(session, upload)
    if not known:
        return UploadPlan([None] * len(upload.mjds), [])
    keys = known.keys()
    counts = Counter(keys)
    decided = _decide(session, upload, now, {key: known.version(key) for key in counts})
    rows = {key: (d.audience_id, d.policy_version_id) if d else None for key, d in decided.items()}
    return UploadPlan([rows[key] for key in keys], _withheld(decided, counts))


class _Known:
    """The versions that govern an upload: attachments and versions are looked up once, chosen for each night."""

    def __init__(self, session: Session, upload: Upload) -> None:
        self._session, self._upload = session, upload
        self._in_force: InForce | None = None
        self._own = _fixed(session, upload)
        if not self._own or upload.joins:
            instruments = {i for i in upload.instrument_ids if i is not None}
            things = Things((), tuple(instruments), upload.stream_ids, (upload.holder_id,))
            self._in_force = InForce(session, things)
        self._nights: dict[_Night, PolicyVersion | None] = {}
        self._single: dict[frozenset[int], PolicyVersion | None] = {}
        self._by_class: dict[int, bool] = {}

    def __bool__(self) -> bool:
        return bool(self._own) or bool(self._in_force)

    def keys(self) -> list[_Key]:
        """Return, row by row, the instrument, the night and the object that decide about it."""
        upload = self._upload
        # The night as in ``night_of``: noon to noon UTC.
        nights = [math.floor(mjd - 0.5) for mjd in upload.mjds]
        objs: Sequence[str | None] = upload.obj_ids or [None]
        objs = objs if len(objs) != 1 else [objs[0]] * len(nights)
        for instrument_id, number, mjd in zip(upload.instrument_ids, nights, upload.mjds, strict=True):
            if (instrument_id, number) not in self._nights:
                self._nights[instrument_id, number] = self._chosen(instrument_id, mjd)
        asks = {night: version is not None and self._asks_obj(version) for night, version in self._nights.items()}
        return [
            (i, number, obj_id if asks[i, number] else None)
            for i, number, obj_id in zip(upload.instrument_ids, nights, objs, strict=True)
        ]

    def version(self, key: _Key) -> PolicyVersion | None:
        """Return the version for an instrument and night."""
        return self._nights[key[:2]]

    def _chosen(self, instrument_id: int | None, mjd: float) -> PolicyVersion | None:
        found = []
        if self._in_force is not None:
            found = self._in_force.versions(instrument_id, self._upload.product, time_of(mjd))
        # The version of a policy that governs already stays the one that it is.
        governed = {version.policy_id for version in self._own}
        versions = [*self._own, *(v for v in found if v.policy_id not in governed)]
        key = frozenset(v.id for v in versions)
        if key not in self._single:
            self._single[key] = combined(self._session, versions)
        return self._single[key]

    def _asks_obj(self, version: PolicyVersion) -> bool:
        """Whether the terms hang on the object."""
        if version.id not in self._by_class:
            document = PolicyDocument.model_validate(version.document)
            self._by_class[version.id] = document.asks_class(self._upload.product)
        return self._by_class[version.id]


def _decide(
    session: Session, upload: Upload, now: datetime, versions: dict[_Key, PolicyVersion | None]
) -> dict[_Key, AudienceDecision | None]:
    decided: dict[_Key, AudienceDecision | None] = dict.fromkeys(versions)
    by_version: dict[int, list[_Key]] = {}
    for key, version in versions.items():
        if version is not None:
            by_version.setdefault(version.id, []).append(key)
    if by_version and len(upload.stream_ids) > 1:
        raise BadInput("Under a sharing policy, send the rows of each stream by themselves.", field="stream_ids")
    for keys in by_version.values():
        wanted = [(MJD_0 + timedelta(days=night), _scope(upload, i, obj_id)) for i, night, obj_id in keys]
        version = versions[keys[0]]
        if version is not None:
            found = audiences_for(session, version, upload.holder_id, wanted, now)
            decided.update(zip(keys, found, strict=True))
    return decided


def _scope(upload: Upload, instrument_id: int | None, obj_id: str | None) -> Scope:
    return Scope(
        product=upload.product,
        stream_id=upload.stream_ids[0] if upload.stream_ids else None,
        asked=None if upload.group_ids is None else tuple(sorted(set(upload.group_ids))),
        level=Level.DERIVED if upload.product in NOTES else upload.level,
        instrument_id=instrument_id,
        obj_id=obj_id,
    )


def _fixed(session: Session, upload: Upload) -> list[PolicyVersion]:
    """Return the versions that govern the rows already; one silent on their product (a request's) does not."""
    if upload.version_id is None:
        return []
    version = session.get_one(PolicyVersion, upload.version_id)
    if PolicyDocument.model_validate(version.document).terms(upload.product) is None:
        return []
    if version.parts is None:
        return [version]
    return list(session.scalars(select(PolicyVersion).where(PolicyVersion.id.in_(version.parts))))


def _withheld(decided: dict[_Key, AudienceDecision | None], counts: Mapping[_Key, int]) -> list[Withheld]:
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
