"""Who reads a point after it was changed, where a sharing policy governs it or comes to govern it.

A point's policy version is fixed when it arrives. A change of its time, instrument, streams or groups asks the policy
anew, and never opens earlier than before: a point that is moved to an earlier night stays with its later one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import floor
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.access import audiences
from app.access.audiences import Grant
from app.access.principal import Principal
from app.errors import Forbidden
from app.portal.governed import Asked, Plan, Planner, Withheld, plan_with
from app.portal.sharers import need_sharer
from app.portal.visibility import for_upload, need_streams
from app.tables import Audience, AudienceGrant, Photometry

_MJD_ZERO = date(1858, 11, 17)


@dataclass(frozen=True)
class Regrant:
    """The columns that change with who may read, what is withheld, and the groups let in beyond the policy."""

    values: dict[str, Any] = field(default_factory=dict)
    withheld: Sequence[Withheld] = ()
    opened: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Wish:
    """What is to become of a point: ``group_ids`` None where they are not named."""

    group_ids: list[int] | None
    stream_ids: tuple[int, ...]
    instrument_id: int
    mjd: float
    why: str | None


def grants_of(session: Session, audience_ids: Sequence[int]) -> list[Grant]:
    """Return the grants of audiences that the principal is in."""
    rows = session.execute(
        select(AudienceGrant.group_id, AudienceGrant.stream_id).where(AudienceGrant.audience_id.in_(audience_ids))
    )
    return [Grant(group_id, stream_id) for group_id, stream_id in rows]


def night_of(mjd: float) -> date:
    """Return the night of an MJD (UTC): the date of the noon before it."""
    return _MJD_ZERO + timedelta(days=floor(mjd - 0.5))


def middle_of(night: date) -> float:
    """Return the MJD (UTC) of the midnight in a night."""
    return float((night - _MJD_ZERO).days + 1)


def regrant(
    session: Session,
    principal: Principal,
    point: Photometry,
    given: Mapping[str, Any],
    govern: Planner | None,
) -> Regrant:
    """Decide who reads ``point`` after the change ``given``; raise :class:`Forbidden` for more than its policy allows.

    Groups that the policy lets in later are scheduled, and answered as withheld. To let in whom it does not let in
    (yet), an administrator of the holder says ``why``.
    """
    group_ids = given.get("group_ids")
    if group_ids is not None:
        need_sharer(session, principal, point.holder_id)
    added = given.get("stream_ids") or ()
    need_streams(session, principal, set(added) - set(point.stream_ids))
    wish = _Wish(
        None if group_ids is None else audiences.need_groups(session, group_ids),
        tuple(sorted({*point.stream_ids, *added})),
        point.instrument_id if given.get("instrument_id") is None else int(given["instrument_id"]),
        point.mjd if given.get("mjd") is None else float(given["mjd"]),
        given.get("why"),
    )
    if point.policy_version_id is None:
        return _ungoverned(session, principal, point, wish, govern)
    need_streams(session, principal, added)
    return _governed(session, principal, point, wish, govern)


def _ungoverned(
    session: Session, principal: Principal, point: Photometry, wish: _Wish, govern: Planner | None
) -> Regrant:
    shared_anew = wish.group_ids is not None or wish.stream_ids != tuple(sorted(point.stream_ids))
    if not shared_anew and wish.instrument_id == point.instrument_id:
        return Regrant()
    groups = wish.group_ids
    if groups is None:
        groups = [g.group_id for g in grants_of(session, [point.audience_id]) if g.group_id is not None]
    asked = Asked(
        point.holder_id, tuple(groups), [wish.instrument_id], [wish.mjd], wish.stream_ids, obj_ids=[point.obj_id]
    )
    plan = plan_with(session, govern, asked)
    if plan.rows[0] is not None:
        return _settled(session, principal, point, wish, plan)
    if not shared_anew:
        return Regrant()
    audience_id = for_upload(session, principal, groups, wish.stream_ids).audience_id
    if wish.group_ids is not None and point.holder_id not in groups:
        # Data stay with the group that holds them, whomever else they are for.
        readers = [Grant(group_id=g) for g in (*groups, point.holder_id)]
        audience_id = audiences.intern(session, [*readers, *(Grant(stream_id=s) for s in wish.stream_ids)])
    return Regrant({"audience_id": audience_id, "stream_ids": list(wish.stream_ids)})


def _governed(
    session: Session, principal: Principal, point: Photometry, wish: _Wish, govern: Planner | None
) -> Regrant:
    audience = session.get(Audience, point.audience_id)
    night = audience.night if audience is not None else None
    joins = wish.instrument_id != point.instrument_id or wish.stream_ids != tuple(sorted(point.stream_ids))
    later = night is not None and night_of(wish.mjd) > night
    if wish.group_ids is None and not later and not (joins and night is not None):
        return Regrant()
    if govern is None:
        raise Forbidden("This point is under a sharing policy; change who reads it through the portal.")
    asked_before = audience.asked if audience is not None else []
    asked = wish.group_ids if wish.group_ids is not None else asked_before
    at = max(wish.mjd, point.mjd if night is None else middle_of(night))
    plan = govern(
        session,
        Asked(
            point.holder_id,
            None if asked is None else tuple(asked),
            [wish.instrument_id],
            [at],
            wish.stream_ids,
            version_id=point.policy_version_id,
            joins=joins,
            obj_ids=[point.obj_id],
        ),
    )
    settled = _settled(session, principal, point, wish, plan)
    if wish.group_ids is not None and asked_before is None and not settled.opened and not later and not joins:
        # The policy alone decides about these data, and has scheduled all whom it names.
        return Regrant(withheld=settled.withheld)
    return settled


def _settled(session: Session, principal: Principal, point: Photometry, wish: _Wish, plan: Plan) -> Regrant:
    placed = plan.rows[0]
    if placed is None:
        raise Forbidden("No sharing policy answers for this point any more; ask an administrator of its group.")
    values = {"audience_id": placed[0], "policy_version_id": placed[1], "stream_ids": list(wish.stream_ids)}
    if wish.group_ids is None or not plan.withheld:
        return Regrant(values, plan.withheld)
    beyond = tuple(sorted({w.group_id for w in plan.withheld}))
    if wish.why:
        if not principal.is_admin and point.holder_id not in _administered(session):
            raise Forbidden(
                "Only an administrator of the group that holds this point can share it beyond its policy.",
                field="group_ids",
                groups=list(beyond),
            )
        stream_id = wish.stream_ids[0] if wish.stream_ids else None
        readers = {point.holder_id, *wish.group_ids}
        values["audience_id"] = audiences.intern(session, [Grant(g, stream_id) for g in readers])
        return Regrant(values, opened=beyond)
    never = sorted({w.group_id for w in plan.withheld if w.due_at is None})
    if never:
        raise Forbidden(
            "The sharing policy of this point does not let these groups in; an administrator of the group that holds "
            "it can, by sending why.",
            field="group_ids",
            groups=never,
        )
    return Regrant(values, plan.withheld)


def _administered(session: Session) -> set[int]:
    return set(session.scalars(text("SELECT access.my_admin_groups()")))


@dataclass(frozen=True)
class Meeting:
    """A stored point that is sent again: its audience and policy version, and those that it would get if new."""

    audience_id: int
    version_id: int | None
    new_audience_id: int
    new_version_id: int | None
    instrument_id: int | None


def widened(session: Session, meeting: Meeting, asked: Asked, govern: Planner | None) -> dict[str, Any]:
    """Return the columns by which points sent again are shared with more readers; nobody loses them.

    An embargo is widened by asking its own policy version anew for all who were ever asked for. Points that came
    before the policy, or that its holder opened, keep their readers and get those whom the policy lets in now.
    """
    old = session.get(Audience, meeting.audience_id)
    if old is None or (old.digest is None and meeting.new_version_id is None):
        return {}
    if old.digest is None:
        return _embargo_widened(session, old, meeting, asked, govern)
    grants = set(grants_of(session, [meeting.audience_id]))
    wanted = set(grants_of(session, [meeting.new_audience_id]))
    if meeting.new_version_id is not None and grants <= wanted:
        return {"audience_id": meeting.new_audience_id, "policy_version_id": meeting.new_version_id}
    return {"audience_id": audiences.intern(session, grants | wanted)}


def _embargo_widened(
    session: Session, old: Audience, meeting: Meeting, asked: Asked, govern: Planner | None
) -> dict[str, Any]:
    before, now = set(old.asked or ()), {*(asked.group_ids or ())} - {asked.holder_id}
    if govern is None or old.asked is None or old.night is None or now <= before:
        return {}
    streams = () if old.stream_id is None else (old.stream_id,)
    again = Asked(
        asked.holder_id,
        tuple(sorted(before | now)),
        [meeting.instrument_id],
        [middle_of(old.night)],
        streams,
        version_id=meeting.version_id,
        product=asked.product,
        level=asked.level,
        obj_ids=() if old.obj_id is None else [old.obj_id],
    )
    placed = govern(session, again).rows[0]
    if placed is None:
        return {}
    kept = text("SELECT access.keep_beyond(:old, :new, '{}', '{}')")
    return {"audience_id": session.execute(kept, {"old": old.id, "new": placed[0]}).scalar_one()}
