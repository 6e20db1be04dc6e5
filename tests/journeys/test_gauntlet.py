"""Every text that ever broke a program goes the whole road: desk, store, windows, archive, minutes, workbook, list."""

import csv
import json
import logging
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QApplication, QLabel

from exports.report import ExportReport
from exports.words import aside
from hearingdesk import intake
from hearingdesk.app import hang_wall
from hearingdesk.desk import Act, Desk
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing, Registration
from hearingdesk.domain.names import as_given
from hearingdesk.domain.text import plain
from hearingdesk.domain.values import SignUp
from hearingdesk.office import Office
from hearingdesk.ui.console.tabs import Tab
from hearingdesk.ui.console.window import Console
from hearingdesk.ui.display.picture import Role
from hearingdesk.ui.display.wall import Wall
from tests.builders import AGENDA, BODY, CONCERNS, MEETING, PROFILE
from tests.exports.pdf_reading import normal, read
from tests.fakes import FakeClock

BUILT_IN = (
    '=HYPERLINK("http://x.invalid","y")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "\t=1+1",
    "#REF!",
    "_x0041_ and _x005F_",
    '<b & "x',
    "<img src=/etc/passwd>",
    '<img src="http://127.0.0.1:1/x.png"/><a href="file:///etc/passwd">here</a>',
    '<font color="[[[getattr(pow, Word)(1)]]]">',
    "&amp; &lt;b&gt; && &File",
    "{0.__class__} %s %(name)s ${HOME} {",
    "'; DROP TABLE journal; -- %_",
    "\x1b]0;title\x07\x1b[31mred",
    "\u202etroppuS\u202c and \u2066isolated\u2069",
    "Z\u0335\u0321\u0353" + "a\u0300\u0316\u0341" * 40 + "lgo",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1fa\U0001f1f8 \U0001f3f3\ufe0f\u200d\U0001f308",
    "\u0645\u062d\u0645\u062f \u0639\u0628\u062f \u0627\u0644\u062d\u0644\u064a\u0645",
    "\u05d9\u05e6\u05d7\u05e7 Stern 12",
    "NUL\x00 between",
    "half \ud83d of it",
    "no character \uffff \ufdd0",
    "two\r\nlines\u2028and three",
    "Nguye\u0302\u0303n Thi\u0323",
    "Null",
    "0",
    "\u200b\u2060",
    "\u200b\u3164",
    "x" * 3_000,
    "\u738b" * 300,
)
"""What has to be right on every machine, with no data at hand; one text of each kind that harms."""

RECORD = "gauntlet"


@dataclass(frozen=True)
class Shown:
    """What the windows showed while one person spoke: the console's name and the line below, the wall's name."""

    name: str
    about: str
    wall: str


@dataclass(frozen=True)
class Road:
    """The hearing that the texts went through, and what came out on the way."""

    texts: tuple[str, ...]
    office: Office
    desk: Desk
    shown: tuple[Shown, ...]
    faults: tuple[str, ...]
    console: Console
    out: Path
    reports: list[ExportReport]

    @property
    def hearing(self) -> Hearing:
        return self.desk.hearing

    @property
    def slips(self) -> Iterator[tuple[str, Registration]]:
        """Each text with the slip it stands on; the slips are numbered from 1 in the order of the texts."""
        return ((text, self.hearing.registrations[slip]) for slip, text in enumerate(self.texts, 1))

    @property
    def target(self) -> dict[str, Path]:
        return {report.target.name: report.target for report in self.reports}


