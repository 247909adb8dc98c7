"""A member of one team tries to learn what another keeps private, through every door there is."""

from __future__ import annotations

import base64
import io
import json
import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from PIL import Image
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError

from tests.app.api.scene import Scene, make_scene
from tests.support.world import World

SECRET = "HIDDEN1"
"""The private obj of the red team; bob of the blue team must not learn anything of it."""
ABSENT = "ABSENT1"
"""A name of the same length that nobody has used."""


def png() -> str:
    picture = io.BytesIO()
    Image.new("L", (63, 63), 7).save(picture, "PNG")
    return base64.b64encode(picture.getvalue()).decode()


class Secrets:
    """What ada keeps with her team: one row of every kind about one obj."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.ada = scene.world.client("ada")
        self.bob = scene.world.client("bob")
        self.ids: dict[str, int] = {}
        taxonomy = scene.taxonomy()
        body: dict[str, Any] = {"id": SECRET, "ra": 10.0, "dec": 20.0}
        self._do("candidates", body | {"filter_ids": [scene.filter], "passed_at": "2026-01-01T00:00:00"})
        self._do("sources", body | {"group_ids": [scene.red]})
        uploaded = self._do("photometry", scene.points(SECRET))
        self.ids["photometry"], self.upload_id = uploaded["ids"][0], uploaded["upload_id"]
        classed = {"obj_id": SECRET, "classification": "Ia", "taxonomy_id": taxonomy, "group_ids": [scene.red]}
        self.ids["classification"] = self._do("classification", classed)["classification_id"]
        said: dict[str, Any] = {"text": "ours", "attachment": {"name": "a.txt", "body": "b3Vycw=="}}
        self.ids["comment"] = self._do(f"sources/{SECRET}/comments", said)["comment_id"]
        noted = {"origin": "gaia", "data": {"plx": 1}}
        self.ids["annotation"] = self._do(f"sources/{SECRET}/annotations", noted)["annotation_id"]
        self.ids["thumbnail"] = self._do("thumbnail", {"obj_id": SECRET, "data": png(), "ttype": "new"})["id"]

    def _do(self, path: str, body: dict[str, Any]) -> Any:
        answer = self.ada.post(f"/api/{path}", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()["data"]


@pytest.fixture
def secrets(portal: World) -> Secrets:
    return Secrets(make_scene(portal))


READS = (
    "sources/{o}", "sources/{o}?includePhotometry=true&includeComments=true", "sources/{o}/photometry",
    "sources/{o}/photometry?format=plot", "sources/{o}/photometry?format=both&includeOwnerInfo=true",
    "sources/{o}/classifications", "sources/{o}/comments", "sources/{o}/annotations", "sources/{o}/groups",
    "candidates/{o}", "candidates/{o}?includeAlerts=true", "source_exists/{o}",
    "source_exists/{o}?ra=10&dec=20&radius=0.1",
    "sources/{o}/comments?text=ours", "sources?sourceID={o}", "candidates?objID={o}",
)  # fmt: skip
READS_BY_ID = {
    "photometry": ("photometry/{i}", "photometry/{i}?format=flux", "access/explain?kind=photometry&id={i}"),
    "classification": ("classification/{i}", "classification/{i}?includeTaxonomy=true"),
    "comment": ("sources/{o}/comments/{i}", "sources/{o}/comments/{i}/attachment"),
    "annotation": ("sources/{o}/annotations/{i}",),
    "thumbnail": ("thumbnail/{i}", "thumbnail/{i}/image"),
}
UNUSED = 987_654_321


def shown(answer: httpx.Response, *names: object) -> tuple[int, str, str]:
    """The answer, with what the asker named himself made equal."""
    # A query's name is made from what was asked.
    told = re.sub(r'"queryID":"[0-9a-f]+"', '"queryID":""', answer.text)
    for name in names:
        told = told.replace(f'"{name}"', "NAME").replace(f"'{name}'", "NAME").replace(f"id {name} ", "id NAME ")
    return answer.status_code, answer.headers["content-type"], told


class Queries:
    """Counts the statements that the web's engine sends."""

    def __init__(self, world: World) -> None:
        self.seen: list[str] = []
        event.listen(world.context("web").engine, "before_cursor_execute", lambda *a: self.seen.append(a[2]))

    def of(self, ask: Callable[..., httpx.Response], *about: Any, **more: Any) -> tuple[httpx.Response, int]:
        self.seen.clear()
        answer = ask(*about, **more)
        return answer, len(self.seen)


