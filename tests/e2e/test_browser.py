"""The chain walked by a person in a real browser, on the stack as ``skyrelay run`` starts it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.alerts import need_alerts
from tests.support.browser import chromium, keep_picture, need_chromium, visitor
from tests.support.stack import Stack, small_installation

PACKETS = "ztf/v4_01_kowalski_20231012"
SLOW_MS = 120_000
CUTOUT_PIXELS = 63
EXPOSURE_S = "600"
"""Long enough that the site can be closed while it observes: 30 s at the observatories' speed."""


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A running installation that has read real ZTF packets."""
    need_chromium()
    alerts = need_alerts()
    made = Stack(tmp_path_factory.mktemp("browser"), small_installation())
    try:
        made.start()
        made.run("ingest", str(alerts / PACKETS))
        yield made
    finally:
        made.stop()


@pytest.fixture(scope="module")
def browser(stack: Stack) -> Iterator[Browser]:
    with chromium() as running:
        yield running


def _log_in(stack: Stack, browser: Browser, username: str) -> Page:
    printed = stack.run("user", "link", username)
    link = re.search(r"http\S+/login/\S+", printed)
    assert link is not None, printed
    page = visitor(browser).new_page()
    code = link[0].rpartition("/")[2]
    page.goto(f"{stack.base_url}/login/{code}")
    expect(page.get_by_test_id("nav-candidates").first).to_be_visible()
    return page


def _picture(page: Page, name: str) -> None:
    folder = os.environ.get("SKYRELAY_PICTURES")
    if folder:
        keep_picture(page.screenshot(), Path(folder), name)


def _vet(page: Page) -> str:
    card = page.get_by_test_id("candidate-card")
    expect(card).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("k")
    for kind in ("new", "ref", "sub"):
        picture = card.get_by_test_id(f"cutout-{kind}")
        expect(picture).to_have_js_property("naturalWidth", CUTOUT_PIXELS)
    curve = card.get_by_test_id("light-curve")
    expect(curve).to_be_visible()
    assert int(curve.get_attribute("data-points") or 0) > 0
    obj_id = card.get_attribute("data-obj")
    assert obj_id is not None
    _picture(page, "scan")
    page.keyboard.press("s")
    dialog = page.get_by_test_id("save-dialog")
    dialog.get_by_label("Demo Transients").check()
    dialog.get_by_test_id("save-submit").click()
    expect(card.get_by_test_id("saved-chip").first).to_be_visible()
    page.keyboard.press("c")
    form = page.get_by_test_id("classify-form")
    form.get_by_role("combobox").fill("Supernova")
    page.get_by_test_id("classify-option").first.click()
    form.get_by_test_id("classify-submit").click()
    expect(card.get_by_test_id("candidate-classification").first).to_contain_text("Supernova")
    return obj_id


def _trigger(page: Page) -> None:
    page.get_by_test_id("new-trigger").click()
    form = page.get_by_test_id("trigger-form")
    rows = form.get_by_test_id("trigger-filter-row")
    expect(rows).to_have_count(2)
    for index in range(rows.count()):
        rows.nth(index).get_by_label("Seconds").fill(EXPOSURE_S)
    _picture(page, "trigger-form")
    form.get_by_test_id("trigger-submit").click()


def test_the_chain(stack: Stack, browser: Browser) -> None:
    page = _log_in(stack, browser, "demo-scanner")
    page.goto(f"{stack.base_url}/candidates")
    obj_id = _vet(page)
    page.goto(f"{stack.base_url}/source/{obj_id}")
    curve = page.get_by_test_id("light-curve")
    expect(curve).to_be_visible()
    before = int(curve.get_attribute("data-points") or 0)
    _trigger(page)
    attempts = page.get_by_test_id("attempt")
    expect(attempts.first).to_have_attribute("data-state", re.compile("accepted|observing"), timeout=SLOW_MS)
    first_site = attempts.first.get_attribute("data-site")
    assert first_site is not None
    stack.run("drill", "close", first_site, "--reason", "Clouds from the west")
    expect(attempts.first).to_have_attribute("data-state", "cancelled", timeout=SLOW_MS)
    expect(attempts.first.get_by_test_id("attempt-reason")).to_contain_text("Clouds from the west")
    expect(attempts.nth(1)).to_have_attribute("data-state", "completed", timeout=SLOW_MS)
    assert attempts.nth(1).get_attribute("data-site") != first_site
    # No reload: the websocket tells of the new photometry, and the page fetches it.
    expect(curve).to_have_attribute("data-points", str(before + 2), timeout=SLOW_MS)
    _picture(page, "source")

    board = page.context.new_page()
    board.goto(f"{stack.base_url}/followup")
    expect(board.get_by_test_id("trigger-board")).to_contain_text(obj_id)
    _picture(board, "board")

    partner = _log_in(stack, browser, "demo-partner")
    partner.goto(f"{stack.base_url}/source/{obj_id}")
    theirs = partner.get_by_test_id("light-curve")
    expect(theirs).to_have_attribute("data-points", str(before))
    stack.sql("UPDATE releases SET due_at = now() WHERE done_at IS NULL AND due_at < now() + interval '60 days'")
    expect(theirs).to_have_attribute("data-points", str(before + 2), timeout=SLOW_MS)

    partner.get_by_test_id("open-publication").click()
    partner.get_by_test_id("publication-title-input").fill("On a transient")
    partner.get_by_test_id("publication-submit").click()
    obligations = partner.get_by_test_id("rights-panel").get_by_test_id("obligation")
    expect(obligations).to_have_count(2)
    expect(obligations.first.get_by_test_id("obligation-creditor")).to_have_text("Demo Transients")
    expect(obligations.first.get_by_test_id("obligation-policy")).to_contain_text("Demo follow-up")
    _picture(partner, "publication")


def test_it_works_on_a_phone_without_scrolling_sideways(stack: Stack, browser: Browser) -> None:
    printed = stack.run("user", "link", "demo-pi")
    code = re.search(r"/login/(\S+)", printed)
    assert code is not None
    page = visitor(browser, width=390, height=844, scheme="dark").new_page()
    page.goto(f"{stack.base_url}/login/{code[1]}")
    for place in (
        "/candidates", "/followup", "/policies", "/policies/1", "/policies/new", "/releases", "/visibility",
        "/publications", "/owed", "/takings", "/conduct", "/groups", "/ops",
    ):  # fmt: skip
        page.goto(stack.base_url + place)
        expect(page.locator("main")).to_be_visible()
        expect(page.locator(".MuiSkeleton-root")).to_have_count(0)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 1, f"{place} is {wide} pixels too wide for a phone"
        _picture(page, f"phone{place.replace('/', '-')}")


def test_the_api_is_tried_from_its_description(stack: Stack, browser: Browser) -> None:
    page = _log_in(stack, browser, "demo-pi")
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(f"{stack.base_url}/api-browser")
    page.get_by_test_id("api-search").fill("post sources comments")
    operation = page.locator('[data-operation="post_api_sources_obj_id_comments"]')
    operation.get_by_role("button").first.click()
    # As it stands: the example is filled in, and goes out with the session.
    operation.get_by_test_id("api-send").click()
    expect(operation.get_by_test_id("api-answer")).to_have_attribute("data-status", "200")
    page.goto(f"{stack.base_url}/source/DemoSN")
    expect(page.get_by_test_id("comments")).to_have_attribute("data-count", "2")
    assert faults == []


def test_a_policy_is_written_with_its_preview(stack: Stack, browser: Browser) -> None:
    page = _log_in(stack, browser, "demo-pi")
    page.goto(f"{stack.base_url}/policies/new")
    page.get_by_test_id("template-ztf-partnership-like").click()
    page.get_by_label("Demo Partner").check()
    page.get_by_test_id("template-fill").click()
    preview = page.get_by_test_id("policy-preview")
    expect(preview.get_by_test_id("policy-summary")).to_contain_text("Demo Partner sees it 30 days after")
    expect(preview.get_by_test_id("simulation-reader").first).to_contain_text("Demo Partner")
    page.get_by_test_id("use-acknowledge").check()
    # What is wrong is told where it is, and the form leads there.
    expect(preview.get_by_test_id("policy-fault")).to_contain_text("Acknowledgement")
    page.get_by_test_id("policy-save").click()
    expect(page.get_by_test_id("part-fault")).to_contain_text("needs the text to print")
    page.get_by_label("Text", exact=True).fill("Made with simulated telescopes")
    expect(preview.get_by_test_id("policy-summary")).to_contain_text("Made with simulated telescopes")
    page.get_by_test_id("policy-name").fill("Written in the dashboard")
    page.get_by_test_id("policy-save").click()
    expect(page.get_by_test_id("policy-page")).to_contain_text("Written in the dashboard")
    expect(page.get_by_test_id("attachments")).to_have_attribute("data-count", "0")
    _picture(page, "policy")


def test_rights_are_seen_and_settled(stack: Stack, browser: Browser) -> None:
    partner = _log_in(stack, browser, "demo-partner")
    partner.goto(f"{stack.base_url}/publications")
    partner.get_by_test_id("new-publication").click()
    partner.get_by_test_id("publication-title-input").fill("A supernova")
    partner.get_by_test_id("publication-targets").fill("DemoSN")
    partner.get_by_test_id("publication-submit").click()
    place = partner.get_by_test_id("publication-page")
    expect(place.get_by_test_id("before-next")).to_contain_text("Demo Transients")
    place.get_by_test_id("stage-announced").click()
    expect(place).to_have_attribute("data-stage", "announced")
    place.get_by_test_id("obligation-offered").click()
    expect(place.locator('[data-testid="obligation"][data-state="offered"]')).to_be_visible()

    page = _log_in(stack, browser, "demo-pi")
    page.goto(f"{stack.base_url}/owed")
    owed = page.get_by_test_id("owed-panel").locator('[data-testid="obligation"][data-state="offered"]')
    owed.get_by_test_id("obligation-opted_in").click()
    expect(owed).to_have_count(0)
    page.goto(f"{stack.base_url}/publications")
    expect(page.locator('[data-column="announced"]')).to_contain_text("A supernova")
    page.goto(f"{stack.base_url}/releases")
    # By keyboard: what was released at the start and what comes next can lie on each other.
    page.get_by_test_id("release-mark").first.press("Enter")
    expect(page.get_by_test_id("release-nights").get_by_test_id("release").first).to_be_visible()
    page.goto(f"{stack.base_url}/visibility")
    expect(page.get_by_test_id("matrix-row").filter(has_text="Demo Partner")).to_be_visible()
    page.goto(f"{stack.base_url}/source/DemoSN")
    page.get_by_test_id("why-obj").click()
    expect(page.get_by_test_id("why-told")).to_contain_text("Demo Partner")