class Faults(logging.Handler):
    """A screen that fails is only logged, so that the record goes on; here it must not pass."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def naughty(real_data: Path) -> tuple[str, ...]:
    """The 515 strings that are known to break programs, and the 43 names of the world."""
    strings = json.loads((real_data / "hostile" / "blns.json").read_text("utf-8"))
    names = (real_data / "hostile" / "unicode-person-names.txt").read_text("utf-8").splitlines()
    assert (len(strings), len(names)) == (515, 43)
    return (*strings, *names)


pytestmark = pytest.mark.timeout(300)  # the first test of each set waits for the whole hearing


@pytest.fixture(scope="module", params=["built in", pytest.param("known to break programs", marks=pytest.mark.slow)])
def texts(request: pytest.FixtureRequest) -> tuple[str, ...]:
    return BUILT_IN if request.param == "built in" else naughty(request.getfixturevalue("real_data"))


@pytest.fixture(scope="module")
def road(texts: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Road]:
    """Everybody heard before the windows, each text as name, organisation, concern and summary; both papers written."""
    folder = tmp_path_factory.mktemp("gauntlet")
    office = Office(folder / "data", FakeClock(), "rd")
    office.create(BODY, MEETING, PROFILE, CONCERNS, AGENDA, RECORD)
    desk = office.desk(RECORD)
    wall, faults = hang_wall(), Faults()
    console = Console(desk, wall=wall)
    console.show()
    wall.open_window()
    logging.getLogger("hearingdesk").addHandler(faults)
    shown = tuple(_hear(desk, console, wall, texts))
    reports = office.export_hearing(desk, folder / "out")
    yield Road(texts, office, desk, shown, tuple(faults.said), console, folder / "out", reports)
    logging.getLogger("hearingdesk").removeHandler(faults)
    console.close()
    wall.close()
    office.close()


def _hear(desk: Desk, console: Console, wall: Wall, texts: tuple[str, ...]) -> Iterator[Shown]:
    """Each is called while the words of the one before go on the record, as the main key does it."""
    desk.record(rules.call_to_order, presiding="brennan")
    desk.record(rules.take_up, item="1")
    desk.record_all([Act(rules.add_concern, {"label": label}) for label in labels(texts)])
    desk.record_all(
        [Act(rules.register_speaker, {"sign_up": SignUp("1", name=text, organisation=text)}) for text in texts]
    )
    said: list[Act] = []
    for text in texts:
        desk.record_all([*said, Act(rules.call_next), Act(rules.start_turn)])
        QApplication.processEvents()
        wall_name = "".join(line.text for line in wall.picture().texts(Role.NAME))
        yield Shown(console.floor.name, console.floor.about, wall_name)
        said = [*_heard(desk.hearing, text)]
    desk.record_all([*said, Act(rules.end_turn)])


def _heard(hearing: Hearing, text: str) -> Iterator[Act]:
    """The text as a summary, and the concern that is called so; of a text that is none, neither."""
    if kept(text):
        code = next(c.code for c in hearing.concerns if c.label.casefold() == kept(text).casefold())
        yield Act(rules.write_summary, {"text": text})
        yield Act(rules.raise_concern, {"code": code})


def unescape(text: str) -> str:
    """A workbook writes ``_x0041_`` as ``_x005F_x0041_``, lest it be taken for a letter; openpyxl reads it raw."""
    return text.replace("_x005F_x", "_x")


def labels(texts: tuple[str, ...]) -> list[str]:
    """The texts that can name a concern: not empty, and none the same but for capitals."""
    return list({kept(text).casefold(): text for text in reversed(texts) if kept(text)}.values())[::-1]


def kept(text: str) -> str:
    """A name as the record keeps it."""
    return as_given(plain(text))


def squashed(text: str) -> str:
    """Without blanks: where lines break is not what is asked."""
    return "".join(text.split())


def letters(text: str) -> str:
    """Its letters, figures and signs: the wall takes out what is no character, and heaps of marks on one letter."""
    return "".join(char for char in unicodedata.normalize("NFC", text) if unicodedata.category(char)[0] in "LNPS")


def test_every_text_is_on_the_record_as_it_was_given(road: Road) -> None:
    for text, registration in road.slips:
        assert registration.sign_up.name == kept(text)
        assert registration.sign_up.organisation == plain(text)
        assert registration.summary == kept(text)
        assert [road.hearing.concern(code).label.casefold() for code in registration.marks] == [
            part for part in [kept(text).casefold()] if part
        ]
    assert [concern.label for concern in road.hearing.concerns[len(CONCERNS) :]] == [*map(kept, labels(road.texts))]


def test_the_record_opens_again_as_it_was(road: Road) -> None:
    again = road.office.record(RECORD)
    assert again.head == road.desk.head
    assert again.hearing.registrations == road.hearing.registrations
    assert again.hearing.concerns == road.hearing.concerns
    assert again.hearing.items == road.hearing.items
    assert list(again.hearing.entries) == list(road.hearing.entries)


def test_console_and_wall_show_every_name_and_nothing_fails(road: Road) -> None:
    assert road.faults == ()
    for (text, registration), shown in zip(road.slips, road.shown, strict=True):
        assert squashed(shown.name) == squashed(registration.name)
        assert squashed(plain(text)) in squashed(shown.about)
        name = letters(registration.published_name)
        assert name or not kept(text), "somebody stands there without a name"
        assert letters(shown.wall) == (name or f"Number{registration.slip}")


def test_lists_of_the_console_hold_every_text_and_no_label_reads_markup(road: Road) -> None:
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in road.console.findChildren(QLabel))
    road.console.queue.show_tab(Tab.HEARD)
    people = cells(road.console.queue.list.model(), 1)
    assert sorted(people) == sorted(one.name for _, one in road.slips)
    concerns = cells(road.console.concerns.list.model(), 1)
    assert {*map(kept, labels(road.texts))} <= {*concerns}


def cells(model: QAbstractItemModel, column: int) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_the_archive_is_json_and_restores_elsewhere_to_the_same_head(road: Road, tmp_path: Path) -> None:
    lines = list(road.office.store.export_lines(RECORD))
    assert all(json.loads(line) for line in lines)
    archive = tmp_path / "record.jsonl"
    archive.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="")
    there = Office(tmp_path / "there", FakeClock())
    there.store.restore(archive)
    restored = there.record(RECORD)
    there.close()
    assert restored.head == road.desk.head
    assert restored.hearing.registrations == road.hearing.registrations
    assert [verdict.sound for verdict in road.office.verify(str(archive))] == [True]


def test_the_minutes_name_everybody_with_their_words_in_the_order_heard(road: Road) -> None:
    reading = read(road.target["minutes.pdf"])
    assert reading.faults == []
    (heard,) = (listing for listing in reading.top.find("L") if len(listing.kids) == len(road.texts))
    entries = [[" ".join(line.text.split()) for line in entry.find("P")] for entry in heard.find("LBody")]
    entries = [[told[0], *([" ".join(told[1:])] if told[1:] else [])] for told in entries]  # a summary has paragraphs
    wanted = []
    for _, registration in road.slips:
        name = registration.name + aside(road.hearing, registration)
        about = ", ".join(part for part in (name, registration.sign_up.organisation) if part)
        wanted.append([line for line in (normal(f"{about}."), normal(registration.summary)) if line])
    assert entries == wanted
    notes = road.reports[0].notes
    assert any(note.startswith("No font here has \U0001f469 (U+1F469 WOMAN)") for note in notes)


def test_the_workbook_holds_every_text_as_text_and_no_formula(road: Road) -> None:
    book = load_workbook(road.target["testimony.xlsx"])
    sheets: dict[str, Any] = {sheet.title: list(sheet.iter_rows()) for sheet in book.worksheets}
    assert not [cell for rows in sheets.values() for row in rows for cell in row if cell.data_type in ("f", "e")]
    header, *rows = sheets["Testimony"]
    places = {str(cell.value): place for place, cell in enumerate(header)}
    assert len(rows) == len(road.texts)
    for (_, registration), row in zip(road.slips, rows, strict=True):
        for title, given in (
            ("Name as published", registration.published_name),
            ("Organisation", registration.sign_up.organisation),
            ("Summary", registration.summary),
        ):
            cell = row[places[title]]
            assert unescape(str(cell.value or "")) == given, title
            assert cell.data_type == ("s" if given else "n")
    _, *concerns = sheets["Concerns tally"]
    assert {*map(kept, labels(road.texts))} <= {unescape(str(cell.value)) for row in concerns for cell in row}


def test_a_list_of_these_names_comes_in_as_it_was_written(road: Road, tmp_path: Path) -> None:
    """Row by row: the text is the name, unless it is longer than any name; a title before a name stands by itself."""
    written = [text.encode("utf-8", "ignore").decode() for text in road.texts]
    path = tmp_path / "sign-ups.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Number", "Full name"], *enumerate(written, 1)])
    office = Office(tmp_path / "data", FakeClock())
    office.create(BODY, MEETING, PROFILE, CONCERNS, AGENDA, RECORD)
    desk = office.desk(RECORD)
    sheet = intake.read(path)[0]
    preview = intake.preview(sheet, intake.guess(sheet).corrected(["name=Full name"]), desk.hearing, default_item="1")
    assert len(preview.rows) == len(written)
    too_long = [row for row in preview.rows if not row.can_take]
    assert [row.why for row in too_long] == [
        f"its name is {len(text):,} characters long; 1,000 are the most" for text in written if len(text) > 1_000
    ]
    for row in preview.rows:
        preview = preview.with_choice(row.number, take=True) if row.can_take else preview
    office.take_in(desk, preview.accepted(), path.name)
    slips = [one.sign_up for _, one in sorted(desk.hearing.registrations.items())]
    office.close()
    assert [squashed(f"{slip.title}{slip.name}") for slip in slips] == [
        squashed(kept(text)) for text in written if len(text) <= 1_000
    ]
