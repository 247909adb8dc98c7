"""The observation portal's HTTP API, as LCO's portal and archive answer it."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
import time
from collections import deque
from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.iostream import StreamClosedError
from tornado.web import Application, HTTPError, RequestHandler

from followup.conditions.visibility import Interval, Limits, observable_intervals
from followup.facilities.simulated import documents
from followup.facilities.simulated.clock import SkyClock
from followup.facilities.simulated.conditions import Conditions
from followup.facilities.simulated.config import ObservatoryConfig
from followup.facilities.simulated.instruments import instruments_document
from followup.facilities.simulated.payloads import Refusal, RequestGroup, parse_group
from followup.facilities.simulated.states import InvalidStateChange
from followup.facilities.simulated.store import GroupSearch, Store
from followup.facilities.simulated.telescope import Telescope

_LOG = logging.getLogger(__name__)
_MAX_BODY_BYTES = 1_000_000
_HORIZON_S = 2 * 86400.0
_NEVER_VISIBLE = (
    "According to the constraints of the request, the target is never visible within the time window. "
    "Check that the target is in the nighttime sky."
)


@dataclass
class Observatory:
    """Everything that the handlers of one observatory share."""

    config: ObservatoryConfig
    clock: SkyClock
    store: Store
    conditions: Conditions
    telescope: Telescope
    submissions: deque[float] = field(default_factory=deque)

    @property
    def since_start_s(self) -> float:
        """Seconds since the process started, which scripted outages count in."""
        return time.time() - self.clock.started_s

    def signature(self, frame_id: int) -> str:
        """Return what makes a frame's download address unguessable (LCO's archive gives presigned addresses)."""
        key = self.config.token.get_secret_value().encode()
        return hmac.new(key, f"frame/{frame_id}".encode(), hashlib.sha256).hexdigest()


class PortalHandler(RequestHandler):
    """Common to all: scripted failures, the token, JSON answers in the portal's style."""

    observatory: Observatory
    needs_token = True

    def initialize(self, observatory: Observatory) -> None:
        """Receive the observatory."""
        self.observatory = observatory
        self._gone = asyncio.Event()

    def prepare(self) -> Awaitable[None] | None:
        """Refuse what the script or a missing token forbids."""
        now_s = self.observatory.since_start_s
        if self.observatory.config.outage(now_s, "hang"):
            return self._hang()
        if outage := self.observatory.config.outage(now_s, "portal-down"):
            self.refuse(503, {"detail": outage.reason or "The portal is down for maintenance."})
        elif self.needs_token:
            self._check_token()
        return None

    async def _hang(self) -> None:
        while not self._gone.is_set() and self.observatory.config.outage(self.observatory.since_start_s, "hang"):
            with suppress(TimeoutError):
                async with asyncio.timeout(0.5):
                    await self._gone.wait()
        if self._gone.is_set():  # nobody is there: above all, nothing must be carried out
            self.refuse(503, {"detail": "The client has left."})
        elif self.needs_token:
            self._check_token()

    def _check_token(self) -> None:
        kind, _, token = self.request.headers.get("Authorization", "").partition(" ")
        if kind != "Token" or not token:
            self.set_header("WWW-Authenticate", "Token")
            self.refuse(401, {"detail": "Authentication credentials were not provided."})
        elif not hmac.compare_digest(token.encode(), self.observatory.config.token.get_secret_value().encode()):
            self.set_header("WWW-Authenticate", "Token")
            self.refuse(401, {"detail": "Invalid token."})

    def on_connection_close(self) -> None:
        """Stop waiting for a client that has left."""
        self._gone.set()

    def refuse(self, status: int, body: dict[str, Any]) -> None:
        """Answer an error."""
        self.answer(body, status)

    def answer(self, body: object, status: int = 200) -> None:
        """Answer JSON."""
        self.set_status(status)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(body))

    def write_error(self, status_code: int, **_: Any) -> None:
        """Answer an error in the portal's words."""
        words = {404: "Not found.", 405: "Method not allowed."}
        self.answer({"detail": words.get(status_code, self._reason)}, status_code)

    @property
    def base_url(self) -> str:
        """The portal's own address as the client wrote it."""
        return f"{self.request.protocol}://{self.request.host}"

    def posted(self) -> Any:
        """Return the JSON body, or answer 400."""
        try:
            return json.loads(self.request.body)
        except ValueError:
            raise HTTPError(400, reason="JSON parse error") from None

    def number(self, name: str, default: int | None = None) -> int | None:
        """Return a whole number of the query; answer 400 for anything else."""
        text = self.get_query_argument(name, None)
        if text is None:
            return default
        if not text.isdigit():
            raise HTTPError(400, reason=f"{name}: Enter a number.")
        return int(text)


