"""The module ``reminders`` of skyportal-py, and the worker that tells what is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from skyportal_py import reminders as sky
from skyportal_py import sources
from skyportal_py._http import SkyPortalError
from sqlalchemy import delete, func, select, text

from app.portal.remind import Reminding
from app.tables import GroupUser, Notification, OutboxEvent, Spectrum
from tests.app.api.contract.test_comments import shift, spectrum, told
from tests.app.api.scene import Scene, make_scene
from tests.support.world import World

SOON = datetime(2030, 1, 1, tzinfo=UTC)


@pytest.fixture
def scene(portal: World) -> Scene:
    """Red keeps the source S1."""
    made = make_scene(portal)
    sources.post_source(portal.sky("ada"), sources.SourcePost(id="S1", ra=1, dec=2, group_ids=[made.red]))
    return made


def tell(scene: Scene, now: datetime) -> int:
    return Reminding(lambda: now, swept_every_s=1e9)(scene.world.context("release"))


def test_reminders_of_every_kind(scene: Scene) -> None:
    ada, carl, bob = (scene.world.sky(name) for name in ("ada", "carl", "bob"))
    users = [scene.world.user_id("ada"), scene.world.user_id("carl")]
    places: tuple[tuple[str, Any], ...] = (
        ("S1", "source"), (str(spectrum(scene)), "spectra"), (str(shift(scene)), "shift")
    )  # fmt: skip
    for key, kind in places:
        of: dict[str, Any] = {"resource_type": kind}
        number = int(key) if key.isdecimal() else 0
        new = sky.ReminderPost(text="look again", next_reminder="2030-01-01T00:00:00")
        [mine] = sky.post_reminder(ada, key, new, **of).reminder_ids
        both = new.model_copy(update={"user_ids": users, "group_ids": [scene.red], "number_of_reminders": 3})
        assert len(sky.post_reminder(ada, key, both, **of).reminder_ids) == 2
        found = sky.fetch_reminders(carl, key, **of)
        assert (found.resource_id, found.resource_type, len(found.reminders)) == (key, kind, 3)
        one = sky.fetch_reminder(carl, key, mine, **of)
        assert (one.text, one.next_reminder, one.reminder_delay, one.number_of_reminders) == ("look again", SOON, 1, 1)
        assert (one.user_id, (one.user or {})["username"], one.bot) == (users[0], "ada", True)
        ids = one.model_dump(include={"obj_id", "spectrum_id", "shift_id"}, exclude_none=True)
        assert (
            ids == {"source": {"obj_id": "S1"}, "spectra": {"spectrum_id": number}, "shift": {"shift_id": number}}[kind]
        )
        sky.update_reminder(carl, key, mine, sky.ReminderUpdate(text="now", reminder_delay=0.5), **of)
        sky.update_reminder(ada, key, mine, sky.ReminderUpdate(user_ids=[users[1]], number_of_reminders=2), **of)
        one = sky.fetch_reminder(ada, key, mine, **of)
        assert (one.text, one.reminder_delay, one.number_of_reminders, one.user_id) == ("now", 0.5, 2, users[1])
        for refused in (
            lambda: sky.fetch_reminders(bob, key, **of),  # noqa: B023
            lambda: sky.fetch_reminder(bob, key, mine, **of),  # noqa: B023
            lambda: sky.post_reminder(bob, key, new, **of),  # noqa: B023
            lambda: sky.update_reminder(bob, key, mine, sky.ReminderUpdate(text="x"), **of),  # noqa: B023
            lambda: sky.delete_reminder(bob, key, mine, **of),  # noqa: B023
            lambda: sky.fetch_reminder(ada, key, 10**6, **of),  # noqa: B023
        ):
            with pytest.raises(SkyPortalError):
                refused()
        sky.delete_reminder(carl, key, mine, **of)
        assert len(sky.fetch_reminders(ada, key, **of).reminders) == 2
    client = scene.world.client("ada")
    for field, wrong in (
        ("text", {"text": ""}), ("next_reminder", {"next_reminder": "soon"}), ("user_ids", {"user_ids": [10**6]}),
        ("next_reminder", {"next_reminder": "0001-01-01"}), ("reminder_delay", {"reminder_delay": 0}),
        ("number_of_reminders", {"number_of_reminders": 0}), ("group_ids", {"group_ids": [scene.blue]}),
        ("user_ids", {"user_ids": [scene.world.user_id("bob")], "group_ids": [scene.red]}),
    ):  # fmt: skip
        body = {"text": "x", "next_reminder": "2030-01-01"} | wrong
        answer = client.post("/api/source/S1/reminders", json=body)
        assert (answer.status_code, answer.json()["data"]["field"]) == (400, field), answer.text
    for path in ("gcn_event/1/reminders", "earthquake/1/reminders"):
        assert client.get(f"/api/{path}").status_code == 501


def test_due_reminders_are_told_once_each_time(scene: Scene) -> None:
    ada = scene.world.sky("ada")
    new = sky.ReminderPost(text="rise?", next_reminder="2030-01-01T00:00:00", number_of_reminders=4, reminder_delay=1)
    [number] = sky.post_reminder(ada, "S1", new).reminder_ids
    assert tell(scene, SOON - timedelta(seconds=1)) == 0
    assert [tell(scene, SOON), tell(scene, SOON)] == [1, 0]
    assert told(scene, "ada") == ["Reminder: rise?"]
    assert told(scene, "carl") == []
    one = sky.fetch_reminder(ada, "S1", number)
    assert (one.number_of_reminders, one.next_reminder) == (3, SOON + timedelta(days=1))
    # No worker ran for two days: what was missed is told once.
    assert tell(scene, SOON + timedelta(days=2, hours=1)) == 1
    one = sky.fetch_reminder(ada, "S1", number)
    assert (one.number_of_reminders, one.next_reminder) == (1, SOON + timedelta(days=3))
    assert tell(scene, SOON + timedelta(days=30)) == 1
    assert tell(scene, SOON + timedelta(days=60)) == 0
    assert len(told(scene, "ada")) == 3
    with scene.world.context().transaction() as session:
        assert session.execute(
            select(func.count()).select_from(OutboxEvent).where(OutboxEvent.kind == "notification.new")
        ).scalar_one() == 3  # fmt: skip


def test_whoever_no_longer_reads_it_is_told_nothing(scene: Scene) -> None:
    """Ada is taken out of the team after she asked carl to be reminded, and before it is due."""
    key = str(spectrum(scene))
    new = sky.ReminderPost(
        text="secret plan", next_reminder="2030-01-01", group_ids=[scene.red], user_ids=[scene.world.user_id("ada")]
    )
    sky.post_reminder(scene.world.sky("carl"), key, new, resource_type="spectra")
    ada = scene.world.user_id("ada")
    with scene.world.context().transaction() as session:
        session.execute(delete(GroupUser).where(GroupUser.user_id == ada, GroupUser.group_id == scene.red))
    assert tell(scene, SOON) == 1
    assert told(scene, "ada") == []
    with scene.world.context("web").transaction(scene.world.principal("ada")) as session:
        assert session.execute(select(func.count()).select_from(Notification)).scalar_one() == 0
        seen = select(func.count()).select_from(OutboxEvent).where(OutboxEvent.kind == "notification.new")
        assert session.execute(seen).scalar_one() == 0
        assert session.execute(text("SELECT count(*) FROM reminders")).scalar_one() == 0


def test_notes_go_with_what_they_are_about(scene: Scene) -> None:
    key = spectrum(scene)
    client = scene.world.client("ada")
    assert client.post(f"/api/spectra/{key}/comments", json={"text": "hi @carl"}).status_code == 200
    body = {"text": "x", "next_reminder": "2030-01-01"}
    assert client.post(f"/api/spectra/{key}/reminders", json=body).status_code == 200
    assert len(told(scene, "carl")) == 1
    with scene.world.context().transaction() as session:
        session.execute(delete(Spectrum))
    assert told(scene, "carl") == []
    Reminding()(scene.world.context("release"))
    with scene.world.context().transaction() as session:
        for table in ("resource_comments", "reminders", "notifications"):
            assert session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() == 0
