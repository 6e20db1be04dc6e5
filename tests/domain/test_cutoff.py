"""Sign-up closes when the body's rule says so, and a slip that comes after is late without anybody's saying (G-08)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.cutoff import TAKEN_UP, TESTIMONY, came_late, sign_up_sentence, understood
from hearingdesk.domain.profile import LateSlips
from hearingdesk.domain.values import Mode, SignUp, Standing
from tests.builders import PROFILE, Evening, commenting, in_session, prepared

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def closing(phrase: str, remote: str = "") -> Evening:
    return prepared(replace(PROFILE, sign_up_closes=phrase, remote_closes=remote))


@pytest.mark.parametrize(
    ("phrase", "before"),
    [("24 h before", 24 * HOUR), ("5 min before", 5 * MINUTE), ("noon", 6 * HOUR), ("5:30 PM", 30 * MINUTE)],
)
def test_a_slip_of_the_last_minute_is_in_time_and_the_next_is_late(phrase: str, before: timedelta) -> None:
    evening = closing(phrase)
    end = evening.hearing.meeting.scheduled - before
    assert not came_late(evening.hearing, SignUp("1"), end - MINUTE)
    assert came_late(evening.hearing, SignUp("1"), end)
    assert not came_late(evening.hearing, SignUp("1", received=end - MINUTE), end + HOUR)
    assert not came_late(evening.hearing, SignUp("1", mode=Mode.WRITTEN), end + HOUR)


def test_a_remote_speaker_has_a_cutoff_of_their_own() -> None:
    evening = closing("", "24 h before")
    at = evening.hearing.meeting.scheduled
    assert came_late(evening.hearing, SignUp("1", mode=Mode.REMOTE_PHONE), at)
    assert not came_late(evening.hearing, SignUp("1"), at)


def test_sign_up_may_close_when_the_item_is_taken_up() -> None:
    evening = in_session(replace(PROFILE, sign_up_closes=TAKEN_UP))
    assert not came_late(evening.hearing, SignUp("1"), evening.now.utc)
    evening.act(rules.take_up, item="1")
    assert came_late(evening.hearing, SignUp("1"), evening.now.utc)
    assert not came_late(evening.hearing, SignUp("6"), evening.now.utc)


def test_or_when_the_first_speaker_of_the_item_is_called() -> None:
    evening = commenting(replace(PROFILE, sign_up_closes=TESTIMONY), "Ann Fox")
    assert not came_late(evening.hearing, SignUp("1"), evening.now.utc)
    evening.act(rules.call_next)
    assert came_late(evening.hearing, SignUp("1"), evening.now.utc)


def test_the_rule_marks_the_slip_unless_the_clerk_says_otherwise() -> None:
    evening = closing("5 min before")
    for late in (None, False):
        evening.act(rules.register_speaker, sign_up=SignUp("1"), late=late, now=evening.now)
    assert [each.late for each in evening.hearing.registrations.values()] == [True, False]


def test_so_does_an_import_and_what_was_received_in_time_stays_in_time() -> None:
    evening = prepared(replace(PROFILE, sign_up_closes="noon", late_slips=LateSlips.CHAIRS_LEAVE))
    noon = evening.hearing.meeting.scheduled - 6 * HOUR
    slips = (SignUp("1", "Ann Fox", received=noon - MINUTE), SignUp("1", "Bo Cruz", received=noon))
    evening.act(rules.import_sign_ups, sign_ups=slips, source="list.csv", now=evening.now)
    found = [(each.late, each.standing) for each in map(evening.hearing.registrations.get, (1, 2)) if each]
    assert found == [(False, Standing.WAITING), (True, Standing.NEEDS_LEAVE)]


def test_an_old_phrase_that_nobody_understands_is_no_cutoff() -> None:
    evening = closing("24 hours before the meeting, roughly")
    assert not came_late(evening.hearing, SignUp("1"), evening.hearing.meeting.scheduled + HOUR)


@pytest.mark.parametrize("phrase", ["24 hours before", "13:00 PM", "tomorrow", "5:60 PM", "0:30 AM", "h before", " "])
def test_anything_else_is_not_understood(phrase: str) -> None:
    assert not understood(phrase)


def test_the_paper_says_when() -> None:
    rules_ = replace(PROFILE, sign_up_opens="3:00 PM", sign_up_closes="5:30 PM", remote_closes="24 h before")
    said = "Sign-up opens 3:00 PM, closes 5:30 PM, closes 24 h before for those who take part remotely."
    assert sign_up_sentence(prepared(rules_).hearing) == said
    assert sign_up_sentence(prepared().hearing) == ""
