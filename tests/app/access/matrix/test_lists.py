"""What strangers are told is the same before and after a team works in private, on objs of its own and on theirs.

Lists, counts, orders, filters, statistics, plots and exports: none may move by what one cannot read. Sockets that
are open meanwhile stay silent.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import httpx
import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from app.access.audiences import intern_groups, sitewide_group_id
from app.access.outbox import announce
from app.main import all_routes
from tests.app.access.matrix.asks import ask_for
from tests.app.access.matrix.cast import MARK, Cast, cast_of
from tests.app.access.matrix.decoys import DECOYS, other_groups, private_work
from tests.app.access.matrix.probing import STRANGERS
from tests.app.access.matrix.seeds import fill
from tests.support.world import World

VOLATILE = {
    "/api/openapi.json", "/api/health", "/api/system", "/api/internal/dbinfo", "/api/sysinfo", "/api/config",
    "/api/facilities", "/api/internal/sessions", "/api/unsourced_finder", "/api/sources/{obj_id}/finder",
    "/api/sources/{obj_id}/offsets", "/api/sources/{obj_id}/observability", "/api/internal/profile",
    "/api/internal/tokens", "/api/errands", "/api/group_admission_requests",
}  # fmt: skip
"""About the machine, the sky, telescopes or the asker's own wishes, and not about rows of others."""
EVERYBODYS = {"/api/policies", "/api/telescope", "/api/instrument", "/api/spatial_catalog", "/api/objtagoption",
              "/api/groups", "/api/groups/public",
              "/api/user", "/api/streams"}  # fmt: skip
"""Lists that everybody reads, in which the team's public rows do appear."""
ONES_OWN = ("stream only", "/api/internal/history")
"""This one asked to join a group meanwhile, and reads that in the history."""
_NOW = re.compile(r'"queryID":"[0-9a-f]+"')
SORTS = ("saved_at", "id", "ra", "dec", "redshift", "classification", "favorites", "last_detected", "peak_mag", "alias",
         "origin", "gcn_status", "summary", "tns_name")  # fmt: skip


def paths() -> list[str]:
    """Every GET that needs nothing but an obj, and lists with each of their filters and orders."""
    found = []
    for route in all_routes():
        path = re.sub(r":\w+}", "}", route.path)
        needs = route.query is not None and any(f.is_required() for f in route.query.model_fields.values())
        if route.method != "GET" or not route.described or path in VOLATILE | EVERYBODYS or needs:
            continue
        if re.findall(r"\{(\w+)\}", path) == ["obj_id"]:
            found += [path.replace("{obj_id}", obj) for obj in DECOYS]
        elif "{" not in path and not ask_for(route).query:
            found.append(path)
    return [*found, *_filtered()]


def _filtered() -> Iterator[str]:
    for name, order in product(SORTS, ("asc", "desc")):
        yield f"/api/sources?sortBy={name}&sortOrder={order}"
    everything = "&".join(f"include{x}=true" for x in (
        "Thumbnails", "PhotometryExists", "SpectrumExists", "CommentExists", "DetectionStats", "PeriodExists",
        "Comments", "Candidates", "Requested", "Labellers", "Tags", "Photometry", "ColorMagnitude",
    ))  # fmt: skip
    yield f"/api/sources?{everything}"
    for obj in DECOYS:
        yield f"/api/sources/{obj}?{everything}&includeAssociatedObjs=true&includeSuperObjs=true"
        yield f"/api/candidates/{obj}?includePhotometry=true&includeSpectra=true&includeComments=true"
        yield f"/api/spectra?objID={obj}&includeOriginalFile=true"
    for asked in (
        "minRedshift=1", "maxRedshift=1", "minPeakMagnitude=15", "maxPeakMagnitude=15", "minLatestMagnitude=15",
        "maxLatestMagnitude=15", "numberDetections=3", "requireDetections=true&startDate=2023-06-01&endDate=2030-01-01",
        "hasSpectrum=true", "hasNoSpectrum=true", "hasBeenLabelled=true", "hasNotBeenLabelled=true",
        "classifications=T: Ia", "nonclassifications=T: Ia", "classified=true", "unclassified=true",
        "commentsFilter=sekret", "commentsFilter=remark", "commentsFilterAuthor=ada", "hasFollowupRequest=true",
        "followupRequestStatus=submitted", "hasTNSname=true", "hasNoTNSname=true", "sourceID=DECOY", "sourceID=SEKRET",
        "annotationsFilter=score:1:gt", "annotationsFilterOrigin=sekret", "savedAfter=2020-01-01",
        "createdOrModifiedAfter=2020-01-01", "includeRequested=true", "pendingOnly=true", "saveSummary=true",
        "ra=10&dec=20&radius=1", "ra=50&dec=10&radius=3", "numPerPage=1", "numPerPage=1&pageNumber=2",
    ):  # fmt: skip
        yield f"/api/sources?{asked}"
    for asked in (
        "savedStatus=savedToAnyAccessible", "savedStatus=notSavedToAnyAccessible", "minRedshift=1", "maxRedshift=1",
        "classifications=T: Ia", "classificationsReject=T: Ia", "numberDetections=3", "numPerPage=1",
        "sortByAnnotationOrigin=plain&sortByAnnotationKey=score", "startDate=2026-01-15", "endDate=2026-01-15",
        "sortByAnnotationOrigin=sekret&sortByAnnotationKey=sekret&sortByAnnotationOrder=desc", "objID=DECOY",
        "requireDetections=true&firstDetectionAfter=2023-06-01", "includePhotometry=true&includeComments=true",
    ):  # fmt: skip
        yield f"/api/candidates?{asked}"
    for x, y in (("num_det_global", "peak_mag_global"), ("last_detected_mjd", "num_obs_global")):
        yield f"/api/phot_stats/aggregate?xField={x}&yField={y}"


