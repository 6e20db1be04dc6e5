"""Wrong and hostile input in every field of every sheet: a sentence, what was typed is kept, and never a fault."""

import logging
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.text import plain
from hearingdesk.ui.console.sheets import OF_A_SLIP, SHEETS, MeetingSheet
from hearingdesk.ui.console.sheets.sheet import DrawerSheet
from hearingdesk.ui.kit.fields import LineField
from hearingdesk.ui.kit.lines import LinesView
from tests.builders import PROFILE, Evening, commenting
from tests.conftest import let_go
from tests.fakes import FakeClock, MemoryJournal

BAD = {
    "nothing": "",
    "no number": "soon, I think",
    "no such time": "25:99 PM",
    "too many digits": "9" * 400,
    "markup": '=HYPERLINK("x")<img src="file:///etc/hostname"><b>&amp;</b>',
    "controls": "a\x00b\x1b[31m\u202egnp.exe\r\nc\x7f",
    "very long": "Wörter " * 1000,
}
OF_ONE = {*OF_A_SLIP, "entry"}


def busy() -> Evening:
    """One was heard, one speaks, one waits; a concern came up."""
    evening = commenting(PROFILE, "Ann Lee", "Bo Cruz", "Cy Dao")
    evening.turn(1, marks=("PRIV",))
    evening.act(rules.add_concern, label="Cost")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    return evening


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture(autouse=True)
def no_fault(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


class Tried:
    """One sheet on a desk of its own, with one of its drawers open where ``letter`` opens one."""

    def __init__(self, host: QWidget, evening: Evening, name: str, letter: str = "") -> None:
        self.desk = Desk(MemoryJournal(evening.hearing.entries), FakeClock(evening.now), "rd")
        self.sheet: MeetingSheet = SHEETS[name](self.desk, *([2] if name in OF_ONE else []))
        self.sheet.open_over(host)
        if letter:
            view = next(view for view in self.sheet.findChildren(LinesView) if letter in view.letters)
            view.letter.emit(letter)
        QApplication.processEvents()

    @property
    def fields(self) -> list[LineField]:
        return [field for field in self.sheet.findChildren(LineField) if field.isVisible() and field.isEnabled()]

    @property
    def said(self) -> str:
        return " ".join([self.sheet.said, *(field.sentence for field in self.sheet.findChildren(LineField))]).strip()

    def close(self) -> None:
        self.sheet.close_sheet()
        self.sheet.deleteLater()
        let_go()


def letters(host: QWidget, name: str) -> list[str]:
    """None, and each letter that opens a drawer of this sheet."""
    tried = Tried(host, busy(), name)
    found = [""]
    if isinstance(tried.sheet, DrawerSheet):
        for view in tried.sheet.findChildren(LinesView):
            for letter in view.letters:
                view.letter.emit(letter)
                found += [letter] if tried.sheet.drawer is not None else []
                tried.sheet.shut_drawer()
    tried.close()
    return found


def each_field(host: QWidget, name: str) -> Iterator[tuple[Callable[[], Tried], int]]:
    evening = busy()
    for letter in letters(host, name):

        def fresh(letter: str = letter) -> Tried:
            return Tried(host, evening, name, letter)

        tried = fresh()
        number = len(tried.fields)
        tried.close()
        yield from ((fresh, place) for place in range(number))


def kept(tried: Tried, place: int) -> list[str]:
    """What stands in the other fields."""
    return [each.text() for n, each in enumerate(tried.fields) if n != place]


@pytest.mark.parametrize("name", {made: name for name, made in SHEETS.items()}.values())
def test_wrong_input_is_said_and_costs_nothing_typed(host: QWidget, name: str) -> None:
    for fresh, place in each_field(host, name):
        for what, text in BAD.items():
            tried = fresh()
            field = tried.fields[place]
            before, others = len(tried.desk.hearing.entries), [each.text() for each in tried.fields]
            field.show_text(text)
            field.editor.textEdited.emit(text)
            typed = field.text()
            tried.sheet.enter()
            QApplication.processEvents()
            if len(tried.desk.hearing.entries) == before and tried.sheet.isVisible():
                where = f"{what} in “{field.editor.accessibleName()}”"
                assert tried.said or typed == others[place], where
                assert field.text() == typed, where
                assert not tried.said or kept(tried, place) == others[:place] + others[place + 1 :], where
            stored = repr(tried.desk.hearing.entries[before:])
            assert stored == plain(stored)
            tried.close()
