from __future__ import annotations

import gzip
import io
import tarfile
import tracemalloc
from pathlib import Path

import pytest

from app.errors import BadInput
from ingest.streams import files
from ingest.streams.files import open_path
from ingest.streams.protocol import Packet, Progress, Stream
from ingest.surveys.alert import Alert
from ingest.surveys.decoding import read_alerts
from tests.ingest.packets import ZTF_V4, paths, real, rewritten, unchanged
from tests.support.alerts import need_alerts

NIGHT = "ztf/v3_2_fink_sim_20190903"


def _all(path: Path) -> list[Packet]:
    return [packet for batch in open_path(path).batches(10) for packet in batch]


def _night(path: Path) -> Path:
    with tarfile.open(path, "w:gz") if path.suffix == ".gz" else tarfile.open(path, "w") as archive:
        for one in paths(NIGHT):
            archive.add(one, arcname=one.name)
    return path


def test_a_folder_is_read_in_order_with_a_known_total() -> None:
    stream: Stream = open_path(need_alerts() / NIGHT)
    assert stream.progress() == Progress(0, 138, "packets")
    batches = list(stream.batches(50))
    assert [len(batch) for batch in batches] == [50, 50, 38]
    assert stream.progress() == Progress(138, 138, "packets")
    positions = [packet.position for batch in batches for packet in batch]
    assert positions == sorted(positions, key=str)


def test_a_single_file_is_one_packet() -> None:
    (packet,) = _all(need_alerts() / ZTF_V4)
    assert packet.payload == real(ZTF_V4)


@pytest.mark.parametrize("name", ["night.tar", "night.tar.gz"])
def test_an_archive_gives_what_the_folder_gives(tmp_path: Path, name: str) -> None:
    packets = _all(_night(tmp_path / name))
    expected = sorted(_all(need_alerts() / NIGHT), key=lambda packet: str(packet.position))
    assert [(one.position, one.payload) for one in packets] == [(one.position, one.payload) for one in expected]


@pytest.mark.parametrize("kept", [0.9, 0.5, 0.1])
def test_a_truncated_archive_gives_what_came_before_and_says_so(tmp_path: Path, kept: float) -> None:
    whole = _night(tmp_path / "night.tar.gz")
    data = whole.read_bytes()
    cut = tmp_path / "cut.tar.gz"
    cut.write_bytes(data[: int(len(data) * kept)])
    stream = open_path(cut)
    packets = [packet for batch in stream.batches() for packet in batch]
    assert 138 * kept * 0.7 < len(packets) < 138
    complete = {one.position: one.payload for one in _all(whole)}
    assert all(complete[packet.position] == packet.payload for packet in packets)
    (problem,) = stream.problems
    assert problem.code == "truncated"
    assert "what came before was read" in problem.sentence


def test_a_tar_cut_between_two_members_is_not_taken_for_a_whole_one(tmp_path: Path) -> None:
    whole = _night(tmp_path / "night.tar")
    with tarfile.open(whole) as archive:
        second = archive.getmembers()[2].offset
    for suffix, squeeze in ((".tar", bytes), (".tar.gz", gzip.compress)):
        cut = tmp_path / f"cut{suffix}"
        cut.write_bytes(squeeze(whole.read_bytes()[:second]))
        if suffix == ".tar.gz":
            cut.write_bytes(cut.read_bytes()[:-4])
        stream = open_path(cut)
        assert sum(len(batch) for batch in stream.batches()) == 2
        assert [problem.code for problem in stream.problems] == ["truncated"]


def test_an_archive_is_never_held_whole(tmp_path: Path) -> None:
    path = _night(tmp_path / "night.tar.gz")
    tracemalloc.start()
    n_bytes = 0
    for batch in open_path(path).batches(4):
        n_bytes += sum(len(packet.payload) for packet in batch)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert n_bytes > 9_000_000
    assert peak < 2_000_000


def test_a_large_container_comes_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "many.avro"
    path.write_bytes(rewritten(real(ZTF_V4), unchanged, copies=40))
    monkeypatch.setattr(files, "MAX_MEMBER_BYTES", 100_000)
    packets = _all(path)
    assert len(packets) == 40
    alerts = [alert for packet in packets for alert in read_alerts(packet.payload)]
    assert len(alerts) == 40
    assert all(isinstance(alert, Alert) for alert in alerts)


def test_a_large_file_that_is_no_container_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "noise.avro"
    path.write_bytes(b"\x07" * 200_000)
    monkeypatch.setattr(files, "MAX_MEMBER_BYTES", 100_000)
    stream = open_path(path)
    assert list(stream.batches()) == []
    assert [problem.code for problem in stream.problems] == ["too_large"]


def test_links_devices_and_folders_in_an_archive_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "odd.tar"
    with tarfile.open(path, "w") as archive:
        link = tarfile.TarInfo("evil.avro")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        member = tarfile.TarInfo("good.avro")
        member.size = len(real(ZTF_V4))
        archive.addfile(member, io.BytesIO(real(ZTF_V4)))
    assert [packet.position for packet in _all(path)] == ["good.avro"]


def test_nothing_to_read_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="does not exist"):
        open_path(tmp_path / "absent")
    with pytest.raises(BadInput, match=r"no \.avro files"):
        open_path(tmp_path)
