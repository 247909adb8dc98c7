"""``/api/sharing``: let more groups read photometry and spectra."""

from __future__ import annotations

from pydantic import Field

from app.api.govern import BESIDE, governed_by_policies, with_withheld
from app.api.params import RowId
from app.api.routes import Answer, Body, Call, Routes
from app.errors import BadInput
from app.portal import shares
from app.portal.governed import Withheld

routes = Routes("sharing")
ROUTES = routes.all


class SharingBody(Body):
    """What is to be shared with whom; people are meant by their groups of one."""

    group_ids: list[RowId] = Field(alias="groupIDs", min_length=1, max_length=100)
    photometry_ids: list[int] | None = Field(None, alias="photometryIDs", max_length=shares.MAX_ROWS)
    spectrum_ids: list[int] | None = Field(None, alias="spectrumIDs", max_length=shares.MAX_ROWS)
    why: str | None = Field(None, min_length=3, max_length=2000)
    """Why an administrator of the holder shares beyond the policy; it is kept in the history."""


@routes.post("/api/sharing", body=SharingBody, beside=BESIDE, acls=("Upload data",))
def post(call: Call[None, SharingBody]) -> Answer:
    """Share photometry and spectra with more groups; what the policies do not allow yet is answered as withheld."""
    body = call.body
    asked = {"photometry": body.photometry_ids or [], "spectrum": body.spectrum_ids or []}
    if not any(asked.values()):
        raise BadInput("Name photometryIDs or spectrumIDs.", field="photometryIDs")
    groups = shares.nameable(call.session, body.group_ids, "groupIDs")
    wish = shares.Wish(groups, body.why, governed_by_policies())
    withheld: list[Withheld] = []
    for kind, ids in asked.items():
        if ids:
            rows = shares.products(call.session, kind, ids)
            withheld += shares.share(call.session, call.principal, kind, rows, wish)
    return with_withheld(call.session, None, withheld)
