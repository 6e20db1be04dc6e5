"""A whole small hearing through the real windows on a real record, by keys alone; and what goes wrong at a desk."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.timing import reading, spent
from hearingdesk.domain.values import Choice, Disposition, MotionResult, Position, Standing, StopReason
from hearingdesk.store import engine
from hearingdesk.store.store import DATABASE
from hearingdesk.ui.console.sheets.motion import MotionSheet
from tests.exports.pdf_reading import read
from tests.journeys.clerk import HEARING, Clerk

Start = Callable[..., Clerk]


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot) -> Iterator[Start]:
    """Starts the program on a data folder, its docket in front; the first start prepares the hearing."""
    running: list[Clerk] = []

    def started(*names: str, before: Clerk | None = None) -> Clerk:
        clerk = Clerk(tmp_path / "data", before.clock) if before else Clerk(tmp_path / "data")
        running.append(clerk)
        if before is None:
            clerk.prepare(*names)
        clerk.windows.show_docket()
        return clerk

    yield started
    assert not [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox)]
    for clerk in running:
        clerk.leave()


def sit_down(clerk: Clerk, qtbot: QtBot) -> None:
    """Enter on the docket opens the hearing."""
    bring_forward(clerk, qtbot)
    clerk.press("Return")
    assert clerk.console.isVisible()
    bring_forward(clerk, qtbot)


def bring_forward(clerk: Clerk, qtbot: QtBot) -> None:
    """What a window manager does with a window that opens, or that is clicked."""
    front = clerk.windows.front()
    assert front is not None
    with qtbot.waitActive(front):
        front.activateWindow()


def open_meeting(clerk: Clerk) -> None:
    """Call to order, the roll (three of five present), and item 1."""
    clerk.press("Ctrl+Return", "Return", "P", "P", "P", "E", "A", "Return", "Esc")
    clerk.press("Ctrl+Return", "Return")


def write(clerk: Clerk, text: str) -> None:
    clerk.press("Ctrl+T")
    clerk.type(text)


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")  # Qt's own file dialog wants to
def test_an_evening_by_keys_from_the_docket_to_the_papers(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    clerk = start("Ann Lee", "Bo Cruz", "Cy Dao")
    sit_down(clerk, qtbot)
    open_meeting(clerk)
    assert (clerk.hearing.phase, clerk.hearing.present) == (Phase.IN_SESSION, frozenset({"brennan", "ortega", "xiong"}))
    assert clerk.hearing.in_hand == "1"

    clerk.press("Ctrl+K")  # somebody walks in
    clerk.type("Dee Fox")
    clerk.press("Return")
    clerk.type("s")
    clerk.press("Return")
    assert clerk.hearing.registrations[4].sign_up.position is Position.SUPPORT

    clerk.press("Ctrl+Return", "Ctrl+Return")  # Ann Lee is called and begins
    write(clerk, "Said that cameras ")
    clerk.press("Ctrl+1", "Ctrl+2", "Alt+O")
    clerk.type("mistake people.")
    clerk.wait(20)
    clerk.press("F8")  # a commissioner asks
    clerk.wait(30)
    clerk.press("F8")
    clerk.wait(20)
    clerk.press("Ctrl+Return")  # and Bo Cruz is called
    turn = clerk.hearing.appearances[1]
    assert clerk.hearing.registrations[1].summary == "Said that cameras mistake people."
    assert [stop.reason for stop in turn.stops] == [StopReason.QUESTION]
    assert timedelta(seconds=45) <= spent(turn, clerk.clock.now()) <= timedelta(seconds=55)

    clerk.press("Ctrl+Return", "Ctrl+3")
    assert clerk.said == "No concern lies on key 3. “New concern” adds one."
    clerk.press("Ctrl+1", "Ctrl+Z")  # a mark in error is struck
    assert clerk.hearing.registrations[2].marks == ()
    assert clerk.said == "Struck: Privacy invasion raised. Ctrl+Shift+Z puts it back."
    clerk.press("Alt+M", "Ctrl+D")

    suspend_and_resume(clerk)
    change_limit(clerk)
    clerk.press("Ctrl+Return", "Ctrl+Return", "Alt+S", "Ctrl+Return")  # Cy Dao, and Dee Fox is called
    assert clerk.hearing.appearances[3].allotment.total == timedelta(minutes=2)
    clerk.press("F7")  # who is not there
    assert clerk.hearing.registrations[4].standing is Standing.NO_SHOW

    close_and_vote(clerk)
    clerk.press("Ctrl+Shift+A", "Return")
    assert clerk.hearing.phase is Phase.ADJOURNED

    papers_are_right(clerk, qtbot, tmp_path / "out")


def suspend_and_resume(clerk: Clerk) -> None:
    clerk.press("F2", "S", "Return")
    assert clerk.hearing.items["1"].sittings[0].end is not None
    assert clerk.hearing.in_hand == ""
    clerk.press("Return", "Esc")
    assert clerk.hearing.in_hand == "1"


def change_limit(clerk: Clerk) -> None:
    clerk.press("F6", "2", "Return")
    assert clerk.hearing.items["1"].limit == timedelta(minutes=2)


def close_and_vote(clerk: Clerk) -> None:
    """Testimony is closed, item 2 taken up, and adopted by two ayes and a no."""
    clerk.press("F2", "C", "Return", "Down", "Return")
    assert clerk.hearing.items["1"].closed is not None
    assert clerk.hearing.in_hand == "2"
    clerk.press("F4")
    sheet = clerk.console.sheet
    assert isinstance(sheet, MotionSheet)
    clerk.type("To adopt the minutes.")
    clerk.to(sheet.form.mover.editor)
    clerk.press("L", "Tab", "M", "Tab", "A", "Return")
    clerk.press("A", "A", "N", "Return", "Esc")
    (motion,) = clerk.hearing.motions
    assert (motion.text, motion.mover, motion.seconder) == ("To adopt the minutes.", "ortega", "xiong")
    assert motion.result is MotionResult.CARRIED
    assert motion.vote is not None
    cast = {vote.member: vote.choice for vote in motion.vote.votes if vote.member in clerk.hearing.present}
    assert cast == {"brennan": Choice.AYE, "ortega": Choice.AYE, "xiong": Choice.NO}
    assert clerk.hearing.items["2"].disposition is Disposition.ADOPTED


def papers_are_right(clerk: Clerk, qtbot: QtBot, out: Path) -> None:
    """Both papers, asked for by key into a folder that is typed, tell what was pressed."""
    out.mkdir()
    clerk.press("Esc", "Ctrl+Shift+E")
    window = clerk.windows.afterwards.export
    assert window is not None
    qtbot.waitUntil(window.isActiveWindow)
    clerk.type(str(out))
    with qtbot.waitSignal(window.ended, timeout=60_000):
        clerk.press("Ctrl+Return")
    assert window.said == clerk.said == f"Written: minutes.pdf and testimony.xlsx, in {out}."
    clerk.press("Esc")
    papers_tell(clerk, out)


def papers_tell(clerk: Clerk, out: Path) -> None:
    record = clerk.office.record(HEARING)
    assert record.head == clerk.head
    assert record.hearing.items["1"].tally == clerk.hearing.items["1"].tally
    told = read(out / "minutes.pdf")
    assert told.faults == []
    for words in (
        "Said that cameras mistake people.",
        "A quorum was present: 3 of 5 members answered the roll; 3 are a quorum.",
        "the Chair reduced the limit from 3 minutes to 2 minutes per speaker for the rest of the item; 2 speakers had",
        "3 members of the public were heard: 1 in support, 1 in opposition and 1 with a mixed position.",
        "Called and not present (1)\n•\nDee Fox",
        "seconded by Mai Xiong: To adopt the minutes. The motion carried by the following vote, 2 ayes to 1 no:",
        "Noes (1)\nMai Xiong",
        f"Journal head: {record.head}",
    ):
        assert words in told.text
    book = load_workbook(out / "testimony.xlsx")
    header, *rows = book["Testimony"].iter_rows(values_only=True)
    turns = [dict(zip(header, row, strict=True)) for row in rows]
    assert [(row["Name as published"], row["Position counted"], row["Concerns"]) for row in turns] == [
        ("Ann Lee", "O", "PRIV; MISID"),
        ("Bo Cruz", "M", None),
        ("Cy Dao", "S", None),
    ]


def test_a_second_desk_on_the_same_data_is_refused_in_a_sentence(start: Start, qtbot: QtBot) -> None:
    first = start("Ann Lee")
    sit_down(first, qtbot)
    second = start(before=first)
    bring_forward(second, qtbot)
    second.press("Return")
    assert second.docket.said.startswith("Another hearingdesk (process ")
    assert second.docket.said.endswith("Nothing was changed. Go on there, or close it and try again.")
    bring_forward(first, qtbot)
    first.press("Ctrl+Return", "Return")
    assert first.hearing.phase is Phase.IN_SESSION


@pytest.mark.parametrize("restarted", [True, False], ids=["program", "window"])
def test_after_an_interruption_in_mid_speech_the_clock_stands_where_it_was(
    start: Start, qtbot: QtBot, *, restarted: bool
) -> None:
    """The whole program ended, or only the hearing's window was closed."""
    first = start("Ann Lee", "Bo Cruz")
    sit_down(first, qtbot)
    open_meeting(first)
    first.press("Ctrl+Return", "Ctrl+Return")
    write(first, "Asked for an au")
    first.wait(39)
    first.console.close()
    first.clock.wait(100)
    again = first
    if restarted:
        first.leave()
        again = start(before=first)
    sit_down(again, qtbot)
    turn = again.hearing.turn
    assert turn is not None
    assert turn.stopped is not None
    assert spent(turn, again.clock.now()) == timedelta(seconds=40)
    assert again.said == (
        "The program was interrupted 1:41 ago while Ann Lee spoke. Everything recorded is here; the clock stands at "
        "2:20. Resume it, or give time back, when the room is ready."
    )
    assert again.console.summary.text == "Asked for an au"
    again.press("F8")
    again.wait(10)
    assert reading(again.hearing.profile, again.hearing.turn, again.clock.now()).text == "2:10"


