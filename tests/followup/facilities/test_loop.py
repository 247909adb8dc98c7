"""The whole loop over real HTTP: TOM's LCO class against a real observatory process, and frames back to
photometry.
"""

from __future__ import annotations

import signal
import sqlite3
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from app.drill.truth import TruthCatalogue, TruthObject
from followup.facilities.errors import (
    FacilityCredentials,
    FacilityRefused,
    FacilityRequestUnknown,
    FacilityUnreachable,
    OutcomeUnknown,
)
from followup.facilities.model import FacilityState
from followup.facilities.payload import ExposureRequest, build_request_group
from followup.returns.frames import read_frame
from tests.followup.facilities.conftest import Observatory, StartObservatory, wanted
from tests.support.waiting import until


def finish(observatory: Observatory, request_id: str, timeout_s: float = 40.0) -> FacilityState:
    gateway = observatory.gateway()
    return until(lambda: (now := gateway.status(request_id)).terminal and now, timeout_s, "the end").state  # type: ignore[union-attr]


def test_submit_observe_and_measure_what_is_true(start_observatory: StartObservatory, tmp_path: Path) -> None:
    truth = TruthObject(id="sim1", ra_deg=150.0, dec_deg=-30.0, kind="variable", parameters={})
    TruthCatalogue([truth]).save(tmp_path / "drill" / "truth.json")
    observatory = start_observatory()
    gateway = observatory.gateway()
    filters = (
        ExposureRequest(filter="sdssr", exposure_time_s=60.0, exposures=2),
        ExposureRequest(filter="sdssg", exposure_time_s=90.0),
    )
    payload = build_request_group(wanted("loop-1", filters=filters))
    assert gateway.validate(payload).ok
    begun = time.time()
    request_id = gateway.submit(payload, "loop-1")
    assert time.time() - begun < 5.0
    assert gateway.find_by_tag("loop-1") == request_id
    assert finish(observatory, request_id) == FacilityState.COMPLETED
    status = gateway.status(request_id)
    assert status.scheduled_start is not None
    assert not status.failed
    frames = gateway.frames(request_id)
    assert sorted(frame.record["FILTER"] for frame in frames) == ["gp", "rp", "rp"]
    for frame in frames:
        point = read_frame(gateway.download(frame), 150.0, -30.0)
        assert point.simulated
        assert abs((point.mjd_utc - 40587.0) * 86400.0 - time.time()) < 60.0
        band = point.filter[-1]
        expected = float(truth.magnitude_ab(np.array([point.mjd_utc]), band)[0])
        assert point.flux_ujy is not None
        assert point.flux_ujy / point.fluxerr_ujy > 10
        true_ujy = 10 ** (-0.4 * (expected - 23.9))
        assert abs(point.flux_ujy - true_ujy) < 5.0 * point.fluxerr_ujy
        assert (point.site, point.provenance["REQNUM"]) == ("coj", request_id)


def test_a_target_too_faint_is_a_limit(shared_observatory: Observatory) -> None:
    gateway = shared_observatory.gateway()
    faint = wanted("faint-1", expected_mag_ab={"r": 25.0}, ra_deg=20.0)
    request_id = gateway.submit(build_request_group(faint), "faint-1")
    assert finish(shared_observatory, request_id) == FacilityState.COMPLETED
    point = read_frame(gateway.download(gateway.frames(request_id)[0]), 20.0, -30.0)
    assert point.flux_ujy is None
    assert 19.5 < point.limiting_mag_ab < 22.5


def test_cancel_is_final_and_a_second_one_is_refused(start_observatory: StartObservatory) -> None:
    observatory = start_observatory(speed=1.0)
    gateway = observatory.gateway()
    request_id = gateway.submit(build_request_group(wanted("cancel-1")), "cancel-1")
    until(lambda: gateway.status(request_id).state == FacilityState.SCHEDULED, 20, "scheduled")
    assert gateway.cancel(request_id)
    now = gateway.status(request_id)
    assert (now.state, now.terminal, now.failed) == (FacilityState.CANCELLED, True, True)
    until(lambda: "CANCELED" in gateway.status(request_id).detail.split(":")[1], 10, "the block dropped")
    with pytest.raises(FacilityRefused, match="Cannot change from CANCELED"):
        gateway.cancel(request_id)
    with pytest.raises(FacilityRequestUnknown):
        gateway.cancel("999")
    with pytest.raises(FacilityRequestUnknown):
        gateway.status("999")


