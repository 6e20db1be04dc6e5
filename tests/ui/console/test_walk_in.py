"""A walk-in at the find box while the clock runs: taken, warned of, refused, left."""

from dataclasses import replace

from hearingdesk.domain import rules
from hearingdesk.domain.cutoff import TAKEN_UP
from hearingdesk.domain.profile import LateSlips
from hearingdesk.domain.values import (
    Position,
    Standing,
)
from hearingdesk.ui.console.tabs import Tab
from tests.builders import PROFILE, commenting
from tests.ui.console.conftest import AtConsole, listed, spoken


def test_a_walk_in_takes_a_name_a_letter_and_enter_while_the_clock_runs(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    started = clerk.hearing.turn
    clerk.press("Ctrl+K")
    clerk.type("Dee Fox")
    clerk.press("Return")
    clerk.type("o")
    clerk.press("Return")
    assert (clerk.slip(2).name, clerk.slip(2).position) == ("Dee Fox", Position.OPPOSE)
    assert clerk.slip(2).standing is Standing.WAITING
    assert clerk.hearing.turn is started
    assert clerk.said == "Slip 2: Dee Fox is on the list, number 1 of 1."
    assert clerk.console.chosen() == 2
    assert clerk.focus is clerk.console.queue.finder
    assert clerk.console.queue.finder.text() == ""


def test_a_walk_in_may_have_an_organisation_or_no_name_at_all(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE))
    clerk.press("Ctrl+K", "Return")
    assert clerk.focus is clerk.console.queue.walk_in.name
    clerk.press("Tab")
    clerk.type("n")
    clerk.press("Tab")
    clerk.type("Tenants Union")
    clerk.press("Return")
    assert clerk.slip(1).name == "Speaker 1"
    assert clerk.slip(1).sign_up.organisation == "Tenants Union"
    assert clerk.slip(1).position is Position.NEUTRAL


