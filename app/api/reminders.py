"""``/api/{source|spectra|shift}/{id}/reminders``: what somebody wants to be reminded of."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, Field

from app.api.comments import subject_of
from app.api.params import UtcTime
from app.api.routes import Body, Call, Routes
from app.api.shapes import AuthorOut, GroupOut
from app.portal import reminders
from app.portal.reminders import NewReminder

routes = Routes("reminders")
ROUTES = routes.all
PLACES = (
    ("sources", "/api/source/{obj_id}"),
    ("sources", "/api/sources/{obj_id}"),
    ("spectra", "/api/spectra/{key:int}"),
    ("shift", "/api/shift/{key:int}"),
)
"""Where reminders hang; SkyPortal says ``source`` here and ``sources`` elsewhere, so both are served."""
Text = Annotated[str, Field(min_length=1, max_length=5000)]
Days = Annotated[float, Field(gt=0, le=3650)]
Times = Annotated[int, Field(ge=1, le=1000)]


class ReminderBody(Body):
    """A new reminder: told at ``next_reminder`` (UTC), then every ``reminder_delay`` days."""

    text: Text
    next_reminder: UtcTime
    reminder_delay: Days = 1.0
    number_of_reminders: Times = 1
    group_ids: list[int] | None = None
    user_ids: list[int] | None = None

    def new(self) -> NewReminder:
        """Return it as the service takes it."""
        return NewReminder(
            self.text, self.next_reminder, self.reminder_delay, self.number_of_reminders, self.group_ids, self.user_ids
        )


class ReminderChange(Body):
    """What is to change about a reminder."""

    text: Text | None = None
    origin: str | None = Field(None, max_length=255)
    bot: bool | None = None
    next_reminder: UtcTime | None = None
    reminder_delay: Days | None = None
    number_of_reminders: int | None = Field(None, ge=0, le=1000)
    group_ids: list[int] | None = None
    user_ids: list[int] | None = None


class ReminderIds(BaseModel):
    """The ids of the new reminders."""

    reminder_ids: list[int]


class ReminderOut(BaseModel):
    """A reminder."""

    id: int
    text: str
    origin: str | None
    bot: bool
    next_reminder: datetime
    reminder_delay: float
    number_of_reminders: int
    user_id: int
    user: AuthorOut | None
    groups: list[GroupOut]
    obj_id: str | None = None
    spectrum_id: int | None = None
    shift_id: int | None = None


class RemindersOut(BaseModel):
    """The reminders of one thing."""

    resourceId: str  # noqa: N815
    resourceType: str  # noqa: N815
    reminders: list[ReminderOut]


def _declare(kind: str, base: str) -> None:
    @routes.get(f"{base}/reminders", answer=RemindersOut)
    def listed(call: Call[None, None]) -> dict[str, Any]:
        """Return the reminders of a source, spectrum or shift."""
        subject = subject_of(kind, call)
        found = reminders.listed(call.session, subject)
        said = "source" if kind == "sources" else kind
        return {"resourceId": subject.key, "resourceType": said, "reminders": found}

    @routes.post(f"{base}/reminders", body=ReminderBody, answer=ReminderIds)
    def post(call: Call[None, ReminderBody]) -> ReminderIds:
        """Remind oneself, or others of one's groups."""
        made = reminders.add(call.session, call.principal, subject_of(kind, call), call.body.new())
        return ReminderIds(reminder_ids=made)

    @routes.get(f"{base}/reminders/{{reminder_id:int}}", answer=ReminderOut)
    def get(call: Call[None, None]) -> dict[str, Any]:
        """Return one reminder."""
        return reminders.view(call.session, subject_of(kind, call), call.path["reminder_id"])

    @routes.patch(f"{base}/reminders/{{reminder_id:int}}", body=ReminderChange)
    def patch(call: Call[None, ReminderChange]) -> None:
        """Change a reminder; what is not sent stays."""
        place = (subject_of(kind, call), call.path["reminder_id"])
        reminders.change(call.session, call.principal, place, call.body.model_dump(exclude_unset=True))

    @routes.delete(f"{base}/reminders/{{reminder_id:int}}")
    def delete(call: Call[None, None]) -> None:
        """Delete a reminder."""
        reminders.remove(call.session, call.principal, (subject_of(kind, call), call.path["reminder_id"]))


for _kind, _base in PLACES:
    _declare(_kind, _base)
