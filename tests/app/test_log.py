"""What a log line carries, in both forms."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import logging, sys
from pathlib import Path
from app import log
from app.config import load_settings
log.configure(load_settings(Path(sys.argv[1]), {"logging.format": sys.argv[2]}), "web")
logger = log.get_logger("app.somewhere")
with log.request("abc"), log.bound(trigger_id=7):
    logger.info("happened", facility_token="t0p", token_id="id-1", obj_id="ZTF21")
logging.getLogger("library").warning("careful %s", "now")
logger.debug("too fine")
"""


def lines(folder: Path, form: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder), form], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == ""
    return done.stderr.splitlines()


def test_json_lines_carry_service_request_and_no_secret(tmp_path: Path) -> None:
    first, second = (json.loads(line) for line in lines(tmp_path, "json"))
    assert first.pop("timestamp").endswith("Z")
    assert first == {
        "event": "happened",
        "level": "info",
        "logger": "app.somewhere",
        "service": "web",
        "request_id": "abc",
        "trigger_id": 7,
        "facility_token": "***",
        "token_id": "id-1",
        "obj_id": "ZTF21",
    }
    assert (second["event"], second["level"], second["logger"]) == ("careful now", "warning", "library")
    assert "request_id" not in second


@pytest.mark.parametrize("word", ["happened", "request_id=abc", "service=web", "obj_id=ZTF21"])
def test_text_lines_are_for_eyes(tmp_path: Path, word: str) -> None:
    assert word in lines(tmp_path, "text")[0]
