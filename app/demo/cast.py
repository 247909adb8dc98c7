"""Who and what the demo collaboration is made of."""

from __future__ import annotations

from dataclasses import dataclass

TRANSIENTS = "Demo Transients"
MICROLENSING = "Demo Microlensing"
PARTNER = "Demo Partner"
GROUPS = {
    TRANSIENTS: "Supernovae and whatever else goes bang; has time on three simulated telescopes.",
    MICROLENSING: "Lensing events in the simulated sky.",
    PARTNER: "A partner team, which reads what the others' policies have released.",
}
PEOPLE = {
    "demo-pi": ("Vera", "Paczynska", {TRANSIENTS: True, MICROLENSING: True}),
    "demo-scanner": ("Henrietta", "Scanner", {TRANSIENTS: False, MICROLENSING: False}),
    "demo-partner": ("Cecilia", "Partner", {PARTNER: True}),
}
"""User name to first name, last name, and the groups with whether as an admin."""


@dataclass(frozen=True)
class DemoFilter:
    """A filter: ``survey`` is a key of ``app.portal.surveys.SURVEYS``."""

    name: str
    group: str
    survey: str
    expression: str


FILTERS = (
    DemoFilter("Likely real (ZTF)", TRANSIENTS, "ztf", "coalesce(drb, rb, 0) > 0.5 AND NOT is_solar_system"),
    DemoFilter("Likely real (LSST)", TRANSIENTS, "lsst", "coalesce(reliability, 0) > 0.5 AND NOT is_solar_system"),
    DemoFilter(
        "Likely real (simulated)", TRANSIENTS, "lsst-simulated",
        "reliability > 0.6 AND NOT is_solar_system AND is_positive AND ndet >= 2",
    ),
    DemoFilter(
        "Rising (simulated)", MICROLENSING, "lsst-simulated",
        "reliability > 0.6 AND NOT is_solar_system AND is_positive AND ndet >= 3 AND mag < 21",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class DemoTelescope:
    """A simulated 1-m telescope; position as Las Cumbres Observatory publishes its site's."""

    site: str
    name: str
    latitude_deg: float
    longitude_deg: float
    elevation_m: float


TELESCOPES = (
    DemoTelescope("coj", "Sim Siding Spring (coj)", -31.273, 149.071, 1116.0),
    DemoTelescope("cpt", "Sim Sutherland (cpt)", -32.381, 20.810, 1760.0),
    DemoTelescope("lsc", "Sim Cerro Tololo (lsc)", -30.167, -70.805, 2198.0),
)
IMAGER_FILTERS = ("sdssg", "sdssr", "sdssi", "sdssz")
PROPOSAL = "SKYRELAY-DRILL"
POLICY = "Demo follow-up: partners after 30 days, everybody after a year"
SOURCE = "DemoSN"
TAXONOMY = "Demo time-domain taxonomy"
HIERARCHY = {
    "class": "Time-domain source",
    "subclasses": [
        {
            "class": "Transient",
            "subclasses": [
                {"class": "Supernova", "subclasses": [{"class": c} for c in ("Ia", "Ib/c", "II", "IIn", "SLSN")]},
                {"class": "Kilonova"},
                {"class": "Tidal disruption event"},
                {"class": "Nova"},
                {"class": "GRB afterglow"},
            ],
        },
        {
            "class": "Variable",
            "subclasses": [
                {"class": "Microlensing"},
                {"class": "RR Lyrae"},
                {"class": "Eclipsing binary"},
                {"class": "Cataclysmic variable"},
                {"class": "AGN"},
            ],
        },
        {"class": "Solar system", "subclasses": [{"class": "Asteroid"}, {"class": "Comet"}]},
        {"class": "Bogus"},
    ],
}
