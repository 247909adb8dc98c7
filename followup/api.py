"""The follow-up's routes: triggers, the telescopes they may ask, and SkyPortal's follow-up requests."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from sqlalchemy import func, select

from app.api.params import PageNumber, StrList
from app.api.routes import Call, Query, Routes
from app.tables import Trigger
from followup import requests_api
from followup.triggers import service
from followup.triggers.models import CancelBody, FacilityView, TriggerPost, TriggersPage, TriggerView

routes = Routes("followup")
ROUTES = [*requests_api.ROUTES]
UPLOAD = ("Upload data",)


class TriggersQuery(Query):
    """Which triggers: of one obj, of one group, in some states; newest first."""

    obj_id: str | None = None
    group_id: int | None = None
    state: StrList | None = None
    page_number: PageNumber = 1
    num_per_page: Annotated[int, Field(ge=1, le=500, alias="numPerPage")] = 50


@routes.get("/api/triggers", query=TriggersQuery, answer=TriggersPage)
def list_triggers(call: Call[TriggersQuery, None]) -> TriggersPage:
    """List triggers with their attempts."""
    query = call.query
    wanted = select(Trigger)
    if query.obj_id is not None:
        wanted = wanted.where(Trigger.obj_id == query.obj_id)
    if query.group_id is not None:
        wanted = wanted.where(Trigger.holder_id == query.group_id)
    if query.state:
        wanted = wanted.where(Trigger.state.in_(query.state))
    total = call.session.execute(select(func.count()).select_from(wanted.subquery())).scalar_one()
    page = wanted.order_by(Trigger.id.desc()).limit(query.num_per_page)
    rows = call.session.scalars(page.offset((query.page_number - 1) * query.num_per_page)).all()
    return TriggersPage(
        triggers=service.views(call.session, rows),
        totalMatches=total,
        pageNumber=query.page_number,
        numPerPage=query.num_per_page,
    )


@routes.post("/api/triggers", body=TriggerPost, answer=TriggerView, acls=UPLOAD)
def post_trigger(call: Call[None, TriggerPost]) -> TriggerView:
    """Ask for follow-up of a source, by whichever of these telescopes can."""
    return service.get(call.session, service.create(call.session, call.principal, call.body))


@routes.get("/api/triggers/{trigger_id:int}", answer=TriggerView)
def get_trigger(call: Call[None, None]) -> TriggerView:
    """Return one trigger with its attempts and its history."""
    return service.get(call.session, call.path["trigger_id"])


@routes.post("/api/triggers/{trigger_id:int}/cancel", body=CancelBody, answer=TriggerView, acls=UPLOAD)
def cancel_trigger(call: Call[None, CancelBody]) -> TriggerView:
    """Withdraw a trigger, with a reason."""
    service.cancel(call.session, call.principal, call.path["trigger_id"], call.body.reason)
    return service.get(call.session, call.path["trigger_id"])


@routes.get("/api/facilities", answer=list[FacilityView])
def list_facilities(call: Call[None, None]) -> list[FacilityView]:
    """List the telescopes that your groups may trigger, as they were last seen."""
    return service.facilities(call.session)


ROUTES.extend(routes.all)
