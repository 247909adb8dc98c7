"""The rules that a group publishes by: how long a stage may take, when to remind, what settles overlapping claims."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, NotFound
from app.policies.versions import need_admin
from app.publications.stages import CAN_LAPSE
from app.tables import Group, PublicationRule, User

ClaimRule = Literal["first_announced", "thesis_first", "first_refusal", "negotiate", "arbiter"]


@dataclass(frozen=True)
class Rules:
    """``stage_days``: how many days a publication may stay in a stage before it lapses; unnamed ones have no end.

    ``remind_days``: how many days before a deadline people are told. ``claim_days``: how long the procedure over
    overlapping claims takes.
    """

    stage_days: dict[str, int] = field(default_factory=dict)
    remind_days: tuple[int, ...] = (30, 7, 1)
    claim_rule: ClaimRule = "negotiate"
    claim_days: int = 21
    arbiter_id: int | None = None


def rules_of(session: Session, group_id: int) -> Rules:
    """Return the rules of a group; those of nobody in particular where it has none."""
    row = session.get(PublicationRule, group_id)
    if row is None:
        return Rules()
    return Rules(row.stage_days, tuple(row.remind_days), row.claim_rule, row.claim_days, row.arbiter_id)  # type: ignore[arg-type]


def need_rules(session: Session, group_id: int) -> Rules:
    """As :func:`rules_of`, for a group that the principal may know of; raise :class:`NotFound`."""
    if session.get(Group, group_id) is None:
        raise NotFound("There is no such group.")
    return rules_of(session, group_id)


def set_rules(session: Session, principal: Principal, group_id: int, rules: Rules) -> Rules:
    """Write the rules of a group, for stages entered and claims announced from now on; one of its admins may."""
    before = need_rules(session, group_id)
    need_admin(session, principal, group_id)
    for stage in rules.stage_days:
        if stage not in CAN_LAPSE:
            raise BadInput(f"Only {', '.join(CAN_LAPSE)} can have an end.", field="stage_days")
    if rules.arbiter_id is not None and session.get(User, rules.arbiter_id) is None:
        raise BadInput(f"There is no user with the id {rules.arbiter_id}.", field="arbiter_id")
    if rules.claim_rule == "arbiter" and rules.arbiter_id is None:
        raise BadInput("Name the arbiter.", field="arbiter_id")
    values: dict[str, Any] = asdict(rules) | {"remind_days": sorted(set(rules.remind_days), reverse=True)}
    if before == Rules(**values | {"remind_days": tuple(values["remind_days"])}):
        raise BadInput("These are the rules already.")
    values["changed_by_id"] = principal.user_id
    statement = insert(PublicationRule).values(group_id=group_id, **values)
    session.execute(
        statement.on_conflict_do_update(index_elements=["group_id"], set_={**values, "modified": func.now()})
    )
    change = Change("set", "publication rules", group_id, group_id, before=_plain(before), after=_plain(rules))
    record(session, principal.user_id, change)
    session.expire_all()
    return rules_of(session, group_id)


def deadline(rules: Rules, stage: str, now: datetime | None = None) -> datetime | None:
    """Return when a publication that enters a stage now must have left it; None for no end."""
    days = rules.stage_days.get(stage)
    return None if days is None else (now or datetime.now(UTC)) + timedelta(days=days)


def _plain(rules: Rules) -> dict[str, Any]:
    return asdict(rules) | {"remind_days": list(rules.remind_days)}
