"""The home screen, by keyboard."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hearingdesk.domain.docket import DocketLine
from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.retention import HELD, NOTHING_DELETED, Keeping
from hearingdesk.domain.values import Series
from hearingdesk.ui.docket import DocketAct, DocketWindow
from hearingdesk.ui.docket.words import sections, state
from tests.builders import SIX
from tests.keyboard import focused

Key = Qt.Key
NOW = SIX + timedelta(hours=2, minutes=32)


def line(name: str, phase: Phase, days: int = 0, *, rehearsal: bool = False) -> DocketLine:
    at = SIX + timedelta(days=days)
    return DocketLine(
        name, "Plan Commission", "Regular meeting", "Room 3", at, "America/Chicago", phase, 9, at, rehearsal
    )


UNREADABLE = DocketLine("torn", "", "Entry 1 cannot be read.", "", SIX, "UTC", Phase.ADJOURNED, 3, SIX)
DOCKET = [
    line("past", Phase.ADJOURNED, -14),
    line("z-later", Phase.PREPARED, 14),
    line("running", Phase.RECESSED),
    line("a-sooner", Phase.PREPARED, 1, rehearsal=True),
    UNREADABLE,
]


class Asked:
    """Notes what the window asks for."""

    def __init__(self, lines: list[DocketLine]) -> None:
        self.lines = lines
        self.calls: list[tuple[str, ...]] = []
        self.dropped: list[tuple[list[Path], str | None]] = []

    def window(self, qtbot: QtBot) -> DocketWindow:
        made = DocketWindow(
            lambda: self.lines,
            open_hearing=lambda hearing: self.calls.append(("open", hearing)),
            new_hearing=lambda: self.calls.append(("new",)),
            sample=lambda: self.calls.append(("sample",)),
            standing=lambda: self.calls.append(("standing",)),
            dropped=lambda paths, hearing: self.dropped.append((list(paths), hearing)),
            now=lambda: NOW,
            acts=[DocketAct("Export…", "Ctrl+E", lambda hearing: self.calls.append(("export", hearing)))],
        )
        qtbot.addWidget(made)
        with qtbot.waitActive(made):
            made.show()
        return made


def press(*keys: Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)


def test_running_comes_first_then_the_soonest_then_the_latest_past() -> None:
    assert [(name, [found.id for found in lines]) for name, lines in sections(DOCKET)] == [
        ("Running", ["running"]),
        ("Cannot be read", ["torn"]),
        ("Upcoming", ["a-sooner", "z-later"]),
        ("Past", ["past"]),
    ]


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (line("a", Phase.IN_SESSION), "Resume · 6:00 PM"),
        (line("a", Phase.IN_SESSION, -1), "Resume · Wed Feb 4, 2026, 6:00 PM"),
        (line("a", Phase.RECESSED), "In recess · 6:00 PM"),
        (line("a", Phase.PREPARED), "Today"),
        (line("a", Phase.PREPARED, 1), "Tomorrow"),
        (line("a", Phase.PREPARED, 14), "In 14 days"),
        (line("a", Phase.PREPARED, -1), "Not held yet"),
        (line("a", Phase.ADJOURNED), "Adjourned · 6:00 PM"),
        (line("a", Phase.ADJOURNED, -9), "Adjourned · 6:00 PM"),
        (replace(line("a", Phase.ADJOURNED, -9), last=SIX), "Adjourned · 6:00 PM"),
        (replace(line("a", Phase.ADJOURNED, -9), last=SIX - timedelta(3)), "Adjourned · Mon Feb 2, 2026, 6:00 PM"),
        (UNREADABLE, "Cannot be read"),
    ],
)
def test_each_hearing_says_where_it_stands(shown: DocketLine, words: str) -> None:
    assert state(shown, NOW) == words


def test_enter_resumes_the_running_hearing_and_the_arrows_pass_over_headings(qtbot: QtBot) -> None:
    asked = Asked(DOCKET)
    window = asked.window(qtbot)
    assert window.open.words == "Resume"
    steps = (Key.Key_Down, Key.Key_Return)
    press(Key.Key_Return, Key.Key_Down, *steps, Key.Key_Down, *steps)
    assert asked.calls == [("open", "running"), ("open", "a-sooner"), ("open", "past")]
    assert window.open.words == "Open the record"


def test_every_act_has_its_key(qtbot: QtBot) -> None:
    asked = Asked(DOCKET)
    window = asked.window(qtbot)
    QTest.keySequence(window, "Ctrl+N")
    QTest.keySequence(window, "Ctrl+B")
    QTest.keySequence(window, "Ctrl+Shift+S")
    QTest.keySequence(window, "Ctrl+E")
    assert asked.calls == [("new",), ("standing",), ("sample",), ("export", "running")]


def test_a_record_that_cannot_be_read_says_why_and_is_not_opened(qtbot: QtBot) -> None:
    asked = Asked([UNREADABLE])
    window = asked.window(qtbot)
    assert window.open.refusal.startswith("Entry 1 cannot be read. What is on the disk was left as it is")
    press(Key.Key_Return)
    assert asked.calls == []
    assert "“hearingdesk verify torn” tells which entry it is" in window.said


def test_a_rehearsal_is_marked(qtbot: QtBot) -> None:
    window = Asked(DOCKET).window(qtbot)
    assert window.list.lines.row(5).title == "REHEARSAL · Plan Commission"


def test_an_empty_docket_welcomes_and_enter_opens_the_sample(qtbot: QtBot) -> None:
    asked = Asked([])
    window = asked.window(qtbot)
    assert window.welcome.isVisible()
    press(Key.Key_Return)
    assert asked.calls == [("sample",)]


def test_the_docket_is_asked_anew_and_the_chosen_hearing_stays_chosen(qtbot: QtBot) -> None:
    asked = Asked(DOCKET)
    window = asked.window(qtbot)
    window.list.choose("z-later")
    asked.lines = [line("a-sooner", Phase.PREPARED), line("new", Phase.IN_SESSION), *DOCKET[:3]]
    window.refresh()
    assert window.list.key == "z-later"
    asked.lines = []
    window.refresh()
    assert window.welcome.isVisible()
    assert not window.list.isVisible()


# Finding one of many


def many() -> list[DocketLine]:
    bodies = ("Plan Commission", "Café Licensing Board", "Fire and Police Commission", "Board of Appeals")
    return [
        replace(line(f"h-{n}", Phase.ADJOURNED, -n), body=bodies[n % 4], place=f"Room {n}") for n in range(1, 500)
    ] + [line("tonight", Phase.PREPARED, 0)]


def shown(window: DocketWindow) -> list[str]:
    return [str(found.key) for found in window.list.lines.rows if not found.heading]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("cafe 321", ["h-321"]),
        ("room 445 APPEALS", []),
        ("LICENSING wed january 22", []),
        ("2026 appeals room 11 regular", ["h-11"]),
        ("today", ["tonight"]),
        ("h 42", ["h-42", "h-420", "h-421", "h-422", "h-423", "h-424", "h-425"]),
        ("January 5 2025", ["h-396"]),
    ],
)
def test_a_hearing_is_found_among_five_hundred(qtbot: QtBot, typed: str, found: list[str]) -> None:
    asked = Asked(many())
    window = asked.window(qtbot)
    QTest.keySequence(window, "Ctrl+F")
    QTest.keyClicks(window.finder.editor, typed)
    assert set(found) <= set(shown(window))
    if len(found) <= 1:
        assert shown(window) == found
    press(Key.Key_Return)
    assert asked.calls == [("open", shown(window)[0])] if found else not asked.calls


def test_down_goes_into_the_list_and_escape_shows_all_again(qtbot: QtBot) -> None:
    window = Asked(many()).window(qtbot)
    QTest.keySequence(window, "Ctrl+F")
    QTest.keyClicks(window.finder.editor, "nowhere")
    assert window.finder._below.text() == "No hearing has all of these words."
    press(Key.Key_Escape)
    assert len(shown(window)) == 500
    assert QApplication.focusWidget() is window.list
    QTest.keySequence(window, "Ctrl+F")
    press(Key.Key_Down)
    assert QApplication.focusWidget() is window.list


# Files dropped


def drop(window: DocketWindow, at: QPoint, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, left, none)
    window.dragEnterEvent(entered)
    assert entered.isAccepted() == bool(paths)
    window.dropEvent(QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, left, none))


def on(window: DocketWindow, hearing: str) -> QPoint:
    place = window.list.lines.place(hearing)
    assert place is not None
    box = window.list.visualRect(window.list.lines.index(place, 0))
    return window.list.viewport().mapTo(window, box.center())


def test_files_dropped_are_for_the_hearing_they_fall_on_or_for_a_new_one(qtbot: QtBot, tmp_path: Path) -> None:
    asked = Asked(DOCKET)
    window = asked.window(qtbot)
    one, two = tmp_path / "a.csv", tmp_path / "b.csv"
    drop(window, on(window, "a-sooner"), one, two)
    drop(window, on(window, "torn"), one)
    drop(window, QPoint(5, 5), two)
    drop(window, on(window, "z-later"))
    assert asked.dropped == [([one, two], "a-sooner"), ([one], None), ([two], None)]


def test_files_may_be_dropped_on_the_welcome(qtbot: QtBot, tmp_path: Path) -> None:
    asked = Asked([])
    drop(asked.window(qtbot), QPoint(300, 300), tmp_path / "a.csv")
    assert asked.dropped == [([tmp_path / "a.csv"], None)]


def test_a_past_hearing_tells_until_when_it_is_kept_and_that_it_is_held(qtbot: QtBot) -> None:
    kept = Keeping((Series("Speaker slips", "7 years"),), SIX.date(), held=True)
    past = replace(line("a", Phase.ADJOURNED), keeping=kept)
    free = replace(line("b", Phase.ADJOURNED, -7), keeping=replace(kept, held=False))
    coming = replace(line("c", Phase.PREPARED), keeping=kept)
    window = Asked([past, free, coming]).window(qtbot)
    window.list.choose("a")
    dates = f"Speaker slips: kept until February 6, 2033, 7 years after the meeting.\n{NOTHING_DELETED}"
    assert window.kept == f"{HELD}\n{dates}"
    window.list.choose("b")
    assert window.kept == dates
    window.list.choose("c")
    assert window.kept == HELD
