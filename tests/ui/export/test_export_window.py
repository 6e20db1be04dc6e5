"""The export window by keys: chosen, written off its thread, watched, called off, and said whatever comes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, get_ident

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hearingdesk.ui.export.asked import INTERNAL, Asked, remembered
from hearingdesk.ui.export.window import BUSY, NO_FOLDER, NO_FORMAT, ExportWindow, Offered
from hearingdesk.ui.export.work import Step
from hearingdesk.ui.kit.look import Tone
from tests.keyboard import Keyboard


@dataclass(frozen=True)
class At:
    file: str
    done: int
    of: int
    unit: str = "page"


@dataclass(frozen=True)
class File:
    target: Path
    notes: tuple[str, ...] = ()


class CalledOff(Exception):
    pass


@dataclass
class Writer:
    """Writes two pages when the gate opens, unless it is called off."""

    asked: list[Asked] = field(default_factory=list)
    threads: list[int] = field(default_factory=list)
    gate: Event = field(default_factory=Event)
    fault: Exception | None = None

    def __call__(self, asked: Asked, tell: Callable[[Step], None], cancelled: Callable[[], bool]) -> list[File]:
        self.asked.append(asked)
        self.threads.append(get_ident())
        tell(At("minutes.pdf", 1, 2))
        while not self.gate.wait(0.01):
            if cancelled():
                raise CalledOff("The export was cancelled. The files that were there stay as they were.")
        if self.fault:
            raise self.fault
        tell(At("minutes.pdf", 2, 2))
        return [File(asked.place / "minutes.pdf"), File(asked.place / "testimony.xlsx", ("Cut at 32,767 characters.",))]


@dataclass
class Exporter(Keyboard):
    window: ExportWindow
    writer: Writer
    kept: list[Asked]
    shown: list[str]
    qtbot: QtBot

    def begin(self) -> None:
        QTest.keySequence(self.window, "Ctrl+Return")
        self.qtbot.waitUntil(lambda: bool(self.window.list.lines.rows))

    def finish(self) -> None:
        with self.qtbot.waitSignal(self.window.ended, timeout=5000):
            self.writer.gate.set()


@pytest.fixture
def exporter(qtbot: QtBot) -> Iterator[Exporter]:
    writer, kept, shown = Writer(), list[Asked](), list[str]()
    offered = Offered("Export", writer, lambda copy: f"Mind the {copy} copy.", str, kept.append)
    window = ExportWindow(offered, Asked(), lambda *_: "/chosen", shown.append)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    yield Exporter(window, writer, kept, shown, qtbot)
    window.close()


def test_the_usual_is_written_by_a_path_and_one_key(exporter: Exporter) -> None:
    exporter.press("/out")
    exporter.begin()
    assert exporter.writer.asked == [Asked(folder="/out")] == exporter.kept
    assert [line.aside for line in exporter.window.list.lines.rows] == ["page 1 of 2"]
    exporter.finish()
    assert exporter.window.said == "Written: minutes.pdf and testimony.xlsx, in /out."
    assert [line.words for line in exporter.window.list.lines.rows] == ["minutes.pdf, ✓", "testimony.xlsx, ✓"]
    assert exporter.window.notes.text() == "Cut at 32,767 characters."
    assert exporter.writer.threads != [get_ident()]


def test_it_is_shown_where_it_is(exporter: Exporter) -> None:
    assert exporter.window.found.refusal == "Nothing is written yet."
    exporter.press("/out")
    exporter.begin()
    exporter.finish()
    QTest.keySequence(exporter.window, "Ctrl+O")
    assert exporter.shown == ["/out"]


def test_while_it_writes_the_choices_are_shut_and_a_second_press_does_nothing(exporter: Exporter) -> None:
    exporter.press("/out")
    exporter.begin()
    assert exporter.window.main.refusal == BUSY
    assert not exporter.window.copy.isEnabled()
    exporter.window.go()
    exporter.finish()
    assert len(exporter.writer.asked) == 1
    assert exporter.window.main.refusal == ""
    assert exporter.window.copy.isEnabled()


def test_one_piece_of_work_at_a_time(exporter: Exporter) -> None:
    exporter.press("/out")
    exporter.begin()
    exporter.window.work.start(Asked("/elsewhere"))
    exporter.finish()
    assert not exporter.window.work.busy
    assert [asked.folder for asked in exporter.writer.asked] == ["/out"]


def test_escape_calls_it_off_and_then_closes(exporter: Exporter) -> None:
    exporter.press("/out")
    exporter.begin()
    assert exporter.window.cancel.words == "Cancel the export"
    with exporter.qtbot.waitSignal(exporter.window.ended) as ended:
        QTest.keyClick(exporter.window, Qt.Key.Key_Escape)
    assert ended.args == ["The export was cancelled. The files that were there stay as they were.", False]
    assert exporter.window.isVisible()
    with exporter.qtbot.waitSignal(exporter.window.closed):
        QTest.keyClick(exporter.window, Qt.Key.Key_Escape)


def test_closed_while_it_writes_it_is_called_off(exporter: Exporter) -> None:
    exporter.press("/out")
    exporter.begin()
    exporter.window.close()
    assert not exporter.window.work.busy or exporter.writer.asked


def test_what_goes_wrong_is_said_and_it_can_be_tried_again(exporter: Exporter) -> None:
    exporter.press("/out")
    exporter.writer.fault = OSError("The disk is full.")
    exporter.begin()
    exporter.finish()
    assert exporter.window.said == "The disk is full."
    assert exporter.window.state.property("tone") == Tone.BAD.value
    exporter.writer.fault = None
    exporter.begin()
    exporter.qtbot.waitUntil(lambda: exporter.window.said.startswith("Written:"))


def test_without_a_folder_or_a_format_nothing_begins(exporter: Exporter) -> None:
    exporter.window.go()
    assert exporter.window.folder.sentence == NO_FOLDER
    exporter.press("/out")
    for box in exporter.window.formats.values():
        box.setChecked(False)
    exporter.window.go()
    assert exporter.window.said == NO_FORMAT
    assert exporter.writer.asked == []


def test_the_internal_copy_is_warned_of_and_never_chosen_by_itself(exporter: Exporter) -> None:
    assert exporter.window.warning.isHidden()
    exporter.window.copy.show_value(INTERNAL)
    exporter.window.copy.picked.emit()
    assert exporter.window.warning.text() == "Mind the internal copy."
    assert remembered(exporter.window.asked().kept()).copy == "published"


def test_a_folder_is_chosen_from_the_desktop(exporter: Exporter) -> None:
    exporter.window.browse.click()
    assert exporter.window.asked().folder == "/chosen"


def test_every_choice_is_asked_for() -> None:
    asked = Asked("/out", "published", ("docx", "csv"), "a4", "names", concern_report=True, bundle=True)
    assert remembered(asked.kept()) == asked
    assert remembered("") == remembered("{}") == remembered('{"formats": ["pdf"], "nonsense": 1}') == Asked()
