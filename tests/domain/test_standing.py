"""When a body usually meets, as clerks write it."""

from datetime import date

import pytest

from hearingdesk.domain.standing import meeting_days, next_day

FRIDAY = date(2026, 2, 6)


@pytest.mark.parametrize(
    ("text", "coming"),
    [
        ("1st and 3rd Thursday", date(2026, 2, 19)),
        ("First, third Thursdays of the month", date(2026, 2, 19)),
        ("every Tuesday", date(2026, 2, 10)),
        ("Fridays", FRIDAY),
        ("last Monday", date(2026, 2, 23)),
        ("5th Fri", date(2026, 5, 29)),
        ("2nd & 4th Wed.", date(2026, 2, 11)),
        ("Thurs", date(2026, 2, 12)),
    ],
)
def test_the_next_of_the_usual_days(text: str, coming: date) -> None:
    assert next_day(text, FRIDAY) == coming


@pytest.mark.parametrize("text", ["", "whenever", "Monday and Tuesday", "1st", "6th Monday", "٣ Monday", "x" * 10_000])
def test_what_reads_as_no_days_gives_none(text: str) -> None:
    assert meeting_days(text) is None
    assert next_day(text, FRIDAY) is None


def test_a_last_weekday_may_be_the_fourth_or_the_fifth() -> None:
    days = meeting_days("last Thursday")
    assert days is not None
    assert [days.includes(date(2026, 4, day)) for day in (16, 23, 30)] == [False, False, True]
    assert days.includes(date(2026, 2, 26))
