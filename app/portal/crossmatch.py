"""Wishes to ask catalogues, the Minor Planet Center and the TNS about a source; errands ask, and keep the answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from pydantic_core import to_json
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.config import Settings
from app.errands import Errand, enqueue
from app.errors import SkyrelayError
from app.portal.finders import target_of
from app.portal.visibility import for_groups

CATALOG, MINOR_PLANETS, TNS = "sky.catalog", "sky.minor_planets", "sky.tns"
WINDOW_S = 60
"""The same wish within a minute is one."""


class NotSetUp(SkyrelayError):
    """The operator has set no address for this service."""

    code = "not_set_up"


def addresses(settings: Settings) -> Mapping[str, str | None]:
    """Return the address of each service that catalogues are asked of."""
    sky = settings.sky
    return {
        "gaia": sky.gaia_tap, "irsa": sky.irsa_tap, "vizier": sky.vizier_tap, "datalab": sky.datalab_tap,
        "ps1": sky.ps1_catalog,
    }  # fmt: skip


def need(address: str | None, key: str) -> str:
    """Return the address; raise :class:`NotSetUp` that names the setting."""
    if address is None:
        raise NotSetUp(f"This service is not set up here; an operator sets {key} in config.yaml.")
    return address


def wish_for_catalog(
    session: Session, principal: Principal, place: tuple[str, str], asked: dict[str, Any], group_ids: list[int] | None
) -> None:
    """Have a source (obj id, service) cross-matched with a catalogue, and annotated for these groups.

    Raises :class:`NotFound` for a source that one may not know of, :class:`BadInput` for a group one is not in.
    """
    obj_id, service = place
    target_of(session, obj_id)
    if group_ids:
        for_groups(session, principal, group_ids)
    payload = {"obj_id": obj_id, "service": service, "asked": asked, "group_ids": group_ids or None}
    _wish(session, principal, CATALOG, payload)


def wish_for_minor_planets(session: Session, principal: Principal, obj_id: str, asked: dict[str, Any]) -> None:
    """Have the Minor Planet Center asked whether a known minor planet was at a source's position."""
    target_of(session, obj_id)
    _wish(session, principal, MINOR_PLANETS, {"obj_id": obj_id, "asked": asked})


def wish_for_tns_name(session: Session, principal: Principal, obj_id: str, radius_arcsec: float) -> None:
    """Have the TNS asked for the name of a source."""
    target_of(session, obj_id)
    _wish(session, principal, TNS, {"obj_id": obj_id, "radius_arcsec": radius_arcsec})


def _wish(session: Session, principal: Principal, kind: str, payload: dict[str, Any]) -> None:
    window = int(datetime.now(UTC).timestamp() // WINDOW_S)
    key = f"{window} {to_json(payload).decode()}"
    enqueue(session, Errand(kind, payload, key, owner_id=principal.user_id))
