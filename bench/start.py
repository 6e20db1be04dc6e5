"""How long the program takes to start, against the least that Python and Qt need."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.measure import line

RUNS = 15


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        nothing = _spawn("-c", "pass")
        widgets = _spawn("-c", "import PySide6.QtWidgets")
        helped = _spawn("-m", "hearingdesk", "--help")
        painted = _spawn("-m", "bench.first_paint", data=folder)
    line("python -c pass", nothing)
    line("python -c 'import PySide6.QtWidgets'", widgets)
    line("hearingdesk --help, against python -c pass", helped, nothing)
    line("start to first paint, store open, against the Qt import", painted, widgets)


def _spawn(*args: str, data: str = "") -> list[float]:
    """Milliseconds from spawn to exit, interleaving nothing: each command alone, warm."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HEARINGDESK_DATA": data or os.devnull}
    found = []
    for _ in range(RUNS + 1):
        start = time.perf_counter_ns()
        subprocess.run([sys.executable, *args], env=environment, cwd=_root(), stdout=subprocess.DEVNULL, check=True)
        found.append((time.perf_counter_ns() - start) / 1e6)
    return found[1:]


def _root() -> Path:
    return Path(__file__).parent.parent
