"""Nothing of a simulated facility leaves loopback, and no facility call escapes its time-out."""

from __future__ import annotations

import socket
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import requests

from app.errors import BadInput
from followup.facilities.capabilities import CAPABILITIES
from followup.facilities.errors import ConnectionForbidden
from followup.facilities.exchange import BoundedRequests, exchange, is_loopback
from followup.facilities.payload import build_request_group
from followup.facilities.registry import SIMULATED, AllocationAccess, capabilities_of, gateway_for
from tests.followup.facilities.conftest import Observatory, wanted


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record every address that this process connects to."""
    addresses: list[str] = []
    connect = socket.socket.connect

    def watched(self: socket.socket, address: Any) -> None:
        addresses.append(str(address[0]) if isinstance(address, tuple) else str(address))
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", watched)
    return addresses


def access(**changes: Any) -> AllocationAccess:
    usual: dict[str, Any] = {"facility": SIMULATED, "portal_url": "http://127.0.0.1:9", "api_key": "k"}
    return AllocationAccess(**(usual | changes))


def test_a_whole_conversation_stays_on_loopback(
    shared_observatory: Observatory, dialled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://192.0.2.1:3128")
    gateway = shared_observatory.gateway()
    later = wanted("fence-1", window_start=datetime.now(UTC) + timedelta(hours=1))  # so that it can still be cancelled
    request_id = gateway.submit(build_request_group(later), "fence-1")
    gateway.status(request_id)
    gateway.telescope_states()
    gateway.frames(request_id)
    gateway.cancel(request_id)
    assert dialled
    assert all(is_loopback(address) for address in dialled)


@pytest.mark.parametrize("url", ["http://192.0.2.1:80", "http://localhost:80", "https://observe.example"])
def test_the_fence_forbids_before_connecting(dialled: list[str], url: str) -> None:
    with exchange(1.0, loopback_only=True), pytest.raises(ConnectionForbidden):
        BoundedRequests.request("GET", url)
    with pytest.raises(BadInput, match="loopback"):
        gateway_for(access(portal_url=url))
    with pytest.raises(BadInput, match="loopback"):
        gateway_for(access(archive_url=url))
    assert dialled == []


def test_the_toolkit_cannot_call_outside_of_a_gateway(dialled: list[str]) -> None:
    gateway_for(access())
    from tom_observations.facilities.lco import LCOFacility

    with pytest.raises(ConnectionForbidden):
        LCOFacility().get_observation_status("1")
    assert dialled == []


def test_every_call_has_a_timeout(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def refuse(self: requests.Session, method: str, url: str, **options: Any) -> requests.Response:
        seen.append(options.get("timeout"))
        raise requests.ConnectionError("no")

    monkeypatch.setattr(requests.Session, "request", refuse)
    with exchange(3.5, loopback_only=True), pytest.raises(requests.ConnectionError):
        BoundedRequests.request("GET", "http://127.0.0.1:9", timeout=None)
    assert seen == [3.5]


def test_addresses_must_be_whole_portals() -> None:
    for url in ("http://127.0.0.1:80/portal", "ftp://127.0.0.1", "127.0.0.1:80"):
        with pytest.raises(BadInput, match="without a path"):
            access(portal_url=url)


def test_other_facilities_are_known_but_not_served() -> None:
    assert not capabilities_of("GEM").can_cancel
    with pytest.raises(BadInput, match="cannot submit to GEM"):
        gateway_for(access(facility="GEM"))
    with pytest.raises(BadInput, match="no facility 'HUBBLE'"):
        gateway_for(access(facility="HUBBLE"))


@pytest.mark.parametrize("facility", ["LCO", "SOAR", "BLANCO"])
def test_real_facilities_take_their_address_from_the_allocation(facility: str) -> None:
    gateway = gateway_for(access(facility=facility, portal_url="https://portal.example", api_key="secret"))
    assert gateway.capabilities == CAPABILITIES[facility]
    own: Any = gateway
    assert own._tom.facility_settings.get_setting("portal_url") == "https://portal.example"
    assert own._tom._portal_headers() == {"Authorization": "Token secret"}
    assert "secret" not in repr(own._account)
