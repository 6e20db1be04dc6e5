"""The tables of the record, the same for every database."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text, UniqueConstraint

REVISION = "0001"
"""The schema this program works with: the newest of ``migrations``."""

metadata = MetaData()

hearing = Table(
    "hearing", metadata, Column("id", String(64), primary_key=True), Column("created", String(40), nullable=False)
)

journal = Table(
    "journal",
    metadata,
    Column("hearing", ForeignKey("hearing.id"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", String(36), nullable=False),
    Column("at", String(40), nullable=False, comment="RFC 3339, UTC"),
    Column("boot", String(64), nullable=False),
    Column("ticks", BigInteger, nullable=False),
    Column("by", Text, nullable=False),
    Column("kind", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False, comment="canonical JSON"),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("id", name="journal_id"),
    Index("journal_kind", "hearing", "kind"),
)

contact = Table(
    "contact",
    metadata,
    Column("hearing", ForeignKey("hearing.id"), primary_key=True),
    Column("slip", Integer, primary_key=True, autoincrement=False),
    Column("email", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("street", Text, nullable=False),
    Column("pronunciation", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("need", Text, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    Column("hearing", ForeignKey("hearing.id"), primary_key=True),
    Column("key", String(200), primary_key=True),
    Column("text", Text, nullable=False),
)

body = Table(
    "body",
    metadata,
    Column("name", String(200), primary_key=True),
    Column("told", Text, nullable=False, comment="JSON: commission and members, rule profile, concern set"),
)

setting = Table(
    "setting",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("value", Text, nullable=False),
)
