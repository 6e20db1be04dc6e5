"""Medians, and lines to print them in."""

import time
from collections.abc import Callable
from statistics import median, quantiles


def times(runs: int, work: Callable[[], object]) -> list[float]:
    """Milliseconds of each run."""
    found = []
    for _ in range(runs):
        start = time.perf_counter_ns()
        work()
        found.append((time.perf_counter_ns() - start) / 1e6)
    return found


def line(name: str, spans: list[float], against: list[float] | None = None) -> None:
    """One line: median and p95 in milliseconds, and the ratio of medians to ``against``."""
    p95 = quantiles(spans, n=20)[-1]
    ratio = f"   × {median(spans) / median(against):.2f}" if against else ""
    print(f"  {name:<58} median {median(spans):8.2f} ms   p95 {p95:8.2f} ms   n {len(spans):>4}{ratio}")
