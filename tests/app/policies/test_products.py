"""Policies over notes, requests, frames and what is made from data: by HTTP, against a clock that is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import numpy as np
from astropy.time import Time
from sqlalchemy import select, text, update

from app.policies.evaluate import due_at, night_of
from app.tables import Allocation, Attempt, FollowupRequest, ObjAnalysis, PolicyAttachment, Trigger
from followup.facilities.model import Frame
from followup.facilities.simulated.fits import FrameIdentity, frame_bytes
from followup.facilities.simulated.imaging import Scene, expose
from followup.returns.collect import collect
from followup.returns.terms import fix_terms
from followup.triggers.transitions import move_attempt
from followup.worker.allocations import AllocationView, load_allocations
from tests.app.access.matrix.seeds import picture
from tests.app.api.analysis_service import analysis_service
from tests.app.policies.season import data
from tests.app.policies.test_uploads import House, ago, house
from tests.support.outside import errands_worker, reach_loopback
from tests.support.waiting import until

__all__ = ["house"]
SECOND = timedelta(seconds=1)
PAYLOAD = {"observation_choices": ["sdssr"], "exposure_time": 300, "exposure_counts": 1, "priority": 3}
NOTES = ("classification", "annotation", "comment")


def circle(group_id: int, days: float | None) -> dict[str, Any]:
    return {"circles": [{"who": "group", "group_id": group_id, "after_days": days}]}


def attach(house: House, products: dict[str, Any], cases: list[dict[str, Any]] | None = None, **place: int) -> int:
    """Attach a policy of alpha; return its id."""
    body = {"name": f"Rules {place} {sorted(products)}", "group_id": house.alpha}
    document = {"products": products, "cases": cases or []}
    made = data(house.world.client("ada").post("/api/policies", json=body | {"document": document}))
    with house.world.context().transaction() as session:
        session.add(PolicyAttachment(policy_id=made["id"], **place))
    return int(made["id"])


def boss(house: House) -> httpx.Client:
    """A system administrator, who speaks for everybody."""
    house.world.user("boss", roles=("Super admin",))
    return house.world.client("boss")


def tonight(days: float) -> datetime:
    """When what is written now is released after so many days."""
    found = due_at(night_of(datetime.now(UTC)), days)
    assert found is not None
    return found


def knows(house: House, username: str) -> bool:
    return house.world.client(username).get("/api/sources/Sky1").status_code == 200


@dataclass
class Written:
    """A classification, an annotation and a comment of abe's, for alpha and beta."""

    house: House
    ids: dict[str, int] = field(default_factory=dict)
    said: dict[str, Any] = field(default_factory=dict)

    def post(self) -> None:
        abe, groups = self.house.world.client("abe"), {"group_ids": [self.house.alpha, self.house.beta]}
        body = {"name": "T", "version": "1", "hierarchy": {"class": "Time-domain", "subclasses": [{"class": "Ia"}]}}
        everybody = {"group_ids": [self.house.alpha, self.house.beta]}
        number = data(boss(self.house).post("/api/taxonomy", json=body | everybody))["taxonomy_id"]
        classified = {"obj_id": "Sky1", "classification": "Ia", "taxonomy_id": number}
        asked = {
            "classification": ("/api/classification", classified),
            "annotation": ("/api/sources/Sky1/annotations", {"origin": "net", "data": {"x": 1}}),
            "comment": ("/api/sources/Sky1/comments", {"text": "It brightens."}),
        }
        for kind, (path, values) in asked.items():
            answer = abe.post(path, json=values | groups)
            self.ids[kind] = data(answer)[f"{kind}_id"]
            self.said[kind] = answer.json()

    def address(self, kind: str) -> str:
        number = self.ids[kind]
        return f"/api/classification/{number}" if kind == "classification" else f"/api/sources/Sky1/{kind}s/{number}"

    def change(self, kind: str, who: str, **changed: Any) -> httpx.Response:
        return self.house.world.client(who).put(self.address(kind), json=changed)

    def seen_by(self, who: str) -> set[str]:
        """The kinds that somebody reads one by one, which are those that every list has."""
        client = self.house.world.client(who)
        single = {kind for kind in self.ids if client.get(self.address(kind)).status_code == 200}
        if not knows(self.house, who):
            assert not single
            return single
        lists = {kind: data(client.get(f"/api/sources/Sky1/{kind}s")) for kind in self.ids}
        assert {kind for kind, rows in lists.items() if rows} == single
        assert data(client.get("/api/classification"))["totalMatches"] == ("classification" in single)
        return single


