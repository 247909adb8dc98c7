"""Conditions that a list of objs can be asked for: each is about one obj, and knows only what the reader may read.

``obj_id`` is always the column of the list that names the obj. A condition on rows beside the obj (classifications,
comments …) asks for the objs of such rows, which the database finds once for all.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Double, Select, and_, case, cast, func, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute

from app.errors import BadInput
from app.portal.followup_details import detail
from app.portal.magnitudes import AB_ZP
from app.portal.obj_details import holds
from app.tables import (
    Annotation,
    Classification,
    Comment,
    FollowupRequest,
    Listing,
    Obj,
    ObjAudience,
    ObjDetail,
    Photometry,
    ResourceAnnotation,
    Source,
    SourceLabel,
    Spectrum,
    Taxonomy,
)
from app.times import mjd_of

ObjId = InstrumentedAttribute[str]
Condition = ColumnElement[bool]
Range = tuple[float | None, float | None]
FORCED_ORIGINS = ("fp", "alert_fp")
"""Origins of photometry that was forced at a position, as SkyPortal's ingest names them."""
_OPERATORS: dict[str, Callable[[Any, Any], Condition]] = {
    name: getattr(operator, name) for name in ("eq", "ne", "gt", "ge", "lt", "le")
}
_NUMBER = r"^[-+]?(\d{1,40}\.?\d{0,40}|\.\d{1,40})([eE][-+]?\d{1,2})?$"


_STATISTICS: dict[str, ColumnElement[Any]] = {
    "n": func.sum(ObjAudience.n_detections),
    "first": func.min(ObjAudience.first_detected_mjd),
    "last": func.max(ObjAudience.last_detected_mjd),
}
_UNFORCED: dict[str, ColumnElement[Any]] = {
    "n": func.count(Photometry.id), "first": func.min(Photometry.mjd), "last": func.max(Photometry.mjd),
}  # fmt: skip


@dataclass(frozen=True)
class Detected:
    """Bounds on when and how often an obj was detected; ``forced`` tells whether forced photometry counts."""

    first_after: datetime | None = None
    last_before: datetime | None = None
    number: int | None = None
    forced: bool = True


@dataclass(frozen=True)
class Noted:
    """Which comments or annotations are meant: by words or keys, by whom or from where, between when and when."""

    asked: Sequence[str] = ()
    origins: Sequence[str] = ()
    author_id: int | None = None
    before: datetime | None = None
    after: datetime | None = None

    def within(self, table: type[Annotation | Comment | ResourceAnnotation]) -> list[Condition]:
        """Return the conditions on when such a row was made."""
        found = [] if self.before is None else [table.created_at <= self.before]
        return found if self.after is None else [*found, table.created_at >= self.after]


@dataclass(frozen=True)
class Classes:
    """Classes wanted (all of them where ``simultaneous``) and not wanted, as ``taxonomy: class`` or the class alone."""

    wanted: Sequence[str] = ()
    unwanted: Sequence[str] = ()
    simultaneous: bool = False
    any_at_all: bool | None = None


@dataclass(frozen=True)
class Labels:
    """Whether an obj was labelled, by this user or by anybody."""

    labelled: bool
    by_user_id: int | None = None


@dataclass(frozen=True)
class Spectra:
    """Whether there is a spectrum, and one observed before or after a time."""

    some: bool | None = None
    before: datetime | None = None
    after: datetime | None = None


@dataclass(frozen=True)
class AnnotationIs:
    """An annotation's value: equal to ``value``, or a number within ``bounds``."""

    origin: str
    key: str
    value: Any = None
    bounds: Range = (None, None)


@dataclass(frozen=True)
class PointsNoted:
    """Annotations of photometry points: which, and how many there must be."""

    noted: Noted
    at_least: int = 1


@dataclass(frozen=True)
class Followup:
    """That there is a follow-up request, whose status contains these words."""

    status: str | None = None


@dataclass(frozen=True)
class OnList:
    """A named list of one user's."""

    user_id: int
    name: str
    there: bool = field(default=True)


def contains(text: ColumnElement[Any] | InstrumentedAttribute[str], part: str) -> Condition:
    """Return the condition that a text has a part, whatever the case; no wildcards."""
    return func.strpos(func.lower(text), part.lower()) > 0


def called(obj_id: ObjId, part: str) -> Condition:
    """Part of the obj's name, or of its TNS name."""
    return or_(contains(obj_id, part), holds("tns_name", obj_id, lambda value: contains(value, part)))


def every(conditions: Sequence[Condition]) -> Condition:
    """All of these."""
    return and_(true(), *conditions)


