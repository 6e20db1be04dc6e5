"""The meeting around the floor, at the console: the time in all, the item that has its hour."""

from dataclasses import replace
from datetime import timedelta

from hearingdesk.domain import rules
from hearingdesk.domain.values import ItemKind, ItemNotice, Mode, Standing
from hearingdesk.ui.console.tabs import Tab
from hearingdesk.ui.kit.button import KeyButton
from hearingdesk.ui.kit.text import PlainLabel
from tests.builders import PROFILE, SIX, commenting, in_session
from tests.domain.test_oaths import zoning
from tests.ui.console.conftest import AtConsole, Clerk

CAPPED = replace(PROFILE, cap=timedelta(minutes=5))
USED_UP = "The 5 minutes for Item 1 are used up. To go on, record that the time was extended."


def texts(clerk: Clerk) -> set[str]:
    return {words.text() for words in clerk.console.findChildren(PlainLabel) if words.isVisible()}


def test_what_is_left_of_the_time_in_all_stands_at_the_foot_of_the_queue(at_console: AtConsole) -> None:
    clerk = at_console(commenting(CAPPED, "Ann Lee", "Bo Yang", "Cy Moua"))
    assert "3 waiting · cap 5:00 left" in texts(clerk)
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.wait(80)
    assert "2 waiting · cap 3:40 left" in texts(clerk)


