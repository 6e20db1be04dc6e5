"""The set-up screens with those who really read files, and a keyboard."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from hearingdesk import intake
from hearingdesk.intake.mapping import Mapping
from hearingdesk.intake.preview import Accepted
from hearingdesk.intake.sheets import Sheet
from hearingdesk.office import Office
from hearingdesk.setting_up import standing_screen
from hearingdesk.ui.setup import AgendaReader, SignUpReader
from hearingdesk.ui.setup.files import PastedRows, Source
from hearingdesk.ui.setup.screen import Screen
from hearingdesk.ui.setup.standing import StandingScreen
from tests.fakes import FakeClock
from tests.keyboard import Keyboard

TODAY = date(2026, 2, 6)
W = TypeVar("W", bound=Screen)
Show = Callable[[W], W]


def told(source: Source) -> Path | intake.Pasted:
    return intake.Pasted(source.text) if isinstance(source, PastedRows) else source


@pytest.fixture
def agendas() -> AgendaReader:
    return AgendaReader(
        lambda source, day, zone, noticed: intake.read_agenda(told(source), on=day, timezone=zone, agenda=noticed),
        (intake.IntakeError,),
    )


@dataclass
class Memory:
    """How columns were mapped before, and what is remembered of it now."""

    kept: dict[str, str]

    def mapping(self, sheet: Sheet) -> Mapping:
        return intake.remembered(sheet, self.kept) if self.kept else intake.guess(sheet)

    def remember(self, sheet: Sheet, mapping: Mapping) -> None:
        assert intake.fingerprint(sheet)
        self.kept = mapping.to_dict()


@pytest.fixture
def memory() -> Memory:
    return Memory({})


@pytest.fixture
def lists(memory: Memory) -> SignUpReader[Sheet, Mapping, Accepted]:
    return SignUpReader(
        lambda source, encoding, delimiter: intake.read(told(source), encoding=encoding, delimiter=delimiter),
        memory.mapping,
        lambda sheet, mapping, hearing, item: intake.preview(sheet, mapping, hearing, default_item=item),
        memory.remember,
        (intake.IntakeError,),
    )


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[Screen], Screen]:
    def shown(screen: Screen) -> Screen:
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        with qtbot.waitActive(screen):
            screen.show()
        return screen

    return shown


@pytest.fixture
def keys() -> Keyboard:
    return Keyboard()


@pytest.fixture
def sign_ups(tmp_path: Path) -> Path:
    """Invented people: two of one name, a page header, a comma in a quoted cell."""
    path = tmp_path / "sign-ups.csv"
    path.write_text(
        "Full name;Standpunkt;Position;Organization\n"
        "Ada Bell;x;Oppose;Northside Tenants Union\n"
        "Luis Ortega;y;Support;\n"
        "ada bell;x;Oppose;\n"
        "Total;;;\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "data", FakeClock(), "rd")


@pytest.fixture
def screen(office: Office, show: Callable[[Screen], Screen]) -> StandingScreen:
    """Bodies, rules and concern sets, shown."""
    made = standing_screen(office, TODAY)
    show(made)
    return made
