"""The identifiers that belong to rehearsed nights, so that nobody can take a simulated object for a real
one.

LSST's identifiers are signed 64-bit numbers; real diaObjectId and diaSourceId values are about 1.7e17 to
3e17. Skyrelay reserves everything from 9.0e18 up for simulations: 19 digits that begin with a 9.
"""

from __future__ import annotations

SIMULATED_FROM = 9_000_000_000_000_000_000
SIMULATED_SOURCES_FROM = 9_100_000_000_000_000_000
SURVEY_NAME = "LSST (simulated)"
OBJ_ID_PREFIX = "SIM"
ALERT_TENSE = "test"
MAX_SEED = 99


def is_simulated_id(lsst_id: int) -> bool:
    """True if a diaObjectId, ssObjectId or diaSourceId is in the range reserved for simulated nights."""
    return lsst_id >= SIMULATED_FROM


def simulated_obj_id(lsst_id: int) -> str:
    """The portal's obj id of a simulated object: `SIM`, then seed (2 digits), epoch (5) and index (6).

    Raises ValueError for the id of a real object.
    """
    if not is_simulated_id(lsst_id):
        raise ValueError(f"{lsst_id} is not in the range of simulated objects")
    return f"{OBJ_ID_PREFIX}{lsst_id - SIMULATED_FROM:013d}"


def object_number(seed: int, epoch: int, index: int) -> int:
    """The diaObjectId (or ssObjectId) of an object: seed (0 … 99), epoch (MJD), index (< 10^6)."""
    return SIMULATED_FROM + (seed * 10**5 + epoch) * 10**6 + index


def source_number(rehearsal: tuple[int, int], night: int, slot: int, index: int) -> int:
    """The diaSourceId of one measurement of one object.

    `rehearsal` is (seed, epoch); the night counts from 100 nights before the epoch, modulo 1000; slot < 1000;
    of the object's index the last four digits are used: no two objects of one visit share them.
    """
    seed, epoch = rehearsal
    night_number = (night - epoch + 100) % 1000
    measurement = ((seed * 10**5 + epoch) * 10**3 + night_number) * 10**3 + slot
    return SIMULATED_SOURCES_FROM + measurement * 10**4 + index % 10**4
