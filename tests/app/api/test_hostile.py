"""Texts and numbers that no row could have: each is refused by name, in the envelope."""

from __future__ import annotations

import pytest

from tests.app.api.scene import make_scene
from tests.support.world import World

SOURCE = b'{"id": "Z1", "ra": 10, "dec": 20, "altdata": %s}'


def test_every_refusal_names_its_field(portal: World) -> None:
    make_scene(portal)
    with portal.client("ada") as ada:
        for method, path, body, field in (
            ("GET", "sources/a%00b", None, "obj_id"),
            ("GET", "sources?sourceID=%00", None, "sourceID"),
            ("GET", "sources?minPeakMagnitude=-1e30", None, "minPeakMagnitude"),
            ("GET", "sources?ra=nan&dec=1&radius=1", None, "ra"),
            ("POST", "sources", SOURCE % rb'{"a": "\u0000"}', "altdata.a"),
            ("POST", "sources", SOURCE % rb'{"a": ["\ud800"]}', "altdata.a.0"),
            ("POST", "sources", SOURCE % b'{"a": Infinity}', "altdata.a"),
            ("PATCH", "photometry/1", b'{"stream_ids": [1099511627776]}', "stream_ids.0"),
        ):
            answer = ada.request(method, f"/api/{path}", content=body)
            assert (answer.status_code, answer.json()["data"].get("field")) == (400, field), (path, answer.text)
        deep = ada.post("/api/sources", content=SOURCE % (b'{"a": ' + b"[" * 300 + b"]" * 300 + b"}"))
        assert deep.status_code == 400
        assert "within one another" in deep.json()["message"]
        assert ada.get("/api/sources").json()["data"]["sources"] == []


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "sources/%ED%A0%80", 400), ("TRACE", "sources", 405)])
def test_what_the_server_itself_refuses_is_answered_in_the_envelope(
    portal: World, method: str, path: str, status: int
) -> None:
    with portal.client() as anybody:
        answer = anybody.request(method, f"/api/{path}")
    assert answer.status_code == status
    assert answer.json()["status"] == "error"
