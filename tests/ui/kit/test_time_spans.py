"""A span of times as clerks write it: two readings of the room's clock, both gone by."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from hearingdesk.ui.kit.typed import past_span

NOW = datetime(2026, 2, 5, 17, 30, tzinfo=ZoneInfo("America/Chicago"))


def words(text: str) -> tuple[str, str]:
    first, last = past_span(text, NOW)
    return tuple(f"{at:%d %H:%M}" if at else "" for at in (first, last))  # type: ignore[return-value]  # two of them


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("4:40", ("05 16:40", "")),
        ("4:40 to 4:55", ("05 16:40", "05 16:55")),
        ("4:40-4:55 pm", ("05 16:40", "05 16:55")),
        ("4:40 – 16:55", ("05 16:40", "05 16:55")),
        ("11:50 am until 12:10", ("05 11:50", "05 12:10")),
        ("4:55 to 4:40", ("05 04:55", "05 16:40")),
        ("soon to 4:40", ("", "")),
        ("4:40 to soon", ("", "")),
        ("", ("", "")),
    ],
)
def test_two_times_are_read_as_the_last_ones_of_their_names(typed: str, read: tuple[str, str]) -> None:
    assert words(typed) == read