def test_with_one_screen_the_wall_never_covers_the_console(start: Start, qtbot: QtBot) -> None:
    clerk = start("Ann Lee")
    sit_down(clerk, qtbot)
    clerk.press("F5")
    assert not clerk.wall.window.isVisible()
    assert clerk.said == "Display: No second screen"
    clerk.press("Alt+F5")
    assert clerk.wall.live
    assert not clerk.wall.window.isFullScreen()
    assert not clerk.wall.window.geometry().contains(clerk.console.geometry())
    clerk.press("Ctrl+Return", "Return")
    assert clerk.hearing.phase is Phase.IN_SESSION


def test_a_record_that_cannot_be_written_stops_the_keys_and_is_tried_again(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_PATIENCE", 0.05)
    clerk = start("Ann Lee", "Bo Cruz")
    sit_down(clerk, qtbot)
    open_meeting(clerk)
    clerk.press("Ctrl+Return", "Ctrl+Return")
    write(clerk, "Asked for ")
    entries = len(clerk.hearing.entries)
    other = sqlite3.connect(tmp_path / "data" / DATABASE, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    clerk.press("Ctrl+1")
    assert clerk.console.alarm.isVisible()
    assert clerk.console.alarm.words.startswith("Another program is using ")
    assert clerk.console.alarm.words.endswith(
        "Nothing was changed; everything recorded before is safe. Close it, or wait for it, then press again. "
        "The clock keeps running."
    )
    clerk.press("Ctrl+Return", "Ctrl+1", "Ctrl+Shift+J")
    assert clerk.console.alarm.isVisible()
    other.execute("ROLLBACK")
    other.close()
    clerk.press("Ctrl+Shift+J")
    assert not clerk.console.alarm.isVisible()
    assert clerk.said == "The record can be written again. Look at the journal for what was last recorded."
    assert len(clerk.hearing.entries) == entries
    assert clerk.focus is clerk.console.summary.edit
    clerk.type("an audit")
    clerk.press("Ctrl+1", "Ctrl+Return")
    assert clerk.hearing.registrations[1].marks == ("PRIV",)
    assert clerk.hearing.registrations[1].summary == "Asked for an audit"
    assert len(clerk.office.record(HEARING).hearing.entries) == len(clerk.hearing.entries)


def test_an_export_that_cannot_be_written_is_said_and_the_record_stands(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    clerk = start("Ann Lee")
    sit_down(clerk, qtbot)
    (tmp_path / "out").write_text("a file, not a folder")
    window = clerk.windows.show_export(HEARING, clerk.office.record(HEARING))
    window.folder.show_text(str(tmp_path / "out"))
    with qtbot.waitSignal(window.ended, timeout=60_000):
        window.go()
    assert clerk.said.startswith(f"The folder {tmp_path / 'out'} cannot be made: File exists.")
    assert clerk.said.endswith("Choose another folder.")


def test_a_fault_of_the_program_in_an_export_is_no_riddle(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = start("Ann Lee")
    sit_down(clerk, qtbot)

    def faulty(*_told: object) -> None:
        raise KeyError("slip")

    monkeypatch.setattr(clerk.office, "export_hearing", faulty)
    window = clerk.windows.show_export(HEARING, clerk.office.record(HEARING))
    window.folder.show_text(str(tmp_path / "out"))
    with qtbot.waitSignal(window.ended, timeout=60_000):
        window.go()
    assert clerk.said.startswith("Something went wrong that the program did not expect (KeyError).")
    assert "What is in the journal is safe" in clerk.said


def test_a_fault_while_a_hearing_is_prepared_is_said_where_one_looks(start: Start, qtbot: QtBot) -> None:
    clerk = start("Ann Lee")
    clerk.windows.new_hearing()
    screen = clerk.windows._screen
    assert screen is not None
    with qtbot.waitActive(screen):
        screen.activateWindow()
    fault = KeyError("slip")
    clerk.windows.survive(KeyError, fault, None)
    assert screen.said.startswith("Something went wrong that the program did not expect (KeyError).")
