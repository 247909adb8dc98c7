"""Where the real alert packets lie; they are no part of the project, so a machine may not have them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[3] / "shared" / "alerts"
ALERTS = Path(os.environ.get("SKYRELAY_ALERTS", str(_BESIDE)))


def need_alerts() -> Path:
    """Return the folder of real packets; skip by name where it is absent, fail where CI must have it."""
    if ALERTS.is_dir():
        return ALERTS
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI needs the real alert packets at {ALERTS}; set SKYRELAY_ALERTS")
    pytest.skip(f"the real alert packets are absent ({ALERTS}); set SKYRELAY_ALERTS to their folder")
