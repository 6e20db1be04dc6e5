"""No-shows called once more, late slips let in, and people of one name told apart (Q-05, G-08, G-04)."""

from dataclasses import replace

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import NamesakesToldApart
from hearingdesk.domain.hearing import Item
from hearingdesk.domain.profile import LateSlips, RuleProfile
from hearingdesk.domain.values import SignUp, Standing
from hearingdesk.domain.wording import words
from tests.builders import PROFILE, Evening, commenting

BY_LEAVE = replace(PROFILE, late_slips=LateSlips.CHAIRS_LEAVE)
REFUSED = replace(PROFILE, late_slips=LateSlips.REFUSE)


def absent(evening: Evening, *slips: int) -> None:
    for slip in slips:
        evening.act(rules.call_speaker, slip=slip)
        evening.act(rules.speaker_not_present)


def said(evening: Evening) -> str:
    return words(evening.hearing.entries[-1], evening.hearing)


def on(evening: Evening) -> Item:
    return evening.hearing.items["1"]


def test_everybody_who_was_absent_is_called_once_more_in_the_order_called() -> None:
    evening = commenting(PROFILE, "A", "B", "C", "D", "E")
    absent(evening, 4, 1, 2)
    evening.act(rules.recall_absent)
    assert on(evening).queue == (3, 5, 4, 1, 2)
    assert not on(evening).absent
    assert said(evening) == "3 people called and not present on Item 1 to be called once more"
    evening.act(rules.strike_entry, seq=len(evening.hearing.entries))
    assert on(evening).absent == (4, 1, 2)


def test_there_is_nobody_to_recall() -> None:
    evening = commenting(PROFILE, "A")
    with pytest.raises(OutOfOrder, match=r"Nobody was called on Item 1 without being present\."):
        evening.act(rules.recall_absent)
    absent(evening, 1)
    evening.act(rules.close_testimony)
    with pytest.raises(OutOfOrder, match=r"Testimony on Item 1 is closed\."):
        evening.act(rules.recall_absent)


@pytest.mark.parametrize("profile", [BY_LEAVE, REFUSED])
def test_the_chair_lets_a_late_slip_in_and_no_correction_puts_it_out_again(profile: RuleProfile) -> None:
    evening = commenting(profile, "A", "B")
    evening.act(rules.register_speaker, sign_up=SignUp("1", "Late Lee"), late=True)
    evening.act(rules.admit_late, slip=3, leave="the bus was late")
    assert on(evening).queue == (1, 2, 3)
    assert not on(evening).for_leave
    assert said(evening) == "Late Lee let in by the chair after coming late: the bus was late"
    evening.act(rules.correct_registration, slip=3, sign_up=SignUp("1", "Late Leigh"))
    assert evening.hearing.registrations[3].standing is Standing.WAITING
    with pytest.raises(OutOfOrder, match=r"Late Leigh does not need to be let in: waiting\."):
        evening.act(rules.admit_late, slip=3)


def test_who_was_not_reached_in_time_is_not_let_in_by_this_door() -> None:
    evening = commenting(PROFILE, "A")
    evening.act(rules.close_testimony)
    with pytest.raises(OutOfOrder, match="does not need to be let in"):
        evening.act(rules.admit_late, slip=1)


def test_two_people_of_one_name_are_told_apart_once() -> None:
    evening = commenting(PROFILE, "Maria Garcia", "María García")
    entry = evening.act(rules.tell_apart, slips=(2, 1, 2))
    assert entry.event == NamesakesToldApart((1, 2))
    assert evening.hearing.told_apart == {(1, 2)}
    assert said(evening) == "Different people: Maria Garcia (slip 1), María García (slip 2)"
    with pytest.raises(OutOfOrder, match="known to be different people already"):
        evening.act(rules.tell_apart, slips=(1, 2))
    with pytest.raises(OutOfOrder, match="Say which two slips"):
        evening.act(rules.tell_apart, slips=(1, 1))
    evening.act(rules.strike_entry, seq=entry.seq)
    assert evening.hearing.told_apart == frozenset()
