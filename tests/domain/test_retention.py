"""Until when records are kept, and the legal hold (P-12)."""

from dataclasses import replace
from datetime import date

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.retention import HELD, NOTHING_DELETED, Keeping, keeping, kept_lines, later
from hearingdesk.domain.values import After, Series
from hearingdesk.domain.wording import words
from tests.builders import MEETING, PROFILE, Evening, in_session, prepared

SLIPS = Series("Speaker slips", "7 years", After.MEETING, "Wis. Stat. 19.21(4)(b)")
RECORDING = Series("Recording", "90 days", After.APPROVAL)
MINUTES = Series("Minutes", authority="local schedule")
SCHEDULED = replace(PROFILE, retention=(MINUTES, SLIPS, RECORDING))
APPROVED = date(2026, 2, 19)


def adjourned() -> Evening:
    evening = in_session(SCHEDULED)
    evening.wait(3600)
    evening.act(rules.adjourn)
    return evening


def told(evening: Evening) -> list[str]:
    return list(kept_lines(keeping(evening.hearing)))


def test_each_series_is_kept_from_the_meeting_or_from_the_approval_on() -> None:
    evening = adjourned()
    assert told(evening) == [
        "Minutes: kept for good (local schedule).",
        "Speaker slips: kept until February 5, 2033, 7 years after the meeting (Wis. Stat. 19.21(4)(b)).",
        "Recording: kept until 90 days after the minutes are approved, a day still to come.",
        NOTHING_DELETED,
    ]
    evening.act(rules.present_minutes, on=APPROVED)
    evening.act(rules.approve_minutes, on=APPROVED)
    assert told(evening)[2] == "Recording: kept until May 20, 2026, 90 days after the minutes are approved."
    evening.act(rules.reopen_minutes, on=date(2026, 3, 5), motion="Xiong")
    assert told(evening)[2] == "Recording: kept until 90 days after the minutes are approved, a day still to come."


def test_before_the_meeting_is_over_nothing_is_counted() -> None:
    assert told(in_session(SCHEDULED))[1] == (
        "Speaker slips: kept until 7 years after the meeting, a day still to come (Wis. Stat. 19.21(4)(b))."
    )


def test_a_rehearsal_and_rules_without_a_schedule_tell_nothing() -> None:
    rehearsal = prepared(SCHEDULED, meeting=replace(MEETING, rehearsal=True))
    rehearsal.act(rules.place_hold, reason="Doe v. City")
    assert (told(rehearsal), told(in_session(PROFILE))) == ([], [])


def test_a_hold_is_said_before_every_date_until_it_is_lifted() -> None:
    evening = adjourned()
    dates = told(evening)
    evening.act(rules.present_minutes, on=APPROVED)
    evening.act(rules.approve_minutes, on=APPROVED)
    evening.act(rules.place_hold, reason="Doe v. City, city attorney")
    assert told(evening)[:2] == [HELD, dates[0]]
    assert words(evening.hearing.entries[-1], evening.hearing) == "Legal hold placed: Doe v. City, city attorney"
    with pytest.raises(OutOfOrder, match="on legal hold already"):
        evening.act(rules.place_hold, reason="another")
    evening.act(rules.lift_hold, reason="settled")
    assert told(evening)[0] == dates[0]
    with pytest.raises(OutOfOrder, match="on no legal hold"):
        evening.act(rules.lift_hold, reason="again")


def test_a_hold_needs_its_reason_and_is_struck_like_anything_else() -> None:
    evening = in_session()
    with pytest.raises(OutOfOrder, match="Say what the hold is for"):
        evening.act(rules.place_hold, reason=" ")
    placed = evening.act(rules.place_hold, reason="audit")
    assert told(evening) == [HELD, NOTHING_DELETED]
    with pytest.raises(OutOfOrder, match="on whose word"):
        evening.act(rules.lift_hold, reason="")
    evening.act(rules.strike_entry, seq=placed.seq)
    assert evening.hearing.hold is None


@pytest.mark.parametrize(
    ("start", "number", "unit", "end"),
    [
        (date(2026, 2, 5), 7, "year", date(2033, 2, 5)),
        (date(2028, 2, 29), 1, "year", date(2029, 3, 1)),
        (date(2028, 2, 29), 4, "year", date(2032, 2, 29)),
        (date(2026, 8, 31), 6, "month", date(2027, 3, 1)),
        (date(2026, 12, 31), 1, "month", date(2027, 1, 31)),
        (date(2026, 12, 15), 90, "day", date(2027, 3, 15)),
    ],
)
def test_no_time_ends_early(start: date, number: int, unit: str, end: date) -> None:
    assert later(start, number, unit) == end


@pytest.mark.parametrize("keep", ["", "7", "7 yrs", "0 years", "1000 years", "Permanent", "seven years", "7 years "])
def test_what_is_no_length_is_kept_for_good_and_known_as_none(keep: str) -> None:
    series = Series("Slips", keep)
    assert not series.understood
    assert Keeping((series,), date(2026, 2, 5)).until(series) is None
