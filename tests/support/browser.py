"""A real browser: the machine's Chromium, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

CALM = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip


def need_chromium() -> str:
    """Return the path of Chromium; skip by name where there is none, fail where CI must have it."""
    found = os.environ.get("SKYRELAY_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if found:
        return found
    if os.environ.get("CI") == "true":
        pytest.fail("CI needs Chromium: install the package `chromium`, or set SKYRELAY_CHROMIUM")
    pytest.skip("Chromium is absent: install the package `chromium`, or set SKYRELAY_CHROMIUM")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run the browser without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=need_chromium(), args=list(CALM))
        try:
            yield browser
        finally:
            browser.close()


def visitor(browser: Browser, *, width: int = 1360, height: int = 900, scheme: str = "light") -> BrowserContext:
    """Open a fresh profile, in UTC, with a window of the given size in CSS pixels."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        timezone_id="UTC",
    )
    context.set_default_timeout(30_000)
    return context


def keep_picture(page_bytes: bytes, folder: Path, name: str) -> None:
    """Keep a screenshot where a person can look at it afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.png").write_bytes(page_bytes)
