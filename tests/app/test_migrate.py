"""Migrations: applied once, one at a time, in bounded time, and agreeing with the tables."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import psycopg2
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, text

from app.migrate import MigrationError, scripts, upgrade_url
from app.tables import metadata


def test_the_second_time_there_is_nothing_to_do(migrated_url: str) -> None:
    assert upgrade_url(migrated_url) is False


def test_two_that_start_together_do_not_collide(empty_url: str) -> None:
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda _: upgrade_url(empty_url, lock_timeout_s=60), range(2)))
    assert sorted(done) == [False, True]


def test_the_migrations_make_what_the_tables_say(migrated_url: str) -> None:
    engine = create_engine(migrated_url)
    with engine.connect() as connection:
        difference = compare_metadata(MigrationContext.configure(connection), metadata)
    engine.dispose()
    assert difference == []


def test_there_is_one_newest_migration() -> None:
    assert len(scripts().get_heads()) == 1


def test_a_migration_waits_for_a_lock_only_so_long(migrated_url: str) -> None:
    with closing(psycopg2.connect(migrated_url.replace("+psycopg2", ""))) as other, other.cursor() as cursor:
        cursor.execute("UPDATE alembic_version SET version_num = NULL WHERE false")
        cursor.execute("SELECT pg_advisory_lock(7365879215)")
        with pytest.raises(MigrationError, match=r"in use.*Nothing was changed"):
            upgrade_url(migrated_url, lock_timeout_s=0.2)


def test_a_database_from_the_future_is_refused(migrated_url: str) -> None:
    engine = create_engine(migrated_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(MigrationError, match="written by a newer Skyrelay"):
        upgrade_url(migrated_url)


def test_an_absent_server_is_a_sentence_without_the_password() -> None:
    with pytest.raises(MigrationError, match="cannot be reached") as caught:
        upgrade_url("postgresql+psycopg2://someone:hunter2@127.0.0.1:9/nothing")
    assert "hunter2" not in caught.value.message
