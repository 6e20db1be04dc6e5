import re
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from hearingdesk.domain.local import (
    clock_time,
    date_and_time,
    day_of_year,
    full_date,
    long_date,
    minutes_time,
    short_date,
)

ROOT = Path(__file__).parents[2]
NIGHT, MORNING, NOON = time(0, 5), time(11, 59), time(12, 0)
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
TWICE = [(5, 59), (6, 59), (7, 0), (8, 0)]
BY_LANGUAGE = re.compile(r"%[aAbBcpxX]\b")
"""What strftime prints, and strptime reads, in the language of the desktop once a window is open."""


def test_a_clock_has_twelve_hours_twice() -> None:
    assert [clock_time(at) for at in (NIGHT, MORNING, NOON)] == ["12:05 AM", "11:59 AM", "12:00 PM"]
    assert clock_time(datetime(2026, 2, 5, 18, 47, 9), seconds=True) == "6:47:09 PM"  # noqa: DTZ001  # local already
    assert minutes_time(datetime(2026, 2, 5, 18, 47)) == "6:47 p.m."  # noqa: DTZ001  # local already


def test_the_hour_that_comes_twice_says_which_it_is_and_no_other_does() -> None:
    chicago = ZoneInfo("America/Chicago")
    put_back = [datetime(2026, 11, 1, hour, minute, tzinfo=UTC).astimezone(chicago) for hour, minute in TWICE]
    assert list(map(minutes_time, put_back)) == ["12:59 a.m.", "1:59 a.m. CDT", "1:00 a.m. CST", "2:00 a.m."]
    assert minutes_time(datetime(2026, 3, 8, 8, 0, tzinfo=UTC).astimezone(chicago)) == "3:00 a.m."


def test_a_day_and_its_time_stand_in_one_line() -> None:
    assert date_and_time(datetime(2026, 2, 5, 18, 0)) == "Thu Feb 5, 2026, 6:00 PM"  # noqa: DTZ001  # local already


def test_a_day_is_said_at_three_lengths() -> None:
    day = date(2026, 2, 5)
    assert short_date(day) == "Thu Feb 5, 2026"
    assert (long_date(day), full_date(day), day_of_year(day)) == (
        *("Thursday, February 5, 2026", "February 5, 2026", "February 5"),
    )


def test_every_month_and_weekday_has_its_name() -> None:
    assert [day_of_year(date(2026, month, 1)).split()[0] for month in range(1, 13)] == MONTHS
    assert [long_date(date(2026, 2, 2 + day)).split(",")[0] for day in range(7)] == DAYS


@pytest.mark.parametrize("package", ["hearingdesk", "exports"])
def test_no_day_or_time_is_written_or_read_in_the_language_of_the_desktop(package: str) -> None:
    asking = [path.name for path in (ROOT / package).rglob("*.py") if BY_LANGUAGE.search(_code(path))]
    assert asking == []


def _code(path: Path) -> str:
    return "\n".join(line for line in path.read_text("utf-8").splitlines() if not line.lstrip().startswith("#"))
