"""The clock face, the line of refusals, the journal and the header: what they say, and that it stays true."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface

from hearingdesk.domain import rules
from hearingdesk.domain.events import Event
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import Mode, NameShown, Position
from hearingdesk.ui.console.sheets.entry import EntrySheet
from hearingdesk.ui.console.steps import Step, next_step
from tests.builders import MEETING, PROFILE, SIX, commenting, in_session, prepared
from tests.ui.console.conftest import AtConsole, Clerk


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("F8", "Nobody has the floor. Call a speaker first."),
        ("F7", "Nobody has the floor. Call a speaker first."),
        ("F9", "Nobody has the floor. Call a speaker first."),
        ("Alt+O", "Nobody has been heard yet. Call a speaker first."),
        ("Ctrl+1", "Nobody has been heard yet. Call a speaker first."),
        ("Ctrl+7", "No concern lies on key 7. “New concern” adds one."),
        ("Ctrl+Shift+Z", "Nothing is struck."),
    ],
)
def test_a_refusal_is_said_in_the_rules_words_below_the_buttons(at_console: AtConsole, key: str, said: str) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    before = len(clerk.hearing.entries)
    clerk.press(key)
    assert clerk.said == said
    assert len(clerk.hearing.entries) == before
    clerk.press("Ctrl+Return")
    assert clerk.said == ""


@pytest.mark.parametrize("key", ["F7", "F8", "F9", "Ctrl+D", "Alt+O", "Ctrl+1", "Ctrl+Shift+T"])
def test_before_and_after_the_meeting_a_refusal_asks_nobody_to_call_a_speaker(at_console: AtConsole, key: str) -> None:
    clerk = at_console(prepared())
    clerk.press(key)
    assert clerk.said == "The meeting has not been called to order yet. Call it to order first."
    evening = in_session()
    evening.act(rules.adjourn)
    clerk = at_console(evening)
    clerk.press(key)
    assert clerk.said.startswith("The meeting is adjourned; nothing more can happen in it.")


def test_grey_buttons_say_why(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    stop = clerk.console.keys.made("stop")
    assert stop.refusal == "Nobody has the floor. Call a speaker first."
    assert stop.refusal in stop.toolTip()
    clerk.press("Ctrl+Return", "Ctrl+Return")
    assert stop.isEnabled()
    clerk.press("F8")
    assert stop.words == "Resume"


def test_positions_show_what_was_stated_before_what_the_slip_says(at_console: AtConsole) -> None:
    evening = commenting(PROFILE)
    evening.register("Ann Lee", position=Position.OPPOSE)
    clerk = at_console(evening)
    clerk.press("Ctrl+Return", "Ctrl+Return")
    shown = clerk.console.floor.positions
    assert shown.chosen == (Position.OPPOSE, "on slip")
    shown.press(Position.SUPPORT)
    assert clerk.slip(1).stated is Position.SUPPORT
    assert shown.chosen == (Position.SUPPORT, "")


def test_who_is_next_and_who_speaks(at_console: AtConsole) -> None:
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz")
    evening.register("Cy Dao", mode=Mode.REMOTE_VIDEO, place="District 6")
    clerk = at_console(evening)
    floor = clerk.console.floor
    told = [(floor.title, floor.name)]
    for _ in range(3):
        clerk.press("Ctrl+Return")
        told.append((floor.title, floor.name))
    assert told == [
        ("Next", "Ann Lee"),
        ("Walking up 1 of 3", "Ann Lee"),
        ("Now speaking 1 of 3", "Ann Lee"),
        ("Walking up 2 of 3", "Bo Cruz"),
    ]
    clerk.press("F7", "Ctrl+Return")
    assert (floor.title, floor.about) == ("Walking up 2 of 2", "Slip 3 · District 6 · remote video")


@pytest.mark.parametrize(
    ("acts", "name", "step"),
    [
        ([], "Between items", Step.AGENDA),
        ([(rules.take_up, {"item": "1"})], "Nobody is waiting", Step.AGENDA),
        ([(rules.take_up, {"item": "6"})], "Item 6", Step.AGENDA),
        ([(rules.recess, {"reason": "dinner", "back_at": SIX + timedelta(hours=1)})], "In recess", Step.RECONVENE),
        ([(rules.adjourn, {})], "Adjourned", Step.EXPORT),
    ],
)
def test_between_speakers_the_card_says_what_the_meeting_waits_for(
    at_console: AtConsole, acts: list[tuple[Callable[..., Event], dict[str, object]]], name: str, step: Step
) -> None:
    clerk = at_console(in_session())
    for rule, args in acts:
        clerk.desk.record(rule, **args)
    assert clerk.console.floor.name == name
    assert next_step(clerk.hearing).step is step


def test_a_rehearsal_is_marked_and_the_rule_in_force_is_in_view(at_console: AtConsole) -> None:
    clerk = at_console(prepared(meeting=replace(MEETING, rehearsal=True)))
    assert texts(clerk) >= {
        "REHEARSAL",
        "○ Not called to order",
        "Quorum is 3",
        "Each speaker has 3 minutes; 6 minutes with an interpreter; no yielding of time.",
        "Before the meeting",
    }


def test_an_evening_that_counts_is_not_marked(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    assert "REHEARSAL" not in texts(clerk)
    assert {"● In session", "Item 1 · Comments by the public — open", "Quorum 3 of 5 ✓"} <= texts(clerk)


def texts(clerk: Clerk) -> set[str]:
    """Every visible label's words."""
    found: set[str] = set()

    def walk(interface: QAccessibleInterface) -> None:
        if interface.role() is QAccessible.Role.StaticText and not interface.state().invisible:
            found.add(interface.text(QAccessible.Text.Name))
        for n in range(interface.childCount()):
            walk(interface.child(n))

    walk(QAccessible.queryAccessibleInterface(clerk.console))
    return found