def test_at_the_cap_the_speaker_is_not_cut_and_the_next_call_is_refused_until_it_is_extended(
    at_console: AtConsole,
) -> None:
    clerk = at_console(commenting(CAPPED, "Ann Lee", "Bo Yang", "Cy Moua"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    clerk.wait(170)
    clerk.press("Ctrl+D", "Ctrl+Return", "Ctrl+Return")
    clerk.wait(200)
    assert "1 waiting · cap 0:00 left" in texts(clerk)
    assert clerk.slip(2).standing is Standing.SPEAKING
    clerk.press("Ctrl+D", "Ctrl+Return")
    assert clerk.said == USED_UP
    assert clerk.console.keys.table["main"].refusal() == USED_UP
    clerk.press("F6")
    sheet = clerk.sheet()
    assert sheet is not None
    more = next(field for field in sheet.findChildren(PlainLabel) if field.text() == "Extend the time in all by")
    assert more.buddy() is not None
    more.buddy().setFocus()
    clerk.type("2")
    clerk.press("Return", "Escape", "Ctrl+Return")
    assert clerk.slip(3).standing is Standing.CALLED


def test_an_item_with_its_hour_is_warned_of_in_the_header_a_quarter_of_an_hour_ahead(at_console: AtConsole) -> None:
    guest = ItemNotice("6", "6", "Guest", kind=ItemKind.PRESENTATION, hear_by=SIX + timedelta(hours=1))
    evening = in_session(agenda=(ItemNotice("1", "1", "Comments", kind=ItemKind.COMMENT), guest))
    evening.act(rules.take_up, item="1")
    clerk = at_console(evening)
    header = clerk.console.header
    clerk.wait(44 * 60)
    assert not any("by 7:00 PM" in words.text() for words in header.findChildren(PlainLabel) if words.isVisible())
    clerk.wait(3 * 60)
    assert "⚠ Item 6 by 7:00 PM: pause in 13 min" in texts(clerk)
    clerk.wait(13 * 60)
    assert "⚠ Item 6 by 7:00 PM: pause now" in texts(clerk)
    clerk.desk.record(rules.take_up, item="6")
    clerk.wait(1)
    assert not any("by 7:00 PM" in text for text in texts(clerk) if text.startswith("⚠"))


def test_an_unsworn_speaker_is_warned_of_in_the_header_until_the_oath_is_on_the_record(at_console: AtConsole) -> None:
    clerk = at_console(zoning("Ann Lee", "Bo Yang"))
    assert "⚠ Not sworn in" not in texts(clerk)
    clerk.press("Ctrl+Return")
    assert "⚠ Not sworn in" in texts(clerk)
    assert clerk.slip(1).standing is Standing.CALLED
    clerk.press("Ctrl+F3", "Return")
    assert "⚠ Not sworn in" not in texts(clerk)
    clerk.press("Ctrl+Return")
    assert clerk.slip(1).standing is Standing.SPEAKING


def test_a_line_of_the_checklist_leads_to_its_place_and_blocks_nothing(at_console: AtConsole) -> None:
    evening = commenting(PROFILE, "Ann Lee", "Bo Yang")
    evening.turn(1)
    evening.act(rules.call_next)
    evening.act(rules.speaker_not_present)
    clerk = at_console(evening)
    clerk.press("F2", "C")
    show = {b.accessibleName(): b for b in clerk.console.findChildren(KeyButton) if b.words == "Show"}
    assert list(show) == [
        "Show: 1 person was called and not heard: 2 Bo Yang. Call again?",
        "Show: 1 speaker has no concern marked, nor that there was none: 1 Ann Lee.",
        "Show: 1 speaker has no summary yet: 1 Ann Lee.",
    ]
    show["Show: 1 person was called and not heard: 2 Bo Yang. Call again?"].click()
    assert clerk.sheet() is None
    assert clerk.console.queue.tabs[Tab.PASSED].isChecked()
    assert clerk.at(clerk.console.queue.list)
    clerk.press("F2", "C")
    show = {b.accessibleName(): b for b in clerk.console.findChildren(KeyButton) if b.words == "Show" and b.isVisible()}
    show["Show: 1 speaker has no summary yet: 1 Ann Lee."].click()
    assert clerk.console.chosen() == 1
    clerk.press("F2", "C", "Return")
    assert clerk.item.closed is not None


def test_the_checklist_of_adjourning_leads_to_the_agenda(at_console: AtConsole) -> None:
    clerk = at_console(in_session())
    clerk.press("Ctrl+Shift+A")
    show = next(b for b in clerk.console.findChildren(KeyButton) if b.accessibleName().startswith("Show: Not taken up"))
    show.click()
    sheet = clerk.sheet()
    assert sheet is not None
    assert sheet.objectName() == "agenda"


def test_a_written_comment_is_read_aloud_by_the_key_that_calls_the_chosen_one(at_console: AtConsole) -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.register("Bo Hart", mode=Mode.WRITTEN)
    clerk = at_console(evening)
    clerk.console.queue.show_tab(Tab.WRITTEN)
    clerk.console.queue.choose(2)
    assert clerk.console.keys.table["call_chosen"].refusal() == ""
    clerk.press("Ctrl+Shift+Return")
    assert "read by staff" in clerk.last
    clerk.press("Ctrl+Return")
    clerk.wait(50)
    clerk.press("Ctrl+D")
    assert clerk.slip(2).standing is Standing.NOT_SPEAKING
    assert clerk.item.tally.heard == 0


def test_a_recording_is_marked_by_one_key_and_struck_by_another(at_console: AtConsole) -> None:
    clerk = at_console(in_session())
    clerk.press("Ctrl+F10")
    assert clerk.said == ("The recording began now. Each speaker's place in it is counted from here; Ctrl+Z strikes.")
    clerk.press("Ctrl+F10")
    assert clerk.said == "The recording was marked just now; nothing was added."
    assert len(clerk.hearing.recordings) == 1
    clerk.press("Ctrl+F10", after=60)
    assert clerk.said.startswith("Recording 2 began now.")
    clerk.press("Ctrl+Z", "Ctrl+Z")
    assert [*clerk.hearing.recordings] == []


def test_one_that_began_before_is_marked_in_its_sheet(at_console: AtConsole) -> None:
    clerk = at_console(in_session())
    clerk.wait(600)
    clerk.press("Ctrl+Shift+F10")
    clerk.type("6:02:10")
    clerk.press("Return", "Escape")
    assert [start.utc for start in clerk.hearing.recordings] == [SIX + timedelta(seconds=130)]
    assert clerk.sheet() is None


def test_the_record_is_handed_over_by_a_key_and_the_bar_says_who_keeps_it(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Shift+H")
    clerk.type("mk")
    clerk.press("Return")
    assert clerk.console.status.entries.endswith(" entries · mk")
    clerk.press("Ctrl+Return")
    assert clerk.hearing.entries[-1].by == "mk"
