"""Frozen data sets: the exact rows, summed, made once, never changed, for who may read each of them."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import pytest
from astropy.io.votable import parse
from sqlalchemy import insert, select, text
from sqlalchemy.exc import ProgrammingError

from app.errands.kinds import Desk, Job
from app.errands.outside import Outside
from app.errors import BadInput
from app.outbound import frozen_data
from app.publications.data_sets import read_doi
from app.publications.frozen_rows import canonical
from app.tables import ErrandRow, Spectrum
from tests.app.policies.season import START, Season, data, season
from tests.app.publications.test_people_and_scope import classified
from tests.app.publications.test_publications import obligation, opened, state
from tests.support.outside import errands_worker
from tests.support.waiting import until
from tests.support.world import World


def job_of(portal: World) -> Job:
    """The newest wish to freeze."""
    with portal.context().transaction() as session:
        query = select(ErrandRow).where(ErrandRow.kind == "publication.freeze").order_by(ErrandRow.id.desc())
        row = session.scalars(query.limit(1)).one()
        return Job(row.id, row.kind, row.payload, row.key or "", row.owner_id, row.holder_id, 1)


def spectrum(s: Season, group_id: int) -> None:
    packed = np.array([4000.0, 5000.0], dtype="<f8").tobytes()
    with s.world.context().transaction() as session:
        audience = session.execute(
            text("SELECT access.intern_audience(ARRAY[:g], ARRAY[NULL::int])"), {"g": group_id}
        ).scalar_one()
        values = {
            "obj_id": "Sky1", "instrument_id": s.instrument_id, "observed_at": START, "n_points": 2, "type": "source",
            "wavelengths": packed, "fluxes": np.array([1.0, np.nan], dtype="<f8").tobytes(), "audience_id": audience,
            "holder_id": group_id, "owner_id": s.world.user_id("bob"),
        }  # fmt: skip
        session.execute(insert(Spectrum).values(**values))


def blobs(portal: World) -> Iterator[str]:
    return (path.name for path in portal.settings.blobs.rglob("*") if path.is_file())


def done(client: Any, path: str) -> dict[str, Any]:
    """The data set once it is ready, or refused."""

    def probe() -> dict[str, Any] | None:
        found = data(client.get(path))
        return dict(found) if found["state"] in ("done", "failed") else None

    found = until(probe, 60, "the data set")
    assert found is not None
    return found


def check_file(content: bytes, manifest: dict[str, Any]) -> None:
    """Everything in the file is what the manifest says, in both formats."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert json.loads(files["manifest.json"]) == manifest
    for name, said in manifest["files"].items():
        assert hashlib.sha256(files[name]).hexdigest() == said["sha256"]
    for said in manifest["tables"]:
        table = pq.read_table(io.BytesIO(files[f"{said['name']}.parquet"]))
        rows = b"".join(canonical(row.values()) for row in table.to_pylist())
        assert (table.num_rows, hashlib.sha256(rows).hexdigest()) == (said["n_rows"], said["sha256_of_rows"])
        votable = parse(io.BytesIO(files[f"{said['name']}.vot"]))
        assert [f.name for f in votable.get_first_table().fields] == table.column_names
        assert len(votable.get_first_table().array) == said["n_rows"]
        assert [i.value for i in votable.resources[0].infos if i.name.startswith("terms")] == manifest["terms"]
    assert all(sentence in files["README.txt"].decode() for sentence in manifest["terms"])


def test_from_rows_to_a_file_that_can_be_checked(portal: World) -> None:
    s = season(portal)
    publication = opened(portal, s)
    classified(s, "Sky1", s.beta, by="bob")
    spectrum(s, s.beta)
    bob, ada = portal.client("bob"), portal.client("ada")
    path = f"/api/publications/{publication['id']}/data_sets"
    first = data(bob.post(path, json={"name": "Too early"}))
    assert (first["state"], first["group_ids"]) == ("waiting", [s.beta])
    assert bob.get(f"{path}/{first['id']}/file").status_code == 409
    with errands_worker(portal):
        early = done(bob, f"{path}/{first['id']}")
        assert early["manifest"]["left_out"] == [{"group": "Alpha", "policy": "Alpha rules v1", "n_rows": 1}]
        data(state(portal, "bob", obligation(publication, "permission"), "requested"))
        data(state(portal, "ada", obligation(publication, "permission"), "granted"))
        second = data(bob.post(path, json={"name": "For the paper"}))
        ready = done(bob, f"{path}/{second['id']}")
    assert {t["name"]: t["n_rows"] for t in ready["manifest"]["tables"]} == {
        "photometry": 1, "spectra": 1, "classifications": 1, "annotations": 0, "spectrum_points": 2,
    }  # fmt: skip
    [version] = ready["manifest"]["policy_versions"]
    assert (version["name"], version["n_rows"]) == ("Alpha rules v1", 1)
    answer = bob.get(f"{path}/{second['id']}/file")
    assert hashlib.sha256(answer.content).hexdigest() == ready["blob"] == answer.headers["x-content-sha256"]
    check_file(answer.content, ready["manifest"])
    # What happens to the rows later does not touch it.
    with portal.context().transaction() as session:
        session.execute(text("DELETE FROM photometry"))
    assert bob.get(f"{path}/{second['id']}/file").content == answer.content
    # Alpha may read of the publication, and nothing of Beta's data set.
    hidden, absent = ada.get(f"{path}/{second['id']}"), ada.get(f"{path}/999999")
    assert (hidden.status_code, hidden.content) == (404, absent.content)
    assert data(ada.get(path)) == []
    assert ada.post(path, json={"name": "mine"}).status_code == 403
    _doi(portal, publication["id"], second["id"])
    with portal.context().transaction() as session:
        acts = session.execute(text("SELECT action FROM history WHERE kind = 'data set' ORDER BY id")).scalars().all()
    assert acts == ["freeze", "frozen", "freeze", "frozen", "download", "download", "doi"]


