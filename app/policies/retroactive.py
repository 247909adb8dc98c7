"""A retroactive change of a policy: what it would do, and doing it.

A new version of a policy is for new data. To bring data that exist under another version is an act of its own: it is
planned, confirmed with exactly the numbers that the plan said, and stands in the history. Who loses a right loses it in
the transaction that confirms; rows then move to their new audiences in small batches (:mod:`app.policies.retro_move`),
and whom the new terms let in is let in by releases.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.access.elevation import elevated
from app.access.history import Change, record
from app.access.notify import Notice, notify
from app.access.principal import Principal
from app.errors import BadInput, Conflict
from app.policies.document import PolicyDocument
from app.policies.evaluate import combined
from app.policies.retro_effect import Effect, GroupEffect, effect_of
from app.policies.summary import differences
from app.policies.versions import get_policy, get_version, group_names, need_admin
from app.tables import (
    Audience,
    AudienceGrant,
    Policy,
    PolicyVersion,
    Release,
    RetroactiveChange,
    VersionReplacement,
)


class NeedsConfirmation(Conflict):
    """What it would do is to be looked at, and confirmed, first; nothing was changed."""

    code = "needs_confirmation"


@dataclass(frozen=True)
class Wish:
    """Bring data under these versions (numbers of one policy) under another one of it, and why."""

    from_versions: tuple[int, ...]
    to_version: int
    why: str


@dataclass(frozen=True)
class Plan:
    """What a retroactive change would do. ``rows`` by kind of product.

    ``beyond_rows`` were opened by the holder beyond the policy: these acts stay. ``confirmation`` is bound to exactly
    these numbers; it is sent back to have it done.
    """

    policy_id: int
    from_versions: list[int]
    to_version: int
    rows: dict[str, int]
    n_rows: int
    n_audiences: int
    beyond_rows: int
    people_gain: int
    people_lose: int
    first_at: datetime | None
    last_at: datetime | None
    groups: list[GroupEffect]
    sentences: list[str]
    confirmation: str = ""


@dataclass
class _Case:
    """A change with all that it is about, as the database says now."""

    policy: Policy
    wish: Wish
    old: list[PolicyVersion]
    new: PolicyVersion
    pairs: dict[int, PolicyVersion] = field(default_factory=dict)


def plan(session: Session, principal: Principal, policy_id: int, wish: Wish, now: datetime) -> Plan:
    """Return what the change would do; writes nothing.

    Raises :class:`Forbidden` unless the principal is an admin of the policy's holder, :class:`BadInput` where no data
    are under these versions, or the new version is silent on some of them.
    """
    case = _case(session, principal, policy_id, wish)
    with elevated(session, principal, f"retroactive change of policy {policy_id}: plan"):
        return _planned(session, case, now)[0]


def change(
    session: Session, principal: Principal, policy_id: int, wish: Wish, confirm: str, now: datetime
) -> RetroactiveChange:
    """Do what was planned: at once whoever loses a right, by the release service all else.

    Raises :class:`NeedsConfirmation` with the plan as it is now where ``confirm`` is not bound to it, and
    :class:`Conflict` while an earlier change of this group's data is still under way.
    """
    case = _case(session, principal, policy_id, wish)
    holder_id = case.policy.holder_id
    with elevated(session, principal, f"retroactive change of policy {policy_id}"):
        # From here on nobody opens an embargo of this holder until this is done.
        session.execute(text("SELECT access.retroactive_turn(:holder, true)"), {"holder": holder_id})
        going = select(RetroactiveChange.id).where(
            RetroactiveChange.holder_id == holder_id, RetroactiveChange.done_at.is_(None)
        )
        if session.execute(going).first() is not None:
            raise Conflict("An earlier retroactive change of this group's data is still under way; wait for its end.")
        planned, effect = _planned(session, case, now)
        if planned.confirmation != confirm:
            raise NeedsConfirmation(
                "The numbers have changed meanwhile. Look at the plan again, and confirm it.", plan=_json(planned)
            )
        made = _write(session, principal, case, planned)
        _narrow(session, effect)
    _tell(session, principal, case, planned, effect, made.id)
    return made


def list_changes(session: Session, policy_id: int) -> Sequence[RetroactiveChange]:
    """Return the retroactive changes of a policy, the latest first, as far as its holder's members may see them."""
    get_policy(session, policy_id)
    query = select(RetroactiveChange).where(RetroactiveChange.policy_id == policy_id)
    return session.scalars(query.order_by(RetroactiveChange.id.desc())).all()


