"""``/api/internal/shares``: share or withdraw rows, a source, a list or a night; with a plan of what that would do."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from app.api.govern import governed_by_policies
from app.api.params import RowId
from app.api.routes import Body, Call, Routes
from app.portal import share_days, share_requests, share_withdraw
from app.portal.share_days import Order, Outcome
from app.portal.share_selection import MAX_ROWS, Selected, Selection, select_rows
from app.portal.share_targets import Targets, need_targets
from app.portal.share_withdraw import Withdrawal

routes = Routes("sharing")
ROUTES = routes.all
UPLOAD = ("Upload data",)
Kind = Literal["photometry", "spectrum", "series", "classification", "annotation", "comment", "source"]
EVERY: tuple[Kind, ...] = ("photometry", "spectrum", "series", "classification", "annotation", "comment", "source")
_INSIDE = {"series": "photometric series"}
_OUTSIDE = {inside: outside for outside, inside in _INSIDE.items()}
BigRowId = Annotated[int, Field(ge=1, le=2**63 - 1)]
Ids = Annotated[list[BigRowId], Field(min_length=1, max_length=MAX_ROWS)]


class SelectionBody(Body):
    """One of ``rows`` (ids by kind), ``obj_id``, ``list_name`` (of the caller's own lists) and ``night``.

    ``night`` is the date (UTC) of its evening: from noon to noon. ``instrument_id`` and ``group_id`` (the holder)
    narrow it. ``kinds`` are taken of an obj, a list or a night; a night has photometry, spectra and series only.
    """

    rows: dict[Kind, Ids] | None = Field(None, min_length=1)
    obj_id: str | None = Field(None, min_length=1, max_length=200)
    list_name: str | None = Field(None, min_length=1, max_length=200)
    night: date | None = Field(None, ge=date(1900, 1, 1), le=date(2200, 1, 1))
    instrument_id: RowId | None = None
    group_id: RowId | None = None
    kinds: list[Kind] = Field(default=list(EVERY), min_length=1, max_length=len(EVERY))

    def selection(self) -> Selection:
        """Return it as the services take it."""
        return Selection(
            rows={_INSIDE.get(kind, kind): ids for kind, ids in (self.rows or {}).items()},
            obj_id=self.obj_id,
            list_name=self.list_name,
            night=self.night,
            instrument_id=self.instrument_id,
            group_id=self.group_id,
            kinds=tuple(dict.fromkeys(_INSIDE.get(kind, kind) for kind in self.kinds)),
        )


class ShareBody(Body):
    """What with whom; people by their ids as users."""

    selection: SelectionBody
    group_ids: list[RowId] = Field(default_factory=list, max_length=100)
    stream_ids: list[RowId] = Field(default_factory=list, max_length=100)
    user_ids: list[RowId] = Field(default_factory=list, max_length=100)
    why: str | None = Field(None, min_length=3, max_length=2000)
    """Why an administrator of the holder shares beyond the policy, or what a request for approval says."""


class PlanBody(ShareBody):
    """As for sharing, or for withdrawing."""

    withdraw: bool = False


class LineOut(BaseModel):
    """What becomes of ``n_rows`` rows of a kind for one group, stream or person.

    Sharing: ``now``; ``already``; ``withheld`` (until ``due_at``, or while ``waits_for``); ``never`` (an administrator
    of the holder can, by ``why``); ``approval`` (an administrator of the group ``approver_id`` answers first).
    Withdrawing: ``withdrawn``; ``absent`` (did not read them); ``holder`` or ``policy`` (reads on by right).
    """

    kind: str
    holder_id: int
    group_id: int | None
    stream_id: int | None
    user_id: int | None
    state: str
    n_rows: int
    due_at: datetime | None = None
    waits_for: str | None = None
    policy_version_id: int | None = None
    approver_id: int | None = None
    beyond: bool = False


class NotYours(BaseModel):
    """Rows in the selection that are not the caller's to share, and whose they are as far as the caller may know."""

    kind: str
    n_rows: int
    holder_id: int | None
    holder: str | None
    owner: str | None
    reason: str


class LastingOut(BaseModel):
    """A frozen data set or public page that was made of such rows, and stays."""

    kind: str
    id: int
    name: str


class SharesOut(BaseModel):
    """What sharing or withdrawing does, or did.

    ``selected``: rows by kind that the caller may share; ``n_moved``: rows whose readers change; ``requests``: ids of
    requests for approval that were made.
    """

    selected: dict[str, int]
    lines: list[LineOut]
    not_yours: list[NotYours]
    lasting: list[LastingOut] = Field(default_factory=list)
    n_moved: int
    requests: list[int] = Field(default_factory=list)


@routes.post("/api/internal/shares/plan", body=PlanBody, answer=SharesOut, acls=UPLOAD)
def plan(call: Call[None, PlanBody]) -> SharesOut:
    """Say what sharing, or withdrawing, would do now; nothing is written."""
    selected, order = _meant(call, call.body)
    if call.body.withdraw:
        return _taken(selected, share_withdraw.plan_withdrawal(call.session, call.principal, selected, order))
    return _shared(selected, share_days.plan(call.session, call.principal, selected, order))


@routes.post("/api/internal/shares", body=ShareBody, answer=SharesOut, acls=UPLOAD)
def share(call: Call[None, ShareBody]) -> SharesOut:
    """Share, as far as policies and groups allow now; what needs an approval is asked for.

    Sending the same again changes nothing, so a request whose answer was lost can be sent again.
    """
    selected, order = _meant(call, call.body)
    outcome = share_days.act(call.session, call.principal, selected, order)
    requests = share_requests.file_all(call.session, call.principal, outcome.pending, call.body.why)
    return _shared(selected, outcome, requests)


@routes.delete("/api/internal/shares", body=ShareBody, answer=SharesOut, acls=UPLOAD)
def withdraw(call: Call[None, ShareBody]) -> SharesOut:
    """Withdraw what was shared beyond the holder, and beyond what the policies give by right."""
    selected, order = _meant(call, call.body)
    return _taken(selected, share_withdraw.withdraw(call.session, call.principal, selected, order))


def _meant(call: Call[None, Any], body: ShareBody) -> tuple[Selected, Order]:
    targets: Targets = need_targets(call.session, call.principal, body.group_ids, body.stream_ids, body.user_ids)
    selection = body.selection.selection()
    selected = select_rows(call.session, call.principal, selection)
    return selected, Order(targets, governed_by_policies(), body.why, told=selection.told())


def _shared(selected: Selected, outcome: Outcome, requests: list[int] | None = None) -> SharesOut:
    return SharesOut(
        selected=_counted(selected),
        lines=[LineOut.model_validate(_outside(line)) for line in outcome.lines],
        not_yours=[NotYours.model_validate(_outside(one)) for one in outcome.foreign],
        n_moved=outcome.n_moved,
        requests=requests or [],
    )


def _taken(selected: Selected, done: Withdrawal) -> SharesOut:
    return SharesOut(
        selected=_counted(selected),
        lines=[LineOut.model_validate(_outside(line)) for line in done.lines],
        not_yours=[NotYours.model_validate(_outside(one)) for one in done.foreign],
        lasting=[LastingOut.model_validate(vars(one)) for one in done.lasting],
        n_moved=done.n_moved,
    )


def _counted(selected: Selected) -> dict[str, int]:
    return dict(sorted(Counter(_OUTSIDE.get(row.kind, row.kind) for row in selected.mine).items()))


def _outside(line: object) -> dict[str, Any]:
    told = dict(vars(line))
    return told | {"kind": _OUTSIDE.get(told["kind"], told["kind"])}
