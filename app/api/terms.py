"""``/api/terms``: what the use of data asks for, before they are taken."""

from __future__ import annotations

from pydantic import Field

from app.api.params import RowId
from app.api.routes import Call, Query, Routes
from app.api.taken import TermsOut
from app.errors import NotFound
from app.policies import takings
from app.policies.document import Product
from app.portal.objs import readable

routes = Routes("takings")
ROUTES = routes.all


class TermsQuery(Query):
    """Of which source; of one kind of its data; of one row of that kind."""

    obj_id: str = Field(min_length=1)
    kind: Product | None = None
    id: RowId | None = None


@routes.get("/api/terms", query=TermsQuery, answer=list[TermsOut])
def shown(call: Call[TermsQuery, None]) -> list[TermsOut]:
    """Say what using the data of a source asks for, as far as one may read them; that it was shown is recorded."""
    query = call.query
    if not readable(call.session, [query.obj_id]):
        raise NotFound("There is no source of this name that you may read.")
    reads = takings.readable_under_terms(call.session, query.obj_id, query.kind, query.id)
    terms = takings.terms_of(call.session, reads)
    takings.show(call.session, (one.policy_version_id for one in terms))
    return [TermsOut.model_validate(one, from_attributes=True) for one in terms]
