"""Taxonomies."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from app.api.routes import Body, Call, Routes
from app.errors import BadInput
from app.portal import taxonomies
from app.portal.taxonomies import NewTaxonomy, TaxonomyView

routes = Routes("taxonomies")
ROUTES = routes.all
Name = Annotated[str, Field(min_length=1, max_length=200)]


class TaxonomyBody(Body):
    """A new taxonomy: its hierarchy as JSON, or as a YAML text."""

    name: Name
    version: Name
    hierarchy: dict[str, Any] | None = None
    hierarchy_file: str | None = None
    group_ids: list[int] | None = None
    provenance: str | None = None
    isLatest: bool = True  # noqa: N815


class TaxonomyPutBody(Body):
    """What changes in a taxonomy."""

    name: Name | None = None
    version: Name | None = None
    provenance: str | None = None
    is_latest: Annotated[bool | None, Field(alias="isLatest")] = None
    group_ids: list[int] | None = None
    hierarchy: dict[str, Any] | None = None


class TaxonomyId(BaseModel):
    """The id of a taxonomy."""

    taxonomy_id: int


@routes.get("/api/taxonomy", answer=list[TaxonomyView])
def list_taxonomies(call: Call[None, None]) -> list[TaxonomyView]:
    """List the taxonomies that the caller may use."""
    return taxonomies.list_taxonomies(call.session)


@routes.get("/api/taxonomy/{taxonomy_id:int}", answer=TaxonomyView)
def get_taxonomy(call: Call[None, None]) -> TaxonomyView:
    """Return one taxonomy."""
    return taxonomies.view(call.session, taxonomies.get_taxonomy(call.session, call.path["taxonomy_id"]))


@routes.post("/api/taxonomy", body=TaxonomyBody, answer=TaxonomyId, acls=("Post taxonomy",))
def add_taxonomy(call: Call[None, TaxonomyBody]) -> TaxonomyId:
    """Post a taxonomy."""
    body = call.body
    if (body.hierarchy is None) == (body.hierarchy_file is None):
        raise BadInput("Give the hierarchy either as `hierarchy` or as `hierarchy_file`.", field="hierarchy")
    hierarchy = body.hierarchy if body.hierarchy_file is None else taxonomies.read_yaml(body.hierarchy_file)
    new = NewTaxonomy(
        body.name, body.version, hierarchy or {}, body.group_ids, body.provenance, is_latest=body.isLatest
    )
    return TaxonomyId(taxonomy_id=taxonomies.add_taxonomy(call.session, call.principal, new))


@routes.put("/api/taxonomy/{taxonomy_id:int}", body=TaxonomyPutBody, acls=("Post taxonomy",))
def change_taxonomy(call: Call[None, TaxonomyPutBody]) -> None:
    """Change what is said about a taxonomy."""
    values = {key: value for key, value in call.body.model_dump(exclude_unset=True).items() if value is not None}
    if "hierarchy" in values:
        raise BadInput("A hierarchy never changes: post a new version of the taxonomy.", field="hierarchy")
    taxonomies.change_taxonomy(call.session, call.principal, call.path["taxonomy_id"], values)


@routes.delete("/api/taxonomy/{taxonomy_id:int}", acls=("Delete taxonomy",))
def delete_taxonomy(call: Call[None, None]) -> None:
    """Delete a taxonomy that no classification uses."""
    taxonomies.delete_taxonomy(call.session, call.principal, call.path["taxonomy_id"])
