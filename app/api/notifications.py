"""``/api/internal/notifications`` of the caller, and ``/api/source_notifications``."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, Field

from app.api.params import PageNumber
from app.api.routes import Answer, Body, Call, Query, Routes
from app.portal import notifications
from app.portal.notifications import SourceCall

routes = Routes("notifications")
ROUTES = routes.all
BASE = "/api/internal/notifications"


class NotificationsQuery(Query):
    """Which page, newest first."""

    page_number: PageNumber = 1
    num_per_page: int = Field(100, ge=1, le=500, alias="numPerPage")


class NotificationOut(BaseModel):
    """A notification; ``url`` is the dashboard's page of what it is about."""

    id: int
    created_at: datetime
    modified: datetime
    user_id: int
    text: str
    notification_type: str
    viewed: bool
    url: str | None


class ViewedBody(Body):
    """Whether it was seen."""

    viewed: bool


class SourceNotificationBody(Body):
    """A call of groups' attention to a source. SkyPortal's levels: ``soft``, and ``hard``, the urgent one."""

    source_id: str = Field(alias="sourceId", min_length=1, max_length=255)
    group_ids: list[int] = Field(alias="groupIds", min_length=1, max_length=1000)
    level: Literal["soft", "hard"]
    additional_notes: str | None = Field(None, alias="additionalNotes", max_length=5000)


class SourceNotificationId(BaseModel):
    """The id of the call."""

    id: int


@routes.get(BASE, query=NotificationsQuery, answer=list[NotificationOut])
def listed(call: Call[NotificationsQuery, None]) -> list[dict[str, Any]]:
    """Return one's own notifications, as far as one may still read what they are about."""
    return notifications.listed(call.session, call.principal, (call.query.page_number, call.query.num_per_page))


@routes.get(BASE + "/{notification_id:int}", answer=NotificationOut)
def get(call: Call[None, None]) -> dict[str, Any]:
    """Return one notification."""
    return notifications.view(call.session, call.principal, call.path["notification_id"])


@routes.patch(BASE + "/{notification_id:int}", body=ViewedBody)
def patch(call: Call[None, ViewedBody]) -> None:
    """Mark a notification as viewed, or not."""
    number = call.path["notification_id"]
    notifications.mark(call.session, call.principal, number, viewed=call.body.viewed)


@routes.delete(BASE + "/{notification_id:int}")
def delete(call: Call[None, None]) -> None:
    """Delete a notification."""
    notifications.remove(call.session, call.principal, call.path["notification_id"])


@routes.patch(BASE + "/all", body=ViewedBody)
def patch_all(call: Call[None, ViewedBody]) -> Answer:
    """Mark all of one's notifications as viewed, or not."""
    done = notifications.mark(call.session, call.principal, None, viewed=call.body.viewed)
    return Answer(message=f"{done} notification(s) changed.")


@routes.delete(BASE + "/all")
def delete_all(call: Call[None, None]) -> Answer:
    """Delete all of one's notifications."""
    done = notifications.remove(call.session, call.principal, None)
    return Answer(message=f"{done} notification(s) deleted.")


@routes.post("/api/source_notifications", body=SourceNotificationBody, answer=SourceNotificationId)
def call_attention(call: Call[None, SourceNotificationBody]) -> Answer:
    """Call the attention of groups to a source: in the portal, and by e-mail where that is set up."""
    body = call.body
    mail = call.context.settings.mail.host is not None
    wanted = SourceCall(body.source_id, body.group_ids, body.level, body.additional_notes)
    made, told = notifications.call_attention(call.session, call.principal, wanted, mail=mail)
    by_mail = "E-mail follows to those who want it." if mail else "E-mail is not set up here."
    return Answer({"id": made}, f"{told} member(s) were told in the portal. {by_mail}")
