"""The time in all on an item: shown, never cutting anybody off, extended only in the open (T-11)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.timing import cap_left, extended_cap_sentence
from hearingdesk.domain.values import Capacity, Standing
from hearingdesk.domain.wording import words
from tests.builders import PROFILE, Evening, commenting, seconds

CAPPED = replace(PROFILE, cap=timedelta(minutes=6))


def left(evening: Evening, item: str = "1") -> timedelta | None:
    return cap_left(evening.hearing, evening.hearing.items[item], evening.now)


def test_what_is_left_runs_down_while_the_public_speaks_and_stands_between() -> None:
    evening = commenting(CAPPED, "A", "B")
    evening.turn(1, 100)
    evening.wait(50)
    assert left(evening) == seconds(260)
    evening.act(rules.call_next)
    evening.wait(10)
    assert left(evening) == seconds(260)
    evening.act(rules.start_turn)
    evening.wait(60)
    assert left(evening) == seconds(200)


def test_where_the_rule_sets_no_cap_there_is_none() -> None:
    evening = commenting(PROFILE, "A")
    assert left(evening) is None
    assert left(commenting(CAPPED), "6") is None
    with pytest.raises(OutOfOrder, match="no limit in all"):
        evening.act(rules.extend_cap, by=seconds(60), ordered_by="the Chair")


def test_at_the_cap_nobody_new_is_called_and_nobody_is_cut_off() -> None:
    evening = commenting(CAPPED, "A", "B", "C")
    evening.turn(1, 180)
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.wait(400)
    assert left(evening) == timedelta(0)
    assert evening.hearing.registrations[2].standing is Standing.SPEAKING
    evening.act(rules.end_turn)
    with pytest.raises(OutOfOrder, match="The 6 minutes for Item 1 are used up"):
        evening.act(rules.call_next)
    with pytest.raises(OutOfOrder, match="are used up"):
        evening.act(rules.call_speaker, slip=3, leave="Chair")
    evening.act(rules.close_testimony)
    assert evening.hearing.registrations[3].standing is Standing.NOT_REACHED


def test_while_the_last_minutes_run_the_next_is_called_only_after_the_turn() -> None:
    evening = commenting(CAPPED, "A", "B", "C")
    evening.turn(1, 180)
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    with pytest.raises(OutOfOrder, match=r"B may use up the time for Item 1. End the turn first"):
        evening.act(rules.call_next)
    evening.act(rules.end_turn)
    evening.act(rules.call_next)


def test_with_time_to_spare_the_next_is_called_in_one_act() -> None:
    evening = commenting(CAPPED, "A", "B")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.act(rules.call_next)
    assert evening.hearing.speaker is evening.hearing.registrations[2]


def test_officials_and_staff_take_nothing_of_the_publics_time() -> None:
    evening = commenting(CAPPED, "A", "B")
    staff = evening.register("Staff", capacity=Capacity.STAFF)
    evening.turn(staff, 600)
    assert left(evening) == seconds(360)
    evening.turn(1, 180)
    evening.turn(2, 180)
    evening.act(rules.call_speaker, slip=evening.register("Chief", capacity=Capacity.OFFICIAL))


def test_an_extension_is_on_the_record_and_calling_goes_on() -> None:
    evening = commenting(CAPPED, "A", "B", "C")
    evening.turn(1, 180)
    evening.turn(2, 200)
    more = evening.act(rules.extend_cap, by=seconds(600), ordered_by="the Chair")
    assert words(more, evening.hearing) == "Time for Item 1 extended by 10 minutes by the Chair"
    assert left(evening) == seconds(580)
    evening.act(rules.call_next)
    with pytest.raises(OutOfOrder, match="used up"):
        evening.act(rules.strike_entry, seq=more.seq)


@pytest.mark.parametrize(
    ("by", "ordered_by"), [(seconds(0), "the Chair"), (seconds(-60), "the Chair"), (seconds(60), " ")]
)
def test_an_extension_has_a_length_and_somebody_who_ordered_it(by: timedelta, ordered_by: str) -> None:
    with pytest.raises(OutOfOrder, match="An extension"):
        commenting(CAPPED).act(rules.extend_cap, by=by, ordered_by=ordered_by)


def test_the_sentence_for_the_minutes() -> None:
    told = extended_cap_sentence(seconds(900), "the Chair", "7:40 p.m.")
    assert told == "At 7:40 p.m. the Chair extended the time for the item by 15 minutes."
