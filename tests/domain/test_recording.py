"""The sync mark and the places counted from it (M-11)."""

from datetime import datetime, timedelta

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.moments import moment
from hearingdesk.domain.recording import Place, place, place_words
from hearingdesk.domain.wording import words
from tests.builders import PROFILE, SIX, commenting, in_session, prepared


def second(number: int) -> timedelta:
    return timedelta(seconds=number)


def test_places_are_counted_from_the_mark_on_the_machines_own_clock() -> None:
    evening = in_session()
    assert place(evening.hearing, evening.now) is None
    evening.act(rules.mark_recording)
    evening.wait(725.9)
    assert place(evening.hearing, evening.now) == Place(1, second(725))
    assert place_words(evening.hearing, evening.now) == "0:12:05 of the recording"
    assert place_words(evening.hearing, moment(SIX - second(1))) == ""


def test_a_second_recording_after_a_recess_counts_from_its_own_beginning() -> None:
    evening = in_session()
    evening.act(rules.mark_recording)
    before = evening.now.plus(second(60))
    evening.act(rules.recess, reason="Break")
    evening.wait(3600)
    evening.act(rules.reconvene)
    evening.act(rules.mark_recording)
    evening.wait(3725)
    assert place_words(evening.hearing, evening.now) == "1:02:05 of recording 2"
    assert place_words(evening.hearing, before) == "0:01:00 of recording 1"


def test_one_that_began_before_is_marked_afterwards_in_its_order() -> None:
    evening = prepared()
    evening.wait(600)
    evening.act(rules.mark_recording)
    evening.act(rules.mark_recording, began=SIX - second(5))
    assert [start.utc for start in evening.hearing.recordings] == [SIX - second(5), SIX + second(600)]
    assert words(evening.hearing.entries[-1], evening.hearing) == "Recording started at 5:59:55 PM"


def test_the_mark_is_struck_and_the_place_is_gone() -> None:
    evening = in_session()
    mark = evening.act(rules.mark_recording)
    evening.act(rules.strike_entry, seq=mark.seq)
    assert evening.hearing.recordings == ()
    evening.act(rules.lift_strike, seq=mark.seq)
    assert len(evening.hearing.recordings) == 1


@pytest.mark.parametrize(
    ("began", "sentence"),
    [
        (SIX, "The recording is marked at that time already."),
        (SIX.replace(tzinfo=None), "The time needs its time zone."),
        (SIX + timedelta(hours=5), "The meeting is adjourned. Say at what time of the meeting the recording began."),
        (None, "The meeting is adjourned. Say at what time of the meeting the recording began."),
    ],
)
def test_what_is_no_beginning_is_refused(began: datetime | None, sentence: str) -> None:
    evening = commenting(PROFILE)
    evening.act(rules.mark_recording, began=SIX)
    evening.wait(60)
    evening.act(rules.adjourn)
    with pytest.raises(OutOfOrder, match=sentence):
        evening.act(rules.mark_recording, began=began)


def test_after_adjournment_the_mark_forgotten_is_made_good() -> None:
    evening = in_session()
    evening.wait(60)
    evening.act(rules.adjourn)
    evening.act(rules.mark_recording, began=SIX + second(30))
    assert place(evening.hearing, evening.now) == Place(1, second(30))
