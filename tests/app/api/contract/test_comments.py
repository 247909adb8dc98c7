"""The module ``comments`` of skyportal-py: on sources, spectra and shifts; attachments, channels, mentions."""

from __future__ import annotations

import base64
import io
from typing import Any

import numpy as np
import pytest
from astropy.io import fits
from PIL import Image
from skyportal_py import comments as sky
from skyportal_py._http import SkyPortalError
from sqlalchemy import insert, select, text

from app.access.audiences import intern_groups
from app.tables import History, OutboxEvent, Shift, Spectrum
from tests.app.api.scene import Scene, make_scene
from tests.support.world import World


@pytest.fixture
def scene(portal: World) -> Scene:
    """Red keeps the source S1."""
    made = make_scene(portal)
    body = {"id": "S1", "ra": 1.0, "dec": 2.0, "group_ids": [made.red]}
    assert portal.client("ada").post("/api/sources", json=body).status_code == 200
    return made


def spectrum(scene: Scene) -> int:
    """A spectrum of S1 that red reads."""
    waves = np.linspace(4000, 5000, 5).astype("<f8").tobytes()
    with scene.world.context().transaction() as session:
        held = {
            "audience_id": intern_groups(session, [scene.red]), "holder_id": scene.red,
            "owner_id": scene.world.user_id("carl"),
        }  # fmt: skip
        values: dict[str, Any] = {
            "obj_id": "S1", "instrument_id": scene.instrument, "observed_at": text("now()"), "n_points": 5,
            "wavelengths": waves, "fluxes": waves, "type": "source",
        }  # fmt: skip
        return int(session.execute(insert(Spectrum).values(**values, **held).returning(Spectrum.id)).scalar_one())


def shift(scene: Scene) -> int:
    """A shift of red's."""
    with scene.world.context().transaction() as session:
        values = {
            "name": "Night", "start_date": "2030-01-01", "end_date": "2030-01-02", "holder_id": scene.red,
            "audience_id": intern_groups(session, [scene.red]), "owner_id": scene.world.user_id("carl"),
        }  # fmt: skip
        return session.execute(insert(Shift).values(**values).returning(Shift.id)).scalar_one()


def encoded(content: bytes) -> str:
    return base64.b64encode(content).decode()


def test_comments_of_every_kind(scene: Scene) -> None:
    ada, carl = scene.world.sky("ada"), scene.world.sky("carl")
    places: tuple[tuple[str | int, str], ...] = (
        ("S1", "sources"), (spectrum(scene), "spectra"), (shift(scene), "shift")
    )  # fmt: skip
    for key, kind in places:
        of: dict[str, Any] = {"resource_type": kind}
        first = sky.post_comment(ada, key, "rising fast", **of).comment_id
        second = sky.post_comment(ada, key, "fades 100%", group_ids=[scene.red], **of).comment_id
        assert [c.text for c in sky.fetch_comments(carl, key, **of)] == ["rising fast", "fades 100%"]
        assert [c.text for c in sky.fetch_comments(carl, key, text="FA", **of)] == ["fades 100%", "rising fast"]
        assert [c.id for c in sky.fetch_comments(ada, key, text="fa", num_per_page=1, page_number=2, **of)] == [first]
        assert sky.fetch_comments(ada, key, text="100_", **of) == []
        one = sky.fetch_comment(carl, key, first, **of)
        assert ((one.author or {})["username"], one.bot, one.resource_type) == ("ada", True, kind)
        assert [g.id for g in one.groups or []] == [scene.red]
        assert (one.obj_id, one.spectrum_id, one.shift_id) == {
            "sources": ("S1", None, None), "spectra": ("S1", key, None), "shift": (None, None, key)
        }[kind]  # fmt: skip
        sky.update_comment(ada, key, first, "plateau", **of)
        sky.update_comment(ada, key, first, attachment_name="a.txt", attachment_body=encoded(b"x"), **of)
        one = sky.fetch_comment(ada, key, first, **of)
        assert (one.text, one.attachment_name) == ("plateau", "a.txt")
        with pytest.raises(SkyPortalError, match="no comment"):
            sky.delete_comment(scene.world.sky("bob"), key, second, **of)
        sky.delete_comment(carl, key, second, **of)
        assert [c.id for c in sky.fetch_comments(ada, key, **of)] == [first]
        answer = scene.world.client("ada").delete(f"/api/{kind}/{key}/comments")
        assert answer.json()["message"] == "1 comment(s) deleted."
        assert scene.world.client("ada").delete(f"/api/{kind}/{key}/comments").status_code == 400
    for path in ("gcn_event/1/comments", "earthquake/1/comments"):
        assert scene.world.client("ada").get(f"/api/{path}").status_code == 501


