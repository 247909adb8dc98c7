"""What strangers ask for and may not read: hidden and absent give the same words for the same number of queries."""

from __future__ import annotations

from tests.app.access.matrix.cast import Cast, nothing_kept
from tests.app.access.matrix.probing import more_asks, told_apart


def test_hidden_rows_read_as_absent_ones(cast: Cast) -> None:
    with nothing_kept(cast.world):
        wrong = told_apart(cast, (ask for ask in more_asks() if ask.method == "GET"))
    assert not wrong, "\n".join(wrong)


def test_the_team_can_tell_them_apart(cast: Cast) -> None:
    """What the tests of hidden rows rest on: requests that are about something."""
    reads = [ask for ask in more_asks() if ask.label == "GET /api/spectra/{spectrum_id}"]
    assert [line.split(":")[0] for line in told_apart(cast, reads, ["member"])] == [f"{reads[0].label} as member"]
