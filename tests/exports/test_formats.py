"""An export as a whole: what was chosen of it, how far it has come, and how it is stopped."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pikepdf
import pytest

from exports.blocks import Paper
from exports.bundle import write_bundle
from exports.formats import write_formats, write_papers
from exports.options import Format, Options
from exports.published import Copy
from exports.report import ExportReport
from exports.watch import Cancelled, Step, Watch
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import MinutesLevel
from hearingdesk.store.lines import line_text
from tests.exports.evenings import HEAD, busy, many
from tests.exports.test_bundle import chained

EVERYTHING = Options(formats=tuple(Format), concern_report=True)


@pytest.fixture(scope="module")
def hearing() -> Hearing:
    return busy().hearing


def test_the_usual_export_is_minutes_and_workbook(hearing: Hearing, tmp_path: Path) -> None:
    reports = write_formats(hearing, {}, HEAD, tmp_path)
    assert [report.target for report in reports] == [tmp_path / "minutes.pdf", tmp_path / "testimony.xlsx"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["minutes.pdf", "testimony.xlsx"]


@pytest.mark.parametrize(("paper", "size"), [(Paper.LETTER, (612, 792)), (Paper.A4, (595.28, 841.89))])
def test_the_papers_are_of_the_size_that_was_chosen(
    paper: Paper, size: tuple[float, float], hearing: Hearing, tmp_path: Path
) -> None:
    write_formats(hearing, {}, HEAD, tmp_path, Options(formats=(Format.PDF, Format.DOCX), paper=paper))
    with pikepdf.open(tmp_path / "minutes.pdf") as pdf:
        assert [float(side) for side in pdf.pages[0].MediaBox][2:] == pytest.approx(size)
    section = docx.Document(str(tmp_path / "minutes.docx")).sections[0]
    assert section.page_width is not None
    assert section.page_width.pt == pytest.approx(size[0], abs=0.1)


def test_each_item_is_told_at_the_level_that_was_chosen(tmp_path: Path) -> None:
    hearing = many(3).hearing
    for level, told in ((MinutesLevel.COUNT, 0), (MinutesLevel.NAMES, 3)):
        write_formats(hearing, {}, HEAD, tmp_path, Options(formats=(Format.TXT,), levels={"1": level}))
        assert (tmp_path / "minutes.txt").read_text("utf-8").count("Ana Muñoz-Nguyễn") == told


def test_the_watch_hears_pages_sheets_and_tables_up_to_the_last(hearing: Hearing, tmp_path: Path) -> None:
    steps: list[Step] = []
    reports = write_formats(hearing, {}, HEAD, tmp_path, EVERYTHING, Watch(steps.append))
    parts = {report.target.name: report.parts for report in reports}
    for name, unit in (("minutes.pdf", "page"), ("testimony.xlsx", "sheet"), ("testimony.json", "table")):
        told = [step for step in steps if step.file == name and step.of]
        assert [step.done for step in told] == sorted(step.done for step in told)
        assert told[-1] == Step(name, parts[name], parts[name], unit)


def test_no_file_is_left_half_told(hearing: Hearing, tmp_path: Path) -> None:
    """Whatever the window lists while it is written has come to its end when all is written."""
    steps: dict[str, Step] = {}

    def hear(step: Step) -> None:
        steps[step.file] = step

    watch = Watch(hear)
    lines = [line_text(line) for line in chained(hearing)]

    def papers(place: Path) -> list[ExportReport]:
        return write_papers(hearing, {}, HEAD, place, EVERYTHING, watch)

    reports = write_bundle(hearing, lines, tmp_path, papers, Copy.PUBLISHED, watch)
    assert [step for step in steps.values() if not step.of or step.done != step.of] == []
    names = {report.target.name for report in reports} | {"testimony (CSV)"}
    assert set(steps) <= names


class Asked:
    """Counts how often it is asked whether to stop, and never says so."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> bool:
        self.times += 1
        return False


def cancelled_at(stop: int) -> Callable[[], bool]:
    """Says no until it is asked for the `stop`-th time."""
    asked = iter(range(1, 10**6))
    return lambda: next(asked) >= stop


def test_wherever_it_is_cancelled_all_the_old_files_stay(hearing: Hearing, tmp_path: Path) -> None:
    asked = Asked()
    write_formats(hearing, {}, HEAD, tmp_path, EVERYTHING, Watch(cancelled=asked))
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}
    assert asked.times > 20
    for stop in range(1, asked.times + 1, 3):
        with pytest.raises(Cancelled, match="stay as they were"):
            write_formats(hearing, {}, HEAD, tmp_path, EVERYTHING, Watch(cancelled=cancelled_at(stop)))
        after = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}
        assert after == before


class Worked:
    """Counts the calls of functions between two times of being asked whether to stop: work, whatever the machine."""

    def __init__(self) -> None:
        self.calls = 0
        self.stretches: list[int] = []

    def __call__(self) -> bool:
        self.stretches.append(self.calls)
        self.calls = 0
        return False

    def called(self, _frame: object, event: str, _arg: object) -> None:
        self.calls += event in ("call", "c_call")

    def count(self, work: Callable[[], object]) -> list[int]:
        gc.disable()  # Python 3.11.2 falls over when it collects frames whose calls are counted
        sys.setprofile(self.called)
        try:
            work()
        finally:
            sys.setprofile(None)
            gc.enable()
        self()
        return self.stretches


@pytest.fixture(scope="module")
def long_evening() -> Hearing:
    return many(500).hearing


@pytest.mark.parametrize(
    "kind", [Format.PDF, Format.DOCX, Format.HTML, Format.TXT, Format.XLSX, Format.CSV, Format.JSON]
)
def test_a_long_file_asks_often_whether_to_go_on(kind: Format, long_evening: Hearing, tmp_path: Path) -> None:
    """No stretch of work without asking has more than 300 calls a speaker: of 10,000 speakers, well under a second."""
    options, worked = Options(formats=(kind,), concern_report=True), Worked()

    def write() -> object:
        return write_formats(long_evening, {}, HEAD, tmp_path, options, Watch(cancelled=worked))

    write()  # what is imported and learnt once
    worked.stretches.clear()
    stretches = worked.count(write)
    assert len(stretches) > 5
    assert max(stretches) < 300 * 500


def test_the_journal_of_a_bundle_asks_often_and_can_be_stopped(long_evening: Hearing, tmp_path: Path) -> None:
    lines = [line_text(line) for line in chained(long_evening)]
    asked = Asked()
    write_bundle(long_evening, lines, tmp_path, lambda _place: [], Copy.PUBLISHED, Watch(cancelled=asked))
    assert asked.times > 2 * len(lines) // 1000
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    stopped = Watch(cancelled=cancelled_at(asked.times - 1))
    with pytest.raises(Cancelled):
        write_bundle(long_evening, lines, tmp_path, lambda _place: [], Copy.PUBLISHED, stopped)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
