"""Brings a database to this program's schema. Imported only where it is not there yet: Alembic is slow to load."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def config() -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    return settings


def known(revision: str) -> bool:
    """Whether this program has ever made such a schema; if not, a newer one did."""
    return any(script.revision == revision for script in ScriptDirectory.from_config(config()).walk_revisions())


def upgrade(connection: Connection) -> None:
    """All steps to the newest schema, in the transaction that is open on ``connection``."""
    settings = config()
    settings.attributes["connection"] = connection
    command.upgrade(settings, "head")
