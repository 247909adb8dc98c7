"""``skyportal_py.thumbnails``: small pictures, and where they are kept."""

from __future__ import annotations

import base64
import io
from typing import Any

import pytest
from PIL import Image
from skyportal_py import sources, thumbnails
from skyportal_py._http import SkyPortalError

from tests.app.api.scene import make_scene
from tests.support.world import World


def test_thumbnails_are_changed_and_counted(portal: World) -> None:
    scene = make_scene(portal)
    ada, bob, root = (portal.sky(name) for name in ("ada", "bob", "root"))
    for name in ("S1", "S2"):
        sources.post_source(ada, sources.SourcePost(id=name, ra=1, dec=2, group_ids=[scene.red]))
    picture = io.BytesIO()
    Image.new("L", (63, 63), 7).save(picture, "PNG")
    data = base64.b64encode(picture.getvalue()).decode()
    number = thumbnails.post_thumbnail(ada, thumbnails.ThumbnailPost(obj_id="S1", data=data, ttype="new")).id
    thumbnails.update_thumbnail(ada, number, type="ref", origin="survey", obj_id="S2", is_grayscale=False)
    one = thumbnails.fetch_thumbnail(ada, number)
    assert (one.type, one.origin, one.obj_id, one.is_grayscale) == ("ref", "survey", "S2", False)
    assert [t.id for t in sources.fetch_source(ada, "S2", include_thumbnails=True).thumbnails] == [number]
    changes: tuple[dict[str, Any], ...] = (
        {"file_uri": "/etc/passwd"}, {"public_url": "https://example.org"}, {"obj_id": "S9"}, {},
    )  # fmt: skip
    for change in changes:
        with pytest.raises(SkyPortalError):
            thumbnails.update_thumbnail(ada, number, **change)
    hidden = portal.client("bob").put(f"/api/thumbnail/{number}", json={"origin": "x"})
    absent = portal.client("bob").put("/api/thumbnail/999", json={"origin": "x"})
    assert hidden.status_code == absent.status_code == 400
    with pytest.raises(SkyPortalError):
        thumbnails.fetch_thumbnail(bob, number)
    report = thumbnails.fetch_thumbnail_paths(root, types=["new", "ref"], required_depth=1)
    assert (report.total_matches, report.in_correct_folder, report.in_wrong_folder) == (1, 1, 0)
    assert thumbnails.fetch_thumbnail_paths(root, types=["sdss"]).total_matches == 0
    moved = thumbnails.update_thumbnail_paths(root, num_per_page=10, page_number=1)
    assert (moved.total_matches, moved.num_moved) == (1, 0)
    assert thumbnails.update_thumbnail_paths(root, page_number=2).total_matches == 0
    with pytest.raises(SkyPortalError):
        thumbnails.fetch_thumbnail_paths(root, required_depth=3)
    thumbnails.delete_thumbnail_folders(root)
    with pytest.raises(SkyPortalError):
        thumbnails.delete_thumbnail_folders(ada)
    thumbnails.delete_thumbnail(ada, number)
    with pytest.raises(SkyPortalError):
        thumbnails.fetch_thumbnail(ada, number)