def test_attachments(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    image = io.BytesIO()
    fits.HDUList([fits.PrimaryHDU(), fits.ImageHDU(np.arange(600.0).reshape(20, 30))]).writeto(image)
    files = {"notes.txt": "π rising".encode(), "cut.fits": image.getvalue(), "a b.html": b"<script>", "p.pdf": b"%PDF"}
    made = {
        name: sky.post_comment_with_attachment(ada, "S1", name, name, f"data:x;base64,{encoded(content)}").comment_id
        for name, content in files.items()
    }
    for name, number in made.items():
        assert sky.fetch_comment_attachment(ada, "S1", number) == files[name]
        assert sky.fetch_comment_attachment_pdf(ada, "S1", number) == files[name]
    text_file = sky.fetch_comment_attachment_text(ada, "S1", made["notes.txt"])
    assert (text_file.attachment, text_file.attachment_name) == ("π rising", "notes.txt")
    picture = Image.open(io.BytesIO(sky.fetch_comment_attachment(ada, "S1", made["cut.fits"], preview=True)))
    assert (picture.format, picture.size) == ("PNG", (30, 20))
    assert sky.fetch_comment_attachment_pdf(ada, "S1", made["p.pdf"], preview=True) == b"%PDF"
    for refused in ("a b.html",):
        with pytest.raises(SkyPortalError, match="no preview"):
            sky.fetch_comment_attachment(ada, "S1", made[refused], preview=True)
    sky.update_comment(ada, "S1", made["p.pdf"], attachment_name="p", attachment_body=encoded(b"\xff\xfe"))
    with pytest.raises(SkyPortalError, match="no text"):
        sky.fetch_comment_attachment_text(ada, "S1", made["p.pdf"])
    raw = scene.world.client("ada").get(f"/api/sources/S1/comments/{made['a b.html']}/attachment")
    assert raw.headers["content-type"] == "application/octet-stream"
    assert raw.headers["content-disposition"] == 'attachment; filename="a_b.html"'
    for name, body, field in (
        ("virus.exe", "eA==", "attachment.name"), ("a.txt", "####", "attachment.body"), ("a.txt", "", "attachment.body")
    ):  # fmt: skip
        sent = {"text": "x", "attachment": {"name": name, "body": body}}
        answer = scene.world.client("ada").post("/api/sources/S1/comments", json=sent)
        assert (answer.status_code, answer.json()["data"]["field"]) == (400, field)
    broken = sky.post_comment_with_attachment(ada, "S1", "x", "b.fits", encoded(b"SIMPLE  =  T")).comment_id
    with pytest.raises(SkyPortalError, match="FITS"):
        sky.fetch_comment_attachment(ada, "S1", broken, preview=True)
    with pytest.raises(SkyPortalError):
        sky.fetch_comment_attachment_counts(ada)
    root = scene.world.sky("root")
    counts = sky.fetch_comment_attachment_counts(root)
    assert (counts.total_with_attachment_bytes, counts.total_without_attachment_bytes) == (0, 5)
    moved = sky.post_comment_attachment_batch(root, page_number=2, num_per_page=10)
    assert (moved.total_matches, moved.page_number, moved.num_per_page) == (0, 2, 10)


def test_channels(scene: Scene) -> None:
    client, ada = scene.world.client("ada"), scene.world.sky("ada")
    for channel in ("spectroscopy", "radio", "radio"):
        posted = client.post("/api/sources/S1/comments", json={"text": f"on {channel}", "channel": channel})
        assert posted.status_code == 200
    sky.post_comment(ada, "S1", "plain")
    assert [c.text for c in sky.fetch_comments(ada, "S1")] == ["plain"]
    assert [c.text for c in sky.fetch_comments(ada, "S1", channel="radio")] == ["on radio"] * 2
    assert client.get("/api/sources/S1/comments/channels").json()["data"] == ["radio", "spectroscopy"]
    assert client.delete("/api/sources/S1/comments/channels?channel=radio").json()["message"].startswith("2 ")
    assert client.delete("/api/sources/S1/comments/channels?channel=radio").status_code == 400
    assert client.get("/api/sources/S1/comments/channels").json()["data"] == ["spectroscopy"]


def told(scene: Scene, user: str) -> list[str]:
    found = scene.world.client(user).get("/api/internal/notifications").json()["data"]
    return [one["text"] for one in found]


def test_mentions_reach_whoever_may_read_the_comment(scene: Scene) -> None:
    ada, carl = scene.world.sky("ada"), scene.world.client("carl")
    number = sky.post_comment(ada, "S1", "look, @Carl, @bob, @nobody and ada@example.org; @ada").comment_id
    assert told(scene, "carl") == ["ada mentioned you in a comment on S1."]
    assert told(scene, "bob") == told(scene, "ada") == []
    with scene.world.context().transaction() as session:
        events = session.scalars(select(OutboxEvent).where(OutboxEvent.kind == "notification.new")).all()
        assert [(e.user_id, e.obj_id) for e in events] == [(scene.world.user_id("carl"), None)]
    # Named again: nothing new. Named for the first time by a change: told.
    sky.update_comment(ada, "S1", number, "look, @carl and @carl")
    assert len(told(scene, "carl")) == 1
    on_spectrum = sky.post_comment(ada, spectrum(scene), "flat", resource_type="spectra").comment_id
    place = scene.world.client("ada").get("/api/sources/S1/comments").json()["data"][0]["id"]
    assert place == number
    with scene.world.context().transaction() as session:
        key = session.execute(select(Spectrum.id)).scalar_one()
    sky.update_comment(ada, key, on_spectrum, "flat, @carl", resource_type="spectra")
    assert told(scene, "carl")[0] == f"ada mentioned you in a comment on spectrum {key} of S1."
    # Withdrawn later: the notification goes with the comment's audience.
    with scene.world.context().transaction() as session:
        own = intern_groups(session, [scene.blue])
        session.execute(text("UPDATE comments SET audience_id = :a WHERE id = :i"), {"a": own, "i": number})
        session.execute(
            text("UPDATE spectra SET audience_id = :a, owner_id = :o"), {"a": own, "o": scene.world.user_id("root")}
        )
    assert told(scene, "carl") == []
    for one in (1, 2):
        assert carl.get(f"/api/internal/notifications/{one}").status_code == 400
    kinds = {"comment", "comment on spectra"}
    with scene.world.context().transaction() as session:
        origins = session.scalars(select(History.origin).where(History.kind.in_(kinds))).all()
    assert origins
    assert all(o and o.startswith("127.0.0.1 request ") for o in origins)
