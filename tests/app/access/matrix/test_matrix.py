"""Every route, asked by every kind of caller about rows that one team keeps for itself: who is told what."""

from __future__ import annotations

import os

from tests.app.access.matrix import report
from tests.app.access.matrix.cast import BROWSER, OUTSIDERS, ROLES, Cast, nothing_kept
from tests.app.access.matrix.probing import asks, differs_in_a_browser, send, without_secrets
from tests.app.access.matrix.values import NOBODY, NOT_OF_THE_TEAM


def test_the_matrix_is_as_kept(cast: Cast) -> None:
    """A change of this table is a change of who may do what."""
    rows: dict[str, dict[str, int]] = {}
    strange = without_secrets(cast)
    with nothing_kept(cast.world):
        for ask in asks():
            rows[ask.label] = {
                role: send(cast.clients[role], ask, strange if role in OUTSIDERS else cast.ids).status_code
                for role in ROLES
                if role != BROWSER or differs_in_a_browser(ask)
            }
    unreached = {label for label, row in rows.items() if not any(200 <= s < 400 for s in row.values())}
    unsaid = "\n".join(sorted(unreached ^ set(NOBODY)))
    assert not unsaid, f"give these values that somebody gets answered, or say in values.NOBODY why not:\n{unsaid}"
    _nobody_unknown(rows)
    made = report.table(rows)
    if os.environ.get("SKYRELAY_WRITE_MATRIX"):
        report.KEPT.write_text(made, encoding="utf-8")
    assert report.KEPT.read_text(encoding="utf-8") == made, (
        "if this is meant, run this test with SKYRELAY_WRITE_MATRIX=1"
    )


def _nobody_unknown(rows: dict[str, dict[str, int]]) -> None:
    """What holds whatever the table says: nobody unknown gets in, and no stranger writes but what is explained."""
    by_strangers = set()
    for label, row in rows.items():
        assert max(row.values()) != 500, f"{label}: {row}"
        if not label.startswith("GET ") and any(row[role] < 400 for role in OUTSIDERS):
            by_strangers.add(label)
        if row["anonymous"] < 400 or row["expired"] < 400:
            assert label in report.OPEN, f"{label} is answered to nobody in particular: {row}"
    unsaid = "\n".join(sorted(by_strangers ^ set(NOT_OF_THE_TEAM)))
    assert not unsaid, f"outsiders write here; say in values.NOT_OF_THE_TEAM why that is none of the team's:\n{unsaid}"