class SlashHandler(PortalHandler):
    """Redirects to the address with a slash at its end, as Django does."""

    def get(self) -> None:
        """Redirect, keeping the query."""
        query = f"?{self.request.query}" if self.request.query else ""
        self.redirect(f"{self.request.path}/{query}", permanent=True)


class InstrumentsHandler(PortalHandler):
    """``/api/instruments/``."""

    def get(self) -> None:
        """Answer the instruments."""
        self.answer(instruments_document())


class ProfileHandler(PortalHandler):
    """``/api/profile/``."""

    def get(self) -> None:
        """Answer whose token it is, and the proposals that it may use."""
        self.answer(documents.profile(self.observatory.config))


class TelescopeStatesHandler(PortalHandler):
    """``/api/telescope_states/``."""

    def get(self) -> None:
        """Answer whether the telescope is available, and why not."""
        config, now_s = self.observatory.config, time.time()
        state = self.observatory.conditions.at(now_s)
        self.answer(documents.telescope_states(config.telescope_key, state, now_s))


class SkyHandler(PortalHandler):
    """``/api/simulation/sky/``: our own, not LCO's. A planner needs the clock by which this site's sky is
    computed.
    """

    def get(self) -> None:
        """Answer the site's clock and pace."""
        config, clock = self.observatory.config, self.observatory.clock
        self.answer(
            {
                "simulated": True,
                "site": config.site,
                "sky_shift_s": clock.shift_s,
                "always_night": clock.always_night,
                "is_night": self.observatory.conditions.is_night(time.time()),
                "speed": config.speed,
            }
        )


class _GroupHandler(PortalHandler):
    def checked(self) -> RequestGroup:
        """Return the posted group; raise :class:`Refusal`."""
        config = self.observatory.config
        group = parse_group(self.posted(), datetime.now(UTC), config.site, config.proposals)
        self._refuse_invisible(group)
        return group

    def _refuse_invisible(self, group: RequestGroup) -> None:
        clock, place = self.observatory.clock, self.observatory.config.place
        if clock.always_night:
            return
        now_s = time.time()
        for index, request in enumerate(group.requests):
            target = request.configurations[0].target
            for window in request.windows:
                start_s = max(window.start.timestamp(), now_s)
                end_s = min(window.end.timestamp(), start_s + _HORIZON_S)
                sky = Interval(clock.sky_mjd(start_s), clock.sky_mjd(end_s))
                takes_day = request.duration_s / self.observatory.config.speed / 86400.0
                seen = observable_intervals(target.ra, target.dec, place, sky, Limits())
                if any(stretch.end_mjd - stretch.start_mjd >= takes_day for stretch in seen):
                    break
            else:
                raise Refusal({"requests": [{}] * index + [{"non_field_errors": [_NEVER_VISIBLE]}]})


class ValidateHandler(_GroupHandler):
    """``/api/requestgroups/validate/``: always 200, the errors are in the body."""

    def post(self) -> None:
        """Answer durations, or errors."""
        try:
            group = self.checked()
        except Refusal as refusal:
            self.answer({"request_durations": {}, "errors": refusal.errors})
            return
        durations = [{"duration": request.duration_s} for request in group.requests]
        total = sum(request.duration_s for request in group.requests)
        self.answer({"request_durations": {"requests": durations, "duration": total}, "errors": {}})


