"""Hands the set-up screens what they need: those who read files, the library, and the doorway to the record."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from zoneinfo import available_timezones

from hearingdesk import intake
from hearingdesk.desk import Desk
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import ItemNotice
from hearingdesk.library import USUAL_CONCERNS, USUAL_PROFILE, LibraryFault
from hearingdesk.office import Office, Refused
from hearingdesk.ui.setup import (
    AgendaReader,
    AgendaScreen,
    ImportScreen,
    NewHearing,
    Offered,
    SetupScreen,
    SignUpReader,
)

FAULTS = (intake.IntakeError, LibraryFault, Refused)


def setup_screen(office: Office, today: date, zone: str, made: Callable[[str, Path | None], object]) -> SetupScreen:
    """The form of a new hearing; ``made`` is told its id, and the list of sign-ups to be read next."""

    def create(new: NewHearing) -> None:
        hearing_id = office.create(new.body, new.meeting, new.profile, new.concerns, new.items, source=new.source)
        made(hearing_id, new.sign_ups)

    return SetupScreen(create, _offered(office, zone), _agenda_reader(), today)


def import_screen(office: Office, desk: Desk) -> ImportScreen[intake.Sheet, intake.Mapping, intake.Accepted]:
    """A list of sign-ups into the hearing that is open."""

    def look(sheet: intake.Sheet, mapping: intake.Mapping, hearing: Hearing, item: str) -> intake.Preview:
        return intake.preview(sheet, mapping, hearing, default_item=item)

    reader = SignUpReader(
        read=lambda path, encoding, delimiter: intake.read(path, encoding=encoding, delimiter=delimiter),
        mapping=office.mapping,
        preview=look,
        remember=office.remember,
        faults=FAULTS,
    )
    return ImportScreen(reader, lambda: desk.hearing, lambda accepted, name: office.take_in(desk, accepted, name))


def agenda_screen(office: Office, desk: Desk) -> AgendaScreen:
    """More items for the hearing that is open."""
    return AgendaScreen(_agenda_reader(), desk.hearing, lambda items, name: office.notice(desk, items, name))


def _agenda_reader() -> AgendaReader:
    def read(path: Path, day: date, zone: str, noticed: Sequence[ItemNotice]) -> Sequence[intake.AgendaPreview]:
        return intake.read_agenda(path, on=day, timezone=zone, agenda=noticed)

    return AgendaReader(read, FAULTS)


def _offered(office: Office, zone: str) -> Offered:
    """The usual first, then by name."""
    profiles = office.library.profiles().found
    sets = office.library.concern_sets().found
    return Offered(
        profiles=[profiles[name] for name in sorted(profiles, key=lambda name: (name != USUAL_PROFILE, name))],
        concerns={
            sets[name].title: sets[name].concern
            for name in sorted(sets, key=lambda name: (name != USUAL_CONCERNS, name))
        },
        bodies=office.bodies(),
        zones=sorted(available_timezones()),
        zone=zone,
    )
