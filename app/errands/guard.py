"""Which addresses the outside may have: public ones, and those that the operator allowed.

An address is judged after it was resolved, and the connection goes to the very address that was judged: a name that
resolves to something else a moment later (DNS rebinding), a host written as one decimal or octal number, and an IPv4
address dressed as IPv6 all come to the same judgement.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import httpx

from app.errors import BadInput, Unavailable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
LONGEST_URL = 2000
PORTS = {"http": 80, "https": 443}
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
_COMPATIBLE = ipaddress.IPv6Network("::/96")


class Refused(BadInput):
    """This address is none that may be asked."""

    code = "refused_address"


def parse(url: str, field: str | None = "url") -> httpx.URL:
    """Return the address as httpx understands it, and will use it; raise :class:`Refused` for one that is no plain one.

    Plain: http or https, a host, no user name or password, no control characters or backslashes.
    """
    if len(url) > LONGEST_URL or any(character <= " " or character in "\\\x7f" for character in url):
        raise Refused("This is no address: it is too long, or has spaces, backslashes or control characters.",
                      field=field)  # fmt: skip
    try:
        parsed = httpx.URL(url)
        host, port = parsed.host, parsed.port
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise Refused("This is no address such as https://service.example.org/path.", field=field) from error
    if parsed.scheme not in PORTS or not host:
        raise Refused("An address starts with https:// or http:// and names a host.", field=field)
    if parsed.userinfo:
        raise Refused("An address must carry no user name or password; give them as credentials.", field=field)
    if port is not None and not 0 < port < 65536:
        raise Refused("The port of this address does not exist.", field=field)
    return parsed


def port_of(url: httpx.URL) -> int:
    """Return the port that a connection for this address goes to."""
    return url.port or PORTS[url.scheme]


@dataclass(frozen=True)
class Guard:
    """Judges resolved addresses; ``allowed`` are host names, addresses and networks that pass although private."""

    allow_private: bool = False
    allowed: Sequence[str] = ()

    @cached_property
    def _networks(self) -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
        return [network for text in self.allowed if (network := _as_network(text)) is not None]

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(text.lower().rstrip(".") for text in self.allowed if _as_network(text) is None)

    def addresses(self, host: str, port: int) -> list[str]:
        """Resolve a host once and return the addresses that may be connected to.

        Raises :class:`Refused` if any of them is private (a name that has both is a trick), and
        :class:`~app.errors.Unavailable` if the name cannot be resolved now.
        """
        found = resolve(host, port)
        if not self.allow_private and host.lower().rstrip(".") not in self._names:
            for text in found:
                self.check(text)
        return found

    def check(self, text: str) -> None:
        """Raise :class:`Refused` unless this resolved address is public or allowed."""
        address = ipaddress.ip_address(text)
        if any(address in network for network in self._networks):
            return
        if not is_public(address):
            raise Refused(
                "This address leads to a private network or to this machine itself, which the operator of this portal "
                "does not allow (outside.allowed_hosts).",
                field="url",
            )


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host; raise :class:`~app.errors.Unavailable` where there are none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unavailable(f"The name {host[:100]} cannot be resolved.") from error
    # A zone ("%eth0") belongs to link-local addresses only, and is no part of what is judged.
    return list(dict.fromkeys(str(place[4][0]).partition("%")[0] for place in found))


def is_public(address: Address) -> bool:
    """Whether everybody on the Internet could reach this address as well.

    IPv6 forms that carry an IPv4 address (mapped, compatible, 6to4, Teredo, NAT64: RFC 4291, 3056, 4380, 6052) are as
    public as the address that they carry.
    """
    if isinstance(address, ipaddress.IPv6Address):
        carried = _carried(address)
        if carried:
            return all(is_public(each) for each in carried)
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _carried(address: ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    if address.sixtofour is not None:
        return [address.sixtofour]
    if address.teredo is not None:
        return list(address.teredo)
    if any(address in network for network in (*_NAT64, _COMPATIBLE)):
        return [ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)]
    return []


def _as_network(text: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    try:
        return ipaddress.ip_network(text, strict=False)
    except ValueError:
        return None
