"""Earth orientation from packaged tables only: nothing is downloaded at run time."""

from __future__ import annotations

import warnings
from functools import cache


@cache
def use_packaged_tables() -> None:
    """Make astropy use the IERS-A table of ``astropy-iers-data``, and never download one.

    After the end of the table astropy carries on with its last values: UT1 - UTC stays below 0.9 s by definition
    (IERS Conventions 2010, TN 36), so that an altitude is then wrong by at most 0.004 degrees.
    """
    import astropy_iers_data  # type: ignore[import-untyped]
    from astropy.utils import iers

    iers.conf.auto_download = False
    iers.conf.auto_max_age = None
    iers.conf.iers_degraded_accuracy = "ignore"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        iers.earth_orientation_table.set(iers.IERS_A.open(astropy_iers_data.IERS_A_FILE))