def test_notes_are_withheld_and_released(house: House) -> None:
    attach(house, {kind: circle(house.beta, 30 + n) for n, kind in enumerate(NOTES)}, group_id=house.alpha)
    gamma = house.world.group("Gamma", members=("gamma", "ada", "abe"))
    notes = Written(house)
    notes.post()
    for n, kind in enumerate(NOTES):
        [withheld] = notes.said[kind]["withheld"]
        assert (withheld["group_id"], withheld["n_rows"]) == (house.beta, 1)
        assert datetime.fromisoformat(withheld["due_at"]) == tonight(30 + n)
        assert f"1 {kind} is withheld from Beta until" in notes.said[kind]["message"]
    assert (notes.seen_by("abe"), notes.seen_by("bob"), knows(house, "bob")) == (set(NOTES), set(), False)
    # Nothing that is changed opens them early, or to more than the policy names, but the holder's recorded act.
    both = [house.alpha, house.beta]
    for kind in NOTES:
        again = notes.change(kind, "abe", group_ids=both)
        assert [w["group_id"] for w in again.json()["withheld"]] == [house.beta], again.text
        for who, more in (("abe", {}), ("abe", {"why": "a friend asks"}), ("ada", {})):
            assert notes.change(kind, who, group_ids=[*both, gamma], **more).status_code == 403
    assert (notes.seen_by("bob"), notes.seen_by("gamma")) == (set(), set())
    shared = notes.change("comment", "ada", group_ids=[house.alpha, gamma], why="asked for by their student")
    assert shared.status_code == 200
    assert (notes.seen_by("gamma"), notes.seen_by("bob")) == ({"comment"}, set())
    with house.world.context().transaction() as session:
        query = "SELECT why, after FROM history WHERE action = 'share beyond policy' AND kind = 'comment'"
        why, after = session.execute(text(query)).one()
    assert (why, after["group_ids"]) == ("asked for by their student", [gamma])
    assert notes.change("comment", "abe", group_ids=both).status_code == 200
    assert notes.seen_by("gamma") == set()
    for n, kind in enumerate(NOTES):
        house.release(tonight(30 + n) - SECOND)
        assert kind not in notes.seen_by("bob")
        house.release(tonight(30 + n))
        assert notes.seen_by("bob") == set(NOTES[: n + 1])
    assert notes.seen_by("gamma") == set()
    told = data(house.world.client("bob").get("/api/sources/Sky1", params={"includeComments": True}))
    assert (len(told["comments"]), len(told["classifications"]), len(told["annotations"])) == (1, 1, 1)


def test_notes_without_a_policy_are_for_whom_they_are(house: House) -> None:
    attach(house, {"photometry": circle(house.beta, None)}, group_id=house.alpha)
    notes = Written(house)
    notes.post()
    assert [notes.said[kind]["withheld"] for kind in NOTES] == [[], [], []]
    assert notes.seen_by("bob") == set(NOTES)


