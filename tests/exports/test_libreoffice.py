"""Another program opens the workbook and the Word file and finds in them what was written."""

import csv
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from exports.concern_report import concern_report
from exports.formats import write_formats
from exports.minutes import minutes
from exports.options import Format, Options
from exports.plain_tables import write_csv
from exports.testimony import book_of
from exports.word_file import write_docx
from tests.exports.evenings import HEAD, busy
from tests.exports.other_readings import expected_words

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: nobody else opened these files."),
    pytest.mark.timeout(180),
]


def converted(source: Path, kind: str, folder: Path) -> list[Path]:
    """What LibreOffice makes of the file, by a profile of its own."""
    assert SOFFICE
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(folder / "out"), str(source)]
    told = subprocess.run(command, capture_output=True, text=True, timeout=150, check=False)
    assert told.returncode == 0, told.stderr
    return sorted((folder / "out").iterdir())


def test_every_sheet_of_the_workbook_opens_with_its_values(tmp_path: Path) -> None:
    hearing = busy().hearing
    write_formats(hearing, {}, HEAD, tmp_path, Options(formats=(Format.XLSX,)))
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false,false,false,-1"
    made = {path.stem.partition("-")[2]: path for path in converted(tmp_path / "testimony.xlsx", every_sheet, tmp_path)}
    (tmp_path / "ours").mkdir()
    book = book_of(hearing, {}, HEAD)
    write_csv(book, tmp_path / "ours")
    assert set(made) == {sheet.name for sheet in book.sheets}
    for sheet in book.sheets:
        theirs = _cells(made[sheet.name])
        ours = _cells(tmp_path / "ours" / f"{sheet.table}.csv")
        assert [row for row in theirs if any(row)] == [row for row in ours if any(row)], sheet.name


def _cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [[_plain(cell) for cell in row] for row in csv.reader(file)]


def _plain(cell: str) -> str:
    """Without the apostrophe that CSV puts before what a program would run, and with one way to write a time."""
    text = cell.removeprefix("'")
    told = re.fullmatch(r"((?P<day>\S+) )?(?P<hour>\d+):(?P<rest>\d\d:\d\d) (?P<half>[AP]M)", text)
    if told is None:
        return re.sub(r"^0(\d:\d\d:\d\d)$", r"\1", text)
    hour = int(told["hour"]) % 12 + 12 * (told["half"] == "PM")
    return f"{told['day']} {hour:02}:{told['rest']}" if told["day"] else f"{hour}:{told['rest']}"


@pytest.mark.parametrize("name", ["minutes", "concern report"])
def test_the_word_files_open_with_every_word_in_its_order(name: str, tmp_path: Path) -> None:
    hearing = busy().hearing
    document = minutes(hearing, HEAD) if name == "minutes" else concern_report(hearing, HEAD)
    write_docx(document, tmp_path / "paper.docx")
    (made,) = converted(tmp_path / "paper.docx", "txt:Text (encoded):UTF8", tmp_path)
    told = [word for word in made.read_text("utf-8-sig").split() if word != "•"]
    assert told == expected_words(document)
