"""The sink over REST, against a portal of ours as any SkyPortal client meets it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from sqlalchemy import insert, select

from app.errors import BadInput, Unauthorised, Unavailable
from app.portal.surveys import ensure_survey
from app.tables import Filter, Stream
from ingest.pipeline.account import Account
from ingest.pipeline.run import Options, Pipeline
from ingest.sinks import portal_client
from ingest.sinks.portal import PortalSink, PortalTarget
from ingest.streams.files import open_path
from tests.ingest.pipeline.stage import VOLATILE, cast, contents, number_of
from tests.support.alerts import need_alerts
from tests.support.world import World

FEW = "ztf/v4_02_boom"


@pytest.fixture
def filter_ids(portal: World) -> tuple[int, ...]:
    """The filters of the group Likely; ann may upload."""
    cast(portal, ("ztf",))
    with portal.context().transaction() as session:
        return tuple(session.scalars(select(Filter.id).where(Filter.name == "likely ztf")))


def send(portal: World, target: PortalTarget, folder: Path, what: Path) -> Account:
    sink, stream = PortalSink(target, folder), open_path(what)
    try:
        return Pipeline(stream, sink, Options(8, patience_s=1.0)).run()
    finally:
        sink.close()
        stream.close()


def target_of(portal: World, filter_ids: tuple[int, ...], expression: str | None = None) -> PortalTarget:
    return PortalTarget(portal.base_url, portal.token("ann"), filter_ids, expression)


def test_what_passes_arrives_with_group_and_stream_and_twice_changes_nothing(
    portal: World, filter_ids: tuple[int, ...], tmp_path: Path
) -> None:
    what = need_alerts() / FEW
    first = send(portal, target_of(portal, filter_ids), tmp_path, what)
    assert first.passed > 0
    assert number_of(portal, "SELECT count(*) FROM candidates") == first.saved == first.passed
    page = portal.sky("ann").get("/api/candidates", params={"includePhotometry": True}).json()["data"]
    shown = page["candidates"][0]
    assert {one["type"] for one in shown["thumbnails"]} == {"new", "ref", "sub"}
    assert shown["annotations"][0]["origin"] == "ztf"
    assert "drb" in shown["annotations"][0]["data"]
    assert len(shown["photometry"]) > 0
    assert portal.client("bob").get("/api/candidates").json()["data"]["totalMatches"] == 0
    before = contents(portal)
    again = send(portal, target_of(portal, filter_ids), tmp_path, what)
    assert (again.saved, again.duplicates) == (0, again.decoded)
    assert contents(portal) == before


def test_a_portal_that_goes_away_in_the_middle_is_caught_up_with(
    portal: World, filter_ids: tuple[int, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection breaks at every request in turn; each time the run is started again, as after a kill."""
    monkeypatch.setattr(portal_client, "TRIES", 1)
    what = need_alerts() / FEW / "2695378462115010012.avro"
    target = target_of(portal, filter_ids, "mag < 30")
    for allowed in range(1, 12):
        with breaking(allowed, monkeypatch):
            try:
                send(portal, target, tmp_path, what)
            except Unavailable:
                continue
            break
    else:
        pytest.fail("the run never came to its end")
    assert allowed > 5
    broken = contents(portal, VOLATILE)
    assert number_of(portal, "SELECT count(*) FROM candidates") == 1
    assert number_of(portal, "SELECT count(*) FROM annotations") == 1
    assert number_of(portal, "SELECT count(*) FROM thumbnails") == 3
    assert send(portal, target, tmp_path, what).duplicates == 1
    assert contents(portal, VOLATILE) == broken


@contextmanager
def breaking(allowed: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let so many requests through; of the next, the answer is lost after the portal has done its work."""
    left, send_now = [allowed], httpx.Client.request

    def request(self: httpx.Client, method: str, url: str, **arguments: object) -> httpx.Response:
        answer = send_now(self, method, url, **arguments)  # type: ignore[arg-type]
        left[0] -= 1
        if left[0] < 0:
            raise httpx.ReadError("the connection broke")
        return answer

    with monkeypatch.context() as patch:
        patch.setattr(httpx.Client, "request", request)
        yield


def test_what_the_portal_lacks_is_a_sentence(portal: World, filter_ids: tuple[int, ...], tmp_path: Path) -> None:
    what = need_alerts() / FEW
    with pytest.raises(BadInput, match="Filter 999 is not there"):
        send(portal, target_of(portal, (999,)), tmp_path, what)
    with pytest.raises(Unauthorised, match="token"):
        send(portal, PortalTarget(portal.base_url, "no-token", filter_ids), tmp_path, what)
    with pytest.raises(Unavailable, match="does not answer"):
        send(portal, PortalTarget("http://127.0.0.1:1", "x", filter_ids), tmp_path, what)
    with portal.context().transaction() as session:
        group = session.scalars(select(Filter.group_id)).first()
        stream = session.scalars(select(Stream.id)).first()
        values = {"name": "mute", "group_id": group, "stream_id": stream}
        mute = session.execute(insert(Filter).values(**values).returning(Filter.id)).scalar_one()
    with pytest.raises(BadInput, match="--expression"):
        send(portal, target_of(portal, (mute,)), tmp_path, what)
    with pytest.raises(BadInput, match="no instrument named LSSTCam"):
        send(portal, target_of(portal, filter_ids, "reliability > 0.5"), tmp_path, need_alerts() / "lsst")
    with portal.context().transaction() as session:
        ensure_survey(session, "lsst")
    assert send(portal, target_of(portal, filter_ids, "reliability > 0.5"), tmp_path, need_alerts() / "lsst").saved > 0
