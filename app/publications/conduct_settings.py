"""How a collaboration keeps its conduct ledger: off by default, on by a decision of its group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.notify import Notice, notify
from app.access.outbox import announce
from app.access.principal import Principal
from app.errors import BadInput, NotFound
from app.policies.versions import group_names, need_admin
from app.publications.conduct_rules import MOST_WEIGHT, rule_named
from app.tables import ConductMember, ConductSettings, User

MISSING = "There is no such conduct ledger."
KIND = "conduct ledger"


@dataclass(frozen=True)
class FollowupShare:
    """A score makes a factor of how much a team's requests weigh on telescopes of others: bounded, 1 at score 0."""

    on: bool = False
    per_point: float = 0.1
    least: float = 0.5
    most: float = 1.5


@dataclass(frozen=True)
class AskedFirst:
    """A score brings a team's telescopes forward or back among those that can be asked, in airmass."""

    on: bool = False
    per_point: float = 0.05
    most: float = 0.3


@dataclass(frozen=True)
class DefaultOpenness:
    """Teams below a score are left out of what is shared by default: never of what a policy or a person names."""

    on: bool = False
    least_score: float = 0.0


@dataclass(frozen=True)
class Effects:
    """What a score changes; all off unless switched on."""

    followup_share: FollowupShare = FollowupShare()
    asked_first: AskedFirst = AskedFirst()
    default_openness: DefaultOpenness = DefaultOpenness()


@dataclass(frozen=True)
class RuleInForce:
    """A rule that is on: its weight and parameters, and since when it is in force so (UTC)."""

    weight: float
    parameters: dict[str, float]
    since: datetime


@dataclass(frozen=True)
class Wanted:
    """Settings as an admin sends them; a rule that is not named is off."""

    enabled: bool
    rules: Mapping[str, tuple[float | None, Mapping[str, float]]] = field(default_factory=dict)
    half_life_days: float = 180.0
    appeal_days: int = 21
    reviewer_ids: Sequence[int] = ()
    effects: Effects = Effects()


@dataclass(frozen=True)
class Ledger:
    """The settings of a collaboration's ledger as they are."""

    group_id: int
    group: str | None
    enabled: bool
    version: int
    rules: dict[str, RuleInForce]
    half_life_days: float
    appeal_days: int
    reviewer_ids: list[int]
    effects: Effects


def effects_of(row: ConductSettings) -> Effects:
    """Return the effects of a ledger."""
    kept = row.effects
    return Effects(
        FollowupShare(**kept.get("followup_share", {})),
        AskedFirst(**kept.get("asked_first", {})),
        DefaultOpenness(**kept.get("default_openness", {})),
    )


def rules_of(row: ConductSettings) -> dict[str, RuleInForce]:
    """Return the rules that are on in a ledger, by name."""
    return {
        name: RuleInForce(kept["weight"], kept["parameters"], datetime.fromisoformat(kept["since"]))
        for name, kept in row.rules.items()
    }


def get_ledger(session: Session, group_id: int) -> Ledger:
    """Return the settings of a ledger that one keeps, takes part in or was asked to join; raise :class:`NotFound`.

    A group of one's own that keeps none has it off, with what would be the defaults.
    """
    row = session.get(ConductSettings, group_id, populate_existing=True)
    names = group_names(session, [group_id])
    if row is None:
        mine = text("SELECT :id IN (SELECT access.my_groups()) OR current_user = 'skyrelay_admin'")
        if group_id not in names or not session.execute(mine, {"id": group_id}).scalar_one():
            raise NotFound(MISSING)
        return Ledger(group_id, names[group_id], False, 0, {}, 180.0, 21, [], Effects())
    return Ledger(
        group_id, names.get(group_id), row.enabled, row.version, rules_of(row), row.half_life_days, row.appeal_days,
        list(row.reviewer_ids), effects_of(row),
    )  # fmt: skip


