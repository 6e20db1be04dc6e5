"""One row of a list into one slip: the person, what is public record, what only the clerk sees, what is odd."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from hearingdesk.domain.names import folded
from hearingdesk.domain.values import (
    Capacity,
    Channel,
    Contact,
    Interpreter,
    Mode,
    NameShown,
    Position,
    SignUp,
)
from hearingdesk.intake import answers
from hearingdesk.intake.fields import Field, squeezed
from hearingdesk.intake.mapping import Mapping
from hearingdesk.intake.matching import Items
from hearingdesk.intake.people import Person, Style, joined, organisation_of, person
from hearingdesk.intake.sheets import Row
from hearingdesk.intake.text import clean, has_unprintable, one_line, shown

LONGEST_NAME = 1_000

_NAMES = (Field.NAME, Field.GIVEN_NAME, Field.SURNAME, Field.SCREEN_NAME)
_OF_A_PERSON = (
    *_NAMES,
    Field.ORGANISATION,
    Field.POSITION,
    Field.EMAIL,
    Field.PHONE,
    Field.STREET,
    Field.NOTE,
    Field.ID,
)
_NAMELESS = re.compile(
    r"(anonymous|speaker|unknown|no name( given)?|name (withheld|refused)|(fe)?male speaker|unidentified( speaker)?)"
)
_FURNITURE = re.compile(
    r"((public )?(hearing|comment|testimony) )?"
    r"(witness|speaker|testimony|registration|attendance|sign (in|up))s? (sign (in|up) )?"
    r"(list|sheet|register|roster|card|log|form)s?( continued| cont d| cont)?( page \d+.*)?"
    r"|page \d+( of \d+)?|\d+ of \d+|(grand |sub ?)?totals?( .*)?|(number|count) of .*|end of (the )?(list|report"
    r"|file|sheet)"
    r"|(list )?(continued|cont d)( .*)?|printed (on|at|by) .*|report generated .*|(house|senate) committee .*"
    r"|committee on .*"
    r"|(testifying|registered|registering|appearing|speaking)( but not testifying)?( for| against| on)?|for|against"
    r"|on|neutral"
    r"|(full |last |first |speaker s? ?|witness )?name|last name first name|(continued )?(on|from) (the )?(next"
    r"|previous) page"
)
_GONE = re.compile(r"\b(cancel|denied|declined|withdr[ae]w|rejected|deleted|spam|duplicate)")


@dataclass(frozen=True, slots=True)
class Reading:
    """How the rows of one list are read."""

    mapping: Mapping
    items: Items
    timezone: str
    style: Style = Style()
    day_first: bool = False
    mode: Mode = Mode.IN_PERSON
    header: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slip:
    """What a row came to. ``odd`` is for the clerk to look at; ``refused`` stops the row alone.

    ``items`` are all that the row names, the slip's own first; where they are several, each gets a slip.
    """

    sign_up: SignUp
    contact: Contact
    id: str = ""
    odd: tuple[str, ...] = ()
    refused: str = ""
    items: tuple[str, ...] = ()


@dataclass
class _Remarks:
    """What the clerk should look at in one row."""

    odd: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def not_a_person(row: Row, reading: Reading) -> str:
    """Why this row is no sign-up; empty where it is one."""
    twins = zip(map(row.cell, range(len(reading.header))), reading.header, strict=True)
    if sum(1 for cell, label in twins if cell and folded(cell) == folded(label)) > len(reading.header) * 0.6:
        return "the header of the list, once more"
    cells = {name: one_line(reading.mapping.cell(row, name)) for name in _OF_A_PERSON}
    given = f"{cells[Field.GIVEN_NAME]} {cells[Field.SURNAME]}".strip()
    for said in (cells[Field.NAME] or given or cells[Field.SCREEN_NAME], _few_words(row, reading)):
        if _FURNITURE.fullmatch(folded(said)):
            return f"a line of the page, not a person: {shown(said)}"
    if all(answers.is_nothing(cell) for cell in cells.values()):
        return "neither a name nor anything else of a person"
    status = reading.mapping.cell(row, Field.STATUS)
    return f"its status is {shown(status)}" if _GONE.search(folded(status)) else ""


def _few_words(row: Row, reading: Reading) -> str:
    """What a nearly empty row says beside its position, as the lines of a page do; empty for a full one."""
    if row.filled > 3:
        return ""
    place = reading.mapping.index(Field.POSITION)
    return " ".join(one_line(cell) for index, cell in enumerate(row.cells) if cell.strip() and index != place)


def slip(row: Row, reading: Reading) -> Slip:
    """The slip of a row that is a sign-up."""
    remarks = _Remarks()
    if any(map(has_unprintable, row.cells)):
        remarks.odd.append("characters that cannot be printed were taken out")
    who = _person(row, reading, remarks)
    items = _items(row, reading, remarks)
    sign_up = SignUp(
        item=items[0],
        name=who.name,
        position=_position(row, reading, remarks),
        mode=_mode(row, reading, remarks),
        channel=Channel.ONLINE,
        capacity=_capacity(row, reading, remarks),
        organisation=_organisation(who, row, reading, remarks),
        place=_line(row, reading, Field.PLACE) or who.place,
        name_shown=_parents_choice(row, reading) or _name_shown(row, reading),
        minor=_ticked(row, reading, Field.MINOR, remarks) or _parents_choice(row, reading) is not None,
        parent_chose=_parents_choice(row, reading) is not None,
        address_restricted=_ticked(row, reading, Field.ADDRESS_RESTRICTED, remarks),
        interpreter=_interpreter(row, reading),
        title=who.title or _line(row, reading, Field.TITLE),
        received=_received(row, reading, remarks),
    )
    contact = _contact(who, row, reading, remarks)
    key, refused = _line(row, reading, Field.ID), _refusal(sign_up, reading.items)
    return Slip(sign_up, contact, key, tuple(remarks.odd), refused, items)


def _refusal(sign_up: SignUp, agenda: Items) -> str:
    if not sign_up.item and not agenda.noticed:
        return "the agenda has no item yet to register it for. Put the agenda in first, then read this list again"
    if not sign_up.item:
        return "it names no item, and the agenda does not tell which is meant. Choose the item for this list"
    if len(sign_up.name) > LONGEST_NAME:
        return f"its name is {len(sign_up.name):,} characters long; {LONGEST_NAME:,} are the most"
    return ""


def _line(row: Row, reading: Reading, name: Field) -> str:
    text = one_line(reading.mapping.cell(row, name))
    return "" if answers.is_nothing(text) and not _is_sign(text) else text


def _is_sign(text: str) -> bool:
    """Whether a text holds signs alone that say something, unlike dashes."""
    return bool(text.strip(" -–—.,/\\_")) and not folded(text)


def _person(row: Row, reading: Reading, remarks: _Remarks) -> Person:
    name = one_line(reading.mapping.cell(row, Field.NAME))
    if name:
        who = person(name, reading.style)
    else:
        who = joined(reading.mapping.cell(row, Field.GIVEN_NAME), reading.mapping.cell(row, Field.SURNAME))
    who = who if who.name else Person(one_line(reading.mapping.cell(row, Field.SCREEN_NAME)))
    if _NAMELESS.fullmatch(folded(who.name)):
        remarks.notes.append(f"The list says: {shown(who.name)}")
        return Person()
    if who.odd:
        remarks.odd.append(who.odd)
    return who


def _items(row: Row, reading: Reading, remarks: _Remarks) -> tuple[str, ...]:
    """The items the row names, each once; at least one, which is empty where nobody can tell."""
    said, title = reading.mapping.cell(row, Field.ITEM), reading.mapping.cell(row, Field.ITEM_TITLE)
    several = reading.items.named(said) or [""]
    found: dict[str, None] = {}
    for one in several:
        item, remark = reading.items.meant(one, title if len(several) == 1 else "")
        found[item] = None
        if remark:
            remarks.odd.append(remark)
            remarks.notes.append(f"Signed up for: {one_line(said)}")
    return tuple(found)


def _position(row: Row, reading: Reading, remarks: _Remarks) -> Position:
    said = reading.mapping.cell(row, Field.POSITION)
    found = answers.position(said)
    if found is None:
        remarks.odd.append(f"its position {shown(said)} is not known; it is taken as not stated")
        remarks.notes.append(f"Position as written: {one_line(said)}")
    return found or Position.NOT_STATED


def _mode(row: Row, reading: Reading, remarks: _Remarks) -> Mode:
    """Who only registers does not speak, whatever else the row says; else the way of taking part, as told."""
    if answers.yes_or_no(reading.mapping.cell(row, Field.REGISTERING_ONLY)):
        return Mode.REGISTERING_ONLY
    wishes = reading.mapping.cell(row, Field.SPEAKING)
    speaks = None if answers.is_nothing(wishes) and folded(wishes) != "none" else answers.wishes_to_speak(wishes)
    said = reading.mapping.cell(row, Field.MODE)
    how = None if answers.is_nothing(said) else answers.mode(said)
    if speaks is False:
        return how if how is Mode.WRITTEN else Mode.REGISTERING_ONLY
    unread = [text for text, found in ((wishes, speaks), (said, how)) if found is None and not answers.is_nothing(text)]
    remarks.odd.extend(f"the answer {shown(text)} is not understood" for text in unread)
    return how or reading.mode


def _capacity(row: Row, reading: Reading, remarks: _Remarks) -> Capacity:
    said = reading.mapping.cell(row, Field.CAPACITY)
    found = None if answers.is_nothing(said) else answers.capacity(said)
    if found is None and not answers.is_nothing(said):
        remarks.notes.append(f"Capacity as written: {one_line(said)}")
    return found or Capacity.PUBLIC


def _organisation(who: Person, row: Row, reading: Reading, remarks: _Remarks) -> str:
    """From its own column, or from the brackets behind the name where these say more."""
    said, for_self = organisation_of(_line(row, reading, Field.ORGANISATION))
    for_self = for_self or who.for_self or answers.yes_or_no(reading.mapping.cell(row, Field.SELF)) is True
    if sorted(folded(said).split()) == sorted(folded(who.name).split()):
        said = ""
    torn = said.count("(") != said.count(")")
    organisation = who.organisation if who.organisation and (torn or folded(said) in folded(who.organisation)) else said
    if organisation and for_self:
        remarks.notes.append("Speaks for themselves, too.")
    return organisation or who.organisation


def _ticked(row: Row, reading: Reading, name: Field, remarks: _Remarks) -> bool:
    """A tick or a yes; an answer nobody understands is taken as yes, for it keeps something in the building."""
    said = _line(row, reading, name)
    ticked = answers.yes_or_no(said) if said else False
    if ticked is None:
        remarks.odd.append(f"the answer {shown(said)} is not understood; it is taken as yes")
    return ticked is not False


def _parents_choice(row: Row, reading: Reading) -> NameShown | None:
    """How a parent or guardian chose that a minor is named; None where nobody did, or it cannot be read (P-05)."""
    return answers.name_shown(_line(row, reading, Field.PARENTS_CHOICE))


def _name_shown(row: Row, reading: Reading) -> NameShown:
    withheld = answers.yes_or_no(reading.mapping.cell(row, Field.WITHHOLD_NAME))
    return NameShown.WITHHELD if withheld else NameShown.FULL


def _interpreter(row: Row, reading: Reading) -> Interpreter | None:
    wanted, language = (one_line(reading.mapping.cell(row, name)) for name in (Field.INTERPRETER, Field.LANGUAGE))
    return answers.interpreter(wanted, language)


def _received(row: Row, reading: Reading, remarks: _Remarks) -> datetime | None:
    said = _line(row, reading, Field.RECEIVED)
    found = answers.moment(said, reading.timezone, day_first=reading.day_first) if said else None
    if said and found is None:
        remarks.odd.append(f"the time {shown(said)} cannot be read; the time of import counts")
        remarks.notes.append(f"Received as written: {said}")
    return found


def _contact(who: Person, row: Row, reading: Reading, remarks: _Remarks) -> Contact:
    notes = [
        clean(reading.mapping.cell(row, Field.NOTE)),
        *remarks.notes,
        f"Pronouns: {who.pronouns}" * bool(who.pronouns),
    ]
    return Contact(
        email=_line(row, reading, Field.EMAIL),
        phone=_line(row, reading, Field.PHONE),
        street=_line(row, reading, Field.STREET),
        pronunciation=_line(row, reading, Field.PRONUNCIATION) or who.pronunciation,
        note="\n".join(dict.fromkeys(filter(None, notes))),
        need=_line(row, reading, Field.NEED),
    )


def usual_mode(section: str) -> Mode:
    """Who stands in the report of a webinar takes part by video."""
    return Mode.REMOTE_VIDEO if squeezed(section) in ("attendeedetails", "panelistdetails") else Mode.IN_PERSON


def names_in(mapping: Mapping, rows: Sequence[Row]) -> list[str]:
    """What stands in the column of names."""
    return [text for row in rows if (text := mapping.cell(row, Field.NAME))]
