"""skyportal_py.sharing_services against the server, with the TNS and Hermes on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from skyportal_py import sharing_services as sharing
from skyportal_py import sources
from skyportal_py._http import SkyPortalError
from skyportal_py.sharing_services import SharingServicePost, SharingServiceSubmissionPost
from sqlalchemy import text, update

from app.access.audiences import intern_groups
from app.policies.attachments import Thing, attach
from app.policies.document import Circle, PolicyDocument, Product, Terms
from app.policies.uses import Use
from app.policies.versions import NewPolicy, create_policy
from app.tables import Instrument, SharingServiceSubmission, User
from tests.app.api.scene import Scene, make_scene
from tests.support.outside import Said, errands_worker
from tests.support.publishing import BOT, Hermes, Tns
from tests.support.sky import SkyServices, sky_portal
from tests.support.waiting import until
from tests.support.world import World


@dataclass
class Publishing:
    """A portal in which the red team may publish."""

    portal: World
    scene: Scene
    tns: Tns
    hermes: Hermes
    services: SkyServices
    service: int = 0

    def source(self, name: str, **changed: Any) -> None:
        """A source of the red team with a limit, a detection, and a brighter one."""
        ada = self.portal.client("ada")
        dec = 20.0 + len(self.tns.reports) / 10
        made = ada.post("/api/sources", json={"id": name, "ra": 10.0, "dec": dec, "group_ids": [self.scene.red]})
        assert made.status_code == 200, made.text
        body = self.scene.points(name, mag=[None, 19.0, 18.5], magerr=[None, 0.05, 0.04]) | changed
        sent = ada.post("/api/photometry", json=body)
        assert sent.status_code == 200, sent.text

    def submit(self, name: str, **more: Any) -> SharingServiceSubmissionPost:
        """Submit as ada."""
        values: dict[str, Any] = {"publish_to_tns": True} | more
        asked = SharingServiceSubmissionPost(
            obj_id=name, sharing_service_id=self.service, publishers="A. Lovelace (Analytical)", **values
        )
        sharing.post_sharing_service_submission(self.portal.sky("ada"), asked)
        return asked

    def last(self, name: str, who: str = "ada") -> Any:
        """The newest submission of an obj, with all that there is to know."""
        page = sharing.fetch_sharing_service_submissions(
            self.portal.sky(who), sharing_service_id=self.service, include_payload=True, include_response=True,
            object_id=name,
        )  # fmt: skip
        return page.submissions[0] if page.submissions else None

    def ends(self, name: str, status: str) -> Any:
        """Wait until the TNS's status of the newest submission begins like this."""
        return until(lambda: (s := self.last(name)) and (s.tns_status or "").startswith(status) and s, 20, status)


def post(scene: Scene, **more: Any) -> SharingServicePost:
    values: dict[str, Any] = {
        "name": "Red bot", "owner_group_ids": [scene.red], "instrument_ids": [scene.instrument], "testing": False,
        "enable_sharing_with_tns": True, "enable_sharing_with_hermes": True, "tns_bot_id": 42,
        "tns_bot_name": "Red bot", "tns_source_group_id": 7, "tns_altdata": {"api_key": "red-key"},
        "acknowledgments": "We thank.",
    }  # fmt: skip
    return SharingServicePost(**(values | more))


@pytest.fixture
def red(migrated_url: str, tmp_path: Path) -> Iterator[Publishing]:
    tns, hermes, services = Tns(), Hermes(), SkyServices()
    services.answers |= {"tns": tns.answer, "hermes": hermes.answer}
    with sky_portal(migrated_url, tmp_path, services) as portal:
        scene = make_scene(portal)
        with portal.context().transaction() as session:
            session.execute(update(User).where(User.username.in_(["ada", "carl"])).values(affiliations=["Analytical"]))
            session.execute(update(Instrument).values(tns_id=196))
        made = Publishing(portal, scene, tns, hermes, services)
        made.service = sharing.post_sharing_service(portal.sky("ada"), post(scene)).id
        yield made


