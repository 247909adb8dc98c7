"""How the caller logs in: sessions, passkeys, password. Changed by people in browsers, never by tokens."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from app.access.elevation import as_portal
from app.api.limits import take_turn
from app.api.login import LoggedIn, browser, logged_in, refused
from app.api.routes import Answer, Ask, Body, Call, Routes
from app.errors import Forbidden, Unauthorised
from app.portal import passkeys, sessions, web_sessions
from app.portal.passkeys import Begun, PasskeyView
from app.portal.sessions import SessionView

routes = Routes("login")
ROUTES = routes.all
Secret = Annotated[str, Field(max_length=1000)]
Ceremony = Annotated[str, Field(max_length=100)]


class PasswordBody(Body):
    """A new password; ``current`` where there is one."""

    current: Secret | None = None
    new: Secret


class PasskeyBody(Body):
    """What the browser made, and what to call it."""

    ceremony: Ceremony
    credential: dict[str, Any]
    name: Annotated[str, Field(min_length=1, max_length=100)]


class PasskeyLoginBody(Body):
    """What the browser answered."""

    ceremony: Ceremony
    credential: dict[str, Any]


class PasskeyId(BaseModel):
    """The id of a passkey."""

    id: int


def _need_browser(call: Call[Any, Any]) -> str:
    if call.credentials.session is None:
        raise Forbidden("Only a person who is logged in by a browser can change this, not a token.")
    return call.credentials.session


@routes.get("/api/internal/sessions", answer=list[SessionView])
def list_sessions(call: Call[None, None]) -> list[SessionView]:
    """List the browsers in which the caller is logged in."""
    return sessions.list_sessions(call.session, call.principal, call.credentials.session)


@routes.delete("/api/internal/sessions/{session_id}")
def end_session(call: Call[None, None]) -> None:
    """Log another browser of the caller's out."""
    sessions.end_session(call.session, call.principal, call.path["session_id"])


def _one_turn(ask: Ask) -> None:
    take_turn(ask.context, f"password of {ask.credentials.session}")


@routes.put("/api/internal/password", body=PasswordBody, before=_one_turn)
def change_password(call: Call[None, PasswordBody]) -> None:
    """Change the caller's password; other sessions end."""
    secret = _need_browser(call)
    if not call.context.settings.login.passwords:
        raise Forbidden("Log-in by password is switched off here.")
    sessions.change_password(call.session, call.principal, call.body.current, call.body.new, secret)


@routes.get("/api/internal/passkeys", answer=list[PasskeyView])
def list_passkeys(call: Call[None, None]) -> list[PasskeyView]:
    """List the caller's passkeys."""
    return [PasskeyView.model_validate(row) for row in passkeys.list_passkeys(call.session, call.principal)]


@routes.post("/api/internal/passkeys/options", answer=Begun)
def begin_passkey(call: Call[None, None]) -> Begun:
    """Begin to make a passkey."""
    _need_browser(call)
    known = passkeys.known_to(call.session, call.principal.user_id)
    who = f"user {call.principal.user_id}"
    as_portal(call.session)
    return passkeys.begin_making(call.session, call.context.settings, call.principal.username, known, who)


@routes.post("/api/internal/passkeys", body=PasskeyBody, answer=PasskeyId)
def add_passkey(call: Call[None, PasskeyBody]) -> PasskeyId:
    """Keep the passkey that the browser made."""
    _need_browser(call)
    body, user_id = call.body, call.principal.user_id
    as_portal(call.session)
    made = passkeys.make(call.session, call.context.settings, body.ceremony, body.credential, f"user {user_id}")
    return PasskeyId(id=passkeys.keep(call.session, user_id, user_id, made, body.name))


@routes.delete("/api/internal/passkeys/{passkey_id:int}")
def remove_passkey(call: Call[None, None]) -> None:
    """Remove one of the caller's passkeys."""
    _need_browser(call)
    passkeys.remove(call.session, call.principal, call.path["passkey_id"])


@routes.post("/api/login/passkey/options", auth="none", answer=Begun, guessed=True)
def begin_log_in(call: Call[None, None]) -> Begun:
    """Begin a log-in by passkey."""
    as_portal(call.session)
    return passkeys.begin_log_in(call.session, call.context.settings)


@routes.post("/api/login/passkey", auth="none", body=PasskeyLoginBody, answer=LoggedIn, guessed=True)
def log_in(call: Call[None, PasskeyLoginBody]) -> Answer:
    """Log a browser in by a passkey."""
    as_portal(call.session)
    passkeys.need_passkeys(call.context.settings)
    body = call.body
    try:
        user_id = passkeys.check(call.session, call.context.settings, body.ceremony, body.credential)
        return logged_in(web_sessions.log_in(call.session, user_id, browser(call, "passkey")))
    except (Unauthorised, Forbidden) as error:
        return refused(call, "", "passkey", error)
