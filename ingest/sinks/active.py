"""The filters that are to be run now, read from the database for every batch."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from app import log
from app.portal.surveys import SURVEYS, SurveyRows, ensure_survey
from app.tables import Filter, GroupStream, Stream
from ingest.filters import guard, running
from ingest.pipeline.results import ActiveFilter

_log = log.get_logger(__name__)


class SurveyBook:
    """The rows of the surveys, remembered as long as their streams are there (the demo's can be wiped)."""

    def __init__(self) -> None:
        self._rows: dict[str, SurveyRows] = {}

    def rows(self, session: Session, surveys: Collection[str]) -> Mapping[str, SurveyRows]:
        """Return the rows of ``surveys``, made where they were missing."""
        remembered = {rows.stream_id for rows in self._rows.values()}
        alive = set(session.scalars(select(Stream.id).where(Stream.id.in_(remembered)))) if remembered else set()
        self._rows = {name: rows for name, rows in self._rows.items() if rows.stream_id in alive}
        return {name: self._rows.get(name) or ensure_survey(session, name) for name in sorted(surveys)}

    def remember(self, found: Mapping[str, SurveyRows]) -> None:
        """Remember rows once their transaction is committed."""
        self._rows.update(found)


def is_simulated(survey: str) -> bool:
    """Tell whether a survey is a rehearsal."""
    return SURVEYS[survey].demo


@lru_cache(maxsize=1024)
def _parsed(filter_id: int, expression: str) -> guard.ParsedFilter | None:
    """Parse an expression once; one that the guard no longer lets through passes nothing, and the log says why."""
    try:
        return running.parse_filter(expression)
    except guard.FilterRefused as error:
        _log.warning("filter is not run", filter_id=filter_id, error=error.message)
        return None


def active_filters(session: Session, surveys: Mapping[str, SurveyRows]) -> list[ActiveFilter]:
    """Return the active filters on the streams of ``surveys``, of groups that (still) may filter the stream."""
    names = {rows.stream_id: name for name, rows in surveys.items()}
    query = (
        select(Filter.id, Filter.group_id, Filter.stream_id, Filter.expression)
        .join(GroupStream, and_(GroupStream.group_id == Filter.group_id, GroupStream.stream_id == Filter.stream_id))
        .where(Filter.active, Filter.expression.is_not(None), Filter.stream_id.in_(names))
        .order_by(Filter.id)
    )
    found = []
    for filter_id, group_id, stream_id, expression in session.execute(query):
        parsed = _parsed(filter_id, expression or "")
        if parsed is not None:
            found.append(ActiveFilter(filter_id, group_id, stream_id, names[stream_id], parsed))
    return found
