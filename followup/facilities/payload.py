"""From what is wanted to the request group that an LCO-like portal takes; checked by our own models, not by
forms.
"""

from __future__ import annotations

from datetime import UTC
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_validator, model_validator

from followup.facilities.filters import lco_element
from followup.facilities.model import Payload

MAX_TAG_CHARACTERS = 50
"""Longest ``name`` of a request group at LCO."""
SINISTRO = "1M0-SCICAM-SINISTRO"
_CLASS_PREFIXES = {"0M4": "0m4", "1M0": "1m0", "2M0": "2m0"}


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ExposureRequest(_Frozen):
    """Exposures in one filter; ``filter`` is a bandpass name (sdssr, bessellv …)."""

    filter: str
    exposure_time_s: Annotated[float, Field(gt=0.0, le=7200.0)]
    exposures: Annotated[int, Field(ge=1, le=200)] = 1

    @field_validator("filter")
    @classmethod
    def _known(cls, name: str) -> str:
        lco_element(name)
        return name


class TriggerRequest(_Frozen):
    """One attempt's wish, complete: positions ICRS, times with zone, ``tag`` unique among all attempts.

    ``expected_mag_ab`` maps bands (u g r i z y) to AB magnitudes, which a real portal keeps as a note and the
    simulated observatories use for a target that no drill knows. ``ipp`` is LCO's intra-proposal priority,
    0.5 to 2.
    """

    target_name: Annotated[str, Field(min_length=1, max_length=50)]
    ra_deg: Annotated[float, Field(ge=0.0, lt=360.0)]
    dec_deg: Annotated[float, Field(ge=-90.0, le=90.0)]
    filters: Annotated[tuple[ExposureRequest, ...], Field(min_length=1)]
    window_start: AwareDatetime
    window_end: AwareDatetime
    proposal: Annotated[str, Field(min_length=1)]
    tag: Annotated[str, Field(min_length=1, max_length=MAX_TAG_CHARACTERS)]
    expected_mag_ab: dict[Literal["u", "g", "r", "i", "z", "y"], float] = {}
    instrument_type: str = SINISTRO
    site: str | None = None
    ipp: Annotated[float, Field(ge=0.5, le=2.0)] = 1.05
    observation_type: Literal["NORMAL", "RAPID_RESPONSE", "TIME_CRITICAL"] = "NORMAL"
    max_airmass: Annotated[float, Field(ge=1.0, le=3.0)] = 2.0

    @model_validator(mode="after")
    def _window_is_one(self) -> TriggerRequest:
        if self.window_end <= self.window_start:
            raise ValueError("the window ends before it starts")
        return self


def ipp_of_priority(priority: int) -> float:
    """Return LCO's intra-proposal priority for a trigger's priority, 1 (low) to 5 (high): 0.8 to 1.2, 3 is neutral.

    Kept near 1 for a reason: what LCO gives above 1 it takes from the proposal's other requests (LCO, "The new
    priority factor").
    """
    return round(1.0 + 0.1 * (min(max(priority, 1), 5) - 3), 2)


def build_request_group(wanted: TriggerRequest) -> Payload:
    """Return the request group: one request in one group, since the toolkit cancels whole groups."""
    configuration = {
        "type": "EXPOSE",
        "instrument_type": wanted.instrument_type,
        "target": _target(wanted),
        "instrument_configs": [_instrument_config(part) for part in wanted.filters],
        "acquisition_config": {"mode": "OFF"},
        "guiding_config": {"mode": "ON", "optional": True},
        "constraints": {"max_airmass": wanted.max_airmass, "min_lunar_distance": 20.0},
    }
    window = {"start": _utc(wanted.window_start), "end": _utc(wanted.window_end)}
    location = {"telescope_class": _CLASS_PREFIXES.get(wanted.instrument_type[:3], "1m0")}
    if wanted.site is not None:
        location["site"] = wanted.site
    return {
        "name": wanted.tag,
        "proposal": wanted.proposal,
        "ipp_value": wanted.ipp,
        "operator": "SINGLE",
        "observation_type": wanted.observation_type,
        "requests": [{"configurations": [configuration], "windows": [window], "location": location}],
    }


def _target(wanted: TriggerRequest) -> Payload:
    return {
        "name": wanted.target_name,
        "type": "ICRS",
        "ra": wanted.ra_deg,
        "dec": wanted.dec_deg,
        "proper_motion_ra": 0.0,
        "proper_motion_dec": 0.0,
        "epoch": 2000.0,
        "parallax": 0.0,
        "extra_params": {"expected_mag_ab": wanted.expected_mag_ab} if wanted.expected_mag_ab else {},
    }


def _instrument_config(part: ExposureRequest) -> Payload:
    return {
        "exposure_time": part.exposure_time_s,
        "exposure_count": part.exposures,
        "mode": "full_frame",
        "optical_elements": {"filter": lco_element(part.filter)},
        "extra_params": {},
    }


def _utc(time: AwareDatetime) -> str:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
