"""``GET /api/access/explain`` of every kind of held row: as row security judges; outsiders learn nothing."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, ProgrammingError

from app.access.explain import KINDS
from app.access.principal import Principal
from app.context import declare
from app.tables import AudienceGrant, Base
from tests.app.access.matrix.cast import Cast
from tests.app.access.matrix.probing import STRANGERS
from tests.app.access.matrix.seeds import ABSENT_NUMBER
from tests.support.world import World

UNSEEDED = {"followup_details", "release"}
"""Kinds that only services make: when a facility accepts under a policy of details, and when an embargo ends."""
PEOPLE = {"member": "ada", "group admin": "carl", "system admin": "root", "other group": "bob"}


def rows(cast: Cast) -> dict[str, list[int]]:
    """Up to three rows of each kind that the team holds, or that are for it."""
    red, found = cast.scene.red, {}
    with cast.world.context().transaction() as session:
        ours = select(AudienceGrant.audience_id).where(AudienceGrant.group_id == red)
        for kind, t in KINDS.items():
            either = (t.holder_id == red) | t.audience_id.in_(ours)
            found[kind] = list(session.scalars(select(t.id).where(either).order_by(t.holder_id != red, t.id).limit(3)))
    return found


def explained(cast: Cast, who: str, kind: str, number: int, **more: Any) -> Any:
    asked: dict[str, Any] = {"kind": kind, "id": number} | more
    return cast.clients[who].get("/api/access/explain", params=asked)


def does(world: World, principal: Principal, statement: str, number: int) -> bool:
    """Whether row security lets a statement through, in a transaction that leaves nothing."""
    try:
        with world.context("web").sessions() as session:
            declare(session, principal, "a test")
            return session.execute(text(statement), {"id": number}).rowcount > 0  # type: ignore[attr-defined, no-any-return]
    except ProgrammingError:
        return False  # no privilege on the table, or for the row as it would be
    except IntegrityError:
        return True  # it may, and other rows need this one


def changeable(world: World) -> dict[str, str]:
    """For each table a column that the portal may change at all, else its id."""
    asked = (
        "SELECT table_name, max(column_name::text) FILTER (WHERE has_column_privilege('skyrelay_web', "
        "'public.' || table_name, column_name, 'UPDATE') AND is_identity = 'NO') FROM information_schema.columns "
        "WHERE table_schema = 'public' GROUP BY table_name"
    )
    with world.context().transaction() as session:
        return {table: column or "id" for table, column in session.execute(text(asked))}


def test_every_table_with_an_audience_can_be_explained() -> None:
    held = {
        m.class_ for m in Base.registry.mappers if {"audience_id", "holder_id"} <= set(m.local_table.columns.keys())
    }
    assert set(KINDS.values()) == held
    assert {"spectrum", "reminder", "resource_comment", "obj_analysis", "assignment", "photometric_series"} <= set(
        KINDS
    )


def test_each_kind_is_explained_as_the_database_judges(cast: Cast) -> None:
    found = rows(cast)
    assert {kind for kind, numbers in found.items() if not numbers} == UNSEEDED
    principals = {role: cast.world.principal(name) for role, name in PEOPLE.items()}
    columns = changeable(cast.world)
    rules: set[tuple[str, str]] = set()
    for kind, numbers in found.items():
        table = KINDS[kind].__table__.name
        for number in numbers:
            for role, principal in principals.items():
                reads = does(cast.world, principal, f"SELECT id FROM {table} WHERE id = :id", number)
                answer = explained(cast, role, kind, number)
                assert answer.is_success == reads, (role, kind, answer.text)
                if not reads:
                    continue
                said = answer.json()["data"]
                writes = any(
                    does(cast.world, principal, statement, number)
                    for statement in (
                        f"UPDATE {table} SET {columns[table]} = {columns[table]} WHERE id = :id",
                        f"DELETE FROM {table} WHERE id = :id",
                    )
                )
                assert (said["readable"], said["writable"]) == (True, writes), (role, kind, said)
                assert len(said["sentences"]) >= 2, said
                rules.add((said["rule"], said["write_rule"]))
    assert {"owner", "grant", "system administrator"} <= {rule for rule, _ in rules}
    assert {"owner", "holder's administrator", "system administrator", "nothing"} <= {rule for _, rule in rules}


@pytest.mark.parametrize("role", STRANGERS)
def test_outsiders_have_nothing_explained(cast: Cast, role: str) -> None:
    for kind, numbers in rows(cast).items():
        nobodys = explained(cast, role, kind, ABSENT_NUMBER).text.replace(str(ABSENT_NUMBER), "N")
        for number in numbers:
            told = explained(cast, role, kind, number)
            if kind == "public_source_page":
                continue  # is for everybody
            assert (told.status_code, told.text.replace(str(number), "N")) == (400, nobodys), (role, kind)


def test_an_administrator_of_the_holder_asks_about_others(cast: Cast) -> None:
    bob, ada = cast.world.user_id("bob"), cast.ids["user"]
    for kind, numbers in rows(cast).items():
        for number in numbers[:1]:
            if not explained(cast, "group admin", kind, number).is_success:
                continue
            about_bob = explained(cast, "group admin", kind, number, user_id=bob)
            if kind in ("analysis_service", "taxonomy") and about_bob.status_code == 403:
                continue  # another group holds it
            of_bob = about_bob.json()["data"]
            bob_reads = explained(cast, "other group", kind, number).is_success
            assert (of_bob["readable"], of_bob["writable"]) == (bob_reads, False), (kind, of_bob)
            of_ada = explained(cast, "group admin", kind, number, user_id=ada).json()["data"]
            by_ada = explained(cast, "member", kind, number)
            assert of_ada["readable"] == by_ada.is_success, kind
            if by_ada.is_success:
                told = by_ada.json()["data"]
                assert (of_ada["rule"], of_ada["writable"]) == (told["rule"], told["writable"]), kind
            refused = explained(cast, "member", kind, number, user_id=bob)
            assert refused.status_code in (400, 403)
