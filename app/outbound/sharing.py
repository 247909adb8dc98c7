"""Errands that publish: reports to the TNS, messages to Hermes, and sources that publish of themselves.

Nothing is sent twice. Before anything leaves, the row says so and is committed; a run that finds it said, without an
answer, looks for the report at the other side, and sends again only when it is not there after ``SETTLE``.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.access.history import Change, record
from app.access.principal import Principal
from app.access.reads import Read, Reads
from app.errands.kinds import Desk, GiveUp, Job, Kind, Result, TryAgain, act_as
from app.errors import BadInput, SkyrelayError
from app.outbound.crossmatch import nearest_name, state_of
from app.policies.publishable import judge
from app.policies.takings import take
from app.portal.finders import Target, target_of
from app.portal.sharing_reports import Point, choose, instruments_of, limit_of, points_of
from app.portal.sharing_submissions import KIND, TESTING, Wish, publisher_of, submit
from app.sky import reports, tns
from app.sky.reports import Discovery, Reported
from app.tables import (
    SharingService,
    SharingServiceAutoPublisher,
    SharingServiceCoauthor,
    SharingServiceGroup,
    SharingServiceSecret,
    SharingServiceSubmission,
    User,
)

SETTLE = timedelta(minutes=3)
"""How long the other side may take to show what it was sent."""
REPLY_AFTER_S = 1.5
"""When the TNS is asked first what became of a report; it takes seconds, as a rule."""
SAME_PLACE_ARCSEC = 2.0
_DONE = ("complete", TESTING)


@dataclass(frozen=True)
class Order:
    """A submission with what the service knows: its row, the service, its key, who is named beside the publisher."""

    row: SharingServiceSubmission
    service: SharingService
    key: str
    coauthors: list[str]


def _order(desk: Desk, job: Job) -> Order:
    number = job.payload["submission_id"]
    with desk.context.transaction() as session:
        row = session.get(SharingServiceSubmission, number)
        service = session.get(SharingService, row.sharing_service_id) if row is not None else None
        if row is None or service is None:
            raise GiveUp("The submission was deleted.")
        sealed = session.get(SharingServiceSecret, service.id)
        secret = json.loads(desk.context.vault.decrypt(sealed.ciphertext)) if sealed is not None else {}
        c = SharingServiceCoauthor
        named = select(User).join(c, c.user_id == User.id).where(c.sharing_service_id == service.id).order_by(c.id)
        coauthors = [publisher_of(user) for user in session.scalars(named)]
    return Order(row, service, str(secret.get("api_key") or ""), coauthors)


def _discovery(desk: Desk, job: Job, order: Order) -> tuple[Discovery, list[str], Reads]:
    """Return what is reported, as the submitter may publish it now; raise :class:`BadInput` where that is nothing."""
    row = order.row
    with desk.reading(job) as session:
        target = target_of(session, row.obj_id)
        points = points_of(session, row.obj_id, row.instrument_ids, row.stream_ids)
        judged = judge(session, row.owner_id, points, row.stream_ids, datetime.now(UTC))
        archival = row.archival or (
            row.auto_submission and bool(row.photometry_options.get("auto_sharing_allow_archival", True))
        )
        chosen = choose(judged, row.photometry_options, archival)
        places = instruments_of(session, [p.instrument_id for p in points])
    reporters = ", ".join(dict.fromkeys([row.custom_publishing_string, *order.coauthors]))
    remarks = " ".join(filter(None, (row.custom_remarks_string, order.service.acknowledgments)))
    return (
        Discovery(
            name=target.name,
            ra=target.ra,
            dec=target.dec,
            reporters=reporters,
            remarks=remarks,
            points=[_reported(point, places) for point in chosen.detections],
            before=_reported(chosen.before, places) if chosen.before else None,
            archival=row.archival_comment,
        ),
        chosen.said,
        _used(row.obj_id, [*chosen.detections, *filter(None, [chosen.before])]),
    )


def _used(obj_id: str, points: list[Point]) -> Reads:
    versions = [(p.holder_id, p.policy_version_id) for p in points]
    return Counter(Read("photometry", obj_id, holder, version) for holder, version in versions if version is not None)


def _account(desk: Desk, order: Order, reads: Reads, way: str) -> None:
    """Record the use of others' rows before anything leaves: what was not recorded is not sent."""
    with desk.context.transaction() as session:
        act_as(session, order.row.owner_id)
        take(session, reads, way)


def _reported(point: Point, places: dict[int, tuple[str, str, int | None]]) -> Reported:
    name, telescope, number = places[point.instrument_id]
    mag = magerr = None
    if point.detected and point.flux is not None:
        mag, magerr = reports.magnitude(point.flux, point.fluxerr)
    return Reported(point.mjd, point.filter, mag, magerr, limit_of(point), name, telescope, number)


def _set(desk: Desk, order: Order, seen: dict[str, Any], **values: Any) -> None:
    """Write down a step at once, unless another run has taken it; that one goes on then."""
    s = SharingServiceSubmission
    same = [getattr(s, name).is_not_distinct_from(value) for name, value in seen.items()]
    with desk.context.transaction() as session:
        done = session.execute(update(s).where(s.id == order.row.id, *same).values(**values).returning(s.id)).scalar()
    if done is None:
        raise TryAgain("Another run has taken this step.")


