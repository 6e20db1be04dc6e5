"""A random evening: what every act of it needs."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import Entry, Event
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.profile import LateSlips, Pooling, RuleProfile
from tests.builders import AGENDA, PROFILE, Evening, commenting

NAMES = st.sampled_from(["", "Maria Garcia", "maría garcía", "Ann Lee", "Nguyễn Thị Hồng", "O'Brien"])
ITEMS = st.sampled_from([notice.id for notice in AGENDA])
CODES = st.sampled_from(["PRIV", "MISID", "NONE"])
POOLING = [
    replace(PROFILE, pooling=mode, pooling_donors=donors, pooling_ceiling=timedelta(minutes=7))
    for mode, donors in [(Pooling.ONE_DONOR, 1), (Pooling.POOLED, 2), (Pooling.GROUP, 1)]
]
STRICT = [replace(PROFILE, late_slips=policy) for policy in (LateSlips.REFUSE, LateSlips.CHAIRS_LEAVE)]
STRICT += [replace(PROFILE, cap=timedelta(minutes=8))]


class RandomEveningRoot(RuleBasedStateMachine):
    """Opened, and acts attempted: a refusal changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.evening = Evening()
        self.past: list[Entry] = []
        self.given: set[int] = set()

    @initialize(profile=st.sampled_from([PROFILE, *POOLING, *STRICT]))
    def opened(self, profile: RuleProfile) -> None:
        self.evening = commenting(profile, "Ann Lee", "Maria Garcia", "", "Maria Garcia")
        self.given = set(self.hearing.registrations)

    def attempt(self, rule_: Callable[..., Event], **args: object) -> None:
        before = self.evening.hearing
        with suppress(OutOfOrder):
            self.evening.act(rule_, **args)
            return
        assert self.evening.hearing is before

    @property
    def hearing(self) -> Hearing:
        return self.evening.hearing

    def some_slip(self, data: st.DataObject) -> int:
        return data.draw(st.integers(0, self.hearing.last_slip + 1))

    @rule(seconds=st.floats(0, 400))
    def time_passes(self, seconds: float) -> None:
        self.evening.wait(seconds)
