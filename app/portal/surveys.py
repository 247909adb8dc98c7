"""The surveys whose alerts Skyrelay reads: their stream, telescope and instrument, made when first needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.errors import BadInput
from app.portal.accounts import BOT
from app.tables import Group, Instrument, Stream, Telescope, User


@dataclass(frozen=True)
class Survey:
    """A survey. ``alert_tense`` is GCN's word for how real its alerts are."""

    stream: str
    telescope: str
    nickname: str
    latitude_deg: float
    longitude_deg: float
    elevation_m: float
    diameter_m: float
    instrument: str
    filters: tuple[str, ...]
    alert_tense: str = "current"
    demo: bool = False


_LSST_BANDS = ("lsstu", "lsstg", "lsstr", "lssti", "lsstz", "lssty")
# Positions: ZTF from Bellm et al. 2019 (Palomar 48-inch), Rubin from Ivezic et al. 2019.
SURVEYS: Mapping[str, Survey] = {
    "ztf": Survey(
        "ZTF Public", "Palomar 1.2m Oschin", "P48", 33.3563, -116.8648, 1712.0, 1.2, "ZTF", ("ztfg", "ztfr", "ztfi")
    ),
    "lsst": Survey(
        "LSST Alerts", "Simonyi Survey Telescope", "Rubin", -30.2446, -70.7494, 2663.0, 8.4, "LSSTCam", _LSST_BANDS
    ),
    "lsst-simulated": Survey(
        "Simulated LSST", "Simulated Survey Telescope", "SimRubin", -30.2446, -70.7494, 2663.0, 8.4,
        "Simulated LSSTCam", _LSST_BANDS, "test", demo=True,
    ),
}  # fmt: skip


@dataclass(frozen=True)
class SurveyRows:
    """The rows of a survey in this installation; alerts are held by the sitewide group, owned by the bot."""

    stream_id: int
    instrument_id: int
    holder_id: int
    owner_id: int


def ensure_survey(session: Session, name: str) -> SurveyRows:
    """Return the rows of a survey, made now where they were missing; raise :class:`BadInput` for an unknown one."""
    if name not in SURVEYS:
        raise BadInput(f"There is no survey {name!r}; known are {', '.join(SURVEYS)}.", field="survey")
    survey = SURVEYS[name]
    session.execute(
        insert(Stream)
        .values(name=survey.stream, survey=name, alert_tense=survey.alert_tense, demo=survey.demo)
        .on_conflict_do_nothing()
    )
    session.execute(
        insert(Telescope)
        .values(
            name=survey.telescope,
            nickname=survey.nickname,
            lat=survey.latitude_deg,
            lon=survey.longitude_deg,
            elevation=survey.elevation_m,
            diameter=survey.diameter_m,
            robotic=True,
            demo=survey.demo,
        )
        .on_conflict_do_nothing()
    )
    telescope_id = session.execute(select(Telescope.id).where(Telescope.name == survey.telescope)).scalar_one()
    session.execute(
        insert(Instrument)
        .values(
            name=survey.instrument,
            type="imager",
            band="optical",
            telescope_id=telescope_id,
            filters=list(survey.filters),
            demo=survey.demo,
        )
        .on_conflict_do_nothing()
    )
    return SurveyRows(
        stream_id=session.execute(select(Stream.id).where(Stream.name == survey.stream)).scalar_one(),
        instrument_id=session.execute(select(Instrument.id).where(Instrument.name == survey.instrument)).scalar_one(),
        holder_id=session.execute(select(Group.id).where(Group.sitewide)).scalar_one(),
        owner_id=session.execute(select(User.id).where(User.username == BOT)).scalar_one(),
    )
