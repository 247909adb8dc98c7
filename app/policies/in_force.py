"""Which policy versions are in force on data: those of all things that the data belong to; the strictest holds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, or_, select, text
from sqlalchemy.orm import Session

from app.policies.combine import combine
from app.policies.document import PolicyDocument, Product
from app.policies.summary import summary
from app.tables import PolicyAttachment, PolicyVersion


@dataclass(frozen=True)
class Things:
    """What data belong to, any of which a policy may be attached to. ``group_ids`` are holders."""

    allocation_ids: Sequence[int] = ()
    instrument_ids: Sequence[int] = ()
    stream_ids: Sequence[int] = ()
    group_ids: Sequence[int] = ()


class InForce:
    """The policies attached to some things, with all their versions, looked up once for any number of rows."""

    def __init__(self, session: Session, things: Things) -> None:
        self._session = session
        self._of_instrument: dict[int, set[int]] = {}
        self._on_all: set[int] = set()
        for policy_id, instrument_id in session.execute(_attached(things)):
            if instrument_id is None:
                self._on_all.add(policy_id)
            else:
                self._of_instrument.setdefault(instrument_id, set()).add(policy_id)
        self._versions: dict[int, list[PolicyVersion]] = {}
        self._documents: dict[int, PolicyDocument] = {}
        self._combined: dict[frozenset[int], PolicyVersion | None] = {}
        self._look_up()

    def __bool__(self) -> bool:
        return bool(self._versions)

    def versions(self, instrument_id: int | None, product: Product | None, at: datetime | None) -> list[PolicyVersion]:
        """Return, of each policy that speaks of the product (None: any), the version of that time (None: newest)."""
        policies = self._on_all | (
            self._of_instrument.get(instrument_id, set()) if instrument_id is not None else set()
        )
        chosen = [_of_time(self._versions[p], at) for p in sorted(policies)]
        return [v for v in chosen if product is None or self.document(v).terms(product)]

    def together(self, versions: Sequence[PolicyVersion]) -> PolicyVersion | None:
        """Return the version that stands for all of these."""
        key = frozenset(v.id for v in versions)
        if key not in self._combined:
            self._combined[key] = combined(self._session, versions)
        return self._combined[key]

    def document(self, version: PolicyVersion) -> PolicyDocument:
        """Return the document of a version, read once."""
        if version.id not in self._documents:
            self._documents[version.id] = PolicyDocument.model_validate(version.document)
        return self._documents[version.id]

    def _look_up(self) -> None:
        policies = self._on_all.union(*self._of_instrument.values())
        if not policies:
            return
        of_policies = select(PolicyVersion).where(PolicyVersion.policy_id.in_(policies))
        for version in self._session.scalars(of_policies.order_by(PolicyVersion.policy_id, PolicyVersion.version)):
            self._versions.setdefault(version.policy_id or 0, []).append(version)


def version_for(
    session: Session,
    *,
    allocation_id: int | None = None,
    instrument_id: int | None = None,
    stream_ids: Sequence[int] = (),
    group_ids: Sequence[int] = (),
    product: Product | None = Product.PHOTOMETRY,
    at: datetime | None = None,
) -> PolicyVersion | None:
    """Return the policy version in force on data that belong to all these things, or None where there is none.

    ``group_ids`` are holders. ``at`` chooses the versions of that time (for an upload, when the light arrived), the
    first version where the policy is younger than that; without it, the newest. Where several policies meet, the
    version returned is their combination, in which the strictest holds. With ``product`` None, policies count whatever
    they speak of.
    """
    allocations = () if allocation_id is None else (allocation_id,)
    instruments = () if instrument_id is None else (instrument_id,)
    if not (allocations or instruments or stream_ids or group_ids):
        return None
    found = InForce(session, Things(allocations, instruments, stream_ids, group_ids))
    return found.together(found.versions(instrument_id, product, at))


def combined(session: Session, versions: Iterable[PolicyVersion]) -> PolicyVersion | None:
    """Return the version that stands for all of these: itself for one, a combination for more, None for none."""
    distinct = {v.id: v for v in versions}
    if len(distinct) < 2:
        return next(iter(distinct.values()), None)
    document = combine(PolicyDocument.model_validate(v.document) for v in distinct.values())
    version_id = session.execute(
        text("SELECT access.combine_versions(CAST(:ids AS int[]), CAST(:document AS jsonb), :told)"),
        {"ids": sorted(distinct), "document": document.model_dump_json(), "told": summary(document)},
    ).scalar_one()
    return session.get_one(PolicyVersion, version_id)


def _attached(things: Things) -> Select[int, int | None]:
    places = or_(
        PolicyAttachment.allocation_id.in_(set(things.allocation_ids)),
        PolicyAttachment.instrument_id.in_(set(things.instrument_ids)),
        PolicyAttachment.stream_id.in_(set(things.stream_ids)),
        PolicyAttachment.group_id.in_(set(things.group_ids)),
    )
    return select(PolicyAttachment.policy_id, PolicyAttachment.instrument_id).where(places)


def _of_time(versions: list[PolicyVersion], at: datetime | None) -> PolicyVersion:
    """The newest version that was written by then; the first one where the policy is younger."""
    if at is None:
        return versions[-1]
    return versions[max(0, bisect_right([v.created_at for v in versions], at) - 1)]
