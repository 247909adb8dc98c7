"""skyportal_py.public_pages: what is published, by whom, as far as policies let; and what everybody then sees."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from skyportal_py import public_pages as sky
from skyportal_py._http import SkyPortalError
from sqlalchemy import select, update

from app.tables import ErrandRow, Photometry, Source
from app.times import mjd_of
from tests.app.api.scene import Scene, make_scene
from tests.support.outside import errands_worker
from tests.support.waiting import until
from tests.support.world import World

ALL = {f"include_{name}": True for name in ("photometry", "spectroscopy", "classifications", "summary")}
NASTY = '<script>alert("x")</script>'


class Page(HTMLParser):
    """What of a page matters here: it is well formed, and has no scripts and nothing from elsewhere."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.cells: list[str] = []
        self.feed(text)
        assert self.open == []
        assert not {"script", "iframe", "img", "link", "object", "form"} & set(self.tags)
        assert not re.search(r'\s(on\w+|style|src)="', text)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)
        if tag not in ("meta", "path", "circle", "polyline"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "td":
            self.cells.append(data)


@pytest.fixture
def scene(portal: World) -> Scene:
    made = make_scene(portal)
    ada = portal.client("ada")
    source = {"id": "SN1", "ra": 10.0, "dec": 20.0, "redshift": 0.03, "group_ids": [made.red]}
    assert ada.post("/api/sources", json=source).status_code == 200
    assert ada.post("/api/photometry", json=made.points("SN1")).status_code == 200
    return made


def test_pages(scene: Scene) -> None:
    ada, bob, nobody = scene.world.sky("ada"), scene.world.sky("bob"), scene.world.client()
    body = {"obj_id": "SN1", "taxonomy_id": scene.taxonomy(), "classification": "Ia", "group_ids": [scene.red]}
    assert scene.world.client("ada").post("/api/classification", json=body).status_code == 200
    first = sky.post_public_source_page(ada, "SN1", {"include_photometry": True})
    with pytest.raises(SkyPortalError, match="exists already"):
        sky.post_public_source_page(ada, "SN1", {"include_photometry": True})
    second = sky.post_public_source_page(ada, "SN1", ALL)
    pages = sky.fetch_public_source_pages(bob, "SN1")
    assert [p.id for p in pages] == [second.id, first.id]
    assert pages[1].options == sky.PublicSourcePageOptions(
        photometry="public", spectroscopy="private", classifications="private", summary="private"
    )
    assert pages[0].options is not None
    assert (pages[0].options.spectroscopy, pages[0].options.summary) == ("no data", "public")
    assert (pages[0].source_id, pages[0].release_link_name, pages[0].is_visible) == ("SN1", None, True)

    newest = nobody.get("/public/sources/SN1")
    assert newest.status_code == 200
    assert newest.headers["content-type"].startswith("text/html")
    policy = newest.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    page = Page(newest.text)
    assert {"svg", "title", "desc", "figcaption", "th", "main", "h1"} <= set(page.tags)
    assert {"sdssr", "Cam", "60000.00000", "Ia", "0.03"} <= set(page.cells)
    old = Page(nobody.get(f"/public/sources/SN1/version/{pages[1].hash}").text)
    assert "Ia" not in old.cells
    assert "sdssr" in old.cells
    # It is a snapshot: what comes later is not on it.
    scene.world.client("ada").post("/api/photometry", json=scene.points("SN1", filter="sdssg"))
    assert nobody.get("/public/sources/SN1").content == newest.content

    with pytest.raises(SkyPortalError, match="take a public page back"):
        sky.delete_public_source_page(bob, second.id)
    sky.delete_public_source_page(ada, second.id)
    assert Page(nobody.get("/public/sources/SN1").text).cells == old.cells
    sky.delete_public_source_page(ada, first.id)
    gone, never = nobody.get("/public/sources/SN1"), nobody.get("/public/sources/SN1000")
    assert gone.status_code == never.status_code == 404
    assert gone.content == never.content
    assert sky.fetch_public_source_pages(bob, "SN1") == []


def test_only_ones_own_is_published_and_only_while_it_is_there(scene: Scene) -> None:
    world, nobody = scene.world, scene.world.client()
    both = world.group("Both", members=("ada", "bob"))
    ada, bob = world.sky("ada"), world.sky("bob")
    # Bob shares with ada what is the blue team's; the source is saved to Both.
    client = world.client("bob")
    assert client.post("/api/sources", json={"id": "SN1", "ra": 1, "dec": 2, "group_ids": [both]}).status_code == 200
    shared = scene.points("SN1", filter="sdssg", group_ids=[scene.blue, both])
    assert client.post("/api/photometry", json=shared).status_code == 200
    with world.context().transaction() as session:
        assert set(session.scalars(select(Photometry.holder_id))) == {scene.red, scene.blue}
    for options, expected in (({}, {"sdssr"}), ({"groups": [scene.red]}, {"sdssr"}), ({"groups": [both]}, set())):
        page_id = sky.post_public_source_page(ada, "SN1", {"include_photometry": True, **options}).id
        cells = set(Page(nobody.get("/public/sources/SN1").text).cells)
        assert cells & {"sdssr", "sdssg"} == expected, "what is the blue team's is not hers to publish"
        sky.delete_public_source_page(ada, page_id)
    # Whoever may not know of a source cannot publish it, nor find out that it is there.
    world.user("eve")
    eve = world.client("eve")
    bodies = [eve.post(f"/api/public_pages/source/{name}", json={}).content for name in ("SN1", "SN9")]
    assert bodies[0].replace(b"SN1", b"SN9") == bodies[1]
    # A page goes when its holder unsaves the source, and comes back with it.
    sky.post_public_source_page(bob, "SN1", {"include_photometry": True})
    assert nobody.get("/public/sources/SN1").status_code == 200
    for active, status in ((False, 404), (True, 200)):
        with world.context().transaction() as session:
            session.execute(update(Source).where(Source.holder_id == both).values(active=active))
        assert nobody.get("/public/sources/SN1").status_code == status
        assert len(sky.fetch_public_source_pages(ada, "SN1")) == (status == 200)
    for bad in ({"include_photometry": 1}, {"nonsense": True}, {"groups": ["x"]}):
        with pytest.raises(SkyPortalError, match=r"option|true or false|list of ids"):
            sky.post_public_source_page(ada, "SN1", bad)


def test_a_policy_forbids_with_its_name_and_until_when(scene: Scene) -> None:
    world, nobody = scene.world, scene.world.client()
    carl = world.client("carl")
    terms = {"circles": [{"who": "everybody", "after_days": 100}],
             "use": [{"kind": "acknowledge", "texts": ["We thank the red team."]}]}  # fmt: skip
    body = {"name": "Red rules", "group_id": scene.red, "document": {"products": {"photometry": terms}}}
    policy = carl.post("/api/policies", json=body).json()["data"]
    attached = carl.post(f"/api/policies/{policy['id']}/attachments", json={"group_id": scene.red})
    assert attached.status_code == 200, attached.text
    now = datetime.now(UTC)
    young = [mjd_of(now - timedelta(days=d)) for d in (3, 2, 1)]
    ada = world.client("ada")
    assert ada.post("/api/photometry", json=scene.points("SN1", mjd=young)).status_code == 200
    with world.context().transaction() as session:
        assert len(set(session.scalars(select(Photometry.policy_version_id)))) == 2
    answer = ada.post("/api/public_pages/source/SN1", json={"options": ALL})
    assert answer.status_code == 400
    told = answer.json()
    assert told["data"]["code"] == "policy_forbids"
    (fault,) = told["data"]["policies"]
    assert "Red rules" in fault["policy"]
    assert fault["rows"] == 3
    until_when = datetime.fromisoformat(fault["until"])
    assert timedelta(days=98) < until_when - now < timedelta(days=101)
    assert "'Red rules' (version 1)" in told["message"]
    assert nobody.get("/public/sources/SN1").status_code == 404
    # What the policy does not speak of may be published, and what is old enough, with the terms of its use.
    without = {**ALL, "include_photometry": False}
    assert ada.post("/api/public_pages/source/SN1", json={"options": without}).status_code == 200
    with world.context().transaction() as session:
        session.execute(update(Photometry).where(Photometry.mjd > 60500).values(mjd=Photometry.mjd - 300))
    assert ada.post("/api/public_pages/source/SN1", json={"options": ALL}).status_code == 200
    assert "We thank the red team." in nobody.get("/public/sources/SN1").text


def test_releases(scene: Scene) -> None:
    world, nobody = scene.world, scene.world.client()
    ada, bob = world.sky("ada"), world.sky("bob")
    made = sky.PublicReleasePost(
        name=f"First {NASTY}", link_name="first.1", group_ids=[scene.red], description=NASTY,
        options={"include_photometry": True},
    )  # fmt: skip
    release_id = sky.post_public_release(ada, made).id
    for link in ("first.1", "a/b", "", "ä"):
        with pytest.raises(SkyPortalError, match="link_name"):
            sky.post_public_release(bob, sky.PublicReleasePost(name="x", link_name=link, group_ids=[scene.blue]))
    with pytest.raises(SkyPortalError, match="not in a group"):
        sky.post_public_release(bob, sky.PublicReleasePost(name="x", link_name="x", group_ids=[scene.red]))
    page_id = sky.post_public_source_page(ada, "SN1", {}, release_id=release_id).id
    (page,) = sky.fetch_public_source_pages(bob, "SN1")
    assert page.release_link_name == "first.1"
    assert page.options is not None
    assert page.options.photometry == "public"
    assert [(r.id, r.group_ids, r.is_visible) for r in sky.fetch_public_releases(ada)] == [
        (release_id, [scene.red], True)
    ]
    assert [r.group_ids for r in sky.fetch_public_releases(bob)] == [[]]
    listing, source = "/public/releases/first.1", "/public/releases/first.1/sources/SN1"
    assert 'href="/public/releases/first.1/sources/SN1"' in nobody.get(listing).text
    assert "&lt;script&gt;" in nobody.get(listing).text
    for address in (listing, source, "/public/sources/SN1"):
        Page(nobody.get(address).text)
    mine = sky.PublicReleaseUpdate(name="mine", group_ids=[scene.blue])
    with pytest.raises(SkyPortalError, match="is yours"):
        sky.update_public_release(bob, release_id, mine)
    sky.update_public_release(
        ada, release_id, sky.PublicReleaseUpdate(name="Hidden", group_ids=[scene.red], is_visible=False)
    )
    for address in (listing, source, "/public/sources/SN1", f"/public/sources/SN1/version/{page.hash}"):
        assert nobody.get(address).status_code == 404, address
    assert sky.fetch_public_releases(bob) == []
    (hidden,) = sky.fetch_public_releases(ada)
    assert (hidden.name, hidden.description, hidden.options) == ("Hidden", "", {})
    with pytest.raises(SkyPortalError, match="pages of this release first"):
        sky.delete_public_release(ada, release_id)
    sky.delete_public_source_page(ada, page_id)
    with pytest.raises(SkyPortalError, match="no public release"):
        sky.delete_public_release(bob, release_id)
    sky.delete_public_release(ada, release_id)
    assert sky.fetch_public_releases(ada) == []


def test_a_release_that_takes_every_source_of_its_group(scene: Scene) -> None:
    world = scene.world
    made = sky.PublicReleasePost(
        name="All", link_name="all", group_ids=[scene.red], options=ALL, auto_publish_enabled=True
    )
    sky.post_public_release(world.sky("ada"), made)
    with errands_worker(world):
        carl = world.client("carl")
        carl.post("/api/sources", json={"id": "SN2", "ra": 3.0, "dec": 4.0, "redshift": 0.07, "group_ids": [scene.red]})
        bob = world.client("bob")
        bob.post("/api/sources", json={"id": "SN3", "ra": 3.0, "dec": 4.0, "group_ids": [scene.blue]})
        nobody = world.client()
        shown = until(
            lambda: answer if (answer := nobody.get("/public/releases/all/sources/SN2")).status_code == 200 else None,
            15, "the page is published", every_s=0.05,
        )  # fmt: skip
    assert shown is not None
    assert "0.07" in Page(shown.text).cells
    assert nobody.get("/public/releases/all/sources/SN3").status_code == 404
    with world.context().transaction() as session:
        assert len(session.scalars(select(ErrandRow.id).where(ErrandRow.kind == "page.auto")).all()) == 1