def origin(obj_id: ObjId, part: str) -> Condition:
    """Part of where the obj came from."""
    return holds("origin", obj_id, lambda value: contains(value, part))


def alias(obj_id: ObjId, part: str) -> Condition:
    """Part of one of the obj's other names."""
    return holds("alias", obj_id, lambda value: contains(func.array_to_string(value, "\n"), part))


def simbad_class(obj_id: ObjId, name: str) -> Condition:
    """The class that Simbad gives, as ``altdata.simbad.class`` says it."""
    path = ("simbad", "class")
    return holds("altdata", obj_id, lambda v: func.lower(func.jsonb_extract_path_text(v, *path)) == name.lower())


def has_tns_name(obj_id: ObjId, wanted: bool) -> Condition:
    """Whether the obj has a name at the Transient Name Server."""
    named = holds("tns_name", obj_id, lambda value: value != "")
    return named if wanted else ~named


def detected(obj_id: ObjId, wanted: Detected) -> Condition:
    """First and last detection and their number, over what the reader's audiences know."""
    rows = _STATISTICS if wanted.forced else _UNFORCED
    having: list[Condition] = []
    if wanted.number is not None:
        having.append(rows["n"] >= wanted.number)
    if wanted.first_after is not None:
        having.append(rows["first"] >= mjd_of(wanted.first_after))
    if wanted.last_before is not None:
        having.append(rows["last"] <= mjd_of(wanted.last_before))
    if wanted.forced:
        return obj_id.in_(select(ObjAudience.obj_id).group_by(ObjAudience.obj_id).having(and_(*having)))
    seen = (func.abs(Photometry.flux) >= 3 * Photometry.fluxerr, Photometry.origin.not_in(FORCED_ORIGINS))
    return select(and_(*having)).where(Photometry.obj_id == obj_id, *seen).correlate(obj_id.class_).scalar_subquery()


def peak_magnitude(obj_id: ObjId, bounds: Range) -> Condition:
    """AB magnitude of the brightest detection."""
    return _magnitude(obj_id, func.max(ObjAudience.peak)[1], bounds)


def latest_magnitude(obj_id: ObjId, bounds: Range) -> Condition:
    """AB magnitude of the last detection."""
    return _magnitude(obj_id, func.max(ObjAudience.latest)[2], bounds)


def _magnitude(obj_id: ObjId, flux: ColumnElement[Any], bounds: Range) -> Condition:
    faintest, brightest = (None if mag is None else 10 ** (-0.4 * (mag - AB_ZP)) for mag in reversed(bounds))
    having = [] if faintest is None else [flux >= faintest]
    if brightest is not None:
        having.append(flux <= brightest)
    return obj_id.in_(select(ObjAudience.obj_id).group_by(ObjAudience.obj_id).having(and_(*having)))


def _of_class(name: str) -> Condition:
    taxonomy, _, plain = name.rpartition(":")
    is_it = Classification.classification == plain.strip()
    if not taxonomy:
        return is_it
    return and_(is_it, Classification.taxonomy_id.in_(select(Taxonomy.id).where(Taxonomy.name == taxonomy.strip())))


def classes(obj_id: ObjId, wanted: Classes) -> Condition:
    """Classifications; whether there is any at all asks for those by people, as SkyPortal does."""

    def carries(*is_it: Condition) -> Condition:
        return obj_id.in_(select(Classification.obj_id).where(or_(*is_it)))

    found: list[Condition] = []
    names = [_of_class(name) for name in wanted.wanted]
    if names:
        found += [carries(one) for one in names] if wanted.simultaneous else [carries(*names)]
    if wanted.unwanted:
        found.append(~carries(*(_of_class(name) for name in wanted.unwanted)))
    if wanted.any_at_all is not None:
        some = carries(~Classification.ml)
        found.append(some if wanted.any_at_all else ~some)
    return every(found)


def spectra(obj_id: ObjId, wanted: Spectra) -> Condition:
    """Spectra, by when they were observed (UTC)."""
    there: Select[str] = select(Spectrum.obj_id)
    found = [] if wanted.some is None else [obj_id.in_(there) if wanted.some else obj_id.not_in(there)]
    if wanted.before is not None:
        found.append(obj_id.in_(there.where(Spectrum.observed_at <= wanted.before)))
    if wanted.after is not None:
        found.append(obj_id.in_(there.where(Spectrum.observed_at >= wanted.after)))
    return every(found)


def followup(obj_id: ObjId, wanted: Followup) -> Condition:
    """A follow-up request."""
    asked: Select[str] = select(FollowupRequest.obj_id)
    if wanted.status:
        asked = asked.where(contains(detail("status"), wanted.status.strip()))
    return obj_id.in_(asked)


