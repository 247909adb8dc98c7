"""Taxonomies: hierarchies of classes, versioned, never changed once posted.

A hierarchy is nested objects ``{"class": "…", "subclasses": […]}``, as in the ``tdtax`` package that SkyPortal uses;
beside these two a class may carry ``tags``, ``other names``, ``comments`` and ``links``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import yaml
from pydantic import BaseModel, Field
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.access import audiences
from app.access.history import Change, record
from app.access.principal import Principal
from app.errors import BadInput, NotAvailableHere
from app.portal.groups import GroupView
from app.tables import AudienceGrant, Classification, Group, Taxonomy

KEYS = {"class", "subclasses", "tags", "other names", "comments", "links"}
MOST_CLASSES = 5000
DEEPEST = 30


class TaxonomyView(BaseModel):
    """A taxonomy as SkyPortal shows it."""

    id: int
    created_at: datetime
    modified: datetime
    name: str
    version: str
    provenance: str | None
    is_latest: bool = Field(serialization_alias="isLatest")
    hierarchy: dict[str, Any]
    groups: list[GroupView]


@dataclass(frozen=True)
class NewTaxonomy:
    """What a taxonomy is made from; without groups it is everybody's."""

    name: str
    version: str
    hierarchy: dict[str, Any]
    group_ids: list[int] | None = None
    provenance: str | None = None
    is_latest: bool = True


def class_names(hierarchy: dict[str, Any]) -> list[str]:
    """Return every class of a hierarchy, from the top; raise :class:`BadInput` for one that is not well-formed."""
    names = [node["class"] for node in _walk(hierarchy, 1)]
    if len(names) > MOST_CLASSES:
        raise BadInput(f"A taxonomy has at most {MOST_CLASSES} classes.", field="hierarchy")
    return names


def _walk(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    if not isinstance(node, dict) or not isinstance(node.get("class"), str) or not node["class"].strip():
        raise BadInput('Each node of a hierarchy is an object with a "class", a text.', field="hierarchy")
    name = node["class"]
    if strange := sorted(str(key) for key in node.keys() - KEYS):
        raise BadInput(f"The class {name!r} has the unknown key {strange[0]!r}.", field="hierarchy")
    below = node.get("subclasses", [])
    if not isinstance(below, list):
        raise BadInput(f'The "subclasses" of {name!r} are not a list.', field="hierarchy")
    if depth > DEEPEST:
        raise BadInput(f"The hierarchy is deeper than {DEEPEST} levels.", field="hierarchy")
    yield node
    for child in below:
        yield from _walk(child, depth + 1)


def read_yaml(content: str) -> dict[str, Any]:
    """Return the hierarchy in a YAML text, without aliases, which can be small and unfold to anything."""
    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(content)):
            raise BadInput("The hierarchy's YAML may not contain aliases.", field="hierarchy_file")
        found = yaml.safe_load(content)
    except (yaml.YAMLError, RecursionError) as error:
        raise BadInput("The hierarchy_file is not YAML.", field="hierarchy_file") from error
    if not isinstance(found, dict):
        raise BadInput("The hierarchy_file does not hold one class with its subclasses.", field="hierarchy_file")
    return found


def list_taxonomies(session: Session) -> list[TaxonomyView]:
    """Return the taxonomies that the principal may use."""
    return _views(session, list(session.scalars(select(Taxonomy).order_by(Taxonomy.id))))


def get_taxonomy(session: Session, taxonomy_id: int) -> Taxonomy:
    """Return a taxonomy; raise :class:`NotAvailableHere`."""
    row = session.get(Taxonomy, taxonomy_id)
    if row is None:
        raise NotAvailableHere("There is no such taxonomy, or you may not see it.")
    return row


def view(session: Session, row: Taxonomy) -> TaxonomyView:
    """Return one taxonomy as SkyPortal shows it."""
    return _views(session, [row])[0]


def add_taxonomy(session: Session, principal: Principal, new: NewTaxonomy) -> int:
    """Post a taxonomy; where it is the latest, the holder's earlier ones of the name no longer are."""
    principal.need("Post taxonomy")
    class_names(new.hierarchy)
    groups = _groups(session, principal, new.group_ids)
    holder = audiences.holder_among(session, principal.user_id, groups)
    same = (Taxonomy.name == new.name, Taxonomy.holder_id == holder)
    _need_free(session, holder, new.name, new.version)
    if new.is_latest:
        session.execute(update(Taxonomy).where(*same, Taxonomy.is_latest).values(is_latest=False))
    row = Taxonomy(
        name=new.name, version=new.version, hierarchy=new.hierarchy, provenance=new.provenance,
        is_latest=new.is_latest, owner_id=principal.user_id, holder_id=holder,
        audience_id=audiences.intern_groups(session, groups),
    )  # fmt: skip
    session.add(row)
    session.flush()
    after = {"name": new.name, "version": new.version, "group_ids": groups}
    record(session, principal.user_id, Change("create", "taxonomy", row.id, holder_id=holder, after=after))
    return row.id


