"""skyportal_py.weather against the running server, and the weather service on loopback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from skyportal_py import weather
from skyportal_py._http import SkyPortalError
from sqlalchemy import insert

from app.tables import Telescope
from tests.support.outside import Said, errands_worker
from tests.support.sky import SkyServices, sky_portal
from tests.support.waiting import until
from tests.support.world import World


def telescope(world: World, name: str, lat: float | None) -> int:
    values = {"name": name, "nickname": name[:2], "diameter": 1.0, "lat": lat, "lon": 20.0, "weather_link": "w"}
    with world.context().transaction() as session:
        return session.execute(insert(Telescope).values(**values).returning(Telescope.id)).scalar_one()


def test_weather(migrated_url: str, tmp_path: Path) -> None:
    services = SkyServices()
    with sky_portal(migrated_url, tmp_path, services) as portal:
        portal.user("ada")
        client = portal.sky("ada")
        assert weather.fetch_weather(client).telescope_id is None, "there is no telescope"
        nowhere = telescope(portal, "Nowhere", None)
        place = telescope(portal, "Hilltop", -32.4)
        first = weather.fetch_weather(client, telescope_id=place)
        assert (first.weather, first.telescope_name, first.weather_link) == (None, "Hilltop", "w")
        assert "being fetched" in (first.message or "")
        weather.fetch_weather(client, telescope_id=place)
        with errands_worker(portal):
            told: Any = until(lambda: weather.fetch_weather(client, telescope_id=place).weather, 20, "weather")
        assert told["lat"] == -32.4
        assert told["current"]["temp"] == 281.3
        again = weather.fetch_weather(client, telescope_id=place)
        assert again.weather_retrieved_at is not None
        assert again.weather_fetch_at is not None
        assert again.weather_fetch_at > again.weather_retrieved_at
        assert again.message == ""
        assert len(services.asked("weather")) == 1, "asked once, however often the page was opened"
        # Without an id: the first telescope, or the one of the user's preferences.
        assert weather.fetch_weather(client).telescope_id == nowhere
        assert "no place" in (weather.fetch_weather(client).message or "")
        liked = {"preferences": {"weather": {"telescopeID": place}}}
        assert portal.client("ada").patch("/api/internal/profile", json=liked).status_code == 200
        assert weather.fetch_weather(client).telescope_id == place
        with pytest.raises(SkyPortalError, match="no telescope with the id 9999") as caught:
            weather.fetch_weather(client, telescope_id=9999)
        assert caught.value.status_code == 400


def test_a_service_that_refuses_is_a_sentence(migrated_url: str, tmp_path: Path) -> None:
    services = SkyServices()
    services.answers["weather"] = lambda _path, _values, _asked: Said(401, content=b'{"message": "Invalid API key"}')
    with sky_portal(migrated_url, tmp_path, services) as portal:
        portal.user("ada")
        telescope(portal, "Hilltop", 10.0)
        client = portal.sky("ada")
        weather.fetch_weather(client)
        with errands_worker(portal):
            until(lambda: "HTTP 401" in (weather.fetch_weather(client).message or ""), 20, "the refusal")
        assert weather.fetch_weather(client).weather is None


def test_without_a_service_the_answer_says_so(portal: World) -> None:
    portal.user("ada")
    telescope(portal, "Hilltop", 10.0)
    assert "No weather service" in (weather.fetch_weather(portal.sky("ada")).message or "")