@dataclass
class Campaign:
    """A request on alpha's allocation, whose facility takes it and sends frames."""

    house: House
    request_id: int = 0
    frames: list[tuple[Frame, bytes]] = field(default_factory=list)

    def ask(self) -> None:
        with self.house.world.context().transaction() as session:
            where = Allocation.id == self.house.allocation_id
            values = {"facility": "LCO", "facility_config": {"site": "coj"}}
            session.execute(update(Allocation).where(where).values(**values))
        body = {"obj_id": "Sky1", "allocation_id": self.house.allocation_id, "payload": PAYLOAD}
        self.request_id = data(self.house.world.client("abe").post("/api/followup_request", json=body))["id"]

    def accept(self, now: datetime) -> None:
        """The facility takes it, as the follow-up service writes it down."""
        with self.house.world.context("followup").transaction() as session:
            request = session.get_one(FollowupRequest, self.request_id)
            trigger = session.get_one(Trigger, request.trigger_id)
            attempt = Attempt(
                trigger_id=trigger.id, allocation_id=request.allocation_id, followup_request_id=request.id,
                tag="skyrelay-1-a", facility="LCO", state="planned", holder_id=trigger.holder_id,
                audience_id=trigger.audience_id, owner_id=trigger.owner_id,
            )  # fmt: skip
            session.add(attempt)
            session.flush()
            move_attempt(session, trigger, attempt, "submitting", "asked")
            fix_terms(session, request, self.allocation(), now)
            move_attempt(session, trigger, attempt, "accepted", "T took it as request 17.")

    def allocation(self) -> AllocationView:
        with self.house.world.context("followup").transaction() as session:
            return load_allocations(session)[self.house.allocation_id]

    def observed(self) -> None:
        with self.house.world.context().transaction() as session:
            session.execute(update(Attempt).values(state="completed", request_id="17"))

    def collect(self) -> int:
        with self.house.world.context().transaction() as session:
            attempt_id = session.execute(select(Attempt.id)).scalar_one()
        context = self.house.world.context("followup")
        keeping = context.settings.followup.model_copy(update={"keep_raw_frames": True})
        context.settings = context.settings.model_copy(update={"followup": keeping})
        return collect(context, lambda _: Archive(self.frames), attempt_id, self.allocation())  # type: ignore[arg-type, return-value]

    def view(self, who: str) -> dict[str, Any] | None:
        """The request as somebody reads it alone, which is how they find it in lists; None where they do not."""
        client = self.house.world.client(who)
        page = data(client.get("/api/followup_request"))
        answer = client.get(f"/api/followup_request/{self.request_id}")
        assert page["totalMatches"] == len(page["followup_requests"]) == (answer.status_code == 200)
        return data(answer) if answer.status_code == 200 else None

    def found_by(self, who: str, **filters: Any) -> int:
        return int(data(self.house.world.client(who).get("/api/followup_request", params=filters))["totalMatches"])

    def frames_of(self, who: str) -> list[tuple[str, bool]]:
        """Level and whether superseded, by the order in which they came; each file opens."""
        client = self.house.world.client(who)
        answer = client.get("/api/sources/Sky1/frames")
        if answer.status_code == 404:
            return []
        found = sorted(data(answer), key=lambda f: f["id"])
        for one in found:
            file = client.get(f"/api/frames/{one['id']}")
            assert (file.status_code, len(file.content)) == (200, one["size"])
        return [(one["level"], one["superseded"]) for one in found]


class Archive:
    """A facility's archive, as far as frames are fetched from it."""

    def __init__(self, frames: list[tuple[Frame, bytes]]) -> None:
        self._frames = frames

    def frames(self, _request_id: str) -> list[Frame]:
        """What there is."""
        return [frame for frame, _ in self._frames]

    def download(self, frame: Frame) -> bytes:
        """The file of a frame."""
        return next(content for known, content in self._frames if known is frame)


def fits(seed: int, at: datetime) -> bytes:
    """A reduced frame of Sky1, as the simulated observatories write it."""
    look = Scene(10.0, 20.0, 17.0, "rp", 60.0, 1.2, 0.95, 1.5, 0.1)
    who = FrameIdentity(
        "x-e91.fits", "coj", "coj.doma.1m0a", "sim01", "Sky1", "P", "tag", 7, 9, Time(at).unix, -31.0, 149.0, 1116.0,
        0.0, 30.0,
    )  # fmt: skip
    return frame_bytes(who, look, expose(look, np.random.default_rng(seed)))


def frame(number: str, level: int, md5: str, at: datetime) -> Frame:
    name = f"coj1m099-sim01-20261120-0001-e{level:02}.fits"
    return Frame(number, name, "http://127.0.0.1/", at, level, {"md5": md5})


