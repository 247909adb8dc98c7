"""What a note can be on: an obj, a spectrum, a photometry point, a shift, by SkyPortal's resource types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access import audiences
from app.access.principal import Principal
from app.errors import NotAvailableHere, NotFound
from app.portal.objs import readable
from app.portal.visibility import default_groups
from app.tables import Photometry, Shift, Spectrum

_TABLES: dict[str, Any] = {"spectra": Spectrum, "photometry": Photometry, "shift": Shift}
_ID_COLUMNS = {"spectra": "spectrum_id", "photometry": "photometry_id", "shift": "shift_id"}
_WORDS = {"spectra": "spectrum", "photometry": "photometry point", "shift": "shift"}


@dataclass(frozen=True)
class Subject:
    """A resource by SkyPortal's type (``sources``, ``spectra``, ``photometry``, ``shift``) and id, as a text."""

    kind: str
    key: str

    @property
    def number(self) -> int:
        """The id of what is numbered; objs are not."""
        return int(self.key)

    @property
    def on_source(self) -> bool:
        """Whether it is an obj."""
        return self.kind == "sources"

    @property
    def row(self) -> tuple[str, object]:
        """The row as ``access.reads`` names it."""
        return ("source" if self.on_source else self.kind, self.key)

    def ids(self, obj_id: str | None) -> dict[str, Any]:
        """Return the id columns that SkyPortal's answers carry."""
        if self.on_source:
            return {"obj_id": self.key}
        of_obj = {} if self.kind == "shift" else {"obj_id": obj_id}
        return of_obj | {_ID_COLUMNS[self.kind]: self.number}

    def said(self, obj_id: str | None) -> str:
        """Return how a sentence names it."""
        if self.on_source:
            return self.key
        of_obj = f" of {obj_id}" if obj_id else ""
        return f"{_WORDS[self.kind]} {self.key}{of_obj}"

    def url(self, obj_id: str | None) -> str:
        """Return the dashboard's page of it, as SkyPortal spells it."""
        return f"/source/{obj_id}" if obj_id else f"/shifts/{self.key}"


def need(session: Session, subject: Subject) -> str | None:
    """Return the obj that a subject is, or is of; a shift has none.

    Raises :class:`NotFound` for an obj, :class:`NotAvailableHere` for anything else, alike for what is missing and
    what the principal may not read.
    """
    if subject.on_source:
        if not readable(session, [subject.key]):
            raise NotFound("There is no source of this name that you may read.")
        return subject.key
    table = _TABLES[subject.kind]
    column = table.id if subject.kind == "shift" else table.obj_id
    found = session.execute(select(column).where(table.id == subject.number)).scalar()
    if found is None:
        raise NotAvailableHere(f"There is no {_WORDS[subject.kind]} with the id {subject.key} that you may read.")
    return None if subject.kind == "shift" else str(found)


def groups_for(
    session: Session, principal: Principal, subject: Subject, obj_id: str | None, group_ids: list[int] | None
) -> list[int]:
    """Return whom a new note is for; without groups those that :func:`default_groups` names, for a shift its group."""
    if group_ids:
        return group_ids
    if obj_id is not None:
        return default_groups(session, principal, obj_id)
    holder = session.execute(select(Shift.holder_id).where(Shift.id == subject.number)).scalar_one()
    mine = audiences.my_group_ids(session)
    return [holder if holder in mine else audiences.single_user_group_id(session, principal.user_id)]
