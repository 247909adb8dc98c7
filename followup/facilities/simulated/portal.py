"""The observation portal's HTTP API, as LCO's portal and archive answer it."""

from __future__ import annotations

import logging
import time
from datetime import UTC, datetime
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.web import Application, HTTPError

from followup.conditions.visibility import Interval, Limits, observable_intervals
from followup.facilities.simulated import documents
from followup.facilities.simulated.archive import DownloadHandler, FrameHandler, FramesHandler
from followup.facilities.simulated.handlers import NotFoundHandler, Observatory, PortalHandler, SlashHandler
from followup.facilities.simulated.instruments import instruments_document
from followup.facilities.simulated.payloads import Refusal, RequestGroup, parse_group
from followup.facilities.simulated.states import InvalidStateChange
from followup.facilities.simulated.store import GroupSearch

_LOG = logging.getLogger(__name__)
_MAX_BODY_BYTES = 1_000_000
_HORIZON_S = 2 * 86400.0
_NEVER_VISIBLE = (
    "According to the constraints of the request, the target is never visible within the time window. "
    "Check that the target is in the nighttime sky."
)


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
