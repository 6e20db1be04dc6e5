"""The live tally as it was frozen at the close stands beside the reviewed one, never mixed with it (C-12)."""

from datetime import datetime, timedelta

import pytest

from exports.concern_report import concern_report
from exports.minutes import minutes
from exports.testimony import book_of
from hearingdesk.domain import rules
from tests.builders import PROFILE, SIX, Evening, commenting
from tests.exports.evenings import HEAD


@pytest.fixture
def evening() -> Evening:
    """Two heard and coded; then one more mark in review."""
    made = commenting(PROFILE, "Ann Lee", "Bo Cruz", "Cy Dao")
    made.turn(1, marks=("PRIV",))
    made.turn(2, marks=("MISID",))
    made.act(rules.close_testimony)
    made.act(rules.adjourn)
    made.act(rules.raise_concern, slip=2, code="PRIV")
    return made


def test_the_workbook_has_both_counts_in_columns_of_their_own(evening: Evening) -> None:
    sheet = next(one for one in book_of(evening.hearing, {}, HEAD).sheets if one.name == "Concerns tally")
    titles = [column.title for column in sheet.columns]
    privacy = dict(zip(titles, next(iter(sheet.rows)), strict=True))
    assert privacy["Speakers raising it (n); noted by staff, not a vote"] == 2
    assert (privacy["At close: raising it"], privacy["At close: coded"], privacy["At close: heard"]) == (1, 2, 2)
    assert privacy["Closed at (America/Chicago)"] == datetime(2026, 2, 5, 18, 2, 10)  # noqa: DTZ001  # the room's clock


def test_the_report_tells_the_live_tally_in_a_line_of_its_own(evening: Evening) -> None:
    told = str(concern_report(evening.hearing, HEAD))
    assert "As of 6:02 p.m., 2 heard, 2 coded; its counts are in the appendix." in told
    assert "As of 6:02 p.m., 2 heard, 2 coded; Privacy invasion 1; Misidentification 1." in told
    assert "2 of 2" in told


def test_where_nothing_was_reviewed_since_the_report_counts_once(evening: Evening) -> None:
    evening.act(rules.withdraw_concern, slip=2, code="PRIV")
    told = str(concern_report(evening.hearing, HEAD))
    assert "As of 6:02 p.m., 2 heard, 2 coded; the same counts." in told
    assert "Misidentification 1." not in told


def test_the_minutes_say_how_many_had_been_heard_at_the_close(evening: Evening) -> None:
    assert "As of 6:02 p.m., 2 members of the public were heard" in str(minutes(evening.hearing, HEAD))
    evening.act(rules.enter_appearance, slip=3, began=SIX + timedelta(seconds=5), length=timedelta(seconds=9))
    assert "As of 6:02 p.m., 2 had been heard; as of now, 3 members" in str(minutes(evening.hearing, HEAD))


def test_what_is_still_open_has_no_count_of_its_close() -> None:
    open_ = commenting(PROFILE, "Ann Lee")
    open_.turn(1)
    told = str(minutes(open_.hearing, HEAD)) + str(concern_report(open_.hearing, HEAD))
    assert "had been heard" not in told
    assert "Live tally at the close" not in told


def test_a_concern_on_another_key_is_nothing_of_the_minutes(evening: Evening) -> None:
    evening.act(rules.present_minutes, on=datetime(2026, 2, 19).date())  # noqa: DTZ001  # a day
    evening.act(rules.approve_minutes, on=datetime(2026, 2, 19).date())  # noqa: DTZ001  # a day
    before = minutes(evening.hearing, HEAD)
    evening.act(rules.key_concern, code="MISID", key=9)
    assert minutes(evening.hearing, HEAD) == before
