"""Each rule of the conduct ledger: what it finds, what it leaves out, once; also by a worker that is killed."""

from __future__ import annotations

import itertools
import json
import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from sqlalchemy import CursorResult, text
from sqlalchemy.exc import ProgrammingError

from app.publications.conduct_rules import RULES
from tests.app.publications.league import ALL_RULES, DAY, HOUR, NOW, League, league
from tests.support.world import World

PROJECT = Path(__file__).parents[3]
MINUTE = timedelta(minutes=1)
LATER = NOW + 2 * DAY


def found(it: League) -> dict[str, list[tuple[int, Any]]]:
    """By rule: whose, and the named rows of each entry."""
    rows = it.sql(
        "SELECT e.rule, e.group_id, v.subjects, v.counterpart_ids FROM conduct_entries e"
        " JOIN conduct_evidence v ON v.entry_id = e.id ORDER BY e.id"
    )
    made: dict[str, list[tuple[int, Any]]] = {}
    for row in rows:
        made.setdefault(row.rule, []).append((row.group_id, {s["kind"]: s["ids"] for s in row.subjects}))
    return made


def test_every_rule_finds_its_facts_once_and_nothing_else(world: World) -> None:
    it = led(world)
    expected = {
        "data_shared_early": _shared(it),
        "opened_before_time": _opened(it),
        "time_given": _given(it),
        "prompt_classification": _classified(it),
        **_publications(it),
        "used_without_notice": _taken(it),
        "trigger_cancelled_late": _cancelled(it),
        "time_left_unused": _unused(it),
    }
    assert set(expected) == set(ALL_RULES)
    it.run(LATER)
    made = found(it)
    for rule in ALL_RULES:
        assert made.get(rule) == expected[rule], rule
    for _ in range(2):
        assert it.run(LATER + DAY)[0] == 0
    # What is reset finds the same facts, and counts none of them again.
    it.sql("DELETE FROM conduct_runs")
    assert it.run(LATER + DAY)[0] == 0
    signs = {(row.rule, row.weight > 0) for row in it.sql("SELECT rule, weight FROM conduct_entries")}
    assert {rule for rule, is_credit in signs if is_credit} == set(ALL_RULES[:5])
    # Nobody is judged by what was before they joined, nor for whom does not take part.
    it.sql("DELETE FROM conduct_entries")
    it.sql("DELETE FROM conduct_runs")
    it.sql("UPDATE conduct_members SET joined_at = :t", t=LATER)
    assert it.run(LATER + DAY)[0] == 0
    it.sql("UPDATE conduct_members SET joined_at = :t, state = 'left'", t=NOW - 400 * DAY)
    assert it.run(LATER + 2 * DAY)[0] == 0


def led(world: World) -> League:
    """A league whose ledger is on with every rule, written without HTTP."""
    it = league(world)
    rules = {
        name: {"weight": rule.weight, "parameters": rule.checked({}), "since": str(NOW - 400 * DAY)}
        for name, rule in RULES.items()
    }
    values = {"g": it.union, "r": json.dumps(rules), "u": [world.user_id("rex")]}
    columns = "(group_id, enabled, rules, reviewer_ids) VALUES (:g, true, CAST(:r AS jsonb), :u)"
    it.sql(f"INSERT INTO conduct_settings {columns}", **values)
    for team in (it.alpha, it.beta):
        it.sql("INSERT INTO conduct_members (collaboration_id, group_id, state, joined_at)"
               " VALUES (:c, :g, 'joined', :t)", c=it.union, g=team, t=NOW - 400 * DAY)  # fmt: skip
    return it


def _point(it: League, row: dict[str, Any], day: int, flux: float = 1.0) -> int:
    it.season.ensure_obj("Sky1")
    return it.put(
        "photometry", obj_id="Sky1", instrument_id=it.season.instrument_id, mjd=60000.0 + day, filter="sdssr",
        flux=flux, fluxerr=1.0, upload_id="t", created_at=NOW - day * DAY, **row,
    )  # fmt: skip


def _shared(it: League) -> list[tuple[int, Any]]:
    """Two points of a day that beta reads at once; not what alpha keeps, what a stranger reads, or who is no member."""
    both = it.held(it.alpha, "ada", it.alpha, it.beta)
    it.sql("UPDATE audience_grants SET since = :t", t=NOW - 300 * DAY)
    first, second = _point(it, both, 5), _point(it, both, 5, 2.0)
    _point(it, it.held(it.alpha, "ada", it.alpha), 6)
    _point(it, it.held(it.alpha, "ada", it.alpha, it.other), 7)
    _point(it, it.held(it.other, "dan", it.other, it.beta), 8)
    return [(it.alpha, {"photometry": [first, second]})]