def test_services_and_who_takes_part(red: Publishing) -> None:
    scene, ada, bob, carl = red.scene, red.portal.sky("ada"), red.portal.sky("bob"), red.portal.sky("carl")
    made = sharing.fetch_sharing_service(ada, red.service)
    assert (made.name, made.testing, made.tns_bot_id, made.owner_group_ids) == ("Red bot", False, 42, [scene.red])
    assert made.photometry_options is not None
    assert made.photometry_options.first_and_last_detections is True
    assert [i.name for i in made.instruments] == ["Cam"]
    raw = red.portal.client("ada").get("/api/sharing_service")
    assert "red-key" not in raw.text
    assert "altdata" not in raw.text.replace('"altdata":null', "")
    assert [s.id for s in sharing.fetch_sharing_services(carl)] == [red.service]
    assert sharing.fetch_sharing_services(bob) == []
    for wrong, field in (
        ({"name": "Red bot"}, "name"), ({"name": "B", "instrument_ids": []}, "instrument_ids"),
        ({"name": "B", "instrument_ids": [999]}, "instrument_ids"), ({"name": "B", "tns_bot_id": None}, "tns_bot_id"),
        ({"name": "B", "tns_altdata": None}, "_tns_altdata"), ({"name": "B", "owner_group_ids": [scene.blue]}, "owner"),
        ({"name": "B", "stream_ids": [999]}, "stream"),
    ):  # fmt: skip
        with pytest.raises(SkyPortalError) as caught:
            sharing.post_sharing_service(ada, post(scene, **wrong))
        assert caught.value.status_code == 400, field
    first_only = sharing.PhotometryOptions(first_and_last_detections=False)
    changed = SharingServicePost(name="Red robot", stream_ids=[scene.stream], photometry_options=first_only)
    assert sharing.update_sharing_service(ada, red.service, changed).id == red.service
    now = sharing.fetch_sharing_service(ada, red.service)
    assert (now.name, [s.name for s in now.streams], now.tns_bot_id) == ("Red robot", ["Alerts"], 42)
    _groups(red)
    _people(red)
    sharing.delete_sharing_service(carl, red.service)
    assert sharing.fetch_sharing_services(ada) == []


def _groups(red: Publishing) -> None:
    scene, ada, bob = red.scene, red.portal.sky("ada"), red.portal.sky("bob")
    made = sharing.update_sharing_service_group(ada, red.service, scene.blue)
    assert made.id > 0
    seen = sharing.fetch_sharing_service(bob, red.service)
    assert {g.group_id: g.owner for g in seen.groups} == {scene.red: True, scene.blue: False}
    for refused in (
        lambda: sharing.update_sharing_service(bob, red.service, SharingServicePost(name="Mine")),
        lambda: sharing.delete_sharing_service(bob, red.service),
        lambda: sharing.update_sharing_service_group(bob, red.service, scene.blue, owner=True),
        # What a group publishes of itself is its own affair, even for who owns the service.
        lambda: sharing.update_sharing_service_group(ada, red.service, scene.blue, auto_share_to_tns=True),
        lambda: sharing.post_sharing_service_auto_publishers(ada, red.service, scene.blue, [red.portal.user_id("bob")]),
    ):
        with pytest.raises(SkyPortalError) as caught:
            refused()
        assert caught.value.status_code == 403
    with pytest.raises(SkyPortalError, match="say what is to change"):
        sharing.update_sharing_service_group(ada, red.service, scene.blue)
    with pytest.raises(SkyPortalError, match="only group that owns"):
        sharing.update_sharing_service_group(ada, red.service, scene.red, owner=False)
    with pytest.raises(SkyPortalError, match="only group that owns"):
        sharing.delete_sharing_service_group(ada, red.service, scene.red)
    sharing.delete_sharing_service_group(ada, red.service, scene.blue)
    assert sharing.fetch_sharing_services(bob) == []
    sharing.update_sharing_service_group(ada, red.service, scene.red, auto_share_to_hermes=True, auto_share_to_tns=True)
    off = SharingServicePost(name="Red robot", enable_sharing_with_hermes=False)
    sharing.update_sharing_service(ada, red.service, off)
    mine = sharing.fetch_sharing_service(ada, red.service).groups[0]
    assert (mine.auto_share_to_tns, mine.auto_share_to_hermes) == (True, False)


