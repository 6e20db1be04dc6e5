"""The schema's history, one revision a file; Alembic finds it as files, also in the frozen program."""
