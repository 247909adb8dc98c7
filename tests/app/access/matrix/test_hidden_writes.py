"""What strangers would change or refer to: hidden and absent give the same words for the same number of queries."""

from __future__ import annotations

from tests.app.access.matrix.cast import Cast, nothing_kept
from tests.app.access.matrix.probing import more_asks, told_apart


def test_hidden_rows_are_refused_as_absent_ones(cast: Cast) -> None:
    with nothing_kept(cast.world):
        wrong = told_apart(cast, (ask for ask in more_asks() if ask.method != "GET"))
    assert not wrong, "\n".join(wrong)
