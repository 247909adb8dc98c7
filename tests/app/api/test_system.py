"""The portal's own routes, over real HTTP."""

from __future__ import annotations

from tests.support.world import World


def test_health_needs_nobody(portal: World) -> None:
    answer = portal.client().get("/api/health")
    assert answer.status_code == 200
    assert answer.json()["data"]["database"] == "ok"


def test_credentials_are_asked_for_in_skyportals_words(portal: World) -> None:
    answer = portal.client().get("/api/sysinfo")
    assert answer.status_code == 401
    assert answer.json()["message"] == 'Credentials malformed; expected form "Authorization: token abc123"'


def test_a_token_opens(portal: World) -> None:
    portal.user("ada")
    assert portal.sky("ada").fetch_sysinfo().gitlog[0].description.startswith("Skyrelay")
    answer = portal.client("ada").get("/api/system")
    assert answer.status_code == 200, answer.text
    assert answer.json()["data"]["postgresql"].startswith("18")


def test_unknown_address_and_method(portal: World) -> None:
    assert portal.client().get("/api/nothing").status_code == 400
    assert portal.client().delete("/api/health").status_code == 405


def test_the_document_names_every_route(portal: World) -> None:
    described = portal.client().get("/api/openapi.json").json()["data"]
    assert "/api/health" in described["paths"]