def _opened(it: League) -> list[tuple[int, Any]]:
    """Beyond a policy, to beta; not to a stranger."""
    acts = []
    for reader, day in ((it.beta, 9), (it.other, 10)):
        acts.append(
            it.put(
                "history",
                at=NOW - day * DAY,
                holder_id=it.alpha,
                action="share beyond policy",
                kind="photometry",
                row_id="1",
                after=f'{{"group_ids": [{reader}]}}',
            )
        )
    return [(it.alpha, {"history": acts[:1]})]


def _given(it: League) -> list[tuple[int, Any]]:
    """Beta's observation on alpha's telescope; not alpha's own, nor one that failed. Both say a word of it later."""
    _trigger, attempt = it.observed(NOW - 3 * DAY, it.beta, "bob")
    it.observed(NOW - 3 * DAY, it.alpha, "ada")
    it.observed(NOW - 3 * DAY, it.beta, "bob", state="failed")
    return [(it.alpha, {"attempt": [attempt]})]


def _classified(it: League) -> list[tuple[int, Any]]:
    """Within a day, for others to read; not by a machine, not too late, not kept to oneself."""
    taxonomy = it.put("taxonomies", name="T", version="1", hierarchy="{}", **it.held(it.alpha, "ada"))
    seen = it.held(it.alpha, "ada")
    stream = it.put("streams", name="S")
    flt = it.put("filters", name="F", group_id=it.alpha, stream_id=stream)
    said = []
    for obj, hours, ml, readers in (
        ("Prompt", 2, False, (it.alpha, it.union)),
        ("Machine", 2, True, (it.alpha, it.union)),
        ("Late", 30, False, (it.alpha, it.union)),
        ("Kept", 2, False, (it.alpha,)),
    ):
        it.season.ensure_obj(obj)
        it.put("candidates", obj_id=obj, filter_id=flt, passed_at=NOW - 2 * DAY, **seen)
        said.append(
            it.put(
                "classifications",
                obj_id=obj,
                taxonomy_id=taxonomy,
                classification="x",
                ml=ml,
                author_name="ada",
                created_at=NOW - 2 * DAY + hours * HOUR,
                **it.held(it.alpha, "ada", *readers),
            )
        )
    return [(it.alpha, {"classification": said[:1]})]


_NUMBERS = itertools.count()


def _obligation(it: League, publication: int, kind: str, **more: Any) -> int:
    row = it.held(it.beta, "bob")
    policy = it.put("policies", name=f"P{next(_NUMBERS)}", holder_id=it.alpha, owner_id=row["owner_id"])
    version = it.put("policy_versions", policy_id=policy, version=1, document=NOTIFY, summary="")
    values = {"required": True, "state": "open", "n_rows": 1} | more
    return it.put("obligations", publication_id=publication, creditor_id=it.alpha, policy_version_id=version,
                  kind=kind, text="x", **values, **row)  # fmt: skip


NOTIFY = '{"products": {"photometry": {"use": [{"kind": "notify"}]}}}'


def _publications(it: League) -> dict[str, list[tuple[int, Any]]]:
    """Beta's accepted paper with alpha's author; answers that are late; overrides, of which one is excused."""
    row, when = it.held(it.beta, "bob"), NOW - 4 * DAY
    paper = it.publication("accepted", row, accepted_at=when)
    it.sql("UPDATE publications SET obj_ids = '{Elsewhere}' WHERE id = :p", p=paper)
    honoured = _obligation(it, paper, "coauthorship", state="opted_in")
    _obligation(it, paper, "coauthorship", state="opted_out")
    it.put("publication_people", publication_id=paper, user_id=it.world.user_id("abe"), role="author", state="named",
           authorship="opted_in")  # fmt: skip
    silent = _obligation(it, paper, "permission", state="requested", overdue_at=when - DAY, late="creditor",
                         overridden_at=when)  # fmt: skip
    ignored = _obligation(it, paper, "permission", state="requested", overridden_at=when, reason="x")
    late = _obligation(it, paper, "notify", overdue_at=when + HOUR, late="debtor")
    lapsed = it.lapse(when, it.beta, "bob")
    it.sql("UPDATE publications SET obj_ids = '{Elsewhere}' WHERE id = :p", p=lapsed)
    return {
        "coauthorship_honoured": [(it.beta, {"obligation": [honoured], "publication": [paper]})],
        "obligation_overdue": [(it.alpha, {"obligation": [silent]}), (it.beta, {"obligation": [late]})],
        "submitted_by_override": [(it.beta, {"obligation": [ignored], "publication": [paper]})],
        "claim_lapsed": [(it.beta, {"publication": [lapsed]})],
    }


