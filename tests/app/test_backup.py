"""A backup brings everything back; a damaged one, a full database or one in use changes nothing."""

from __future__ import annotations

import io
import shutil
import stat
import tarfile
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import psycopg2
import pytest

from app.backup import BackupError, make_backup, restore_backup, unpack


def quiet(_name: str, _bytes: int) -> None:
    """Nobody watches."""


def run(url: str, *statements: str) -> object:
    connected = closing(psycopg2.connect(url.replace("+psycopg2", ""), connect_timeout=5))
    with connected as connection, connection, connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
        return cursor.fetchall() if cursor.description else None


@pytest.fixture
def blobs(tmp_path: Path) -> Path:
    folder = tmp_path / "blobs"
    for content in (b"a cut-out", b"an attachment" * 1000):
        digest = sha256(content).hexdigest()
        path = folder / digest[:2] / digest
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    return folder


@pytest.fixture
def made(migrated_url: str, blobs: Path, tmp_path: Path) -> Path:
    """A backup of a database with a group in it."""
    run(migrated_url, "INSERT INTO groups (name) VALUES ('Kept')")
    make_backup(migrated_url, blobs, tmp_path / "backup.tar", quiet)
    return tmp_path / "backup.tar"


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def rewrite(source: Path, target: Path, name: str, change: bytes | None) -> None:
    """Copy a tar with one member replaced, or left out."""
    with tarfile.open(source) as old, tarfile.open(target, "w") as new:
        for member in old:
            data = old.extractfile(member)
            assert data is not None
            if not member.name.startswith(name):
                new.addfile(member, data)
            elif change is not None:
                path = target.with_suffix(".part")
                path.write_bytes(change)
                new.add(path, arcname=member.name)


def test_database_and_blobs_come_back_together(made: Path, blobs: Path, empty_url: str, tmp_path: Path) -> None:
    back = tmp_path / "elsewhere" / "blobs"
    manifest = restore_backup(empty_url, back, made, force=False, progress=quiet)
    assert run(empty_url, "SELECT name FROM groups WHERE name = 'Kept'") == [("Kept",)]
    assert contents(back) == contents(blobs)
    assert manifest.schema_revision is not None
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert not list(tmp_path.glob(".skyrelay-*")) + list(tmp_path.glob("*.partial"))


def test_row_security_and_grants_come_back(made: Path, migrated_url: str, empty_url: str, tmp_path: Path) -> None:
    facts = (
        "SELECT tablename, policyname, roles::text, cmd, qual, with_check FROM pg_policies ORDER BY 1, 2",
        "SELECT relname, relrowsecurity, relforcerowsecurity, relacl::text FROM pg_class"
        " WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1",
    )
    restore_backup(empty_url, tmp_path / "b", made, force=False, progress=quiet)
    for fact in facts:
        before = run(migrated_url, fact)
        assert before
        assert run(empty_url, fact) == before


def test_a_full_database_is_replaced_only_by_force(made: Path, migrated_url: str, tmp_path: Path) -> None:
    run(migrated_url, "UPDATE groups SET name = 'Later' WHERE name = 'Kept'")
    with pytest.raises(BackupError, match=r"is not empty \(\d+ tables\).*--force"):
        restore_backup(migrated_url, tmp_path / "b", made, force=False, progress=quiet)
    assert run(migrated_url, "SELECT name FROM groups WHERE name IN ('Kept', 'Later')") == [("Later",)]
    restore_backup(migrated_url, tmp_path / "b", made, force=True, progress=quiet)
    assert run(migrated_url, "SELECT name FROM groups WHERE name IN ('Kept', 'Later')") == [("Kept",)]


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        ("blobs/", b"something else", "is damaged: blobs/"),
        ("blobs/", None, "is damaged: blobs/"),
        ("database.dump", b"something else", "is damaged: database.dump"),
        ("manifest.json", None, "is no complete backup"),
        ("manifest.json", b"{}", "is no complete backup"),
    ],
)
def test_what_does_not_match_its_manifest_is_refused(
    made: Path, migrated_url: str, tmp_path: Path, name: str, change: bytes | None, words: str
) -> None:
    damaged = tmp_path / "damaged.tar"
    rewrite(made, damaged, name, change)
    with pytest.raises(BackupError, match=words):
        restore_backup(migrated_url, tmp_path / "b", damaged, force=True, progress=quiet)
    assert run(migrated_url, "SELECT count(*) FROM groups WHERE name = 'Kept'") == [(1,)]
    assert contents(tmp_path / "b") == {}


def test_a_truncated_file_is_refused(made: Path, empty_url: str, tmp_path: Path) -> None:
    short = tmp_path / "short.tar"
    short.write_bytes(made.read_bytes()[: made.stat().st_size // 2])
    with pytest.raises(BackupError, match="is no complete backup"):
        restore_backup(empty_url, tmp_path / "b", short, force=False, progress=quiet)


@pytest.mark.parametrize("name", ["../outside", "blobs/../../outside", "/tmp/skyrelay-outside"])
def test_no_member_is_written_outside(tmp_path: Path, name: str) -> None:
    crafted, folder = tmp_path / "crafted.tar", tmp_path / "inside"
    folder.mkdir()
    with tarfile.open(crafted, "w") as archive:
        member = tarfile.TarInfo(name)
        member.size = 3
        archive.addfile(member, io.BytesIO(b"out"))
    with pytest.raises(BackupError, match="no file inside it"):
        unpack(crafted, folder, quiet)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["crafted.tar", "inside"]
    assert not Path("/tmp/skyrelay-outside").exists()


def test_a_database_in_use_is_left_alone(made: Path, migrated_url: str, tmp_path: Path) -> None:
    with closing(psycopg2.connect(migrated_url.replace("+psycopg2", ""))) as other, other.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM groups")
        with pytest.raises(BackupError, match=r"is in use \(1 connections\)"):
            restore_backup(migrated_url, tmp_path / "b", made, force=True, progress=quiet)
    assert run(migrated_url, "SELECT count(*) FROM groups WHERE name = 'Kept'") == [(1,)]


def test_a_folder_that_cannot_be_written_is_a_sentence(migrated_url: str, blobs: Path, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="could not be written"):
        make_backup(migrated_url, blobs, tmp_path / "absent" / "backup.tar", quiet)
    shutil.rmtree(blobs)
    manifest = make_backup(migrated_url, blobs, tmp_path / "no-blobs.tar", quiet)
    assert list(manifest.files) == ["database.dump"]