def test_requests_and_their_details_are_known_by_the_policy(house: House) -> None:
    gamma = house.world.group("Gamma", members=("gamma", "ada", "abe"))
    terms = {"followup_request": circle(house.beta, 0), "followup_details": circle(house.beta, 10)}
    attach(house, terms, allocation_id=house.allocation_id)
    campaign = Campaign(house)
    campaign.ask()
    assert [campaign.view(who) is not None for who in ("abe", "ada", "bob", "gamma")] == [True, True, False, False]
    accepted = datetime.now(UTC)
    campaign.accept(accepted)

    def opens(view: dict[str, Any] | None) -> bool:
        assert view is not None
        whole = view["payload"].get("exposure_time") == 300 and "request 17" in view["status"]
        assert whole or (view["payload"], view["status"], view["comment"]) == ({}, "accepted", None)
        return whole

    ada = house.world.client("ada")
    comment = {"comment": "Mind the Moon."}
    assert ada.put(f"/api/followup_request/{campaign.request_id}/comment", json=comment).status_code == 200
    assert [opens(campaign.view(who)) for who in ("abe", "ada", "bob")] == [True, True, False]
    assert campaign.view("gamma") is None
    for filters in ({"priorityThreshold": 1}, {"status": "request 17"}, {"observationEndDate": "2100-01-01"}):
        assert campaign.found_by("bob", **filters) == 0, filters
    assert [campaign.found_by(who, priorityThreshold=1, status="request 17") for who in ("ada", "abe")] == [1, 1]
    # What is changed stays where it is seen by whom it was, and more readers are the holder's recorded act.
    order = {"requestIds": [campaign.request_id], "minimumPriority": 5}
    house.post([ago(1)])
    assert ada.put("/api/followup_request/prioritization", json=order).status_code == 200
    path = f"/api/followup_request/{campaign.request_id}"
    assert ada.put(path, json={"status": "accepted: as request 17", "payload": PAYLOAD | {"x": 1}}).status_code == 200
    view = campaign.view("ada")
    assert view is not None
    assert (view["payload"]["x"], view["comment"]) == (1, "Mind the Moon.")
    assert not opens(campaign.view("bob"))
    beyond = {"status": "accepted: as request 17", "target_group_ids": [house.alpha, gamma]}
    assert (ada.put(path, json=beyond).status_code, campaign.view("gamma")) == (403, None)
    end = night_of(accepted)
    released = due_at(end, 10)
    assert released is not None
    house.release(released - SECOND)
    assert not opens(campaign.view("bob"))
    house.release(released)
    assert opens(campaign.view("bob"))
    assert ada.put(path, json=beyond | {"why": "they observe it too"}).status_code == 200
    assert opens(campaign.view("gamma"))
    told = data(house.world.client("bob").get(f"/api/access/explain?kind=followup_request&id={campaign.request_id}"))
    assert (told["readable"], told["rule"]) == (True, "grant")


def test_frames_are_read_by_level_and_a_new_reduction_inherits(house: House) -> None:
    raw = [{"products": ["image"], "levels": ["raw"], "terms": circle(house.beta, None)}]
    terms = {"image": circle(house.beta, 20), "photometry": circle(house.beta, 20)}
    policy_id = attach(house, terms, raw, allocation_id=house.allocation_id)
    campaign, at = Campaign(house), datetime.now(UTC) - timedelta(days=1)
    campaign.ask()
    campaign.accept(datetime.now(UTC))
    campaign.observed()
    campaign.frames = [(frame("1", 0, "a", at), b"RAW"), (frame("2", 91, "b", at), fits(1, at))]
    assert campaign.collect() == 2
    assert sorted(campaign.frames_of("abe")) == [("raw", False), ("reduced", False)]
    assert (campaign.frames_of("bob"), house.seen_by("bob"), house.seen_by("abe")) == ([], 0, 1)
    # The rules are laxer from now on; what replaces older data is under the older ones.
    lax = {"document": {"products": {"image": circle(house.beta, 0), "photometry": circle(house.beta, 0)}}}
    data(house.world.client("ada").post(f"/api/policies/{policy_id}/versions", json=lax))
    assert campaign.collect() == 0
    path = f"/api/photometry_request/{campaign.request_id}"
    assert house.world.client("abe").get(path).status_code == 200
    campaign.frames[1] = (frame("2", 91, "c", at), fits(2, at))
    assert (campaign.collect(), campaign.collect()) == (1, 0)
    assert sorted(campaign.frames_of("abe")) == [("raw", False), ("reduced", False), ("reduced", True)]
    assert (campaign.frames_of("bob"), house.seen_by("bob")) == ([], 0)
    released = due_at(night_of(at), 20)
    assert released is not None
    house.release(released - SECOND)
    assert (campaign.frames_of("bob"), house.seen_by("bob")) == ([], 0)
    house.release(released)
    assert (campaign.frames_of("bob"), house.seen_by("bob")) == ([("reduced", True), ("reduced", False)], 2)
    curve = data(house.world.client("bob").get("/api/sources/Sky1/photometry"))
    assert len(curve) == 1, "the newer reduction stands for both"


