"""The player: paced, stoppable at once, and resumed without loss or doubling."""

import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.drill.truth import TruthCatalogue
from app.errors import BadInput
from ingest.streams.protocol import Packet, Stream
from ingest.streams.simulated.player import SimulatedNight, last_night

FAST = float("inf")
EPOCH = 61366


def play(var: Path, nights: int, after: int | None = None) -> list[Packet]:
    night = SimulatedNight(3, 10, FAST, var, first_night=EPOCH, nights=nights)
    if after is not None:
        night.resume(after)
    return [packet for batch in night.batches(7) for packet in batch]


@pytest.fixture(scope="module")
def two_nights(tmp_path_factory: pytest.TempPathFactory) -> list[Packet]:
    return play(tmp_path_factory.mktemp("var"), 2)


def test_it_is_a_stream(tmp_path: Path) -> None:
    stream: Stream = SimulatedNight(3, 10, FAST, tmp_path, first_night=EPOCH, nights=1)
    assert "simulated" in stream.name
    assert stream.progress().total is None
    assert stream.problems == []
    assert SimulatedNight.alert_tense == "test"


def test_positions_grow_over_the_nights(two_nights: list[Packet]) -> None:
    positions = [int(p.position) for p in two_nights]
    assert positions == sorted(set(positions))
    assert {p // 1_000_000 for p in positions} == {EPOCH, EPOCH + 1}


@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_after_a_restart_nothing_is_lost_or_doubled(
    data: st.DataObject, two_nights: list[Packet], tmp_path_factory: pytest.TempPathFactory
) -> None:
    cut = data.draw(st.integers(0, len(two_nights) - 1))
    var = tmp_path_factory.mktemp("var")
    rest = play(var, 2, after=int(two_nights[cut].position))
    assert rest == two_nights[cut + 1 :]


def test_the_truth_of_the_night_is_written_before_its_first_packet(tmp_path: Path) -> None:
    night = SimulatedNight(3, 10, FAST, tmp_path, first_night=EPOCH)
    batch = next(night.batches(1))
    truth = TruthCatalogue.load(tmp_path / "drill" / "truth.json")
    assert batch[0].key in {o.id.encode() for o in truth.objects}


def test_the_rehearsal_is_remembered_over_restarts(tmp_path: Path) -> None:
    first = SimulatedNight(3, 10, FAST, tmp_path, first_night=EPOCH)
    assert SimulatedNight(3, 10, FAST, tmp_path).source == first.source
    assert SimulatedNight(4, 10, FAST, tmp_path).source != first.source


def test_a_damaged_memory_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "drill").mkdir()
    (tmp_path / "drill" / "rehearsal.json").write_text("{")
    with pytest.raises(BadInput, match="delete it"):
        SimulatedNight(3, 10, FAST, tmp_path)


def test_it_keeps_the_pace(tmp_path: Path) -> None:
    night = SimulatedNight(3, 10, 1200.0, tmp_path, first_night=EPOCH)
    batches = night.batches(1)
    next(batches)
    began = time.monotonic()
    for _ in range(10):
        while not next(batches):
            pass
    assert time.monotonic() - began >= 0.3


def test_a_slow_night_yields_empty_batches_meanwhile(tmp_path: Path) -> None:
    batches = SimulatedNight(3, 10, 1.0, tmp_path, first_night=EPOCH).batches()
    assert len(next(batches)) == 1
    assert next(batches) == []


def test_close_ends_a_wait_at_once(tmp_path: Path) -> None:
    night = SimulatedNight(3, 10, 0.01, tmp_path, first_night=EPOCH)
    batches = night.batches()
    assert len(next(batches)) == 1
    threading.Timer(0.2, night.close).start()
    began = time.monotonic()
    assert not [packet for batch in batches for packet in batch]
    assert time.monotonic() - began < 5.0


def test_a_position_before_the_first_night_is_refused(tmp_path: Path) -> None:
    night = SimulatedNight(3, 10, FAST, tmp_path, first_night=EPOCH)
    with pytest.raises(BadInput, match="no position"):
        night.resume(17)


@pytest.mark.parametrize("rate", [0.0, -1.0, float("nan")])
def test_a_rate_must_be_positive(tmp_path: Path, rate: float) -> None:
    with pytest.raises(BadInput, match="positive"):
        SimulatedNight(3, 10, rate, tmp_path)


def test_the_first_night_lies_in_the_past() -> None:
    assert last_night(datetime(2026, 11, 22, 8, 0, tzinfo=UTC)) == 61365
    assert last_night(datetime(2026, 11, 22, 10, 0, tzinfo=UTC)) == 61366


def test_a_night_that_is_not_over_can_be_waited_for(tmp_path: Path) -> None:
    tonight = last_night(datetime.now(UTC))
    coming = SimulatedNight(3, 10, FAST, tmp_path, first_night=tonight + 2, keep_to_calendar=True)
    waiting = coming.batches()
    assert next(waiting) == []
    coming.close()
    assert list(waiting) == []
    past = SimulatedNight(3, 10, FAST, tmp_path, first_night=tonight, keep_to_calendar=True)
    played = past.batches(1000)
    first = next(played)
    assert {int(packet.position) // 1_000_000 for packet in first} == {tonight}
    assert next(played) == []
    past.close()
