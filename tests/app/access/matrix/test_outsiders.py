"""Strangers try everything for real: they are told no word and no id of the team's, and change no row."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import text

from tests.app.access.matrix.cast import FIRST_ID, MARK, Cast
from tests.app.access.matrix.probing import STRANGERS, leaked, more_asks, said, send, without_secrets
from tests.app.access.matrix.values import THEIR_OWN, TOLD_TO_ALL

_TABLES = "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"


def all_rows(cast: Cast) -> Counter[tuple[str, str]]:
    """Every row of every table."""
    found: Counter[tuple[str, str]] = Counter()
    with cast.world.context().transaction() as session:
        for table in session.scalars(text(_TABLES)).all():
            rows = session.execute(text(f'SELECT t::text FROM public."{table}" t')).scalars()
            found.update((table, row) for row in rows)
    return found


def test_the_marks_are_found_where_they_are(cast: Cast) -> None:
    """What the search for leaks rests on: the team itself is told marks and ids."""
    told = cast.clients["member"].get("/api/sources").text
    assert leaked(cast, told) >= {MARK}
    found = leaked(cast, cast.clients["member"].get("/api/classification").text)
    assert any(word.isdigit() and int(word) >= FIRST_ID for word in found)


def test_outsiders_read_no_word_and_change_no_row(cast: Cast) -> None:
    before, known = all_rows(cast), without_secrets(cast)
    wrong: list[str] = []
    for ask in sorted(more_asks(), key=lambda a: a.method == "DELETE"):
        for role in STRANGERS:
            answer = send(cast.clients[role], ask, known)
            _, _, told = said(answer, ask, known)
            to_all = {str(known[key]) for key in TOLD_TO_ALL.get(ask.label, ())}
            if found := leaked(cast, told) - to_all:
                wrong.append(f"{ask.label} as {role}: {answer.status_code} tells {sorted(found)}: {told[:400]}")
    lost = before - all_rows(cast)
    own = {table: tuple(f"({known[key]}," for key in keys) for table, keys in THEIR_OWN.items()}
    wrong += [f"{table} lost {row[:300]}" for table, row in lost if not row.startswith(own.get(table, ()))]
    assert not wrong, "\n".join(wrong)
