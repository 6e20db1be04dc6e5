"""The home screen, by keyboard."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hearingdesk.domain.docket import DocketLine
from hearingdesk.domain.hearing import Phase
from hearingdesk.ui.docket import DocketAct, DocketWindow
from hearingdesk.ui.docket.words import sections, state
from tests.builders import SIX

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

    def window(self, qtbot: QtBot) -> DocketWindow:
        made = DocketWindow(
            lambda: self.lines,
            open_hearing=lambda hearing: self.calls.append(("open", hearing)),
            new_hearing=lambda: self.calls.append(("new",)),
            sample=lambda: self.calls.append(("sample",)),
            standing=lambda: self.calls.append(("standing",)),
            now=lambda: NOW,
            acts=[DocketAct("Export…", "Ctrl+E", lambda hearing: self.calls.append(("export", hearing)))],
        )
        qtbot.addWidget(made)
        with qtbot.waitActive(made):
            made.show()
        return made


def press(*keys: Key) -> None:
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)


def test_running_comes_first_then_the_soonest_then_the_latest_past() -> None:
    assert [(name, [found.id for found in lines]) for name, lines in sections(DOCKET)] == [
        ("Running", ["running"]),
        ("Upcoming", ["a-sooner", "z-later"]),
        ("Past", ["torn", "past"]),
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
    ],
)
def test_each_hearing_says_where_it_stands(shown: DocketLine, words: str) -> None:
    assert state(shown, NOW) == words


def test_enter_resumes_the_running_hearing_and_the_arrows_pass_over_headings(qtbot: QtBot) -> None:
    asked = Asked(DOCKET)
    window = asked.window(qtbot)
    assert window.open.words == "Resume"
    press(Key.Key_Return, Key.Key_Down, Key.Key_Return, Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert asked.calls == [("open", "running"), ("open", "a-sooner"), ("open", "past")]
    assert window.open.words == "Open the record"


def test_every_act_has_its_key(qtbot: QtBot) -> None:
    asked = Asked(DOCKET)
    window = asked.window(qtbot)
    QTest.keySequence(window, "Ctrl+N")
    QTest.keySequence(window, "Ctrl+B")
    QTest.keySequence(window, "Ctrl+E")
    assert asked.calls == [("new",), ("standing",), ("export", "running")]


def test_a_record_that_cannot_be_read_says_why_and_is_not_opened(qtbot: QtBot) -> None:
    asked = Asked([UNREADABLE])
    window = asked.window(qtbot)
    assert window.open.refusal == "Entry 1 cannot be read."
    press(Key.Key_Return)
    assert asked.calls == []
    assert window.said == "Entry 1 cannot be read."


def test_a_rehearsal_is_marked(qtbot: QtBot) -> None:
    window = Asked(DOCKET).window(qtbot)
    assert window.list.lines.row(3).title == "REHEARSAL · Plan Commission"


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
