"""The one Tornado handler: it parses a request, runs its operation in a worker thread, and writes the answer."""

from __future__ import annotations

import asyncio
import contextvars
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any
from uuid import uuid4

import structlog
import tornado.web
from sqlalchemy.orm import Session

from app.access import authenticate
from app.access.principal import Principal
from app.api import bodies, envelope
from app.api.faults import explain
from app.api.limits import Buckets, take_turn
from app.api.origin import agent, client_address, need_own_site
from app.api.params import need_no_nul, parse, read_places
from app.api.routes import Answer, Ask, Call, Client, Credentials, Raw, Route
from app.api.turns import FairPool
from app.context import Context, take_role
from app.errors import BadInput, Forbidden, SkyrelayError, Unauthorised

CSRF_HEADER = "X-Skyrelay"
MALFORMED = 'Credentials malformed; expected form "Authorization: token abc123"'
LOGIN_S = 600
"""How long a log-in at a provider may take."""
NOBODY = Principal(0, "", frozenset())
log = structlog.get_logger(__name__)


class InternalFault(SkyrelayError):
    """Something that nobody foresaw; the log knows it by the request's id."""

    code = "internal"
    status = 500


class MethodNotAllowed(SkyrelayError):
    """The address exists, the method does not."""

    code = "method_not_allowed"
    status = 405


