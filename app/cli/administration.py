"""What the commands for people and tokens share: a session as the database's owner, and finding a user."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import select
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import Session

from app.cli.database import database
from app.config import Settings
from app.context import Context
from app.errors import BadInput, Unavailable
from app.tables import User

UNDEFINED_TABLE = "42P01"


@contextmanager
def administration(settings: Settings) -> Iterator[Session]:
    """Yield a session of the owner; what was done is committed at the end, all of it or nothing."""
    with database(settings):
        context = Context.create(settings, "admin")
        try:
            with context.transaction() as session:
                yield session
        except ProgrammingError as error:
            if getattr(error.orig, "pgcode", None) != UNDEFINED_TABLE:
                raise
            raise Unavailable("The database has no tables yet: run `skyrelay migrate` first.") from error
        finally:
            context.close()


def find_user(session: Session, username: str) -> User:
    """Return the user with this name; raise :class:`BadInput`."""
    user = session.scalars(select(User).where(User.username == username)).one_or_none()
    if user is None:
        raise BadInput(f"There is no user {username!r}; `skyrelay user list` shows who there is.")
    return user
