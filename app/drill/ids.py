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
MAX_SEED = 9_999


def is_simulated_id(lsst_id: int) -> bool:
    """True if a diaObjectId, ssObjectId or diaSourceId is in the range reserved for simulated nights."""
    return lsst_id >= SIMULATED_FROM


def simulated_obj_id(lsst_id: int) -> str:
    """The portal's obj id of a simulated object: `SIM` and the digits after the reserved range's beginning.

    Raises ValueError for an id of a real object.
    """
    if not is_simulated_id(lsst_id):
        raise ValueError(f"{lsst_id} is not in the range of simulated objects")
    return f"{OBJ_ID_PREFIX}{lsst_id - SIMULATED_FROM}"


def object_number(seed: int, index: int) -> int:
    """The diaObjectId (or ssObjectId) of object `index` (0 … 10^11) of a rehearsal's seed (0 … 9999)."""
    return SIMULATED_FROM + seed * 10**11 + index


def source_number(seed: int, night: int, visit: int, row: int) -> int:
    """The diaSourceId of a detection: seed, night (MJD), visit of that night (< 1000), row (< 10^5)."""
    return SIMULATED_SOURCES_FROM + seed * 10**13 + night * 10**8 + visit * 10**5 + row
