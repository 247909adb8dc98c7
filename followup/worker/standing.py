"""Acts on default follow-up requests: each source that waits is looked at in one transaction, as the owner."""

from __future__ import annotations

import structlog
from sqlalchemy import func, select, text, update
from sqlalchemy.orm import Session

from app.access.principal import Principal
from app.context import Context
from app.errands.kinds import act_as
from app.errors import SkyrelayError
from app.tables import DefaultFollowupMatch, DefaultFollowupRequest, User
from followup.triggers import defaults

log = structlog.get_logger(__name__)
AT_ONCE = 50


class StandingWishes:
    """What waits for default requests. Several workers share it, and none asks twice.

    The claim, the request and its trigger, and the note that it was posted are one transaction: a worker that is
    killed in the middle has done nothing.
    """

    def __init__(self, context: Context) -> None:
        self.context = context

    def round(self) -> int:
        """Look at what waits, at most :data:`AT_ONCE`; return how many there were."""
        for n in range(AT_ONCE):
            with self.context.transaction() as session:
                if not self.step(session):
                    return n
        return AT_ONCE

    def step(self, session: Session) -> bool:
        """Look at the one that waits longest, within the caller's transaction; return whether there was one."""
        # Rows, not entities: what the service may see must not be taken for what the owner sees.
        row = session.execute(
            select(
                DefaultFollowupMatch.id,
                DefaultFollowupMatch.default_id,
                DefaultFollowupMatch.obj_id,
                DefaultFollowupRequest.owner_id,
                User.username,
            )
            .join(DefaultFollowupRequest, DefaultFollowupRequest.id == DefaultFollowupMatch.default_id)
            .join(User, User.id == DefaultFollowupRequest.owner_id)
            .where(DefaultFollowupMatch.state == "waiting")
            .order_by(DefaultFollowupMatch.id)
            .limit(1)
            .with_for_update(of=DefaultFollowupMatch, skip_locked=True)
        ).first()
        if row is None:
            return False
        acls = session.execute(text("SELECT access.acls_of(:uid)"), {"uid": row.owner_id}).scalar_one()
        # An administrator's default request sees what its owner's groups see, no more.
        principal = Principal(row.owner_id, row.username, frozenset(acls) - {"System admin"})
        state, why, request_id = "posted", "Requested.", None
        try:
            with session.begin_nested():
                act_as(session, row.owner_id)
                request_id = defaults.act(session, principal, row.default_id, row.obj_id)
                session.flush()
                session.execute(text("SET LOCAL ROLE skyrelay_followup"))
        except SkyrelayError as error:
            state, why = "refused", error.message
            log.info("default request refused", default=row.default_id, why=why)
        session.execute(text("SELECT set_config('skyrelay.user_id', '', true)"))
        session.execute(
            update(DefaultFollowupMatch)
            .where(DefaultFollowupMatch.id == row.id)
            .values(state=state, why=why, followup_request_id=request_id, modified=func.now())
        )
        return True