def test_a_killed_observatory_keeps_what_it_acknowledged(start_observatory: StartObservatory) -> None:
    observatory = start_observatory(speed=60.0)
    gateway = observatory.gateway()
    first = gateway.submit(build_request_group(wanted("kill-1")), "kill-1")
    second = gateway.submit(build_request_group(wanted("kill-2")), "kill-2")
    until(lambda: gateway.status(first).state == FacilityState.OBSERVING, 20, "observing")
    observatory.end(signal.SIGKILL)
    with pytest.raises(FacilityUnreachable):
        gateway.status(first)
    observatory.start()
    assert observatory.gateway().find_all_by_tag("kill-1") == [first]
    assert [finish(observatory, one) for one in (first, second)] == [FacilityState.COMPLETED] * 2
    assert [len(observatory.gateway().frames(one)) for one in (first, second)] == [1, 1]


def test_a_lost_answer_is_found_by_its_tag(start_observatory: StartObservatory) -> None:
    observatory = start_observatory("--outage", "coj:drop-answer")
    gateway = observatory.gateway()
    payload = build_request_group(wanted("lost-1"))
    with pytest.raises(OutcomeUnknown):
        gateway.submit(payload, "lost-1")
    request_id = gateway.find_by_tag("lost-1")
    assert request_id is not None
    assert gateway.find_all_by_tag("lost-1") == [request_id]
    assert gateway.find_by_tag("lost") is None  # part of a name is another name
    with sqlite3.connect(observatory.var / "observatories" / "coj" / "portal.sqlite") as portal:
        assert portal.execute("SELECT count(*) FROM requests").fetchone() == (1,)
    assert finish(observatory, request_id) == FacilityState.COMPLETED


def test_a_hung_portal_times_out(start_observatory: StartObservatory) -> None:
    gateway = start_observatory("--outage", "coj:hang").gateway(timeout_s=0.5)
    begun = time.monotonic()
    with pytest.raises(FacilityUnreachable):
        gateway.status("1")
    with pytest.raises(FacilityUnreachable):
        gateway.telescope_states()
    with pytest.raises(OutcomeUnknown):
        gateway.submit(build_request_group(wanted("hang-1")), "hang-1")
    assert time.monotonic() - begun < 5.0


def test_a_wrong_token(shared_observatory: Observatory) -> None:
    gateway = shared_observatory.gateway(token="not-it")
    with pytest.raises(FacilityCredentials):
        gateway.submit(build_request_group(wanted("token-1")), "token-1")
    with pytest.raises(FacilityCredentials):
        gateway.telescope_states()
    assert shared_observatory.gateway().find_by_tag("token-1") is None


def test_clouds_close_the_site_and_abort_what_runs(start_observatory: StartObservatory) -> None:
    observatory = start_observatory("--outage", "coj:clouds:5::Thick clouds", speed=5.0)
    gateway = observatory.gateway()
    (before,) = gateway.telescope_states()
    assert (before.site, before.open, before.why) == ("coj", True, "Available for scheduling")
    request_id = gateway.submit(build_request_group(wanted("cloud-1")), "cloud-1")
    until(lambda: gateway.telescope_states()[0].open is False, 20, "clouds")
    assert gateway.telescope_states()[0].why == "Weather: Thick clouds"
    until(lambda: "ABORTED; Weather: Thick clouds" in gateway.status(request_id).detail, 20, "the abortion")
    assert gateway.status(request_id).state == FacilityState.PENDING


def test_requests_wait_for_a_dome_to_open(start_observatory: StartObservatory) -> None:
    observatory = start_observatory("--outage", "coj:downtime:0:6")
    gateway = observatory.gateway()
    request_id = gateway.submit(build_request_group(wanted("dome-1")), "dome-1")
    (closed,) = gateway.telescope_states()
    assert (closed.open, closed.why) == (False, "Enclosure: Enclosure interlock")
    assert gateway.status(request_id).detail == "PENDING: not scheduled yet"
    assert finish(observatory, request_id) == FacilityState.COMPLETED


def test_a_window_that_passes_expires(start_observatory: StartObservatory) -> None:
    observatory = start_observatory("--outage", "coj:clouds")
    gateway = observatory.gateway()
    short = wanted("window-1", window_end=datetime.now(UTC) + timedelta(seconds=3))
    request_id = gateway.submit(build_request_group(short), "window-1")
    assert finish(observatory, request_id) == FacilityState.EXPIRED


def test_a_portal_that_is_down_and_one_that_throttles(start_observatory: StartObservatory) -> None:
    down = start_observatory("--outage", "coj:portal-down").gateway()
    with pytest.raises(FacilityUnreachable, match="503"):
        down.status("1")
    with pytest.raises(OutcomeUnknown):
        down.submit(build_request_group(wanted("down-1")), "down-1")
    busy = start_observatory("--submissions-per-minute", "1", site="cpt").gateway()
    busy.submit(build_request_group(wanted("busy-1")), "busy-1")
    with pytest.raises(FacilityUnreachable, match="slow down") as caught:
        busy.submit(build_request_group(wanted("busy-2")), "busy-2")
    assert caught.value.retry_after_s is not None
    assert 1 <= caught.value.retry_after_s <= 60
