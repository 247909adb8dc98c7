"""The ranking of telescopes: nobody who cannot observe is asked, and each one passed over has its reason."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from followup.facilities.model import SkyClock
from followup.routing.rank import Option, rank

MJD = 61000.0
NIGHT = SkyClock(always_night=True)
options = st.lists(
    st.builds(
        Option,
        allocation_id=st.integers(1, 9),
        name=st.sampled_from(["A", "B", "C"]),
        site=st.sampled_from(["coj", "cpt", "lsc", None]),
        open=st.sampled_from([True, False, None]),
        why=st.just("clouds"),
        clock=st.sampled_from([NIGHT, SkyClock()]),
        used=st.integers(0, 3),
    ),
    max_size=6,
)


@given(options, st.floats(0, 359.9), st.floats(-89, 89))
def test_each_option_is_either_usable_or_has_a_reason(chosen: list[Option], ra: float, dec: float) -> None:
    usable, why_not = rank(chosen, ra, dec, MJD)
    assert len(usable) + len(why_not) == len(chosen)
    assert all(option.open is not False for option in usable)


def test_open_comes_before_unknown_and_rested_before_tried() -> None:
    known = Option(1, "A", "coj", True, "", NIGHT)
    unknown = Option(2, "B", "cpt", None, "", NIGHT)
    tried = Option(3, "C", "lsc", True, "", NIGHT, used=2)
    usable, _ = rank([unknown, tried, known], 10.0, -30.0, MJD)
    assert [option.allocation_id for option in usable] == [1, 3, 2]


def test_a_telescope_with_a_queue_comes_after_a_free_one() -> None:
    busy = Option(1, "A", "coj", True, "", NIGHT, queued=1)
    free = Option(2, "B", "cpt", True, "", NIGHT)
    usable, _ = rank([busy, free], 10.0, -30.0, MJD)
    assert [option.allocation_id for option in usable] == [2, 1]


def test_day_and_a_low_target_are_reasons() -> None:
    # On 2025-11-21 at 00:00 UTC it is day at Siding Spring (11 h local solar time) and night at Sutherland (1 h).
    real = [Option(1, "coj", "coj", True, "", SkyClock()), Option(2, "cpt", "cpt", True, "", SkyClock())]
    usable, why_not = rank(real, 60.0, 75.0, MJD)
    assert usable == []
    assert "it is day at coj" in why_not[0]
    assert "the target stands at" in why_not[1]
