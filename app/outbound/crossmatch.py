"""Errands that ask catalogues, the Minor Planet Center and the TNS about a source, and keep what they hear as notes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.config import Sharing
from app.errands.kinds import Desk, GiveUp, Job, Kind, Result
from app.errands.outside import Message, Reply
from app.policies.planner import planner
from app.portal.annotations import NEW, AnnotationRow, upsert
from app.portal.crossmatch import CATALOG, MINOR_PLANETS, TNS, addresses
from app.portal.finders import Target, target_of, year_of
from app.portal.note_terms import placed
from app.portal.obj_details import Statement, details_of, standing_of_change, state
from app.portal.visibility import default_groups, for_groups
from app.sky import minor_planets, tns
from app.sky.catalogs import CATALOGUES, Wanted
from app.sky.starlist import offsets_arcsec
from app.tables import User

MOST_NAMES = 5
"""Of so many objects of the TNS near a source it is looked which is the nearest."""


def _principal(session: Session, job: Job) -> Principal:
    assert job.owner_id is not None
    name = session.scalar(select(User.username).where(User.id == job.owner_id))
    return Principal(job.owner_id, name or "", frozenset())


def _target(desk: Desk, job: Job) -> Target:
    with desk.reading(job) as session:
        return target_of(session, job.payload["obj_id"])


def catalog(desk: Desk, job: Job) -> Result:
    """Cross-match a source; each match becomes an annotation, the nearest under the catalogue's own name."""
    service, asked = job.payload["service"], job.payload["asked"]
    target = _target(desk, job)
    address = addresses(desk.context.settings)[service]
    if address is None:
        raise GiveUp("This service is not set up here.")

    def ask(message: Message) -> Reply:
        return desk.outside.send(message, chosen_by="operator")

    wanted = Wanted(target.ra, target.dec, address, **asked, year=year_of(datetime.now(UTC)))
    matches = CATALOGUES[service](ask, wanted)

    def write(session: Session) -> None:
        _annotate(session, job, asked["catalog"], matches)

    return Result(write, f"{len(matches)} matches." if matches else "Nothing is there.")


def _annotate(session: Session, job: Job, origin: str, matches: list[dict[str, Any]]) -> None:
    obj_id = job.payload["obj_id"]
    # Seen again with the rights of now: they may have ended while the service was asked.
    target_of(session, obj_id)
    principal = _principal(session, job)
    groups = job.payload["group_ids"] or default_groups(session, principal, obj_id)
    standing = for_groups(session, principal, groups)
    readers, _ = placed(session, "annotation", obj_id, standing, groups, planner(datetime.now(UTC)))
    rows = [
        AnnotationRow(obj_id, origin if n == 1 else f"{origin} {n}", match, **readers)
        for n, match in enumerate(matches, start=1)
    ]
    if upsert(session, rows):
        after = {"obj_id": obj_id, "origin": origin, "matches": len(rows)}
        change = Change("create", "annotation", obj_id, standing.holder_id, after=after, why="cross-match")
        record(session, principal.user_id, change)
        announce(session, NEW, audience_id=readers["audience_id"], obj_id=obj_id)


def planets(desk: Desk, job: Job) -> Result:
    """Ask whether a known minor planet was there; if so, state it of the source."""
    target, asked = _target(desk, job), job.payload["asked"]
    address = desk.context.settings.sky.minor_planets
    if address is None:
        raise GiveUp("This service is not set up here.")
    limits = (asked["obscode"], asked["limiting_magnitude"], asked["search_radius"])
    when = datetime.fromisoformat(asked["date"])
    message = minor_planets.question(address, (target.ra, target.dec), when, limits)
    names = minor_planets.names_of(desk.outside.send(message, chosen_by="operator"))
    if not names:
        return Result(note="No known minor planet is there.")

    def write(session: Session) -> None:
        aliases = details_of(session, [target.name]).get(target.name, {}).get("alias") or []
        values = {
            "is_roid": True,
            "mpc_name": names[0],
            "alias": [*aliases, *(n for n in names[:1] if n not in aliases)],
        }
        _state(session, job, values, "Minor Planet Center")

    return Result(write, f"{names[0]} is there.")


def bot_of(settings: Sharing) -> tns.Bot:
    """Return the portal's own bot; raise :class:`GiveUp` where it is not set up."""
    if None in (settings.tns, settings.tns_bot_id, settings.tns_bot_name, settings.tns_key):
        raise GiveUp("The TNS is not set up here.")
    return tns.Bot(settings.tns or "", settings.tns_bot_id or 0, settings.tns_bot_name or "", settings.tns_key or "")


def nearest_name(desk: Desk, bot: tns.Bot, target: Target, radius_arcsec: float) -> str | None:
    """Return the name (with its prefix) of the object of the TNS nearest to a source, if there is one."""
    asked = bot.search(ra=str(target.ra), dec=str(target.dec), radius=str(radius_arcsec), units="arcsec")
    names = tns.found(tns.told(desk.outside.send(asked, chosen_by="operator")))
    if len(names) < 2:
        return " ".join(names[0]) if names else None
    distances = []
    for prefix, name in names[:MOST_NAMES]:
        where = tns.place(tns.told(desk.outside.send(bot.object(name), chosen_by="operator")))
        east, north = offsets_arcsec(target.ra, target.dec, *where) if where else (radius_arcsec, radius_arcsec)
        distances.append((east * east + north * north, f"{prefix} {name}"))
    return min(distances)[1]


def name_of(desk: Desk, job: Job) -> Result:
    """Ask the TNS for a source's name; state it where there is one."""
    target = _target(desk, job)
    name = nearest_name(desk, bot_of(desk.context.settings.sharing), target, job.payload["radius_arcsec"])
    if name is None:
        return Result(note="The TNS knows of nothing there.")
    return Result(lambda session: _state(session, job, {"tns_name": name}, "TNS"), f"It is {name}.")


def _state(session: Session, job: Job, values: dict[str, Any], why: str) -> None:
    state_of(session, _principal(session, job), job.payload["obj_id"], values, why)


def state_of(session: Session, principal: Principal, obj_id: str, values: dict[str, Any], why: str) -> None:
    """State what was heard of a source, for the principal's groups that have it saved."""
    target_of(session, obj_id)
    standing = standing_of_change(session, principal, obj_id)
    state(session, [Statement(obj_id, values, standing)], anew=True)
    record(session, principal.user_id, Change("update", "obj", obj_id, standing.holder_id, after=values, why=why))
    announce(session, "source.changed", audience_id=standing.audience_id, obj_id=obj_id)


KINDS = (
    Kind(CATALOG, catalog, limit=4),
    Kind(MINOR_PLANETS, planets, limit=4),
    Kind(TNS, name_of, limit=6, first_wait_s=10.0, at_once=1),
)
