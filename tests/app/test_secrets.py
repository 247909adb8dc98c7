"""The secret is made once; what it encrypts only it can read."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.config import ConfigError, load_settings
from app.secrets import Vault, WrongSecret, derive, load_secret


def test_processes_that_start_together_get_one_secret(tmp_path: Path) -> None:
    settings = load_settings(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(lambda _: load_secret(settings), range(16)))
    assert len(made) == 1
    assert stat.S_IMODE((tmp_path / "var" / "secret.key").stat().st_mode) == 0o600


def test_the_configured_secret_wins(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, {"security.secret_key": "k" * 40})
    assert load_secret(settings) == b"k" * 40
    assert not (tmp_path / "var").exists()


def test_a_folder_in_its_place_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "var" / "secret.key").mkdir(parents=True)
    with pytest.raises(ConfigError, match="cannot be read"):
        load_secret(load_settings(tmp_path))


def test_purposes_do_not_share_a_key() -> None:
    assert derive(b"s" * 32, "cookie") != derive(b"s" * 32, "vault")
    assert len(derive(b"s" * 32, "cookie")) == 32


def test_vault_reads_its_own_and_older_secrets_only() -> None:
    old, new = Vault(b"old" * 16), Vault(b"new" * 16, older=(b"old" * 16,))
    stored = old.encrypt("token of a facility")
    assert "facility" not in stored
    assert new.decrypt(stored) == "token of a facility"
    with pytest.raises(WrongSecret, match="enter the credential again"):
        old.decrypt(new.encrypt("x"))
