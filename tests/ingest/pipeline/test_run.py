"""The whole way from packets on disk into the database, accounted for, once and only once."""

from __future__ import annotations

import io
import tarfile
from collections import Counter
from pathlib import Path

import pytest

from ingest.pipeline.results import AlertKey, key_of
from ingest.surveys.alert import Alert
from ingest.surveys.decoding import read_alerts
from tests.ingest.packets import ZTF_V4, paths, real, rewritten
from tests.ingest.pipeline.stage import VOLATILE, cast, contents, ingest, number_of
from tests.support.alerts import need_alerts
from tests.support.world import World


def expected(folder: str) -> tuple[Counter[str], dict[AlertKey, Alert]]:
    """What a set comes to, told by decoding alone: counts, and each alert once."""
    counts: Counter[str] = Counter()
    alerts: dict[AlertKey, Alert] = {}
    for path in paths(folder):
        counts["read"] += 1
        for found in read_alerts(path.read_bytes()):
            if isinstance(found, Alert):
                counts["decoded"] += 1
                counts["duplicates"] += key_of(found) in alerts
                alerts.setdefault(key_of(found), found)
            else:
                counts["quarantined"] += 1
    return counts, alerts


def likely(alert: Alert) -> bool:
    scores = [alert.scores[name] for name in ("drb", "rb", "reliability") if name in alert.scores]
    return bool(scores) and scores[0] > 0.5 and not alert.is_solar_system


def bright(alert: Alert) -> bool:
    return alert.detection.mag_ab is not None and alert.detection.mag_ab < 18.5


def test_every_figure_of_the_account_of_the_real_set(world: World) -> None:
    cast(world)
    for folder in ("ztf", "lsst"):
        counts, alerts = expected(folder)
        account = ingest(world, need_alerts() / folder)
        passed = [alert for alert in alerts.values() if likely(alert) or bright(alert)]
        assert (account.read, account.decoded) == (counts["read"], counts["decoded"])
        assert account.duplicates == counts["duplicates"]
        assert account.quarantined == counts["quarantined"] == sum(reason.n for reason in account.reasons.values())
        assert account.passed == len(passed) > 0
        assert account.saved == sum(likely(alert) + bright(alert) for alert in passed)
    assert number_of(world, "SELECT count(*) FROM seen_alerts") == 457 + 38
    assert number_of(world, "SELECT sum(n_saved) FROM ingest_runs") == number_of(
        world, "SELECT count(*) FROM candidates"
    )
    assert number_of(world, "SELECT count(*) FROM ingest_runs WHERE ended_at IS NULL") == 0


def test_twice_changes_nothing(world: World) -> None:
    cast(world)
    folder = need_alerts() / "ztf"
    first = ingest(world, folder)
    before = contents(world)
    second = ingest(world, folder, batch_size=17)
    assert contents(world) == before
    assert (second.read, second.decoded, second.quarantined) == (first.read, first.decoded, first.quarantined)
    assert (second.passed, second.saved, second.duplicates) == (0, 0, second.decoded)


@pytest.mark.parametrize("batch_size", [1, 1000])
def test_an_archive_gives_the_same_rows_as_its_files_in_batches_of_any_size(
    world: World, other_world: World, tmp_path: Path, batch_size: int
) -> None:
    folder = need_alerts() / "lsst"
    archive = tmp_path / "night.tar.gz"
    with tarfile.open(archive, "w:gz") as packed:
        for path in paths("lsst"):
            packed.add(path, path.name)
    for one in (world, other_world):
        cast(one)
    from_files = ingest(world, folder)
    from_archive = ingest(other_world, archive, batch_size)
    assert from_files.reasons.keys() == from_archive.reasons.keys()
    assert (from_files.decoded, from_files.saved) == (from_archive.decoded, from_archive.saved)
    left_out = (*VOLATILE, "source", "position")
    mine, theirs = contents(world, left_out), contents(other_world, left_out)
    # How often a subscriber is told depends on the batches; what there is to read does not.
    assert {k: v for k, v in mine.items() if k != "outbox"} == {k: v for k, v in theirs.items() if k != "outbox"}


def test_an_archive_that_is_cut_short_is_read_as_far_as_it_goes(world: World, tmp_path: Path) -> None:
    cast(world)
    archive = tmp_path / "night.tar"
    with tarfile.open(archive, "w") as packed:
        packed.add(need_alerts() / ZTF_V4, "one.avro")
        packed.add(need_alerts() / ZTF_V4, "two.avro")
    archive.write_bytes(archive.read_bytes()[: archive.stat().st_size // 2])
    account = ingest(world, archive)
    assert account.read == 1
    assert account.quarantined == 0
    assert account.reasons["source_truncated"].of_source


def test_alerts_out_of_order_merge_and_keep_the_first_position_and_the_latest_pictures(world: World) -> None:
    cast(world)

    def earlier(record: dict[str, object]) -> None:
        candidate = record["candidate"]
        assert isinstance(candidate, dict)
        record["candid"] = candidate["candid"] = 7
        candidate["jd"] -= 400.0
        candidate["ra"] += 0.001
        candidate["drb"] = 0.9
        record["prv_candidates"] = None
        record["fp_hists"] = None

    folder = world.settings.root / "packets"
    folder.mkdir()
    (folder / "a.avro").write_bytes(real(ZTF_V4))
    ingest(world, folder / "a.avro")
    shown = contents(world)
    (folder / "b.avro").write_bytes(rewritten(real(ZTF_V4), earlier))
    account = ingest(world, folder / "b.avro")
    assert account.passed == 1
    after = contents(world)
    assert after["objs"] == shown["objs"]
    assert after["thumbnails"] == shown["thumbnails"]
    assert after["annotations"] == shown["annotations"]
    assert after["photometry"][0] == shown["photometry"][0] + 1
    assert after["candidates"][0] > shown["candidates"][0]


def test_a_text_that_the_database_cannot_hold_costs_its_own_packet_only(world: World, tmp_path: Path) -> None:
    cast(world)

    def poison(record: dict[str, object]) -> None:
        record["objectId"] = "ZTF\x00bad"

    (tmp_path / "a.avro").write_bytes(rewritten(real(ZTF_V4), poison))
    (tmp_path / "b.avro").write_bytes(real(ZTF_V4))
    account = ingest(world, tmp_path)
    assert account.read == 2
    assert account.quarantined == 1
    assert number_of(world, "SELECT count(*) FROM seen_alerts") == 1


def test_names_that_are_no_text_can_be_quarantined_too(world: World, tmp_path: Path) -> None:
    cast(world)
    archive = tmp_path / "night.tar"
    with tarfile.open(archive, "w", encoding="latin-1", format=tarfile.GNU_FORMAT) as packed:
        member = tarfile.TarInfo("na\xefve.avro")
        member.size = 9
        packed.addfile(member, io.BytesIO(b"no packet"))
        packed.add(need_alerts() / ZTF_V4, "good.avro")
    account = ingest(world, archive)
    assert (account.read, account.decoded, account.quarantined) == (2, 1, 1)
    assert "not_avro" in account.reasons
    assert number_of(world, r"SELECT count(*) FROM quarantined_packets WHERE position = 'na\udcefve.avro'") == 1


def test_a_run_for_one_survey_leaves_the_others_packets_aside(world: World) -> None:
    cast(world)
    account = ingest(world, need_alerts() / ZTF_V4, survey="lsst")
    assert (account.decoded, account.quarantined) == (0, 1)
