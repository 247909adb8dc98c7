"""Alembic's entry point. It runs inside :func:`app.migrate.upgrade`, which hands it a connection with time-outs."""

from __future__ import annotations

from alembic import context

from app.tables import metadata

connection = context.config.attributes["connection"]
# One transaction for all of them: a migration that fails leaves the schema that was there.
context.configure(connection=connection, target_metadata=metadata, compare_type=True)
with context.begin_transaction():
    context.run_migrations()
connection.commit()
