"""A random evening: whatever is pressed, in whatever order, the record stays whole."""

from hypothesis import settings

from tests.domain.machine.floor import FloorActs
from tests.domain.machine.heard import HeardActs
from tests.domain.machine.invariants import Invariants
from tests.domain.machine.meeting import MeetingActs
from tests.domain.machine.record import RecordActs
from tests.domain.machine.slips import SlipActs


class RandomEvening(SlipActs, FloorActs, HeardActs, MeetingActs, RecordActs, Invariants):
    """All acts, in any order; after each, all that has to stay true."""


RandomEvening.TestCase.settings = settings(max_examples=60, stateful_step_count=50, deadline=None)
TestRandomEvening = RandomEvening.TestCase
