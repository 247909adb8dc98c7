"""Frozen data sets of a publication."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from app.api.routes import Body, Call, Raw, Routes
from app.publications import data_sets
from app.tables import FrozenDataSet

routes = Routes("publications")
ROUTES = routes.all
GroupIds = Annotated[list[int], Field(max_length=200)]
PLACE = "/api/publications/{publication_id:int}/data_sets"


class DataSetAnswer(BaseModel):
    """A frozen data set. ``blob`` is the SHA-256 of its file; ``manifest`` has the checksums of all that is in it."""

    id: int
    publication_id: int
    name: str
    stage: str
    state: Literal["waiting", "making", "done", "failed"]
    progress: float
    reason: str | None
    blob: str | None
    size: int | None
    doi: str | None
    group_ids: list[int]
    owner_id: int
    created_at: datetime
    manifest: dict[str, Any]


class FreezeBody(Body):
    """A name for it, and the groups whose people may read it: unless said, the publication's own."""

    name: str = Field(min_length=1, max_length=200)
    group_ids: GroupIds | None = None


class ReadersBody(Body):
    """The groups whose people may read it; none: its maker alone."""

    group_ids: GroupIds


class DoiBody(Body):
    """The DOI that a repository gave to it."""

    doi: str = Field(min_length=1, max_length=300)


@routes.get(PLACE, answer=list[DataSetAnswer])
def listed(call: Call[None, None]) -> list[DataSetAnswer]:
    """List the frozen data sets of a publication that one may read in full."""
    return [_answer(one) for one in data_sets.listed(call.session, call.path["publication_id"])]


@routes.post(PLACE, body=FreezeBody, answer=DataSetAnswer)
def freeze(call: Call[None, FreezeBody]) -> DataSetAnswer:
    """Freeze the data in scope, as one reads them now and their policies let them be published."""
    body = call.body
    place = call.path["publication_id"]
    return _answer(data_sets.ask(call.session, call.principal, place, body.name, body.group_ids))


@routes.get(PLACE + "/{data_set_id:int}", answer=DataSetAnswer)
def read(call: Call[None, None]) -> DataSetAnswer:
    """Return how far a data set is, or what is in it."""
    return _answer(data_sets.get(call.session, call.path["publication_id"], call.path["data_set_id"]))


@routes.get(PLACE + "/{data_set_id:int}/file", answer=bytes, produces=("application/zip",))
def download(call: Call[None, None]) -> Raw:
    """Return the file: Parquet, VOTable, README with the terms, manifest with checksums. Who takes it is recorded."""
    place = (call.path["publication_id"], call.path["data_set_id"])
    found, blob = data_sets.taken(call.session, call.principal, *place)
    headers = {"Content-Disposition": f'attachment; filename="data-set-{found.id}.zip"', "X-Content-SHA256": blob}
    return Raw(call.context.blobs.get(blob), "application/zip", headers)


@routes.put(PLACE + "/{data_set_id:int}/readers", body=ReadersBody, answer=DataSetAnswer)
def share(call: Call[None, ReadersBody]) -> DataSetAnswer:
    """Say whose people may read it; refused, naming them, where some may not read every row."""
    place = (call.path["publication_id"], call.path["data_set_id"])
    return _answer(data_sets.share(call.session, call.principal, *place, call.body.group_ids))


@routes.put(PLACE + "/{data_set_id:int}/doi", body=DoiBody, answer=DataSetAnswer)
def set_doi(call: Call[None, DoiBody]) -> DataSetAnswer:
    """Write down its DOI."""
    place = (call.path["publication_id"], call.path["data_set_id"])
    return _answer(data_sets.set_doi(call.session, call.principal, *place, call.body.doi))


def _answer(found: FrozenDataSet) -> DataSetAnswer:
    return DataSetAnswer.model_validate(found, from_attributes=True)
