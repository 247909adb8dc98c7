"""From what can go wrong inside a request to what its caller is told; a database's words never leave."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from app.errors import BadInput, Conflict, Forbidden, NeedsApproval, SkyrelayError, Unavailable

NUL = "A text may not contain the character NUL."
_BY_SQLSTATE: dict[str, tuple[type[SkyrelayError], str]] = {
    "42501": (Forbidden, "You have no right to make this change."),
    "SK001": (
        NeedsApproval,
        "An administrator of the group approves first: ask by POST /api/internal/shares; nothing was changed.",
    ),
    "23505": (Conflict, "This exists already; nothing was changed."),
    # PostgreSQL 18 tells a RESTRICT (23001) from any other foreign key.
    "23001": (Conflict, "Something else still needs this; nothing was changed."),
    "23503": (Conflict, "Something that this needs does not exist, or something else still needs this."),
    "22003": (BadInput, "A number is too large for its field."),
    "22021": (BadInput, NUL),
    "22P05": (BadInput, NUL),
    "40P01": (Unavailable, "Two changes met; nothing was changed. Try again."),
    "40001": (Unavailable, "Two changes met; nothing was changed. Try again."),
    "55P03": (Unavailable, "Somebody else is changing this now; try again in a moment."),
    "57014": (Unavailable, "This took too long and was stopped; ask for less at once."),
}


def explain(error: Exception) -> SkyrelayError | None:
    """Return the error to answer with, or None for one that nobody foresaw."""
    if isinstance(error, SkyrelayError):
        return error
    if isinstance(error, PoolTimeout):
        return Unavailable("The portal is busy; try again in a moment.")
    if isinstance(error, ValueError) and "NUL" in str(error):
        # psycopg2 refuses it before the database does.
        return BadInput(NUL)
    if isinstance(error, DBAPIError):
        kind, sentence = _BY_SQLSTATE.get(getattr(error.orig, "pgcode", None) or "", (None, ""))
        if kind is not None:
            return kind(sentence)
        if error.connection_invalidated or not getattr(error.orig, "pgcode", None):
            return Unavailable("The database does not answer; try again in a moment.")
    return None
