"""Sharing by SkyPortal's own client, over real HTTP."""

from __future__ import annotations

import pytest
from skyportal_py import photometry as sky_photometry
from skyportal_py import sharing as sky
from skyportal_py import spectra as sky_spectra
from skyportal_py._http import SkyPortalError
from sqlalchemy import select

from app.tables import Group, GroupUser
from tests.app.api.contract import test_spectra
from tests.app.api.scene import Scene

scene = test_spectra.scene


def alone(scene: Scene, username: str) -> int:
    with scene.world.context().transaction() as session:
        query = select(Group.id).join(GroupUser).where(Group.single_user_group)
        return session.execute(query.where(GroupUser.user_id == scene.world.user_id(username))).scalar_one()


def test_more_groups_read_what_is_shared_and_nobody_loses_it(scene: Scene) -> None:
    ada, bob = scene.world.sky("ada"), scene.world.sky("bob")
    spectrum = test_spectra.post(scene)
    points = sky_photometry.post_photometry(ada, sky_photometry.PhotometryPost(**scene.points("Z1"))).ids
    sky.post_sharing(ada, [scene.blue], photometry_ids=points[:2], spectrum_ids=[spectrum])
    sky.post_sharing(ada, [scene.blue], photometry_ids=points[:2], spectrum_ids=[spectrum])
    found = sky_photometry.fetch_photometry(bob, "Z1")
    assert [p.id for p in found] == points[:2]
    assert [g.name for g in found[0].groups] == ["Red", "Blue"]
    assert [g.name for g in sky_spectra.fetch_spectrum(bob, spectrum).groups] == ["Red", "Blue"]
    assert len(sky_photometry.fetch_photometry(ada, "Z1")) == 3
    # One person, by the group of one; who only reads cannot pass it on, an administrator of the holder can.
    scene.world.user("eve")
    with pytest.raises(SkyPortalError) as refused:
        sky.post_sharing(bob, [alone(scene, "eve")], spectrum_ids=[spectrum])
    assert refused.value.status_code == 403
    sky.post_sharing(ada, [alone(scene, "eve")], spectrum_ids=[spectrum])
    assert sky_spectra.fetch_spectrum(scene.world.sky("eve"), spectrum).id == spectrum
    sky.post_sharing(scene.world.sky("carl"), [scene.red], photometry_ids=points)
    sky.post_sharing(scene.world.sky("root"), [scene.blue], photometry_ids=points[2:])
    assert len(sky_photometry.fetch_photometry(bob, "Z1")) == 3


def test_what_cannot_be_shared_says_why(scene: Scene) -> None:
    ada = scene.world.client("ada")
    spectrum = test_spectra.post(scene)
    for body, field in (
        ({"groupIDs": [], "spectrumIDs": [spectrum]}, "groupIDs"),
        ({"groupIDs": [10**6], "spectrumIDs": [spectrum]}, "groupIDs"),
        ({"groupIDs": [scene.blue]}, "photometryIDs"),
        ({"groupIDs": [10**12], "spectrumIDs": [spectrum]}, "groupIDs.0"),
        ({"groupIDs": [scene.blue], "spectrumIDs": ["x"]}, "spectrumIDs.0"),
        ({"spectrumIDs": [spectrum]}, "groupIDs"),
    ):
        answer = ada.post("/api/sharing", json=body)
        assert (answer.status_code, answer.json()["data"].get("field")) == (400, field), answer.text
    for ids in ([10**6], [10**18], [-1]):
        answer = ada.post("/api/sharing", json={"groupIDs": [scene.blue], "photometryIDs": ids})
        assert answer.status_code == 400, answer.text
    answer = ada.post("/api/sharing", json={"groupIDs": [scene.blue], "photometryIDs": [10**20]})
    assert answer.status_code == 400, answer.text
