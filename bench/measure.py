"""Medians, and lines to print them in."""

import time
from collections.abc import Callable
from statistics import median, quantiles


def times(runs: int, work: Callable[[], object]) -> list[float]:
    """Milliseconds of each run."""
    return [timed(work) for _ in range(runs)]


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of one run."""
    start = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - start) / 1e6


def line(name: str, spans: list[float], against: list[float] | None = None) -> None:
    """One line: median, p95 and p99 in milliseconds, and the ratio of medians to ``against``."""
    at = quantiles(spans, n=100, method="inclusive") if len(spans) > 1 else spans * 99
    ratio = f"   × {median(spans) / median(against):.2f}" if against else ""
    print(f"  {name:<62} p50 {at[49]:8.2f} ms   p95 {at[94]:8.2f}   p99 {at[98]:8.2f}   n {len(spans):>4}{ratio}")
