"""Reports to be published by a sharing service: wished for here, sent by errands (``app.outbound.sharing``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.access.audiences import intern_groups, my_group_ids
from app.access.history import Change, record
from app.access.outbox import announce
from app.access.principal import Principal
from app.errands import Errand, enqueue
from app.errors import BadInput, Forbidden, NotAvailableHere
from app.portal.finders import target_of
from app.portal.obj_details import details_of
from app.portal.sharing_reports import Judge, choose, points_of
from app.portal.sharing_services import need_service, options_of
from app.tables import Obj, SharingService, SharingServiceGroup, SharingServiceSubmission, User

KIND = "sharing submission"
ERRANDS = {"tns": "sharing.tns", "hermes": "sharing.hermes"}
OPEN = ("pending", "processing", "submitted", "complete")
TESTING = "testing mode, not submitted"
_PLAIN = (
    "id", "created_at", "modified", "sharing_service_id", "obj_id", "custom_publishing_string", "custom_remarks_string",
    "publish_to_tns", "tns_status", "tns_submission_id", "publish_to_hermes", "hermes_status", "archival",
    "archival_comment", "auto_submission", "instrument_ids", "stream_ids", "photometry_options",
)  # fmt: skip


@dataclass(frozen=True)
class Wish:
    """What is to be published, where, and by whom; None leaves the service's own choice."""

    obj_id: str
    service_id: int
    publishers: str
    to_tns: bool
    to_hermes: bool
    remarks: str | None = None
    archival: bool = False
    archival_comment: str | None = None
    instrument_ids: Sequence[int] | None = None
    stream_ids: Sequence[int] | None = None
    photometry_options: dict[str, Any] | None = None
    automatic: bool = False

    @property
    def places(self) -> list[str]:
        """Where it goes: ``tns``, ``hermes``."""
        return [name for name, wanted in (("tns", self.to_tns), ("hermes", self.to_hermes)) if wanted]


def submit(session: Session, principal: Principal, wish: Wish, judge: Judge) -> tuple[int, list[str]]:
    """Wish for a publication; return its id, and what is left out of it and why.

    Raises :class:`NotFound` for an obj that one may not know of, :class:`NotAvailableHere` for a service of other
    groups, :class:`BadInput` for what the service does not publish, for nothing that may be published now, and for an
    obj that was submitted there already.
    """
    target_of(session, wish.obj_id)
    service = need_service(session, wish.service_id)
    values = _checked(service, wish)
    _need_first(session, service.id, wish)
    points = points_of(session, wish.obj_id, values["instrument_ids"], values["stream_ids"])
    judged = judge(session, principal.user_id, points, values["stream_ids"], datetime.now(UTC))
    options = values["photometry_options"]
    chosen = choose(judged, options, wish.archival or (wish.automatic and options["auto_sharing_allow_archival"]))
    values |= _standing(session, principal, service.id)
    values |= {f"{name}_status": "pending" for name in wish.places}
    statement = insert(SharingServiceSubmission).values(**values).returning(SharingServiceSubmission.id)
    made = int(session.execute(statement).scalar_one())
    for name in wish.places:
        enqueue(session, Errand(ERRANDS[name], {"submission_id": made}, str(made), owner_id=principal.user_id))
    after = {"obj_id": wish.obj_id, "sharing_service_id": service.id, "to": wish.places}
    record(session, principal.user_id, Change("create", KIND, made, values["holder_id"], after=after))
    announce(session, "sharing.submission", audience_id=values["audience_id"], obj_id=wish.obj_id)
    return made, chosen.said


def _checked(service: SharingService, wish: Wish) -> dict[str, Any]:
    if not wish.places:
        raise BadInput("Say where to publish: publish_to_tns, publish_to_hermes or both.", field="publish_to_tns")
    for name in wish.places:
        if not getattr(service, f"enable_sharing_with_{name}"):
            raise BadInput("This sharing service does not share there.", field=f"publish_to_{name}")
    if not wish.publishers.strip():
        raise BadInput("Say who publishes.", field="publishers")
    if wish.archival and not (wish.archival_comment or "").strip():
        raise BadInput("Say why there is no earlier limit (archival_comment).", field="archival_comment")
    return {
        "sharing_service_id": service.id,
        "obj_id": wish.obj_id,
        "custom_publishing_string": wish.publishers.strip(),
        "custom_remarks_string": wish.remarks,
        "archival": wish.archival,
        "archival_comment": wish.archival_comment,
        "auto_submission": wish.automatic,
        "publish_to_tns": wish.to_tns,
        "publish_to_hermes": wish.to_hermes,
        "instrument_ids": _among(wish.instrument_ids, service.instrument_ids, "instrument_ids"),
        "stream_ids": _among(wish.stream_ids, service.stream_ids, "stream_ids"),
        "photometry_options": options_of({**service.photometry_options, **(wish.photometry_options or {})}),
    }


