"""``/api/internal/visibility``: who can see what of a group's data, and what a person sees of ours."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, ConfigDict

from app.api.access import ReaderOut
from app.api.routes import Call, Routes
from app.portal import who_sees

routes = Routes("access")
ROUTES = routes.all


class _Told(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class CellOut(_Told):
    """Rows of a kind for one reader: now, scheduled (from ``first_due_at`` to ``last_due_at``), waiting, never."""

    kind: str
    reader: ReaderOut
    now: int
    scheduled: int
    waits: int
    never: int
    first_due_at: datetime | None
    last_due_at: datetime | None


class MatrixOut(_Told):
    """Who sees the data of a group; ``n_unnamed``: grants by kind to whom the caller may not know of."""

    group_id: int
    group: str
    totals: dict[str, int]
    cells: list[CellOut]
    n_unnamed: dict[str, int]


class WayOut(_Told):
    """A way by which a person reads rows: a group, a stream, both, or as owner; all null: one not to be named."""

    kind: str
    group_id: int | None
    group: str | None
    stream_id: int | None
    stream: str | None
    owner: bool
    n_rows: int


class PromiseOut(_Told):
    """Rows that come by a group of the person's, from ``first_due_at`` on; null: when an event happens."""

    kind: str
    group_id: int
    group: str | None
    n_rows: int
    first_due_at: datetime | None
    last_due_at: datetime | None


class OutlookOut(_Told):
    """What a person sees of the data of ``holders`` (id: name): ``readable`` of ``totals``, by which ways."""

    user_id: int
    username: str
    holders: dict[int, str]
    totals: dict[str, int]
    readable: dict[str, int]
    ways: list[WayOut]
    promises: list[PromiseOut]


@routes.get("/api/internal/visibility/groups/{group_id:int}", answer=MatrixOut)
def of_group(call: Call[None, None]) -> MatrixOut:
    """Say who sees how much of a group's data, now and later; for its members."""
    return MatrixOut.model_validate(who_sees.of_group(call.session, call.principal, call.path["group_id"]))


@routes.get("/api/internal/visibility/people/{user_id:int}", answer=OutlookOut)
def of_person(call: Call[None, None]) -> OutlookOut:
    """Say what a person sees of the data of the groups that one administers, and by which ways; or oneself."""
    return OutlookOut.model_validate(who_sees.of_person(call.session, call.principal, call.path["user_id"]))
