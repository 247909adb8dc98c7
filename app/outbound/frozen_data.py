"""Making frozen data sets: long work outside of any request, in the name of whoever asked."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.errands.kinds import Desk, Job, Kind, Result, act_as
from app.publications import data_sets
from app.publications.bundle import bundle
from app.publications.frozen_rows import collect
from app.tables import FrozenDataSet, Publication

LONGEST_S = 3600.0


def run(desk: Desk, job: Job) -> Result:
    """Read the rows in one state of the database, make the file, keep it; a run that was killed is begun anew."""
    data_set_id, maker_id = int(job.payload["data_set_id"]), job.owner_id or 0

    def progress(part: float) -> None:
        with desk.context.transaction() as session:
            act_as(session, maker_id)
            # Packing and keeping it is the last tenth.
            data_sets.progress(session, data_set_id, part * 0.9)

    with desk.reading(job) as session:
        data_set = session.get_one(FrozenDataSet, data_set_id)
        if data_set.state == "done":
            return Result(note="It was made before.")
        publication = session.get_one(Publication, data_set.publication_id)
        frozen = collect(session, publication, maker_id, progress)
        manifest = data_sets.manifest_of(session, data_set, publication, frozen)
    content, complete = bundle(frozen.tables, manifest, data_set.created_at)
    blob = desk.context.blobs.put(content)

    def write(session: Session) -> None:
        data_sets.keep(session, data_set_id, blob, len(content), complete, frozen)

    return Result(write, f"Frozen: {len(content)} bytes.")


def gave_up(session: Session, job: Job, reason: str) -> None:
    """Say with the data set why there is none."""
    data_sets.fail(session, int(job.payload["data_set_id"]), reason)


KINDS = (Kind(data_sets.KIND, run, gave_up, timeout_s=LONGEST_S, at_once=1),)
