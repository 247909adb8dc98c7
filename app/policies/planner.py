"""The sharing policies as the portal's services ask them: one function that knows the time."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from app.policies import uploads
from app.policies.document import Level, Product
from app.portal.governed import Asked, Plan, Planner


def planner(now: datetime) -> Planner:
    """Return who asks the sharing policies, as of ``now``."""

    def plan(session: Session, asked: Asked) -> Plan:
        upload = uploads.Upload(
            asked.holder_id,
            asked.group_ids,
            asked.instrument_ids,
            asked.mjds,
            asked.stream_ids,
            asked.version_id,
            asked.joins,
            Product(asked.product),
            Level(asked.level),
            asked.obj_ids,
        )
        return uploads.plan_upload(session, upload, now)

    return plan
