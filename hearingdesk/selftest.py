"""What the frozen program can prove of itself: a data folder, both windows, ten acts, both papers."""

import os
import platform
import sys
import tempfile
from pathlib import Path

from exports.options import Format, Options
from hearingdesk import __version__
from hearingdesk.clock import SystemClock
from hearingdesk.office import Office
from hearingdesk.rehearsal import RECORD, rehearse
from hearingdesk.sample import sample_script

ACTS = 10
LEFT = ("minutes.pdf", "testimony.xlsx", "console.png", "display.png", "minutes.docx", "minutes.html")
OTHER_FORMATS = tuple(kind for kind in Format if kind not in Options().formats)
SMALLEST = 2_000
"""Bytes below which a picture or paper can hold nothing."""


def main() -> int:
    """Exit code 0 where everything that a hearing needs works on this machine, off screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        rehearse(sample_script(), out, acts=ACTS)
        _export_the_rest(out)
        missing = [name for name in LEFT if not _whole(out / name)]
    if missing:
        sys.stderr.write(f"The self-test failed: {', '.join(missing)} did not come out.\n")
        return 1
    sys.stdout.write(f"hearingdesk {__version__}, Python {platform.python_version()}: the self-test passed.\n")
    return 0


def _export_the_rest(out: Path) -> None:
    """What a rehearsal does not write, of the record that it left."""
    office = Office(out / "data", SystemClock())
    try:
        office.export(RECORD, out, Options(formats=OTHER_FORMATS))
    finally:
        office.close()


def _whole(path: Path) -> bool:
    return path.exists() and path.stat().st_size >= SMALLEST