def told(client: httpx.Client, wanted: list[str]) -> dict[str, tuple[int, bytes | str]]:
    """All answers, but for the name of a kept query; of plots and files, every byte."""
    found = {}
    for path in wanted:
        answer = client.get(path)
        content = answer.content if b"\0" in answer.content[:2000] else _NOW.sub("", answer.text)
        found[path] = (answer.status_code, content)
    return found


async def _connected(cast: Cast, role: str) -> WebSocketClientConnection:
    address = cast.world.base_url.replace("http", "ws") + "/api/live"
    headers = {"Authorization": cast.clients[role].headers["Authorization"]}
    socket = await websocket_connect(HTTPRequest(address, headers=headers))
    hello = await asyncio.wait_for(socket.read_message(), 10)
    assert "hello" in str(hello)
    return socket


def _say_the_end(world: World) -> None:
    with world.context().transaction() as session:
        announce(session, "comment.new", audience_id=intern_groups(session, [sitewide_group_id(session)]), text="end")


async def _heard(socket: WebSocketClientConnection) -> list[str]:
    """Everything that a socket was told until the word that is for everybody."""
    words: list[str] = []
    while not words or '"end"' not in words[-1]:
        message = await asyncio.wait_for(socket.read_message(), 20)
        assert message is not None
        words.append(str(message))
    return words[:-1]


async def work_while_they_listen(cast: Cast) -> dict[str, list[str]]:
    """Let the team do all its work while strangers, and one of the team, listen; return what each heard."""
    sockets = {role: await _connected(cast, role) for role in (*STRANGERS, "group admin")}

    def work() -> None:
        private_work(cast)
        fill(cast)
        _say_the_end(cast.world)

    await asyncio.to_thread(work)
    heard = {role: await _heard(socket) for role, socket in sockets.items()}
    for socket in sockets.values():
        socket.close()
    return heard


@pytest.fixture(scope="module")
def worked(stage: World) -> Iterator[tuple[Cast, dict[str, Any], dict[str, Any], dict[str, list[str]]]]:
    """The cast; what strangers were told before and after the team's work; what they heard meanwhile."""
    with cast_of(stage) as cast:
        other_groups(cast)
        wanted = paths()
        before = {role: told(cast.clients[role], wanted) for role in STRANGERS}
        heard = asyncio.run(work_while_they_listen(cast))
        after = {role: told(cast.clients[role], wanted) for role in STRANGERS}
        yield cast, before, after, heard


Worked = tuple[Cast, dict[str, Any], dict[str, Any], dict[str, list[str]]]


def test_nothing_moves_in_what_strangers_are_told(worked: Worked) -> None:
    _, before, after, _ = worked
    wrong = [
        f"{path} as {role}: {str(before[role][path])[:600]}\n  then {str(after[role][path])[:600]}"
        for role, path in product(STRANGERS, before["no group"])
        if before[role][path] != after[role][path] and (role, path) != ONES_OWN
    ]
    assert not wrong, "\n".join(wrong)


def test_the_other_group_has_lists_that_could_move(worked: Worked) -> None:
    _, before, _, _ = worked
    full = [path for path, (status, said) in before["other group"].items() if status == 200 and "DECOY" in str(said)]
    assert len(full) > 80, full
    assert [path for path, (status, _) in before["other group"].items() if status == 500] == []


def test_strangers_hear_nothing_of_it(worked: Worked) -> None:
    cast, _, _, heard = worked
    assert any(MARK in said.lower() for said in heard["group admin"])
    names = {str(v) for k, v in cast.ids.items() if k in ("group", "obj", "spectrum", "comment", "shift", "run")}
    for role in STRANGERS:
        wrong = [said for said in heard[role] if MARK in said.lower() or any(name in said for name in names)]
        assert not wrong, (role, wrong)
