"""The matrix as people read it: for each route, what each role is told."""

from __future__ import annotations

from app.config import PROJECT
from tests.app.access.matrix.cast import ROLES

KEPT = PROJECT / "docs" / "access-matrix.md"
OPEN = {
    f"{method} /api/{path}"
    for method, path in (
        ("GET", "openapi.json"), ("GET", "login"), ("GET", "health"), ("POST", "login"), ("POST", "logout"),
        ("POST", "login/passkey/options"),
    )
}  # fmt: skip
"""Routes that answer whoever asks."""
HEAD = """# Who may do what

Made by `tests/app/access/matrix` from every route of the API, asked about rows that one team keeps for itself; do not
edit. The number is the HTTP status. An outsider's 200 is an answer without a word of the team's: the test looks for
every name, text and id. "few ACLs" is a member's token with no ACLs. A browser reads as the member's token does, and is
asked only where it could differ: writes, and what is internal.

"""
ALIKE = "–"
"""Stands where a browser is not asked."""


def table(rows: dict[str, dict[str, int]]) -> str:
    """Return the document: one line a route."""
    ordered = sorted(rows, key=lambda said: (said.split()[1], said.split()[0]))
    lines = [
        "| route | " + " | ".join(ROLES) + " |",
        "|---" * (len(ROLES) + 1) + "|",
        *(
            f"| `{label}` | " + " | ".join(str(rows[label].get(role, ALIKE)) for role in ROLES) + " |"
            for label in ordered
        ),
    ]
    return HEAD + "\n".join(lines) + "\n"
