"""Whether the telescope may observe now, and why not, in the words of LCO's telescope states."""

from __future__ import annotations

from dataclasses import dataclass

from followup.conditions.visibility import (
    MIN_ALTITUDE_DEG,
    airmass,
    altitude_deg,
    is_dark,
    moon_altitude_deg,
    moon_illumination,
)
from followup.conditions.weather import CLEAR, Weather, weather_at
from followup.facilities.simulated.clock import SkyClock
from followup.facilities.simulated.config import ObservatoryConfig

_DARKNESS_AGE_S = 30.0
AIRMASS_WHEN_ALWAYS_NIGHT = 1.2
"""Airmass that is assumed where the sky is switched off (a typical value; nothing depends on it)."""


@dataclass(frozen=True)
class State:
    """The telescope at one instant. ``event_type`` and ``reason`` are what the portal's telescope_states
    says.

    The pairs of type and prefix are those of the observation portal (its TelescopeStates.EVENT_CATEGORIES):
    "Weather: " is NOT_OK_TO_OPEN, "Enclosure: " is ENCLOSURE_INTERLOCK, "Sequencer: " is SEQUENCER_DISABLED.
    """

    open: bool
    event_type: str
    reason: str
    weather: Weather
    night: bool


class Conditions:
    """Night, weather and scripted outages of one site."""

    def __init__(self, config: ObservatoryConfig, clock: SkyClock) -> None:
        self._config = config
        self._clock = clock
        self._darkness: tuple[float, bool] = (float("-inf"), False)

    def at(self, unix_s: float) -> State:
        """Return the state of the telescope at a real time."""
        weather = self._weather(unix_s)
        night = self.is_night(unix_s)
        event_type, reason = self._closed_because(unix_s, weather, night)
        closed = bool(event_type)
        return State(
            open=not closed,
            event_type=event_type or "AVAILABLE",
            reason=reason or "Available for scheduling",
            weather=weather,
            night=night,
        )

    def _closed_because(self, unix_s: float, weather: Weather, night: bool) -> tuple[str, str]:
        since_start_s = unix_s - self._clock.started_s
        if broken := self._config.outage(since_start_s, "downtime"):
            return "ENCLOSURE_INTERLOCK", f"Enclosure: {broken.reason or 'Enclosure interlock'}"
        if clouds := self._config.outage(since_start_s, "clouds"):
            return "NOT_OK_TO_OPEN", f"Weather: {clouds.reason or 'Sky transparency too low'}"
        if weather.broken:
            return "SEQUENCER_DISABLED", "Sequencer: Sequencer unavailable for scheduling"
        if weather.clouded:
            return "NOT_OK_TO_OPEN", "Weather: Sky transparency too low"
        if not night:
            return "NOT_OK_TO_OPEN", "Weather: Sun above nautical twilight"
        return "", ""

    def _weather(self, unix_s: float) -> Weather:
        if self._config.weather == "clear":
            return CLEAR
        return weather_at(self._config.seed, self._config.site, unix_s)

    def is_night(self, unix_s: float) -> bool:
        """Tell whether the Sun is below nautical twilight for this site's clock (computed again every 30 s)."""
        if self._clock.always_night:
            return True
        computed_s, night = self._darkness
        if abs(unix_s - computed_s) > _DARKNESS_AGE_S:
            night = bool(is_dark(self._config.place, self._clock.sky_mjd(unix_s)))
            self._darkness = (unix_s, night)
        return night

    def is_up(self, ra_deg: float, dec_deg: float, unix_s: float) -> bool:
        """Tell whether a target is high enough now."""
        if self._clock.always_night:
            return True
        return bool(self._altitude(ra_deg, dec_deg, unix_s) > MIN_ALTITUDE_DEG)

    def airmass(self, ra_deg: float, dec_deg: float, unix_s: float) -> float:
        """Return the airmass of a target that is being observed."""
        if self._clock.always_night:
            return AIRMASS_WHEN_ALWAYS_NIGHT
        return float(airmass(self._altitude(ra_deg, dec_deg, unix_s)))

    def moonlight(self, unix_s: float) -> float:
        """Return the Moon's illuminated fraction while it is up, else 0."""
        if self._clock.always_night:
            return 0.0
        mjd = self._clock.sky_mjd(unix_s)
        return float(moon_illumination(mjd)) if moon_altitude_deg(self._config.place, mjd) > 0.0 else 0.0

    def _altitude(self, ra_deg: float, dec_deg: float, unix_s: float) -> float:
        return float(altitude_deg(ra_deg, dec_deg, self._config.place, self._clock.sky_mjd(unix_s)))
