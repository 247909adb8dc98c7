"""Log-in and log-out of browsers, by password or one-time link."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from app.access.authenticate import Browser
from app.api.limits import take_turn
from app.api.routes import Answer, Ask, Body, Call, Routes
from app.errors import Forbidden, SkyrelayError, Unauthorised
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


class ProviderName(BaseModel):
    """A provider to log in by, at ``/login/oidc/<id>``."""

    id: str
    name: str


class Ways(BaseModel):
    """The ways to log in here; passkeys only where the page was opened by ``passkeys_at``."""

    passwords: bool
    passkeys: bool
    passkeys_at: str
    providers: list[ProviderName]


def browser(call: Call[Any, Any], how: str) -> Browser:
    """Return how, from where and with what the caller logs in."""
    return Browser(call.context.settings.server.session_hours, how, call.client.address, call.client.agent)


def logged_in(session_and_principal: tuple[str, Any], **more: Any) -> Answer:
    """Return the answer that sets the session's cookie."""
    secret, principal = session_and_principal
    return Answer(LoggedIn(user_id=principal.user_id, username=principal.username), set_session=secret, **more)


def _one_turn_for(ask: Ask) -> None:
    # Many addresses may guess one password.
    take_turn(ask.context, f"account {ask.body.username}")


@routes.get("/api/login", auth="none", answer=Ways)
def list_ways(call: Call[None, None]) -> Ways:
    """List the ways to log in."""
    login = call.context.settings.login
    place = web_sessions.passkey_site(call.context.settings)[1]
    return Ways(
        passwords=login.passwords, passkeys=login.passkeys, passkeys_at=place,
        providers=[ProviderName(id=p.id, name=p.name) for p in login.providers],
    )  # fmt: skip


@routes.post("/api/login", auth="none", body=LoginBody, answer=LoggedIn, guessed=True, before=_one_turn_for)
def log_in(call: Call[None, LoginBody]) -> Answer:
    """Log a browser in; the answer sets the session's cookie."""
    if not call.context.settings.login.passwords:
        return Answer(refusal=Forbidden("Log-in by password is switched off here; choose another way."))
    name = call.body.username
    try:
        return logged_in(
            web_sessions.log_in_by_password(call.session, name, call.body.password, browser(call, "password"))
        )
    except (Unauthorised, Forbidden) as error:
        return refused(call, name, "password", error)


def refused(call: Call[Any, Any], name: str, how: str, error: SkyrelayError) -> Answer:
    """Return a refusal that is written into the history."""
    web_sessions.note_refusal(call.session, name, how, f"{error.message} From {call.client.address}.")
    return Answer(refusal=error)


@routes.get("/login/{code}", auth="none", guessed=True, described=False)
def use_link(call: Call[None, None]) -> Answer:
    """Log a browser in by a one-time link, and go to the dashboard."""
    try:
        secret, _principal = web_sessions.log_in_by_link(call.session, call.path["code"], browser(call, "link"))
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
