"""From where a request comes: the client's address, and whether a browser sent it from another site."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address

from tornado.httputil import HTTPServerRequest

from app.errors import Forbidden

Networks = Sequence[IPv4Network | IPv6Network]
LONGEST_AGENT = 200


def client_address(request: HTTPServerRequest, trusted: Networks) -> str:
    """Return the client's IP address.

    ``X-Forwarded-For`` is believed as far as trusted proxies wrote it: read from its end, the first address that is no
    trusted proxy's is the client's. Anybody else's header is a claim, and is not looked at.
    """
    address = str(request.remote_ip or "")
    if not _within(address, trusted):
        return address
    for said in reversed(request.headers.get("X-Forwarded-For", "").split(",")):
        hop = said.strip()
        if not _is_address(hop):
            break
        address = hop
        if not _within(hop, trusted):
            break
    return address


def agent(request: HTTPServerRequest) -> str:
    """Return how the client calls itself, cut short."""
    return "".join(c for c in request.headers.get("User-Agent", "") if c.isprintable())[:LONGEST_AGENT]


def need_own_site(request: HTTPServerRequest) -> None:
    """Raise :class:`Forbidden` for a change that another site made a browser send (Fetch Metadata, W3C)."""
    site = request.headers.get("Sec-Fetch-Site", "none")
    if site not in ("none", "same-origin"):
        raise Forbidden("A change from a browser must come from a page of this portal.")


def _within(address: str, networks: Networks) -> bool:
    return bool(networks) and _is_address(address) and any(ip_address(address) in network for network in networks)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