def test_reading_by_name_is_the_same_for_hidden_and_absent(secrets: Secrets) -> None:
    for path in READS:
        queries = Queries(secrets.scene.world)
        hidden, n_hidden = queries.of(secrets.bob.get, "/api/" + path.format(o=SECRET))
        absent, n_absent = queries.of(secrets.bob.get, "/api/" + path.format(o=ABSENT))
        assert shown(hidden, SECRET) == shown(absent, ABSENT)
        assert n_hidden == n_absent
        assert secrets.ada.get("/api/" + path.format(o=SECRET)).status_code == 200
        head = secrets.bob.head("/api/" + path.format(o=SECRET))
        assert head.status_code == hidden.status_code


def test_reading_by_id_is_the_same_for_hidden_and_absent(secrets: Secrets) -> None:
    for kind, path in [(k, p) for k, paths in READS_BY_ID.items() for p in paths]:
        queries = Queries(secrets.scene.world)
        number = secrets.ids[kind]
        hidden, n_hidden = queries.of(secrets.bob.get, "/api/" + path.format(o=SECRET, i=number))
        absent, n_absent = queries.of(secrets.bob.get, "/api/" + path.format(o=SECRET, i=UNUSED))
        assert shown(hidden, number) == shown(absent, UNUSED)
        assert n_hidden == n_absent
        assert hidden.status_code in (400, 404)
        assert secrets.ada.get("/api/" + path.format(o=SECRET, i=number)).status_code == 200


WRITES: tuple[tuple[str, str, Any], ...] = (
    ("PATCH", "sources/{o}", {"redshift": 0.5}),
    ("POST", "classification", {"obj_id": "{o}", "classification": "Ia", "taxonomy_id": 1}),
    ("POST", "sources/{o}/comments", {"text": "guess"}),
    ("POST", "sources/{o}/annotations", {"origin": "gaia", "data": {"a": 1}}),
    ("POST", "thumbnail", {"obj_id": "{o}", "data": png(), "ttype": "new"}),
    ("POST", "sources", {"id": "{o}"}),
    ("DELETE", "sources/{o}?group_id=7", None),
    ("DELETE", "candidates/{o}/1", None),
    ("DELETE", "sources/{o}/classifications", None),
    ("POST", "source_groups", {"objId": "{o}", "inviteGroupIds": [8]}),
)


def send(client: httpx.Client, method: str, path: str, body: Any, name: str) -> httpx.Response:
    sent = json.loads(json.dumps(body).replace("{o}", name)) if body is not None else None
    return client.request(method, "/api/" + path.format(o=name), json=sent)


def test_writing_is_refused_alike(secrets: Secrets) -> None:
    for method, path, body in WRITES:
        queries = Queries(secrets.scene.world)
        hidden, n_hidden = queries.of(send, secrets.bob, method, path, body, SECRET)
        absent, n_absent = queries.of(send, secrets.bob, method, path, body, ABSENT)
        assert shown(hidden, SECRET) == shown(absent, ABSENT)
        assert n_hidden == n_absent
        assert hidden.status_code >= 400
        assert secrets.ada.get(f"/api/sources/{SECRET}").json()["data"]["redshift"] is None


CHANGES: tuple[tuple[str, str, str, Any], ...] = (
    ("photometry", "PATCH", "photometry/{i}", {"flux": 1.0, "fluxerr": 1.0}),
    ("photometry", "DELETE", "photometry/{i}", None),
    ("classification", "PUT", "classification/{i}", {"probability": 0.1}),
    ("classification", "DELETE", "classification/{i}", None),
    ("comment", "PUT", "sources/HIDDEN1/comments/{i}", {"text": "x"}),
    ("comment", "DELETE", "sources/HIDDEN1/comments/{i}", None),
    ("annotation", "PUT", "sources/HIDDEN1/annotations/{i}", {"data": {}}),
    ("annotation", "DELETE", "sources/HIDDEN1/annotations/{i}", None),
    ("thumbnail", "DELETE", "thumbnail/{i}", None),
)


def test_changing_by_id_is_refused_alike(secrets: Secrets) -> None:
    for kind, method, path, body in CHANGES:
        queries = Queries(secrets.scene.world)
        number = secrets.ids[kind]
        hidden, n_hidden = queries.of(secrets.bob.request, method, "/api/" + path.format(i=number), json=body)
        absent, n_absent = queries.of(secrets.bob.request, method, "/api/" + path.format(i=UNUSED), json=body)
        assert shown(hidden, number) == shown(absent, UNUSED)
        assert (n_hidden, hidden.status_code) == (n_absent, 400)


