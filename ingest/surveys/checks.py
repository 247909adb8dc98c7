"""Checks that every survey's packet must pass before anything downstream trusts it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ingest.quarantine import QuarantineCode, UndecodablePacket
from ingest.surveys.units import number

# 1990-01-01 to 2100-01-01: no survey that we read was or will be taking data outside.
_MJD_RANGE = (47892.0, 88069.0)
# Beyond these a magnitude is a processing accident: −5 outshines Venus, 35 is below any survey's noise.
_MAG_RANGE = (-5.0, 35.0)


def need_record(parent: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return the sub-record ``name``; raises :class:`UndecodablePacket` where it is absent."""
    value = parent.get(name)
    if not isinstance(value, Mapping):
        raise UndecodablePacket(QuarantineCode.MISSING_FIELD, f"The packet has no “{name}” record.")
    return value


def need_number(parent: Mapping[str, Any], name: str) -> float:
    """Return the finite number ``name``; raises :class:`UndecodablePacket` where it is absent or a sentinel."""
    value = number(parent.get(name))
    if value is None:
        raise UndecodablePacket(QuarantineCode.MISSING_FIELD, f"The packet gives no “{name}”.")
    return value


def need_id(parent: Mapping[str, Any], name: str) -> int:
    """Return the integer id ``name``, non-zero and within 64 bits."""
    value = parent.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or value == 0:
        raise UndecodablePacket(QuarantineCode.MISSING_FIELD, f"The packet gives no “{name}”.")
    if not -(2**63) <= value < 2**63:
        raise UndecodablePacket(QuarantineCode.ABSURD_VALUE, f"“{name}” does not fit into 64 bits.")
    return value


def position(ra: object, dec: object) -> tuple[float, float]:
    """Return (ra, dec) in degrees, checked; raises :class:`UndecodablePacket`."""
    ra_deg, dec_deg = number(ra), number(dec)
    if ra_deg is None or dec_deg is None:
        raise UndecodablePacket(QuarantineCode.NO_POSITION, "The packet gives no position on the sky.")
    if not (0.0 <= ra_deg <= 360.0 and -90.0 <= dec_deg <= 90.0):
        raise UndecodablePacket(
            QuarantineCode.ABSURD_VALUE, f"The position ra={ra_deg:g}, dec={dec_deg:g} is not on the sky."
        )
    return ra_deg % 360.0, dec_deg


def mjd_or_none(value: object) -> float | None:
    """Return an MJD at which a survey can have observed, None for anything else."""
    mjd = number(value)
    return mjd if mjd is not None and _MJD_RANGE[0] <= mjd <= _MJD_RANGE[1] else None


def mag_or_none(value: object) -> float | None:
    """Return a magnitude that a telescope can have measured, None for anything else."""
    mag = number(value)
    return mag if mag is not None and _MAG_RANGE[0] <= mag <= _MAG_RANGE[1] else None


def plausible_mjd(mjd_utc: float) -> float:
    """Return the time, if a survey can have observed then; raises :class:`UndecodablePacket`."""
    if not _MJD_RANGE[0] <= mjd_utc <= _MJD_RANGE[1]:
        raise UndecodablePacket(QuarantineCode.ABSURD_VALUE, f"MJD {mjd_utc:g} lies outside 1990 to 2100.")
    return mjd_utc


def plausible_mag(mag_ab: float) -> float:
    """Return the magnitude, if a telescope can have measured it; raises :class:`UndecodablePacket`."""
    if not _MAG_RANGE[0] <= mag_ab <= _MAG_RANGE[1]:
        raise UndecodablePacket(QuarantineCode.ABSURD_VALUE, f"Magnitude {mag_ab:g} is no measurement.")
    return mag_ab
