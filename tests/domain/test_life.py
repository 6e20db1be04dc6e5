"""A hearing's life beyond one evening: continued to a date, time and place, reopened, its record left open (H-01)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import Event
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.profile import LateSlips
from hearingdesk.domain.values import Ground, Mode, SignUp, Standing
from hearingdesk.domain.wording import words
from tests.builders import PROFILE, SIX, Evening, commenting, in_session, prepared

NEXT_WEEK = SIX + timedelta(days=7)


def standings(evening: Evening) -> list[Standing]:
    return [evening.hearing.registrations[slip].standing for slip in range(1, evening.hearing.last_slip + 1)]


def test_an_item_is_continued_to_a_date_time_and_place() -> None:
    evening = commenting(PROFILE, "A", "B")
    evening.turn(1)
    entry = evening.act(rules.continue_hearing, to=NEXT_WEEK, place=" City Hall 301-B ", item="1")
    assert words(entry, evening.hearing) == "Item 1 continued to Thu Feb 12, 2026, 6:00 PM, City Hall 301-B"
    assert evening.hearing.in_hand == ""
    assert standings(evening) == [Standing.FINISHED, Standing.WAITING]
    evening.act(rules.take_up, item="2")
    evening.act(rules.adjourn)
    assert standings(evening) == [Standing.FINISHED, Standing.NOT_REACHED]


def test_a_whole_meeting_is_continued() -> None:
    evening = in_session()
    entry = evening.act(rules.continue_hearing, to=NEXT_WEEK, place="Library")
    assert words(entry, evening.hearing) == "The meeting continued to Thu Feb 12, 2026, 6:00 PM, Library"
    assert evening.hearing.continued == entry.event


@pytest.mark.parametrize("item", ["", "1"])
@pytest.mark.parametrize(
    ("to", "place", "why"),
    [
        (NEXT_WEEK, " ", "Say where"),
        (SIX, "Library", "after this meeting's"),
        (NEXT_WEEK.replace(tzinfo=None), "Library", "time zone"),
    ],
)
def test_date_time_and_place_are_all_required(item: str, to: datetime, place: str, why: str) -> None:
    with pytest.raises(OutOfOrder, match=why):
        in_session().act(rules.continue_hearing, to=to, place=place, item=item)


@pytest.mark.parametrize("item", ["", "1"])
def test_what_is_continued_is_not_continued_again_unless_that_is_struck(item: str) -> None:
    evening = in_session()
    first = evening.act(rules.continue_hearing, to=NEXT_WEEK, place="Library", item=item)
    with pytest.raises(OutOfOrder, match="continued already"):
        evening.act(rules.continue_hearing, to=NEXT_WEEK, place="City Hall", item=item)
    evening.act(rules.strike_entry, seq=first.seq)
    evening.act(rules.continue_hearing, to=NEXT_WEEK, place="City Hall", item=item)


def test_nothing_is_continued_over_a_speaker() -> None:
    evening = commenting(PROFILE, "A")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    with pytest.raises(OutOfOrder, match="A is speaking"):
        evening.act(rules.continue_hearing, to=NEXT_WEEK, place="Library", item="1")


def test_testimony_is_reopened_and_whoever_was_not_reached_waits_again_in_order() -> None:
    evening = commenting(PROFILE, "A", "B", "C", "D")
    evening.act(rules.move_speaker, slip=4, place=1, reason="child care")
    evening.turn(1)
    evening.act(rules.call_speaker, slip=2)
    evening.act(rules.speaker_not_present)
    evening.act(rules.close_testimony)
    evening.register("After")
    evening.act(rules.call_speaker, slip=3, ground=Ground.ANSWER)
    evening.act(rules.start_turn)
    evening.act(rules.end_turn)
    entry = evening.act(rules.reopen_testimony, reason="motion by Cmr. Xiong")
    assert words(entry, evening.hearing) == "Testimony reopened on Item 1: motion by Cmr. Xiong"
    item = evening.hearing.items["1"]
    assert item.closed is None
    assert (item.queue, item.absent) == ((4, 5), (2,))
    evening.act(rules.call_next)
    assert fold(evening.hearing.entries) == evening.hearing


@pytest.mark.parametrize(
    ("policy", "after"), [(LateSlips.REFUSE, "not_reached"), (LateSlips.CHAIRS_LEAVE, "needs_leave")]
)
def test_reopening_is_no_way_around_the_policy_for_late_slips(policy: LateSlips, after: str) -> None:
    evening = commenting(replace(PROFILE, late_slips=policy))
    evening.act(rules.register_speaker, sign_up=SignUp("1", "Late Lee"), late=True)
    evening.act(rules.close_testimony)
    evening.act(rules.reopen_testimony, reason="by motion")
    assert standings(evening) == [Standing(after)]


def left_open() -> Evening:
    """Adjourned, with the record of item 1 open for a week."""
    evening = commenting(PROFILE, "Ann Lee")
    evening.turn(1)
    evening.act(rules.leave_record_open, until=NEXT_WEEK)
    evening.act(rules.close_testimony)
    evening.act(rules.adjourn)
    evening.wait(3600)
    return evening


def test_written_comments_are_taken_as_long_as_the_record_is_open_and_kept_as_late_after_that() -> None:
    evening = left_open()
    written = SignUp("1", "Bo Cruz", mode=Mode.WRITTEN)
    evening.act(rules.register_speaker, sign_up=written, now=evening.now)
    evening.act(rules.import_sign_ups, sign_ups=(written, written), source="letters.csv", now=evening.now)
    evening.wait(8 * 24 * 3600)
    evening.act(rules.register_speaker, sign_up=written, now=evening.now)
    in_time = replace(written, received=NEXT_WEEK - timedelta(hours=1))
    evening.act(rules.register_speaker, sign_up=in_time, now=evening.now)
    slips = [evening.hearing.registrations[slip] for slip in range(2, 7)]
    assert [one.late for one in slips] == [False, False, False, True, False]
    item = evening.hearing.items["1"]
    assert sum(item.tally.written.values()) == 5
    assert (item.tally.heard, item.not_reached) == (1, ())


def test_nobody_signs_up_to_speak_after_the_meeting_nor_writes_to_a_record_that_is_closed() -> None:
    evening = left_open()
    for says in (SignUp("1", "Bo Cruz"), SignUp("1", "Bo Cruz", mode=Mode.REGISTERING_ONLY)):
        with pytest.raises(OutOfOrder, match="list of speakers is closed"):
            evening.act(rules.register_speaker, sign_up=says)
    with pytest.raises(OutOfOrder, match="record of Item 6 was not left open"):
        evening.act(rules.register_speaker, sign_up=SignUp("6", "Bo Cruz", mode=Mode.WRITTEN))


def test_what_cannot_be_reopened() -> None:
    evening = commenting(PROFILE, "A")
    with pytest.raises(OutOfOrder, match="is not closed"):
        evening.act(rules.reopen_testimony, reason="by motion")
    evening.act(rules.close_testimony)
    with pytest.raises(OutOfOrder, match="Say by which"):
        evening.act(rules.reopen_testimony, reason="  ")
    evening.act(rules.suspend_item)
    with pytest.raises(OutOfOrder, match="No item is in hand"):
        evening.act(rules.reopen_testimony, reason="by motion")


def test_the_record_is_left_open_for_written_comments() -> None:
    evening = commenting(PROFILE)
    entry = evening.act(rules.leave_record_open, until=NEXT_WEEK)
    assert words(entry, evening.hearing) == "Record of Item 1 left open until Thu Feb 12, 2026, 6:00 PM"
    assert evening.hearing.items["1"].record_open == NEXT_WEEK
    with pytest.raises(OutOfOrder, match="takes no testimony"):
        evening.act(rules.leave_record_open, until=NEXT_WEEK, item="2")
    with pytest.raises(OutOfOrder, match="after this meeting's"):
        evening.act(rules.leave_record_open, until=SIX)


@pytest.mark.parametrize(
    ("rule", "args", "why"),
    [
        (rules.leave_record_open, {"until": NEXT_WEEK}, "No item is in hand"),
        (rules.leave_record_open, {"until": NEXT_WEEK, "item": "1"}, "not been called to order"),
        (rules.continue_hearing, {"to": NEXT_WEEK, "place": "Library"}, "not been called to order"),
    ],
)
def test_nothing_of_it_before_the_meeting(rule: Callable[..., Event], args: dict[str, object], why: str) -> None:
    with pytest.raises(OutOfOrder, match=why):
        prepared().act(rule, **args)
