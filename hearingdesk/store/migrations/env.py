"""Where Alembic begins: it works on the connection it is handed, inside that connection's transaction."""

from alembic import context

from hearingdesk.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