def test_killed_half_way_there_is_one(portal: World) -> None:
    s = season(portal)
    publication = opened(portal, s)
    bob = portal.client("bob")
    path = f"/api/publications/{publication['id']}/data_sets"
    one = data(bob.post(path, json={"name": "x"}))
    desk, job = Desk(portal.context("errands"), Outside(portal.settings.outside)), job_of(portal)
    frozen_data.run(desk, job)  # the worker dies before it has written down what came of it
    assert data(bob.get(f"{path}/{one['id']}"))["state"] == "making"
    assert 0 < data(bob.get(f"{path}/{one['id']}"))["progress"] < 1
    with errands_worker(portal):
        ready = done(bob, f"{path}/{one['id']}")
    assert list(blobs(portal)) == [ready["blob"]]
    assert frozen_data.run(desk, job).note == "It was made before."
    for attack in ("blob = 'x'", "manifest = '{}'", "input_audience_ids = '{7}'", "state = 'waiting'"):
        with (
            pytest.raises(ProgrammingError, match="does not change"),
            portal.context("web").transaction(portal.principal("bob")) as session,
        ):
            session.execute(text(f"UPDATE frozen_data_sets SET {attack}"))


def test_readers_must_be_able_to_read_every_row(portal: World) -> None:
    s = season(portal)
    s.attach(partner_days=0)
    s.observe("Sky1", START, START)
    portal.user("dan")
    team = portal.group("Delta", admins=("bob", "dan"))
    bob, dan, ada = (portal.client(name) for name in ("bob", "dan", "ada"))
    body = {"title": "x", "obj_ids": ["Sky1"], "group_id": team}
    publication = data(bob.post("/api/publications", json=body))
    data(state(portal, "bob", obligation(publication, "permission"), "requested"))
    data(state(portal, "ada", obligation(publication, "permission"), "granted"))
    path = f"/api/publications/{publication['id']}/data_sets"
    with errands_worker(portal):
        wide = data(bob.post(path, json={"name": "for all of Delta"}))
        failed = done(bob, f"{path}/{wide['id']}")
        assert failed["state"] == "failed"
        assert "dan may not" in failed["reason"]
        own = data(bob.post(path, json={"name": "for me", "group_ids": []}))
        ready = done(bob, f"{path}/{own['id']}")
    assert ready["state"] == "done"
    place = f"{path}/{own['id']}"
    for rest in ("", "/file"):
        assert dan.get(place + rest).content == dan.get(f"{path}/999999{rest}").content
        assert dan.get(place + rest).status_code == 404
    refused = bob.put(f"{place}/readers", json={"group_ids": [team]})
    assert refused.status_code == 409
    assert refused.json()["data"]["user_ids"] == [portal.user_id("dan")]
    assert data(bob.put(f"{place}/readers", json={"group_ids": [s.beta, s.alpha]}))["group_ids"] == [s.alpha, s.beta]
    assert ada.get(f"{place}/file").status_code == 200  # they may read each row, and now the whole
    # A row of the database that says otherwise opens nothing either.
    with portal.context().transaction() as session:
        session.execute(
            text("UPDATE frozen_data_sets SET audience_id = access.intern_audience(ARRAY[:g], ARRAY[NULL::int])"),
            {"g": team},
        )
    assert dan.get(f"{place}/file").status_code == 404


@pytest.mark.parametrize(
    "wrong", ["", "10.1/x", "https://example.org/10.5281/x", "10.5281/", "10.5281/a b", "10.5281/{x}"]
)
def test_what_is_no_doi(wrong: str) -> None:
    with pytest.raises(BadInput, match="A DOI looks like"):
        read_doi(wrong)


def _doi(portal: World, publication_id: int, data_set_id: int) -> None:
    bob = portal.client("bob")
    place = f"/api/publications/{publication_id}/data_sets/{data_set_id}/doi"
    assert bob.put(place, json={"doi": "nonsense"}).status_code == 400
    assert data(bob.put(place, json={"doi": "https://doi.org/10.5281/zenodo.1_2"}))["doi"] == "10.5281/zenodo.1_2"
    assert bob.put(place, json={"doi": "10.5281/zenodo.1_2"}).status_code == 400
    cited = bob.get(f"/api/publications/{publication_id}/authors/export?format=bibtex").text
    assert "@misc{10-5281-zenodo-1-2," in cited
    assert "publisher = {Beta}" in cited
