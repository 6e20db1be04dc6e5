"""The child process that reads a workbook: bytes in, rows out, with little memory, little time and no way back."""

import contextlib
import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from hearingdesk.intake.errors import unreadable

COMMAND = "--read-workbook"
"""The hidden first argument under which a frozen program is its own child: its entry point then calls ``serve``."""

MEMORY = 1_500_000_000
SECONDS = 30

_CSV = "Open it in a spreadsheet program, save the list alone as .csv, and read that."


def read_workbook(name: str, data: bytes) -> list[dict[str, Any]]:
    """The worksheets as the child tells them. Raises Unreadable where it refuses, or where it had to be stopped."""
    try:
        child = subprocess.run(  # noqa: S603  # our own interpreter with our own module
            _command(), input=data, capture_output=True, timeout=2 * SECONDS, check=False, env=_environment()
        )
    except subprocess.TimeoutExpired as fault:
        raise unreadable(name, "took too long to read", _CSV) from fault
    except OSError as fault:
        raise unreadable(
            name, f"cannot be read now ({fault.strerror})", "Close other programs and try again."
        ) from fault
    if child.returncode != 0:
        raise unreadable(name, "asked for more memory or time than a list of people needs", _CSV)
    told = json.loads(child.stdout)
    if "refused" in told:
        raise unreadable(name, told["refused"], told["todo"])
    sheets: list[dict[str, Any]] = told["sheets"]
    return sheets


def serve() -> None:
    """Reads a workbook from standard input and tells it as JSON on standard output."""
    _limit()
    sys.stdout.write(json.dumps(_told(sys.stdin.buffer.read())))
    sys.stdout.flush()


def _told(data: bytes) -> dict[str, Any]:
    os.environ["OPENPYXL_LXML"] = "False"  # lxml would read past defusedxml
    from hearingdesk.intake.workbook import TooMuch, worksheets  # noqa: PLC0415  # only now, under the limits

    try:
        return {"sheets": [asdict(sheet) for sheet in worksheets(data)]}
    except TooMuch as fault:
        return {"refused": str(fault), "todo": "Delete what is not the list, save it again, and read that."}
    except MemoryError:
        raise
    except Exception as fault:  # noqa: BLE001  # whatever a damaged workbook makes the parser raise
        return {"refused": f"is damaged or no workbook ({type(fault).__name__})", "todo": _CSV}


def _limit() -> None:
    """At most this much memory and time, and no core file; on a system without limits the parent's clock counts."""
    try:
        import resource  # noqa: PLC0415  # not on Windows
    except ImportError:
        return
    limits = ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0))
    for kind, most in limits:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, COMMAND]
    return [sys.executable, "-P", "-m", "hearingdesk.intake.child"]


def _environment() -> dict[str, str]:
    """The child finds this very package, wherever it was started from."""
    home = str(Path(__file__).parents[2])
    return os.environ | {"PYTHONPATH": home, "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "ignore"}


if __name__ == "__main__":
    serve()