def _people(red: Publishing) -> None:
    scene, ada, users = red.scene, red.portal.sky("ada"), red.portal.user_id
    assert sharing.post_sharing_service_coauthor(ada, red.service, users("carl")).id > 0
    for again, why in ((users("carl"), "already"), (users("bob"), "no affiliation"), (99999, "no user")):
        with pytest.raises(SkyPortalError, match=why):
            sharing.post_sharing_service_coauthor(ada, red.service, again)
    assert [c.user_id for c in sharing.fetch_sharing_service(ada, red.service).coauthors] == [users("carl")]
    sharing.delete_sharing_service_coauthor(ada, red.service, users("carl"))
    with pytest.raises(SkyPortalError, match="not a co-author"):
        sharing.delete_sharing_service_coauthor(ada, red.service, users("carl"))
    both = sharing.post_sharing_service_auto_publishers(ada, red.service, scene.red, [users("ada"), users("carl")])
    assert len(both.ids) == 2
    for wrong, why in (([users("bob")], "not a member"), ([users("ada")], "already")):
        with pytest.raises(SkyPortalError, match=why):
            sharing.post_sharing_service_auto_publishers(ada, red.service, scene.red, wrong)
    group = sharing.fetch_sharing_service(ada, red.service).groups[0]
    assert [p.user_id for p in group.auto_publishers] == [users("ada"), users("carl")]
    sharing.delete_sharing_service_auto_publishers(ada, red.service, scene.red, [users("carl")])
    with pytest.raises(SkyPortalError, match="does not publish"):
        sharing.delete_sharing_service_auto_publishers(ada, red.service, scene.red, [users("carl"), users("ada")])
    one = f"/api/sharing_service/{red.service}/group/{scene.red}/auto_publisher/{users('carl')}"
    assert red.portal.client("ada").post(one).status_code == 200
    assert red.portal.client("ada").delete(one).status_code == 200


def test_a_report_reaches_the_tns_and_hermes(red: Publishing) -> None:
    red.source("ZTF26abc")
    red.tns.slow = 1
    sharing.post_sharing_service_coauthor(red.portal.sky("ada"), red.service, red.portal.user_id("carl"))
    red.submit("ZTF26abc", publish_to_hermes=True, remarks="Bright.")
    waiting = red.last("ZTF26abc")
    assert (waiting.tns_status, waiting.hermes_status, waiting.tns_payload) == ("pending", "pending", None)
    with pytest.raises(SkyPortalError, match="already") as caught:
        red.submit("ZTF26abc")
    assert caught.value.status_code == 400
    with errands_worker(red.portal):
        done = red.ends("ZTF26abc", "complete")
        until(lambda: red.last("ZTF26abc").hermes_status == "complete", 20, "Hermes")
    assert len(red.tns.reports) == len(red.hermes.messages) == 1
    report = red.tns.reports[0]["at_report"]["0"]
    assert report["reporter"] == "A. Lovelace (Analytical), carl (Analytical)"
    assert (report["reporting_group_id"], report["internal_name"], report["remarks"]) == (
        "7",
        "ZTF26abc",
        "Bright. We thank.",
    )
    assert report["discovery_datetime"] == "2023-02-26 00:00:00"
    points = report["photometry"]["photometry_group"]
    assert [(p["flux"], p["flux_error"], p["filter_value"], p["instrument_value"]) for p in points.values()] == [
        ("19.000", "0.050", "22", "196"), ("18.500", "0.040", "22", "196"),
    ]  # fmt: skip
    assert (report["non_detection"]["obsdate"], report["non_detection"]["limiting_flux"]) == (
        "2023-02-25 00:00:00",
        "20.500",
    )
    assert all(a.headers["user-agent"] == BOT for a in red.services.asked("tns"))
    assert done.tns_payload == red.tns.reports[0]
    assert (done.tns_name, done.tns_submission_id, done.user_id) == ("AT 2026x1", 1, red.portal.user_id("ada"))
    assert sources.fetch_source(red.portal.sky("ada"), "ZTF26abc").tns_name == "AT 2026x1"
    message = red.hermes.messages[0]
    assert message["topic"] == "hermes.discovery"
    assert message["data"]["photometry"][1]["brightness"] == pytest.approx(19.0)
    one = sharing.fetch_sharing_service_submission(red.portal.sky("ada"), done.id, sharing_service_id=red.service)
    assert one.hermes_response is not None
    assert one.hermes_response["uuid"] == "uuid-0"
    page = sharing.fetch_sharing_service_submissions(
        red.portal.sky("carl"), sharing_service_id=red.service, page_number=1, num_per_page=1
    )
    assert (page.total_matches, page.num_per_page, page.submissions[0].tns_payload) == (1, 1, None)
    assert red.last("ZTF26abc", "carl").tns_response is None, "the service's answers are the submitter's"


