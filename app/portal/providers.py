"""OpenID Connect providers: where they are, what they say, and how much of it is believed.

The authorization code flow with PKCE, state and nonce (OpenID Connect Core 1.0; RFC 7636; RFC 9700). What is fetched
from a provider leaves the machine, so that nothing here may run inside a transaction.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jwt import JWTClaimsRegistry

from app.config import Provider
from app.errors import ProviderRefused, Unavailable

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"]
"""Signatures alone: with ``none`` or a shared secret anybody, or the client, could sign."""
SKEW_S = 120
"""How wrong the provider's clock or ours may be."""
DISCOVERED_S = 3600.0
KEYS_AGAIN_S = 60.0
TIMEOUT_S = 10.0
MAX_BYTES = 1_000_000
REFUSED = "The provider's answer cannot be trusted; try again."


@dataclass(frozen=True)
class Begun:
    """A log-in that has begun: where to send the browser, and what to remember until it is back."""

    address: str
    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True)
class Known:
    """Whom a provider vouches for: its ``sub``, and the claims that it signed."""

    subject: str
    claims: Mapping[str, Any]

    def claim(self, name: str) -> str | None:
        """Return a claim's text; an e-mail address only where the provider says that it is verified."""
        value = self.claims.get(name)
        if (
            not isinstance(value, str)
            or not value
            or (name == "email" and self.claims.get("email_verified") is not True)
        ):
            return None
        return value


class ProviderClient:
    """Talks to one provider; what discovery told is kept for an hour."""

    def __init__(self, settings: Provider, redirect_uri: str) -> None:
        self.settings = settings
        self.redirect_uri = redirect_uri
        self._lock = threading.Lock()
        self._told: tuple[float, dict[str, Any]] | None = None
        self._keys: tuple[float, KeySet] | None = None

    def begin(self) -> Begun:
        """Return where to send a browser; raise :class:`Unavailable` where the provider does not answer."""
        endpoint = self._discovered()["authorization_endpoint"]
        nonce, verifier = secrets.token_urlsafe(24), secrets.token_urlsafe(48)
        with self._client() as client:
            address, state = client.create_authorization_url(
                endpoint, state=secrets.token_urlsafe(32), nonce=nonce, code_verifier=verifier
            )
        return Begun(address, state, nonce, verifier)

    def end(self, code: str, nonce: str, verifier: str) -> Known:
        """Exchange the code for whom the provider vouches for; raise :class:`ProviderRefused` otherwise."""
        told = self._discovered()
        try:
            with self._client() as client:
                tokens = client.fetch_token(
                    told["token_endpoint"], code=code, code_verifier=verifier, timeout=TIMEOUT_S
                )
        except AuthlibBaseError as error:
            raise ProviderRefused(f"The provider refused the log-in ({error.error}); try again.") from error
        except (requests.RequestException, ValueError) as error:
            raise self._silent() from error
        claims = self._checked(tokens.get("id_token"), nonce)
        return Known(str(claims["sub"]), claims)

    def _checked(self, id_token: object, nonce: str) -> dict[str, Any]:
        if not isinstance(id_token, str):
            raise ProviderRefused(REFUSED)
        claims = self._verified(id_token)
        client_id = self.settings.client_id
        registry = JWTClaimsRegistry(
            leeway=SKEW_S,
            iss={"essential": True, "value": self._discovered()["issuer"]},
            aud={"essential": True, "value": client_id},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        try:
            registry.validate(claims)
        except JoseError as error:
            raise ProviderRefused(REFUSED) from error
        audience = claims["aud"]
        alone = audience == client_id or audience == [client_id]
        if claims.get("azp", client_id) != client_id or not (alone or "azp" in claims):
            raise ProviderRefused(REFUSED)
        return claims

    def _verified(self, id_token: str) -> dict[str, Any]:
        try:
            return dict(jwt.decode(id_token, self._key_set(), algorithms=ALGORITHMS).claims)
        except (JoseError, ValueError) as first:
            # The provider may have changed its keys since they were fetched; they are not fetched for every bad token.
            if not self._forget_keys():
                raise ProviderRefused(REFUSED) from first
        try:
            return dict(jwt.decode(id_token, self._key_set(), algorithms=ALGORITHMS).claims)
        except (JoseError, ValueError) as error:
            raise ProviderRefused(REFUSED) from error

    def _forget_keys(self) -> bool:
        with self._lock:
            if self._keys is None or time.monotonic() - self._keys[0] < KEYS_AGAIN_S:
                return False
            self._keys = None
            return True

    def _key_set(self) -> KeySet:
        uri = self._discovered()["jwks_uri"]
        with self._lock:
            if self._keys is None or time.monotonic() - self._keys[0] > DISCOVERED_S:
                self._keys = (time.monotonic(), KeySet.import_key_set(self._fetch(uri)))  # type: ignore[arg-type]
            return self._keys[1]

    def _discovered(self) -> dict[str, Any]:
        with self._lock:
            if self._told is None or time.monotonic() - self._told[0] > DISCOVERED_S:
                issuer = self.settings.issuer
                told = self._fetch(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
                needed = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")
                if any(not isinstance(told.get(name), str) for name in needed) or told["issuer"] != issuer:
                    raise Unavailable(f"{self.settings.name} does not describe itself as {issuer}; tell your operator.")
                self._told = (time.monotonic(), told)
            return self._told[1]

    def _fetch(self, address: str) -> dict[str, Any]:
        try:
            answer = requests.get(address, timeout=TIMEOUT_S)
            answer.raise_for_status()
            found = answer.json() if len(answer.content) <= MAX_BYTES else None
        except (requests.RequestException, ValueError) as error:
            raise self._silent() from error
        if not isinstance(found, dict):
            raise self._silent()
        return found

    def _client(self) -> OAuth2Session:
        mine = self.settings
        return OAuth2Session(
            client_id=mine.client_id, client_secret=mine.client_secret, scope=mine.scope,
            redirect_uri=self.redirect_uri, code_challenge_method="S256",
            token_endpoint_auth_method="client_secret_basic" if mine.client_secret else "none",
        )  # fmt: skip

    def _silent(self) -> Unavailable:
        return Unavailable(f"{self.settings.name} does not answer; try again in a moment, or log in another way.")