def test_lists_counts_sorts_and_statistics_show_nothing(secrets: Secrets) -> None:
    for path in ("sources", "sources?sortBy=redshift", "sources?includeDetectionStats=true", "candidates",
                 "sources?ra=10&dec=20&radius=1", "candidates?numberDetections=1", "sources?numberDetections=1",
                 "sources?saveSummary=true", "classification", "candidates?savedStatus=savedToAnyAccessible",
                 "sources?classifications=T:%20Ia", "sources?savedAfter=2000-01-01"):  # fmt: skip
        data = secrets.bob.get(f"/api/{path}").json()["data"]
        assert data["totalMatches"] == 0, path
        assert SECRET not in json.dumps(data)
    assert secrets.bob.get("/api/classification/sources").json()["data"] == []
    ranged = secrets.bob.request("GET", "/api/photometry/range", json={})
    assert ranged.json()["data"] == []
    assert secrets.bob.get("/api/source_exists?ra=10&dec=20&radius=1").json()["data"]["source_exists"] is False


def test_uploading_for_a_hidden_obj_is_refused_like_for_an_absent_one(secrets: Secrets) -> None:
    scene = secrets.scene
    answers = [
        secrets.bob.post("/api/photometry", json=scene.points(name, group_ids=[scene.blue]))
        for name in (SECRET, ABSENT)
    ]
    assert shown(answers[0], SECRET) == shown(answers[1], ABSENT)
    assert answers[0].status_code == 400


def test_saving_a_hidden_name_answers_as_for_a_new_one_and_opens_nothing(secrets: Secrets) -> None:
    queries = Queries(secrets.scene.world)
    body = {"ra": 10.0, "dec": 20.0, "group_ids": [secrets.scene.blue]}
    hidden, n_hidden = queries.of(secrets.bob.post, "/api/sources", json=body | {"id": SECRET})
    absent, n_absent = queries.of(secrets.bob.post, "/api/sources", json=body | {"id": ABSENT})
    assert shown(hidden, SECRET) == shown(absent, ABSENT)
    assert (n_hidden, hidden.status_code) == (n_absent, 200)
    # The name is now his, the other team's data about it are not; nor do duplicate points tell that they exist.
    path = "?includePhotometry=true&includeComments=true&includeDetectionStats=true&includeThumbnails=true"
    own, plain = (
        json.loads(secrets.bob.get(f"/api/sources/{n}{path}").text.replace(n, "NAME"))["data"] for n in (SECRET, ABSENT)
    )
    varying = ("groups", "duplicates")
    assert {k: v for k, v in own.items() if k not in varying} == {k: v for k, v in plain.items() if k not in varying}
    assert secrets.bob.get(f"/api/sources/{SECRET}/photometry").json()["data"] == []
    posted = secrets.scene.points(SECRET, group_ids=[secrets.scene.blue])
    assert secrets.bob.post("/api/photometry", json=posted).status_code == 200
    stats = secrets.bob.get(f"/api/sources/{SECRET}?includeDetectionStats=true").json()["data"]["photstats"][0]
    assert stats["num_obs_global"] == 3


STATED: dict[str, Any] = {
    "ra_dis": 0.1, "dec_dis": 0.2, "ra_err": 0.3, "dec_err": 0.4, "offset": 0.5, "t0": 60000.0, "redshift": 0.123,
    "redshift_error": 0.001, "redshift_origin": "host", "summary": "a kilonova", "altdata": {"ours": "yes"},
    "dist_nearest_source": 1.5, "mag_nearest_source": 20.5, "e_mag_nearest_source": 0.1, "transient": True,
    "varstar": True, "is_roid": True, "mpc_name": "2026 AB", "tns_name": "AT 2026abc", "score": 0.99,
    "origin": "spectrograph", "alias": ["private-name"],
}  # fmt: skip


