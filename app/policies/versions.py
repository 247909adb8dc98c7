"""Policies and their versions: made by the admins of the holder group, never changed once written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, insert, select, text
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, Conflict, Forbidden, NotFound
from app.policies.document import PolicyDocument, as_json
from app.policies.references import need_references
from app.policies.summary import summary
from app.tables import Group, Policy, PolicyVersion

MISSING = "There is no such policy."
_SAME_NAME = text("SELECT pg_advisory_xact_lock(hashtext('skyrelay policy'), :key)")


@dataclass(frozen=True)
class NewPolicy:
    """What a policy is made from; ``holder_id`` is the group whose policy it is."""

    name: str
    holder_id: int
    document: PolicyDocument


def create_policy(session: Session, principal: Principal, new: NewPolicy) -> PolicyVersion:
    """Make a policy with its first version.

    Raises :class:`Forbidden` unless the principal is an admin of the holder group, :class:`BadInput` for a document
    that names what it may not (:mod:`app.policies.references`), and :class:`Conflict` where the group has a policy of
    this name.
    """
    need_admin(session, principal, new.holder_id)
    need_references(session, new.document, new.holder_id)
    session.execute(_SAME_NAME, {"key": new.holder_id})
    taken = select(Policy.id).where(Policy.holder_id == new.holder_id, Policy.name == new.name)
    if session.execute(taken).first():
        raise Conflict(f"This group has a policy called {new.name!r}: give it a new version.", field="name")
    values = {"name": new.name, "holder_id": new.holder_id, "owner_id": principal.user_id}
    policy_id = session.execute(insert(Policy).values(**values).returning(Policy.id)).scalar_one()
    record(session, principal.user_id, Change("create", "policy", policy_id, new.holder_id, after={"name": new.name}))
    return _write(session, principal, policy_id, new.document, 1)


def add_version(
    session: Session, principal: Principal, policy_id: int, document: PolicyDocument, why: str | None = None
) -> PolicyVersion:
    """Write the next version of a policy, for data to come: what exists keeps the version it has."""
    policy = get_policy(session, policy_id)
    need_admin(session, principal, policy.holder_id)
    need_references(session, document, policy.holder_id)
    session.execute(_SAME_NAME, {"key": policy.holder_id})
    latest = select(func.max(PolicyVersion.version)).where(PolicyVersion.policy_id == policy_id)
    number = (session.execute(latest).scalar() or 0) + 1
    version = _write(session, principal, policy_id, document, number)
    change = Change("new version", "policy", policy_id, policy.holder_id, after={"version": number}, why=why)
    record(session, principal.user_id, change)
    return version


def get_policy(session: Session, policy_id: int) -> Policy:
    """Return a policy; raise :class:`NotFound`."""
    policy = session.get(Policy, policy_id)
    if policy is None:
        raise NotFound(MISSING)
    return policy


def list_policies(session: Session) -> Sequence[Policy]:
    """Return every policy: agreements can be read by everybody who is logged in."""
    return session.scalars(select(Policy).order_by(Policy.name, Policy.id)).all()


def versions_of(session: Session, policy_ids: Iterable[int]) -> dict[int, list[PolicyVersion]]:
    """Return the versions of each policy, the first one first."""
    ids = list(policy_ids)
    found: dict[int, list[PolicyVersion]] = {i: [] for i in ids}
    wanted = select(PolicyVersion).where(PolicyVersion.policy_id.in_(ids)).order_by(PolicyVersion.version)
    for version in session.scalars(wanted):
        if version.policy_id is not None:
            found[version.policy_id].append(version)
    return found


def get_version(session: Session, policy_id: int, number: int) -> PolicyVersion:
    """Return one version of a policy by its number; raise :class:`NotFound`."""
    wanted = select(PolicyVersion).where(PolicyVersion.policy_id == policy_id, PolicyVersion.version == number)
    version = session.scalars(wanted).first()
    if version is None:
        raise NotFound(f"This policy has no version {number}.")
    return version


def group_names(session: Session, group_ids: Iterable[int]) -> dict[int, str]:
    """Return the names of those groups that the reader may know of."""
    rows = session.execute(select(Group.id, Group.name).where(Group.id.in_(list(group_ids))))
    return dict(rows.tuples().all())


def groups_gone(session: Session, policy_ids: Iterable[int]) -> dict[int, list[int]]:
    """Return, for each policy that names any, the groups that were deleted since."""
    found: dict[int, list[int]] = {}
    query = text("SELECT policy_id, group_id FROM access.groups_gone(CAST(:ids AS int[]))")
    for policy_id, group_id in session.execute(query, {"ids": list(policy_ids)}).tuples():
        found.setdefault(policy_id, []).append(group_id)
    return found


def labels(session: Session, version_ids: Iterable[int]) -> Mapping[int, str]:
    """Return what people call each version, such as ``Demo policy v2``; a combination names all its parts."""
    wanted = list(session.scalars(select(PolicyVersion).where(PolicyVersion.id.in_(list(version_ids)))))
    parts = {p for v in wanted for p in (v.parts or [v.id])}
    rows = session.execute(
        select(PolicyVersion.id, Policy.name, PolicyVersion.version).join(Policy).where(PolicyVersion.id.in_(parts))
    )
    plain = {i: f"{name} v{number}" for i, name, number in rows}
    return {v.id: " + ".join(plain[p] for p in (v.parts or [v.id]) if p in plain) for v in wanted}


def need_admin(session: Session, principal: Principal, group_id: int) -> None:
    """Raise :class:`Forbidden` unless the principal is an admin of the group, or of the system."""
    if not principal.is_admin and group_id not in set(session.scalars(text("SELECT access.my_admin_groups()"))):
        raise Forbidden("This takes an admin of the group whose data or policy it is; ask one of them.")
    if session.get(Group, group_id) is None:
        raise BadInput(f"There is no group with the id {group_id}.", field="group_id")


def _write(
    session: Session, principal: Principal, policy_id: int, document: PolicyDocument, number: int
) -> PolicyVersion:
    version = PolicyVersion(
        policy_id=policy_id,
        version=number,
        document=as_json(document),
        summary=summary(document),
        created_by_id=principal.user_id,
    )
    session.add(version)
    session.flush()
    return version
