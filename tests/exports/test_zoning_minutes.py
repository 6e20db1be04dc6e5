"""The minutes of a zoning hearing: sworn, continued, amended and voted, as a clerk would file them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.values import (
    Capacity,
    Interpreter,
    Interpreting,
    ItemKind,
    ItemNotice,
    MinutesLevel,
    Mode,
    MotionResult,
    Position,
    VoteMethod,
)
from tests.builders import PROFILE, Evening, in_session
from tests.exports.printing import Printed, after

AGENDA = (
    ItemNotice("1", "1", "Rezoning of 1200 Granary Street", "BZA-14", ItemKind.HEARING),
    ItemNotice("2", "2", "Variance, 88 Mill Road", "", ItemKind.HEARING),
    ItemNotice("3", "3", "Special use, 4 Dock Street", "", ItemKind.HEARING),
)
ZONING = replace(PROFILE, oath_required=True, minutes_level=MinutesLevel.SUMMARY)


@pytest.fixture
def evening() -> Evening:
    """One item heard, and continued; one for which nobody came; one not taken up."""
    made = in_session(ZONING, AGENDA)
    slips = [
        made.register("Kim Doe", capacity=Capacity.STAFF),
        made.register("Lena Sorensen", capacity=Capacity.EXPERT, together_with=("Omar Diaz",)),
        made.register("Ruth Ngo", interpreter=Interpreter("American Sign Language", Interpreting.SIGN)),
        made.register("Tom Weber", position=Position.SUPPORT),
    ]
    made.register("Pat Late", position=Position.OPPOSE)
    made.register("Jo Becker", mode=Mode.REGISTERING_ONLY, position=Position.OPPOSE)
    made.register("T. Ng", mode=Mode.REGISTERING_ONLY, position=Position.SUPPORT)
    made.register("Viola Ruiz", mode=Mode.WRITTEN, position=Position.OPPOSE)
    made.act(rules.take_up, item="1")
    made.act(rules.take_oath, slips=tuple(slips), by="the clerk")
    for slip in slips:
        made.turn(slip)
    made.act(rules.make_motion, text="To continue the hearing", mover="ortega", seconder="xiong")
    made.act(rules.take_vote, method=VoteMethod.CONSENT, result=MotionResult.CARRIED)
    made.act(rules.continue_hearing, to=datetime(2026, 3, 19, 22, 30, tzinfo=UTC), place="City Hall", item="1")
    made.act(rules.take_up, item="2")
    made.act(rules.close_testimony)
    made.act(rules.adjourn)
    return made


def test_the_oath_stands_before_whoever_was_sworn_by_it_and_the_speakers_under_their_heading(
    evening: Evening, printed: Printed
) -> None:
    texts = printed(evening.hearing).texts
    oath = texts.index("At 6:00 p.m., 4 people who intended to speak were sworn in by the clerk.")
    assert oath < texts.index("Officials, staff and invited speakers") < texts.index("Speakers in the order heard")
    assert texts[texts.index("Speakers in the order heard") + 1] == "1."


def test_what_is_continued_did_not_end_and_its_motion_is_under_a_heading_of_its_own(
    evening: Evening, printed: Printed
) -> None:
    reading = printed(evening.hearing)
    assert "The public hearing was suspended at 6:04 p.m." in reading.texts
    assert not any("hearing ended" in text for text in reading.texts)
    (told,) = after(reading, "Action")
    assert told.endswith("seconded by Mai Xiong: To continue the hearing. There was no objection; the motion carried.")


def test_that_nobody_came_is_told_before_the_close_and_what_was_left_by_item(
    evening: Evening, printed: Printed
) -> None:
    reading = printed(evening.hearing)
    assert after(reading, "2. Variance, 88 Mill Road")[1:] == [
        "No one appeared.",
        "The public hearing was closed at 6:04 p.m.",
    ]
    assert after(reading, "Not taken up") == ["•", "Item 3, Special use, 4 Dock Street"]


def test_sign_language_is_said_once_and_several_experts_are_several(evening: Evening, printed: Printed) -> None:
    texts = printed(evening.hearing).texts
    assert "Ruth Ngo. Sworn. Spoke through an interpreter (American Sign Language)." in texts
    assert "Lena Sorensen and Omar Diaz (experts). Sworn." in texts


def test_where_no_names_are_told_each_group_is_one_line_with_its_number(evening: Evening, printed: Printed) -> None:
    quiet = replace(ZONING, minutes_level=MinutesLevel.COUNT)
    reading = printed(replace(evening.hearing, profile=quiet))
    told = [text for text in after(reading, "1. Rezoning of 1200 Granary Street") if text != "•"]
    assert "2 people spoke in an official capacity." in told
    assert [line for line in told if ":" in line and "p.m." not in line][:3] == [
        "Registered, not speaking: 1 in support and 1 in opposition.",
        "Written comments: 1 in opposition.",
        "Signed up to speak and not reached, to be called at the continued session: 1 person.",
    ]
    assert "Pat Late" not in reading.text
    assert "persons" not in reading.text
