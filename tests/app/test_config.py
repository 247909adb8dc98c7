"""Where a setting comes from, and the sentence for each way of getting one wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from app.config import PROJECT, ConfigError, Settings, as_environment, load_settings
from app.config_layers import dotted_keys

DEFAULTS = PROJECT / "config.yaml.defaults"


def write(folder: Path, text: str) -> Path:
    (folder / "config.yaml").write_text(text)
    return folder


def test_later_layers_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "server: {port: 6001, threads: 3, processes: 2}\nstorage: {var: elsewhere}")
    monkeypatch.setenv("SKYRELAY__SERVER__THREADS", "4")
    monkeypatch.setenv("SKYRELAY__INGEST__KAFKA__TOPICS", "[ztf, lsst]")
    settings = load_settings(tmp_path, {"server.processes": 5, "live": {"heartbeat_s": 1.5}})
    assert (settings.server.host, settings.server.port) == ("127.0.0.1", 6001)
    assert (settings.server.threads, settings.server.processes) == (4, 5)
    assert settings.ingest.kafka.topics == ("ztf", "lsst")
    assert settings.live.heartbeat_s == 1.5
    assert settings.blobs == tmp_path / "elsewhere" / "blobs"


def test_a_child_process_gets_the_same_overrides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    overrides = {"database.url": "postgresql://u:p%40ss@h/" + "d" * 90, "server.base_url": None, "server.port": 1}
    for name, value in as_environment(overrides).items():
        monkeypatch.setenv(name, value)
    assert load_settings(tmp_path) == load_settings(tmp_path, overrides)


def test_addresses_for_people(tmp_path: Path) -> None:
    assert load_settings(tmp_path).base_url == "http://127.0.0.1:5000"
    assert load_settings(tmp_path, {"server.host": "0.0.0.0"}).base_url == "http://127.0.0.1:5000"
    assert load_settings(tmp_path, {"server.base_url": "https://a.example/"}).base_url == "https://a.example"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("server: {prot: 1}", "there is no key server.prot; the nearest is server.port"),
        ("servr: {port: 1}", "there is no key servr; the nearest is server."),
        ("port: 1", "there is no key port; the nearest is server.port"),
        ("followup: {observatories: {wether: clear}}", "the nearest is followup.observatories.weather"),
        ("server: 5", "server is a section, so it takes keys below it (host, port"),
        ("server: {port: abc}", "server.port cannot be 'abc': a whole number is expected"),
        ("server: {port: 70000}", "server.port cannot be 70000: input should be less than or equal to 65535"),
        ("demo: {enabled: perhaps}", "demo.enabled cannot be 'perhaps'"),
        ("ingest: {kafka: {topics: ztf}}", "ingest.kafka.topics cannot be 'ztf': a list is expected"),
        ("followup: {observatories: {night: dark}}", "should be 'real', 'rehearsed' or 'always'"),
        ("server: {base_url: relay}", "an address such as https://relay.example.org is expected"),
        ("server: [", "the YAML is broken in line"),
        ("- server", "must hold sections"),
    ],
)
def test_each_mistake_is_one_sentence_with_the_file(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_settings(write(tmp_path, text))
    assert words in caught.value.message
    assert caught.value.message.startswith(str(tmp_path / "config.yaml"))
    assert "\n" not in caught.value.message


def test_a_secret_is_never_repeated(tmp_path: Path) -> None:
    for text in ("database: {url: 'mysql://u:hunter2@h/d'}", "security: {secret_key: hunter2}"):
        with pytest.raises(ConfigError) as caught:
            load_settings(write(tmp_path, text))
        assert "hunter2" not in caught.value.message


def test_a_bad_variable_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SKYRELAY__SERVER__PROT", "1")
    with pytest.raises(ConfigError, match="The environment variable SKYRELAY__SERVER__PROT: there is no key"):
        load_settings(tmp_path)


def test_the_defaults_hold_every_key_with_its_explanation() -> None:
    content = yaml.safe_load(DEFAULTS.read_text())
    lines = DEFAULTS.read_text().splitlines()
    for dotted in dotted_keys(Settings):
        value = content
        for part in dotted.split("."):
            assert part in value, dotted
            value = value[part]
        key = dotted.rpartition(".")[2]
        places = [number for number, line in enumerate(lines) if line.strip().startswith(f"{key}:")]
        assert places, dotted
        for number in places:
            section = lines[number].endswith(":")
            assert section or lines[number - 1].strip().startswith("#"), f"{dotted} has no comment above it"
