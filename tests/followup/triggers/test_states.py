"""The tables of states: what they allow happens, whatever else is asked is refused and changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.triggers.states import (
    ATTEMPT_TRANSITIONS,
    LIVE_ATTEMPTS,
    OPEN_TRIGGERS,
    TRIGGER_TRANSITIONS,
    ForbiddenTransition,
    check,
)

TABLES = [(TRIGGER_TRANSITIONS, OPEN_TRIGGERS), (ATTEMPT_TRANSITIONS, LIVE_ATTEMPTS)]


@pytest.mark.parametrize(("table", "alive"), TABLES)
def test_every_state_can_be_reached_and_every_live_one_can_end(
    table: dict[str, frozenset[str]], alive: frozenset[str]
) -> None:
    first = next(iter(table))
    reached, frontier = {first}, {first}
    while frontier:
        frontier = set().union(*(table[state] for state in frontier)) - reached
        reached |= frontier
    assert reached == set(table)
    for state in alive:
        assert table[state] - alive, f"{state} can never end"


@pytest.mark.parametrize(("table", "alive"), TABLES)
def test_what_has_ended_never_lives_again(table: dict[str, frozenset[str]], alive: frozenset[str]) -> None:
    for state in set(table) - alive:
        assert not table[state] & alive


@given(st.sampled_from(TABLES), st.data())
def test_only_the_table_decides(tables: tuple[dict[str, frozenset[str]], frozenset[str]], data: st.DataObject) -> None:
    table = tables[0]
    before, after = data.draw(st.sampled_from(sorted(table))), data.draw(st.sampled_from(sorted(table)))
    if after in table[before]:
        check(table, before, after, "thing")
    else:
        with pytest.raises(ForbiddenTransition, match=before):
            check(table, before, after, "thing")
