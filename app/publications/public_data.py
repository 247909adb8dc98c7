"""What of a source somebody may publish to the whole world, and what a policy forbids until when.

A row may be published

- under a policy: from the time on when the policy lets everybody in; by its holder's members, and by others only where
  its use asks for no permission;
- without one: by its holder's members; and by anybody if it belongs to the whole portal and everybody there reads it.

What belongs to somebody else is left out. What is one's own and not yet free is no reason for a smaller page but for a
refusal, which names the policy: whoever publishes must know that something is withheld.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, undefer

from app.access import audiences
from app.access.reads import Read, Reads
from app.errors import SkyrelayError
from app.policies.document import PolicyDocument, Product, Terms
from app.policies.evaluate import due_at, night_of
from app.portal.lightcurves import LightCurveOptions, by_obj
from app.tables import (
    AudienceGrant,
    Classification,
    Group,
    Instrument,
    Obj,
    ObjDetail,
    Photometry,
    Policy,
    PolicyVersion,
    Spectrum,
)
from app.times import time_of

SECTIONS = ("photometry", "spectroscopy", "classifications", "summary")
MOST_POINTS_OF_A_SPECTRUM = 1500
LARGEST = 1e30
"""What is beyond, or no number, is no measurement, and would only spoil the scale of a picture."""


class PolicyForbids(SkyrelayError):
    """A sharing policy does not let everybody see this yet."""

    code = "policy_forbids"
    status = 400


@dataclass(frozen=True)
class Choice:
    """What the publisher chose: which sections, and only data shared with these groups or streams, where named."""

    sections: frozenset[str]
    group_ids: tuple[int, ...] = ()
    stream_ids: tuple[int, ...] = ()


@dataclass
class Snapshot:
    """What is published: JSON-ready, by section; the terms of its use; how many rows of others were left out."""

    about: dict[str, Any]
    sections: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    terms: list[str] = field(default_factory=list)
    left_out: int = 0
    reads: Reads = field(default_factory=Counter)


@dataclass(frozen=True)
class _Row:
    holder_id: int
    audience_id: int
    policy_version_id: int | None
    observed_at: datetime


class _Judge:
    """Decides row by row for one publisher, at one time, with each policy read once."""

    def __init__(self, session: Session, now: datetime) -> None:
        self.session = session
        self.now = now
        self.everybody = audiences.sitewide_group_id(session)
        mine = select(Group.id).where(Group.id.in_(audiences.my_group_ids(session)), ~Group.sitewide)
        self.teams = set(session.scalars(mine))
        self.versions: dict[int, PolicyVersion] = {}
        self.open_to_all: set[int] = set()
        self.forbidden: dict[int, tuple[int, datetime | None]] = {}
        self.used: dict[tuple[int, Product], Terms] = {}
        self.left_out = 0
        self.reads: Reads = Counter()

    def learn(self, rows: Sequence[_Row]) -> None:
        """Read what is to be known about the audiences and policies of these rows, in two queries."""
        versions = {r.policy_version_id for r in rows if r.policy_version_id is not None} - set(self.versions)
        for version in self.session.scalars(select(PolicyVersion).where(PolicyVersion.id.in_(versions))):
            self.versions[version.id] = version
        self.open_to_all |= set(
            self.session.scalars(
                select(AudienceGrant.audience_id).where(
                    AudienceGrant.audience_id.in_({r.audience_id for r in rows}),
                    AudienceGrant.group_id == self.everybody,
                    AudienceGrant.stream_id.is_(None),
                )
            )
        )

    def publishes(self, obj_id: str, row: _Row, product: Product) -> bool:
        """Whether the row of an obj goes onto the page; counted as used, if so."""
        admitted = self.admits(row, product)
        if admitted and row.policy_version_id is not None:
            self.reads[Read(product.value, obj_id, row.holder_id, row.policy_version_id)] += 1
        return admitted

    def admits(self, row: _Row, product: Product) -> bool:
        """Whether the row goes onto the page; what a policy forbids to its own holder is noted."""
        own = row.holder_id in self.teams
        terms = self._terms(row.policy_version_id, product)
        if terms is None or row.policy_version_id is None:
            admitted = own or (row.holder_id == self.everybody and row.audience_id in self.open_to_all)
            self.left_out += not admitted
            return admitted
        due = due_at(night_of(row.observed_at), terms.everybody_days)
        if due is not None and due <= self.now:
            admitted = own or not any(use.kind == "permission" and use.is_required for use in terms.use)
        elif own:
            count, until = self.forbidden.get(row.policy_version_id, (0, datetime.min.replace(tzinfo=UTC)))
            latest = None if due is None or until is None else max(until, due)
            self.forbidden[row.policy_version_id] = (count + 1, latest)
            admitted = False
        else:
            admitted = False
        if admitted:
            self.used[row.policy_version_id, product] = terms
        else:
            self.left_out += not own
        return admitted

    def _terms(self, version_id: int | None, product: Product) -> Terms | None:
        version = self.versions.get(version_id) if version_id is not None else None
        return PolicyDocument.model_validate(version.document).terms(product) if version is not None else None

    def refuse(self) -> None:
        """Raise :class:`PolicyForbids` if there was anything of one's own that a policy forbids."""
        if not self.forbidden:
            return
        names = self._names(self.forbidden)
        faults = [
            {"policy": names[v], "policy_version_id": v, "rows": count, "until": until.isoformat() if until else None}
            for v, (count, until) in sorted(self.forbidden.items())
        ]
        first = faults[0]
        until = f"until {str(first['until'])[:16]}Z" if first["until"] else "for good"
        raise PolicyForbids(
            f"The policy {first['policy']} keeps {first['rows']} measurements from the public {until}. "
            "Publish other sections or streams now, or wait.",
            policies=faults,
        )

    def _names(self, version_ids: Iterable[int]) -> dict[int, str]:
        parts = {v: self.versions[v].parts or [v] for v in version_ids}
        rows = self.session.execute(
            select(PolicyVersion.id, PolicyVersion.version, Policy.name)
            .join(Policy, Policy.id == PolicyVersion.policy_id)
            .where(PolicyVersion.id.in_({p for each in parts.values() for p in each}))
        )
        named = {row.id: f"{row.name!r} (version {row.version})" for row in rows}
        return {v: " with ".join(named[p] for p in each if p in named) for v, each in parts.items()}

    def terms_of_use(self) -> list[str]:
        """Return the sentences that go with what was admitted."""
        texts = [text for terms in self.used.values() for use in terms.use for text in use.texts]
        return list(dict.fromkeys(texts))


