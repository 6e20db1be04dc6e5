"""Find or add in one box, walk-ins while the clock runs, the four lists, the forecast."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from hearingdesk.domain import rules
from hearingdesk.domain.cutoff import TAKEN_UP
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.profile import LateSlips, RuleProfile
from hearingdesk.domain.values import (
    Capacity,
    Contact,
    Interpreter,
    ItemKind,
    ItemNotice,
    Mode,
    NameShown,
    Position,
    SignUp,
    Standing,
)
from hearingdesk.ui.console.forecasting import forecast_words
from hearingdesk.ui.console.queue_paint import TIME
from hearingdesk.ui.console.queue_rows import QueueRow, queue_row
from hearingdesk.ui.console.steps import listed_item
from hearingdesk.ui.console.tabs import Tab
from hearingdesk.ui.kit.look import font, px
from tests.builders import PROFILE, SIX, Evening, commenting, in_session, prepared
from tests.ui.console.conftest import AtConsole, Clerk


def listed(clerk: Clerk) -> list[int]:
    model = clerk.console.queue.list.model()
    return [int(model.index(n, 0).data()) for n in range(model.rowCount())]


def spoken(clerk: Clerk, place: int) -> str:
    """The name cell of a row, as a screen reader says it."""
    return str(clerk.console.queue.list.model().index(place, 1).data(Qt.ItemDataRole.AccessibleTextRole))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("quinones", [1]),
        ("QUIÑONES VEGA", [1]),
        ("obrien", [2, 4]),
        ("o'brien 11", [4]),
        ("tenants", [3]),
        ("3", [3]),
        ("nguyen", [5]),
        ("nobody at all", []),
        ("%_", []),
    ],
)
def test_find_by_name_slip_or_organisation_without_case_and_accents(
    at_console: AtConsole, typed: str, found: list[int]
) -> None:
    evening = commenting(PROFILE)
    evening.register("Marisol Quiñones-Vega")
    evening.register("James O'Brien", place="District 4")
    evening.register("Pa Houa Xiong", organisation="Northside Tenants Union")
    evening.register("James O'Brien", place="District 11")
    evening.register("Nguyễn Thị Hồng Nhung")
    clerk = at_console(evening)
    clerk.press("Ctrl+K")
    clerk.type(typed)
    assert listed(clerk) == found


def test_finding_looks_on_every_list_and_says_where_somebody_is(at_console: AtConsole) -> None:
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz")
    evening.act(rules.call_speaker, slip=2)
    evening.act(rules.speaker_not_present)
    clerk = at_console(evening)
    assert listed(clerk) == [1]
    clerk.press("Ctrl+K")
    clerk.type("cruz")
    row = clerk.console.queue.list.model().index(0, 1)
    assert "Called, not present" in row.data(Qt.ItemDataRole.AccessibleTextRole)


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


def test_who_is_next_and_who_is_on_deck_is_seen_in_the_list(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz", "Cy Dao"))
    assert ("next" in spoken(clerk, 0), "on deck" in spoken(clerk, 1)) == (True, True)
    assert clerk.console.floor.coming == "Next: 1 Ann Lee · On deck: 2 Bo Cruz"
    clerk.press("Ctrl+Alt+Return")
    assert clerk.slip(2).standing is Standing.CALLED
    assert clerk.console.floor.coming == "Next: 1 Ann Lee · On deck: 3 Cy Dao"
    assert ("next" in spoken(clerk, 0), "on deck" in spoken(clerk, 1)) == (True, True)
    clerk.press("Ctrl+Return")
    clerk.press("Ctrl+Alt+Return", "Ctrl+Alt+Return")
    assert clerk.said == "Nobody is on deck: fewer than two wait."
    assert clerk.console.floor.coming == ""


def test_the_absent_are_called_once_more_in_one_act_when_nobody_waits(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    clerk.press("Ctrl+Return", "F7", "Ctrl+Return", "F7")
    assert list(clerk.item.absent) == [1, 2]
    again = clerk.console.keys.made("recall")
    assert (again.isVisible(), again.words) == (True, "Call the 2 who were absent")
    clerk.press("Ctrl+Shift+F7")
    assert (list(clerk.item.queue), list(clerk.item.absent)) == ([1, 2], [])
    assert clerk.last == "2 people called and not present on Item 1 to be called once more"


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


def test_the_four_lists_and_their_counts(at_console: AtConsole) -> None:
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz", "Cy Dao", "Dee Fox")
    evening.turn(2)
    evening.act(rules.call_speaker, slip=3)
    evening.act(rules.speaker_not_present)
    evening.register("Eve Gill", mode=Mode.REGISTERING_ONLY)
    clerk = at_console(evening)
    tabs = [tab for tab in clerk.console.queue.tabs.values() if tab.isVisible()]
    assert [tab.accessibleName() for tab in tabs] == ["Waiting 2", "Heard 1", "Passed 1", "Registered 1", "All 5"]
    shown = []
    for tab in tabs:
        tab.click()
        shown.append(listed(clerk))
    assert shown == [[1, 4], [2], [3], [5], [1, 2, 3, 4, 5]]


def test_the_choice_stays_with_the_person_through_changes(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz", "Cy Dao"))
    clerk.press("Ctrl+K")
    clerk.type("dao")
    clerk.press("Down")
    clerk.console.queue.finder.clear()
    clerk.press("Ctrl+Return", "Alt+Up")
    assert clerk.item.queue == (3, 2)
    assert clerk.console.chosen() == 3
    clerk.press("Alt+Down")
    assert clerk.item.queue == (2, 3)
    clerk.press("Ctrl+Shift+W")
    assert clerk.slip(3).standing is Standing.WITHDRAWN
    clerk.console.queue.choose(3)
    clerk.press("Ctrl+Shift+B")
    assert clerk.item.queue == (3, 2)


def test_acts_on_the_chosen_one_say_when_nobody_is_chosen(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    for key in ("Alt+Up", "Ctrl+Shift+Return", "Ctrl+Shift+W"):
        clerk.press(key)
        assert clerk.said == "Nobody is chosen in the list. Find the person first."
    assert clerk.item.queue == (1,)


def test_enter_on_a_person_opens_the_slip_and_a_new_pronunciation_is_shown(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Xa Vang"))
    clerk.press("Ctrl+K", "Down", "Return")
    assert clerk.sheet() is not None
    clerk.desk.keep_contact(1, Contact(pronunciation="sah VAHNG"))
    clerk.press("Escape")
    row = clerk.console.queue.list.model().index(0, 1)
    assert "said sah VAHNG" in row.data(Qt.ItemDataRole.AccessibleTextRole)


def rows(evening: Evening, contacts: Mapping[int, Contact] | None = None) -> list[QueueRow]:
    known, hearing = contacts or {}, evening.hearing
    return [queue_row(hearing, slip, known.get(slip), "1") for slip in sorted(hearing.registrations)]


def test_a_row_tells_what_the_caller_has_to_know() -> None:
    evening = commenting(PROFILE)
    evening.act(rules.register_speaker, sign_up=SignUp("1", "Marisol", interpreter=Interpreter("Spanish")), late=True)
    evening.register("", name_shown=NameShown.WITHHELD, mode=Mode.REMOTE_PHONE)
    evening.register("Cmr. Vance", capacity=Capacity.OFFICIAL)
    evening.register("Ayodele", on_behalf_of="T. Reyes", together_with=("L. Okafor",), name_uncertain=True)
    evening.register("Other", item="6")
    shown = rows(evening, {1: Contact(pronunciation="ma-ree-SOL", need="must leave by 7")})
    assert shown[0].badges == ("Interpreter · Spanish ×2", "late", "must leave by 7")
    assert (shown[0].time, shown[0].pronunciation) == ("6:00", "ma-ree-SOL")
    assert (shown[1].name, shown[1].badges, shown[1].below) == ("Speaker 2", ("name withheld",), "remote phone")
    assert (shown[2].badges, shown[2].time) == (("Official",), "untimed")
    assert (shown[3].badges, shown[3].below) == (("name uncertain",), "for T. Reyes · with L. Okafor")
    assert shown[4].below == "Item 6"


def test_a_row_follows_what_happens_to_the_slip() -> None:
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz")
    evening.act(rules.call_next)
    assert rows(evening)[0].badges == ("Called",)
    evening.act(rules.correct_registration, slip=2, sign_up=SignUp("1", "Bo Cruze"))
    assert rows(evening)[1].name == "Bo Cruze"
    evening.act(rules.change_limit, new=timedelta(minutes=2), ordered_by="the Chair")
    assert rows(evening)[1].time == "2:00"
    assert rows(evening, {2: Contact(pronunciation="KROOZ")})[1].pronunciation == "KROOZ"


def test_a_namesake_who_comes_later_marks_both() -> None:
    evening = commenting(PROFILE, "Maria Garcia")
    assert rows(evening)[0].badges == ()
    evening.register("María García")
    assert [row.badges for row in rows(evening)] == [("2 with this name",), ("2 with this name",)]


def test_what_happens_to_a_row_in_view_is_seen_at_once(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    model = clerk.console.queue.list.model()
    assert model.index(1, 3).data() == "3:00"
    drawn: list[int] = []
    model.dataChanged.connect(lambda first, last: drawn.extend(range(first.row(), last.row() + 1)))
    clerk.desk.record(rules.change_limit, new=timedelta(minutes=2), ordered_by="the Chair")
    assert (model.index(1, 3).data(), drawn) == ("2:00", [0, 1])


def test_the_forecast_says_when_it_ends_and_what_has_its_hour() -> None:
    evening = commenting(RuleProfile("t", "T", base_limit=timedelta(minutes=5)), *(f"P {n}" for n in range(24)))
    words = forecast_words(evening.hearing, evening.hearing.items["1"], evening.now)
    assert words.waiting == "24 waiting"
    assert words.end == "done about 7:30 PM at 5:00 each"
    assert words.others == "at 3:00 → 7:05 PM · at 2:00 → 6:50 PM"
    assert words.hour == "Item 6 was to be heard by 6:00 PM"
    assert words.more.startswith("If everybody uses all of the time: 8:10 PM.")


def test_a_fixed_hour_is_warned_of_ahead() -> None:
    notice = ItemNotice("6", "6", "Presentation", kind=ItemKind.PRESENTATION, hear_by=SIX + timedelta(minutes=60))
    evening = in_session(agenda=(ItemNotice("1", "1", "Comments", kind=ItemKind.COMMENT), notice))
    evening.act(rules.take_up, item="1")
    item = evening.hearing.items["1"]
    evening.wait(47 * 60)
    words = forecast_words(evening.hearing, item, evening.now)
    assert words.hour == "Item 6 must be heard by 7:00 PM — pause testimony in 13 min"
    assert words.end == ""


def test_the_list_is_of_the_item_people_wait_for() -> None:
    evening = prepared()
    assert listed_item(evening.hearing) is evening.hearing.items["1"]
    evening = commenting(PROFILE, "Ann Lee")
    evening.act(rules.suspend_item, until_after="6")
    evening.act(rules.take_up, item="6")
    listed_one = listed_item(evening.hearing)
    assert listed_one is not None
    assert listed_one.id == "1"
    assert listed_item(fold(())) is None


def test_a_time_of_day_fits_into_its_column(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    header = clerk.console.queue.list.horizontalHeader()
    wide = QFontMetrics(font()).horizontalAdvance("12:39 AM")
    assert header.sectionSize(TIME) >= wide + px(12)


def test_where_the_items_time_in_all_is_used_up_first_the_forecast_says_so() -> None:
    capped = replace(PROFILE, cap=timedelta(minutes=10))
    evening = commenting(capped, *(f"P {n}" for n in range(14)))
    told = forecast_words(evening.hearing, evening.hearing.items["1"], evening.now)
    assert told.waiting == "14 waiting · cap 10:00 left"
    assert told.end == "cap reached about 6:15 PM, 9 not heard"
    assert told.others == "at 2:00 → 8 not heard · at 1:30 → 6 not heard"
    few = commenting(capped, "A", "B")
    assert forecast_words(few.hearing, few.hearing.items["1"], few.now).end.startswith("done about")
