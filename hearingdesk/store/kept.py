"""What outlives a hearing: the bodies that meet, and settings such as the columns of a sign-up form."""

from typing import Any

import msgspec
from sqlalchemy import Connection, Table, delete, insert, select

from hearingdesk.domain.standing import KeptBody
from hearingdesk.domain.text import plain, plained
from hearingdesk.store import schema


def bodies_in(connection: Connection) -> list[KeptBody]:
    """By name."""
    rows = connection.execute(select(schema.body.c.told).order_by(schema.body.c.name))
    return [msgspec.json.decode(row.told, type=KeptBody) for row in rows]


def put_body(connection: Connection, kept: KeptBody) -> None:
    """In place of the one of this name."""
    kept = plained(kept)
    put(connection, schema.body, {"name": kept.body.name}, {"told": msgspec.json.encode(kept).decode()})


def take_away_body(connection: Connection, name: str) -> None:
    """Hearings that were prepared with it keep what they were given."""
    put(connection, schema.body, {"name": name}, {})


def setting_in(connection: Connection, key: str) -> str:
    """Empty where it was never set."""
    value = select(schema.setting.c.value).where(schema.setting.c.key == key)
    return connection.execute(value).scalar() or ""


def put_setting(connection: Connection, key: str, value: str) -> None:
    """An empty value forgets the setting."""
    put(connection, schema.setting, {"key": key}, {"value": plain(value)} if value else {})


def put(connection: Connection, table: Table, key: dict[str, Any], values: dict[str, Any]) -> None:
    """The row of this key, in place of the one there; no values takes it away."""
    connection.execute(delete(table).where(*(table.c[name] == part for name, part in key.items())))
    if values:
        connection.execute(insert(table).values(key | values))