def test_the_journal_lists_the_latest_first_and_keeps_what_is_struck(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+2", "Ctrl+Z")
    rows = clerk.console.journal.rows[:3]
    seq = clerk.hearing.entries[-2].seq
    assert [(row.words, row.struck) for row in rows] == [
        (f"Entry {seq} struck (“Misidentification raised”)", False),
        ("Misidentification raised", True),
        ("Ann Lee began", False),
    ]
    assert rows[1].spoken == "Struck: Misidentification raised"
    assert rows[2].time == "6:00:02"


def test_late_in_the_evening_a_struck_entry_is_marked_all_the_same(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, *(f"P {n}" for n in range(60))))
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+2", "Ctrl+Z")
    assert [row.struck for row in clerk.console.journal.rows[:3]] == [False, True, False]


def test_any_entry_can_be_struck_from_the_journal_or_says_what_rests_on_it(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+1", "Ctrl+2")
    raised = clerk.hearing.entries[-2].seq
    clerk.console.journal.list.choose(raised)
    clerk.press("Ctrl+Shift+X")
    assert clerk.slip(1).marks == ("MISID",)
    called = raised - 2
    clerk.console.journal.list.choose(called)
    clerk.press("Ctrl+Shift+X")
    sheet = clerk.sheet()
    assert isinstance(sheet, EntrySheet)
    assert sheet.consequences.text() == "2 later entries rest on it and would be struck with it:"


def test_each_panel_draws_again_only_what_changed(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    changed: list[Hearing] = []
    model = clerk.console.queue.list.model()
    for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.dataChanged, model.modelReset):
        signal.connect(lambda *_: changed.append(clerk.hearing))
    clerk.desk.record(rules.member_arrives, member="haddad")
    assert changed == []
    clerk.desk.record(rules.call_next)
    assert len(changed) == 2, "the row of the called goes, and the row below says that it is next"


def test_when_somebody_begins_the_keys_go_to_the_summary(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+K")
    clerk.press("Ctrl+Return")
    clerk.press("Ctrl+Return")
    clerk.type("Said so.")
    assert clerk.console.summary.edit.toPlainText() == "Said so."


def test_a_walk_in_being_typed_keeps_the_keys(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.press("Ctrl+Return", "Ctrl+K")
    clerk.type("Walter")
    clerk.press("Ctrl+Return")
    clerk.type(" Newcomer")
    assert clerk.console.queue.finder.text() == "Walter Newcomer"


def test_a_search_left_standing_takes_no_keys_from_who_begins(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz", "Cy Dee"))
    clerk.press("Ctrl+K")
    clerk.type("bo")
    clerk.press("Return", "Ctrl+Shift+Return", "Ctrl+Return")
    clerk.type("Said so.")
    assert clerk.console.summary.edit.toPlainText() == "Said so."
    assert clerk.console.queue.finder.text() == ""


def test_another_speaker_sees_the_concerns_from_the_top_again(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    clerk.press("Ctrl+Return", "Ctrl+Return")
    for number in range(30):
        clerk.desk.record(rules.add_concern, label=f"Concern {number}")
    clerk.press("Ctrl+0")
    clerk.type("Hidden contracts")
    clerk.press("Return")
    bar = clerk.console.concerns.list.verticalScrollBar()
    assert bar.value() > bar.minimum()
    clerk.press("Ctrl+Return")
    assert bar.value() == bar.minimum()


def test_whoever_calls_by_number_has_the_number_first_and_the_name_beside_it(at_console: AtConsole) -> None:
    clerk = at_console(commenting(replace(PROFILE, names_on_screen=False), "Ann Lee", ""))
    assert clerk.console.floor.name == "1 · Ann Lee"
    clerk.press("Ctrl+Return")
    assert clerk.console.floor.name == "1 · Ann Lee"
    assert clerk.console.floor.coming == "Next: 2 Speaker 2"


def test_so_it_is_for_one_who_asked_not_to_be_named(at_console: AtConsole) -> None:
    evening = commenting(PROFILE)
    evening.register("Bo Cruz", name_shown=NameShown.WITHHELD)
    clerk = at_console(evening)
    clerk.press("Ctrl+Return")
    assert clerk.console.floor.name == "1 · Bo Cruz"


def test_what_is_mentioned_gives_way_after_a_minute_to_what_was_said_before(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.console.say("The clock stood still.")
    clerk.console.mention("Up again as before: Display in the room.")
    assert clerk.said == "The clock stood still. Up again as before: Display in the room."
    now = clerk.desk.now()
    clerk.console.show_time(now.plus(timedelta(seconds=59)))
    assert clerk.said.endswith("Display in the room.")
    clerk.console.show_time(now.plus(timedelta(seconds=60)))
    assert clerk.said == "The clock stood still."


def test_and_to_the_next_act_and_what_that_says_stays(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee"))
    clerk.console.mention("Up again as before: Display in the room.")
    clerk.press("Ctrl+Return")
    assert clerk.said == ""
    clerk.console.say("Something else.")
    clerk.console.show_time(clerk.desk.now().plus(timedelta(minutes=2)))
    assert clerk.said == "Something else."


def test_a_rehearsal_says_so_in_the_title_of_the_window(at_console: AtConsole) -> None:
    rehearsal = prepared(meeting=replace(MEETING, rehearsal=True))
    assert at_console(rehearsal).console.windowTitle().endswith(" · REHEARSAL")
    assert "REHEARSAL" not in at_console(commenting(PROFILE)).console.windowTitle()