class RequestGroupsHandler(_GroupHandler):
    """``/api/requestgroups/``: search and create."""

    def get(self) -> None:
        """Answer one page of the groups that match."""
        wanted = self._search()
        total, rows = self.observatory.store.search(wanted)
        results = [documents.group(row, self.observatory.store.requests_of(row.id)) for row in rows]
        address = f"{self.base_url}{self.request.path}"
        page = documents.Page(address, dict(self._plain_query()), wanted.limit, wanted.offset, total)
        self.answer(page.document(results))

    def _plain_query(self) -> list[tuple[str, str]]:
        return [(name, self.get_query_argument(name)) for name in self.request.query_arguments]

    def _search(self) -> GroupSearch:
        after = self.get_query_argument("created_after", None)
        try:
            created_after_s = documents.parse_time(after).timestamp() if after else None
        except ValueError:
            raise HTTPError(400, reason="created_after: Enter a valid date/time.") from None
        return GroupSearch(
            name=self.get_query_argument("name", None),
            request_id=self.number("request_id"),
            created_after_s=created_after_s,
            proposal=self.get_query_argument("proposal", None),
            state=self.get_query_argument("state", None),
            limit=max(1, min(self.number("limit", 10) or 10, 1000)),
            offset=self.number("offset", 0) or 0,
        )

    def post(self) -> None:
        """Accept a group: 201 with it, or 400 with the errors by field, or 429."""
        if (wait_s := self._throttled_s()) is not None:
            self.set_header("Retry-After", str(wait_s))
            words = f"Request was throttled. Expected available in {wait_s} seconds."
            self.answer({"detail": words}, 429)
            return
        try:
            group = self.checked()
        except Refusal as refusal:
            self.answer(refusal.errors, 400)
            return
        row = self.observatory.store.add_group(group, self.posted())
        self.observatory.telescope.wake()
        _LOG.info("group %s accepted: %s", row.id, row.name)
        if self.observatory.config.outage(self.observatory.since_start_s, "drop-answer"):
            self._cut()
            return
        self.answer(documents.group(row, self.observatory.store.requests_of(row.id)), 201)

    def _throttled_s(self) -> int | None:
        allowed, recent = self.observatory.config.submissions_per_minute, self.observatory.submissions
        now_s = time.time()
        while recent and recent[0] <= now_s - 60.0:
            recent.popleft()
        if allowed is not None and len(recent) >= allowed:
            return max(1, round(recent[0] + 60.0 - now_s))
        recent.append(now_s)
        return None

    def _cut(self) -> None:
        connection: Any = self.request.connection
        self._auto_finish = False
        connection.stream.close()


class RequestGroupHandler(PortalHandler):
    """``/api/requestgroups/{id}/``."""

    def get(self, group_id: str) -> None:
        """Answer one group."""
        row = self.observatory.store.group(int(group_id))
        if row is None:
            raise HTTPError(404)
        self.answer(documents.group(row, self.observatory.store.requests_of(row.id)))


class CancelHandler(PortalHandler):
    """``/api/requestgroups/{id}/cancel/``."""

    def post(self, group_id: str) -> None:
        """Cancel what is pending; 400 where the group is finished."""
        if self.observatory.store.group(int(group_id)) is None:
            raise HTTPError(404)
        try:
            self.observatory.store.cancel_group(int(group_id))
        except InvalidStateChange as problem:
            self.answer({"errors": [str(problem)]}, 400)
            return
        self.observatory.telescope.wake()
        row = self.observatory.store.group(int(group_id))
        assert row is not None
        self.answer(documents.group(row, self.observatory.store.requests_of(row.id)))


class RequestPageHandler(PortalHandler):
    """``/api/requests/{id}/``."""

    def get(self, request_id: str) -> None:
        """Answer one request."""
        row = self.observatory.store.request(int(request_id))
        if row is None:
            raise HTTPError(404)
        self.answer(documents.request(row))


