"""A rehearsed night: which alerts the survey sends, each with the history that it had by then.

Everything is a function of (seed, epoch, objects) and the night, measurement noise included: replaying a night
gives the same alerts with the same identifiers, and tomorrow's history contains exactly what was sent today.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from app.drill import ids
from app.drill.models import PeriodicVariable
from app.drill.population import BASE_SIZE, COHORT_SIZE, MIX, Host, Setting, SimObject, draw_object
from app.drill.survey import Field, Visit, flux_error_njy, flux_njy, lay_out_fields, visits_of_night
from app.drill.truth import Kind, TruthCatalogue
from app.errors import BadInput

HISTORY_NIGHTS = 60
# a newcomer is followed so long: by then a type II supernova is at the end of its plateau or beyond
KEPT_NIGHTS = 130
OBJECTS_PER_FIELD = 8
DETECTION_SNR = 5.0


@dataclass(frozen=True)
class Measurement:
    """One visit's forced photometry of one object, in nJy. `flux` is on the difference image and signed."""

    visit: Visit
    source_number: int
    true_flux: float
    flux: float
    error: float
    template_flux: float
    template_error: float

    @property
    def snr(self) -> float:
        """Signal to noise on the difference image, positive also for a negative source."""
        return abs(self.flux) / self.error

    @property
    def detected(self) -> bool:
        """True at five sigma, where the survey makes a diaSource."""
        return self.snr >= DETECTION_SNR


@dataclass(frozen=True)
class SimAlert:
    """One alert: the object, the measurement that triggered it, and all earlier ones of the last 60 nights."""

    subject: SimObject
    trigger: Measurement
    history: tuple[Measurement, ...]

    @property
    def ra_deg(self) -> float:
        """Right ascension at the time of the visit (an asteroid moves)."""
        return self.subject.truth.position_deg(self.trigger.visit.mjd_utc)[0]

    @property
    def dec_deg(self) -> float:
        """Declination at the time of the visit."""
        return self.subject.truth.position_deg(self.trigger.visit.mjd_utc)[1]