def test_a_second_person_of_the_same_name_is_warned_of_and_taken(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Maria Garcia"))
    clerk.press("Ctrl+K")
    clerk.type("maria garcía")
    clerk.press("Shift+Return")
    note = clerk.console.queue.walk_in.note
    assert note == "On the list already with this name: slip 1. Adding makes another person."
    clerk.press("Return")
    assert clerk.item.queue == (1, 2)
    assert ["same as 2?" in spoken(clerk, 0), "same as 1?" in spoken(clerk, 1)] == [True, True]
    clerk.desk.record(rules.tell_apart, slips=(1, 2))
    assert all("2 with this name" in spoken(clerk, place) for place in (0, 1))


def test_a_walk_in_with_nearly_a_name_on_the_list_is_warned_of_too(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Maria Garcia"))
    clerk.press("Ctrl+K")
    clerk.type("Maria Garcias")
    clerk.press("Return")
    note = clerk.console.queue.walk_in.note
    assert note == "On the list already with nearly this name: slip 1 Maria Garcia. Adding makes another person."


def test_a_name_that_cannot_be_read_is_marked_by_the_way_it_is_written(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE))
    clerk.press("Ctrl+K")
    clerk.type("Kay L...")
    clerk.press("Return", "Return")
    assert (clerk.slip(1).name, clerk.slip(1).sign_up.name_uncertain) == ("Kay L…", True)
    assert "name uncertain" in spoken(clerk, 0)


def test_the_strip_asks_for_what_the_slips_of_the_body_ask_for(at_console: AtConsole) -> None:
    clerk = at_console(commenting(replace(PROFILE, position_requested=False, residence_requested=True)))
    clerk.press("Ctrl+K")
    clerk.type("Dee Fox")
    clerk.press("Return")
    strip = clerk.console.queue.walk_in
    assert [strip.position.isVisible(), strip.place.isVisible(), strip.organisation.isVisible()] == [False, True, True]
    assert clerk.focus is strip.place
    assert "position" not in strip.note
    clerk.type("District 4")
    clerk.press("Return")
    assert (clerk.slip(1).sign_up.place, clerk.slip(1).position) == ("District 4", Position.NOT_STATED)


def test_never_more_than_three_fields(at_console: AtConsole) -> None:
    clerk = at_console(commenting(replace(PROFILE, position_requested=True, residence_requested=True)))
    clerk.press("Ctrl+K", "Return")
    strip = clerk.console.queue.walk_in
    assert [strip.position.isVisible(), strip.place.isVisible(), strip.organisation.isVisible()] == [True, True, False]


def test_a_walk_in_after_the_cutoff_is_late_unless_the_clerk_takes_the_tick_away(at_console: AtConsole) -> None:
    clerk = at_console(commenting(replace(PROFILE, sign_up_closes=TAKEN_UP, late_slips=LateSlips.CHAIRS_LEAVE)))
    for name in ("Lou Late", "Ida Early"):
        clerk.press("Ctrl+K")
        clerk.type(name)
        clerk.press("Return")
        assert clerk.console.queue.walk_in.late.isChecked()
        clerk.console.queue.walk_in.late.setChecked(name == "Lou Late")
        clerk.press("Return")
    assert [clerk.slip(n).standing for n in (1, 2)] == [Standing.NEEDS_LEAVE, Standing.WAITING]


def test_a_late_walk_in_goes_where_the_body_puts_it(at_console: AtConsole) -> None:
    clerk = at_console(commenting(replace(PROFILE, late_slips=LateSlips.CHAIRS_LEAVE), "Ann Lee"))
    clerk.press("Ctrl+K")
    clerk.type("Lou Late")
    clerk.press("Return")
    clerk.console.queue.walk_in.late.setChecked(True)
    clerk.press("Return")
    assert clerk.slip(2).standing is Standing.NEEDS_LEAVE
    assert clerk.said == "Slip 2: Lou Late is on the list. Late, needs the chair's leave."
    clerk.console.queue.tabs[Tab.LATE].click()
    clerk.console.queue.choose(2)
    clerk.press("Ctrl+Shift+L")
    assert clerk.item.queue == (1, 2)


def test_a_refused_walk_in_keeps_what_was_typed_and_says_why(at_console: AtConsole) -> None:
    clerk = at_console(commenting(replace(PROFILE, name_required=True)))
    clerk.press("Ctrl+K", "Return", "Return")
    assert clerk.hearing.last_slip == 0
    assert clerk.said == "The rule of this body asks for a name. Write it, or “name refused”."
    assert clerk.console.queue.walk_in.isVisible()
    clerk.type("name refused")
    clerk.press("Return")
    assert clerk.slip(1).name == "name refused"


def test_escape_leaves_the_strip_then_clears_the_box(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+K")
    clerk.type("Dee")
    clerk.press("Return", "Escape")
    assert not clerk.console.queue.walk_in.isVisible()
    clerk.press("Escape")
    assert listed(clerk) == [1]


def test_esc_gives_the_keys_back_to_the_summary_after_a_walk_in_in_mid_speech(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.write("Asked for")
    clerk.press("Ctrl+K")
    clerk.type("Dee Fox")
    clerk.press("Return", "Return", "Escape")
    clerk.type(" an audit")
    assert clerk.slip(2).name == "Dee Fox"
    assert clerk.console.summary.text == "Asked for an audit"


def test_esc_closes_the_sheet_from_the_find_box_too_and_leaves_the_keys_where_they_are(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+K", "Ctrl+L", "Ctrl+K")
    clerk.type("Dee")
    clerk.press("Escape")
    assert clerk.sheet() is not None
    clerk.press("Escape", "Escape")
    assert clerk.sheet() is None
    clerk.press("Ctrl+L", "Ctrl+T", "Ctrl+L")
    assert clerk.sheet() is None
    assert clerk.at(clerk.console.summary.edit)
