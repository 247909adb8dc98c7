"""A small world for tests of the objects' API: two teams that share a portal and an instrument."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert

from app.portal.objs import NewObj, ensure_objs
from app.tables import Filter, Instrument, Taxonomy, Telescope
from tests.support.world import World

TAXONOMY = {"class": "Time-domain Source", "subclasses": [{"class": "Supernova", "subclasses": [{"class": "Ia"}]}]}


@dataclass
class Scene:
    """``ada`` is in the red team, ``bob`` in the blue one, ``root`` may everything, ``carl`` administers red."""

    world: World
    red: int
    blue: int
    stream: int
    filter: int
    instrument: int

    def taxonomy(self) -> int:
        """A taxonomy that everybody reads."""
        from app.access.audiences import intern_groups, sitewide_group_id

        with self.world.context().transaction() as session:
            everybody = sitewide_group_id(session)
            values: dict[str, Any] = {
                "name": "T", "version": "1", "hierarchy": TAXONOMY, "holder_id": everybody,
                "audience_id": intern_groups(session, [everybody]), "owner_id": self.world.user_id("root"),
            }  # fmt: skip
            return session.execute(insert(Taxonomy).values(**values).returning(Taxonomy.id)).scalar_one()

    def obj(self, *names: str) -> None:
        """Objs that nobody but their maker knows of yet."""
        with self.world.context().transaction() as session:
            ensure_objs(session, [NewObj(n, 10.0, 20.0) for n in names], self.world.user_id("root"))

    def points(self, obj_id: str, **changed: Any) -> dict[str, Any]:
        """A body for ``POST /api/photometry`` of three points."""
        return {
            "obj_id": obj_id, "instrument_id": self.instrument, "filter": "sdssr", "mjd": [60000.0, 60001.0, 60002.0],
            "mag": [19.0, None, 18.5], "magerr": [0.05, None, 0.04], "limiting_mag": 20.5, "group_ids": [self.red],
        } | changed  # fmt: skip


def make_scene(world: World) -> Scene:
    """Fill a portal with the two teams."""
    for name in ("ada", "bob", "carl"):
        world.user(name)
    world.user("root", roles=("Super admin",))
    red = world.group("Red", admins=("carl",), members=("ada",))
    blue = world.group("Blue", members=("bob",))
    stream = world.stream("Alerts", subscribers=("ada", "bob", "carl"), groups=(red, blue))
    with world.context().transaction() as session:
        telescope = session.execute(
            insert(Telescope).values(name="Tel", nickname="T", diameter=1.0).returning(Telescope.id)
        ).scalar_one()
        instrument = session.execute(
            insert(Instrument)
            .values(name="Cam", type="imager", telescope_id=telescope, filters=["sdssr", "sdssg"])
            .returning(Instrument.id)
        ).scalar_one()
        chosen = session.execute(
            insert(Filter).values(name="All", group_id=red, stream_id=stream).returning(Filter.id)
        ).scalar_one()
    return Scene(world, red, blue, stream, chosen, instrument)
