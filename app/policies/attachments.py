"""What a policy governs: allocations, instruments, streams, groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Conflict, NotFound
from app.policies.versions import get_policy, need_admin
from app.tables import Allocation, Instrument, PolicyAttachment, Stream


@dataclass(frozen=True)
class Thing:
    """The one thing that a policy is attached to."""

    allocation_id: int | None = None
    instrument_id: int | None = None
    stream_id: int | None = None
    group_id: int | None = None

    @property
    def named(self) -> dict[str, int]:
        """The columns that are set."""
        return {name: value for name, value in asdict(self).items() if value is not None}


def attach(session: Session, principal: Principal, policy_id: int, thing: Thing) -> PolicyAttachment:
    """Let a policy govern a thing, from the next data on.

    It takes an admin of the policy's group who may also speak for the thing: an admin of the allocation's group or
    of the group itself; for an instrument or a stream, the ACL to manage them. Raises :class:`Conflict` where this
    policy governs it already; several policies on one thing combine to the strictest.
    """
    policy = get_policy(session, policy_id)
    need_admin(session, principal, policy.holder_id)
    if len(thing.named) != 1:
        raise BadInput("Name one of allocation_id, instrument_id, stream_id, group_id.", field="allocation_id")
    _need_say(session, principal, thing)
    if _attached(session, policy_id, thing):
        raise Conflict("This policy governs it already.")
    attachment = PolicyAttachment(policy_id=policy_id, **thing.named)
    session.add(attachment)
    session.flush()
    after = {"attachment_id": attachment.id, **thing.named}
    record(session, principal.user_id, Change("attach", "policy", policy_id, policy.holder_id, after=after))
    return attachment


def detach(session: Session, principal: Principal, policy_id: int, attachment_id: int) -> None:
    """End an attachment: data that exist keep their policy, new data are no longer governed by it."""
    policy = get_policy(session, policy_id)
    need_admin(session, principal, policy.holder_id)
    attachment = session.get(PolicyAttachment, attachment_id)
    if attachment is None or attachment.policy_id != policy_id:
        raise NotFound("This policy has no such attachment.")
    before = {"attachment_id": attachment_id, **thing_of(attachment).named}
    session.execute(delete(PolicyAttachment).where(PolicyAttachment.id == attachment_id))
    session.expunge(attachment)
    record(session, principal.user_id, Change("detach", "policy", policy_id, policy.holder_id, before=before))


def attachments_of(session: Session, policy_ids: Iterable[int]) -> dict[int, list[PolicyAttachment]]:
    """Return what each policy governs now."""
    ids = list(policy_ids)
    found: dict[int, list[PolicyAttachment]] = {i: [] for i in ids}
    wanted = select(PolicyAttachment).where(PolicyAttachment.policy_id.in_(ids)).order_by(PolicyAttachment.id)
    for attachment in session.scalars(wanted):
        found[attachment.policy_id].append(attachment)
    return found


def thing_of(attachment: PolicyAttachment) -> Thing:
    """Return what an attachment is on."""
    return Thing(attachment.allocation_id, attachment.instrument_id, attachment.stream_id, attachment.group_id)


def _need_say(session: Session, principal: Principal, thing: Thing) -> None:
    if thing.allocation_id is not None:
        allocation = session.get(Allocation, thing.allocation_id)
        if allocation is None:
            raise BadInput("There is no such allocation of a group of yours.", field="allocation_id")
        need_admin(session, principal, allocation.group_id)
    elif thing.group_id is not None:
        need_admin(session, principal, thing.group_id)
    elif thing.instrument_id is not None:
        principal.need("Manage instruments")
        if session.get(Instrument, thing.instrument_id) is None:
            raise BadInput("There is no such instrument.", field="instrument_id")
    elif thing.stream_id is not None:
        principal.need("Manage streams")
        if session.get(Stream, thing.stream_id) is None:
            raise BadInput("There is no such stream that you can read.", field="stream_id")


def _attached(session: Session, policy_id: int, thing: Thing) -> bool:
    wanted = select(PolicyAttachment.id).where(PolicyAttachment.policy_id == policy_id)
    for name, value in thing.named.items():
        wanted = wanted.where(getattr(PolicyAttachment, name) == value)
    return session.execute(wanted).first() is not None
