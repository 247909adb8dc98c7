"""The demo collaboration: seeded once, seen as its policy says, wiped without a trace."""

from __future__ import annotations

from sqlalchemy import func, select, text

from app.demo import cast
from app.demo.seed import seed_demo
from app.demo.wipe import wipe_demo
from app.tables import Group, Photometry, User
from tests.support.world import World


def _points(world: World, username: str) -> int:
    with world.context("web").transaction(world.principal(username)) as session:
        return session.execute(
            select(func.count()).select_from(Photometry).where(Photometry.obj_id == cast.SOURCE)
        ).scalar_one()


def test_seeding_twice_changes_nothing(world: World) -> None:
    assert seed_demo(world.context())
    assert not seed_demo(world.context())


def test_the_partner_sees_only_what_is_released(world: World) -> None:
    seed_demo(world.context())
    everything = _points(world, "demo-pi")
    released = _points(world, "demo-partner")
    assert everything == 54
    assert 0 < released < everything


def test_wiping_leaves_everybody_else_alone(world: World) -> None:
    world.user("ada")
    own = world.group("team", members=("ada",))
    seed_demo(world.context())
    with world.context().transaction() as session:
        wipe_demo(session)
        assert session.scalars(select(User.username).where(User.demo)).all() == []
        assert session.scalars(select(Group.name).where(Group.demo)).all() == []
        assert session.get(Group, own) is not None
        assert session.execute(text("SELECT count(*) FROM photometry")).scalar_one() == 0
    assert seed_demo(world.context()), "the demo can be seeded again"
