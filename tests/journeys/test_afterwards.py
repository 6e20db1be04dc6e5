"""The days after the evening with the real program: reviewed, taken back from Word, exported, called off, approved."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exports.options import Format, Options
from hearingdesk.app import Windows
from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.open_points import PointKind
from hearingdesk.office import Office, Record
from hearingdesk.reviewing import taken_sheet
from hearingdesk.sample import sample_hearing
from hearingdesk.ui.kit.sheet import Sheet
from hearingdesk.ui.review.taken_sheet import TakenSheet
from tests.exports.evenings import HEAD, many
from tests.fakes import FakeClock

DAY = date(2030, 1, 1)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path / "data", FakeClock(), "rd")
    yield made
    made.close()


@pytest.fixture
def hearing_id(office: Office) -> str:
    """The sample evening, adjourned."""
    made = sample_hearing(office)
    desk = office.desk(made)
    for rule in (rules.start_turn, rules.end_turn, rules.close_testimony, rules.adjourn):
        desk.record(rule)
    return made


@pytest.fixture
def windows(qtbot: QtBot, office: Office) -> Iterator[Windows]:
    made = Windows(office)
    yield made
    made.close()
    front = made.front()
    if front is not None:
        front.close()


def summarised(desk: Desk) -> int:
    """A slip that has a summary."""
    return next(slip for slip, one in sorted(desk.hearing.registrations.items()) if one.summary)


def test_from_the_docket_into_review_and_back_with_a_real_page(
    qtbot: QtBot, windows: Windows, office: Office, hearing_id: str
) -> None:
    windows.show_docket()
    docket = windows.front()
    assert docket is not None
    qtbot.waitUntil(docket.isActiveWindow)
    QTest.keySequence(docket, "Ctrl+Shift+G")
    review = windows.afterwards.review
    assert review is not None
    assert not docket.isVisible()
    with qtbot.waitSignal(review.preview.drawn, timeout=20_000):
        pass
    assert review.preview.of > 3
    assert review.preview.said == ""
    assert review.list.choose((PointKind.EVERYBODY.value, summarised(office.desk(hearing_id)), ""))
    review.speaker.summary.setFocus()
    QTest.keyClicks(review.speaker.summary.editor, "Typed in review. ")
    with qtbot.waitSignal(review.preview.drawn, timeout=20_000):
        pass
    QTest.keySequence(review, "Ctrl+Return")
    slip = summarised(office.desk(hearing_id))
    assert "Typed in review." in office.record(hearing_id).hearing.registrations[slip].summary
    with qtbot.waitSignal(review.closed):
        review.close()
    assert docket.isVisible()


def test_a_draft_edited_in_word_comes_back_through_the_sheet(
    qtbot: QtBot, office: Office, hearing_id: str, tmp_path: Path
) -> None:
    desk = office.desk(hearing_id)
    slip = summarised(desk)
    old = desk.hearing.registrations[slip].summary
    draft = export_draft(office, hearing_id, tmp_path)
    retype(draft, old, "Said it in Word.")
    sheet = taken_sheet(office, desk, hearing_id, draft)
    assert isinstance(sheet, TakenSheet)
    qtbot.addWidget(sheet)
    assert sheet.main.words == "Take 1 summary over"
    sheet.main.click()
    assert desk.hearing.registrations[slip].summary == "Said it in Word."
    again = taken_sheet(office, desk, hearing_id, draft)
    assert isinstance(again, Sheet)
    qtbot.addWidget(again)


def test_what_is_no_draft_of_this_hearing_is_a_sentence(office: Office, hearing_id: str, tmp_path: Path) -> None:
    other = tmp_path / "other.docx"
    docx.Document().save(str(other))
    told = taken_sheet(office, office.desk(hearing_id), hearing_id, other)
    assert isinstance(told, str)
    assert told.startswith("other.docx is no draft that hearingdesk wrote. Nothing was changed.")


def test_an_export_of_a_thousand_speakers_is_called_off_at_its_next_step(
    qtbot: QtBot, windows: Windows, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "minutes.pdf").write_text("the old one")
    window = windows.show_export("many", Record(many(1000).hearing, {}, HEAD))
    window.folder.show_text(str(out))
    for box in window.formats.values():
        box.setChecked(True)
    steps: list[object] = []
    window.work.stepped.connect(steps.append, Qt.ConnectionType.DirectConnection)  # where they are told, not later
    window.go()
    qtbot.waitUntil(lambda: bool(window.list.lines.rows), timeout=20_000)
    with qtbot.waitSignal(window.ended, timeout=20_000) as ended:
        window.leave()
        told = len(steps)
    assert len(steps) <= told + 1, "it ends at the next step; tests/exports/test_formats.py holds steps to be short"
    assert ended.args == [
        "The export was cancelled. The files that were there stay as they were; the record is safe.",
        False,
    ]
    assert [(path.name, path.read_text()) for path in out.iterdir()] == [("minutes.pdf", "the old one")]
    assert caplog.records == [], "what a person wanted is no fault"


def test_while_one_export_is_written_no_other_begins(qtbot: QtBot, windows: Windows, tmp_path: Path) -> None:
    record = Record(many(300).hearing, {}, HEAD)
    window = windows.show_export("many", record)
    window.folder.show_text(str(tmp_path / "out"))
    with qtbot.waitSignal(window.ended, timeout=60_000):
        window.go()
        assert windows.show_export("many", record) is window
    assert windows.show_export("many", record) is not window


def test_approved_minutes_are_exported_once_and_then_refused_in_the_window(
    qtbot: QtBot, windows: Windows, office: Office, hearing_id: str, tmp_path: Path
) -> None:
    desk = office.desk(hearing_id)
    desk.record(rules.present_minutes, on=DAY)
    desk.record(rules.approve_minutes, on=DAY, head=desk.head)
    window = windows.show_export(hearing_id, desk)
    window.folder.show_text(str(tmp_path / "out"))
    for _ in range(2):
        with qtbot.waitSignal(window.ended, timeout=60_000):
            window.go()
    assert window.said.startswith("“minutes-approved-2030-01-01.pdf” is there already")
    assert (tmp_path / "out" / "minutes-approved-2030-01-01.pdf").stat().st_size > 10_000


def test_a_bundle_is_written_off_the_windows_thread(
    qtbot: QtBot, windows: Windows, office: Office, hearing_id: str, tmp_path: Path
) -> None:
    window = windows.show_export(hearing_id, office.record(hearing_id))
    window.folder.show_text(str(tmp_path / "out"))
    window.bundle.setChecked(True)
    with qtbot.waitSignal(window.ended, timeout=60_000) as ended:
        window.go()
    assert ended.args[1], ended.args[0]
    assert (tmp_path / "out" / "record" / "SHA256SUMS").exists()


def export_draft(office: Office, hearing_id: str, folder: Path) -> Path:
    return office.export(hearing_id, folder, Options(formats=(Format.DOCX,)))[0].target


def retype(path: Path, old: str, new: str) -> None:
    word = docx.Document(str(path))
    for paragraph in word.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new)
    word.save(str(path))
