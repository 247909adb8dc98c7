"""What is really in the rehearsed sky: objects with true brightness, and the catalogue that processes share
as a file.

The simulated night writes the catalogue; the simulated observatories read it, so that follow-up photometry
continues the very light curve that the alerts began. No database is involved, on purpose: an observatory is
a separate party.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from app.drill import models
from app.errors import BadInput

Array = NDArray[np.float64]
Kind = Literal["supernova", "microlensing", "variable", "asteroid", "bogus"]


class TruthObject(BaseModel):
    """One object of the rehearsed sky. `parameters` are those of the kind's model in `app.drill.models`.

    A supernova whose parameters have `t_explosion_mjd` is a core-collapse one; otherwise it is a type Ia.
    `subtype` is what a spectrum would say (`SN Ia`, `RR Lyrae ab` …) and only for people. `host_mag_r` (AB,
    r) is the galaxy below, if any. An asteroid is at ra_deg, dec_deg at its `epoch_mjd`.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    ra_deg: float
    dec_deg: float
    kind: Kind
    parameters: dict[str, float] = {}
    subtype: str = ""
    host_mag_r: float | None = None

    @cached_property
    def model(self) -> models.LightCurve:
        """The light-curve model with these parameters. Raises BadInput if they do not fit the kind."""
        chosen: type[BaseModel]
        if self.kind == "supernova":
            plateau = "t_explosion_mjd" in self.parameters
            chosen = models.CoreCollapseSupernova if plateau else models.TypeIaSupernova
        else:
            chosen = _MODELS[self.kind]
        try:
            made = chosen.model_validate(self.parameters)
        except ValidationError as error:
            raise BadInput(
                f"The parameters of {self.id} do not describe a {self.kind}: {error}", field="parameters"
            ) from error
        return made  # type: ignore[return-value]

    def magnitude_ab(self, mjd_utc: Array, band: str) -> Array:
        """True AB magnitudes at times in UTC MJD, in band u g r i z or y; inf where nothing is there.

        Raises BadInput for another band.
        """
        if band not in models.BANDS:
            raise BadInput(f"There is no band {band!r}; use one of {' '.join(models.BANDS)}.", field="band")
        return self.model.magnitude_ab(np.asarray(mjd_utc, dtype=np.float64), band)

    def position_deg(self, mjd_utc: float) -> tuple[float, float]:
        """(ra, dec) in degrees at a time in UTC MJD; it changes for asteroids only."""
        if not isinstance(self.model, models.Asteroid):
            return self.ra_deg, self.dec_deg
        east_deg, north_deg = self.model.offset_deg(mjd_utc)
        dec_deg = self.dec_deg + north_deg
        return (self.ra_deg + east_deg / np.cos(np.radians(dec_deg))) % 360.0, dec_deg


_MODELS: dict[str, type[BaseModel]] = {
    "microlensing": models.Microlensing,
    "variable": models.PeriodicVariable,
    "asteroid": models.Asteroid,
    "bogus": models.Bogus,
}
_OBJECTS = TypeAdapter(tuple[TruthObject, ...])


class TruthCatalogue:
    """The objects of a rehearsed sky, with a search by position."""

    def __init__(self, objects: Iterable[TruthObject]) -> None:
        self.objects: tuple[TruthObject, ...] = tuple(objects)
        self._fixed = _unit_vectors(
            np.array([o.ra_deg for o in self.objects]), np.array([o.dec_deg for o in self.objects])
        )
        self._movers = [o.kind == "asteroid" for o in self.objects]

    @classmethod
    def load(cls, path: Path) -> TruthCatalogue:
        """Read a catalogue that `save` wrote. Raises FileNotFoundError, or BadInput for other contents."""
        try:
            return cls(_OBJECTS.validate_json(path.read_bytes()))
        except ValidationError as error:
            raise BadInput(f"{path} is not a catalogue of truth objects: {error}", field="path") from error

    def save(self, path: Path) -> None:
        """Write the catalogue as JSON, atomically: a reader sees the old file or the new one, never half."""
        write_atomically(path, _OBJECTS.dump_json(self.objects))

    def nearest(
        self, ra_deg: float, dec_deg: float, radius_arcsec: float = 2.0, mjd_utc: float | None = None
    ) -> TruthObject | None:
        """The object nearest to a position (degrees) within a radius (arcsec), or None.

        With `mjd_utc`, asteroids are where they are at that time; without it, where they are at their
        epoch.
        """
        if not self.objects:
            return None
        vectors = self._fixed
        if mjd_utc is not None and any(self._movers):
            places = np.array([o.position_deg(mjd_utc) for o in self.objects])
            vectors = _unit_vectors(places[:, 0], places[:, 1])
        target = _unit_vectors(np.array([ra_deg]), np.array([dec_deg]))[0]
        # the chord, not the arc cosine of the scalar product: accurate at small separations
        chords = np.linalg.norm(vectors - target, axis=1)
        best = int(np.argmin(chords))
        separation_arcsec = np.degrees(2.0 * np.arcsin(min(float(chords[best]) / 2.0, 1.0))) * 3600.0
        return self.objects[best] if separation_arcsec <= radius_arcsec else None


def demo_truth_path(var: Path) -> Path:
    """Return the file with the truth of the demo's own source, beside the night's ``truth.json``."""
    return var / "drill" / "demo.json"


def _unit_vectors(ra_deg: Array, dec_deg: Array) -> Array:
    ra, dec = np.radians(ra_deg), np.radians(dec_deg)
    return np.stack([np.cos(dec) * np.cos(ra), np.cos(dec) * np.sin(ra), np.sin(dec)], axis=-1)


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that a reader, or a crash, sees the old file or the new one, never half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
