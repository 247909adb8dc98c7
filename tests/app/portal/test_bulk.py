"""The bulk services, run as the roles that use them."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest
from sqlalchemy import insert, select, text

from app.access.audiences import intern_groups
from app.errors import BadInput
from app.portal.annotations import AnnotationRow, upsert
from app.portal.candidates import CandidateRow, add_candidates
from app.portal.objs import NewObj, cone_ranges, ensure_objs, healpix_of
from app.portal.photometry import PointRow, insert_points
from app.portal.thumbnails import ThumbnailRow, add
from app.portal.visibility import Standing
from app.tables import Annotation, Filter, Instrument, Photometry, Telescope
from tests.support.world import World


@pytest.fixture
def bulk(world: World) -> dict[str, int]:
    """A robot in a group with a stream and a filter, and an instrument."""
    robot = world.user("robot")
    group = world.group("team", members=("robot",))
    stream = world.stream("alerts", subscribers=("robot",), groups=(group,))
    with world.context().transaction() as session:
        telescope = session.execute(
            insert(Telescope).values(name="Tel", nickname="T", diameter=1.0).returning(Telescope.id)
        ).scalar_one()
        instrument = session.execute(
            insert(Instrument)
            .values(name="Cam", type="imager", telescope_id=telescope, filters=["sdssr"])
            .returning(Instrument.id)
        ).scalar_one()
        chosen = session.execute(
            insert(Filter).values(name="all", group_id=group, stream_id=stream).returning(Filter.id)
        ).scalar_one()
        audience = intern_groups(session, [group])
    return {"robot": robot, "group": group, "instrument": instrument, "filter": chosen, "audience": audience}


def point(bulk: dict[str, int], **changed: Any) -> PointRow:
    made = PointRow(
        obj_id="Z1", instrument_id=bulk["instrument"], mjd=60000.25, filter="sdssr", flux=12.5, fluxerr=0.5,
        audience_id=bulk["audience"], holder_id=bulk["group"], owner_id=bulk["robot"], upload_id="u1",
    )  # fmt: skip
    return replace(made, **changed)


@pytest.mark.parametrize("service", ["ingest", "admin"])
def test_everything_twice_changes_nothing(world: World, bulk: dict[str, int], service: Any) -> None:
    context = world.context(service)
    rows = [
        point(bulk),
        point(bulk, flux=None, limiting_mag=20.5, altdata={"q": '"\\x', "n": None}, origin='a,"{}\\'),
        point(bulk, mjd=60000.1 + 0.2, flux=-0.1 - 0.2, stream_ids=(1, 2), alert_id=2**60),
        point(bulk),
    ]
    keep = {k: bulk[k] for k in ("audience", "group", "robot")}
    owned: Any = {"audience_id": keep["audience"], "holder_id": keep["group"], "owner_id": keep["robot"]}
    for turn in (1, 2):
        with context.transaction() as session:
            told = NewObj("Z1", 10.0, -20.0, alias=["a"], altdata={"x": 1}, standings=(Standing(**owned),))
            made = ensure_objs(session, [told], bulk["robot"])
            outcome = insert_points(session, rows, "ignore")
            passed = CandidateRow("Z1", bulk["filter"], datetime(2026, 1, 1, tzinfo=UTC), **owned)
            candidates = add_candidates(session, [passed, passed])
            changed = upsert(session, [AnnotationRow("Z1", "score", {"a": 1}, **owned)])
            thumbnail = add(session, ThumbnailRow("Z1", "new", **owned), b"png", context.blobs)
        assert thumbnail == 1
        if turn == 1:
            assert (made, outcome.n_new, outcome.duplicates, len(candidates), changed) == (1, 3, [3], 1, 1)
            assert len({i for i in outcome.ids if i is not None}) == 3
        else:
            assert (made, outcome.n_new, outcome.duplicates, len(candidates), changed) == (0, 0, [0, 1, 2, 3], 0, 0)
    with world.context().transaction() as session:
        stored = session.scalars(select(Photometry).order_by(Photometry.id)).all()
        assert {p.mjd for p in stored} == {60000.25, 60000.1 + 0.2}
        assert {p.flux for p in stored} == {12.5, None, -0.1 - 0.2}
        assert {tuple(p.stream_ids) for p in stored} == {(), (1, 2)}
        odd = next(p for p in stored if p.altdata)
        assert (odd.altdata, odd.origin) == ({"q": '"\\x', "n": None}, 'a,"{}\\')
        assert session.execute(text("SELECT n_photometry, n_rows, n_detections FROM obj_audience")).all() == [(3, 7, 1)]


def test_a_duplicate_is_reported_by_row(world: World, bulk: dict[str, int]) -> None:
    with world.context("ingest").transaction() as session:
        ensure_objs(session, [NewObj("Z1", 10.0, -20.0)], bulk["robot"])
        insert_points(session, [point(bulk)])
    with pytest.raises(BadInput) as fault, world.context("ingest").transaction() as session:
        insert_points(session, [point(bulk, mjd=1.0), point(bulk)], "report")
    assert fault.value.details["rows"] == [1]
    many = [point(bulk, mjd=float(n), limiting_mag=20.5, altdata={"n": "'"}, stream_ids=(1, 2)) for n in range(600)]
    for again in ([*many, point(bulk)], [*many, many[0]]):
        with pytest.raises(BadInput) as fault, world.context("ingest").transaction() as session:
            insert_points(session, again, "report")
        assert fault.value.details["rows"] == [600]
    with pytest.raises(BadInput) as fault, world.context("ingest").transaction() as session:
        insert_points(session, [many[1], many[1]], "report")
    assert fault.value.details["rows"] == [1]
    with world.context("ingest").transaction() as session:
        assert insert_points(session, many, "report").n_new == 600
    with world.context().transaction() as session:
        stored = session.scalars(select(Photometry).order_by(Photometry.mjd)).all()
        assert len(stored) == 601
        assert [(p.mjd, p.limiting_mag, p.altdata, p.stream_ids) for p in stored[:600]] == [
            (float(n), 20.5, {"n": "'"}, [1, 2]) for n in range(600)
        ]


def test_annotations_are_replaced(world: World, bulk: dict[str, int]) -> None:
    owned = {"audience_id": bulk["audience"], "holder_id": bulk["group"], "owner_id": bulk["robot"]}
    with world.context("ingest").transaction() as session:
        ensure_objs(session, [NewObj("Z1", 10.0, -20.0)], bulk["robot"])
        upsert(session, [AnnotationRow("Z1", "s", {"a": 1}, **owned)])
        assert upsert(session, [AnnotationRow("Z1", "s", {"a": 2}, **owned)]) == 1
        assert session.scalars(select(Annotation.data)).all() == [{"a": 2}]


def test_ten_thousand_points_are_stored_fast(world: World, bulk: dict[str, int]) -> None:
    rows = [point(bulk, obj_id=f"Z{i % 50}", mjd=59000 + i / 7, flux=i * 0.1, altdata={"i": i}) for i in range(10_000)]
    with world.context("ingest").transaction() as session:
        ensure_objs(session, [NewObj(f"Z{i}", 10.0, -20.0) for i in range(50)], bulk["robot"])
        started = time.perf_counter()
        outcome = insert_points(session, rows)
        took = time.perf_counter() - started
    print(f"{len(rows) / took:.0f} points/s")  # noqa: T201
    assert outcome.n_new == len(rows)
    assert len(rows) / took > 1500


def test_cones_cover_what_lies_in_them() -> None:
    rng = np.random.default_rng(5)
    for radius in (2e-4, 0.01, 1.0, 30.0):
        for ra, dec in ((0.0, 0.0), (359.9999, 45.0), (120.0, 89.99), (10.0, -90.0)):
            ranges = cone_ranges(ra, dec, radius)
            assert len(ranges) < 200
            angle = rng.uniform(0, 2 * np.pi, 50)
            distance = np.radians(radius) * np.sqrt(rng.uniform(0, 0.999, 50))
            lat = np.radians(dec)
            dec2 = np.arcsin(np.sin(lat) * np.cos(distance) + np.cos(lat) * np.sin(distance) * np.cos(angle))
            ra2 = np.radians(ra) + np.arctan2(
                np.sin(angle) * np.sin(distance) * np.cos(lat), np.cos(distance) - np.sin(lat) * np.sin(dec2)
            )
            cells = healpix_of(np.degrees(ra2) % 360, np.degrees(dec2))
            assert all(any(a <= c <= b for a, b in ranges) for c in cells)
