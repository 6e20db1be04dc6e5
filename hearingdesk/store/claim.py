"""One desk for one data folder: a lock that the system takes back when the program is gone, however it went."""

import os
import socket
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from hearingdesk.store.errors import JournalUnavailable


class Claim:
    """The right to write in a data folder. Readers need none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = FileLock(path, timeout=0, mode=0o600, thread_local=False)

    def take(self) -> None:
        """Once is enough. Raises JournalUnavailable, naming the program that has the folder."""
        if self._lock.is_locked:
            return
        try:
            self._lock.acquire()
        except Timeout as taken:
            raise JournalUnavailable(
                f"Another hearingdesk{self._holder()} has the records in {self._path.parent} open. "
                "Nothing was changed. Go on there, or close it and try again."
            ) from taken
        with suppress(OSError):
            self._path.write_text(f"process {os.getpid()} on {socket.gethostname()}", encoding="utf-8")

    def give_back(self) -> None:
        self._lock.release()

    def _holder(self) -> str:
        try:
            holder = self._path.read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            return ""
        return f" ({holder})" if holder.isprintable() and holder else ""
