"""Reports of discoveries as the TNS and Hermes want them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from app.errands.kinds import GiveUp, TryAgain
from app.errands.outside import Message, Reply
from app.times import time_of

AB_ZP = 23.9
TNS_AB_MAG = "1"
"""The TNS's number of the unit "ABMag"."""
TNS_OTHER = "0"
"""The TNS's number of an instrument or filter that its lists do not have."""
TNS_FILTERS: Mapping[str, str] = MappingProxyType({
    "bessellu": "10", "bessellb": "11", "bessellv": "12", "bessellr": "13", "besselli": "14", "sdssu": "20",
    "sdssg": "21", "sdssr": "22", "sdssi": "23", "sdssz": "24", "ps1::w": "26", "ps1::g": "56", "ps1::r": "57",
    "ps1::i": "58", "ps1::z": "59", "ps1::y": "60", "atlasc": "71", "atlaso": "72", "gaia::g": "75", "ztfg": "110",
    "ztfr": "111", "ztfi": "112",
})  # fmt: skip
"""Numbers of filters in the TNS's list (its API's get/values)."""
HERMES = "Hermes"


@dataclass(frozen=True)
class Reported:
    """One point of a report: MJD (UTC), AB magnitudes; a limit has no ``mag``."""

    mjd: float
    filter: str
    mag: float | None
    magerr: float | None
    limiting_mag: float | None
    instrument: str
    telescope: str
    tns_instrument: int | None


@dataclass(frozen=True)
class Discovery:
    """What is reported: ICRS degrees, who reports, the points (first detection first), the last limit before."""

    name: str
    ra: float
    dec: float
    reporters: str
    remarks: str
    points: Sequence[Reported]
    before: Reported | None
    archival: str | None
    """Why there is no limit, where there is none."""


def magnitude(flux: float, fluxerr: float) -> tuple[float, float]:
    """Return the AB magnitude and its error of a flux in µJy."""
    return AB_ZP - 2.5 * math.log10(flux), 2.5 / math.log(10.0) * fluxerr / flux


def tns_report(found: Discovery, source_group: int) -> dict[str, Any]:
    """Return the AT report (TNS bulk report manual 2.0): discovery, last non-detection, photometry."""
    if found.before is not None:
        limit: dict[str, Any] = {
            **_when(found.before), "limiting_flux": _rounded(found.before.limiting_mag), "archiveid": "",
            "archival_remarks": "",
        }  # fmt: skip
    else:
        limit = {
            "archiveid": TNS_OTHER,
            "archival_remarks": found.archival or "No limit before the discovery is at hand",
        }
    photometry = {
        str(number): {**_when(p), "flux": _rounded(p.mag), "flux_error": _rounded(p.magerr)}
        for number, p in enumerate(found.points)
    }
    report = {
        "ra": {"value": f"{found.ra:.7f}"},
        "dec": {"value": f"{found.dec:.7f}"},
        "reporting_group_id": str(source_group),
        "discovery_data_source_id": str(source_group),
        "reporter": found.reporters,
        "discovery_datetime": _stamp(found.points[0].mjd),
        "at_type": "1",
        "internal_name": found.name,
        "remarks": found.remarks,
        "non_detection": limit,
        "photometry": {"photometry_group": photometry},
    }
    return {"at_report": {"0": report}}


def hermes_message(found: Discovery, topic: str, submitter: str, key: str) -> dict[str, Any]:
    """Return the message for Hermes; ``key`` finds it again there."""
    photometry = [
        {
            "target_name": found.name,
            "date_obs": _stamp(p.mjd),
            "telescope": p.telescope,
            "instrument": p.instrument,
            "bandpass": p.filter,
            **_brightness(p),
        }
        for p in (*([found.before] if found.before else []), *found.points)
    ]
    return {
        "topic": topic,
        "title": f"Discovery of {found.name} ({key})",
        "submitter": submitter,
        "authors": found.reporters,
        "message_text": found.remarks,
        "submit_to_tns": False,
        "data": {
            "targets": [{"name": found.name, "ra": found.ra, "dec": found.dec, "new_discovery": True}],
            "photometry": photometry,
            "extra_data": {"key": key},
        },
    }


@dataclass(frozen=True)
class HermesClient:
    """Hermes's REST API: submit a message, and look for one that was submitted."""

    address: str
    key: str

    def submit(self, payload: Mapping[str, Any]) -> Message:
        """Return the message that submits."""
        return Message("POST", self._at("submit_message/"), self._signed, json=payload)

    def messages(self, topic: str, title: str) -> Message:
        """Return the question for the messages of a topic with a title."""
        return Message("GET", self._at("messages/?" + urlencode({"topic": topic, "title": title})), self._signed)

    def _at(self, path: str) -> str:
        return f"{self.address.rstrip('/')}/api/v0/{path}"

    @property
    def _signed(self) -> dict[str, str]:
        return {"Authorization": f"Token {self.key}"}


def hermes_told(reply: Reply) -> dict[str, Any]:
    """Return Hermes's answer; raise :class:`TryAgain` where it is busy, :class:`GiveUp` where it refuses."""
    if reply.status == 429:
        raise TryAgain(f"{HERMES} asks us to slow down (HTTP 429).", reply.retry_after_s)
    if reply.status >= 500:
        raise TryAgain(f"{HERMES} is out of order (HTTP {reply.status}).")
    if reply.status in (401, 403):
        raise GiveUp(f"{HERMES} does not accept the key (HTTP {reply.status}).")
    if not reply.ok:
        raise GiveUp(f"{HERMES} refused (HTTP {reply.status}): {reply.text(300)}")
    document = reply.json()
    return document if isinstance(document, dict) else {"answer": document}


def among(document: Mapping[str, Any], key: str) -> dict[str, Any] | None:
    """Return the message of a list that carries ``key``, if there is one."""
    for one in document.get("results") or []:
        data = one.get("data") if isinstance(one, dict) else None
        extra = data.get("extra_data") if isinstance(data, dict) else None
        if isinstance(extra, dict) and extra.get("key") == key:
            return dict(one)
    return None


def _when(point: Reported) -> dict[str, Any]:
    return {
        "obsdate": _stamp(point.mjd), "flux_units": TNS_AB_MAG,
        "filter_value": TNS_FILTERS.get(point.filter, TNS_OTHER),
        "instrument_value": str(point.tns_instrument or TNS_OTHER), "exptime": "", "observer": "", "comments": "",
    }  # fmt: skip


def _brightness(point: Reported) -> dict[str, Any]:
    if point.mag is None:
        return {"limiting_brightness": point.limiting_mag, "limiting_brightness_unit": "AB mag"}
    return {"brightness": point.mag, "brightness_error": point.magerr, "brightness_unit": "AB mag"}


def _stamp(mjd: float) -> str:
    return f"{time_of(mjd):%Y-%m-%d %H:%M:%S}"


def _rounded(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