def test_what_is_cut_short_is_looked_up_and_never_sent_twice(red: Publishing) -> None:
    red.source("ZTF26cut")
    red.tns.faults, red.hermes.faults = ["cut"], ["cut"]
    red.submit("ZTF26cut", publish_to_hermes=True)
    with errands_worker(red.portal):
        # The answer is lost, the report is there: it is found by its name.
        assert red.ends("ZTF26cut", "complete").tns_name == "AT 2026x1"
        until(lambda: red.last("ZTF26cut").hermes_status == "complete", 20, "Hermes")
        assert len(red.tns.reports) == len(red.hermes.messages) == 1


def test_a_worker_that_died_before_sending(red: Publishing) -> None:
    red.source("ZTF26dead")
    red.submit("ZTF26dead")

    def sent(ago: timedelta) -> None:
        with red.portal.context().transaction() as session:
            values = {"tns_sent_at": datetime.now(UTC) - ago, "tns_status": "processing"}
            session.execute(update(SharingServiceSubmission).values(**values))

    def reason() -> str:
        with red.portal.context().transaction() as session:
            return str(session.scalar(text("SELECT reason FROM errands WHERE kind = 'sharing.tns'")))

    sent(timedelta(0))
    with errands_worker(red.portal):
        until(lambda: "looked for before it is sent again" in reason(), 20, "the wait")
        assert red.tns.reports == [], "it may be on its way still"
        sent(timedelta(minutes=10))
        with red.portal.context().transaction() as session:
            session.execute(text("UPDATE errands SET due_at = now() WHERE state = 'waiting'"))
            session.execute(text("SELECT pg_notify('skyrelay_errands', '')"))
        red.ends("ZTF26dead", "complete")
    assert len(red.tns.reports) == 1


def test_refusals_of_the_other_side(red: Publishing) -> None:
    red.source("ZTF26slow")
    red.tns.faults = [Said(429, {"x-rate-limit-reset": "1"}, b'{"id_code": 429}'), Said(503, {}, b"")]
    red.submit("ZTF26slow")
    with errands_worker(red.portal):
        until(lambda: not red.tns.faults, 20, "both refusals")
        red.ends("ZTF26slow", "processing")
        assert red.tns.reports == [], "after the second it is unknown whether it arrived: it is looked for first"
        red.source("ZTF26bad")
        red.tns.key = "another"
        red.submit("ZTF26bad")
        refused = red.ends("ZTF26bad", "error")
        assert "does not accept the bot's key" in (refused.tns_status or "")
        assert "red-key" not in str(refused)
        red.tns.key, red.tns.faults = "red-key", ["bad"]
        red.submit("ZTF26bad")
        assert "Invalid RA" in (red.ends("ZTF26bad", "error: Invalid").tns_status or "")
        red.tns.known = {"at this place": "2020old"}
        red.source("ZTF26known")
        red.submit("ZTF26known")
        known = red.ends("ZTF26known", "error: it is on the TNS already as AT 2020old")
        assert known.tns_name == "AT 2020old"


