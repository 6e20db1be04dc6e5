"""Turns given to another, turns that several share, a letter read for another, by keys."""

from dataclasses import replace
from datetime import timedelta

import pytest

from hearingdesk.domain.face import face
from hearingdesk.domain.profile import Pooling
from hearingdesk.domain.values import Standing
from hearingdesk.ui.console.sheets.slip import GiveDrawer, SlipSheet
from tests.builders import PROFILE, commenting
from tests.ui.console.conftest import AtConsole

ONE = replace(PROFILE, pooling=Pooling.ONE_DONOR, pooling_ceiling=timedelta(minutes=5))


def test_a_turn_is_given_and_taken_back_by_one_key_with_the_working(at_console: AtConsole) -> None:
    clerk = at_console(commenting(ONE, "Ann Lee", "Bo Cruz", "Cy Dee"))
    clerk.console.queue.choose(2)
    cede = clerk.console.keys.table["cede"]
    assert cede.words == "Give the turn to another…"
    clerk.press("Ctrl+G")
    slip = clerk.sheet()
    assert isinstance(slip, SlipSheet)
    assert isinstance(slip.drawer, GiveDrawer)
    clerk.type("1")
    assert slip.drawer.working.text() == "Ann Lee would have 3:00 + 3:00 given, at most 5:00 = 5:00."
    clerk.press("Return")
    assert slip.said == "Given to Ann Lee: 3:00 + 3:00 given, at most 5:00 = 5:00."
    assert slip.standing.text() == "Gave the turn to another · to Ann Lee"
    clerk.press("Esc", "Ctrl+Return")
    assert clerk.said == "Present? Bo Cruz gave time to this turn. Who is not here: choose them, Ctrl+G takes it back."
    assert "with the turn of Bo Cruz" in clerk.console.floor.about
    assert clerk.console.floor.clock.working == "3:00 + 3:00 given, at most 5:00 = 5:00"
    clerk.console.queue.choose(2)
    assert cede.words == "Take the turn back"
    clerk.press("Ctrl+G")
    assert (clerk.slip(2).standing, clerk.console.floor.clock.digits) == (Standing.WAITING, "3:00")


def test_the_rest_of_a_turn_cannot_be_given_and_the_rule_is_quoted(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.console.queue.choose(0)
    clerk.press("Ctrl+G")
    assert clerk.said.startswith("The rule of this body does not allow time to be given to another: Each speaker has")
    clerk = at_console(commenting(ONE, "Ann Lee", "Bo Cruz"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.console.queue.choose(0)
    clerk.press("Ctrl+G")
    assert "what is left of the turn is lost" in clerk.said
    assert "one other may give the turn to a speaker" in clerk.said


@pytest.mark.parametrize(
    ("mode", "donors", "ceiling", "told"),
    [
        (Pooling.ONE_DONOR, 1, 5, ["3:00 + 3:00 given, at most 5:00 = 5:00"]),
        (Pooling.POOLED, 2, 10, ["3:00; 1 of the 2 needed gave time", "3:00 + 2 × 3:00 given = 9:00"]),
        (Pooling.GROUP, 2, 6, ["3:00; 1 of the 2 needed gave time", "6:00 for a group of 3"]),
    ],
)
def test_turns_are_given_by_the_rule_of_the_body_and_each_step_shows_its_working(
    at_console: AtConsole, mode: Pooling, donors: int, ceiling: int, told: list[str]
) -> None:
    rule = replace(PROFILE, pooling=mode, pooling_donors=donors, pooling_ceiling=timedelta(minutes=ceiling))
    clerk = at_console(commenting(rule, "Ann Lee", "Bo Cruz", "Cy Dee", "Di Eng"))
    for donor, working in enumerate(told, 2):
        clerk.console.queue.choose(donor)
        clerk.press("Ctrl+G")
        clerk.type("1")
        clerk.press("Return")
        slip = clerk.sheet()
        assert isinstance(slip, SlipSheet)
        shown = working if any(map(str.isalpha, working)) else f"{working} allotted"
        assert slip.said == f"Given to Ann Lee: {shown}."
        clerk.press("Esc")
    clerk.press("Ctrl+Return")
    assert told[-1] in clerk.console.floor.clock.working
    assert all(name in clerk.console.floor.about for name in ("Bo Cruz", "Cy Dee")[: len(told)])


# Several in one turn, and a letter read for another


def test_several_who_walk_up_together_are_one_slip_and_one_turn_and_all_are_named(at_console: AtConsole) -> None:
    clerk = at_console(commenting(replace(PROFILE, group_limit=timedelta(minutes=5))))
    clerk.press("Ctrl+K")
    clerk.type("Ann Lee & Bo Cruz; Cy Dee")
    clerk.press("Return")
    assert clerk.console.queue.walk_in.note.startswith("One turn, shared with Bo Cruz, Cy Dee.")
    clerk.press("Return")
    assert (clerk.slip(1).name, clerk.slip(1).sign_up.together_with) == ("Ann Lee", ("Bo Cruz", "Cy Dee"))
    clerk.press("Ctrl+Return")
    floor = clerk.console.floor
    assert floor.about.startswith("Slip 1 · with Bo Cruz, Cy Dee")
    assert (floor.clock.digits, floor.clock.working) == ("5:00", "group 5:00")
    shown = face(clerk.hearing, clerk.clock.now()).speaker
    assert shown is not None
    assert (shown.name, shown.others) == ("Ann Lee", ("Bo Cruz", "Cy Dee"))
    clerk.press("Ctrl+Return", "Ctrl+D")
    assert clerk.item.tally.heard == 1


def test_a_letter_read_for_another_is_told_on_the_floor_and_never_on_the_wall(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.console.queue.choose(1)
    clerk.press("Ctrl+E")
    slip = clerk.sheet()
    assert isinstance(slip, SlipSheet)
    slip.form.behalf.setFocus()
    clerk.type("Elm Street Tenants")
    clerk.press("Return", "Ctrl+Return")
    assert clerk.console.floor.about == "Slip 1 · for Elm Street Tenants · in person"
    assert "Elm Street" not in repr(face(clerk.hearing, clerk.clock.now()))
