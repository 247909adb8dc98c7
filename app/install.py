"""After the migrations: the login roles of this installation, and what every installation has."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.access.logins import SERVICES, ensure_logins
from app.config import Settings
from app.context import make_engine, owner_url, role_password
from app.portal.accounts import ensure_basics


def install(settings: Settings) -> None:
    """Bring login roles, ACLs, roles and the sitewide group up to date; harmless when they are already."""
    engine = make_engine(settings, owner_url(settings), None)
    try:
        with engine.begin() as connection:
            ensure_logins(connection, {service: role_password(settings, service) for service in SERVICES})
            ensure_basics(Session(bind=connection))
    finally:
        engine.dispose()
