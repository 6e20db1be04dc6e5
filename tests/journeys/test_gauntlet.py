"""Every text that ever broke a program goes the whole road: desk, store, windows, archive, minutes, workbook, list."""

import csv
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QApplication, QLabel, QTableView
from pytestqt.qtbot import QtBot

from exports.report import ExportReport
from exports.text import clean, is_invisible
from hearingdesk import intake
from hearingdesk.app import hang_wall
from hearingdesk.desk import Act, Desk
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.text import plain
from hearingdesk.domain.values import SignUp
from hearingdesk.office import Office
from hearingdesk.ui.console.window import Console
from hearingdesk.ui.display import plain as wall_text
from hearingdesk.ui.display.picture import Role
from hearingdesk.ui.kit.rows import RowsModel
from tests.builders import AGENDA, BODY, CONCERNS, MEETING, PROFILE
from tests.exports.pdf_reading import Reading, normal, read
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
    "x" * 3_000,
    "\u738b" * 300,
)
"""What has to be right on every machine, with no data at hand; one text of each kind that harms."""

RECORD = "gauntlet"


@dataclass(frozen=True)
class Road:
    """The hearing that the texts went through, and what came out at the end of it."""

    texts: tuple[str, ...]
    office: Office
    hearing: Hearing
    out: Path
    reports: list[ExportReport]

    @property
    def slips(self) -> list[tuple[str, int]]:
        """Each text with the slip it stands on."""
        return list(zip(self.texts, sorted(self.hearing.registrations), strict=True))


def blns(real_data: Path) -> tuple[str, ...]:
    return tuple(json.loads((real_data / "hostile" / "blns.json").read_text("utf-8")))


def names_of_the_world(real_data: Path) -> tuple[str, ...]:
    return tuple((real_data / "hostile" / "unicode-person-names.txt").read_text("utf-8").splitlines())


@pytest.fixture(scope="module", params=["built in", "naughty strings and names of the world"])
def texts(request: pytest.FixtureRequest) -> tuple[str, ...]:
    if request.param == "built in":
        return BUILT_IN
    real_data: Path = request.getfixturevalue("real_data")
    found = (*blns(real_data), *names_of_the_world(real_data))
    assert len(found) == 515 + 43
    return found


@pytest.fixture(scope="module")
def road(texts: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Road]:
    """Everybody heard, every text as name, organisation, concern and summary; then both papers written."""
    folder = tmp_path_factory.mktemp("gauntlet")
    office = Office(folder / "data", FakeClock(), "rd")
    office.create(BODY, MEETING, PROFILE, CONCERNS, AGENDA, RECORD)
    desk = office.desk(RECORD)
    _hear(desk, texts)
    yield Road(texts, office, desk.hearing, folder / "out", office.export_hearing(desk, folder / "out"))
    office.close()


def _hear(desk: Desk, texts: tuple[str, ...]) -> None:
    desk.record(rules.call_to_order, presiding="brennan")
    desk.record(rules.take_up, item="1")
    for text in texts:
        desk.register(SignUp("1", name=text, organisation=text))
    for text in texts:
        acts = [Act(rules.call_next), Act(rules.start_turn)]
        if plain(text).strip():
            acts.append(Act(rules.write_summary, {"text": text}))
        desk.record_all([*acts, Act(rules.end_turn)])
    known: set[str] = {concern.label.casefold() for concern in CONCERNS}
    for text in texts:
        label = plain(text).strip()
        if label and label.casefold() not in known:
            known.add(label.casefold())
            desk.record(rules.add_concern, label=text)


def test_every_text_is_on_the_record_as_it_was_given(road: Road) -> None:
    for text, slip in road.slips:
        registration = road.hearing.registrations[slip]
        kept = plain(text)
        assert registration.sign_up.name == kept.strip(), text
        assert registration.sign_up.organisation == kept.strip(), text
        assert registration.summary == (kept if kept.strip() else ""), text
    labels = {concern.label for concern in road.hearing.concerns}
    assert {plain(text).strip() for text in road.texts} - {""} <= {*labels} | {
        label for label in labels if label.casefold() in {text.casefold() for text in road.texts}
    }