def needs_confirmation(planned: Plan) -> NeedsConfirmation:
    """Return the refusal that carries a plan."""
    return NeedsConfirmation(
        f"This brings {planned.n_rows} rows under version {planned.to_version}: {planned.people_lose} people lose and "
        f"{planned.people_gain} gain the right to read some of them. Send 'confirm' with the plan's confirmation to do "
        "it.",
        field="confirm",
        plan=_json(planned),
    )


def _case(session: Session, principal: Principal, policy_id: int, wish: Wish) -> _Case:
    policy = get_policy(session, policy_id)
    need_admin(session, principal, policy.holder_id)
    if wish.to_version in wish.from_versions:
        raise BadInput("Name a version other than those that it replaces.", field="to_version")
    new = get_version(session, policy_id, wish.to_version)
    return _Case(policy, wish, [get_version(session, policy_id, n) for n in sorted(set(wish.from_versions))], new)


def _planned(session: Session, case: _Case, now: datetime) -> tuple[Plan, Effect]:
    case.pairs = pairs(session, {v.id: case.new for v in case.old})
    effect = effect_of(session, case.policy.holder_id, case.pairs, now)
    if effect.n_rows == 0:
        raise BadInput("No data of this group are under these versions: there is nothing to change.",
                       field="from_versions")  # fmt: skip
    names = group_names(session, {g.group_id for g in effect.groups})
    new = PolicyDocument.model_validate(case.new.document)
    said = [
        line
        for old in case.old
        for line in differences(PolicyDocument.model_validate(old.document), new, names)
    ]  # fmt: skip
    planned = Plan(
        policy_id=case.policy.id,
        from_versions=[v.version or 0 for v in case.old],
        to_version=case.wish.to_version,
        rows=effect.rows,
        n_rows=effect.n_rows,
        n_audiences=effect.n_audiences,
        beyond_rows=effect.beyond_rows,
        people_gain=len(effect.gain),
        people_lose=len(effect.lose),
        first_at=effect.first_at,
        last_at=effect.last_at,
        groups=[g.named(names.get(g.group_id)) for g in effect.groups],
        sentences=[*dict.fromkeys(said), *_sentences(effect)],
    )
    return Plan(**{**planned.__dict__, "confirmation": _bound(planned, effect)}), effect


def _sentences(effect: Effect) -> list[str]:
    said = ["Whoever loses the right to read loses it at once; whoever gains it is let in as the new terms say."]
    if effect.beyond_rows:
        said.append(f"{effect.beyond_rows} rows were opened by their holder beyond the policy: that stays; withdraw it "
                    "by itself.")  # fmt: skip
    return said


def _bound(planned: Plan, effect: Effect) -> str:
    """Return a word that no other numbers, versions or people have."""
    told = {**_json(planned), "audiences": sorted(effect.counts), "gain": sorted(effect.gain),
            "lose": sorted(effect.lose)}  # fmt: skip
    return f"{planned.n_rows}-rows-{hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:20]}"


def _json(planned: Plan) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(json.dumps(asdict(planned), default=lambda at: at.isoformat()))
    return told


