"""``/api/classification`` and the classifications of a source."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from app.api.govern import BESIDE, governed_by_policies, with_withheld
from app.api.params import PageNumber, UtcTime, parse
from app.api.routes import Answer, Body, Call, Query, Routes
from app.api.shapes import ClassificationOut
from app.errors import BadInput
from app.portal import classification_votes, classifications
from app.portal.classifications import NewClassification
from app.portal.comments import need_source
from app.portal.governed import Planner, together
from app.portal.note_terms import Added

routes = Routes("classifications")
ROUTES = routes.all


class TaxonomyQuery(Query):
    """Whether the taxonomy is wanted beside the class."""

    taxonomy: bool = Field(False, alias="includeTaxonomy")


class ClassificationsQuery(TaxonomyQuery):
    """Which classifications, by when they were made."""

    page_number: PageNumber = 1
    num_per_page: int = Field(100, ge=1, le=500, alias="numPerPage")
    start: UtcTime | None = Field(None, alias="startDate")
    end: UtcTime | None = Field(None, alias="endDate")


class OneClassification(Body):
    """A class for an obj; the author also votes for it and labels the source, unless ``vote`` or ``label`` is false."""

    obj_id: str
    classification: str
    taxonomy_id: int
    probability: float | None = None
    origin: str | None = None
    ml: bool = False
    group_ids: list[int] | None = None
    vote: bool | None = None
    label: bool | None = None

    def new(self) -> NewClassification:
        """Return it as the service takes it."""
        return NewClassification(
            self.obj_id, self.classification, self.taxonomy_id, self.probability, self.origin, self.ml,
            self.group_ids, self.vote is not False, self.label is not False,
        )  # fmt: skip


class ClassificationsBody(Body):
    """One classification's fields, or many under ``classifications``."""

    obj_id: str | None = None
    classification: str | None = None
    taxonomy_id: int | None = None
    probability: float | None = None
    origin: str | None = None
    ml: bool = False
    group_ids: list[int] | None = None
    vote: bool | None = None
    label: bool | None = None
    classifications: list[OneClassification] | None = None


class ClassificationChange(Body):
    """What is to change; ``why`` is said by who shares it beyond its sharing policy."""

    classification: str | None = None
    taxonomy_id: int | None = None
    probability: float | None = None
    origin: str | None = None
    ml: bool | None = None
    group_ids: list[int] | None = None
    why: str | None = Field(None, min_length=3, max_length=2000)


class LabelBody(Body):
    """Whether the source is labelled as looked at by whoever deletes."""

    label: bool | None = None


class VoteBody(Body):
    """A vote: 1 for, -1 against."""

    vote: Literal[1, -1]


class OfSourceQuery(TaxonomyQuery):
    """Whether the classifications of whatever is one thing with the source are wanted too."""

    super_objs: bool = Field(False, alias="includeSuperObjs")


class ClassificationsPage(BaseModel):
    """One page of classifications."""

    classifications: list[ClassificationOut]
    totalMatches: int  # noqa: N815


def _add(call: Call[Any, Any], number: int, one: OneClassification, govern: Planner) -> Added:
    """Add one of many; an error names which."""
    try:
        return classifications.add(call.session, call.principal, one.new(), govern)
    except BadInput as error:
        where = f"classifications.{number}.{error.field or ''}".rstrip(".")
        raise BadInput(f"Nothing was posted. Classification {number}: {error.message}", field=where) from error


@routes.post("/api/classification", body=ClassificationsBody, answer=dict[str, Any], beside=BESIDE, acls=("Classify",))
def post(call: Call[None, ClassificationsBody]) -> Answer:
    """Classify a source, or several in one go; what the group's sharing policy withholds is answered beside."""
    body, govern = call.body, governed_by_policies()
    if body.classifications is not None:
        made = [_add(call, n, one, govern) for n, one in enumerate(body.classifications)]
        withheld = together(w for one in made for w in one.withheld)
        ids = {"classification_ids": [one.id for one in made]}
        return with_withheld(call.session, ids, withheld, "classification")
    one = parse(OneClassification, body.model_dump(exclude_unset=True))
    added = classifications.add(call.session, call.principal, one.new(), govern)
    return with_withheld(call.session, {"classification_id": added.id}, added.withheld, "classification")


@routes.get("/api/classification", query=ClassificationsQuery, answer=ClassificationsPage)
def listed(call: Call[ClassificationsQuery, None]) -> dict[str, Any]:
    """Return one page of all classifications that one may read."""
    query = call.query
    found, total = classifications.page(
        call.session, (query.start, query.end), (query.page_number, query.num_per_page), taxonomy=query.taxonomy
    )
    return {"classifications": found, "totalMatches": total}


@routes.get("/api/classification/sources", query=ClassificationsQuery, answer=list[str])
def classified(call: Call[ClassificationsQuery, None]) -> list[str]:
    """Return the ids of classified objs."""
    return classifications.classified_objs(call.session, call.query.start, call.query.end)


@routes.get("/api/classification/{classification_id:int}", query=TaxonomyQuery, answer=ClassificationOut)
def get(call: Call[TaxonomyQuery, None]) -> dict[str, Any]:
    """Return one classification."""
    return classifications.one(call.session, call.path["classification_id"], taxonomy=call.query.taxonomy)


@routes.put("/api/classification/{classification_id:int}", body=ClassificationChange, beside=BESIDE, acls=("Classify",))
def put(call: Call[None, ClassificationChange]) -> Answer:
    """Change a classification; what its sharing policy withholds is answered beside."""
    given = call.body.model_dump(exclude_unset=True)
    number, govern = call.path["classification_id"], governed_by_policies()
    withheld = classifications.change(call.session, call.principal, number, given, govern)
    return with_withheld(call.session, None, withheld, "classification")


@routes.delete("/api/classification/{classification_id:int}", body=LabelBody, acls=("Classify",))
def delete(call: Call[None, LabelBody]) -> None:
    """Delete a classification."""
    label = call.body.label is not False
    classifications.remove(call.session, call.principal, call.path["classification_id"], label=label)


@routes.post("/api/classification/votes/{classification_id:int}", body=VoteBody, acls=("Classify",))
def vote(call: Call[None, VoteBody]) -> None:
    """Vote on a classification; a later vote replaces the earlier."""
    classification_votes.cast(call.session, call.principal, call.path["classification_id"], call.body.vote)


@routes.delete("/api/classification/votes/{classification_id:int}", acls=("Classify",))
def take_vote_back(call: Call[None, None]) -> None:
    """Take one's own vote back."""
    classification_votes.take_back(call.session, call.principal, call.path["classification_id"])


@routes.get("/api/sources/{obj_id}/classifications", query=OfSourceQuery, answer=list[ClassificationOut])
def of_source(call: Call[OfSourceQuery, None]) -> list[dict[str, Any]]:
    """Return the classifications of a source."""
    need_source(call.session, call.path["obj_id"])
    return classifications.of_source(call.session, call.path["obj_id"], super_objs=call.query.super_objs)


@routes.delete("/api/sources/{obj_id}/classifications", body=LabelBody, acls=("Classify",))
def delete_of_source(call: Call[None, LabelBody]) -> Answer:
    """Delete those classifications of a source that one may delete."""
    need_source(call.session, call.path["obj_id"])
    label = call.body.label is not False
    gone = classifications.remove_all(call.session, call.principal, call.path["obj_id"], label=label)
    return Answer(message=f"{gone} classification(s) deleted.")
