"""With whom: groups, streams and people, and which groups want to approve first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import or_, select, text
from sqlalchemy.orm import Session

from app.access.audiences import Grant
from app.access.principal import Principal
from app.errors import BadInput
from app.portal.shares import nameable
from app.portal.visibility import need_streams
from app.tables import Group


@dataclass(frozen=True)
class Targets:
    """Groups (people by their groups of one) and streams; ``people`` maps such a group to its user."""

    group_ids: tuple[int, ...] = ()
    stream_ids: tuple[int, ...] = ()
    people: dict[int, int] = field(default_factory=dict)

    @property
    def grants(self) -> list[Grant]:
        """Return the targets as an audience takes them."""
        return [*(Grant(g) for g in self.group_ids), *(Grant(stream_id=s) for s in self.stream_ids)]

    def user_of(self, grant: Grant) -> int | None:
        """Return who is meant by a group of one; None for a group or stream."""
        return self.people.get(grant.group_id or 0)


def need_targets(
    session: Session,
    principal: Principal,
    group_ids: Iterable[int],
    stream_ids: Iterable[int],
    user_ids: Iterable[int],
) -> Targets:
    """Return whom data may be shared with; raise :class:`BadInput` for nobody, and for who cannot be named."""
    groups = nameable(session, group_ids, "group_ids")
    streams = tuple(dict.fromkeys(stream_ids))
    need_streams(session, principal, streams)
    users = list(dict.fromkeys(user_ids))
    own: dict[int, int] = {}
    if users:
        query = text("SELECT user_id, group_id FROM access.own_groups_of(CAST(:ids AS int[]))")
        own = dict(session.execute(query, {"ids": users}).tuples().all())
    for user_id in users:
        if user_id not in own:
            raise BadInput(f"There is no user with the id {user_id}.", field="user_ids")
    everybody = tuple(dict.fromkeys([*groups, *(own[u] for u in users)]))
    if not everybody and not streams:
        raise BadInput("Name group_ids, stream_ids or user_ids.", field="group_ids")
    return Targets(everybody, streams, people_of(session, everybody))


def people_of(session: Session, group_ids: Sequence[int]) -> dict[int, int]:
    """Return who the groups of one among these are of."""
    query = text("SELECT group_id, user_id FROM access.people_of_own_groups(CAST(:ids AS int[]))")
    return dict(session.execute(query, {"ids": list(group_ids)}).tuples().all()) if group_ids else {}


@dataclass(frozen=True)
class Gate:
    """A group whose administrator approves first: what goes ``out`` of it, or comes ``in``."""

    direction: str
    group_id: int


class Gates:
    """Which groups among holders and targets want to approve, looked up once.

    ``passed`` are those whose administrator has approved what is done now. Administrators of a group need nobody's
    approval to share its data; whoever is in a group may share into it.
    """

    def __init__(
        self, session: Session, principal: Principal, holder_ids: Iterable[int], passed: Iterable[Gate] = ()
    ) -> None:
        asking = select(Group.id, Group.approves_out, Group.approves_in)
        rows = session.execute(asking.where(or_(Group.approves_out, Group.approves_in))).all()
        mine, chief = session.execute(
            text("SELECT ARRAY(SELECT access.my_groups()), ARRAY(SELECT access.my_admin_groups())")
        ).one()
        free = principal.is_admin
        self._out = {r.id for r in rows if r.approves_out and not free} & set(holder_ids) - set(chief)
        self._in = {r.id for r in rows if r.approves_in and not free} - set(mine)
        self._own = own_group(session, principal.user_id)
        self._passed = set(passed)

    def asks_out(self, holder_id: int) -> bool:
        """Whether the holder wants to approve what the sharer may not decide alone."""
        return holder_id in self._out and Gate("out", holder_id) not in self._passed

    def before(self, holder_id: int, grant: Grant, governed: bool) -> Gate | None:
        """Return who approves before data of a holder are shared so; None where nobody needs to.

        What a policy of the holder's allows (``governed``) its administrators have agreed to already.
        """
        if grant.group_id in (holder_id, self._own):
            return None
        if not governed and self.asks_out(holder_id):
            return Gate("out", holder_id)
        gate = Gate("in", grant.group_id or 0)
        return gate if gate.group_id in self._in and gate not in self._passed else None


def own_group(session: Session, user_id: int) -> int | None:
    """Return a user's group of one."""
    query = text("SELECT group_id FROM access.own_groups_of(ARRAY[CAST(:id AS int)])")
    return session.execute(query, {"id": user_id}).scalar()
