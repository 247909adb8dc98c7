"""Errands that ask the services of the sky what finder charts need."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.errands.kinds import Desk, GiveUp, Job, Kind, Result
from app.portal.sky_lookups import ERRAND
from app.sky import fields, tap
from app.sky.images import picture
from app.tables import SkyLookup

GAIA = "The Gaia service"
IMAGES = "The image service"


def run(desk: Desk, job: Job) -> Result:
    """Answer one look-up."""
    with desk.reading(job) as session:
        row = session.scalars(select(SkyLookup).where(SkyLookup.id == job.payload["lookup_id"])).first()
    if row is None:
        return Result(note="Nobody waits for it any more.")
    if row.kind == "image":
        blob = desk.context.blobs.put(_image(desk, row.question))
        return _keep(row.id, blob=blob)
    address = desk.context.settings.sky.gaia_tap
    if address is None:
        raise GiveUp("No Gaia service is set up here.")
    reply = desk.outside.send(tap.question(address, row.question["adql"]), chosen_by="operator")
    return _keep(row.id, answer={"rows": tap.rows(reply, GAIA)})


def _image(desk: Desk, asked: dict[str, Any]) -> bytes:
    settings = desk.context.settings.sky
    where = (asked["ra"], asked["dec"], asked["size_arcmin"])
    if asked["source"] == "ps1" and settings.ps1_images is not None:
        listed = desk.outside.send(fields.ps1_files(settings.ps1_images, *where[:2]), chosen_by="operator")
        tap.need_ok(listed, IMAGES)
        name = fields.ps1_name(listed.text(20_000))
        if name is None:
            raise GiveUp("PanSTARRS has no image of this part of the sky.")
        message = fields.ps1_image(settings.ps1_images, name, *where)
    elif settings.hips_images is not None:
        message = fields.hips_image(settings.hips_images, asked["source"], *where)
    else:
        raise GiveUp("No image service is set up here.")
    reply = desk.outside.send(message, chosen_by="operator")
    tap.need_ok(reply, IMAGES)
    # What cannot be drawn is no answer: better known now than with each chart.
    picture(reply.content, *where, fields.PIXELS)
    return reply.content


def _keep(lookup_id: int, **found: Any) -> Result:
    values = {"answer": None, "blob": None, **found, "found_at": datetime.now(UTC), "trouble": None}

    def write(session: Session) -> None:
        session.execute(update(SkyLookup).where(SkyLookup.id == lookup_id).values(**values))

    return Result(write, "The answer is here.")


def gave_up(session: Session, job: Job, reason: str) -> None:
    """Say why there is no answer; an older one stays."""
    lookup_id = job.payload["lookup_id"]
    session.execute(update(SkyLookup).where(SkyLookup.id == lookup_id).values(trouble=reason))


KINDS = (Kind(ERRAND, run, gave_up, limit=3),)
