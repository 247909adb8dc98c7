"""The rules of reading as plain Python, for random stories: who is where, what is for whom, what is reached."""

from __future__ import annotations

from dataclasses import dataclass, field

USERS = ("una", "uma", "udo", "ulf")
GROUPS, STREAMS = 3, 2
OBJS = ("M1", "M2", "M3")


@dataclass
class Row:
    """Something that was uploaded: a grant is a group, a stream, or both at once."""

    kind: str
    id: int
    obj: str
    owner: str
    grants: set[tuple[int | None, int | None]]
    holder: int
    active: bool = True


@dataclass
class Model:
    """The state that the portal should be in."""

    members: list[set[str]] = field(default_factory=lambda: [set() for _ in range(GROUPS)])
    subscribers: list[set[str]] = field(default_factory=lambda: [set() for _ in range(STREAMS)])
    expired: set[str] = field(default_factory=set)
    rows: list[Row] = field(default_factory=list)

    def reads(self, user: str, row: Row) -> bool:
        """The rule: the owner, or whom any one grant fits; nobody whose account has expired."""
        if user in self.expired:
            return False
        return row.owner == user or any(
            (g is None or user in self.members[g]) and (s is None or user in self.subscribers[s]) for g, s in row.grants
        )

    def reached(self, user: str, kind: str, obj: str | None = None) -> set[int]:
        """The ids of all rows of a kind (of an obj) that the user reads."""
        return {r.id for r in self.rows if r.kind == kind and obj in (None, r.obj) and self.reads(user, r)}

    def knows(self, user: str, obj: str) -> bool:
        """Whether the user may know of the obj: by any row of it that they read."""
        return any(r.obj == obj and self.reads(user, r) for r in self.rows)

    def saved(self, user: str) -> set[str]:
        """The objs that stand in the user's list of sources."""
        return {r.obj for r in self.rows if r.kind == "source" and r.active and self.reads(user, r)}

    def groups_of(self, user: str) -> set[int]:
        """The numbers of the user's groups."""
        return {g for g in range(GROUPS) if user in self.members[g]}