def test_policies_and_rights_decide_what_may_be_published(red: Publishing) -> None:
    scene, carl = red.scene, red.portal.principal("carl")
    use = (Use(kind="permission", texts=("Ask.",)),)
    terms = Terms(circles=(Circle(who="everybody", after_days=36000),), use=use)
    with red.portal.context().transaction(carl) as session:
        version = create_policy(
            session, carl, NewPolicy("Embargo", scene.red, PolicyDocument(products={Product.PHOTOMETRY: terms}))
        )
        attach(session, carl, version.policy_id or 0, Thing(group_id=scene.red))
    red.source("ZTF26mine")
    with pytest.raises(SkyPortalError, match=r"not public before 21\d\d-.* UTC by their sharing policy"):
        red.submit("ZTF26mine")
    # Bob reads the points that red shares with blue: they are not his to publish.
    sharing.update_sharing_service_group(red.portal.sky("ada"), red.service, scene.blue)
    red.source("ZTF26shared", mjd=[60010.0, 60011.0, 60012.0])
    with red.portal.context().transaction() as session:
        both = {"both": intern_groups(session, [scene.red, scene.blue])}
        session.execute(text("UPDATE photometry SET audience_id = :both, policy_version_id = NULL"), both)
    body = {"obj_id": "ZTF26shared", "sharing_service_id": red.service, "publishers": "B", "publish_to_tns": True}
    refused = red.portal.client("bob").post("/api/sharing_service/submission", json=body)
    assert refused.status_code == 400
    assert "belong to a group that you cannot share photometry for" in refused.json()["message"]
    with red.portal.context().transaction() as session:
        session.execute(text("UPDATE group_users SET can_share_photometry = false WHERE user_id = :u"),
                        {"u": red.portal.user_id("ada")})  # fmt: skip
    with pytest.raises(SkyPortalError, match="cannot share photometry"):
        red.submit("ZTF26shared")
    assert red.tns.reports == []


def test_bad_submissions(red: Publishing) -> None:
    red.source("ZTF26abc")
    red.source("ZTF26first", mag=[19.0, 18.9, 18.5], magerr=[0.05, 0.05, 0.04])
    for wrong, why in (
        ({"publish_to_tns": False}, "where to publish"), ({"instrument_ids": [999]}, "does not publish data of 999"),
        ({"stream_ids": [red.scene.stream]}, "does not publish data"), ({"archival": True}, "no earlier limit"),
    ):  # fmt: skip
        with pytest.raises(SkyPortalError, match=why) as caught:
            red.submit("ZTF26abc", **wrong)
        assert caught.value.status_code == 400
    with pytest.raises(SkyPortalError, match="archival"):
        red.submit("ZTF26first")
    off = SharingServicePost(name="Red bot", testing=True)
    sharing.update_sharing_service(red.portal.sky("ada"), red.service, off)
    options = {"first_and_last_detections": False}
    red.submit("ZTF26first", archival=True, archival_comment="First light", photometry_options=options)
    with errands_worker(red.portal):
        tested = red.ends("ZTF26first", "testing mode")
    report = tested.tns_payload["at_report"]["0"]
    assert report["non_detection"] == {"archiveid": "0", "archival_remarks": "First light"}
    assert list(report["photometry"]["photometry_group"]) == ["0"]
    assert red.tns.reports == []


