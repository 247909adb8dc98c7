"""Frozen data sets: asked for, made once by an errand, read by who may read every row, given a DOI."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import func, select, text, update
from sqlalchemy.orm import Session

from app.access.audiences import intern_groups, single_user_group_id
from app.access.history import Change, record
from app.access.notify import Notice, notify
from app.access.principal import Principal
from app.access.reads import Read, Reads
from app.errands import Errand, enqueue
from app.errors import BadInput, Conflict, NotFound
from app.policies.takings import take
from app.policies.versions import group_names, labels
from app.publications.authors import printed_name
from app.publications.claims import get_publication, need_part
from app.publications.frozen_rows import Frozen
from app.publications.people import need_inside, url
from app.tables import FrozenDataSet, Group, PolicyVersion, Publication, User

MISSING = "There is no such data set, or you may not read every row of it."
KIND = "publication.freeze"
WAY = "frozen data set"
MOST_NAMED = 10
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?(10\.\d{4,9}/[!-~]+)", re.IGNORECASE)


def ask(
    session: Session, principal: Principal, publication_id: int, name: str, readers: Sequence[int] | None
) -> FrozenDataSet:
    """Ask for a data set of what is in scope now; ``readers`` are groups (None: the publication's own).

    Takes who may act for the publication and see its inside. It is made by the errands service.
    """
    publication = need_inside(session, publication_id)
    need_part(session, principal, publication)
    if publication.stage in ("withdrawn", "lapsed"):
        raise Conflict(f"This publication is {publication.stage}: nothing of it is published.")
    group_ids = _known_groups(session, [publication.holder_id] if readers is None else readers)
    made = FrozenDataSet(
        publication_id=publication_id,
        name=name,
        stage=publication.stage,
        group_ids=group_ids,
        audience_id=_audience(session, principal.user_id, group_ids),
        holder_id=publication.holder_id,
        owner_id=principal.user_id,
    )
    session.add(made)
    session.flush()
    after = {"publication_id": publication_id, "name": name, "stage": publication.stage, "group_ids": group_ids}
    record(session, principal.user_id, Change("freeze", "data set", made.id, publication.holder_id, after=after))
    payload = {"data_set_id": made.id}
    enqueue(
        session,
        Errand(KIND, payload, key=str(made.id), owner_id=principal.user_id, holder_id=publication.holder_id),
    )
    return get(session, publication_id, made.id)


def get(session: Session, publication_id: int, data_set_id: int) -> FrozenDataSet:
    """Return a data set that the principal may read in full; raise :class:`NotFound`."""
    found = session.get(FrozenDataSet, data_set_id, populate_existing=True)
    if found is None or found.publication_id != publication_id:
        raise NotFound(MISSING)
    return found


def listed(session: Session, publication_id: int) -> Sequence[FrozenDataSet]:
    """Return the data sets of a publication that the principal may read in full."""
    query = select(FrozenDataSet).where(FrozenDataSet.publication_id == publication_id).order_by(FrozenDataSet.id)
    found = session.scalars(query).all()
    if not found:
        # Readers of a data set need not know the publication; others must not learn whether there is one.
        get_publication(session, publication_id)
    return found


def taken(session: Session, principal: Principal, publication_id: int, data_set_id: int) -> tuple[FrozenDataSet, str]:
    """Return a data set that is ready and the name of its file's blob; that it was taken stands in the history."""
    found = get(session, publication_id, data_set_id)
    if found.blob is None:
        raise Conflict(found.reason or f"It is not ready yet ({found.progress:.0%}).")
    after = {"publication_id": publication_id, "sha256": found.blob}
    record(session, principal.user_id, Change("download", "data set", data_set_id, found.holder_id, after=after))
    rows = (found.manifest or {}).get("rows_under_terms", [])
    reads: Reads = Counter({Read(**{k: v for k, v in one.items() if k != "n_rows"}): one["n_rows"] for one in rows})
    take(session, reads, WAY, principal.token_id)
    return found, found.blob


def share(
    session: Session, principal: Principal, publication_id: int, data_set_id: int, readers: Sequence[int]
) -> FrozenDataSet:
    """Say which groups may read a data set; raise :class:`Conflict` naming who of them cannot read every row."""
    found = get(session, publication_id, data_set_id)
    need_part(session, principal, get_publication(session, publication_id))
    group_ids = _known_groups(session, readers)
    if group_ids == found.group_ids:
        raise BadInput("They are its readers already.", field="group_ids")
    if not group_ids and found.owner_id != principal.user_id and not principal.is_admin:
        raise BadInput("Only its maker can keep a data set to themselves; name groups.", field="group_ids")
    need_readers(session, data_set_id, group_ids)
    audience_id = _audience(session, found.owner_id, group_ids)
    before = {"group_ids": found.group_ids}
    _write(session, data_set_id, group_ids=group_ids, audience_id=audience_id)
    change = Change("share", "data set", data_set_id, found.holder_id, before, {"group_ids": group_ids})
    record(session, principal.user_id, change)
    return get(session, publication_id, data_set_id)


def set_doi(session: Session, principal: Principal, publication_id: int, data_set_id: int, doi: str) -> FrozenDataSet:
    """Write down the DOI that a repository gave to a data set."""
    found = get(session, publication_id, data_set_id)
    need_part(session, principal, get_publication(session, publication_id))
    if found.blob is None:
        raise Conflict("What is not ready has no DOI.", field="doi")
    read = read_doi(doi)
    if read == found.doi:
        raise BadInput("That is its DOI already.", field="doi")
    _write(session, data_set_id, doi=read)
    change = Change("doi", "data set", data_set_id, found.holder_id, {"doi": found.doi}, {"doi": read})
    record(session, principal.user_id, change)
    return get(session, publication_id, data_set_id)


def read_doi(value: str) -> str:
    """Return a DOI as ``10.5281/zenodo.1``; raise :class:`BadInput` for another form."""
    found = _DOI.fullmatch(value.strip())
    if found is None or any(c in found[1] for c in '<>"{}\\^`|'):
        raise BadInput("A DOI looks like 10.5281/zenodo.123456.", field="doi")
    return found[1]


def manifest_of(session: Session, data_set: FrozenDataSet, publication: Publication, frozen: Frozen) -> dict[str, Any]:
    """Return what is to be said of the rows: terms, policy versions, whose they are, who froze them and when."""
    versions = list(session.scalars(select(PolicyVersion).where(PolicyVersion.id.in_(frozen.versions))))
    called = labels(session, {*frozen.versions, *(version for _holder, version in frozen.left_out)})
    names = group_names(session, {*frozen.holders, publication.holder_id, *(h for h, _version in frozen.left_out)})
    return {
        "format": "skyrelay-frozen-data/1",
        "title": publication.title,
        "name": data_set.name,
        "publication_id": publication.id,
        "data_set_id": data_set.id,
        "stage": data_set.stage,
        "group": names.get(publication.holder_id, "a group"),
        "made_by": printed_name(session.get_one(User, data_set.owner_id)),
        "frozen_at": data_set.created_at.isoformat(),
        "obj_ids": sorted(publication.obj_ids),
        "terms": [f"{called[v.id]}: {' '.join(v.summary.split())}" for v in sorted(versions, key=lambda v: v.id)],
        "policy_versions": [
            {"id": v.id, "name": called[v.id], "n_rows": frozen.versions[v.id], "document": v.document}
            for v in sorted(versions, key=lambda v: v.id)
        ],
        "holders": [{"group": names.get(h, "a group"), "n_rows": n} for h, n in sorted(frozen.holders.items())],
        "rows_under_terms": [{**asdict(read), "n_rows": number} for read, number in sorted(frozen.reads.items())],
        "left_out": [
            {"group": names.get(holder, "a group"), "policy": called[version], "n_rows": n}
            for (holder, version), n in sorted(frozen.left_out.items())
        ],
    }


def keep(session: Session, data_set_id: int, blob: str, size: int, manifest: dict[str, Any], frozen: Frozen) -> None:
    """Write what came of it, once; raise :class:`Conflict` naming the wanted readers who cannot read every row."""
    found = session.get_one(FrozenDataSet, data_set_id)
    if found.state == "done":
        return
    audiences = {"input_audience_ids": sorted(frozen.audiences), "foreign_audience_ids": sorted(frozen.foreign)}
    _write(session, data_set_id, **audiences)
    need_readers(session, data_set_id, found.group_ids)
    values = {"blob": blob, "size": size, "manifest": manifest, "progress": 1.0, "state": "done"}
    _write(session, data_set_id, **values)
    after = {"sha256": blob, "publication_id": found.publication_id}
    record(session, found.owner_id, Change("frozen", "data set", data_set_id, found.holder_id, after=after))
    take(session, frozen.reads, WAY)
    _tell(session, found, "A frozen data set is ready.")


def fail(session: Session, data_set_id: int, reason: str) -> None:
    """Write down that nothing came of it, and why."""
    found = session.get_one(FrozenDataSet, data_set_id)
    _write(session, data_set_id, state="failed", reason=reason)
    after = {"reason": reason, "publication_id": found.publication_id}
    record(session, found.owner_id, Change("not frozen", "data set", data_set_id, found.holder_id, after=after))
    _tell(session, found, "A data set could not be frozen; the reason stands with it.")


def progress(session: Session, data_set_id: int, part: float) -> None:
    """Write down how far it is, in [0, 1]."""
    _write(session, data_set_id, progress=part, state="making")


def need_readers(session: Session, data_set_id: int, group_ids: Iterable[int]) -> None:
    """Raise :class:`Conflict` where somebody in these groups cannot read every row of a data set."""
    asked = text("SELECT access.lacking(:id, CAST(:groups AS int[]))")
    missing = session.scalars(asked, {"id": data_set_id, "groups": list(group_ids)}).all()
    if missing:
        names = session.scalars(select(User.username).where(User.id.in_(missing)).order_by(User.username)).all()
        more = f" and {len(names) - MOST_NAMED} others" if len(names) > MOST_NAMED else ""
        raise Conflict(
            f"Not everybody in these groups may read every row: {', '.join(names[:MOST_NAMED])}{more} may not.",
            field="group_ids", user_ids=sorted(missing),
        )  # fmt: skip


def _known_groups(session: Session, group_ids: Sequence[int]) -> list[int]:
    known = set(session.scalars(select(Group.id).where(Group.id.in_(group_ids))))
    for group_id in group_ids:
        if group_id not in known:
            raise BadInput(f"There is no group with the id {group_id} that you know of.", field="group_ids")
    return sorted(known)


def _audience(session: Session, owner_id: int, group_ids: Sequence[int]) -> int:
    # Its maker's own, where nobody else is named.
    return intern_groups(session, group_ids or [single_user_group_id(session, owner_id)])


def _tell(session: Session, found: FrozenDataSet, told: str) -> None:
    subject = ("publication", found.publication_id)
    notify(session, [found.owner_id], Notice("publication.data", told, subject, url(found.publication_id)))


def _write(session: Session, data_set_id: int, **values: Any) -> None:
    statement = update(FrozenDataSet).where(FrozenDataSet.id == data_set_id, FrozenDataSet.state != "done")
    if not {"doi", "group_ids"}.isdisjoint(values):
        statement = update(FrozenDataSet).where(FrozenDataSet.id == data_set_id)
    session.execute(statement.values(**values, modified=func.now()))
