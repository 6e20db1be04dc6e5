"""The Read me says until when each series is kept, and that the record is on hold; why stays in the building (P-12)."""

import pytest

from exports.published import Copy
from exports.testimony import book_of
from hearingdesk.domain import rules
from hearingdesk.domain.retention import HELD, NOTHING_DELETED
from tests.builders import Evening, in_session
from tests.domain.test_retention import adjourned


def read_me(evening: Evening, copy: Copy) -> list[object]:
    """What it says of how long it is kept."""
    sheet = book_of(evening.hearing, {}, "", copy).sheets[0]
    return [row[1] for row in sheet.rows if row[0] == "How long it is kept"]


@pytest.mark.parametrize("copy", list(Copy))
def test_the_read_me_tells_each_series_and_the_hold_without_its_reason(copy: Copy) -> None:
    evening = adjourned()
    evening.act(rules.place_hold, reason="Doe v. City")
    said = read_me(evening, copy)
    assert said[0] == HELD
    assert said[2] == "Speaker slips: kept until February 5, 2033, 7 years after the meeting (Wis. Stat. 19.21(4)(b))."
    assert said[-1] == NOTHING_DELETED
    assert "Doe" not in str(said)


def test_rules_without_a_schedule_say_nothing() -> None:
    assert read_me(in_session(), Copy.INTERNAL) == []


def test_why_it_is_held_stands_in_the_internal_log_alone() -> None:
    evening = adjourned()
    evening.act(rules.place_hold, reason="Doe v. City")
    rows = {copy: str([list(sheet.rows) for sheet in book_of(evening.hearing, {}, "", copy).sheets]) for copy in Copy}
    assert "Doe v. City" in rows[Copy.INTERNAL]
    assert "Doe v. City" not in rows[Copy.PUBLISHED]
    assert "Legal hold placed" not in rows[Copy.PUBLISHED]