def _need_free(session: Session, holder_id: int, name: str, version: str, but: int | None = None) -> None:
    same = (Taxonomy.name == name, Taxonomy.holder_id == holder_id, Taxonomy.version == version)
    if session.execute(select(Taxonomy.id).where(*same, Taxonomy.id.is_distinct_from(but))).first():
        raise BadInput(f"There is a version {version!r} of {name!r} already.", field="version")


def change_taxonomy(session: Session, principal: Principal, taxonomy_id: int, values: dict[str, Any]) -> None:
    """Change a taxonomy's name, version, provenance, latest flag or groups; never its hierarchy."""
    principal.need("Post taxonomy")
    row = get_taxonomy(session, taxonomy_id)
    before = {key: getattr(row, key) for key in values if key != "group_ids"}
    after = dict(values)
    if "group_ids" in values:
        groups = _groups(session, principal, values.pop("group_ids"))
        after["group_ids"] = groups
        values["audience_id"] = audiences.intern_groups(session, groups)
    if not values:
        return
    if not {"name", "version"}.isdisjoint(values):
        name, version = values.get("name", row.name), values.get("version", row.version)
        _need_free(session, row.holder_id, name, version, but=row.id)
    if values.get("is_latest"):
        same = (Taxonomy.name == values.get("name", row.name), Taxonomy.holder_id == row.holder_id)
        session.execute(update(Taxonomy).where(*same, Taxonomy.id != row.id).values(is_latest=False))
    done = session.execute(update(Taxonomy).where(Taxonomy.id == row.id).values(**values).returning(Taxonomy.id))
    if done.first() is None:
        raise BadInput("Only who posted a taxonomy, or an administrator of its group, can change it.")
    change = Change("update", "taxonomy", row.id, holder_id=row.holder_id, before=before, after=after)
    record(session, principal.user_id, change)


def delete_taxonomy(session: Session, principal: Principal, taxonomy_id: int) -> None:
    """Delete a taxonomy that no classification uses."""
    principal.need("Delete taxonomy")
    row = get_taxonomy(session, taxonomy_id)
    if session.execute(select(Classification.id).where(Classification.taxonomy_id == row.id).limit(1)).first():
        raise BadInput("Classifications use this taxonomy; it must stay.")
    change = Change("delete", "taxonomy", row.id, holder_id=row.holder_id, before={"name": row.name})
    record(session, principal.user_id, change)
    if session.execute(delete(Taxonomy).where(Taxonomy.id == row.id).returning(Taxonomy.id)).first() is None:
        raise BadInput("Only who posted a taxonomy, or an administrator of its group, can delete it.")


def _groups(session: Session, principal: Principal, asked: list[int] | None) -> list[int]:
    """As SkyPortal: groups that one is not in are dropped; without any, it is everybody's."""
    if not asked:
        return [audiences.sitewide_group_id(session)]
    known = select(Group.id).where(Group.id.in_(asked))
    allowed = set(session.scalars(known)) if principal.is_admin else set(audiences.my_group_ids(session))
    groups = [group_id for group_id in dict.fromkeys(asked) if group_id in allowed]
    if not groups:
        raise BadInput("You are in none of these groups.", field="group_ids")
    return groups


def _views(session: Session, rows: list[Taxonomy]) -> list[TaxonomyView]:
    groups: dict[int, list[GroupView]] = {}
    grants = select(AudienceGrant.audience_id, Group).join(Group, Group.id == AudienceGrant.group_id)
    wanted = grants.where(AudienceGrant.audience_id.in_({row.audience_id for row in rows})).order_by(Group.id)
    for audience_id, group in session.execute(wanted):
        groups.setdefault(audience_id, []).append(GroupView.model_validate(group))
    return [
        TaxonomyView(
            id=row.id, created_at=row.created_at, modified=row.modified, name=row.name, version=row.version,
            provenance=row.provenance, is_latest=row.is_latest, hierarchy=row.hierarchy,
            groups=groups.get(row.audience_id, []),
        )
        for row in rows
    ]  # fmt: skip