def _ended(order: Order, **values: Any) -> Result:
    def write(session: Session) -> None:
        s = SharingServiceSubmission
        session.execute(update(s).where(s.id == order.row.id).values(**values))
        # History is written as a person; the service may only add to it.
        act_as(session, order.row.owner_id)
        after = {name: value for name, value in values.items() if name.endswith("_status")}
        record(session, order.row.owner_id, Change("update", KIND, order.row.id, order.row.holder_id, after=after))

    said = next((str(v) for k, v in values.items() if k.endswith("_status")), "Done.")
    return Result(write, said)


def _named(order: Order, name: str, **values: Any) -> Result:
    """Return the end of a report that the TNS has a name for: the name is stated of the obj for its submitter."""
    ended = _ended(order, **values)

    def write(session: Session) -> None:
        ended.write(session)
        username = session.scalar(select(User.username).where(User.id == order.row.owner_id)) or ""
        who = Principal(order.row.owner_id, username, frozenset())
        state_of(session, who, order.row.obj_id, {"tns_name": name}, "TNS")

    return Result(write, f"It is {name}.")


def to_tns(desk: Desk, job: Job) -> Result:
    """Take a report to the TNS one step further: send it, or ask what became of it."""
    order = _order(desk, job)
    row, service = order.row, order.service
    if row.tns_status in _DONE:
        return Result(note="It was published before.")
    bot = tns.Bot(
        desk.context.settings.sharing.tns or "",
        service.tns_bot_id or 0,
        service.tns_bot_name or service.name,
        order.key,
    )
    if row.tns_submission_id is not None:
        return _ask_what_became(desk, bot, order)
    found, said, used = _discovery(desk, job, order)
    payload = reports.tns_report(found, service.tns_source_group_id or 0)
    if service.testing:
        return _ended(order, tns_status=TESTING, tns_payload=payload, tns_response={"said": said} if said else None)
    if desk.context.settings.sharing.tns is None:
        raise GiveUp("No Transient Name Server is set up here (sharing.tns).")
    target = Target(found.name, found.ra, found.dec)
    if row.tns_sent_at is not None:
        known = _sent_before(desk, bot, order, target)
        if known is not None:
            return known
    elif not service.publish_existing_tns_objects:
        name = nearest_name(desk, bot, target, SAME_PLACE_ARCSEC)
        if name is not None:
            return _named(order, name, tns_status=f"error: it is on the TNS already as {name}")
    _account(desk, order, used, "report to the TNS")
    _send_report(desk, bot, order, payload)
    raise TryAgain("The report is in; the TNS works on it.", REPLY_AFTER_S)


def _send_report(desk: Desk, bot: tns.Bot, order: Order, payload: dict[str, Any]) -> None:
    now = datetime.now(UTC)
    seen = {"tns_sent_at": order.row.tns_sent_at, "tns_submission_id": None}
    _set(desk, order, seen, tns_sent_at=now, tns_payload=payload, tns_status="processing")
    reply = desk.outside.send(bot.report(payload), chosen_by="operator")
    try:
        number = tns.report_id(tns.told(reply))
    except SkyrelayError:
        if reply.status < 500 and not reply.ok:
            # It says that it did not take the report: there is nothing to look for.
            _set(desk, order, {"tns_sent_at": now}, tns_sent_at=None)
        raise
    _set(desk, order, {"tns_sent_at": now}, tns_submission_id=number, tns_status="submitted")


def _sent_before(desk: Desk, bot: tns.Bot, order: Order, target: Target) -> Result | None:
    """Look at the TNS for a report that was sent and never answered; None when it did not arrive."""
    asked = bot.search(internal_name=target.name)
    named = tns.found(tns.told(desk.outside.send(asked, chosen_by="operator")))
    name = " ".join(named[0]) if named else None
    if name is None and not order.service.publish_existing_tns_objects:
        # Nothing was there when it was sent, so what is there now is ours.
        name = nearest_name(desk, bot, target, SAME_PLACE_ARCSEC)
    if name is not None:
        return _named(order, name, tns_status="complete")
    _wait(order.row.tns_sent_at)
    return None


def _wait(sent_at: datetime | None) -> None:
    left = (sent_at or datetime.now(UTC)) + SETTLE - datetime.now(UTC)
    if left > timedelta(0):
        raise TryAgain(
            "It was sent, and no answer came; it is looked for before it is sent again.", left.total_seconds()
        )


