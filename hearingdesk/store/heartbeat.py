"""When the program was last alive: a small file, written over each second and never waited for."""

import os
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import msgspec

from hearingdesk.domain.moments import Moment

_LENGTH = 256
"""Bytes: one write within one block of the disk, so that a crash leaves the old moment or the new one."""


def beat(path: Path, now: Moment) -> None:
    """Notes the moment. Where it cannot, nothing is said: only the guess after a crash gets worse."""
    told = msgspec.json.encode(now)
    line = b"%08x %s" % (crc32(told), told)
    with suppress(OSError):
        file = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.write(file, line.ljust(_LENGTH))
        finally:
            os.close(file)


def last_beat(path: Path) -> Moment | None:
    """The moment noted last; None where there is none or the file is torn."""
    try:
        check, _, told = path.read_bytes().strip().partition(b" ")
        return msgspec.json.decode(told, type=Moment) if int(check, 16) == crc32(told) else None
    except (OSError, ValueError, msgspec.DecodeError):
        return None
