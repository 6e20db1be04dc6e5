"""The sample evening rehearsed through the real windows: four files that are marked, and refusals in a sentence."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hearingdesk import selftest
from hearingdesk.clock import SystemClock
from hearingdesk.domain.hearing import Phase
from hearingdesk.office import Office, Refused
from hearingdesk.rehearsal import CONSOLE_SIZE, RECORD, WALL_SIZE, rehearse
from hearingdesk.sample import sample_script
from hearingdesk.script import ScriptFault, script_lines
from hearingdesk.ui.console.window import Console
from hearingdesk.ui.display.window import DisplayWindow
from tests.exports.pdf_reading import read

LEFT = ("minutes.pdf", "testimony.xlsx", "console.png", "display.png")


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    """The whole sample evening, as fast as can be."""
    out = tmp_path_factory.mktemp("evening") / "out"
    assert rehearse(sample_script(), out) == 0
    return out


def test_the_sample_leaves_four_files(evening: Path) -> None:
    assert sorted(path.name for path in evening.iterdir()) == sorted([*LEFT, "data"])
    for name, size in (("console.png", CONSOLE_SIZE), ("display.png", WALL_SIZE)):
        picture = QImage(str(evening / name))
        assert (picture.width(), picture.height()) == size
        assert shades(picture) > 50, f"{name} is empty"
    assert (evening / "minutes.pdf").read_bytes().startswith(b"%PDF-")
    assert load_workbook(evening / "testimony.xlsx").sheetnames == [
        *("Read me", "Summary", "Testimony", "Registrations", "Concern marks", "Concerns tally"),
        *("Concern by position", "By district", "Written", "Proceedings"),
    ]


def shades(picture: QImage) -> int:
    """How many colours every eighth pixel has."""
    return len({picture.pixel(x, y) for x in range(0, picture.width(), 8) for y in range(0, picture.height(), 8)})


def test_papers_and_record_are_marked_as_a_rehearsal(evening: Path) -> None:
    told = read(evening / "minutes.pdf")
    assert "REHEARSAL: no meeting took place; these pages are no record of one." in told.texts
    assert sum("REHEARSAL" in text for _, text in told.artifacts) == told.pages
    lines = load_workbook(evening / "testimony.xlsx")["Read me"].iter_rows(values_only=True)
    assert "No meeting took place; nothing in this file is a record of one." in [line[1] for line in lines]
    record = Office(evening / "data", SystemClock()).record(RECORD)
    assert record.hearing.meeting.rehearsal
    assert record.hearing.phase is Phase.ADJOURNED
    assert record.hearing.items["1"].tally.heard == 37


def test_both_windows_are_marked_as_a_rehearsal_though_the_script_says_it_is_none(tmp_path: Path, qtbot: QtBot) -> None:
    real = [line.replace('"rehearsal": true', '"rehearsal": false') for line in beginning(12)]
    assert any('"rehearsal": false' in line for line in real)
    seen: list[tuple[str, str]] = []

    def look() -> None:
        windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        walls = [window for window in windows if isinstance(window, DisplayWindow)]
        consoles = [window for window in windows if isinstance(window, Console)]
        for wall, console in zip(walls, consoles, strict=True):
            shown = [label.text() for label in console.findChildren(QLabel) if label.isVisible()]
            seen.append((" ".join(text.text for text in wall.picture.texts()), " ".join(shown)))

    looking = QTimer()
    looking.timeout.connect(look)
    looking.start()
    rehearse(written(tmp_path, *real), tmp_path / "out", speed=100_000)
    looking.stop()
    assert seen
    for wall, console in seen:
        assert "REHEARSAL" in wall.upper()
        assert "REHEARSAL" in console


def beginning(lines: int) -> list[str]:
    """The sample's first acts."""
    return [line for line in script_lines(sample_script()) if line.startswith("{")][:lines]


def written(folder: Path, *lines: str) -> Path:
    path = folder / "script.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_data_folder_that_no_rehearsal_made_is_not_touched(tmp_path: Path, qtbot: QtBot) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "hearingdesk.db").write_bytes(b"the records of a city")
    with pytest.raises(Refused, match=r"holds something that no rehearsal made\. Nothing was changed"):
        rehearse(written(tmp_path, *beginning(3)), tmp_path)
    assert [path.name for path in data.iterdir()] == ["hearingdesk.db"]
    assert (data / "hearingdesk.db").read_bytes() == b"the records of a city"


def test_the_next_rehearsal_takes_the_place_of_the_last(tmp_path: Path, qtbot: QtBot) -> None:
    for lines in (5, 3):
        rehearse(written(tmp_path, *beginning(lines)), tmp_path / "out")
    assert len(Office(tmp_path / "out" / "data", SystemClock()).record(RECORD).hearing.entries) == 3


REFUSED = json.dumps({"act": "start_turn"})


def test_a_refused_line_stops_the_rehearsal_with_its_number(tmp_path: Path, qtbot: QtBot) -> None:
    script, open_before = written(tmp_path, *beginning(3), REFUSED, *beginning(5)[3:]), visible()
    with pytest.raises(ScriptFault, match=r"Line 4 of the script, start_turn, was refused: .* 3 lines before it are"):
        rehearse(script, tmp_path / "out")
    assert len(Office(tmp_path / "out" / "data", SystemClock()).record(RECORD).hearing.entries) == 3
    assert visible() == open_before


def visible() -> list[str]:
    return [type(window).__name__ for window in QApplication.topLevelWidgets() if window.isVisible()]


def test_keep_going_passes_over_it_and_says_so(
    tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    script = written(tmp_path, *beginning(3), REFUSED, *beginning(5)[3:])
    assert rehearse(script, tmp_path / "out", keep_going=True) == 0
    told = capsys.readouterr().out
    assert "Line 4 of the script, start_turn, was refused: " in told
    assert "Rehearsed 5 acts." in told
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted([*LEFT, "data"])


def test_only_what_was_left_is_named(tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    rehearse(written(tmp_path, "# nothing happens"), out)
    named = capsys.readouterr().out.strip().rstrip(".").split(": ")[1].split(", ")
    assert sorted(named) == sorted(path.name for path in out.iterdir() if path.is_file())


def test_the_program_proves_itself(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    assert selftest.main() == 0
    assert capsys.readouterr().out.endswith(": the self-test passed.\n")