class ApiHandler(tornado.web.RequestHandler):
    """Serves every route of one path."""

    def initialize(
        self,
        context: Context,
        pool: FairPool,
        outer: ThreadPoolExecutor,
        limits: Buckets,
        by_method: dict[str, Route],
    ) -> None:
        """Take what the server made once."""
        self.context = context
        self.pool = pool
        self.outer = outer
        self.limits = limits
        self.by_method = by_method
        self.started = time.perf_counter()
        self.request_id = uuid4().hex[:12]

    def set_default_headers(self) -> None:
        """Answers are private and never guessed at by browsers."""
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        for name, value in self.settings["secure_headers"].items():
            self.set_header(name, value)

    async def get(self, **places: str) -> None:
        """Serve GET."""
        await self._serve("GET", places)

    async def head(self, **places: str) -> None:
        """Serve HEAD as the GET without its body."""
        route = self.by_method.get("GET")
        if route is not None and not route.path.startswith("/api/"):
            # A login link is spent by its GET; whoever only looks whether it is there must not spend it.
            self._fail(MethodNotAllowed("This address has no HEAD."))
            return
        await self._serve("GET", places)

    async def post(self, **places: str) -> None:
        """Serve POST."""
        await self._serve("POST", places)

    async def put(self, **places: str) -> None:
        """Serve PUT."""
        await self._serve("PUT", places)

    async def patch(self, **places: str) -> None:
        """Serve PATCH."""
        await self._serve("PATCH", places)

    async def delete(self, **places: str) -> None:
        """Serve DELETE."""
        await self._serve("DELETE", places)

    async def options(self, **_places: str) -> None:
        """Refuse OPTIONS: the portal is used from its own origin only."""
        self._fail(MethodNotAllowed("This address has no OPTIONS."))

    async def _serve(self, method: str, places: dict[str, str]) -> None:
        structlog.contextvars.bind_contextvars(request_id=self.request_id)
        route = self.by_method.get(method)
        if route is None:
            self._fail(MethodNotAllowed(f"This address has no {method}."))
            return
        try:
            credentials = self._credentials(route)
            client = Client(
                client_address(self.request, self.context.settings.server.trusted_proxies), agent(self.request)
            )
            self.limits.take(credentials.token or credentials.session or client.address)
            work = partial(contextvars.copy_context().run, self._work, route, (credentials, client), places)
            if route.outside:
                outcome = await asyncio.get_running_loop().run_in_executor(self.outer, work)
            else:
                outcome = await self.pool.run(credentials.token or credentials.session or client.address, work)
        except Exception as error:
            # The boundary: whatever a route does not explain is logged, and answered as a fault of ours.
            known = explain(error)
            if known is None:
                log.exception("request failed", method=method, path=route.said(self.request.path))
                known = InternalFault(
                    f"Something went wrong on our side; tell your operator the number {self.request_id}."
                )
            self._fail(known)
            return
        self._write(*outcome)

    def _credentials(self, route: Route) -> Credentials:
        header = self.request.headers.get("Authorization")
        if header is not None:
            scheme, _, secret = header.partition(" ")
            if scheme != "token" or not secret.strip():
                raise Unauthorised(MALFORMED)
            return Credentials(token=secret.strip())
        cookie = self.get_cookie(self._cookie(authenticate.SESSION_COOKIE))
        if route.method != "GET":
            need_own_site(self.request)
        if cookie and route.method != "GET" and self.request.headers.get(CSRF_HEADER) is None:
            raise Forbidden(f"A change from a browser must carry the header {CSRF_HEADER}.")
        if cookie is None and route.auth == "user":
            raise Unauthorised(MALFORMED)
        return Credentials(session=cookie, login=self.get_cookie(self._cookie(authenticate.LOGIN_COOKIE)))

    def _cookie(self, name: str) -> str:
        return authenticate.cookie_name(name, self.context.settings.https)

    def _parse(self, route: Route, places: dict[str, str]) -> tuple[dict[str, Any], Any, Any]:
        query = body = None
        if route.query is not None:
            raw = {k: b",".join(v).decode("utf-8", "replace") for k, v in self.request.query_arguments.items()}
            kept: frozenset[str] = getattr(route.query, "keeps_empty", frozenset())
            given = {k: v for k, v in raw.items() if v != "" or k in kept}
            need_no_nul(given)
            query = parse(route.query, given)
        if route.body is not None:
            body = parse(route.body, bodies.load(self.request.body, by_row=getattr(route.body, "by_row", False)))
        return read_places(route.path, places), query, body

    def _work(
        self, route: Route, who: tuple[Credentials, Client], places: dict[str, str]
    ) -> tuple[Answer | Raw, bytes]:
        credentials, client = who
        # Here and not in the loop: a large body keeps nobody else waiting while it is read.
        parsed = self._parse(route, places)
        if route.guessed:
            take_turn(self.context, f"address {client.address}")
        early = route.outside or route.before
        found = early(Ask(self.context, *parsed, credentials)) if early else None
        with self.context.sessions.begin() as session:
            principal = self._principal(session, credentials, f"{client.address} request {self.request_id}")
            if principal is None and route.auth == "user":
                raise Unauthorised("These credentials are unknown or have ended. Log in again, or make a new token.")
            if principal is not None:
                take_role(session, principal, f"{route.method} {route.said(self.request.path)}")
                principal.need(*route.acls)
            path, query, body = parsed
            said = route.operation(
                Call(session, principal or NOBODY, self.context, path, query, body, credentials, client, found)
            )
            if isinstance(said, Raw):
                return said, said.content
            answer = said if isinstance(said, Answer) else Answer(said)
            content = envelope.success(answer.data, answer.message, answer.beside)
        if answer.refusal is not None:
            raise answer.refusal
        return answer, content

    @staticmethod
    def _principal(session: Session, credentials: Credentials, origin: str) -> Principal | None:
        if credentials.token is not None:
            return authenticate.by_token(session, credentials.token, origin)
        if credentials.session is not None:
            return authenticate.by_session(session, credentials.session, origin)
        return None

    def _write(self, answer: Answer | Raw, content: bytes) -> None:
        if isinstance(answer, Raw):
            self.set_status(answer.status)
            self.set_header("Content-Type", answer.content_type)
            for name, value in answer.headers.items():
                self.set_header(name, value)
        else:
            self.set_status(answer.status)
            self._cookies(answer)
            if answer.redirect is not None:
                self.redirect(answer.redirect)
                return
        self.finish(content if self.request.method != "HEAD" else None)

    def _cookies(self, answer: Answer) -> None:
        hours = self.context.settings.server.session_hours
        for name, value, lasts_s in (
            (authenticate.SESSION_COOKIE, answer.set_session, hours * 3600),
            (authenticate.LOGIN_COOKIE, answer.set_login, LOGIN_S),
        ):
            if value is not None:
                self._set_cookie(name, value, lasts_s)
        if answer.clear_session:
            self._clear_cookie(authenticate.SESSION_COOKIE)
        if answer.clear_login:
            self._clear_cookie(authenticate.LOGIN_COOKIE)

    def _clear_cookie(self, name: str) -> None:
        # Browsers take a cookie with the prefix __Host- away only by one that is as strict.
        self.clear_cookie(self._cookie(name), path="/", secure=self.context.settings.https)

    def _set_cookie(self, name: str, value: str, lasts_s: int) -> None:
        https = self.context.settings.https
        self.set_cookie(
            self._cookie(name), value, path="/", httponly=True, samesite="Lax", secure=https, max_age=lasts_s
        )

    def _fail(self, error: SkyrelayError) -> None:
        self.set_status(error.status)
        if "retry_after_s" in error.details:
            self.set_header("Retry-After", str(error.details["retry_after_s"]))
        self.finish(envelope.failure(error))

    def write_error(self, status_code: int, **_kwargs: Any) -> None:
        """Answer in the envelope what Tornado itself refuses: an address that is no UTF-8, an unknown method."""
        if status_code == MethodNotAllowed.status:
            self._fail(MethodNotAllowed("This address does not know that method."))
        elif status_code < InternalFault.status:
            self._fail(BadInput("This request cannot be read; its address is UTF-8, its body JSON."))
        else:
            self._fail(InternalFault(f"Something went wrong on our side; tell your operator {self.request_id}."))

    def on_finish(self) -> None:
        """Log what was asked, by how long it took."""
        route = next(iter(self.by_method.values()), None)
        log.info(
            "request",
            method=self.request.method,
            path=route.said(self.request.path) if route else self.request.path,
            status=self.get_status(),
            ms=round((time.perf_counter() - self.started) * 1000, 1),
        )


class UnknownAddress(ApiHandler):
    """Every address under ``/api`` that no route has."""

    async def _serve(self, method: str, places: dict[str, str]) -> None:  # noqa: ARG002
        self._fail(BadInput("Invalid API endpoint"))
