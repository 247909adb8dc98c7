"""Log-in and log-out of browsers."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from app.api.routes import Answer, Body, Call, Routes
from app.errors import Forbidden, Unauthorised
from app.portal import web_sessions

routes = Routes("login")
ROUTES = routes.all


class LoginBody(Body):
    """A user's name and password."""

    username: Annotated[str, Field(max_length=200)]
    password: Annotated[str, Field(max_length=1000)]


class LoggedIn(BaseModel):
    """Who logged in."""

    user_id: int
    username: str


@routes.post("/api/login", auth="none", body=LoginBody, answer=LoggedIn)
def log_in(call: Call[None, LoginBody]) -> Answer:
    """Log a browser in; the answer sets the session's cookie."""
    hours = call.context.settings.server.session_hours
    secret, principal = web_sessions.log_in_by_password(call.session, call.body.username, call.body.password, hours)
    return Answer(LoggedIn(user_id=principal.user_id, username=principal.username), set_session=secret)


@routes.get("/login/{code}", described=False, auth="none")
def use_link(call: Call[None, None]) -> Answer:
    """Log a browser in by a one-time link, and go to the dashboard."""
    hours = call.context.settings.server.session_hours
    try:
        secret, _principal = web_sessions.log_in_by_link(call.session, call.path["code"], hours)
    except Unauthorised:
        return Answer(redirect="/login?used=1")
    except Forbidden:
        return Answer(redirect="/login?expired=1")
    return Answer(redirect="/", set_session=secret)


@routes.post("/api/logout", auth="none")
def log_out(call: Call[None, None]) -> Answer:
    """Log this browser out."""
    principal = call.principal if call.principal.user_id else None
    web_sessions.log_out(call.session, principal, call.credentials.session)
    return Answer(clear_session=True)
