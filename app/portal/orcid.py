"""ORCID identifiers: their form, and the check digit of ISO 7064 (MOD 11-2)."""

from __future__ import annotations

import re

from app.errors import BadInput

_FORM = re.compile(r"(?:https?://orcid\.org/)?(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])", re.IGNORECASE | re.ASCII)


def read_orcid(value: str, field: str = "orcid") -> str:
    """Return an ORCID as ``0000-0002-1825-0097``; raise :class:`BadInput` for another form or a wrong check digit."""
    found = _FORM.fullmatch(value.strip())
    if found is None:
        raise BadInput("An ORCID looks like 0000-0002-1825-0097.", field=field)
    digits = "".join(found.groups()).upper()
    if digits[-1] != check_digit(digits[:-1]):
        raise BadInput("The check digit of this ORCID is wrong: a figure was mistyped.", field=field)
    return "-".join(digits[i : i + 4] for i in range(0, 16, 4))


def check_digit(digits: str) -> str:
    """Return the check character of the first 15 digits, by ISO 7064 MOD 11-2 as ORCID documents it."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)