def _taken(it: League) -> list[tuple[int, Any]]:
    """Taken by bob under terms that ask for a notice, which came for one obj; not yesterday, not by alpha's own."""
    ((version,),) = it.sql("SELECT id FROM policy_versions ORDER BY id LIMIT 1")
    told = it.publication("analysis", it.held(it.beta, "bob"))
    it.sql("UPDATE publications SET obj_ids = '{Told}' WHERE id = :p", p=told)
    _obligation(it, told, "notify", state="notified")
    ids = []
    for who, obj, days in (("bob", "Secret", 40), ("bob", "Told", 40), ("bob", "Fresh", 5), ("abe", "Secret", 40)):
        at = NOW - days * DAY
        ids.append(
            it.put(
                "data_takings",
                user_id=it.world.user_id(who),
                day=at.date(),
                product="photometry",
                obj_id=obj,
                holder_id=it.alpha,
                policy_version_id=version,
                way="export",
                n_rows=1,
                first_at=at,
                last_at=at,
                terms_shown_at=at,
            )
        )
    return [(it.beta, {"taking": ids[:1]})]


def _cancelled(it: League) -> list[tuple[int, Any]]:
    """Withdrawn a day after acceptance; not within the hour, and not by the clock."""
    made = []
    for minutes, by in ((1440, "bob"), (10, "bob"), (1440, None)):
        trigger, attempt = it.observed(NOW - DAY, it.beta, "bob", state="cancelled", trigger_state="cancelled",
                                       accepted_at=NOW - DAY - minutes * MINUTE)  # fmt: skip
        by_id = it.world.user_id(by) if by else None
        it.put("trigger_transitions", trigger_id=trigger, to_state="cancelled", why="x", at=NOW - DAY, by_id=by_id)
        made.append((it.beta, {"trigger": [trigger], "attempt": [attempt]}))
    return made[:1]


def _unused(it: League) -> list[tuple[int, Any]]:
    """Half a year ago and never looked at; the one that was remarked on is fine. Both are time given, too."""
    made = []
    for obj in ("Forgotten", "Remarked"):
        it.season.ensure_obj(obj)
        trigger, attempt = it.observed(NOW - 200 * DAY, it.beta, "bob")
        it.sql("UPDATE triggers SET obj_id = :o WHERE id = :t", o=obj, t=trigger)
        # Of the time that it was given nothing is said here.
        it.sql("UPDATE attempts SET ended_at = :e WHERE id = :a", e=NOW - 500 * DAY, a=attempt)
        made.append((it.beta, {"attempt": [attempt]}))
    it.put("comments", obj_id="Remarked", text="x", **it.held(it.beta, "bob"))
    return made[:1]


KILLED = """
import sys
from datetime import datetime
from pathlib import Path
from app.config import load_settings
from app.context import Context
from app.publications import conduct_ledger
settings = load_settings(Path(sys.argv[1]), {"database.url": sys.argv[2], "demo.enabled": False})
context = Context.create(settings, "release")
tell, told = conduct_ledger.tell, []
def slow(*args):
    tell(*args)
    told.append(1)
    if len(told) == int(sys.argv[4]):
        print("half-way", flush=True)
        sys.stdin.read()
conduct_ledger.tell = slow
print(conduct_ledger.Bookkeeper(lambda: datetime.fromisoformat(sys.argv[3]))(context)[0], flush=True)
"""


def _until_killed(world: World, step: int) -> None:
    assert world.settings.database.url is not None
    worker = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(world.settings.root), world.settings.database.url, str(LATER), str(step)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=PROJECT, env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )  # fmt: skip
    assert worker.stdout is not None
    assert worker.stdin is not None
    assert worker.stdout.readline() == b"half-way\n"
    worker.send_signal(signal.SIGKILL)
    assert worker.wait(30) == -signal.SIGKILL
    worker.stdout.close()
    worker.stdin.close()


