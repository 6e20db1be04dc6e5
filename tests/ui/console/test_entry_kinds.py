"""The journal panel on every kind of entry that the sample evening holds: worded, and what would follow a strike."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import Event
from hearingdesk.office import Office
from hearingdesk.sample import sample_hearing
from hearingdesk.ui.console.journal import Shown, journal_row, subject_of
from hearingdesk.ui.console.sheets.entry import EntrySheet
from tests.fakes import FakeClock


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    office = Office(tmp_path, FakeClock(), "rd")
    made = office.desk(sample_hearing(office))
    office.close()
    return made


def test_every_kind_of_entry_is_worded_and_says_what_a_strike_would_do(qtbot: QtBot, desk: Desk) -> None:
    first: dict[type[Event], int] = {}
    for entry in desk.hearing.entries:
        first.setdefault(type(entry.event), entry.seq)
    assert len(first) > 20
    for kind, seq in first.items():
        row = journal_row(desk.hearing, seq)
        assert row.words, kind
        assert subject_of(desk.hearing.entries[seq - 1].event) in Shown
        sheet = EntrySheet(desk, seq)
        qtbot.addWidget(sheet)
        sheet.show_hearing(desk.hearing)
        told, fallen = sheet.consequences.text(), sheet.list.lines.rows
        assert told.endswith((".", ":")), kind
        assert (sheet.main.refusal == told) is bool(desk.refusal(rules.strike_entry, seq=seq) and not fallen), kind
        assert all(line.below for line in fallen), kind
