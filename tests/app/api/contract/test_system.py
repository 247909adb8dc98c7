"""``skyportal_py.system``: what runs here, and by what lists can be cut."""

from __future__ import annotations

import pytest
from skyportal_py import annotations as notes
from skyportal_py import sources, system
from skyportal_py._http import SkyPortalError

from tests.app.api.scene import make_scene
from tests.support.world import World


def test_what_an_instance_says_of_itself(portal: World) -> None:
    scene = make_scene(portal)
    ada, bob, root = (portal.sky(name) for name in ("ada", "bob", "root"))
    assert (system.fetch_sysinfo(ada).gitlog[0].description or "").startswith("Skyrelay")
    assert system.fetch_dbinfo(ada).source_table_empty
    sources.post_source(ada, sources.SourcePost(id="S1", ra=1, dec=2, group_ids=[scene.red],
                                                altdata={"rank": 3, "simbad": {"class": "x"}}))  # fmt: skip
    notes.post_annotation(ada, "S1", "broker", {"score": 0.5, "kind": "SN", "nothing": None})
    assert not system.fetch_dbinfo(ada).source_table_empty
    assert system.fetch_dbinfo(bob).source_table_empty
    assert (system.fetch_dbinfo(ada).postgres_version or "").startswith("18")
    assert system.fetch_annotations_info(ada) == {"broker": [{"kind": "string"}, {"score": "number"}]}
    assert system.fetch_altdata_info(ada) == [{"rank": "number"}, {"simbad": "object"}]
    assert (system.fetch_annotations_info(bob), system.fetch_altdata_info(bob)) == ({}, [])
    assert "publicGroupName" in system.fetch_config(ada)
    assert "sdssr" in system.fetch_enum_types(ada)["ALLOWED_BANDPASSES"]
    assert system.fetch_db_stats(root)["Number of sources"] == 1
    with pytest.raises(SkyPortalError):
        system.fetch_db_stats(ada)
