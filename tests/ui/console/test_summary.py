"""What is typed is safe within a second, and no change of speakers loses it."""

from pytestqt.qtbot import QtBot

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import SummaryWritten
from hearingdesk.ui.console.summary import SummaryPanel
from hearingdesk.ui.console.window import Console
from hearingdesk.ui.drafts import DRAFT_AFTER, draft_key
from tests.builders import PROFILE, commenting
from tests.fakes import FakeClock
from tests.ui.console.conftest import AtConsole, Clerk


def speaking(at_console: AtConsole, *names: str) -> Clerk:
    clerk = at_console(commenting(PROFILE, *(names or ("Ann Lee", "Bo Cruz"))))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    return clerk


def written(clerk: Clerk) -> list[SummaryWritten]:
    return [event for event in clerk.events if isinstance(event, SummaryWritten)]


def saved(clerk: Clerk) -> str:
    return clerk.console.summary.saved


def test_typed_text_is_a_draft_within_a_second_though_nobody_stops_typing(at_console: AtConsole, qtbot: QtBot) -> None:
    clerk = speaking(at_console)
    clerk.write("Asked for")
    assert DRAFT_AFTER < 1000
    clerk.type(" an audit")
    qtbot.waitUntil(lambda: clerk.journal.drafts() == {draft_key(1): "Asked for an audit"})
    assert saved(clerk).startswith("Draft saved 6:00:")
    assert saved(clerk).endswith("every key above works while typing here")
    assert written(clerk) == []


def test_a_crash_loses_none_of_it(at_console: AtConsole, qtbot: QtBot) -> None:
    clerk = speaking(at_console)
    clerk.write("Asked for an audit")
    clerk.console.summary.keep_draft()
    again = SummaryPanel(Desk(clerk.journal, FakeClock(clerk.clock.moment)))
    qtbot.addWidget(again)
    again.show_hearing(clerk.hearing)
    assert again.edit.toPlainText() == "Asked for an audit"


def test_ctrl_s_puts_it_on_the_record_once(at_console: AtConsole) -> None:
    clerk = speaking(at_console)
    clerk.write("Asked for an audit")
    clerk.press("Ctrl+S", "Ctrl+S")
    assert written(clerk) == [SummaryWritten(1, "Asked for an audit")]
    assert clerk.journal.drafts() == {}
    assert saved(clerk).startswith("Saved 6:00:")


def test_a_word_added_later_replaces_it_and_the_journal_keeps_both(at_console: AtConsole) -> None:
    clerk = speaking(at_console)
    clerk.write("Asked for an audit")
    clerk.press("Ctrl+S")
    clerk.type(" first")
    clerk.press("Ctrl+Return")
    assert [event.text for event in written(clerk)] == ["Asked for an audit", "Asked for an audit first"]


def test_a_speaker_called_by_another_road_takes_no_text_away(at_console: AtConsole, qtbot: QtBot) -> None:
    clerk = speaking(at_console)
    clerk.write("Asked for an audit")
    clerk.desk.record(rules.call_speaker, slip=2)
    assert clerk.console.summary.edit.toPlainText() == "Asked for an audit"
    clerk.desk.record(rules.start_turn)
    assert clerk.console.summary.edit.toPlainText() == ""
    qtbot.waitUntil(lambda: clerk.slip(1).summary == "Asked for an audit")
    assert clerk.journal.drafts() == {}
    clerk.type("Spoke of cost")
    clerk.press("Ctrl+S")
    assert (clerk.slip(1).summary, clerk.slip(2).summary) == ("Asked for an audit", "Spoke of cost")


def test_a_sentence_is_ended_while_the_next_speaker_walks_up(at_console: AtConsole) -> None:
    clerk = speaking(at_console)
    clerk.write("Asked for")
    clerk.press("Ctrl+Return")
    clerk.type(" an audit")
    assert clerk.console.summary.whose == "· Ann Lee, heard last"
    clerk.press("Ctrl+Return")
    assert clerk.console.summary.text == ""
    clerk.type("Spoke of cost")
    clerk.press("Ctrl+S")
    assert (clerk.slip(1).summary, clerk.slip(2).summary) == ("Asked for an audit", "Spoke of cost")


def test_a_sentence_is_ended_though_the_clock_was_forgotten(at_console: AtConsole) -> None:
    clerk = speaking(at_console)
    clerk.press("Ctrl+Return")
    clerk.write("Asked for an audit")
    clerk.press("Alt+Return")
    assert clerk.slip(1).summary == "Asked for an audit"
    assert clerk.console.summary.text == ""


