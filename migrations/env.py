"""Runs migrations on the connection that `quotes.store.schema.upgrade` hands over, inside its one transaction."""

from __future__ import annotations

from alembic import context

from quotes.store.models import Base

# SQLite rolls tables back like rows, though Alembic takes it for a database that does not: with all steps in one
# transaction a migration that fails leaves the database as it was.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
    transaction_per_migration=False,
    render_as_batch=True,
)
context.run_migrations()
