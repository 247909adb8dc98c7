"""Who reads the ingest's books, candidates and photometry over the real API."""

from __future__ import annotations

from app.portal.surveys import SURVEYS
from ingest.streams.simulated.player import SimulatedNight
from tests.ingest.packets import ZTF_V4, real
from tests.ingest.pipeline.stage import cast, contents, ingest, number_of
from tests.support.alerts import need_alerts
from tests.support.world import World


def test_members_see_their_filters_candidates_and_subscribers_the_photometry(portal: World) -> None:
    cast(portal)
    ingest(portal, need_alerts() / "ztf" / "v4_02_boom")
    likely_only = number_of(portal, "SELECT count(DISTINCT obj_id) FROM candidates c JOIN filters f ON f.id = filter_id"
                            " WHERE f.name LIKE 'likely%'")  # fmt: skip
    bright_only = number_of(portal, "SELECT count(DISTINCT obj_id) FROM candidates c JOIN filters f ON f.id = filter_id"
                            " WHERE f.name LIKE 'bright%'")  # fmt: skip
    assert likely_only > 0
    totals = {}
    for name in ("ann", "bob", "eve"):
        page = portal.client(name).get("/api/candidates", params={"numPerPage": 500}).json()["data"]
        totals[name] = page["totalMatches"]
    # eve is in bob's group, and not subscribed to the stream.
    assert totals == {"ann": likely_only, "bob": bright_only, "eve": 0}
    obj_id = portal.client("ann").get("/api/candidates").json()["data"]["candidates"][0]["id"]
    points = portal.client("ann").get(f"/api/sources/{obj_id}/photometry", params={"format": "flux"}).json()["data"]
    stored = number_of(portal, "SELECT count(*) FROM photometry WHERE obj_id = :o", o=obj_id)
    assert len(points) == stored > 0
    # Photometry is the stream's: bob subscribes, and sees it although the filter was not his group's.
    assert len(portal.client("bob").get(f"/api/sources/{obj_id}/photometry").json()["data"]) == stored
    assert portal.client("eve").get(f"/api/sources/{obj_id}/photometry").status_code in (400, 403, 404)
    shown = portal.client("ann").get(f"/api/candidates/{obj_id}").json()["data"]
    assert [one["type"] for one in shown["thumbnails"]] == ["new", "ref", "sub"]
    assert [one["origin"] for one in shown["annotations"]] == ["ztf"]
    picture = portal.client("ann").get(shown["thumbnails"][2]["public_url"])
    assert picture.content.startswith(b"\x89PNG")
    assert portal.client("eve").get(shown["thumbnails"][2]["public_url"]).status_code in (400, 403, 404)


def test_the_books_are_for_the_subscribers_of_the_stream(portal: World) -> None:
    cast(portal)
    folder = portal.settings.root / "packets"
    folder.mkdir()
    (folder / "a.avro").write_bytes(real(ZTF_V4))
    (folder / "b.avro").write_bytes(b"no packet at all")
    ingest(portal, folder)
    page = portal.client("ann").get("/api/ingest/runs").json()["data"]
    assert page["totalMatches"] == 1
    run = page["runs"][0]
    assert (run["n_read"], run["n_decoded"], run["n_quarantined"], run["stream"]) == (2, 1, 1, "ZTF Public")
    assert run["reasons"] == {"not_avro": 1}
    assert "b.avro" in run["examples"]["not_avro"]["where"]
    packets = portal.client("ann").get("/api/ingest/quarantine", params={"code": "not_avro"}).json()["data"]
    assert [one["code"] for one in packets["packets"]] == ["not_avro"]
    assert portal.client("ann").get("/api/ingest/quarantine", params={"code": "x"}).json()["data"]["totalMatches"] == 0
    for path in ("runs", "quarantine"):
        assert portal.client("eve").get(f"/api/ingest/{path}").json()["data"]["totalMatches"] == 0
        assert portal.client().get(f"/api/ingest/{path}").status_code == 401


def test_a_simulated_night_is_labelled_and_named_as_its_truth(world: World) -> None:
    cast(world, ("lsst-simulated",))
    var = world.settings.var
    night = SimulatedNight(3, 30, float("inf"), var, first_night=61366, nights=1)
    account = ingest(world, night)
    assert account.passed > 0
    truth = {one.id for one in night.rehearsal.truth(61366).objects}
    with world.context().transaction() as session:
        rows = session.connection().exec_driver_sql("SELECT obj_id, altdata, origin FROM obj_details").all()
        stream, tense = session.connection().exec_driver_sql(
            "SELECT s.name, s.alert_tense FROM ingest_runs r JOIN streams s ON s.id = r.stream_id"
        ).one()  # fmt: skip
    assert {row[0] for row in rows} <= truth
    assert all(row[1] == {"simulated": True, "alert_tense": "test"} for row in rows)
    assert {row[2] for row in rows} == {"lsst-simulated"}
    assert (stream, tense) == (SURVEYS["lsst-simulated"].stream, "test")
    assert number_of(world, "SELECT count(*) FROM ingest_runs WHERE demo") == 1
    # The same rehearsal again, from where the database says that it stands: nothing is left to play.
    before = contents(world)
    position = number_of(world, "SELECT next_offset FROM stream_offsets WHERE topic = 'simulated:3:61366:30'")
    again = SimulatedNight(3, 30, float("inf"), var, first_night=61366, nights=1)
    again.resume(position - 1)
    assert ingest(world, again).read == 0
    assert contents(world) == before
