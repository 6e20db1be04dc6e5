"""The first tables: docket, journal, what is kept beside it, bodies and settings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Written out, not taken from the schema: a revision never changes after its release."""
    _docket_and_journal()
    _beside_the_journal()
    _bodies_and_settings()


def _docket_and_journal() -> None:
    op.create_table(
        "hearing",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("created", sa.String(40), nullable=False),
    )
    op.create_table(
        "journal",
        sa.Column("hearing", sa.String(64), sa.ForeignKey("hearing.id"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("boot", sa.String(64), nullable=False),
        sa.Column("ticks", sa.BigInteger, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.UniqueConstraint("id", name="journal_id"),
    )
    op.create_index("journal_kind", "journal", ["hearing", "kind"])


def _beside_the_journal() -> None:
    op.create_table(
        "contact",
        sa.Column("hearing", sa.String(64), sa.ForeignKey("hearing.id"), primary_key=True),
        sa.Column("slip", sa.Integer, primary_key=True, autoincrement=False),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("email", "phone", "street", "pronunciation", "note", "need")
        ),
    )
    op.create_table(
        "draft",
        sa.Column("hearing", sa.String(64), sa.ForeignKey("hearing.id"), primary_key=True),
        sa.Column("key", sa.String(200), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
    )


def _bodies_and_settings() -> None:
    op.create_table(
        "body",
        sa.Column("name", sa.String(200), primary_key=True),
        sa.Column("told", sa.Text, nullable=False),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(200), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