class Rehearsal:
    """The nights of one rehearsal, from its epoch (UTC MJD of the first night) on, without end.

    Raises BadInput for a seed outside 0 … 99, an epoch that is no plausible MJD, or too many objects.
    """

    def __init__(self, seed: int, epoch: int, objects: int = 200) -> None:
        if not 0 <= seed <= ids.MAX_SEED:
            raise BadInput(f"The seed must be from 0 to {ids.MAX_SEED}, not {seed}.", field="seed")
        if not 40_000 <= epoch <= 99_999:
            raise BadInput(f"The first night must be an MJD from 40000 to 99999, not {epoch}.", field="epoch")
        if not 1 <= objects <= BASE_SIZE:
            raise BadInput(f"The night can have 1 to {BASE_SIZE} objects, not {objects}.", field="objects")
        self.seed, self.epoch, self.size = seed, epoch, objects
        count = min(max(objects // OBJECTS_PER_FIELD, 1), 60)
        self.fields = lay_out_fields(seed, epoch, count)
        self._visits = lru_cache(maxsize=2 * HISTORY_NIGHTS)(self._visits_of)
        self._cohort = lru_cache(maxsize=KEPT_NIGHTS + 2)(self._draw_cohort)

    def objects(self, night: int) -> tuple[SimObject, ...]:
        """Everything in the sky of a night: the first cohort, later newcomers, and the night's own passers-by."""
        first = max(self.epoch, night - KEPT_NIGHTS)
        nights = [self.epoch, *range(max(first, self.epoch + 1), night + 1)]
        known = [subject for born in nights for subject in self._cohort(born)]
        return tuple(s for s in known if not s.only_tonight or s.born_night == night)

    def truth(self, night: int) -> TruthCatalogue:
        """What is really in the sky of a night."""
        return TruthCatalogue(subject.truth for subject in self.objects(night))

    def alerts(self, night: int) -> tuple[SimAlert, ...]:
        """The night's alerts in order of time, then of object. Raises BadInput before the epoch."""
        if night < self.epoch:
            raise BadInput(f"This rehearsal begins with the night {self.epoch}.", field="night")
        found = [alert for subject in self.objects(night) for alert in self._alerts_of(subject, night)]
        return tuple(sorted(found, key=lambda alert: (alert.trigger.visit.slot, alert.subject.index)))

    def _alerts_of(self, subject: SimObject, night: int) -> list[SimAlert]:
        first_night = night if subject.only_tonight else night - HISTORY_NIGHTS
        nights = range(first_night, night + 1)
        visits = [v for past in nights for v in self._visits(past).get(subject.field.number, ())]
        measured = self._measure(subject, visits)
        return [
            SimAlert(subject, measurement, tuple(measured[:position]))
            for position, measurement in enumerate(measured)
            if measurement.visit.night == night and measurement.detected
        ]

    def _measure(self, subject: SimObject, visits: list[Visit]) -> list[Measurement]:
        seen = []
        for visit in visits:
            rng = np.random.default_rng([self.seed, self.epoch, subject.index, visit.night, visit.slot, 31])
            true = float(flux_njy(subject.truth.magnitude_ab(np.array([visit.mjd_utc]), visit.band))[0])
            template = template_flux_njy(subject, visit)
            error = float(flux_error_njy(np.array(max(true, template)), visit.depth_ab, visit.band))
            if template_has_object(subject):
                true -= template
            number = ids.source_number((self.seed, self.epoch), visit.night, visit.slot, subject.index)
            flux = true + error * float(rng.normal())
            seen.append(Measurement(visit, number, true, flux, error, template, error / 4.0))
        return seen

    def _visits_of(self, night: int) -> dict[int, tuple[Visit, ...]]:
        by_field: dict[int, list[Visit]] = {}
        for visit in visits_of_night(self.seed, night, self.epoch, self.fields):
            by_field.setdefault(visit.field.number, []).append(visit)
        return {number: tuple(visits) for number, visits in by_field.items()}

    def _draw_cohort(self, night: int) -> tuple[SimObject, ...]:
        first = night == self.epoch
        start = 0 if first else BASE_SIZE + (night - self.epoch) % 900 * COHORT_SIZE
        return tuple(self._draw(night, start + position, kind) for position, kind in enumerate(self._kinds(first)))

    def _draw(self, night: int, index: int, kind: Kind) -> SimObject:
        field: Field = self.fields[index % len(self.fields)]
        setting = Setting(self.seed, self.epoch, night, field, self._visits(night)[field.number])
        return draw_object(setting, index, kind)

    def _kinds(self, first: bool) -> list[Kind]:
        """The kinds of a cohort: the whole mix at first; later a tenth of explosions and events, all passers-by."""
        shares = {"supernova": 0.1, "microlensing": 0.1, "variable": 0.0, "asteroid": 1.0, "bogus": 1.0}
        kinds: list[Kind] = []
        for kind, share in MIX.items():
            wanted = self.size * share if first else self.size * share * shares[kind]
            kinds += [kind] * min(max(round(wanted), 1 if share * wanted > 0 else 0), COHORT_SIZE // 5)
        return kinds


def template_has_object(subject: SimObject) -> bool:
    """True where the template image already shows the object: stars are always there, explosions were not."""
    return subject.truth.kind in ("microlensing", "variable")


def template_flux_njy(subject: SimObject, visit: Visit) -> float:
    """Flux of the template under the point-spread function: the star's usual light, or the host's share, in nJy."""
    if template_has_object(subject):
        return _usual_flux(subject, visit.band)
    if subject.host is None:
        return 0.0
    return host_flux_under_psf_njy(subject.host, visit.band, visit.seeing_arcsec)


def host_flux_under_psf_njy(host: Host, band: str, seeing_arcsec: float) -> float:
    """The disc's surface brightness at the supernova times the area of the point-spread function, in nJy.

    Exponential disc: Σ0 = F / (2π h² q); effective area 2.266 FWHM² (Ivezić et al. 2019, eq. 8 and following).
    """
    along = np.cos(host.angle_rad) * host.east_arcsec + np.sin(host.angle_rad) * host.north_arcsec
    across = np.cos(host.angle_rad) * host.north_arcsec - np.sin(host.angle_rad) * host.east_arcsec
    radius = float(np.hypot(along, across / host.axis_ratio)) / host.scale_arcsec
    total = float(flux_njy(np.array(host.magnitude_ab(band))))
    surface = total / (2.0 * np.pi * host.scale_arcsec**2 * host.axis_ratio) * np.exp(-radius)
    return float(min(surface * 2.266 * seeing_arcsec**2, total))


def _usual_flux(subject: SimObject, band: str) -> float:
    """A variable's mean flux over a period; a lensed star's baseline."""
    model = subject.truth.model
    times = np.array([subject.truth.parameters.get("t0_mjd", 60000.0) - 1e6])
    if isinstance(model, PeriodicVariable):
        times = model.epoch_mjd + model.period_d * np.arange(32) / 32.0
    return float(np.mean(flux_njy(model.magnitude_ab(times, band))))
