"""SkyPortal's constraints on follow-up requests: what must not be known near the target for a request to be made."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

from pydantic import Field
from sqlalchemy import ColumnElement, Double, and_, func, or_, select
from sqlalchemy.orm import Session

from app.api.routes import Body
from app.errors import BadInput
from app.portal.objs import in_cone
from app.tables import (
    Assignment,
    Classification,
    FollowupRequest,
    Obj,
    ObjAudience,
    ObjDetail,
    Source,
    Spectrum,
    Trigger,
)
from app.times import mjd_of
from followup.triggers.states import OPEN_TRIGGERS

DEFAULT_RADIUS_ARCSEC = 0.5
PENDING_OR_DONE = (*sorted(OPEN_TRIGGERS), "completed")


class Unmet(BadInput):
    """A constraint of the request does not hold, so nothing was requested."""

    code = "constraint"


class Constraints(Body):
    """When no request is to be made; ``radius`` in arcseconds, ``not_if_tns_reported`` in hours.

    All but the first two look at every object within the radius, as far as the requester may know of it.
    """

    source_group_ids: list[int] | None = None
    not_if_duplicates: bool = False
    ignore_allocation_ids: list[int] | None = None
    ignore_source_group_ids: list[int] | None = None
    not_if_classified: bool = False
    not_if_spectra_exist: bool = False
    not_if_tns_classified: bool = False
    not_if_tns_reported: Annotated[float, Field(ge=0, le=1e6)] | None = None
    not_if_assignment_exists: bool = False
    radius: Annotated[float, Field(gt=0, le=3600)] | None = None


def check(session: Session, obj_id: str, allocation_id: int, asked: Constraints) -> None:
    """Raise :class:`Unmet` for the first constraint that does not hold; two queries, or none without constraints."""
    if not asked.model_dump(exclude_defaults=True, exclude={"radius"}):
        return
    place = session.execute(select(Obj.ra, Obj.dec).where(Obj.id == obj_id)).first()
    if place is None:
        raise BadInput(f"There is no object {obj_id!r} that you may see.", field="obj_id")
    near = select(Obj.id).where(in_cone(place.ra, place.dec, (asked.radius or DEFAULT_RADIUS_ARCSEC) / 3600.0))
    found = list(session.scalars(near))
    tests = _tests(obj_id, allocation_id, found, asked)
    answers = session.execute(select(*(test for _, _, test in tests))).one()
    for (field, sentence, _), holds in zip(tests, answers, strict=True):
        if holds:
            raise Unmet(f"{sentence} Nothing was requested.", field=field)


def _tests(
    obj_id: str, allocation_id: int, near: list[str], asked: Constraints
) -> list[tuple[str, str, ColumnElement[bool]]]:
    tests: list[tuple[str, str, ColumnElement[bool]]] = []
    for group_id in asked.source_group_ids or []:
        saved = select(Source.id).where(Source.obj_id == obj_id, Source.active, Source.holder_id == group_id).exists()
        tests.append(("source_group_ids", f"The source is not saved to the group {group_id}.", ~saved))
    if asked.not_if_duplicates:
        tests.append(("not_if_duplicates", "There is such a request already.", _requested([allocation_id], near)))
    if asked.ignore_allocation_ids:
        named = _requested(asked.ignore_allocation_ids, near)
        tests.append(("ignore_allocation_ids", "One of these allocations was asked already.", named))
    if asked.ignore_source_group_ids:
        groups = Source.holder_id.in_(asked.ignore_source_group_ids)
        kept = select(Source.id).where(Source.obj_id.in_(near), Source.active, groups).exists()
        tests.append(("ignore_source_group_ids", "One of these groups has the source saved.", kept))
    if asked.not_if_classified:
        by_people = select(Classification.id).where(Classification.obj_id.in_(near), ~Classification.ml).exists()
        tests.append(("not_if_classified", "The source is classified.", by_people))
    if asked.not_if_spectra_exist:
        tests.append(("not_if_spectra_exist", "There is a spectrum.", _exists(Spectrum, near)))
    if asked.not_if_assignment_exists:
        tests.append(("not_if_assignment_exists", "It is assigned to an observing run.", _exists(Assignment, near)))
    named_by_tns = and_(ObjDetail.obj_id.in_(near), ObjDetail.tns_name.is_not(None))
    if asked.not_if_tns_classified:
        # The TNS calls what it has classified as a supernova SN, everything else AT.
        sn = func.upper(func.left(ObjDetail.tns_name, 2)) == "SN"
        tests.append(
            (
                "not_if_tns_classified",
                "The TNS has it classified.",
                select(ObjDetail.id).where(named_by_tns, sn).exists(),
            )
        )
    if asked.not_if_tns_reported is not None:
        reported = _known_since(named_by_tns, timedelta(hours=asked.not_if_tns_reported))
        tests.append(("not_if_tns_reported", "The TNS has had it for longer than that.", reported))
    return tests


def _requested(allocation_ids: list[int], near: list[str]) -> ColumnElement[bool]:
    return (
        select(FollowupRequest.id)
        .outerjoin(Trigger, Trigger.id == FollowupRequest.trigger_id)
        .where(
            FollowupRequest.obj_id.in_(near),
            FollowupRequest.allocation_id.in_(allocation_ids),
            or_(Trigger.state.in_(PENDING_OR_DONE), FollowupRequest.status.ilike("%complete%")),
        )
        .exists()
    )


def _exists(table: type[Spectrum] | type[Assignment], near: list[str]) -> ColumnElement[bool]:
    return select(table.id).where(table.obj_id.in_(near)).exists()


def _known_since(named: ColumnElement[bool], ago: timedelta) -> ColumnElement[bool]:
    """Whether one with a TNS name was first detected, or got that name, before then."""
    since = datetime.now(UTC) - ago
    detected = (
        select(ObjAudience.obj_id)
        .where(ObjAudience.obj_id == ObjDetail.obj_id, ObjAudience.first_detected_mjd < mjd_of(since))
        .exists()
    )
    told = ObjDetail.stated["tns_name"].astext.cast(Double) < since.timestamp()
    return select(ObjDetail.id).where(named, or_(detected, told)).exists()
