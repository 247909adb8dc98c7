"""What is made from data under policies: it is for those who may read all that it was made from, and no wider.

Where a policy has a case on derived products, they are under that case too. It can close what is made from data
further; it cannot open it to whom the data are closed, since a plot of a fit shows the points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta

from sqlalchemy.orm import Session

from app.policies.document import Level, PolicyDocument, Product
from app.policies.evaluate import Scope, audience_for
from app.portal.analysis_inputs import Used
from app.tables import Audience, PolicyVersion


def closed_to(session: Session, used: Iterable[Used], obj_id: str, now: datetime) -> Iterator[tuple[Used, int]]:
    """Yield, for rows whose policy has a case on what is derived from them, who reads that: an audience.

    Its releases are scheduled. Rows that were shared beyond their policy are left to their own audience.
    """
    documents: dict[int, PolicyDocument] = {}
    for row in sorted(used, key=lambda u: (u.version_id or 0, u.audience_id, u.owner_id, u.instrument_id or 0)):
        if row.version_id is None or row.product is None or row.holder_id is None:
            continue
        version = session.get_one(PolicyVersion, row.version_id)
        if version.id not in documents:
            documents[version.id] = PolicyDocument.model_validate(version.document)
        audience = session.get(Audience, row.audience_id)
        if not has_case(documents[version.id], Product(row.product)) or audience is None or audience.night is None:
            continue
        scope = Scope(
            product=Product(row.product),
            stream_id=audience.stream_id,
            asked=None if audience.asked is None else tuple(audience.asked),
            level=Level.DERIVED,
            instrument_id=row.instrument_id,
            obj_id=obj_id,
        )
        within = datetime.combine(audience.night, time(12), UTC) + timedelta(hours=6)
        yield row, audience_for(session, version, row.holder_id, within, now, scope).audience_id


def has_case(document: PolicyDocument, product: Product) -> bool:
    """Return whether a document has a case on what is derived from a product."""
    parts = document.all_of or (document,)
    return any(product in case.products and Level.DERIVED in case.levels for part in parts for case in part.cases)