@pytest.mark.parametrize("door", ["patch", "source", "candidate"])
def test_what_is_stated_of_a_hidden_name_stays_with_its_team(secrets: Secrets, door: str) -> None:
    scene = secrets.scene
    if door == "patch":
        assert secrets.ada.patch(f"/api/sources/{SECRET}", json=STATED).status_code == 200
    body: dict[str, Any] = {"id": SECRET, "ra": 10.0, "dec": 20.0, **STATED}
    if door == "source":
        secrets._do("sources", body | {"group_ids": [scene.red]})
    if door == "candidate":
        passed = {"filter_ids": [scene.filter], "passed_at": "2026-01-02T00:00:00", "passing_alert_id": 2}
        other = Secrets._do
        with scene.world.context().transaction() as session:
            session.execute(text("DELETE FROM obj_details"))
        other(secrets, "candidates", body | passed)
    known = secrets.ada.get(f"/api/sources/{SECRET}").json()["data"]
    assert {name: known[name] for name in STATED} == STATED
    # A colleague reads it as well, and finds the source by it.
    carl = scene.world.client("carl")
    assert carl.get(f"/api/sources/{SECRET}").json()["data"]["summary"] == "a kilonova"
    doors = ("minRedshift=0.1", "maxRedshift=0.2", "alias=private-name", "origin=spectro", "hasTNSname=true")
    for asked in doors:
        assert carl.get(f"/api/sources?{asked}").json()["data"]["totalMatches"] == 1, asked

    queries = Queries(scene.world)
    saving = {"ra": 10.0, "dec": 20.0, "group_ids": [scene.blue]}
    hidden, n_hidden = queries.of(secrets.bob.post, "/api/sources", json=saving | {"id": SECRET})
    absent, n_absent = queries.of(secrets.bob.post, "/api/sources", json=saving | {"id": ABSENT})
    assert shown(hidden, SECRET) == shown(absent, ABSENT)
    assert (n_hidden, hidden.status_code) == (n_absent, 200)
    for path in ("", "?TNSname=AT2026abc"):
        read, n_read = queries.of(secrets.bob.get, f"/api/sources/{SECRET}{path}")
        plain, n_plain = queries.of(secrets.bob.get, f"/api/sources/{ABSENT}{path}")
        assert n_read == n_plain
        assert without_place(read, SECRET) == without_place(plain, ABSENT)
    assert not any(secrets.bob.get(f"/api/sources/{SECRET}").json()["data"][name] for name in STATED)
    for asked in doors:
        assert secrets.bob.get(f"/api/sources?{asked}").json()["data"]["totalMatches"] == 0, asked
    assert secrets.bob.get("/api/sources?hasNoTNSname=true").json()["data"]["totalMatches"] == 2
    # What he states of the name in turn stays with his team, and changes nothing for hers.
    told, n_told = queries.of(secrets.bob.patch, f"/api/sources/{SECRET}", json={"redshift": 2.0, "summary": "mine"})
    new, n_new = queries.of(secrets.bob.patch, f"/api/sources/{ABSENT}", json={"redshift": 2.0, "summary": "mine"})
    assert (shown(told, SECRET), n_told) == (shown(new, ABSENT), n_new)
    assert secrets.bob.get(f"/api/sources/{SECRET}").json()["data"]["redshift"] == 2.0
    known = secrets.ada.get(f"/api/sources/{SECRET}").json()["data"]
    assert {name: known[name] for name in STATED} == STATED


def without_place(answer: httpx.Response, name: str) -> Any:
    """What is told of a source, but for who saved it when, and what lies beside it."""
    told = json.loads(answer.text.replace(name, "NAME"))
    if answer.status_code == 200:
        told["data"] = {k: v for k, v in told["data"].items() if k not in ("groups", "duplicates")}
    return answer.status_code, told


def test_a_revocation_bites_at_once(secrets: Secrets) -> None:
    scene = secrets.scene
    carl = scene.world.client("carl")
    number = secrets.ids["photometry"]
    doors = (f"sources/{SECRET}", f"photometry/{number}", f"candidates/{SECRET}",
             f"thumbnail/{secrets.ids['thumbnail']}/image")  # fmt: skip
    assert {carl.get(f"/api/{door}").status_code for door in doors} == {200}
    with scene.world.context().transaction() as session:
        session.execute(
            text("DELETE FROM group_users WHERE group_id = :g AND user_id = :u"),
            {"g": scene.red, "u": scene.world.user_id("carl")},
        )
    assert {carl.get(f"/api/{door}").status_code for door in doors} == {400, 404}
    assert carl.get("/api/sources").json()["data"]["totalMatches"] == 0


def test_an_unsubscribed_stream_closes_its_candidates(secrets: Secrets) -> None:
    carl = secrets.scene.world.client("carl")
    assert carl.get(f"/api/candidates/{SECRET}").status_code == 200
    with secrets.scene.world.context().transaction() as session:
        session.execute(text("DELETE FROM stream_users"))
    assert carl.get(f"/api/candidates/{SECRET}").status_code == 400
    assert carl.get(f"/api/sources/{SECRET}").status_code == 200


TABLES = ("objs", "obj_audience", "obj_details", "sources", "candidates", "photometry", "thumbnails", "annotations",
          "classifications", "comments", "outbox", "history")  # fmt: skip