def test_what_is_made_from_data_is_for_whom_all_of_them_are(house: House) -> None:
    """A fit of alpha's embargoed points and beta's open one; magnitudes of alpha's spectrum."""
    case = [{"products": ["photometry"], "levels": ["derived"], "terms": circle(house.beta, 40)}]
    terms = {"photometry": circle(house.beta, 30), "spectrum": circle(house.beta, 45), "image": circle(house.beta, 5)}
    attach(house, terms, case, group_id=house.alpha)
    mjd = ago(3)
    house.post([mjd])
    bob = house.world.client("bob")
    open_point = house.body([mjd], group_ids=[house.beta], flux=[7.0], origin="beta")
    gamma = house.world.group("Gamma", members=("gamma", "bob", "ada"))
    data(bob.post("/api/sources", json={"id": "Sky1", "ra": 10.0, "dec": 20.0, "group_ids": [house.beta, gamma]}))
    data(bob.post("/api/photometry", json=open_point | {"group_ids": [house.beta, gamma]}))
    spectrum = {
        "obj_id": "Sky1", "instrument_id": house.instrument_id,
        "observed_at": (datetime.now(UTC) - timedelta(days=3)).isoformat(),
        "wavelengths": list(range(5000, 8000, 10)), "fluxes": [1e-15] * 300, "units": "erg/s/cm/cm/AA",
        "group_ids": [house.alpha, house.beta],
    }  # fmt: skip
    reach_loopback(house.world)
    with analysis_service() as service, errands_worker(house.world):
        root = boss(house)
        everywhere = [house.alpha, house.beta]
        body = {"name": "Fitter", "url": service.server.url, "authentication_type": "none",
                "analysis_type": "meta_analysis", "input_data_types": ["photometry"],
                "group_ids": everywhere}  # fmt: skip
        service_id = data(root.post("/api/analysis_service", json=body))["id"]
        groups = {"group_ids": [house.alpha, house.beta]}
        number = data(house.world.client("abe").post(f"/api/obj/Sky1/analysis/{service_id}", json=groups))["id"]
        until(lambda: _done(house, number), 15, "the fit is there", every_s=0.05)
    with house.world.context().transaction() as session:
        fit = session.get_one(ObjAnalysis, number)
        assert len(fit.policy_version_ids) == 1
        assert len(fit.input_audience_ids) == 3, "alpha's points, beta's, and the case on what is derived"

    def read_by(who: str) -> bool:
        answer = house.world.client(who).get(f"/api/obj/analysis/{number}")
        return answer.status_code == 200

    readers: Callable[[], list[bool]] = lambda: [read_by(who) for who in ("abe", "bob", "gamma")]  # noqa: E731
    assert readers() == [True, False, False]
    for days in (30.0, 40.0):
        opens = due_at(night_of(Time(mjd, format="mjd").to_datetime(timezone=UTC)), days)
        assert opens is not None
        house.release(opens - SECOND)
        assert readers() == [True, False, False]
        house.release(opens)
        assert house.seen_by("bob") == 2
        assert readers() == [True, days == 40.0, False]
    spectrum_id = data(house.world.client("abe").post("/api/spectrum", json=spectrum))["id"]
    made = data(house.world.client("abe").post(f"/api/spectrum/synthphot/{spectrum_id}", json={"filters": ["sdssr"]}))
    [point] = made["ids"]
    # A picture is an image made from others.
    picture_of = {"obj_id": "Sky1", "data": picture(), "ttype": "new"}
    posted = house.world.client("abe").post("/api/thumbnail", json=picture_of).json()
    assert [w["group_id"] for w in posted["withheld"]] == [house.beta], posted
    assert bob.get(f"/api/thumbnail/{posted['data']['id']}").status_code == 400
    house.release(tonight(5))
    assert bob.get(f"/api/thumbnail/{posted['data']['id']}").status_code == 200
    # The point goes where its spectrum goes, by nobody's leave but that of whoever shares the spectrum.
    assert (house.seen_by("gamma"), house.seen_by("bob")) == (1, 2)
    assert house.patch(point, group_ids=[house.alpha, house.beta]).status_code == 403
    beyond = {"group_ids": [gamma], "why": "they calibrate it"}
    assert house.patch(point, "ada", **beyond).status_code == 403
    assert (house.seen_by("gamma"), house.seen_by("bob")) == (1, 2)
    answer = house.world.client("ada").put(f"/api/spectrum/{spectrum_id}", json=beyond)
    assert answer.status_code == 200, answer.text
    assert house.seen_by("gamma") == 2


def _done(house: House, number: int) -> bool:
    with house.world.context().transaction() as session:
        return session.get_one(ObjAnalysis, number).status == "completed"
