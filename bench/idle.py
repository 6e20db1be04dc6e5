"""What a running clock costs: the share of one core while nobody touches anything, console and wall in view."""

import os
import time

from PySide6.QtTest import QTest

from bench.desk_room import room
from bench.long_evening import LARGE, SMALL
from hearingdesk.domain import rules

SECONDS = int(os.environ.get("HEARINGDESK_BENCH_IDLE", "10"))


def main() -> None:
    for slips in (SMALL, LARGE):
        with room(slips) as here:
            here.desk.record(rules.call_next)
            here.desk.record(rules.start_turn)
            QTest.qWait(2000)
            before, started = time.process_time(), time.perf_counter()
            QTest.qWait(SECONDS * 1000)
            share = (time.process_time() - before) / (time.perf_counter() - started)
            print(f"  {slips:,} slips: the clock running for {SECONDS} s: {share:.2%} of a core")
