"""Releases that take every source of their group: published when one is saved, in the name of the release's maker."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.errands.kinds import Desk, Job, Kind, Result
from app.publications import public_pages


def publish(_desk: Desk, job: Job) -> Result:
    """Publish a source; where a policy forbids it, the errand is given up with the policy's name."""

    def write(session: Session) -> None:
        if job.owner_id is not None:
            wanted = public_pages.Publication(job.payload["obj_id"], {}, job.payload["release_id"], auto=True)
            public_pages.publish(session, job.owner_id, wanted)

    return Result(write)


KINDS = (Kind("page.auto", publish),)