def _among(asked: Sequence[int] | None, allowed: Sequence[int], field: str) -> list[int]:
    if not asked:
        return list(allowed)
    for number in asked:
        if number not in allowed:
            raise BadInput(f"The sharing service does not publish data of {number}.", field=field)
    return list(dict.fromkeys(asked))


def _need_first(session: Session, service_id: int, wish: Wish) -> None:
    s = SharingServiceSubmission
    earlier = session.scalars(select(s).where(s.sharing_service_id == service_id, s.obj_id == wish.obj_id)).all()
    for name in wish.places:
        if any(getattr(one, f"{name}_status") in OPEN for one in earlier):
            raise BadInput(f"{wish.obj_id} was submitted there by this service already.", field="obj_id")


def _standing(session: Session, principal: Principal, service_id: int) -> dict[str, int]:
    """Return the columns of a submission's standing: read by the service's groups, held by one of one's own."""
    g = SharingServiceGroup
    groups = list(session.scalars(select(g.group_id).where(g.sharing_service_id == service_id).order_by(g.group_id)))
    mine = set(my_group_ids(session))
    holders = [group for group in groups if group in mine] or (groups if principal.is_admin else [])
    if not holders:
        raise Forbidden("None of your groups has access to this sharing service any more.")
    audience = intern_groups(session, groups)
    return {"audience_id": audience, "holder_id": holders[0], "owner_id": principal.user_id}


@dataclass(frozen=True)
class Asked:
    """Which submissions of a service, and how much of each."""

    service_id: int
    page: int = 1
    per_page: int = 100
    payload: bool = False
    response: bool = False
    obj_id: str | None = None


def page_of(session: Session, principal: Principal, asked: Asked) -> dict[str, Any]:
    """Return a page of a service's submissions, newest first: of the objs that the principal may know of."""
    need_service(session, asked.service_id)
    s = SharingServiceSubmission
    known = s.obj_id.in_(select(Obj.id))
    wanted = [s.sharing_service_id == asked.service_id, known]
    if asked.obj_id is not None:
        wanted.append(s.obj_id == asked.obj_id)
    total = session.scalar(select(func.count()).select_from(s).where(*wanted))
    query = select(s).where(*wanted).order_by(s.id.desc())
    rows = session.scalars(query.limit(asked.per_page).offset((asked.page - 1) * asked.per_page)).all()
    names = details_of(session, {row.obj_id for row in rows})
    return {
        "sharing_service_id": asked.service_id,
        "submissions": [_said(row, principal, names, asked) for row in rows],
        "pageNumber": asked.page,
        "numPerPage": asked.per_page,
        "totalMatches": total or 0,
    }


def one(session: Session, principal: Principal, service_id: int, submission_id: int) -> dict[str, Any]:
    """Return a submission with its payload and answers; raise :class:`NotAvailableHere`."""
    need_service(session, service_id)
    s = SharingServiceSubmission
    mine = (s.id == submission_id, s.sharing_service_id == service_id, s.obj_id.in_(select(Obj.id)))
    row = session.scalars(select(s).where(*mine)).first()
    if row is None:
        raise NotAvailableHere("There is no such submission of this sharing service that you may read.")
    return _said(row, principal, details_of(session, [row.obj_id]), Asked(service_id, payload=True, response=True))


def _said(
    row: SharingServiceSubmission, principal: Principal, names: dict[str, dict[str, Any]], asked: Asked
) -> dict[str, Any]:
    said = {name: getattr(row, name) for name in _PLAIN} | {"user_id": row.owner_id}
    said["tns_name"] = names.get(row.obj_id, {}).get("tns_name")
    # What has not been published may be photometry that only its submitter may read.
    own = row.owner_id == principal.user_id or principal.is_admin
    if asked.payload:
        said["tns_payload"] = row.tns_payload if own or row.tns_status in ("submitted", "complete") else None
    if asked.response:
        said |= {"tns_response": row.tns_response, "hermes_response": row.hermes_response} if own else {}
    return said


def publisher_of(user: User) -> str:
    """Return how a report names a person."""
    name = " ".join(part for part in (user.first_name, user.last_name) if part) or user.username
    affiliations = [a.strip() for a in user.affiliations if a.strip()]
    return f"{name} ({', '.join(affiliations)})" if affiliations else name