def test_hostile_input_is_a_sentence(red: Publishing) -> None:
    http, root = red.portal.client("ada"), "/api/sharing_service"
    nul = "a\x00b"
    good = post(red.scene).model_dump(by_alias=True, exclude_none=True)
    fine = {"obj_id": "x", "sharing_service_id": red.service, "publishers": "P", "publish_to_tns": True}
    for method, path, body in (
        ("PUT", "", good | {"name": nul}), ("PUT", "", good | {"name": "B", "acknowledgments": nul}),
        ("PUT", "", good | {"name": "B", "_tns_altdata": {"api_key": nul}}),
        ("PUT", "", good | {"name": "B", "photometry_options": {"colour": True}}),
        ("PUT", "", good | {"name": "B", "tns_bot_id": 2**40}),
        ("PUT", "", good | {"name": "B", "instrument_ids": [2**40]}),
        ("PUT", f"/{red.service}", {"name": nul}), ("PUT", f"/{red.service}", {"name": ""}),
        ("POST", "/submission", fine | {"obj_id": nul}), ("POST", "/submission", fine | {"publishers": nul}),
        ("POST", "/submission", fine | {"remarks": nul}), ("POST", "/submission", fine | {"sharing_service_id": -1}),
        ("POST", "/submission", fine | {"stream_ids": ["x"]}), ("GET", "/submission?sharing_service_id=nan", None),
        ("GET", f"/submission?sharing_service_id={red.service}&pageNumber=0", None),
        ("GET", f"/submission?sharing_service_id={red.service}&numPerPage=501", None),
        ("POST", f"/{red.service}/coauthor/99999999999", None), ("GET", "/99999999999", None),
        ("POST", f"/{red.service}/group/{red.scene.red}/auto_publisher", {"user_ids": []}),
    ):  # fmt: skip
        answer = http.request(method, root + path, json=body)
        assert answer.status_code in (400, 404), (method, path, body, answer.text)
        assert "psycopg" not in answer.text
    odd = http.get(f"{root}/submission", params={"sharing_service_id": red.service, "objectID": nul})
    assert odd.status_code in (200, 400)
    assert len(sharing.fetch_sharing_services(red.portal.sky("ada"))) == 1


def test_a_group_publishes_of_itself(red: Publishing) -> None:
    ada = red.portal.sky("ada")
    sharing.update_sharing_service_group(ada, red.service, red.scene.red, auto_share_to_tns=True)
    sharing.post_sharing_service_auto_publishers(ada, red.service, red.scene.red, [red.portal.user_id("ada")])
    scene = red.scene
    red.portal.client("ada").post("/api/sources", json={"id": "tmp", "ra": 1, "dec": 1, "group_ids": [scene.red]})
    with red.portal.context().transaction() as session:
        session.execute(text("UPDATE errands SET due_at = now() + interval '1 hour' WHERE kind = 'sharing.auto'"))
    red.source("ZTF26auto")
    with errands_worker(red.portal):
        done = red.ends("ZTF26auto", "complete")
    assert done.auto_submission
    assert done.custom_publishing_string == "ada (Analytical)"


def test_submissions_and_services_of_others_are_absent(red: Publishing) -> None:
    red.source("ZTF26abc")
    red.submit("ZTF26abc")
    number = red.last("ZTF26abc").id
    bob, absent = red.portal.client("bob"), red.service + 1000
    root = "/api/sharing_service"
    body = {"obj_id": "ZTF26abc", "publishers": "B", "publish_to_tns": True}
    for method, path, sent in (
        ("GET", "/{}", None), ("PUT", "/{}", {"name": "Mine"}), ("DELETE", "/{}", None),
        ("PUT", f"/{{}}/group/{red.scene.blue}", {"owner": True}), ("DELETE", f"/{{}}/group/{red.scene.blue}", None),
        ("POST", f"/{{}}/coauthor/{red.portal.user_id('bob')}", None),
        ("POST", f"/{{}}/group/{red.scene.blue}/auto_publisher", {"user_ids": [red.portal.user_id("bob")]}),
        ("GET", "/submission?sharing_service_id={}", None),
        ("GET", f"/submission/{number}?sharing_service_id={{}}", None),
    ):  # fmt: skip
        hidden = bob.request(method, root + path.format(red.service), json=sent)
        missing = bob.request(method, root + path.format(absent), json=sent)
        assert hidden.status_code == missing.status_code == 400, path
        assert hidden.content == missing.content, path
    hidden = bob.post(f"{root}/submission", json=body | {"sharing_service_id": red.service})
    missing = bob.post(f"{root}/submission", json=body | {"obj_id": "ZTF26none", "sharing_service_id": red.service})
    assert hidden.status_code == missing.status_code == 404
    assert hidden.content == missing.content
    # With access to the service and not to the source, its submission is not there either.
    sharing.update_sharing_service_group(red.portal.sky("ada"), red.service, red.scene.blue)
    assert red.last("ZTF26abc", "bob") is None
    assert red.portal.client("root").get(f"{root}/{red.service}").status_code == 200
    assert "red-key" not in red.portal.client("root").get(root).text
