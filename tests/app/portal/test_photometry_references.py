"""What photometry refers to is there and stays there, though no foreign key says so: also where two meet."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import psycopg2
import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import IntegrityError

from app.access.audiences import intern_groups
from app.portal.objs import NewObj, ensure_objs
from app.portal.photometry import KEY, PointRow, in_key_order, insert_points
from app.tables import Instrument, Telescope
from tests.support.waiting import until
from tests.support.world import World

PARENTS = ("objs", "audiences", "groups", "users", "instruments", "policy_versions", "followup_requests")


@pytest.fixture
def row(world: World) -> dict[str, Any]:
    """The columns of a point that refers to things that exist, one of each."""
    owner, group = world.user("ada"), world.group("team", members=("ada",))
    with world.context().transaction() as session:
        made = session.execute(insert(Telescope).values(name="T", nickname="T", diameter=1.0).returning(Telescope.id))
        instrument = session.execute(
            insert(Instrument).values(name="C", type="imager", telescope_id=made.scalar_one()).returning(Instrument.id)
        ).scalar_one()
        ensure_objs(session, [NewObj("Z1", 10.0, 20.0), NewObj("Z2", 11.0, 20.0)], owner)
        audience = intern_groups(session, [group])
    return {
        "obj_id": "Z1", "instrument_id": instrument, "mjd": 60000.0, "filter": "sdssr", "flux": 1.0, "fluxerr": 0.1,
        "audience_id": audience, "holder_id": group, "owner_id": owner, "upload_id": "u",
    }  # fmt: skip


@contextmanager
def connected(world: World) -> Iterator[Any]:
    with closing(psycopg2.connect(str(world.settings.database.url).replace("+psycopg2", ""))) as connection:
        yield connection


def store(world: World, **values: Any) -> None:
    with world.context().transaction() as session:
        insert_points(session, [PointRow(**values)])


def count(world: World) -> int:
    with world.context().transaction() as session:
        return int(session.execute(text("SELECT count(*) FROM photometry")).scalar_one())


@pytest.mark.parametrize(
    ("column", "value"),
    [("obj_id", "nowhere"), ("audience_id", 99_999), ("holder_id", 99_999), ("owner_id", 99_999),
     ("instrument_id", 99_999), ("policy_version_id", 99_999), ("followup_request_id", 99_999)],
)  # fmt: skip
def test_a_point_cannot_refer_to_what_is_not_there(world: World, row: dict[str, Any], column: str, value: Any) -> None:
    with pytest.raises(IntegrityError) as fault:
        store(world, **row | {column: value})
    assert getattr(fault.value.orig, "pgcode", None) == "23503"
    store(world, **row)
    with connected(world) as connection, connection.cursor() as cursor:
        with pytest.raises(psycopg2.errors.ForeignKeyViolation):
            cursor.execute(f"UPDATE photometry SET {column} = %s", (value,))
        connection.rollback()
    assert count(world) == 1


def test_what_photometry_refers_to_cannot_go_but_for_its_obj(world: World, row: dict[str, Any]) -> None:
    store(world, **row)
    with connected(world) as connection, connection.cursor() as cursor:
        for table, column in (
            ("audiences", "audience_id"), ("groups", "holder_id"), ("users", "owner_id"),
            ("instruments", "instrument_id"),
        ):  # fmt: skip
            with pytest.raises(psycopg2.Error) as fault:
                cursor.execute(f"DELETE FROM {table} WHERE id = %s", (row[column],))
            assert fault.value.pgcode in ("23001", "23503")
            connection.rollback()
            with pytest.raises(psycopg2.errors.RestrictViolation):
                cursor.execute(f"UPDATE {table} SET id = id + 1000 WHERE id = %s", (row[column],))
            connection.rollback()
        for table in PARENTS:
            with pytest.raises(psycopg2.errors.RestrictViolation):
                # A cascade reaches photometry no more, so it must be refused.
                cursor.execute(f"TRUNCATE {table} CASCADE")
            connection.rollback()
        connection.set_session(isolation_level="REPEATABLE READ")
        with pytest.raises(psycopg2.errors.FeatureNotSupported):
            cursor.execute("DELETE FROM instruments")
        connection.rollback()
        connection.set_session(isolation_level="READ COMMITTED")
        cursor.execute("DELETE FROM objs WHERE id = 'Z2'")
        cursor.execute("DELETE FROM objs WHERE id = 'Z1'")
        connection.commit()
    assert count(world) == 0


@pytest.mark.parametrize(("table", "column"), [("instruments", "instrument_id"), ("objs", "obj_id")])
def test_whoever_deletes_waits_for_whoever_stores(world: World, row: dict[str, Any], table: str, column: str) -> None:
    outcome: list[str | None] = []

    def delete() -> None:
        with connected(world) as other, other.cursor() as cursor:
            try:
                cursor.execute(f"DELETE FROM {table} WHERE id = %s", (row[column],))
                other.commit()
                outcome.append("deleted")
            except psycopg2.Error as error:
                outcome.append(error.pgcode)

    with world.context().transaction() as session:
        insert_points(session, [PointRow(**row)])
        thread = threading.Thread(target=delete)
        thread.start()
        until(lambda: waiting(world) == 1, 20, "the deletion waits")
    thread.join(20)
    # The obj takes its photometry along, also what it could not see when it began; an instrument stays.
    assert (outcome, count(world)) == ((["deleted"], 0) if table == "objs" else (["23001"], 1))


@pytest.mark.parametrize(("table", "column"), [("instruments", "instrument_id"), ("objs", "obj_id")])
def test_whoever_stores_waits_for_whoever_deletes(world: World, row: dict[str, Any], table: str, column: str) -> None:
    outcome: list[Any] = []

    def put() -> None:
        try:
            store(world, **row)
            outcome.append("stored")
        except IntegrityError as error:
            outcome.append(getattr(error.orig, "pgcode", None))

    with connected(world) as connection, connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE id = %s", (row[column],))
        thread = threading.Thread(target=put)
        thread.start()
        until(lambda: waiting(world) == 1, 20, "the point waits")
        connection.commit()
    thread.join(20)
    assert (outcome, count(world)) == (["23503"], 0)


def waiting(world: World) -> int:
    with world.context().transaction() as session:
        found = session.execute(text("SELECT count(*) FROM pg_locks WHERE NOT granted"))
        return int(found.scalar_one())


def test_rows_are_sorted_by_their_whole_key(row: dict[str, Any]) -> None:
    points = [
        PointRow(**row | changed)
        for changed in ({"mjd": 2.0}, {"flux": None}, {"obj_id": "A"}, {"mjd": 2.0, "filter": "b"}, {"fluxerr": 0.05})
    ]
    columns = {name: [getattr(point, name) for point in points] for name in KEY}
    assert in_key_order(len(points), columns).tolist() == [2, 3, 0, 4, 1]
