"""ORCIDs: their form and their check digit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import BadInput
from app.portal.orcid import check_digit, read_orcid


@pytest.mark.parametrize(
    ("given_", "read"),
    [
        # ORCID's own examples: support.orcid.org, "Structure of the ORCID Identifier".
        ("0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("https://orcid.org/0000-0001-5109-3700", "0000-0001-5109-3700"),
        (" 000000021694233x ", "0000-0002-1694-233X"),
    ],
)
def test_it_is_read(given_: str, read: str) -> None:
    assert read_orcid(given_) == read


@pytest.mark.parametrize(
    "wrong", ["0000-0002-1825-0098", "0000-0002-1825-009", "٠٠٠٠-0002-1825-0097", "", "0000-0002-1825-0097\x00", "x"]
)
def test_nonsense_is_refused(wrong: str) -> None:
    with pytest.raises(BadInput, match="ORCID"):
        read_orcid(wrong)


@given(st.from_regex(r"[0-9]{15}", fullmatch=True), st.integers(0, 14), st.integers(1, 9))
def test_one_wrong_figure_is_found(digits: str, place: int, off: int) -> None:
    wrong = digits[:place] + str((int(digits[place]) + off) % 10) + digits[place + 1 :]
    with pytest.raises(BadInput, match="check digit"):
        read_orcid(wrong + check_digit(digits))