def as_web(world: World, user: str, statement: str) -> list[Any]:
    """Run raw SQL on the web's own connection, with no handler in between."""
    with world.context("web").engine.begin() as connection:
        connection.execute(text("SELECT set_config('skyrelay.user_id', :u, true)"), {"u": user})
        result = connection.execute(text(statement))
        return list(result.all()) if result.returns_rows else [result.rowcount]


@pytest.mark.parametrize("who", ["bob", "", "0", "expired"])
def test_the_database_refuses_where_the_handler_is_bypassed(secrets: Secrets, who: str) -> None:
    world = secrets.scene.world
    if who == "expired":
        user = str(world.user_id("ada"))
        with world.context().transaction() as session:
            session.execute(
                text("UPDATE users SET expiration_date = now() - interval '1 s' WHERE id = :u"), {"u": int(user)}
            )
        assert secrets.ada.get("/api/sources").status_code == 403
    else:
        user = str(world.user_id(who)) if who == "bob" else who
    for table in TABLES:
        assert as_web(world, user, f"SELECT * FROM {table}") == [], table
    for table in TABLES[2:10]:
        assert as_web(world, user, f"UPDATE {table} SET modified = now()") == [0], table
        assert as_web(world, user, f"DELETE FROM {table}") == [0], table


def outcome(world: World, user: str, statement: str) -> Any:
    """What came of a statement: rows, or the code of the database's refusal."""
    try:
        return as_web(world, user, statement)
    except DBAPIError as error:
        return getattr(error.orig, "pgcode", error)


NOT_PERMITTED = "42501"
INSERT_COMMENT = "INSERT INTO comments (obj_id, text, audience_id, holder_id, owner_id) "


SELF_HELP = (
    "SELECT * FROM passwords",
    "SELECT * FROM allocation_secrets",
    "UPDATE group_users SET admin = true WHERE group_id IN ({red}, {blue})",
    "INSERT INTO audience_grants (audience_id, group_id) SELECT id, {blue} FROM generate_series(1, 9) AS id",
    INSERT_COMMENT + "VALUES ('HIDDEN1', 'x', 1, {red}, {bob})",
    INSERT_COMMENT + "VALUES ('HIDDEN1', 'x', 1, {blue}, {ada})",
    "SELECT access.open_embargo(1, {red}, '2026-01-01', NULL, NULL, '{{}}', ARRAY[{blue}], '[]')",
    "SELECT access.photometry_recount(ARRAY['HIDDEN1'], ARRAY[1]::bigint[], ARRAY[1])",
    "SELECT access.recount_obj('HIDDEN1')",
    "SELECT access.reschedule(1, '[]')",
    "SELECT access.request_save('HIDDEN1', {blue})",
    "TRUNCATE photometry",
    "SET ROLE {owner}",
    "SET SESSION AUTHORIZATION {owner}",
)


def test_bob_cannot_help_himself(secrets: Secrets) -> None:
    world, scene = secrets.scene.world, secrets.scene
    known: dict[str, Any] = {"red": scene.red, "blue": scene.blue}
    known |= {"bob": world.user_id("bob"), "ada": world.user_id("ada")}
    with world.context().transaction() as session:
        known["owner"] = session.execute(text("SELECT quote_ident(current_user)")).scalar_one()
    for statement in SELF_HELP:
        # Refused, and not for a slip in the statement, as of a function that has changed: that would prove nothing.
        assert outcome(world, str(known["bob"]), statement.format(**known)) in (NOT_PERMITTED, [0], []), statement


def test_bob_cannot_have_other_audiences_explained(secrets: Secrets) -> None:
    world = secrets.scene.world
    bob = str(world.user_id("bob"))
    explained = as_web(
        world, bob, f"SELECT g.* FROM generate_series(1, 50) AS a, access.explain_audience(a, {bob}) AS g"
    )
    assert {row.group_id for row in explained} <= {1, secrets.scene.blue, None} | _own_group(world, bob)


def _own_group(world: World, user: str) -> set[int]:
    with world.context().transaction() as session:
        found = session.execute(text("SELECT group_id FROM group_users WHERE user_id = :u"), {"u": int(user)})
        return set(found.scalars())


def test_no_credentials_no_data(secrets: Secrets) -> None:
    nobody = secrets.scene.world.client()
    for path in (
        "sources",
        "candidates",
        f"sources/{SECRET}/photometry",
        f"thumbnail/{secrets.ids['thumbnail']}/image",
    ):
        assert nobody.get(f"/api/{path}").status_code == 401