def on_list(obj_id: ObjId, wanted: OnList) -> Condition:
    """On one of the user's own lists, or not."""
    listed = select(Listing.obj_id).where(Listing.user_id == wanted.user_id, Listing.list_name == wanted.name)
    return obj_id.in_(listed) if wanted.there else obj_id.not_in(listed)


def labels(obj_id: ObjId, wanted: Labels) -> Condition:
    """Labelled, or not."""
    labelled: Select[str] = select(SourceLabel.obj_id)
    if wanted.by_user_id is not None:
        labelled = labelled.where(SourceLabel.owner_id == wanted.by_user_id)
    return obj_id.in_(labelled) if wanted.labelled else obj_id.not_in(labelled)


def commented(obj_id: ObjId, wanted: Noted) -> Condition:
    """A comment that has one of these words."""
    says = wanted.within(Comment)
    if wanted.asked:
        says.append(or_(*(contains(Comment.text, word) for word in wanted.asked)))
    if wanted.author_id is not None:
        says.append(Comment.owner_id == wanted.author_id)
    return obj_id.in_(select(Comment.obj_id).where(*says))


def annotated(obj_id: ObjId, wanted: Noted) -> Condition:
    """For each ``key`` or ``key: value: operator`` an annotation that has it."""
    about = [*wanted.within(Annotation), *_from(Annotation, wanted)]
    tests = [[annotation_test(asked)] for asked in wanted.asked] or [[]]
    return every([obj_id.in_(select(Annotation.obj_id).where(*about, *test)) for test in tests])


def _from(table: type[Annotation | ResourceAnnotation], wanted: Noted) -> list[Condition]:
    origins = [origin.lower() for origin in wanted.origins]
    return [func.lower(table.origin).in_(origins)] if origins else []


def points_annotated(obj_id: ObjId, wanted: PointsNoted) -> Condition:
    """Enough annotations of photometry points that pass every test."""
    a, noted = ResourceAnnotation, wanted.noted
    tests = [annotation_test(asked, a.data, "photometryAnnotationsFilter") for asked in noted.asked]
    about = [a.resource_type == "photometry", *noted.within(a), *_from(a, noted), *tests]
    return obj_id.in_(select(a.obj_id).where(*about).group_by(a.obj_id).having(func.count() >= wanted.at_least))


def annotation_test(asked: str, data: Any = None, name: str = "annotationsFilter") -> Condition:
    """Return the condition on an annotation's data (``Annotation.data`` unless told) of ``key[: number: operator]``."""
    data = Annotation.data if data is None else data
    parts = [part.strip() for part in asked.split(":")]
    if len(parts) == 1:
        return and_(data[parts[0]].is_not(None), func.jsonb_typeof(data[parts[0]]) != "null")
    if len(parts) != 3 or parts[2] not in _OPERATORS:
        raise BadInput(f"{asked!r}: send key, or key:value:operator with one of {', '.join(_OPERATORS)}.", field=name)
    try:
        value = float(parts[1])
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise BadInput(f"{parts[1]!r} is not a number.", field=name)
    return _OPERATORS[parts[2]](number_of(data, parts[0]), value)


def number_of(data: Any, key: str) -> ColumnElement[Any]:
    """Return the number under a key of a document, null where there is none; text that is a number counts."""
    text = data[key].astext
    return case((text.regexp_match(_NUMBER), cast(text, Double)), else_=None)


def annotation_is(obj_id: ObjId, wanted: AnnotationIs) -> Condition:
    """An annotation of this origin with this value, or a number within bounds."""
    about = [Annotation.origin == wanted.origin]
    low, high = wanted.bounds
    if low is None and high is None:
        said = wanted.value if isinstance(wanted.value, str) else str(wanted.value).lower()
        about.append(Annotation.data[wanted.key].astext == said)
    value = number_of(Annotation.data, wanted.key)
    if low is not None:
        about.append(value >= low)
    if high is not None:
        about.append(value <= high)
    return obj_id.in_(select(Annotation.obj_id).where(*about))


def changed_after(obj_id: ObjId, when: datetime) -> Condition:
    """Saved, or stated anew, after a time.

    When a name was first used is knowledge of whoever used it, so what counts are the reader's own saves and the
    statements that they may read.
    """
    saved = select(Source.obj_id).where(Source.modified > when)
    stated = select(ObjDetail.obj_id).where(ObjDetail.modified > when)
    return or_(obj_id.in_(saved), obj_id.in_(stated))


def at_place(obj_id: ObjId, inside: Condition) -> Condition:
    """At a place on the sky; ``inside`` is a condition on :class:`Obj`."""
    return obj_id.in_(select(Obj.id).where(inside))
