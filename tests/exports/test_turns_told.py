"""Turns out of the usual course, as minutes and workbook tell them: again, interrupted, entered afterwards, shared."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.values import Ending, Ground, MinutesLevel, TimedAs
from tests.builders import PROFILE, Evening, commenting
from tests.exports.test_testimony_workbook import column, written
from tests.exports.told import told


def spoken(evening: Evening, ending: Ending = Ending.FINISHED, **how: object) -> Evening:
    evening.act(rules.call_speaker, slip=1, **how)
    evening.act(rules.start_turn)
    evening.wait(100)
    evening.act(rules.end_turn, ending=ending)
    return evening


@pytest.mark.parametrize(
    ("ground", "said"),
    [
        (Ground.LEAVE, "again by leave of the chair (asked to)"),
        (Ground.SECOND_ROUND, "again in a second round (asked to)"),
        (Ground.REBUTTAL, "again in rebuttal (asked to)"),
        (Ground.ANSWER, "again in answer to a member’s question (asked to)"),
    ],
)
def test_a_second_turn_is_told_with_its_ground(ground: Ground, said: str, tmp_path: Path) -> None:
    evening = spoken(spoken(commenting(PROFILE, "Ann Weber")), ground=ground, leave="asked to")
    assert f"Ann Weber, {said}." in told(evening.hearing, tmp_path)
    turns = column(written(evening.hearing, tmp_path)["Testimony"], "Turn")
    timed = "; timed as rebuttal" if ground is Ground.REBUTTAL else ""
    assert turns == [None, ground.words + timed]


def test_an_interrupted_turn_and_its_other_part(tmp_path: Path) -> None:
    evening = spoken(commenting(PROFILE, "Ann Weber"), Ending.INTERRUPTED)
    before = told(evening.hearing, tmp_path)
    assert "The turn was interrupted." in before
    assert "Ann Weber, interrupted with 1:20 left" in before
    after = told(spoken(evening).hearing, tmp_path)
    assert "Ann Weber, continuing after the interruption." in after
    assert "1 member of the public was heard" in after
    rows = written(evening.hearing, tmp_path)["Testimony"]
    assert column(rows, "Turn") == ["interrupted", "continuing after an interruption"]
    assert column(rows, "Allotted") == [timedelta(seconds=180), timedelta(seconds=80)]


def test_a_turn_entered_afterwards_stands_where_it_was_heard_and_says_so(tmp_path: Path) -> None:
    evening = commenting(PROFILE, "Ann Weber", "Bo Cruz")
    evening.wait(600)
    missed = evening.now.utc
    evening.wait(600)
    spoken(evening)
    evening.act(rules.enter_appearance, slip=2, began=missed, length=timedelta(seconds=95))
    text = told(evening.hearing, tmp_path)
    assert text.index("Bo Cruz (entered afterwards).") < text.index("Ann Weber")
    rows = written(evening.hearing, tmp_path)["Testimony"]
    assert column(rows, "Name as published") == ["Bo Cruz", "Ann Weber"]
    assert column(rows, "Turn") == ["entered afterwards", None]
    assert column(rows, "Used") == [timedelta(seconds=95), timedelta(seconds=100)]


@pytest.mark.parametrize("level", [MinutesLevel.SUMMARY, MinutesLevel.NAMES])
def test_what_was_handed_in_is_listed(level: MinutesLevel, tmp_path: Path) -> None:
    evening = spoken(commenting(replace(PROFILE, minutes_level=level), "Ann Weber"))
    evening.act(rules.take_handout, text="a map of the cameras")
    evening.act(rules.take_handout, text="two letters")
    assert "anded in: a map of the cameras and two letters" in told(evening.hearing, tmp_path)
    rows = written(evening.hearing, tmp_path)["Testimony"]
    assert column(rows, "Handed in") == ["a map of the cameras; two letters"]


def test_several_in_one_turn_and_a_letter_read_for_another_are_one_heard(tmp_path: Path) -> None:
    evening = commenting(PROFILE)
    evening.register("Ann Weber", together_with=("Bo Cruz", "Cy Dee"), on_behalf_of="Elm Street Tenants")
    spoken(evening)
    text = told(evening.hearing, tmp_path)
    assert "Ann Weber, Bo Cruz and Cy Dee (reading the words of Elm Street Tenants)" in text
    assert "1 member of the public was heard" in text
    (row,) = written(evening.hearing, tmp_path)["Testimony"]
    assert (row["Sharing the turn"], row["Reading the words of"]) == ("Bo Cruz and Cy Dee", "Elm Street Tenants")


def test_an_untimed_turn_says_so_in_the_workbook(tmp_path: Path) -> None:
    evening = spoken(commenting(PROFILE, "Ann Weber"), timed_as=TimedAs.UNTIMED)
    (row,) = written(evening.hearing, tmp_path)["Testimony"]
    assert (row["Turn"], row["Allotted"]) == ("untimed by the chair", None)


def test_a_moved_turn_is_told_of_whose_it_was_and_only_in_the_proceedings_of_both(tmp_path: Path) -> None:
    evening = commenting(PROFILE, "Ann Weber", "Bo Cruz")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.act(rules.move_turn, to=2)
    evening.act(rules.end_turn)
    assert (
        "Ann Weber"
        not in told(evening.hearing, tmp_path)
        .partition("Speakers in the order heard")[2]
        .partition("1 member of the public")[0]
    )
    details = column(written(evening.hearing, tmp_path)["Proceedings"], "Detail")
    assert "Clock moved from Ann Weber to Bo Cruz (3:00); the time used goes along" in details


def test_the_order_heard_is_the_order_heard_though_the_clock_was_put_back(tmp_path: Path) -> None:
    evening = commenting(PROFILE, "Ann Weber", "Bo Cruz")
    spoken(evening)
    evening.now = replace(evening.now, utc=evening.now.utc - timedelta(minutes=10))
    evening.act(rules.change_limit, new=timedelta(minutes=2), ordered_by="the Chair")
    evening.turn(2)
    text = told(evening.hearing, tmp_path)
    assert text.index("Ann Weber") < text.index("reduced the limit") < text.index("Bo Cruz")
    assert column(written(evening.hearing, tmp_path)["Testimony"], "Slip no.") == [1, 2]
