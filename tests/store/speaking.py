"""A desk in the middle of a speech, for the tests that kill it: acts without end, each acknowledged on stdout.

Run as ``python -m tests.store.speaking FOLDER``; it goes on with the hearing that is there.
"""

import itertools
import sys
from pathlib import Path

from hearingdesk.clock import SystemClock
from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.values import Contact, SignUp
from hearingdesk.store.store import Store
from tests.store.desks import HEARING, open_session, prepare


def speak(folder: Path) -> None:
    store = Store(folder, SystemClock())
    if not store.docket():
        store.create(HEARING)
    desk = Desk(store.journal(HEARING), SystemClock(), "rd")
    if not desk.hearing.entries:
        prepare(desk)
        open_session(desk)
    desk.recover()
    acknowledge(desk)
    for number in itertools.count():
        take_a_turn(desk, number)


def take_a_turn(desk: Desk, number: int) -> None:
    """Speaks through registrations, marks and a summary, the clock running nearly all the while."""
    slip = desk.register(SignUp("1", f"Speaker {number}"), Contact(email=f"{number}@example.org"))
    if desk.hearing.turn and desk.hearing.turn.started:
        desk.record(rules.end_turn)
    desk.record(rules.call_speaker, slip=slip)
    desk.record(rules.start_turn)
    acknowledge(desk)
    for _ in range(5):
        desk.beat()
        desk.record(rules.raise_concern, code="PRIV")
        acknowledge(desk)
        desk.keep_draft(f"summary {slip}", f"She says {number}")
    desk.record(rules.write_summary, slip=slip, text=f"She says {number}")
    acknowledge(desk)


def acknowledge(desk: Desk) -> None:
    """What the screens would show now: the number of entries, and the head of their chain."""
    sys.stdout.write(f"{len(desk.hearing.entries)} {desk.head}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    speak(Path(sys.argv[1]))
