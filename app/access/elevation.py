"""Acting as an administrator for one step that an ACL permits and the portal's own role cannot do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.access.ledger import settle
from app.access.principal import Principal
from app.tables import AdminAccess

WEB = "skyrelay_web"
ADMIN = "skyrelay_admin"


@contextmanager
def elevated(session: Session, principal: Principal, what: str) -> Iterator[None]:
    """Run a step under the administrators' role, recorded in ``admin_accesses`` with ``what`` it is for.

    The caller has decided by ACL that the principal may do this step; row security does not check it again. The
    owner's connection (command line, seeds), which plays no role, needs no elevation and gets none.
    """
    before = session.execute(text("SELECT current_setting('role')")).scalar_one()
    if before != WEB:
        yield
        return
    session.execute(text(f"SET LOCAL ROLE {ADMIN}"))
    session.execute(insert(AdminAccess).values(user_id=principal.user_id, what=what))
    try:
        yield
        session.flush()
    except DBAPIError:
        # The transaction is lost, and its role with it.
        raise
    except BaseException:
        # However the step ended, also by what is no Exception: who catches it must not go on as an administrator.
        session.execute(text(f"SET LOCAL ROLE {WEB}"))
        raise
    session.execute(text(f"SET LOCAL ROLE {WEB}"))


def as_portal(session: Session) -> None:
    """Give up the administrators' role for the rest of the transaction: sessions are opened and closed without."""
    settle(session)
    if session.execute(text("SELECT current_setting('role')")).scalar_one() == ADMIN:
        session.execute(text(f"SET LOCAL ROLE {WEB}"))
