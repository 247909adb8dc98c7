"""Who may know of a request when it is shared with other groups, or goes to another allocation, after its acceptance.

From its acceptance on the sharing policy alone says who knows of it, and when. To let in whom it does not let in (yet),
an administrator of the holder says why.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from app.access.audiences import Grant, intern, intern_groups
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import Forbidden
from app.policies import evaluate
from app.policies.document import PolicyDocument, Product
from app.policies.evaluate import AudienceDecision, Scope
from app.portal.governed import Withheld, WithheldRows
from app.portal.photometry_regrant import grants_of
from app.tables import Allocation, Audience, FollowupDetails, FollowupRequest, PolicyVersion


def known_to(
    session: Session,
    principal: Principal,
    request: FollowupRequest,
    holder_id: int,
    targets: list[int],
    why: str | None,
) -> tuple[dict[str, Any], list[Withheld]]:
    """Return the columns of a request that is to be for ``targets`` and held by ``holder_id``, and what is withheld.

    Raises :class:`Forbidden` for groups that its policy does not let in at all, without ``why``.
    """
    values: dict[str, Any] = {"target_group_ids": targets}
    plain = {"audience_id": intern_groups(session, [holder_id, *targets])}
    if request.policy_version_id is None:
        return values | plain, []
    version = session.get_one(PolicyVersion, request.policy_version_id)
    known = _decided(session, version, request, holder_id, Product.FOLLOWUP_REQUEST)
    details = _decided(session, version, request, holder_id, Product.FOLLOWUP_DETAILS)
    if request.details_apart and details is not None and holder_id != request.holder_id:
        moved = {"audience_id": details.audience_id, "holder_id": holder_id}
        session.execute(update(FollowupDetails).where(_details(request)).values(**moved))
    if known is None:
        return values | plain, []
    if holder_id != request.holder_id:
        values["audience_id"] = known.audience_id
    withheld: list[Withheld] = [
        *(WithheldRows(g, due, 1, version.id, None) for g, due in known.withheld if g in targets),
        *(WithheldRows(g, None, 1, version.id, event) for g, event in known.waiting.items() if g in targets),
    ]
    let_in = {g.group_id for g in grants_of(session, [known.audience_id])}
    never = sorted(set(targets) - let_in - {w.group_id for w in withheld})
    beyond = sorted({*never, *(w.group_id for w in withheld)})
    if beyond and why:
        values["audience_id"] = _opened(session, principal, request, beyond, why)
        return values, []
    if never:
        raise Forbidden(
            "The sharing policy of this request does not let these groups know of it; an administrator of the "
            "allocation's group can, by sending why.",
            field="target_group_ids",
            groups=never,
        )
    return values, withheld


def _decided(
    session: Session, version: PolicyVersion, request: FollowupRequest, holder_id: int, product: Product
) -> AudienceDecision | None:
    if PolicyDocument.model_validate(version.document).terms(product) is None:
        return None
    audience = session.get(Audience, request.audience_id)
    night = audience.night if audience is not None else None
    now = datetime.now(UTC)
    accepted = now if night is None else datetime.combine(night, time(12), UTC) + timedelta(hours=6)
    on = select(Allocation.instrument_id).where(Allocation.id == request.allocation_id)
    scope = Scope(product=product, instrument_id=session.execute(on).scalar(), obj_id=request.obj_id)
    return evaluate.audience_for(session, version, holder_id, accepted, now, scope)


def _opened(session: Session, principal: Principal, request: FollowupRequest, groups: list[int], why: str) -> int:
    """Let groups know of a request and see its details beyond its policy; return the audience of the request."""
    if not principal.is_admin and request.holder_id not in set(
        session.scalars(text("SELECT access.my_admin_groups()"))
    ):
        raise Forbidden(
            "Only an administrator of the allocation's group can share a request beyond its policy.",
            field="target_group_ids",
            groups=groups,
        )
    act = {"group_ids": groups, "policy_version_id": request.policy_version_id}
    change = Change("share beyond policy", "followup request", request.id, request.holder_id, after=act, why=why)
    record(session, principal.user_id, change)
    more = {Grant(g) for g in groups}
    if request.details_apart:
        apart = session.execute(select(FollowupDetails.audience_id).where(_details(request))).scalar_one()
        audience_id = intern(session, {*grants_of(session, [apart]), *more})
        session.execute(update(FollowupDetails).where(_details(request)).values(audience_id=audience_id))
    return intern(session, {*grants_of(session, [request.audience_id]), *more})


def _details(request: FollowupRequest) -> Any:
    return FollowupDetails.followup_request_id == request.id
