"""The demo's own source: a type Ia supernova followed for two months, of which the partner sees the first."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
from astropy.time import Time
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.access.audiences import intern_groups
from app.demo import cast
from app.drill.truth import TruthObject
from app.policies import evaluate
from app.portal.magnitudes import AB_ZP
from app.portal.objs import NewObj, ensure_objs
from app.portal.photometry import PointRow, insert_points
from app.portal.visibility import Standing
from app.tables import Allocation, Comment, PolicyVersion, Source

RA_DEG, DEC_DEG = 62.18, -21.44
SPAN_D = 54
PEAK_D = 38.0
"""Days ago that it peaked."""
CADENCE_D = 3
NOISE = 0.02
SEED = 20_26


def seed_source(
    session: Session,
    groups: Mapping[str, int],
    users: Mapping[str, int],
    allocation_ids: Sequence[int],
    version_id: int,
) -> TruthObject:
    """Make the source with follow-up photometry under the policy: what is due to the partner is released already.

    Returns what is really there, so that the simulated observatories go on where the light curve ends.
    """
    owner, holder = users["demo-scanner"], groups[cast.TRANSIENTS]
    altdata = {"simulated": True, "alert_tense": "test"}
    own = intern_groups(session, [holder])
    standings = (Standing(own, holder, owner),)
    made = NewObj(cast.SOURCE, RA_DEG, DEC_DEG, origin="demo", altdata=altdata, standings=standings)
    ensure_objs(session, [made], owner)
    held = {"obj_id": cast.SOURCE, "holder_id": holder, "owner_id": owner, "audience_id": own}
    session.execute(insert(Source).values(**held))
    session.execute(
        insert(Comment).values(**held, text="Simulated: the demo's own supernova, to try policies and publications on.")
    )
    version = session.get_one(PolicyVersion, version_id)
    pairs = select(Allocation.id, Allocation.instrument_id).where(Allocation.id.in_(allocation_ids))
    instruments = {row.id: row.instrument_id for row in session.execute(pairs)}
    now = datetime.now(UTC)
    truth = _truth(now)
    rng = np.random.default_rng(SEED)
    rows: list[PointRow] = []
    for index, ago in enumerate(range(SPAN_D, 1, -CADENCE_D)):
        allocation_id = allocation_ids[index % len(allocation_ids)]
        observed = now - timedelta(days=ago, minutes=index)
        decision = evaluate.audience_for(session, version, holder, observed, now)
        for band in "gri":
            mjd = float(Time(observed).utc.mjd)
            magnitude = float(truth.magnitude_ab(np.array([mjd]), band)[0]) + float(rng.normal(0.0, NOISE))
            flux = 10 ** (0.4 * (AB_ZP - magnitude))
            rows.append(
                PointRow(
                    obj_id=cast.SOURCE,
                    instrument_id=instruments[allocation_id],
                    mjd=mjd,
                    filter=f"sdss{band}",
                    flux=flux,
                    fluxerr=flux * NOISE * math.log(10) / 2.5,
                    audience_id=decision.audience_id,
                    holder_id=holder,
                    owner_id=owner,
                    upload_id="demo",
                    origin="skyrelay:demo",
                    altdata={"simulated": True},
                    time_scale="utc",
                    policy_version_id=version.id,
                )
            )
    insert_points(session, rows)
    return truth


def _truth(now: datetime) -> TruthObject:
    peak_mjd = float(Time(now - timedelta(days=PEAK_D)).utc.mjd)
    return TruthObject(
        id=cast.SOURCE,
        ra_deg=RA_DEG,
        dec_deg=DEC_DEG,
        kind="supernova",
        subtype="SN Ia",
        parameters={"t_peak_mjd": peak_mjd, "redshift": 0.03},
    )