def pairs(session: Session, replaced: dict[int, PolicyVersion]) -> dict[int, PolicyVersion]:
    """Return which version takes the place of which: of the replaced ones, and of all combinations with them."""
    found = dict(replaced)
    old = list(replaced)
    for combination in session.scalars(select(PolicyVersion).where(PolicyVersion.parts.overlap(old))):
        ids = {replaced[p].id if p in replaced else p for p in combination.parts or []}
        new = combined(session, session.scalars(select(PolicyVersion).where(PolicyVersion.id.in_(ids))).all())
        if new is not None and new.id != combination.id:
            found[combination.id] = new
    return found


def _write(session: Session, principal: Principal, case: _Case, planned: Plan) -> RetroactiveChange:
    made = RetroactiveChange(
        policy_id=case.policy.id,
        holder_id=case.policy.holder_id,
        from_version_ids=[v.id for v in case.old],
        to_version_id=case.new.id,
        by_id=principal.user_id,
        why=case.wish.why,
        plan=_json(planned),
        n_rows=planned.n_rows,
    )
    session.add(made)
    r = VersionReplacement
    old = [v.id for v in case.old]
    # What was replaced by these before is replaced by the new one; that one itself holds (again).
    following = update(r).where(r.holder_id == case.policy.holder_id, r.new_version_id.in_(old))
    session.execute(following.values(new_version_id=case.new.id))
    session.execute(delete(r).where(r.holder_id == case.policy.holder_id, r.version_id == case.new.id))
    values = [{"version_id": v, "holder_id": case.policy.holder_id, "new_version_id": case.new.id} for v in old]
    statement = insert(r).values(values)
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["version_id", "holder_id"], set_={"new_version_id": statement.excluded.new_version_id}
        )
    )
    session.flush()
    return made


def _narrow(session: Session, effect: Effect) -> None:
    """Close the audiences under the replaced terms, in one transaction, to all whom the new terms do not let in now."""
    ids = sorted(effect.keeps)
    session.execute(select(Audience.id).where(Audience.id.in_(ids)).order_by(Audience.id).with_for_update())
    # Releases first: one that is being done at this moment is waited for, and its grant is then seen.
    session.execute(delete(Release).where(Release.audience_id.in_(ids), Release.done_at.is_(None)))
    session.execute(update(Audience).where(Audience.id.in_(ids)).values(stale=False))
    for keep, audience_ids in effect.by_keep():
        gone = delete(AudienceGrant).where(AudienceGrant.audience_id.in_(audience_ids))
        session.execute(gone.where(_not_kept(keep)))
    session.expire_all()


def _not_kept(keep: Iterable[tuple[int | None, int | None]]) -> Any:
    pair = text(
        "NOT EXISTS (SELECT FROM jsonb_to_recordset(CAST(:kept AS jsonb)) AS k(g int, s int)"
        " WHERE (k.g, k.s) IS NOT DISTINCT FROM (audience_grants.group_id, audience_grants.stream_id))"
    )
    return pair.bindparams(kept=json.dumps([{"g": g, "s": s} for g, s in sorted(keep, key=str)]))


def _tell(session: Session, principal: Principal, case: _Case, planned: Plan, effect: Effect, change_id: int) -> None:
    before = {"versions": planned.from_versions}
    after = {"version": planned.to_version, "change_id": change_id, "n_rows": planned.n_rows,
             "people_gain": planned.people_gain, "people_lose": planned.people_lose}  # fmt: skip
    done = Change("change retroactively", "policy", case.policy.id, case.policy.holder_id, before, after, case.wish.why)
    record(session, principal.user_id, done)
    name = f"{case.policy.name!r}"
    subject, url = ("policy", case.policy.id), f"/policies/{case.policy.id}"
    lost = f"The sharing policy {name} was changed for existing data too; you no longer read some of them."
    notify(session, effect.lose, Notice("policy.retroactive", lost, subject, url))
    said = (
        f"The sharing policy {name} was changed for {planned.n_rows} existing rows of your group, from version "
        f"{', '.join(map(str, planned.from_versions))} to {planned.to_version}. Why: {case.wish.why}"
    )
    notify(session, effect.holders - {principal.user_id}, Notice("policy.retroactive", said, subject, url))