def set_ledger(
    session: Session, principal: Principal, group_id: int, wanted: Wanted, now: datetime | None = None
) -> Ledger:
    """Write how a collaboration keeps its ledger; takes an admin of its group, and its members' admins are told.

    A rule that is new or changed counts what happens from now on: nobody is judged by what they could not know.
    Raises :class:`BadInput` for an unknown rule, parameter or reviewer, or where nothing would change.
    """
    before = get_ledger(session, group_id)
    need_admin(session, principal, group_id)
    _check(session, wanted)
    at = now or datetime.now(UTC)
    rules = _in_force(wanted, before, at)
    values: dict[str, Any] = {
        "enabled": wanted.enabled,
        "rules": {name: asdict(rule) | {"since": rule.since.isoformat()} for name, rule in rules.items()},
        "half_life_days": wanted.half_life_days,
        "appeal_days": wanted.appeal_days,
        "reviewer_ids": list(dict.fromkeys(wanted.reviewer_ids)),
        "effects": asdict(wanted.effects),
    }
    if values == _plain(before) and before.version:
        raise BadInput("The ledger is kept so already.")
    written = {**values, "version": before.version + 1, "changed_by_id": principal.user_id}
    statement = insert(ConductSettings).values(group_id=group_id, **written)
    session.execute(
        statement.on_conflict_do_update(index_elements=["group_id"], set_={**written, "modified": func.now()})
    )
    record(session, principal.user_id, Change("set", KIND, group_id, group_id, _plain(before), values))
    joined = session.scalars(
        select(ConductMember.group_id).where(
            ConductMember.collaboration_id == group_id, ConductMember.state == "joined"
        )
    ).all()
    for member_id in joined:
        tell(session, group_id, member_id, "The rules of a conduct ledger that your group takes part in have changed.")
    session.expire_all()
    return get_ledger(session, group_id)


def tell(
    session: Session, collaboration_id: int, group_id: int, told: str, subject: tuple[str, int] | None = None
) -> None:
    """Notify the admins of a group that takes part, or of the collaboration itself."""
    asked = text("SELECT access.conduct_people(:collaboration_id, :group_id)")
    people = session.scalars(asked, {"collaboration_id": collaboration_id, "group_id": group_id}).all()
    about = subject or ("conduct_ledger", collaboration_id)
    notify(session, people, Notice("conduct", told, about, f"/conduct?collaboration_id={collaboration_id}"))
    for user_id in people:
        announce(session, "conduct.changed", user_id=user_id, collaboration_id=collaboration_id, group_id=group_id)


def _check(session: Session, wanted: Wanted) -> None:
    for name, (weight, parameters) in wanted.rules.items():
        rule_named(name).checked(parameters)
        if weight is not None and not 0 < weight <= MOST_WEIGHT:
            raise BadInput(f"The weight of {name!r} must be above 0, up to {MOST_WEIGHT:g}.", field="rules")
    ids = set(wanted.reviewer_ids)
    known = set(session.scalars(select(User.id).where(User.id.in_(ids))))
    for reviewer_id in wanted.reviewer_ids:
        if reviewer_id not in known:
            raise BadInput(f"There is no user with the id {reviewer_id}.", field="reviewer_ids")
    if wanted.enabled and not ids:
        raise BadInput("Name who hears appeals before the ledger is switched on.", field="reviewer_ids")
    if wanted.enabled and not wanted.rules:
        raise BadInput("Choose at least one rule before the ledger is switched on.", field="rules")
    share = wanted.effects.followup_share
    if not share.least <= 1 <= share.most:
        raise BadInput("The factor's bounds must have 1 between them.", field="effects")


def _in_force(wanted: Wanted, before: Ledger, now: datetime) -> dict[str, RuleInForce]:
    found = {}
    for name, (weight, parameters) in wanted.rules.items():
        rule = rule_named(name)
        fresh = RuleInForce(rule.weight if weight is None else weight, rule.checked(parameters), now)
        old = before.rules.get(name)
        same = before.enabled and old is not None and (old.weight, old.parameters) == (fresh.weight, fresh.parameters)
        found[name] = old if same and old is not None else fresh
    return found


def _plain(ledger: Ledger) -> dict[str, Any]:
    rules = {name: asdict(rule) | {"since": rule.since.isoformat()} for name, rule in ledger.rules.items()}
    return {
        "enabled": ledger.enabled, "rules": rules, "half_life_days": ledger.half_life_days,
        "appeal_days": ledger.appeal_days, "reviewer_ids": ledger.reviewer_ids, "effects": asdict(ledger.effects),
    }  # fmt: skip