def test_a_worker_that_is_killed_counts_nothing_twice_and_loses_nothing(world: World) -> None:
    it = led(world)
    for _ in range(3):
        it.lapse(NOW - DAY, it.beta, "bob")
        it.observed(NOW - 3 * DAY, it.beta, "bob")
    for step in (1, 2):
        before = it.sql("SELECT count(*) FROM conduct_entries")[0][0]
        _until_killed(world, step)
        after = it.sql("SELECT count(*) FROM conduct_entries")[0][0]
        # A whole rule or nothing: never a part of one.
        assert (after - before) % 3 == 0
        whole = "SELECT count(*) FROM conduct_entries e WHERE NOT EXISTS (SELECT FROM {} WHERE {})"
        for table, same in (
            ("conduct_evidence v", "v.entry_id = e.id"),
            ("history h", "h.kind = 'conduct entry' AND h.row_id = e.id::text AND h.action = 'show'"),
        ):
            assert it.sql(whole.format(table, same)) == [(0,)]
    it.run(LATER)
    assert it.sql("SELECT rule, count(*) FROM conduct_entries GROUP BY 1 ORDER BY 1") == [
        ("claim_lapsed", 3), ("time_given", 3),
    ]  # fmt: skip
    assert it.run(LATER + timedelta(days=22)) == (0, 6)
    assert it.sql("SELECT count(*) FROM history WHERE action = 'take effect'") == [(12,)]


def test_the_database_itself_keeps_the_ledger_from_others(world: World) -> None:
    it = led(world)
    it.lapse(NOW - DAY, it.beta, "bob")
    it.run(LATER)
    web = world.context("web")

    def asks(username: str, query: str, **values: Any) -> Any:
        with web.transaction(world.principal(username)) as session:
            done = cast("CursorResult[Any]", session.execute(text(query), values))
            return done.scalars().all() if done.returns_rows else done.rowcount

    tables = ("conduct_settings", "conduct_members", "conduct_evidence", "conduct_appeals", "conduct_entries")
    for stranger in ("dan", "gamma", "rex"):
        for table in tables:
            assert asks(stranger, f"SELECT count(*) FROM {table}") == [0], (stranger, table)
    assert asks("bob", "SELECT count(*) FROM conduct_entries") == [1]
    assert asks("bob", "SELECT count(*) FROM conduct_evidence") == [1]
    told = "SELECT text FROM notifications WHERE subject_kind = 'conduct_entry'"
    (said,) = asks("bob", told)
    assert said.startswith(
        "An entry was made in a conduct ledger for your group (debit, claim lapsed). You have 21 days"
    )
    for other in ("ada", "cara", "carl"):
        assert asks(other, told) == []
        assert asks(other, "SELECT count(*) FROM conduct_entries") == [0]
        assert asks(other, "SELECT count(*) FROM conduct_evidence") == [0]
    it.run(LATER + 30 * DAY)
    for other in ("ada", "cara", "carl"):
        assert asks(other, "SELECT count(*) FROM conduct_entries") == [1]
        assert asks(other, "SELECT count(*) FROM conduct_evidence") == [0]
    # Nobody writes an entry, its weight or its end; nobody reads its key; nobody joins a team of others.
    for query in (
        "UPDATE conduct_entries SET weight = 100",
        "UPDATE conduct_entries SET state = 'withdrawn'",
        "DELETE FROM conduct_entries",
        "SELECT key FROM conduct_entries",
        "INSERT INTO conduct_appeals (entry_id, reason, appealed_at, weight_before) SELECT id, 'x', now(), 1"
        " FROM conduct_entries",
        "SELECT access.reviewer_for(1)",
        "SELECT * FROM conduct_runs",
    ):
        with pytest.raises(ProgrammingError, match="permission denied"):
            asks("bob", query)
    with pytest.raises(ProgrammingError, match="joining is the decision of both"):
        asks("cara", "INSERT INTO conduct_members (collaboration_id, group_id, state) VALUES (:c, :g, 'joined')",
             c=it.union, g=it.other)  # fmt: skip
    with pytest.raises(ProgrammingError, match="joining is the decision of both"):
        asks("dan", "INSERT INTO conduct_members (collaboration_id, group_id, state) VALUES (:c, :g, 'invited')",
             c=it.union, g=it.other)  # fmt: skip
    assert asks("dan", "UPDATE conduct_members SET state = 'left'") == 0
    assert asks("ada", "UPDATE conduct_settings SET half_life_days = 1") == 0
    assert asks("bob", "SELECT access.appeal_entry(id, 'x', now()) FROM conduct_entries") == [False]
    assert (
        asks("rex", "SELECT access.review_entry(e, 'withdrawn', NULL, 'x', now()) FROM generate_series(1, 9) e")
        == [False] * 9
    )
