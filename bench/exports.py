"""What the papers cost: minutes as PDF against other makers of the same text, the workbook against bare openpyxl.

``python -m bench exports`` is the short run; ``python -m bench.exports --full`` adds 10,000 speakers and 20,000 rows.
WeasyPrint and typst are no dependencies: they join in where HEARINGDESK_BENCH_RIVALS names the Python of an environment
of its own, made for the day: ``python -m venv rivals; rivals/bin/pip install weasyprint typst``. Each maker writes in a
process of its own, a small paper to warm up and then the whole; the makers take turns. Peaks are of the whole process,
which for ours and platypus holds the hearing too.
"""

import json
import os
import subprocess
import sys
import tempfile
from statistics import median

from bench.paper_makers import TYPST, WEASYPRINT
from bench.table_makers import CELLS

RIVALS = os.environ.get("HEARINGDESK_BENCH_RIVALS", "")
LONG = 10_000
"""Of so many on, each maker writes once: the slowest takes minutes."""


def main(*, full: bool = False) -> None:
    for speakers in (1_000, 10_000) if full else (1_000,):
        _papers(speakers)
    for rows in (2_000, 20_000) if full else (2_000,):
        _tables(rows)


def _papers(speakers: int) -> None:
    print(f"  minutes of {speakers:,} speakers, about 60 words each, as PDF")
    with tempfile.TemporaryDirectory() as folder:
        makers = {
            "platypus, untagged: LongTable of the same text": _ours("bench.paper_makers", "platypus", speakers, folder),
            "hearingdesk: PDF/UA-1 and PDF/A-2a": _ours("bench.paper_makers", "hearingdesk", speakers, folder),
        }
        if RIVALS:
            subprocess.run(_ours("bench.paper_makers", "rivals", speakers, folder), check=True)
            makers["WeasyPrint: PDF/UA-1"] = [RIVALS, "-c", WEASYPRINT, folder]
            makers["typst: PDF/UA-1"] = [RIVALS, "-c", TYPST, folder]
        else:
            print("  (WeasyPrint and typst are left out: HEARINGDESK_BENCH_RIVALS names no Python)")
        _compare(makers, speakers)


def _tables(rows: int) -> None:
    print(f"  workbook of {rows:,} turns and as many slips")
    with tempfile.TemporaryDirectory() as folder:
        _compare(
            {
                f"openpyxl, write-only: {CELLS}": _ours("bench.table_makers", "openpyxl", rows, folder),
                "hearingdesk": _ours("bench.table_makers", "hearingdesk", rows, folder),
            },
            rows,
        )


def _ours(module: str, maker: str, size: int, folder: str) -> list[str]:
    return [sys.executable, "-m", module, maker, str(size), folder]


def _compare(makers: dict[str, list[str]], size: int) -> None:
    """Seconds as median of the rounds, and as a ratio to the first maker's; the highest peak."""
    told: dict[str, list[tuple[float, float]]] = {name: [] for name in makers}
    for _ in range(1 if size >= LONG else 3):
        for name, command in makers.items():
            said = subprocess.run(command, capture_output=True, text=True, check=False)
            if said.returncode:
                sys.stderr.write(said.stderr)
                raise SystemExit(f"{name} failed")
            seconds, peak = json.loads(said.stdout.splitlines()[-1])
            told[name].append((seconds, peak))
    first = median(seconds for seconds, _ in next(iter(told.values())))
    for name, runs in told.items():
        seconds = median(one for one, _ in runs)
        print(
            f"  {name:<58} {seconds:7.2f} s   × {seconds / first:5.2f}   peak {max(peak for _, peak in runs):5.0f} MB"
        )


if __name__ == "__main__":
    main(full="--full" in sys.argv)
