"""Hands the set-up screens what they need: those who read files, the library, and the doorway to the record."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import TypeVar
from zoneinfo import available_timezones

from hearingdesk import intake
from hearingdesk.desk import Desk, JournalUnavailable
from hearingdesk.domain import rules
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.standing import KeptBody, Usual
from hearingdesk.domain.values import Body, ItemNotice
from hearingdesk.library import (
    CONCERNS,
    PROFILES,
    USUAL_CONCERNS,
    USUAL_PROFILE,
    ConcernSet,
    Library,
    LibraryFault,
)
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
from hearingdesk.ui.setup.body_form import Choices
from hearingdesk.ui.setup.doubles import DoublesScreen
from hearingdesk.ui.setup.files import PastedRows, Source
from hearingdesk.ui.setup.shelf import Kept, Shelf
from hearingdesk.ui.setup.standing import Shelves, StandingScreen

N = TypeVar("N")
USUAL_MEETING = "Regular meeting"
FAULTS = (intake.IntakeError, LibraryFault, Refused)


def setup_screen(office: Office, today: date, zone: str, made: Callable[[str, Source | None], object]) -> SetupScreen:
    """The form of a new hearing; ``made`` is told its id, and the list of sign-ups to be read next."""

    def create(new: NewHearing) -> None:
        hearing_id = office.create(new.body, new.meeting, new.profile, new.concerns, new.items, source=new.source)
        made(hearing_id, new.sign_ups)

    return SetupScreen(create, _offered(office, zone), _agenda_reader(), today)


def standing_screen(office: Office, today: date) -> StandingScreen:
    """Bodies, rule profiles and concern sets, to be changed for the hearings to come."""
    library = office.library
    choices = Choices(
        lambda: _by_usage(library.profiles().found, USUAL_PROFILE),
        lambda: _by_usage(library.concern_sets().found, USUAL_CONCERNS),
        sorted(available_timezones()),
        today,
    )
    faults = (*library.profiles().faults, *library.concern_sets().faults)
    return StandingScreen(Shelves(_bodies(office), _profiles(library), _sets(library), choices, faults))


def _bodies(office: Office) -> Shelf[KeptBody]:
    library = office.library

    def entries() -> list[Kept[KeptBody]]:
        return [
            Kept(kept.body.name, kept.body.name, kept, below=how_many(len(kept.body.members), "member"))
            for kept in office.bodies()
        ]

    def keep(kept: KeptBody, before: str) -> str:
        office.keep_body(kept, before)
        return kept.body.name

    def blank() -> KeptBody:
        concerns = library.concerns(USUAL_CONCERNS)
        usual = Usual(kind=USUAL_MEETING)
        return KeptBody(Body(""), library.profile(USUAL_PROFILE), concerns.concern, usual, concerns.name)

    def copied(kept: KeptBody) -> KeptBody:
        name = free_title(kept.body.name, [other.body.name for other in office.bodies()])
        return replace(kept, body=replace(kept.body, name=name))

    return Shelf("body", entries, keep, office.forget_body, blank, copied, (JournalUnavailable,))


def _profiles(library: Library) -> Shelf[RuleProfile]:
    def entries() -> list[Kept[RuleProfile]]:
        own = library.own(PROFILES)
        return [
            Kept(one.name, one.title, one, one.name in own, one.sentence(one.base_limit))
            for one in _by_usage(library.profiles().found, USUAL_PROFILE)
        ]

    def keep(profile: RuleProfile, before: str) -> str:
        name = before or library.free_name(PROFILES, profile.title)
        library.keep_profile(replace(profile, name=name))
        return name

    def copied(profile: RuleProfile) -> RuleProfile:
        titles = [one.title for one in library.profiles().found.values()]
        return replace(profile, title=free_title(profile.title, titles))

    def remove(name: str) -> None:
        library.remove(PROFILES, name)

    def blank() -> RuleProfile:
        return replace(library.profile(USUAL_PROFILE), title="")

    return Shelf("rule profile", entries, keep, remove, blank, copied, (LibraryFault,))


def _sets(library: Library) -> Shelf[ConcernSet]:
    def entries() -> list[Kept[ConcernSet]]:
        own = library.own(CONCERNS)
        return [
            Kept(one.name, one.title, one, one.name in own, how_many(len(one.concern), "concern"))
            for one in _by_usage(library.concern_sets().found, USUAL_CONCERNS)
        ]

    def keep(one: ConcernSet, before: str) -> str:
        name = before or library.free_name(CONCERNS, one.title)
        library.keep_concerns(replace(one, name=name))
        return name

    def copied(one: ConcernSet) -> ConcernSet:
        titles = [other.title for other in library.concern_sets().found.values()]
        return replace(one, title=free_title(one.title, titles))

    def remove(name: str) -> None:
        library.remove(CONCERNS, name)

    return Shelf("concern set", entries, keep, remove, lambda: ConcernSet("", "", ()), copied, (LibraryFault,))


def free_title(title: str, titles: Collection[str]) -> str:
    """``Plan Commission (ours)``; where that is taken ``(ours 2)`` and so on."""
    bare = re.sub(r" \(ours(?: \d+)?\)$", "", title)
    numbered = chain([f"{bare} (ours)"], (f"{bare} (ours {number})" for number in count(2)))
    return next(free for free in numbered if free not in titles)


def _by_usage(found: Mapping[str, N], usual: str) -> list[N]:
    """The usual first, then by name."""
    return [found[name] for name in sorted(found, key=lambda name: (name != usual, name))]


@dataclass(frozen=True, slots=True)
class Dropped:
    """What became of dropped files: the lists among them, and a sentence on the others."""

    agenda: Path | None = None
    sign_ups: Path | None = None
    sentence: str = ""
    good: bool = True

    @property
    def lists(self) -> list[Path]:
        """The agenda first."""
        return [path for path in (self.agenda, self.sign_ups) if path is not None]


def dropped(office: Office, paths: Sequence[Path]) -> Dropped:
    """Each told by its content: a record is taken back, an agenda or a list of people is to be shown."""
    found = Dropped()
    for path in paths:
        try:
            found = _with_file(office, found, path)
        except (intake.IntakeError, JournalUnavailable) as fault:
            found = replace(found, sentence=f"{found.sentence} {fault}".strip(), good=False)
    return found


def _with_file(office: Office, found: Dropped, path: Path) -> Dropped:
    kind = intake.kind_of(path)
    match kind:
        case intake.FileKind.AGENDA if found.agenda is None:
            return replace(found, agenda=path)
        case intake.FileKind.SIGN_UPS if found.sign_ups is None:
            return replace(found, sign_ups=path)
        case intake.FileKind.RECORD:
            line = office.store.restore(path)
            entries = how_many(line.entries, "entry", "entries")
            back = f"{line.body}, {line.title}, is on the docket again: {entries}, checked."
            return replace(found, sentence=f"{found.sentence} {back}".strip())
        case _:
            later = f"{path.name} was not read: one list of {kind} at a time. Drop it again when the first is in."
            return replace(found, sentence=f"{found.sentence} {later}".strip(), good=False)


def lists_for_hearing(
    office: Office, desk: Desk, found: Dropped, people_next: Callable[[Path], object]
) -> AgendaScreen | ImportScreen[intake.Sheet, intake.Mapping, intake.Accepted]:
    """The lists dropped on a hearing: the agenda first, then the people, whose items it may hold."""
    screen = agenda_screen(office, desk) if found.agenda else import_screen(office, desk)
    screen.drop_field().take(found.lists[0])
    people = found.sign_ups
    if found.agenda and people is not None:
        screen.done.connect(lambda _: people_next(people))
    return screen


def import_screen(office: Office, desk: Desk) -> ImportScreen[intake.Sheet, intake.Mapping, intake.Accepted]:
    """A list of sign-ups into the hearing that is open."""

    def look(sheet: intake.Sheet, mapping: intake.Mapping, hearing: Hearing, item: str) -> intake.Preview:
        return intake.preview(sheet, mapping, hearing, default_item=item)

    reader = SignUpReader(
        read=lambda source, encoding, delimiter: intake.read(_told(source), encoding=encoding, delimiter=delimiter),
        mapping=office.mapping,
        preview=look,
        remember=office.remember,
        faults=FAULTS,
    )
    return ImportScreen(reader, lambda: desk.hearing, lambda accepted, name: office.take_in(desk, accepted, name))


def doubles_screen(desk: Desk) -> DoublesScreen:
    """Those registered who are likely the same person."""
    return DoublesScreen(
        lambda: desk.hearing, lambda slip, reason: desk.record(rules.withdraw_speaker, slip=slip, reason=reason)
    )


def agenda_screen(office: Office, desk: Desk) -> AgendaScreen:
    """More items for the hearing that is open."""
    return AgendaScreen(_agenda_reader(), desk.hearing, lambda items, name: office.notice(desk, items, name))


def _agenda_reader() -> AgendaReader:
    def read(source: Source, day: date, zone: str, noticed: Sequence[ItemNotice]) -> Sequence[intake.AgendaPreview]:
        return intake.read_agenda(_told(source), on=day, timezone=zone, agenda=noticed)

    return AgendaReader(read, FAULTS)


def _told(source: Source) -> Path | intake.Pasted:
    return intake.Pasted(source.text) if isinstance(source, PastedRows) else source


def _offered(office: Office, zone: str) -> Offered:
    sets = _by_usage(office.library.concern_sets().found, USUAL_CONCERNS)
    return Offered(
        profiles=_by_usage(office.library.profiles().found, USUAL_PROFILE),
        concerns={one.title: one.concern for one in sets},
        bodies=office.bodies(),
        zones=sorted(available_timezones()),
        zone=zone,
    )
