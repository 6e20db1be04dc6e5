"""An entry that no rule would have given, as a record from elsewhere may hold it, is obeyed or passed over, no more."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearingdesk.domain.events import Entry, HearingPrepared
from hearingdesk.domain.evolve import evolve, fold
from hearingdesk.domain.face import face
from hearingdesk.domain.wording import words
from hearingdesk.store.codec import KINDS
from tests.builders import PROFILE, commenting
from tests.store.drawn import in_a_zone, values

EVENING = commenting(PROFILE, "Ann Lee", "Bo Cruz", "Cy Vang")
EVENING.turn(1, 60, ("PRIV",))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_stray_entry_is_shown_and_brings_nothing_down(kind: str, data: st.DataObject) -> None:
    event = data.draw(values(KINDS[kind]).map(in_a_zone))
    if isinstance(event, HearingPrepared):
        event = replace(event, profile=PROFILE)  # a limit of a million years is what a rule would refuse
    before = EVENING.hearing
    after = evolve(before, Entry(len(before.entries) + 1, "stray", EVENING.now, "rd", event))
    assert len(after.entries) == len(before.entries) + 1
    assert words(after.entries[-1], after)
    face(after, EVENING.now, tally=True)
    assert fold(after.entries) == after
