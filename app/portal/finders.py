"""Finder charts and offset stars of sources, from what is known now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.blobs import BlobStore
from app.config import Sky
from app.errors import BadInput, NotAvailableHere, NotFound
from app.portal.objs import in_cone
from app.portal.sky_lookups import Question, Told, ask
from app.sky import fields
from app.sky.finder import PIXELS, Chart, draw
from app.sky.images import Grey, picture
from app.sky.starlist import GAIA_EPOCH, Star, Wish, choose, starlist
from app.tables import Assignment, Obj, ObservingRun

MOST_NEARBY = 20
J2000 = datetime.fromisoformat("2000-01-01T12:00:00+00:00")
YEAR_S = 365.25 * 86400.0


@dataclass(frozen=True)
class Services:
    """What charts are made with: which services are set up, and where their answers are."""

    settings: Sky
    blobs: BlobStore


@dataclass(frozen=True)
class Target:
    """What a chart is of: ICRS degrees."""

    name: str
    ra: float
    dec: float


@dataclass(frozen=True)
class Look:
    """How a chart is to look; ``anew`` fetches image and stars again."""

    wish: Wish
    size_arcmin: float
    source: str
    kind: Literal["png", "pdf"]
    anew: bool = False


@dataclass(frozen=True)
class Offsets:
    """A star list and where it comes from."""

    lines: list[dict[str, Any]]
    stars: list[Star]
    adql: str
    told: Told


def year_of(time: datetime) -> float:
    """Return a time as a Julian year."""
    return 2000.0 + (time - J2000).total_seconds() / YEAR_S


def target_of(session: Session, obj_id: str) -> Target:
    """Return a source's position; raise :class:`NotFound`, alike for one that is missing and one that is unreadable."""
    found = session.execute(select(Obj.id, Obj.ra, Obj.dec).where(Obj.id == obj_id)).first()
    if found is None:
        raise NotFound("There is no source of this name that you may read.")
    return Target(found.id, found.ra, found.dec)


def offsets(
    session: Session, principal: Principal, services: Services, target: Target, wish: Wish, *, anew: bool = False
) -> Offsets:
    """Return the offset stars that are known by now, nearest first, and the star list."""
    adql = fields.stars_adql(target.ra, target.dec, wish)
    told = Told(words="None were asked for.")
    if wish.count:
        question = Question("stars", {"adql": adql}, services.settings.gaia_tap)
        told = ask(session, principal, question, services.settings.kept_days, anew=anew)
    stars = choose(fields.stars_of(told.answer["rows"]), target.ra, target.dec, wish) if told.answer else []
    return Offsets(starlist(target.name, target.ra, target.dec, stars, wish.facility), stars, adql, told)


def chart(
    session: Session, principal: Principal, services: Services, target: Target, look: Look
) -> tuple[bytes, list[dict[str, Any]]]:
    """Return the finder chart as a file, and its star list."""
    listed = offsets(session, principal, services, target, look.wish, anew=look.anew)
    image, words = _image(session, principal, services, target, look)
    said = [f"Offset stars: {listed.told.words}"] if look.wish.count and not listed.told.known else []
    drawing = Chart(
        name=target.name,
        ra=target.ra,
        dec=target.dec,
        size_arcmin=look.size_arcmin,
        image=image,
        image_words=words,
        stars=listed.lines,
        nearby=_nearby(session, target, look.size_arcmin),
        said=said,
    )
    return draw(drawing, look.kind), listed.lines


def _image(
    session: Session, principal: Principal, services: Services, target: Target, look: Look
) -> tuple[Grey | None, str]:
    where = {"ra": target.ra, "dec": target.dec, "size_arcmin": look.size_arcmin}
    settings = services.settings
    address = (settings.ps1_images if look.source == "ps1" else None) or settings.hips_images
    told = ask(
        session, principal, Question("image", where | {"source": look.source}, address), settings.kept_days,
        anew=look.anew,
    )  # fmt: skip
    if told.blob is None:
        return None, f"No image ({look.source}): {told.words}"
    try:
        found = picture(services.blobs.get(told.blob), target.ra, target.dec, look.size_arcmin, PIXELS)
    except (NotFound, BadInput) as error:
        return None, f"No image ({look.source}): {error.message}"
    return found, f"Image: {look.source} ({fields.IMAGES[look.source]})"


def _nearby(session: Session, target: Target, size_arcmin: float) -> Sequence[tuple[str, float, float]]:
    """Return the other sources in the field that the principal may know of."""
    near = in_cone(target.ra, target.dec, size_arcmin / 60.0 * 0.71)
    query = select(Obj.id, Obj.ra, Obj.dec).where(near, Obj.id != target.name).order_by(Obj.id).limit(MOST_NEARBY)
    return [(name, ra, dec) for name, ra, dec in session.execute(query)]


def gaia_star(
    session: Session, principal: Principal, services: Services, release: str, source_id: str, year: float
) -> tuple[Target | None, str]:
    """Return where a star of Gaia is at a time, or None and a sentence while it is not known."""
    name = f"{release} {source_id}"
    question = Question("star", {"adql": fields.star_adql(release, source_id)}, services.settings.gaia_tap)
    told = ask(session, principal, question, services.settings.kept_days)
    if told.answer is None:
        return None, f"The position of {name} is not known here. {told.words}"
    rows = [{"phot_rp_mean_mag": 99.0, **{k: v for k, v in r.items() if v is not None}} for r in told.answer["rows"]]
    stars = fields.stars_of([{"ref_epoch": GAIA_EPOCH, **row} for row in rows])
    if not stars:
        return None, f"There is no star {name}."
    there = stars[0].at(year)
    return Target(name, there.ra, there.dec), ""


def assigned(session: Session, run_id: int, obj_id: str) -> str:
    """Return what the assignment of an obj to an observing run says; raise :class:`NotAvailableHere` for none."""
    query = (
        select(Assignment.priority, Assignment.comment)
        .join(ObservingRun, ObservingRun.id == Assignment.run_id)
        .where(Assignment.run_id == run_id, Assignment.obj_id == obj_id)
    )
    found = session.execute(query).first()
    if found is None:
        raise NotAvailableHere(
            "This source is not assigned to an observing run of this id that you may read.", field="observing_run_id"
        )
    comment = " ".join((found.comment or "").split())
    return f"priority={found.priority}" + (f" comment={comment}" if comment else "")
