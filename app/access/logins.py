"""The login roles of one installation, each a member of one service role and of nothing else.

An installation's roles are named after its database, so several can share a server. Passwords are derived from
the installation's secret, so that there is nothing more to keep.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from sqlalchemy import URL, Connection, make_url, text

Service = Literal["web", "ingest", "followup", "release", "errands", "admin"]
SERVICES: Mapping[str, tuple[str, ...]] = {
    "web": ("skyrelay_web", "skyrelay_admin"),
    "ingest": ("skyrelay_ingest",),
    "followup": ("skyrelay_followup", "skyrelay_web"),
    "release": ("skyrelay_release",),
    "errands": ("skyrelay_errands", "skyrelay_web"),
}


def login_name(database: str, service: str) -> str:
    """Return the login role of a service of the installation in ``database``."""
    return f"{database}_{service}_login"[:63]


def service_url(owner_url: str, service: str, password: str) -> URL:
    """Return the address by which a service connects, made from the owner's address."""
    url = make_url(owner_url)
    return url.set(username=login_name(url.database or "skyrelay", service), password=password)


def ensure_logins(connection: Connection, passwords: Mapping[str, str]) -> None:
    """Make the login roles, or bring them up to date; the caller is the database's owner with CREATEROLE.

    The roles inherit nothing: without ``SET ROLE`` to their service role they can do nothing at all.
    """
    database = connection.execute(text("SELECT current_database()")).scalar_one()
    # Two installations on one server may start at once, and roles belong to the whole server.
    connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('skyrelay roles'))"))
    for service, roles in SERVICES.items():
        name = login_name(database, service)
        exists = connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": name}).first()
        verb = "ALTER" if exists else "CREATE"
        statement = connection.execute(
            text(f"SELECT format('{verb} ROLE %I LOGIN NOINHERIT PASSWORD %L', CAST(:name AS text), :password)"),
            {"name": name, "password": passwords[service]},
        ).scalar_one()
        connection.exec_driver_sql(statement.replace("%", "%%"))
        for role in roles:
            connection.exec_driver_sql(f'GRANT {role} TO "{name}"')
        connection.exec_driver_sql(f'GRANT CONNECT ON DATABASE "{database}" TO "{name}"')
