"""The e-mail of a call of attention: only to who wants it and may read it, and with nothing of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import select, text

from app.context import Context
from app.errands.kinds import Desk, Job, TryAgain
from app.errands.outside import Outside
from app.outbound.source_mail import run
from app.portal.notifications import MAIL
from app.tables import ErrandRow
from tests.app.api.scene import make_scene
from tests.support.smtp import Mailbox, mail_server
from tests.support.world import World, served


@pytest.fixture
def box() -> Iterator[Mailbox]:
    with mail_server() as made:
        yield made


def test_only_members_who_want_mail_get_one(world: World, box: Mailbox) -> None:
    mail = world.settings.mail.model_copy(update={"host": "127.0.0.1", "port": box.port, "security": "none"})
    settings = world.settings.model_copy(update={"mail": mail})
    web, errands = Context.create(settings, "web"), Context.create(settings, "errands")
    scene = make_scene(world)
    with world.context().transaction() as session:
        wish = (
            "UPDATE users SET contact_email = username || '@example.org', preferences = '{\"allowEmailAlerts\": true}'"
        )
        session.execute(text(wish))
    both = world.group("Both", members=("ada", "bob"))
    with served(web) as address:
        world.base_url = address
        ada = world.client("ada")
        assert (
            ada.post("/api/sources", json={"id": "S1", "ra": 1, "dec": 2, "group_ids": [scene.red]}).status_code == 200
        )
        body = {"sourceId": "S1", "groupIds": [scene.red, both], "level": "hard", "additionalNotes": "secret"}
        assert "E-mail follows" in ada.post("/api/source_notifications", json=body).json()["message"]
    with world.context().transaction() as session:
        row = session.scalars(select(ErrandRow).where(ErrandRow.kind == MAIL)).one()
        assert row.key is not None
        job = Job(row.id, row.kind, row.payload, row.key, row.owner_id, row.holder_id, 1)
    desk = Desk(errands, Outside(settings.outside))
    box.refusing = "451 later"
    with pytest.raises(TryAgain):
        run(desk, job)
    box.refusing = None
    assert run(desk, job).note == "Sent to 1 address(es)."
    [(to, letter)] = box.letters
    assert set(to) == {"carl@example.org", mail.sender}
    assert not {word for word in ("secret", "S1", "carl@", "bob@") if word in letter}
    # Carl is no longer in the team when it is tried again.
    with world.context().transaction() as session:
        session.execute(text("DELETE FROM group_users WHERE group_id = :g"), {"g": scene.red})
    assert run(desk, job).note == "Nobody wants e-mail."
    assert len(box.letters) == 1
    web.close()
    errands.close()
