"""From an allocation to the gateway that serves it."""

from __future__ import annotations

from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator

from app.errors import BadInput
from followup.facilities.capabilities import CAPABILITIES, Capabilities
from followup.facilities.exchange import is_loopback
from followup.facilities.gateway import Account, OcsGateway
from followup.facilities.model import FacilityGateway

SIMULATED = "SimulatedLCO"
"""Facility name of a simulated observatory: LCO's class, fenced to loopback."""
SERVED = ("LCO", "SOAR", "BLANCO", SIMULATED)
"""Facilities that a gateway exists for; others are known by their capabilities only."""


class AllocationAccess(BaseModel):
    """How an allocation reaches its facility: the allocation's ``facility_config`` plus its decrypted key.

    ``portal_url`` has no default, on purpose: the toolkit's defaults are the production portals. It must not have a
    path, which the toolkit would drop. ``site`` and ``proposal`` go into payloads.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    facility: str
    portal_url: str
    archive_url: str | None = None
    api_key: SecretStr
    site: str | None = None
    proposal: str = ""
    http_timeout_s: float = Field(default=10.0, gt=0.0)

    @field_validator("portal_url", "archive_url")
    @classmethod
    def _is_root(cls, url: str | None) -> str | None:
        if url is None:
            return None
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/"):
            raise BadInput(
                f"'{url}' must be like https://host or http://host:port, without a path.", field="portal_url"
            )
        return url

    @property
    def simulated(self) -> bool:
        """Whether it is a simulated observatory, which must stay on loopback."""
        return self.facility == SIMULATED


def capabilities_of(facility: str) -> Capabilities:
    """Return what a facility can do; raise :class:`BadInput` for an unknown one."""
    try:
        return CAPABILITIES[facility]
    except KeyError:
        known = ", ".join(CAPABILITIES)
        raise BadInput(f"There is no facility '{facility}'; known: {known}.", field="facility") from None


def gateway_for(access: AllocationAccess) -> FacilityGateway:
    """Return the gateway of an allocation.

    Raises :class:`BadInput` for a facility that has none, and for a simulated one whose addresses are off loopback.
    """
    capabilities_of(access.facility)
    if access.facility not in SERVED:
        raise BadInput(
            f"Skyrelay cannot submit to {access.facility} yet; use one of {', '.join(SERVED)}.", field="facility"
        )
    archive_url = access.archive_url or access.portal_url
    if access.simulated:
        for url in (access.portal_url, archive_url):
            if not is_loopback(urlsplit(url).hostname):
                raise BadInput(f"A simulated facility must be on loopback, not at '{url}'.", field="portal_url")
    return OcsGateway(
        Account(
            facility=access.facility,
            portal_url=access.portal_url,
            archive_url=archive_url,
            api_key=access.api_key.get_secret_value(),
            http_timeout_s=access.http_timeout_s,
            simulated=access.simulated,
        )
    )