def snapshot(session: Session, obj_id: str, choice: Choice, now: datetime) -> Snapshot:
    """Return what the principal may publish of a source, of what they chose.

    Raises :class:`PolicyForbids` where a policy withholds rows of their own that they chose.
    """
    judge = _Judge(session, now)
    obj = session.get_one(Obj, obj_id)
    made = Snapshot({"id": obj.id, "ra": obj.ra, "dec": obj.dec})
    readers = {
        "photometry": _photometry, "spectroscopy": _spectra, "classifications": _classifications, "summary": _summary,
    }  # fmt: skip
    for section in SECTIONS:
        if section in choice.sections:
            made.sections[section] = readers[section](session, judge, obj_id, choice)
    judge.refuse()
    made.terms, made.left_out, made.reads = judge.terms_of_use(), judge.left_out, judge.reads
    return made


def _chosen(table: Any, choice: Choice) -> list[ColumnElement[bool]]:
    grants = [
        AudienceGrant.group_id.in_(choice.group_ids) if choice.group_ids else None,
        AudienceGrant.stream_id.in_(choice.stream_ids) if choice.stream_ids else None,
    ]
    named = [grant for grant in grants if grant is not None]
    return [table.audience_id.in_(select(AudienceGrant.audience_id).where(or_(*named)))] if named else []


