"""What the chair does about conduct: noted, in order, and never a judgement of what was said (H-05)."""

from dataclasses import fields

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import ConductNoted
from hearingdesk.domain.values import Ending, Measure, Standing
from hearingdesk.domain.wording import words
from tests.builders import PROFILE, commenting


@pytest.mark.parametrize(
    ("measure", "slip", "said", "told"),
    [
        (Measure.REMINDER, 1, "", "Ann Lee reminded of the rules"),
        (Measure.WARNING, 1, " Please stop. ", "Ann Lee warned by the chair: “Please stop.”"),
        (Measure.MICROPHONE_CUT, 1, "", "Ann Lee had the microphone cut off"),
        (Measure.WARNING, 0, "", "Somebody in the room warned by the chair"),
    ],
)
def test_each_measure_is_noted_in_words_and_changes_nobodys_place(
    measure: Measure, slip: int, said: str, told: str
) -> None:
    evening = commenting(PROFILE, "Ann Lee")
    entry = evening.act(rules.note_conduct, measure=measure, slip=slip, words=said)
    assert words(entry, evening.hearing) == told
    assert evening.standing(1) is Standing.WAITING


@pytest.mark.parametrize(("slip", "warned"), [(1, 2), (1, 0), (0, 1)])
def test_a_removal_needs_a_warning_of_the_same_person(slip: int, warned: int) -> None:
    evening = commenting(PROFILE, "A", "B")
    evening.act(rules.note_conduct, measure=Measure.WARNING, slip=warned)
    evening.act(rules.note_conduct, measure=Measure.REMINDER, slip=slip)
    with pytest.raises(OutOfOrder, match="has not been warned"):
        evening.act(rules.note_conduct, measure=Measure.REMOVAL, slip=slip)
    warning = evening.act(rules.note_conduct, measure=Measure.WARNING, slip=slip)
    evening.act(rules.note_conduct, measure=Measure.REMOVAL, slip=slip)
    with pytest.raises(OutOfOrder, match="rests on it"):
        evening.act(rules.strike_entry, seq=warning.seq)


def test_for_force_or_a_true_threat_no_warning_is_needed_and_the_record_says_why() -> None:
    evening = commenting(PROFILE, "A")
    entry = evening.act(rules.note_conduct, measure=Measure.REMOVAL, slip=1, force_or_threat=True)
    assert words(entry, evening.hearing) == "A removed from the room (force, or a true threat of it)"
    assert evening.standing(1) is Standing.REMOVED
    assert evening.hearing.items["1"].queue == ()


def test_a_speaker_removed_loses_the_floor_and_the_turn_says_so() -> None:
    evening = commenting(PROFILE, "A", "B")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.wait(30)
    evening.act(rules.note_conduct, measure=Measure.WARNING, slip=1)
    evening.act(rules.note_conduct, measure=Measure.REMOVAL, slip=1)
    assert evening.hearing.turn is None
    assert evening.hearing.appearances[1].ending is Ending.REMOVED
    assert evening.standing(1) is Standing.REMOVED
    assert evening.hearing.items["1"].tally.heard == 1


def test_who_was_called_and_had_not_begun_is_not_heard_by_being_removed() -> None:
    evening = commenting(PROFILE, "A", "B")
    evening.act(rules.call_next)
    evening.act(rules.note_conduct, measure=Measure.REMOVAL, slip=1, force_or_threat=True)
    assert evening.hearing.turn is None
    assert evening.standing(1) is Standing.REMOVED
    assert evening.hearing.items["1"].tally.heard == 0
    evening.act(rules.call_next)


def test_who_has_been_heard_stays_heard() -> None:
    evening = commenting(PROFILE, "A")
    evening.turn(1)
    evening.act(rules.note_conduct, measure=Measure.REMOVAL, slip=1, force_or_threat=True)
    assert evening.standing(1) is Standing.FINISHED


def test_there_is_no_place_to_judge_what_was_said() -> None:
    assert [field.name for field in fields(ConductNoted)] == ["measure", "slip", "words", "force_or_threat"]
    with pytest.raises(OutOfOrder, match="no slip 9"):
        commenting(PROFILE).act(rules.note_conduct, measure=Measure.WARNING, slip=9)
