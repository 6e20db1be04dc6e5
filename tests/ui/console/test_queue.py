"""Find or add in one box, the four lists, the rows, the forecast."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from hearingdesk.domain import rules
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.values import (
    Capacity,
    Contact,
    Interpreter,
    ItemKind,
    ItemNotice,
    Mode,
    NameShown,
    SignUp,
    Standing,
)
from hearingdesk.ui.console.forecasting import forecast_words
from hearingdesk.ui.console.queue_paint import TIME
from hearingdesk.ui.console.queue_rows import QueueRow, queue_row
from hearingdesk.ui.console.steps import listed_item
from hearingdesk.ui.kit.look import font, px
from tests.builders import PROFILE, SIX, Evening, commenting, in_session, prepared
from tests.ui.console.conftest import AtConsole, listed, spoken


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


def test_an_empty_list_tells_who_waits_on_another_item(at_console: AtConsole) -> None:
    evening = prepared()
    clerk = at_console(evening)
    assert clerk.console.queue.nobody == "Nobody is waiting on Item 1."
    for name in ("Ann Lee", "Bo Cruz"):
        clerk.desk.register(SignUp("6", name))
    assert clerk.console.queue.nobody == "Nobody is waiting on Item 1. Waiting: 2 people on Item 6."
    clerk.press("Ctrl+K")
    clerk.type("zz")
    assert clerk.console.queue.nobody == "Nobody called “zz”. Enter adds a slip."


def test_who_was_absent_is_promised_no_call_once_testimony_is_closed(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "F7")
    again = "Nobody is waiting on Item 1. 1 person called and not present can be called once more."
    assert clerk.console.queue.nobody == again
    clerk.desk.record(rules.close_testimony)
    assert clerk.console.queue.nobody == "Nobody is waiting on Item 1."
    clerk.desk.record(rules.adjourn)
    assert clerk.console.queue.nobody == "Nobody is waiting on Item 1."


def test_who_was_absent_is_promised_no_call_once_the_meeting_is_over(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "F7")
    clerk.desk.record(rules.adjourn)
    assert clerk.console.queue.nobody == "Nobody is waiting on Item 1."


def test_the_find_box_says_how_a_second_person_of_one_name_is_added(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    assert clerk.console.queue.more == ""
    clerk.press("Ctrl+K")
    clerk.type("Ann Lee")
    assert clerk.console.queue.more == "Enter takes the first; Shift+Enter adds another person."
    clerk.press("Shift+Return", "Return")
    assert [each.name for each in clerk.hearing.registrations.values()] == ["Ann Lee", "Bo Cruz", "Ann Lee"]
    assert clerk.console.queue.more == ""


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
