"""What has served its time goes; what is still wanted stays; nobody else may sweep."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import ProgrammingError

from app.access.audiences import intern_groups
from app.access.authenticate import Browser, open_session
from app.access.outbox import announce
from app.portal.credentials import create_login_link
from app.portal.sweep import Sweeper
from app.tables import LoginLink, OutboxEvent, WebSession
from tests.support.world import World


def test_only_what_has_served_its_time_goes(world: World) -> None:
    ada = world.user("ada")
    group_id = world.group("team", members=("ada",))
    with world.context().transaction() as session:
        audience_id = intern_groups(session, [group_id])
        announce(session, "comment.new", audience_id=audience_id, obj_id="old")
    with world.context().transaction() as session:
        session.execute(update(OutboxEvent).values(at=datetime.now(UTC) - timedelta(days=8)))
        announce(session, "comment.new", audience_id=audience_id, obj_id="new")
        open_session(session, ada, Browser(-1, "test"))
        open_session(session, ada, Browser(1, "test"))
        create_login_link(session, ada, -60 * 25)
        create_login_link(session, ada, 60)
    sweep = Sweeper()
    assert sweep(world.context("release")) == 3
    assert sweep(world.context("release")) == 0
    with world.context().transaction() as session:
        assert session.scalars(select(OutboxEvent.obj_id)).all() == ["new"]
        assert len(session.scalars(select(WebSession.user_id)).all()) == 1
        assert len(session.scalars(select(LoginLink.user_id)).all()) == 1


def test_the_portal_may_not_sweep(world: World) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), world.context("web").transaction() as session:
        session.execute(text("SELECT access.sweep(now())"))
