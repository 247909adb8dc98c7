"""What a paper prints beside its text: authors, thanks, facilities, citations; from what is on record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Literal

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from app.publications import author_blocks
from app.publications.authors import author_list
from app.publications.people import need_inside
from app.tables import (
    FrozenDataSet,
    Group,
    Instrument,
    Obligation,
    Photometry,
    Publication,
    Spectrum,
    Telescope,
)

Format = Literal["aastex", "aanda", "acknowledgements", "bibtex"]


def exported(session: Session, publication_id: int, form: Format) -> str:
    """Return one of the texts; for the inside of the publication alone, from what the asker reads."""
    return _FORMS[form](session, need_inside(session, publication_id))


def thanks(session: Session, publication_id: int) -> list[str]:
    """Return the acknowledgements that the policies of the data in scope ask for, as far as the asker sees them."""
    return _texts(session, publication_id, "acknowledge")


def references(session: Session, publication_id: int) -> list[str]:
    """Return what the policies of the data in scope ask to cite, as far as the asker sees it."""
    return _texts(session, publication_id, "cite")


def _texts(session: Session, publication_id: int, kind: str) -> list[str]:
    owed = select(Obligation).where(Obligation.publication_id == publication_id, Obligation.kind == kind)
    kept = session.scalars(owed.where(Obligation.state != "waived").order_by(Obligation.id))
    return list(dict.fromkeys(said for one in kept for said in one.terms.get("texts", ())))


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


def _thanks_text(session: Session, publication: Publication) -> str:
    said = author_blocks.acknowledgements(thanks(session, publication.id), facilities(session, publication))
    return said + author_blocks.to_cite(references(session, publication.id))


def _citations(session: Session, publication: Publication) -> str:
    named = author_blocks.citations_in(thanks(session, publication.id))
    asked = author_blocks.references_in(references(session, publication.id))
    return author_blocks.bibtex([*asked, *named, *_data_sets(session, publication)])


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
