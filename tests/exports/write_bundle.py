"""Run as a program: writes the bundle of the busiest evening into the folder that is named, in a process of its own."""

import contextlib
import locale
import sys
from pathlib import Path

from tests.exports.evenings import busy
from tests.exports.test_bundle import bundled

if __name__ == "__main__":
    with contextlib.suppress(locale.Error):  # one that this machine does not have
        locale.setlocale(locale.LC_ALL, "")
    bundled(busy().hearing, Path(sys.argv[1]))
