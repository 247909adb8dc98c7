"""Passages into the portal's tables, by bulk statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import Double, func, insert, select, text
from sqlalchemy.orm import Session

from app.access.audiences import Grant, intern
from app.portal import arrays
from app.portal.annotations import AnnotationRow
from app.portal.annotations import upsert as upsert_annotations
from app.portal.candidates import CandidateRow, add_candidates
from app.portal.obj_details import Statement, state
from app.portal.objs import NewObj, ensure_objs
from app.portal.photometry import insert_points
from app.portal.surveys import SurveyRows
from app.portal.visibility import Standing
from app.tables import Annotation, OutboxEvent
from ingest.pipeline.results import AlertKey, Passage
from ingest.sinks import rows

# Arrays and not a VALUES list: the statement's text stays the same, so it is compiled once.
_THUMBNAILS = text(
    "INSERT INTO thumbnails (obj_id, type, blob, origin, audience_id, holder_id, owner_id) "
    "SELECT * FROM unnest(CAST(:objs AS text[]), CAST(:types AS text[]), CAST(:blobs AS text[]),"
    " CAST(:origins AS text[]), CAST(:audiences AS bigint[]), CAST(:holders AS int[]), CAST(:owners AS int[])) "
    "ON CONFLICT (obj_id, type, holder_id, audience_id) DO UPDATE "
    "SET blob = excluded.blob, origin = excluded.origin, owner_id = excluded.owner_id, modified = now() "
    "WHERE thumbnails.blob <> excluded.blob"
)


class Writer:
    """Writes the passages of one batch, inside the transaction of its sink."""

    def __init__(self, session: Session, surveys: Mapping[str, SurveyRows]) -> None:
        self._session = session
        self._surveys = surveys
        self._audiences: dict[Grant, int] = {}

    def write(self, passages: Sequence[Passage], pictures: Mapping[tuple[AlertKey, str], str]) -> int:
        """Write everything; return how many candidates are new."""
        if not passages:
            return 0
        first = {one.alert.obj_id: one for one in reversed(passages)}
        objs = [rows.obj_of(one) for one in first.values()]
        ensure_objs(self._session, [NewObj(o.id, o.ra, o.dec) for o in objs], self._survey(passages[0]).owner_id)
        saved = self._candidates(passages)
        self._photometry(passages)
        state(self._session, (self._statement(one) for one in first.values()), anew=False)
        latest = self._not_outdated(rows.latest_by_obj(passages))
        self._annotations(latest)
        self._thumbnails(latest, pictures)
        return saved

    def _statement(self, passage: Passage) -> Statement:
        """What the first alert states of its obj, to the subscribers of its stream."""
        survey = self._survey(passage)
        standing = Standing(self._of_stream(passage), survey.holder_id, survey.owner_id)
        return Statement(passage.alert.obj_id, rows.obj_of(passage).stated(), standing)

    def _survey(self, passage: Passage) -> SurveyRows:
        return self._surveys[passage.key.survey]

    def _audience(self, grant: Grant) -> int:
        if grant not in self._audiences:
            self._audiences[grant] = intern(self._session, [grant])
        return self._audiences[grant]

    def _of_stream(self, passage: Passage) -> int:
        return self._audience(Grant(stream_id=self._survey(passage).stream_id))

    def _candidates(self, passages: Sequence[Passage]) -> int:
        now = datetime.now(UTC)
        made = [
            CandidateRow(
                one.alert.obj_id,
                chosen.id,
                now,
                self._audience(Grant(chosen.group_id, chosen.stream_id)),
                chosen.group_id,
                self._survey(one).owner_id,
                one.key.alert_id,
                chosen.parsed.step,
            )
            for one in passages
            for chosen in one.filters
        ]
        saved = len(add_candidates(self._session, made))
        told = sorted({(row.audience_id, row.obj_id) for row in made})
        events = [{"kind": "candidate.new", "audience_id": a, "obj_id": o, "payload": {}} for a, o in told]
        self._session.execute(insert(OutboxEvent).inline(), events)
        return saved

    def _photometry(self, passages: Sequence[Passage]) -> None:
        points = (p for one in passages for p in rows.points_of(one, self._survey(one), self._of_stream(one)))
        insert_points(self._session, rows.once(points))

    def _not_outdated(self, passages: Sequence[Passage]) -> list[Passage]:
        """Leave out alerts older than the one whose scores and pictures the obj shows already."""
        mjd = Annotation.data["mjd"].astext.cast(Double)
        query = select(Annotation.obj_id, Annotation.origin, func.max(mjd)).where(
            Annotation.obj_id.in_([one.alert.obj_id for one in passages]),
            Annotation.holder_id == self._survey(passages[0]).holder_id,
            Annotation.owner_id == self._survey(passages[0]).owner_id,
        )
        shown: dict[tuple[str, str], float] = {
            (obj_id, origin): latest
            for obj_id, origin, latest in self._session.execute(query.group_by(Annotation.obj_id, Annotation.origin))
            if latest is not None
        }
        return [
            one for one in passages if one.alert.mjd_utc >= shown.get((one.alert.obj_id, one.key.survey), float("-inf"))
        ]

    def _annotations(self, passages: Sequence[Passage]) -> None:
        upsert_annotations(
            self._session,
            [
                AnnotationRow(
                    one.alert.obj_id,
                    one.key.survey,
                    rows.annotation_of(one),
                    self._of_stream(one),
                    self._survey(one).holder_id,
                    self._survey(one).owner_id,
                )
                for one in passages
            ],
        )

    def _thumbnails(self, passages: Sequence[Passage], pictures: Mapping[tuple[AlertKey, str], str]) -> None:
        """Replace each obj's pictures; one row for each type, so that they do not pile up."""
        shown = [(one, kind) for one in passages for kind in sorted(one.pictures)]
        if not shown:
            return
        columns = {
            "objs": arrays.texts(one.alert.obj_id for one, _ in shown),
            "types": arrays.texts(kind for _, kind in shown),
            "blobs": arrays.texts(pictures[one.key, kind] for one, kind in shown),
            "origins": arrays.texts(one.key.survey for one, _ in shown),
            "audiences": arrays.numbers(self._of_stream(one) for one, _ in shown),
            "holders": arrays.numbers(self._survey(one).holder_id for one, _ in shown),
            "owners": arrays.numbers(self._survey(one).owner_id for one, _ in shown),
        }
        self._session.execute(_THUMBNAILS, columns)
