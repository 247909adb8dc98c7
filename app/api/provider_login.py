"""Log-in at an OpenID Connect provider: there and back again."""

from __future__ import annotations

import hmac
from typing import Annotated

from pydantic import Field

from app.access.elevation import as_portal
from app.api.login import browser, refused
from app.api.routes import Answer, Ask, Call, Query, Routes
from app.config import Provider
from app.errors import LoginNotBegun, NotAvailableHere, ProviderRefused, SkyrelayError
from app.portal import passkeys, web_sessions
from app.portal.provider_login import user_of
from app.portal.providers import Begun, Known, ProviderClient

routes = Routes("login")
ROUTES = routes.all
KIND = "provider log-in"
_clients: dict[tuple[Provider, str], ProviderClient] = {}


class StartQuery(Query):
    """With the secret of an invitation's link, where one was opened."""

    invitation: Annotated[str | None, Field(max_length=100)] = None


class BackQuery(Query):
    """What the provider sends the browser back with."""

    state: Annotated[str, Field(max_length=200)] = ""
    code: Annotated[str | None, Field(max_length=4000)] = None
    error: Annotated[str | None, Field(max_length=200)] = None
    iss: Annotated[str | None, Field(max_length=2000)] = None


def _client(ask: Ask) -> ProviderClient:
    settings = ask.context.settings
    for provider in settings.login.providers:
        if provider.id == ask.path["provider"]:
            address = f"{settings.base_url}/login/oidc/{provider.id}/callback"
            return _clients.setdefault((provider, address), ProviderClient(provider, address))
    raise NotAvailableHere("There is no such provider here.")


def _begin(ask: Ask) -> Begun | SkyrelayError:
    try:
        return _client(ask).begin()
    except SkyrelayError as error:
        return error


@routes.get("/login/oidc/{provider}", auth="none", query=StartQuery, outside=_begin, guessed=True, described=False)
def start(call: Call[StartQuery, None]) -> Answer:
    """Send the browser to a provider."""
    begun: Begun | SkyrelayError = call.found
    if isinstance(begun, SkyrelayError):
        return _failed(begun)
    as_portal(call.session)
    remembered = {
        "provider": call.path["provider"], "state": begun.state, "nonce": begun.nonce, "verifier": begun.verifier,
        "invitation": call.query.invitation,
    }  # fmt: skip
    secret = passkeys.begin(call.session, KIND, remembered)
    return Answer(redirect=begun.address, set_login=secret)


def _end(ask: Ask) -> tuple[Provider, Known, str | None] | SkyrelayError:
    """Take what was remembered, once, and exchange the code."""
    try:
        client = _client(ask)
        with ask.context.transaction() as session:
            begun = passkeys.end(session, KIND, ask.credentials.login or "")
        # The cookie binds the log-in to the browser that began it, the state to the provider's answer.
        if begun is None or begun["provider"] != client.settings.id:
            raise LoginNotBegun("This log-in was not begun in this browser, or took too long; try again.")
        if not hmac.compare_digest(begun["state"], ask.query.state):
            raise LoginNotBegun("This log-in was not begun in this browser, or took too long; try again.")
        if ask.query.iss not in (None, client.settings.issuer):
            raise ProviderRefused("The answer came from another provider; try again.")
        if ask.query.code is None:
            raise ProviderRefused("The provider did not let you in.")
        return client.settings, client.end(ask.query.code, begun["nonce"], begun["verifier"]), begun["invitation"]
    except SkyrelayError as error:
        return error


@routes.get(
    "/login/oidc/{provider}/callback", auth="none", query=BackQuery, outside=_end, guessed=True, described=False
)
def back(call: Call[BackQuery, None]) -> Answer:
    """Log the browser in as whom the provider vouches for, and go to the dashboard."""
    if isinstance(call.found, SkyrelayError):
        return _failed(call.found)
    provider, known, invitation = call.found
    try:
        with call.session.begin_nested():
            user_id = user_of(call.session, provider, known, invitation)
            secret, _principal = web_sessions.log_in(call.session, user_id, browser(call, provider.id))
    except SkyrelayError as error:
        refused(call, known.claim("email") or known.subject, provider.id, error)
        return _failed(error)
    return Answer(redirect="/", set_session=secret, clear_login=True)


def _failed(error: SkyrelayError) -> Answer:
    # The code alone: the page knows the sentences, and a link cannot put others into its mouth.
    return Answer(redirect=f"/login?failed={error.code}", clear_login=True)