def test_who_is_called_and_not_there_takes_no_text_along(at_console: AtConsole) -> None:
    clerk = speaking(at_console)
    clerk.write("Asked for")
    clerk.press("Ctrl+Return", "F7")
    clerk.type(" an audit")
    clerk.press("Ctrl+S")
    assert (clerk.slip(1).summary, clerk.slip(2).summary) == ("Asked for an audit", "")


def test_the_keys_of_the_summary_say_when_there_is_nothing_to_do(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+T")
    assert clerk.said == "Nobody has been heard yet. Call a speaker first."
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+S")
    assert clerk.said == "Nothing was typed that is not on the record already."


def test_text_typed_for_somebody_whose_call_is_struck_stays_a_draft(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    clerk.press("Ctrl+Return")
    clerk.write("Has slides")
    clerk.press("Ctrl+Z")
    assert clerk.hearing.turn is None
    assert clerk.journal.drafts() == {draft_key(1): "Has slides"}
    clerk.press("Ctrl+Return")
    assert clerk.console.summary.edit.toPlainText() == "Has slides"
    assert written(clerk) == []


def test_after_the_last_turn_the_summary_is_still_of_who_was_heard_last(at_console: AtConsole) -> None:
    clerk = speaking(at_console, "Ann Lee")
    clerk.press("Ctrl+Return")
    assert clerk.hearing.turn is None
    clerk.write("Asked for an audit")
    clerk.press("Ctrl+S", "Ctrl+1", "Alt+O")
    assert clerk.slip(1).summary == "Asked for an audit"
    assert clerk.slip(1).marks == ("PRIV",)


def test_closing_the_window_keeps_the_draft(at_console: AtConsole) -> None:
    clerk = speaking(at_console)
    clerk.write("Asked")
    clerk.console.close()
    assert clerk.journal.drafts() == {draft_key(1): "Asked"}
    clerk.desk.record(rules.end_turn)


def test_alt_backspace_takes_back_typing_and_ctrl_z_does_not(at_console: AtConsole) -> None:
    clerk = speaking(at_console)
    clerk.write("Asked")
    clerk.press("Ctrl+1", "Ctrl+Z")
    assert clerk.console.summary.edit.toPlainText() == "Asked"
    assert clerk.slip(1).marks == ()
    clerk.press("Alt+Backspace")
    assert clerk.console.summary.edit.toPlainText() != "Asked"


def test_hostile_text_is_written_as_it_stands_and_once(at_console: AtConsole) -> None:
    clerk = speaking(at_console)
    clerk.write("<b>x</b> & {0} é\u202e")
    clerk.press("Ctrl+S", "Ctrl+S", "Ctrl+Return")
    assert [event.text for event in written(clerk)] == ["<b>x</b> & {0} é"]


def test_words_that_came_by_another_road_are_not_overwritten_by_an_untouched_editor(at_console: AtConsole) -> None:
    clerk = speaking(at_console)
    clerk.press("Ctrl+T")
    clerk.desk.record(rules.write_summary, text="From the deputy")
    assert clerk.console.summary.edit.toPlainText() == "From the deputy"
    clerk.desk.record(rules.write_summary, text="From the deputy, again", slip=1)
    clerk.press("Ctrl+Return")
    assert [event.text for event in written(clerk)] == ["From the deputy", "From the deputy, again"]


def test_words_typed_are_kept_though_others_came_by_another_road(at_console: AtConsole) -> None:
    clerk = speaking(at_console)
    clerk.write("Mine")
    clerk.desk.record(rules.write_summary, text="From the deputy")
    assert clerk.console.summary.edit.toPlainText() == "Mine"
    clerk.press("Ctrl+S")
    assert clerk.slip(1).summary == "Mine"


def test_typing_goes_on_at_the_end_where_a_text_comes_back(at_console: AtConsole) -> None:
    clerk = speaking(at_console)
    clerk.write("Asked for")
    clerk.press("Ctrl+Return", "Ctrl+Z")
    assert clerk.console.summary.text == "Asked for"
    clerk.type(" an audit")
    assert clerk.console.summary.text == "Asked for an audit"


def test_after_a_crash_the_keys_are_where_the_half_written_summary_is(at_console: AtConsole, qtbot: QtBot) -> None:
    clerk = speaking(at_console)
    clerk.write("Asked for")
    clerk.console.summary.keep_draft()
    again = Console(Desk(clerk.journal, FakeClock(clerk.clock.moment)))
    qtbot.addWidget(again)
    with qtbot.waitActive(again):
        again.show()
    assert again.focusWidget() is again.summary.edit
    assert again.summary.text == "Asked for"
    assert again.summary.saved.startswith("Draft saved")