def _ask_what_became(desk: Desk, bot: tns.Bot, order: Order) -> Result:
    reply = desk.outside.send(bot.reply_to(order.row.tns_submission_id or 0), chosen_by="operator")
    if reply.status == tns.NOT_READY:
        raise TryAgain("The TNS still works on the report.")
    if reply.status == 400:
        # The report was looked at and refused; the reasons are in the answer.
        document = reply.json()
        wrong = tns.feedback(document.get("data") if isinstance(document, dict) else None).wrong
        return _ended(order, tns_status=f"error: {wrong}", tns_response={"answer": document})
    data = tns.told(reply)
    said = tns.feedback(data)
    if said.name is None:
        return _ended(order, tns_status=f"error: {said.wrong}", tns_response={"answer": data})
    name = said.name if " " in said.name else f"AT {said.name}"
    return _named(order, name, tns_status="complete", tns_response={"answer": data})


def to_hermes(desk: Desk, job: Job) -> Result:
    """Publish a message by Hermes."""
    order = _order(desk, job)
    row, settings = order.row, desk.context.settings.sharing
    if row.hermes_status in _DONE:
        return Result(note="It was published before.")
    found, said, used = _discovery(desk, job, order)
    with desk.reading(job) as session:
        submitter = session.scalar(select(User.username).where(User.id == row.owner_id)) or ""
    # Made once a submission: by it, a message that was sent and never answered is found again.
    key = f"{desk.context.settings.base_url} {row.id} {row.created_at:%Y%m%dT%H%M%S}"
    payload = reports.hermes_message(found, settings.hermes_topic, submitter, key)
    if order.service.testing:
        answer = {"said": said} if said else None
        return _ended(order, hermes_status=TESTING, hermes_payload=payload, hermes_response=answer)
    if settings.hermes is None or settings.hermes_key is None:
        raise GiveUp("Hermes is not set up here (sharing.hermes, sharing.hermes_key).")
    client = reports.HermesClient(settings.hermes, settings.hermes_key)
    if row.hermes_sent_at is not None:
        asked = client.messages(settings.hermes_topic, str(payload["title"]))
        listed = reports.hermes_told(desk.outside.send(asked, chosen_by="operator"))
        known = reports.among(listed, key)
        if known is not None:
            return _ended(order, hermes_status="complete", hermes_response=known)
        _wait(row.hermes_sent_at)
    now = datetime.now(UTC)
    seen = {"hermes_sent_at": row.hermes_sent_at}
    _account(desk, order, used, "message by Hermes")
    _set(desk, order, seen, hermes_sent_at=now, hermes_payload=payload, hermes_status="processing")
    reply = desk.outside.send(client.submit(payload), chosen_by="operator")
    try:
        answer = reports.hermes_told(reply)
    except SkyrelayError:
        if reply.status < 500 and not reply.ok:
            _set(desk, order, {"hermes_sent_at": now}, hermes_sent_at=None)
        raise
    return _ended(order, hermes_status="complete", hermes_response=answer)


def of_itself(desk: Desk, job: Job) -> Result:
    """Submit a source that was saved to a group which publishes of itself, in the name of the errand's owner."""
    access_id, obj_id = job.payload["service_group_id"], job.payload["obj_id"]
    assert job.owner_id is not None
    p = SharingServiceAutoPublisher
    with desk.reading(job) as session:
        access = session.get(SharingServiceGroup, access_id)
        user = session.get(User, job.owner_id)
        allowed = select(p.id).where(p.sharing_service_group_id == access_id, p.user_id == job.owner_id)
        if access is None or user is None or session.scalars(allowed).first() is None:
            raise GiveUp("They do not publish for this group any more.")
        service = session.get(SharingService, access.sharing_service_id)
    if service is None or (user.is_bot and not access.auto_sharing_allow_bots):
        raise GiveUp("Bots may not publish for this group.")
    wish = Wish(
        obj_id=obj_id, service_id=service.id, publishers=publisher_of(user),
        to_tns=access.auto_share_to_tns and service.enable_sharing_with_tns,
        to_hermes=access.auto_share_to_hermes and service.enable_sharing_with_hermes, automatic=True,
    )  # fmt: skip
    who = Principal(user.id, user.username, frozenset())

    def write(session: Session) -> None:
        refusals = []
        wishes = [one for one in (replace(wish, to_hermes=False), replace(wish, to_tns=False)) if one.places]
        for one in wishes:
            try:
                submit(session, who, one, judge)
            except BadInput as error:
                refusals.append(error)
        if refusals and len(refusals) == len(wishes):
            raise refusals[0]

    return Result(write, "It is submitted.")


def _gave_up(name: str) -> Any:
    def tell(session: Session, job: Job, reason: str) -> None:
        s = SharingServiceSubmission
        mine = s.id == job.payload["submission_id"]
        session.execute(update(s).where(mine).values(**{f"{name}_status": f"error: {reason}"[:500]}))

    return tell


KINDS = (
    Kind(
        "sharing.tns",
        to_tns,
        _gave_up("tns"),
        writes_as="service",
        limit=30,
        first_wait_s=2.0,
        longest_wait_s=900.0,
        at_once=1,
    ),
    Kind(
        "sharing.hermes",
        to_hermes,
        _gave_up("hermes"),
        writes_as="service",
        limit=12,
        first_wait_s=2.0,
        longest_wait_s=900.0,
        at_once=1,
    ),
    Kind("sharing.auto", of_itself, limit=3),
)
