"""Random stories of groups, uploads, shares, moves and deletions: by every route one reaches what the model says.

Everything goes through the real HTTP server, the memberships too, in one portal that is emptied between stories.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st
from sqlalchemy import insert, text

from app.tables import Allocation, Filter, Instrument, Telescope
from tests.app.access.model import GROUPS, OBJS, STREAMS, USERS, Model, Row
from tests.app.api.scene import TAXONOMY
from tests.support.world import World

ROUTES: dict[str, tuple[str, str]] = {
    "photometry": ("photometry/{id}", ""),
    "spectrum": ("spectra/{id}", "spectra?minimalPayload=true"),
    "classification": ("classification/{id}", "classification?numPerPage=500"),
    "comment": ("sources/{obj}/comments/{id}", ""),
    "annotation": ("sources/{obj}/annotations/{id}", ""),
    "candidate": ("", "candidates?numPerPage=500"),
    "followup_request": ("followup_request/{id}", "followup_request?numPerPage=500"),
}
"""How a row of each kind is read, and a list of all that there are."""
WRITABLE = ("photometry", "spectrum", "classification", "comment", "annotation")
"""Kinds whose readers the owner can change, and that the owner can delete."""

TURNS = {
    "join": 1, "leave": 2, "subscribe": 1, "unsubscribe": 1, "expire": 1, "revive": 1, "save": 4, "unsave": 1,
    "upload": 10, "pass_filter": 3, "share": 1, "move": 3, "delete": 1,
}  # fmt: skip
"""What may happen, and how often."""


def story_of(seed: int) -> tuple[list[set[str]], list[tuple[Any, ...]]]:
    """The members that each group begins with, and what happens then, at random.

    A seed for the whole: of strategies for each step, Hypothesis makes mostly the shortest, in which nothing happens.
    """
    rng = random.Random(seed)

    def one(turn: str) -> tuple[Any, ...]:
        who, chosen = rng.choice(USERS), rng.randrange(100)
        numbers = set(rng.sample(range(GROUPS), rng.choice((1, 1, 2))))
        given_: dict[str, tuple[Any, ...]] = {
            "save": (rng.choice(OBJS), numbers, chosen),
            "upload": (rng.choice([*WRITABLE, "followup_request"]), chosen, numbers),
            "pass_filter": (rng.choice(OBJS), rng.randrange(GROUPS)),
            "unsave": (chosen,), "delete": (chosen,), "expire": (), "revive": (),
        }  # fmt: skip
        named = {"join": GROUPS, "leave": GROUPS, "subscribe": STREAMS, "unsubscribe": STREAMS}
        if turn in named:
            return turn, who, rng.randrange(named[turn])
        return turn, who, *given_.get(turn, (chosen, numbers))

    members = [set(rng.sample(USERS, rng.randint(1, 3))) for _ in range(GROUPS)]
    turns = rng.choices(list(TURNS), list(TURNS.values()), k=rng.randint(12, 30))
    return members, [one(turn) for turn in turns]


class Portal:
    """One portal for all stories, and how its people ask."""

    def __init__(self, world: World) -> None:
        self.world = world
        world.user("root", roles=("Super admin",))
        self.user_ids = {name: world.user(name) for name in USERS}
        self.groups = [world.group(f"g{i}", members=("root",)) for i in range(GROUPS)]
        self.streams = [world.stream(f"s{i}") for i in range(STREAMS)]
        # Rows that come with a group: its filter (on a stream), its allocation.
        with world.context().transaction() as session:
            dome = {"name": "T", "nickname": "T", "diameter": 1.0, "lat": -31.0, "lon": 149.0, "elevation": 1000.0}
            telescope = session.execute(insert(Telescope).values(**dome).returning(Telescope.id)).scalar_one()
            camera = {"name": "C", "type": "imager", "telescope_id": telescope, "filters": ["sdssr"]}
            self.instrument = session.execute(insert(Instrument).values(**camera).returning(Instrument.id)).scalar_one()
            self.filters = [
                session.execute(
                    insert(Filter)
                    .values(name="f", group_id=g, stream_id=self.streams[i % STREAMS])
                    .returning(Filter.id)
                ).scalar_one()
                for i, g in enumerate(self.groups)
            ]
            given = {"instrument_id": self.instrument, "hours_allocated": 1.0, "pi": "p", "facility": "LCO",
                     "facility_config": {"site": "coj"}}  # fmt: skip
            self.allocations = [
                session.execute(insert(Allocation).values(group_id=g, **given).returning(Allocation.id)).scalar_one()
                for g in self.groups
            ]
        self.clients = {name: world.client(name) for name in (*USERS, "root")}
        terms = {"name": "T", "version": "1", "hierarchy": TAXONOMY}
        self.taxonomy = self.ask("root", "POST", "taxonomy", terms).json()["data"]["taxonomy_id"]
        self.count = 0

    def ask(self, who: str, method: str, path: str, body: Any = None) -> httpx.Response:
        answer = self.clients[who].request(method, f"/api/{path}", json=body)
        assert answer.status_code < 500, answer.text
        return answer

    def clear(self) -> None:
        """Empty the portal of all that a story made."""
        with self.world.context().transaction() as session:
            session.execute(text("TRUNCATE objs, obj_audience, photometry CASCADE"))
            session.execute(text("DELETE FROM group_users WHERE group_id = ANY(:g) AND user_id <> :root"),
                            {"g": self.groups, "root": self.world.user_id("root")})  # fmt: skip
            session.execute(text("TRUNCATE stream_users"))
            session.execute(text("UPDATE users SET expiration_date = NULL"))

    def fresh(self) -> int:
        """A number that was not used before, for what must differ."""
        self.count += 1
        return self.count


class Story:
    """What happens in one example, in the portal and in the model."""

    def __init__(self, portal: Portal, members: list[set[str]]) -> None:
        self.portal, self.model = portal, Model()
        portal.clear()
        for number, names in enumerate(members):
            for name in sorted(names):
                self.join(name, number)

    def ids(self, numbers: set[int]) -> list[int]:
        return [self.portal.groups[n] for n in sorted(numbers)]

    def root(self, method: str, path: str, body: Any = None) -> None:
        answer = self.portal.ask("root", method, path, body)
        assert answer.is_success, f"{method} {path}: {answer.text}"

    def join(self, who: str, number: int) -> None:
        if who not in self.model.members[number]:
            body = {"userID": self.portal.user_ids[who], "canSharePhotometry": True}
            self.root("POST", f"groups/{self.portal.groups[number]}/users", body)
            self.model.members[number].add(who)

    def leave(self, who: str, number: int) -> None:
        if who in self.model.members[number]:
            place = f"groups/{self.portal.groups[number]}/users/{self.portal.user_ids[who]}"
            self.root("DELETE", place)
            self.model.members[number].discard(who)

    def subscribe(self, who: str, number: int) -> None:
        if who not in self.model.subscribers[number]:
            place = f"streams/{self.portal.streams[number]}/users"
            self.root("POST", place, {"user_id": self.portal.user_ids[who]})
            self.model.subscribers[number].add(who)

    def unsubscribe(self, who: str, number: int) -> None:
        if who in self.model.subscribers[number]:
            self.root("DELETE", f"streams/{self.portal.streams[number]}/users/{self.portal.user_ids[who]}")
            self.model.subscribers[number].discard(who)

    def expire(self, who: str) -> None:
        self.root("PATCH", f"user/{self.portal.user_ids[who]}", {"expirationDate": "2020-01-01"})
        self.model.expired.add(who)

    def revive(self, who: str) -> None:
        self.root("PATCH", f"user/{self.portal.user_ids[who]}", {"expirationDate": "2090-01-01"})
        self.model.expired.discard(who)

    def _may(self, who: str, numbers: set[int]) -> bool:
        """One shares with groups of one's own."""
        return who not in self.model.expired and numbers <= self.model.groups_of(who)

    def _mostly_own(self, who: str, numbers: set[int], chosen: int) -> set[int]:
        """Mostly groups that one may name, so that much is stored; what is refused is tried as well."""
        return (numbers & self.model.groups_of(who) or numbers) if chosen % 4 else numbers

    def save(self, who: str, obj: str, numbers: set[int], chosen: int) -> None:
        numbers = self._mostly_own(who, numbers, chosen)
        body = {"id": obj, "ra": 10.0 + OBJS.index(obj), "dec": 20.0, "group_ids": self.ids(numbers)}
        answer = self.portal.ask(who, "POST", "sources", body)
        assert answer.is_success == self._may(who, numbers), answer.text
        if not answer.is_success:
            return
        for number in numbers:
            known = [r for r in self.model.rows if (r.kind, r.obj, r.holder) == ("source", obj, number)]
            for row in known:
                row.active = True
            if not known:
                self.model.rows.append(Row("source", -self.portal.fresh(), obj, who, {(number, None)}, number))

    def unsave(self, who: str, chosen: int) -> None:
        rows = [r for r in self.model.rows if r.kind == "source" and r.active]
        if rows:
            row = rows[chosen % len(rows)]
            body = {"group_id": self.portal.groups[row.holder]}
            answer = self.portal.ask(who, "DELETE", f"sources/{row.obj}", body)
            assert answer.is_success == self._may(who, {row.holder}), answer.text
            row.active = not answer.is_success

    def upload(self, who: str, kind: str, chosen: int, numbers: set[int]) -> None:
        """About an obj that the uploader has in the list, mostly; never about one that they may not know."""
        mine = sorted(self.model.saved(who)) or list(OBJS)
        obj = mine[chosen % len(mine)]
        numbers = self._mostly_own(who, numbers, chosen // len(OBJS))
        numbers = {min(numbers)} if kind == "followup_request" else numbers
        path, body = self._new(kind, obj, numbers)
        answer = self.portal.ask(who, "POST", path, body)
        allowed = self._may(who, numbers) and self.model.knows(who, obj)
        # Only what is saved, as far as one may know, is followed up.
        allowed = allowed and (kind != "followup_request" or obj in self.model.saved(who))
        assert answer.is_success == allowed, f"{who} {path} {body}: {answer.text}"
        if allowed:
            data = answer.json()["data"]
            number = data["ids"][0] if "ids" in data else data.get("id", data.get(f"{kind}_id"))
            grants = {(n, None) for n in numbers}
            self.model.rows.append(Row(kind, number, obj, who, set(grants), min(numbers)))

    def _new(self, kind: str, obj: str, numbers: set[int]) -> tuple[str, dict[str, Any]]:
        portal, groups, fresh = self.portal, {"group_ids": self.ids(numbers)}, self.portal.fresh()
        about: dict[str, Any] = {"obj_id": obj, "instrument_id": portal.instrument}
        payload = {"observation_choices": ["sdssr"], "exposure_time": 60, "exposure_counts": 1, "priority": 3}
        found: dict[str, tuple[str, dict[str, Any]]] = {
            "photometry": ("photometry", about | groups | {
                "mjd": [60000.0 + fresh], "mag": [19.0], "magerr": [0.1], "limiting_mag": 20.0, "filter": "sdssr",
            }),
            "spectrum": ("spectra", about | groups | {
                "observed_at": "2026-01-01T00:00:00", "wavelengths": [4000.0, 5000.0 + fresh], "fluxes": [1.0, 2.0],
            }),
            "classification": ("classification", groups | {
                "obj_id": obj, "classification": "Ia", "taxonomy_id": portal.taxonomy,
            }),
            "comment": (f"sources/{obj}/comments", groups | {"text": f"remark {fresh}"}),
            "annotation": (f"sources/{obj}/annotations", groups | {"origin": f"o{fresh}", "data": {"x": fresh}}),
            "followup_request": ("followup_request", {
                "obj_id": obj, "allocation_id": portal.allocations[min(numbers)], "payload": payload,
                "target_group_ids": self.ids(numbers),
            }),
        }  # fmt: skip
        return found[kind]

    def pass_filter(self, who: str, obj: str, number: int) -> None:
        """A candidate is for who is in the filter's group and subscribes to its stream."""
        body = {
            "id": obj, "ra": 10.0 + OBJS.index(obj), "dec": 20.0, "filter_ids": [self.portal.filters[number]],
            "passed_at": f"2026-01-01T00:00:{self.portal.fresh() % 60:02}",
        }  # fmt: skip
        stream_number = number % STREAMS
        answer = self.portal.ask(who, "POST", "candidates", body)
        allowed = self._may(who, {number})
        if answer.is_success:
            assert allowed, answer.text
            ids = answer.json()["data"]["ids"]
            passed = [r for r in self.model.rows if (r.kind, r.obj, r.holder) == ("candidate", obj, number)]
            if passed:
                # It has passed before: nothing is new, and who may not read that passage is not told of it.
                assert ids == [r.id for r in passed if self.model.reads(who, r)]
                return
            grants = {(number, stream_number)}
            self.model.rows.append(Row("candidate", ids[0], obj, who, set(grants), number))

    def _chosen(self, who: str, chosen: int, kinds: tuple[str, ...] = WRITABLE) -> Row | None:
        """Mostly one's own, which one can change; anybody's as well."""
        rows = [r for r in self.model.rows if r.kind in kinds]
        rows = ([r for r in rows if r.owner == who] or rows) if chosen % 3 else rows
        return rows[chosen % len(rows)] if rows else None

    def share(self, who: str, chosen: int, numbers: set[int]) -> None:
        """Owners share data on, with groups of theirs."""
        row = self._chosen(who, chosen, ("photometry", "spectrum"))
        if row is None:
            return
        numbers = self._mostly_own(who, numbers, chosen)
        name = "photometryIDs" if row.kind == "photometry" else "spectrumIDs"
        answer = self.portal.ask(who, "POST", "sharing", {"groupIDs": self.ids(numbers), name: [row.id]})
        if row.owner == who and self._may(who, numbers):
            assert answer.is_success, answer.text
        if answer.is_success:
            assert self.model.reads(who, row), answer.text
            row.grants |= {(n, None) for n in numbers}

    def move(self, who: str, chosen: int, numbers: set[int]) -> None:
        """Owners say anew which of their groups read a row."""
        row = self._chosen(who, chosen)
        if row is None:
            return
        numbers = self._mostly_own(who, numbers, chosen)
        method = "PATCH" if row.kind == "photometry" else "PUT"
        path = ROUTES[row.kind][0].format(obj=row.obj, id=row.id)
        answer = self.portal.ask(who, method, path, {"group_ids": self.ids(numbers)})
        if not self.model.reads(who, row) or not self._may(who, numbers):
            assert not answer.is_success, answer.text
        elif row.owner == who:
            # What one put in stays with the group that holds it: who has left that changes it no more.
            assert answer.is_success == (row.holder in self.model.groups_of(who)), answer.text
        if answer.is_success:
            # Data stay with the group that holds them, whomever else they are for.
            kept = {row.holder} if row.kind == "photometry" else set()
            row.grants = {(n, None) for n in numbers | kept}

    def delete(self, who: str, chosen: int) -> None:
        """Owners delete what is theirs; who does not read it, never."""
        row = self._chosen(who, chosen)
        if row is None:
            return
        answer = self.portal.ask(who, "DELETE", ROUTES[row.kind][0].format(obj=row.obj, id=row.id))
        if row.owner == who and who not in self.model.expired:
            assert answer.is_success, answer.text
        if answer.is_success:
            assert self.model.reads(who, row), answer.text
            self.model.rows.remove(row)

    def check(self) -> None:
        """Compare what everybody reaches, by every way."""
        for who in USERS:
            if who in self.model.expired:
                assert self.portal.ask(who, "GET", "sources").status_code == 403
                continue
            self._check_lists(who)
            self._check_objs(who)
            for row in self.model.rows:
                self._check_row(who, row)

    def _get(self, who: str, path: str) -> Any:
        answer = self.portal.ask(who, "GET", path)
        assert answer.is_success, f"{who} {path}: {answer.text}"
        return answer.json()["data"]

    def _check_lists(self, who: str) -> None:
        model = self.model
        sources = self._get(who, "sources?numPerPage=500")
        assert {s["id"] for s in sources["sources"]} == model.saved(who), who
        assert sources["totalMatches"] == len(model.saved(who))
        passed = self._get(who, "candidates?numPerPage=100")
        objs = {r.obj for r in model.rows if r.kind == "candidate" and model.reads(who, r)}
        assert {c["id"] for c in passed["candidates"]} == objs, who
        assert passed["totalMatches"] == len(objs)
        assert {s["id"] for s in self._get(who, "spectra?minimalPayload=true")} == model.reached(who, "spectrum")
        for kind, key, path in (
            ("classification", "classifications", "classification?numPerPage=500"),
            ("followup_request", "followup_requests", "followup_request?numPerPage=500"),
        ):
            page = self._get(who, path)
            assert {r["id"] for r in page[key]} == model.reached(who, kind), (who, kind)
            assert page["totalMatches"] == len(model.reached(who, kind))

    def _check_objs(self, who: str) -> None:
        for obj in OBJS:
            if not self.model.knows(who, obj):
                for path, status in ((f"sources/{obj}", 404), (f"sources/{obj}/photometry", 403)):
                    assert self.portal.ask(who, "GET", path).status_code == status, (who, path)
                continue
            told = self._get(who, f"sources/{obj}?includeComments=true&includePhotometry=true")
            ways: tuple[tuple[str, Any], ...] = (
                ("comment", told["comments"]),
                ("comment", self._get(who, f"sources/{obj}/comments")),
                ("annotation", told["annotations"]),
                ("annotation", self._get(who, f"sources/{obj}/annotations")),
                ("classification", told["classifications"]),
                ("classification", self._get(who, f"sources/{obj}/classifications")),
                ("photometry", told["photometry"]),
                ("photometry", self._get(who, f"sources/{obj}/photometry")),
                ("spectrum", self._get(who, f"sources/{obj}/spectra")["spectra"]),
            )  # fmt: skip
            for kind, way in ways:
                found = {row["id"] for row in way}
                assert found == self.model.reached(who, kind, obj), (who, kind, obj)

    def _check_row(self, who: str, row: Row) -> None:
        place = ROUTES.get(row.kind, ("", ""))[0]
        if place:
            answer = self.portal.ask(who, "GET", place.format(obj=row.obj, id=row.id))
            assert answer.is_success == self.model.reads(who, row), (who, row, answer.text)
        if row.id > 0:
            why = self.portal.ask(who, "GET", f"access/explain?kind={row.kind}&id={row.id}")
            assert why.is_success == self.model.reads(who, row), (who, row, why.text)
            if why.is_success:
                told = why.json()["data"]
                assert told["rule"] == ("owner" if row.owner == who else "grant"), (who, row, told)


@pytest.fixture
def stage(portal: World) -> Iterator[Portal]:
    made = Portal(portal)
    yield made
    for client in made.clients.values():
        client.close()


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(seed=st.integers(0, 2**32 - 1))
def test_everybody_reaches_what_the_model_says(stage: Portal, seed: int) -> None:
    members, told = story_of(seed)
    note(f"{members}: {told}")
    story = Story(stage, members)
    for name, *given_ in told:
        getattr(story, name)(*given_)
    story.check()
