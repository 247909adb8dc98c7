"""Who reads a note under the sharing policies of its group: at once, later, and after a change.

Notes are classifications, annotations and comments. A note's night is the one in which it was written, its level is
derived, and its policy version is the one in force then. A change of its groups asks that version anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.access import audiences
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import Forbidden
from app.portal.governed import Asked, Plan, Planner, Withheld, plan_with
from app.portal.photometry_regrant import middle_of
from app.portal.visibility import Standing, for_groups
from app.tables import Audience
from app.times import mjd_of

LEVEL = "derived"


@dataclass(frozen=True)
class Added:
    """The id of a new note, and whom the policies keep waiting."""

    id: int
    withheld: Sequence[Withheld] = ()


@dataclass(frozen=True)
class Wish:
    """Whom a changed note is for, and why beyond its policy (None: not beyond); ``govern`` asks the policies."""

    group_ids: Sequence[int]
    why: str | None = None
    govern: Planner | None = None


@dataclass(frozen=True)
class Regrant:
    """The columns that change with who may read, what is withheld, and the groups let in beyond the policy."""

    values: Mapping[str, Any] = field(default_factory=dict)
    withheld: Sequence[Withheld] = ()
    opened: tuple[int, ...] = ()


def placed(
    session: Session,
    kind: str,
    obj_id: str | None,
    standing: Standing,
    group_ids: Sequence[int],
    govern: Planner | None,
) -> tuple[dict[str, int], Sequence[Withheld]]:
    """Return the columns of a new note that say who reads it, and what is withheld of what was asked for.

    ``kind`` is the policies' word for it. A note that is not about an obj is under no policy.
    """
    columns = standing.columns()
    if obj_id is None:
        return columns, ()
    plan = plan_with(session, govern, _asked(kind, obj_id, standing.holder_id, group_ids, _now()))
    if plan.rows[0] is not None:
        columns |= {"audience_id": plan.rows[0][0], "policy_version_id": plan.rows[0][1]}
    return columns, plan.withheld


def _now() -> float:
    return mjd_of(datetime.now(UTC))


def _asked(
    kind: str, obj_id: str, holder_id: int, group_ids: Sequence[int], at: float, version_id: int | None = None
) -> Asked:
    wanted = tuple(dict.fromkeys(group_ids))
    return Asked(
        holder_id, wanted, [None], [at], version_id=version_id, product=kind, level=LEVEL, obj_ids=[obj_id]
    )  # fmt: skip


def regranted(session: Session, principal: Principal, kind: str, row: Any, wish: Wish) -> Regrant:
    """Decide who reads the note ``row`` when it is to be for other groups.

    It never opens earlier than its policy version lets it. Groups that are let in later are scheduled, and answered as
    withheld. Raises :class:`Forbidden` for groups that are not let in at all, unless an administrator of the holder
    says why, and :class:`BadInput` for a group that the principal is not in.
    """
    plain = for_groups(session, principal, wish.group_ids)
    if wish.govern is None or row.obj_id is None:
        return Regrant({"audience_id": plain.audience_id})
    if not principal.is_admin and row.holder_id not in audiences.my_group_ids(session):
        raise Forbidden("Only members of the group that holds this can change who reads it.", field="group_ids")
    version_id = row.policy_version_id
    night = None
    if version_id is not None:
        night = session.execute(select(Audience.night).where(Audience.id == row.audience_id)).scalar()
    written = mjd_of(row.created_at)
    at = written if night is None else max(written, middle_of(night))
    plan = wish.govern(session, _asked(kind, row.obj_id, row.holder_id, wish.group_ids, at, version_id))
    return _settled(session, principal, row.holder_id, wish, plan) or Regrant({"audience_id": plain.audience_id})


def _settled(session: Session, principal: Principal, holder_id: int, wish: Wish, plan: Plan) -> Regrant | None:
    place = plan.rows[0]
    if place is None:
        return None
    values = {"audience_id": place[0], "policy_version_id": place[1]}
    beyond = tuple(sorted({w.group_id for w in plan.withheld}))
    if not beyond:
        return Regrant(values)
    if wish.why:
        if not principal.is_admin and holder_id not in set(session.scalars(text("SELECT access.my_admin_groups()"))):
            raise Forbidden(
                "Only an administrator of the group that holds this can share it beyond its policy.",
                field="group_ids",
                groups=list(beyond),
            )
        values["audience_id"] = audiences.intern_groups(session, {holder_id, *wish.group_ids})
        return Regrant(values, opened=beyond)
    never = sorted({w.group_id for w in plan.withheld if w.due_at is None and w.waits_for is None})
    if never:
        raise Forbidden(
            "The sharing policy of this does not let these groups in; an administrator of the group that holds it can, "
            "by sending why.",
            field="group_ids",
            groups=never,
        )
    return Regrant(values, plan.withheld)


def note_act(session: Session, principal: Principal, shared: Regrant, change: Change, why: str | None) -> None:
    """Write down that a note was shared beyond its policy, if it was; ``change`` names the note."""
    if shared.opened:
        act = {"group_ids": list(shared.opened), "policy_version_id": shared.values["policy_version_id"]}
        opened = Change("share beyond policy", change.kind, change.row_id, change.holder_id, after=act, why=why)
        record(session, principal.user_id, opened)
