"""The caller's own profile."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field
from sqlalchemy import select

from app.api.routes import Body, Call, Routes
from app.portal import people, profiles
from app.portal.streams import StreamView
from app.tables import Token

routes = Routes("profile")
ROUTES = routes.all


class ProfileToken(BaseModel):
    """A token of the caller's: never the secret."""

    id: str
    name: str
    acls: list[str]
    created_at: datetime


class Profile(people.UserView):
    """Who the caller is, and what the caller may do."""

    tokens: list[ProfileToken]
    streams: list[StreamView]
    preferences: dict[str, Any]
    groupAdmissionRequests: list[dict[str, Any]] = Field(default_factory=list)  # noqa: N815
    is_anonymous: bool = False


class ProfileBody(Body):
    """What people may change about themselves."""

    first_name: str | None = None
    last_name: str | None = None
    affiliations: list[str] | None = None
    orcid: str | None = None
    contact_email: str | None = None
    contact_phone: str | None = None
    bio: str | None = None
    username: str | None = None
    is_bot: bool | None = None
    preferences: dict[str, Any] | None = None


@routes.get("/api/internal/profile", answer=Profile)
def get_profile(call: Call[None, None]) -> Profile:
    """Return the caller's profile; its permissions are those of the token or session in use."""
    user = people.get_user(call.session, call.principal.user_id)
    [view] = people.with_rights(call.session, [user])
    tokens = call.session.scalars(select(Token).where(Token.user_id == user.id).order_by(Token.created_at))
    return Profile(
        **view.model_dump(exclude={"permissions"}),
        permissions=sorted(call.principal.acls),
        tokens=[ProfileToken(id=t.id, name=t.name, acls=t.acls, created_at=t.created_at) for t in tokens],
        streams=[StreamView.model_validate(s) for s in people.streams_of(call.session, user.id)],
        preferences=user.preferences,
    )


@routes.patch("/api/internal/profile", body=ProfileBody)
def change_own_profile(call: Call[None, ProfileBody]) -> None:
    """Change the caller's profile; preferences are merged into those that are there."""
    profiles.change(call.session, call.principal, call.principal.user_id, call.body.model_dump(exclude_unset=True))


@routes.patch("/api/internal/profile/{user_id:int}", body=ProfileBody)
def change_profile(call: Call[None, ProfileBody]) -> None:
    """Change somebody's profile; for another's one needs the ACL "Manage users"."""
    profiles.change(call.session, call.principal, call.path["user_id"], call.body.model_dump(exclude_unset=True))