class ObservationsHandler(PortalHandler):
    """``/api/requests/{id}/observations/``."""

    def get(self, request_id: str) -> None:
        """Answer the request's blocks."""
        row = self.observatory.store.request(int(request_id))
        if row is None:
            raise HTTPError(404)
        key = self.observatory.config.telescope_key
        self.answer([documents.block(block, row, key) for block in self.observatory.store.blocks_of(row.id)])


class FramesHandler(PortalHandler):
    """The archive's ``/frames/``."""

    def get(self) -> None:
        """Answer one page of frames."""
        request_id = self.number("REQNUM", self.number("request_id"))
        limit = max(1, min(self.number("limit", 100) or 100, 1000))
        offset = self.number("offset", 0) or 0
        total, found = self.observatory.store.frames(request_id, limit, offset)
        results = [documents.frame(one, self.base_url, self.observatory.signature(one["id"])) for one in found]
        query = {"REQNUM": str(request_id)} if request_id is not None else {}
        page = documents.Page(f"{self.base_url}/frames/", query, limit, offset, total)
        self.answer(page.document(results))


class FrameHandler(PortalHandler):
    """The archive's ``/frames/{id}/``."""

    def get(self, frame_id: str) -> None:
        """Answer one frame's record."""
        found = self.observatory.store.frame(int(frame_id))
        if found is None:
            raise HTTPError(404)
        self.answer(documents.frame(found, self.base_url, self.observatory.signature(found["id"])))


class DownloadHandler(PortalHandler):
    """A frame's bytes, behind a signed address and without the token, as the archive's storage gives them."""

    needs_token = False

    async def get(self, frame_id: str) -> None:
        """Answer the FITS file."""
        signature = self.get_query_argument("signature", "")
        if not hmac.compare_digest(signature, self.observatory.signature(int(frame_id))):
            self.refuse(403, {"detail": "The signature does not fit."})
            return
        found = self.observatory.store.frame(int(frame_id))
        if found is None:
            raise HTTPError(404)
        path = self.observatory.config.folder / "frames" / str(found["filename"])
        self.set_header("Content-Type", "application/fits")
        self.set_header("Content-Disposition", f'attachment; filename="{found["filename"]}"')
        try:
            await self.finish(await asyncio.to_thread(path.read_bytes))
        except StreamClosedError:
            _LOG.info("the client left during the download of %s", found["filename"])


def make_server(observatory: Observatory) -> HTTPServer:
    """Return the HTTP server, not yet listening."""
    shared = {"observatory": observatory}
    slashless = r"/api/(?:instruments|profile|requestgroups|telescope_states|requests/\d+|requestgroups/\d+)"
    routes: list[tuple[str, type[PortalHandler], dict[str, Any]]] = [
        (slashless, SlashHandler, shared),
        (r"/api/requests/\d+/observations", SlashHandler, shared),
        (r"/frames", SlashHandler, shared),
        (r"/api/instruments/", InstrumentsHandler, shared),
        (r"/api/profile/", ProfileHandler, shared),
        (r"/api/telescope_states/", TelescopeStatesHandler, shared),
        (r"/api/simulation/sky/", SkyHandler, shared),
        (r"/api/requestgroups/", RequestGroupsHandler, shared),
        (r"/api/requestgroups/validate/", ValidateHandler, shared),
        (r"/api/requestgroups/(\d+)/", RequestGroupHandler, shared),
        (r"/api/requestgroups/(\d+)/cancel/", CancelHandler, shared),
        (r"/api/requests/(\d+)/", RequestPageHandler, shared),
        (r"/api/requests/(\d+)/observations/", ObservationsHandler, shared),
        (r"/frames/", FramesHandler, shared),
        (r"/frames/(\d+)/", FrameHandler, shared),
        (r"/frames/(\d+)/download/", DownloadHandler, shared),
    ]
    application = Application(routes, default_handler_class=NotFoundHandler, default_handler_args=shared)
    return HTTPServer(application, max_body_size=_MAX_BODY_BYTES, idle_connection_timeout=60.0)


class NotFoundHandler(PortalHandler):
    """Everything else."""

    def prepare(self) -> None:
        """Answer 404."""
        raise HTTPError(404)
