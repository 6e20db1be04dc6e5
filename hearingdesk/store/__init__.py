"""Where the record is kept: SQLAlchemy Core, Alembic, SQLite."""
