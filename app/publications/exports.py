"""What a paper prints beside its text: authors, thanks, facilities, citations; from what is on record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Literal

from sqlalchemy import ColumnElement, select, union
from sqlalchemy.orm import Session

from app.policies.document import PolicyDocument
from app.publications import author_blocks
from app.publications.authors import author_list
from app.publications.people import need_inside
from app.tables import (
    FrozenDataSet,
    Group,
    Instrument,
    Obligation,
    Photometry,
    PolicyVersion,
    Publication,
    Spectrum,
    Telescope,
)

Format = Literal["aastex", "aanda", "acknowledgements", "bibtex"]


def exported(session: Session, publication_id: int, form: Format) -> str:
    """Return one of the texts; for the inside of the publication alone, from what the asker reads."""
    return _FORMS[form](session, need_inside(session, publication_id))


def thanks(session: Session, publication_id: int) -> list[str]:
    """Return the acknowledgements that the policies of the data in scope ask for."""
    versions = (
        select(PolicyVersion)
        .where(PolicyVersion.id.in_(select(Obligation.policy_version_id).where(_owed(publication_id))))
        .order_by(PolicyVersion.id)
    )
    documents = [PolicyDocument.model_validate(v.document) for v in session.scalars(versions)]
    uses = [use for d in documents for terms in d.products.values() for use in terms.use]
    return [sentence for use in uses if use.kind == "acknowledge" for sentence in use.texts]


def facilities(session: Session, publication: Publication) -> dict[str, list[str]]:
    """Return the telescopes with the instruments that data in scope come from, as far as the asker reads them."""
    used = union(
        *(select(t.instrument_id).where(t.obj_id.in_(publication.obj_ids)).distinct() for t in (Photometry, Spectrum))
    ).subquery()
    query = (
        select(Telescope.name, Instrument.name)
        .join(Instrument, Instrument.telescope_id == Telescope.id)
        .join(used, used.c.instrument_id == Instrument.id)
        .order_by(Telescope.name, Instrument.name)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for telescope, instrument in session.execute(query).tuples():
        found[telescope].append(instrument)
    return dict(found)


def _owed(publication_id: int) -> ColumnElement[bool]:
    return Obligation.publication_id == publication_id


def _thanks_text(session: Session, publication: Publication) -> str:
    return author_blocks.acknowledgements(thanks(session, publication.id), facilities(session, publication))


def _citations(session: Session, publication: Publication) -> str:
    named = author_blocks.citations_in(thanks(session, publication.id))
    return author_blocks.bibtex([*named, *_data_sets(session, publication)])


def _data_sets(session: Session, publication: Publication) -> list[author_blocks.Citation]:
    """The frozen data sets with a DOI that the asker reads, of this publication and of others on the same objs."""
    query = (
        select(FrozenDataSet, Group.name)
        .join(Publication, Publication.id == FrozenDataSet.publication_id)
        .join(Group, Group.id == FrozenDataSet.holder_id)
        .where(FrozenDataSet.doi.is_not(None), Publication.obj_ids.overlap(publication.obj_ids))
        .order_by(FrozenDataSet.id)
    )
    return [
        author_blocks.Citation(one.doi or "", one.name, group, one.created_at.year)
        for one, group in session.execute(query).tuples()
    ]


_FORMS: dict[Format, Callable[[Session, Publication], str]] = {
    "aastex": lambda session, publication: author_blocks.aastex(author_list(session, publication.id)),
    "aanda": lambda session, publication: author_blocks.aanda(author_list(session, publication.id)),
    "acknowledgements": _thanks_text,
    "bibtex": _citations,
}
