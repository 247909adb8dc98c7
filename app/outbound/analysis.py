"""Analyses: sent to their service with an address to answer to; timed out; started by classifications."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.access.reads import counting
from app.config import Settings
from app.errands.kinds import Desk, GiveUp, Job, Kind, Result, TryAgain
from app.errands.outside import Message
from app.policies.derived import closed_to
from app.policies.takings import take, terms_of
from app.portal import analyses, analysis_defaults
from app.portal.analysis_inputs import collect
from app.secrets import derive, load_secret
from app.tables import AnalysisSecret, AnalysisService, ObjAnalysis

TAKE_LATER = (408, 425, 429)
"""Answers of a service that mean: not now. So does every 5xx."""


@dataclass(frozen=True)
class _Question:
    service_id: int
    url: str
    authentication: str
    content: dict[str, Any]


def token_of(settings: Settings, analysis: ObjAnalysis) -> str:
    """Return the token of an analysis' callback address: the same in each try, and in no table.

    The time is part of it, since a database that was restored from a backup gives its ids out again.
    """
    about = f"analysis callback {analysis.id} {analysis.created_at.timestamp():.6f}"
    return derive(load_secret(settings), about).hex()


def send(desk: Desk, job: Job) -> Result:
    """Collect what the requester sees, post it to the service, and note that its answer is awaited."""
    with desk.reading(job) as session:
        question = _question(desk, session, job)
    if question is None:
        return Result(note="It is not wanted any more.")
    message = _message(desk, question)
    reply = desk.outside.send(message, chosen_by="user")
    if reply.ok:
        analysis_id, told = job.payload["analysis_id"], "The service is at work."
        return Result(lambda session: analyses.set_status(session, analysis_id, "pending", told))
    reason = f"The service answered {reply.status}: {reply.text(300)}"
    if reply.status >= 500 or reply.status in TAKE_LATER:
        raise TryAgain(reason, reply.retry_after_s)
    raise GiveUp(reason)


def _question(desk: Desk, session: Session, job: Job) -> _Question | None:
    found = session.execute(
        select(ObjAnalysis, AnalysisService)
        .join(AnalysisService, AnalysisService.id == ObjAnalysis.analysis_service_id)
        .where(ObjAnalysis.id == job.payload["analysis_id"], ObjAnalysis.status.in_(("queued", "pending")))
    ).first()
    if found is None or job.owner_id is None:
        return None
    analysis, service = found
    if analysis.invalid_after is None or analysis.invalid_after <= datetime.now(UTC):
        raise GiveUp("There was no time left to send it.")
    kinds = service.input_data_types
    with counting(session) as reads:
        inputs = collect(session, job.owner_id, analysis.obj_id, kinds, analysis.input_filters)
    empty = [kind for kind in kinds if kind in ("photometry", "spectra") and inputs.texts[kind].count("\n") < 2]
    if empty:
        raise GiveUp(f"There is no {' and no '.join(empty)} of this source that you may read.")
    token = token_of(desk.context.settings, analysis)
    for row, audience_id in closed_to(session, inputs.used, analysis.obj_id, datetime.now(UTC)):
        inputs.close(audience_id, row.owner_id != job.owner_id)
    # What it is made from is written down before anything leaves: the answer may be faster than we are.
    session.execute(
        update(ObjAnalysis)
        .where(ObjAnalysis.id == analysis.id)
        .values(
            input_audience_ids=sorted(inputs.audiences | set(analysis.input_audience_ids)),
            foreign_audience_ids=sorted(inputs.foreign | set(analysis.foreign_audience_ids)),
            policy_version_ids=sorted(inputs.versions | set(analysis.policy_version_ids)),
            token_sha256=analyses.digest(token),
        )
    )
    take(session, reads, "input of an analysis")
    content = {
        "callback_url": f"{desk.context.settings.base_url}/api/webhook/obj_analysis/{token}",
        "callback_method": "POST",
        "invalid_after": analysis.invalid_after.isoformat(),
        "inputs": {**inputs.texts, "analysis_parameters": analysis.analysis_parameters},
        "analysis_parameters": analysis.analysis_parameters,
        "resource_id": analysis.obj_id,
        "terms": [{"policy": one.policy, "product": one.product, "use": one.use} for one in terms_of(session, reads)],
    }
    return _Question(service.id, service.url, service.authentication_type, content)


def _message(desk: Desk, question: _Question) -> Message:
    plain = Message("POST", question.url, json=question.content)
    if question.authentication == "none":
        return plain
    with desk.context.transaction() as session:
        stored = session.execute(
            select(AnalysisSecret.authinfo).where(AnalysisSecret.service_id == question.service_id)
        ).scalar()
    if stored is None:
        raise GiveUp("The service wants credentials, and none are kept: enter them again.")
    return with_credentials(plain, question.authentication, json.loads(desk.context.vault.decrypt(stored)))


def with_credentials(plain: Message, kind: str, authinfo: dict[str, Any]) -> Message:
    """Return the message with what shows who we are, in the way that the service wants it."""
    given = {"method": plain.method, "url": plain.url, "json": plain.json}
    if kind == "header_token":
        return Message(**given, headers=authinfo["header_token"])
    if kind == "api_key":
        return Message(**given, params={authinfo["api_key_name"]: authinfo["api_key"]})
    auth: httpx.Auth
    if kind == "HTTPBasicAuth":
        auth = httpx.BasicAuth(authinfo["username"], authinfo["password"])
    elif kind == "HTTPDigestAuth":
        auth = httpx.DigestAuth(authinfo["username"], authinfo["password"])
    else:
        from authlib.integrations.httpx_client import OAuth1Auth

        auth = OAuth1Auth(
            authinfo["app_key"], authinfo["app_secret"], authinfo["user_oauth_token"],
            authinfo["user_oauth_token_secret"],
        )  # fmt: skip
    return Message(**given, auth=auth)


def failed(session: Session, job: Job, reason: str) -> None:
    """Say that nothing will come of it."""
    analyses.set_status(session, job.payload["analysis_id"], "failure", reason)


def time_out(_desk: Desk, job: Job) -> Result:
    """End the waiting for an answer that did not come in time."""
    told = "The service did not answer in time."
    return Result(lambda session: analyses.set_status(session, job.payload["analysis_id"], "timed_out", told))


def start_default(_desk: Desk, job: Job) -> Result:
    """Start a default analysis on an obj that was classified."""

    def write(session: Session) -> None:
        if job.owner_id is not None:
            analysis_defaults.start(session, job.owner_id, job.payload["default_analysis_id"], job.payload["obj_id"])

    return Result(write)


KINDS = (
    Kind("analysis.send", send, gave_up=failed, limit=6, first_wait_s=2.0, longest_wait_s=600.0),
    Kind("analysis.time_out", time_out),
    Kind("analysis.default", start_default, at_once=1),
)
