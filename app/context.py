"""What one process holds: settings, the database as its service's role, the blob store."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg2
from sqlalchemy import Engine, create_engine, event, insert, text
from sqlalchemy.exc import DisconnectionError, OperationalError
from sqlalchemy.orm import Session, sessionmaker

from app.access.ledger import settle
from app.access.logins import SERVICES, Service, service_url
from app.access.principal import Principal
from app.blobs import BlobStore
from app.config import Settings
from app.embedded.postgres import EmbeddedPostgres
from app.errors import Unavailable
from app.secrets import Vault, derive, load_secret
from app.tables import AdminAccess

RESTED_S = 1.0
"""A connection that was used less than this ago is taken to be alive."""


def owner_url(settings: Settings) -> str:
    """Return the address of the database's owner: ``database.url``, else the embedded PostgreSQL that runs now."""
    url = settings.database.url or EmbeddedPostgres(settings.postgres).running_url()
    if url is None:
        raise Unavailable("No database is running here: start one with `make run`, or set database.url in config.yaml.")
    return url


def role_password(settings: Settings, service: str) -> str:
    """Return the password of a service's login role, derived from the installation's secret."""
    return derive(load_secret(settings), f"database role {service}").hex()


def make_engine(settings: Settings, url: Any, role: str | None) -> Engine:
    """Make an engine whose connections act as ``role``, in UTC, with the configured time-outs."""
    engine = create_engine(
        url,
        pool_size=settings.database.pool_size,
        max_overflow=0,
        pool_timeout=settings.database.statement_timeout_s,
        connect_args={"connect_timeout": max(1, round(settings.database.connect_timeout_s))},
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('statement_timeout', %s, false), set_config('lock_timeout', %s, false),"
                " set_config('timezone', 'UTC', false)",
                (
                    f"{round(settings.database.statement_timeout_s * 1000)}ms",
                    f"{round(settings.database.lock_timeout_s * 1000)}ms",
                ),
            )
            if role is not None:
                cursor.execute(f"SET ROLE {role}")
        connection.commit()

    @event.listens_for(engine, "checkin")
    def _rest(_connection: object, record: Any) -> None:
        record.info["rests_since"] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def _look(connection: Any, record: Any, _proxy: object) -> None:
        # A server may have gone and come back meanwhile; to ask before each transaction would cost a round trip.
        if time.monotonic() - record.info.get("rests_since", time.monotonic()) < RESTED_S:
            return
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            connection.rollback()
        except psycopg2.Error as error:
            raise DisconnectionError from error

    return engine


class Context:
    """The one thing that every process makes first and hands to whatever it runs."""

    def __init__(self, settings: Settings, engine: Engine, url: str) -> None:
        self.settings = settings
        self.engine = engine
        self.url = url
        self.sessions = sessionmaker(engine, expire_on_commit=False)
        self.blobs = BlobStore(settings.blobs)
        self.vault = Vault(load_secret(settings))

    @classmethod
    def create(cls, settings: Settings, service: Service) -> Context:
        """Make the context of a service; ``admin`` connects as the owner (migrations, seeds, backups)."""
        owner = owner_url(settings)
        if service == "admin":
            return cls(settings, make_engine(settings, owner, None), owner)
        url = service_url(owner, service, role_password(settings, service))
        engine = make_engine(settings, url, SERVICES[service][0])
        return cls(settings, engine, url.render_as_string(hide_password=False))

    @contextmanager
    def transaction(self, principal: Principal | None = None, what: str = "") -> Iterator[Session]:
        """Open a transaction in the name of ``principal``; commit at the end, roll back on any error.

        An administrator's transaction takes on the administrators' role, and says so in ``admin_accesses`` with
        ``what`` it was for. Without a principal, row security lets a portal connection see nothing.
        """
        try:
            with self.sessions.begin() as session:
                if principal is not None:
                    declare(session, principal, what)
                yield session
        except OperationalError as error:
            if error.connection_invalidated or error.orig is None or not getattr(error.orig, "pgcode", None):
                raise Unavailable("The database does not answer; try again in a moment.") from error
            raise

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def declare(session: Session, principal: Principal, what: str, origin: str = "") -> None:
    """Tell the database who acts in this transaction, and from where: ``origin`` is kept with each history row."""
    settle(session)
    session.execute(
        text("SELECT set_config('skyrelay.user_id', :user_id, true), set_config('skyrelay.origin', :origin, true)"),
        {"user_id": str(principal.user_id), "origin": origin},
    )
    take_role(session, principal, what)


def take_role(session: Session, principal: Principal, what: str) -> None:
    """Let an administrator act as one in this transaction, which is written down with ``what`` it is for."""
    if principal.is_admin:
        session.execute(text("SET LOCAL ROLE skyrelay_admin"))
        session.execute(insert(AdminAccess).values(user_id=principal.user_id, what=what or "unnamed"))