def _photometry(session: Session, judge: _Judge, obj_id: str, choice: Choice) -> list[dict[str, Any]]:
    p = Photometry
    query = select(p.id, p.mjd, p.holder_id, p.audience_id, p.policy_version_id).where(
        p.obj_id == obj_id, p.superseded_by_id.is_(None), *_chosen(p, choice)
    )
    rows = {r.id: _Row(r.holder_id, r.audience_id, r.policy_version_id, time_of(r.mjd)) for r in session.execute(query)}
    judge.learn(list(rows.values()))
    admitted = {number for number, row in rows.items() if judge.publishes(obj_id, row, Product.PHOTOMETRY)}
    points = by_obj(session, [obj_id], LightCurveOptions(format="mag")).get(obj_id, [])
    told = ("mjd", "filter", "mag", "magerr", "limiting_mag", "instrument_name")
    return [{name: point[name] for name in told} for point in points if point["id"] in admitted]


def _spectra(session: Session, judge: _Judge, obj_id: str, choice: Choice) -> list[dict[str, Any]]:
    query = (
        select(Spectrum, Instrument.name)
        .join(Instrument, Instrument.id == Spectrum.instrument_id)
        .where(Spectrum.obj_id == obj_id, *_chosen(Spectrum, choice))
        .order_by(Spectrum.observed_at, Spectrum.id)
        .options(undefer(Spectrum.wavelengths), undefer(Spectrum.fluxes))
    )
    found = []
    pairs = session.execute(query).all()
    rows = [_Row(s.holder_id, s.audience_id, s.policy_version_id, s.observed_at) for s, _ in pairs]
    judge.learn(rows)
    for (spectrum, instrument), row in zip(pairs, rows, strict=True):
        if judge.publishes(obj_id, row, Product.SPECTRUM):
            found.append({"instrument_name": instrument, "observed_at": spectrum.observed_at.isoformat(),
                          "units": spectrum.units, **_thinned(spectrum)})  # fmt: skip
    return found


def _thinned(spectrum: Spectrum) -> dict[str, list[float]]:
    wavelengths, fluxes = (np.frombuffer(b, dtype="<f8") for b in (spectrum.wavelengths, spectrum.fluxes))
    good = (np.abs(wavelengths) < LARGEST) & (np.abs(fluxes) < LARGEST)
    step = max(1, math.ceil(int(good.sum()) / MOST_POINTS_OF_A_SPECTRUM))
    return {"wavelengths": wavelengths[good][::step].tolist(), "fluxes": fluxes[good][::step].tolist()}


def _classifications(session: Session, judge: _Judge, obj_id: str, choice: Choice) -> list[dict[str, Any]]:
    c = Classification
    query = select(c).where(c.obj_id == obj_id, *_chosen(c, choice)).order_by(c.created_at, c.id)
    return [
        {"classification": row.classification, "probability": row.probability, "at": row.created_at.isoformat()}
        for row in _free(judge, session.scalars(query).all())
    ]


def _summary(session: Session, judge: _Judge, obj_id: str, choice: Choice) -> list[dict[str, Any]]:
    query = select(ObjDetail).where(ObjDetail.obj_id == obj_id, *_chosen(ObjDetail, choice)).order_by(ObjDetail.id)
    told: dict[str, tuple[float, Any]] = {}
    for row in _free(judge, session.scalars(query).all()):
        for name in ("redshift", "redshift_error", "tns_name", "summary"):
            if name in row.stated and float(row.stated[name]) >= told.get(name, (-math.inf, None))[0]:
                told[name] = (float(row.stated[name]), getattr(row, name))
    return [{"name": name, "value": value} for name, (_, value) in told.items() if value is not None]


def _free(judge: _Judge, rows: Sequence[Any]) -> list[Any]:
    """Notes have no policy: they are their holder's."""
    judged = [_Row(r.holder_id, r.audience_id, None, r.created_at) for r in rows]
    judge.learn(judged)
    return [row for row, verdict in zip(rows, judged, strict=True) if judge.admits(verdict, Product.PHOTOMETRY)]
