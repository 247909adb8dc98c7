"""Retroactive changes of policies: planned, confirmed, and how far they are."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import BaseModel, Field

from app.api.routes import Body, Call, Routes
from app.policies import retroactive
from app.policies.retroactive import Wish
from app.tables import RetroactiveChange

routes = Routes("policies")
ROUTES = routes.all
PLACE = "/api/policies/{policy_id:int}/retroactive"
Number = Annotated[int, Field(ge=1, lt=2**31)]


class RetroactiveBody(Body):
    """From which versions (their numbers) to which, and why. ``confirm``: the confirmation of the plan."""

    from_versions: list[Number] = Field(min_length=1, max_length=100)
    to_version: Number
    why: str = Field(min_length=3, max_length=2000)
    confirm: str | None = Field(default=None, max_length=200)


class ChangeAnswer(BaseModel):
    """A retroactive change: what was confirmed, and how many of its rows have been moved so far."""

    id: int
    policy_id: int
    holder_id: int
    from_version_ids: list[int]
    to_version_id: int
    by_id: int | None
    why: str
    plan: dict[str, Any]
    n_rows: int
    n_moved: int
    created_at: datetime
    done_at: datetime | None


@routes.get(PLACE, answer=list[ChangeAnswer])
def listed(call: Call[None, None]) -> list[ChangeAnswer]:
    """List the retroactive changes of a policy of one's group, the latest first, with how far each is."""
    return [_answer(one) for one in retroactive.list_changes(call.session, call.path["policy_id"])]


@routes.post(PLACE, body=RetroactiveBody, answer=ChangeAnswer)
def change(call: Call[None, RetroactiveBody]) -> ChangeAnswer:
    """Bring existing data under another version of their policy: plan it, then do it with the plan's confirmation.

    Without ``confirm``, or with one whose numbers have changed, it is refused (409, ``needs_confirmation``) with the
    plan under ``data.plan``.
    """
    body, now = call.body, datetime.now(UTC)
    wish = Wish(tuple(sorted(set(body.from_versions))), body.to_version, body.why)
    place = (call.session, call.principal, call.path["policy_id"], wish)
    if body.confirm is None:
        raise retroactive.needs_confirmation(retroactive.plan(*place, now))
    return _answer(retroactive.change(*place, body.confirm, now))


def _answer(found: RetroactiveChange) -> ChangeAnswer:
    return ChangeAnswer.model_validate(found, from_attributes=True)
