"""The clerk's own keys, kept in a plain file beside the data: one line an act, to be read, copied and deleted."""

import json
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path

_HEAD = (
    "# Keys of your own, by act. hearingdesk writes this file when they are changed; without it all are as shipped.\n"
)


class KeysFile:
    """``path`` need not be there yet. A file that cannot be read counts as none, and is said in ``fault``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.fault = ""

    def read(self) -> Mapping[str, str]:
        """The keys by act; none where the file is missing or broken."""
        self.fault = ""
        try:
            kept = tomllib.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            self.fault = f"Your own keys could not be read from {self._path}; the shipped keys work. Mend or delete it."
            return {}
        return {name: key for name, key in kept.items() if isinstance(key, str)}

    def keep(self, keys: Mapping[str, str]) -> str:
        """The whole file or nothing; why not, as a sentence."""
        lines = (f"{name} = {json.dumps(key)}\n" for name, key in sorted(keys.items()))
        half = self._path.with_name(f".{self._path.name}.half")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with half.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines((_HEAD, *lines))
                file.flush()
                os.fsync(file.fileno())
            half.replace(self._path)
        except OSError as trouble:
            why = trouble.strerror or type(trouble).__name__
            return f"The key works now, but could not be kept for next time: {why}. It is lost when the program ends."
        return ""
