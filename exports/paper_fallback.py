"""Paper to go on with when the laptop fails: who waits, in order, and blank sheets to tally on (D-04)."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from exports.blocks import Block, Col, Document, Heading, Paper, Para, Table, Tone
from exports.report import ExportReport
from exports.stationery import letterhead_of
from exports.tagged_pdf import write_pdf
from exports.words import item_title
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.cutoff import public_sentence, sign_up_sentence
from hearingdesk.domain.hearing import Hearing, Item, Registration
from hearingdesk.domain.in_force import rule_sentence, rules_on
from hearingdesk.domain.local import clock_time, full_date, local, long_date
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.spans import clock_text
from hearingdesk.domain.timing import allotment, reading
from hearingdesk.domain.values import Contact, Position

MOST = 500
"""As many as anybody calls from paper in one evening."""
BLANK_TURNS, BLANK_CONCERNS, BLANK_SLIPS = 24, 4, 2
_POSITIONS = "  ".join(position.value for position in Position)
_LETTERS = "S support, O oppose, M mixed, N neutral, U not stated"


def write_paper(hearing: Hearing, contacts: Mapping[int, Contact], now: Moment, target: Path) -> ExportReport:
    """The queue and blank sheets as a PDF, for the clerk alone: it holds what is not public. Raises ExportFailed."""
    return write_pdf(paper_fallback(hearing, contacts, now), target)


def paper_fallback(
    hearing: Hearing, contacts: Mapping[int, Contact], now: Moment, paper: Paper = Paper.LETTER
) -> Document:
    """As of ``now``: for each item on which somebody waits or may be called again, its people; then blank sheets."""
    at = local(hearing, now)
    return Document(
        title=f"Paper to go on with, {hearing.body.name}, {full_date(at)}",
        lang="en-US",
        author=hearing.body.name,
        subject="The queue and blank tally sheets, for the clerk",
        made=at,
        blocks=tuple(_blocks(hearing, contacts, now)),
        status="REHEARSAL" if hearing.meeting.rehearsal else "",
        running=f"{hearing.body.name} · as of {clock_time(at)}",
        footer="For the clerk: holds what is not public",
        letterhead=letterhead_of(hearing.body),
        paper=paper,
    )


def _blocks(hearing: Hearing, contacts: Mapping[int, Contact], now: Moment) -> Iterator[Block]:
    at = local(hearing, now)
    yield Heading(1, "Paper to go on with")
    yield Para(f"{hearing.meeting.title} · {long_date(at)} · as of {clock_time(at)}", Tone.LEAD)
    yield from _floor(hearing, now)
    items = [item for item in (hearing.items[name] for name in hearing.agenda) if item.queue or item.absent]
    if not items:
        yield Para("Nobody is waiting.")
    for item in items:
        yield Heading(2, item_title(item))
        yield Para(_so_far(hearing, item))
        yield from _people(hearing, contacts, "Waiting, in the order to be called", item.queue)
        yield from _people(hearing, contacts, "Called and not present", item.absent)
        yield from _people(hearing, contacts, "Late, by the chair's leave", item.for_leave)
    yield from _blank_sheets(hearing)
    yield from _blank_slips(hearing)


def _floor(hearing: Hearing, now: Moment) -> Iterator[Block]:
    turn, speaker = hearing.turn, hearing.speaker
    if turn is None or speaker is None:
        return
    left = reading(hearing.profile, turn, now).text
    began = f"the clock at {left}" if turn.started else "called, the clock not started"
    yield Para(f"At the microphone: slip {speaker.slip}, {speaker.name}, {began}.", Tone.OUTCOME)


def _so_far(hearing: Hearing, item: Item) -> str:
    limit = "no limit" if item.limit is None else f"{clock_text(item.limit)} each"
    rule = rule_sentence(hearing, item)
    return f"{item.tally.heard} heard, {len(item.absent)} absent, {len(item.queue)} waiting; {limit}. {rule}"


def _people(hearing: Hearing, contacts: Mapping[int, Contact], caption: str, slips: tuple[int, ...]) -> Iterator[Block]:
    if not slips:
        return
    columns = (
        Col("No.", 0.5, right=True),
        Col("Slip", 0.6, right=True),
        Col("Name, and how it is said", 3.8),
        Col("Position", 1.1),
        Col("Time", 0.7, right=True),
        Col("Needs", 1.9),
        Col("Heard", 0.7),
    )
    people = [hearing.registrations[slip] for slip in slips[:MOST]]
    rows = tuple(_person(hearing, one, contacts.get(one.slip), place) for place, one in enumerate(people, 1))
    yield Table(f"{caption}: {how_many(len(slips), 'person', 'people')}", columns, rows, row_header=2)
    if len(slips) > MOST:
        yield Para(f"And {len(slips) - MOST} more, who are on the record.", Tone.NOTE)


def _person(hearing: Hearing, one: Registration, contact: Contact | None, place: int) -> tuple[str, ...]:
    sign_up = one.sign_up
    item = hearing.items[sign_up.item]
    limit = allotment(rules_on(hearing, item), item.limit, one).total
    said = f" ({contact.pronunciation})" if contact and contact.pronunciation else ""
    name = f"{one.name}{'?' if sign_up.name_uncertain else ''}{said}"
    where = ", ".join(part for part in (sign_up.organisation, sign_up.place) if part)
    return (
        str(place),
        str(one.slip),
        f"{name}, {where}" if where else name,
        one.position.word,
        "" if limit is None else clock_text(limit),
        _needs(hearing, one, contact),
        "",
    )


def _needs(hearing: Hearing, one: Registration, contact: Contact | None) -> str:
    sign_up = one.sign_up
    parts = (
        f"{sign_up.interpreter.language} interpreter" if sign_up.interpreter else "",
        f"leaves by {clock_time(local(hearing, sign_up.leaves_by))}" if sign_up.leaves_by else "",
        sign_up.mode.word if sign_up.mode.word != "in person" else "",
        contact.need if contact else "",
    )
    return "; ".join(part for part in parts if part)


def _blank_sheets(hearing: Hearing) -> Iterator[Block]:
    yield Heading(2, "Turns", fresh=True)
    yield Para(f"One line a turn. {_LETTERS}.", Tone.NOTE)
    turns = (
        Col("Slip", 0.6),
        Col("Name", 2.4),
        Col("Began", 0.8),
        Col("Ended", 0.8),
        Col("Position", 1.3),
        Col("Concerns and notes", 3.4),
    )
    blank = ("", "", "", "", _POSITIONS, "")
    yield Table("Turns, to be entered afterwards", turns, (blank,) * BLANK_TURNS, row_header=None)
    yield Heading(2, "Tally", fresh=True)
    yield Para("One stroke a speaker, however often it is said. Noted by staff. Not a vote.", Tone.NOTE)
    strokes = (Col("Position", 2.4), Col("Strokes", 4), Col("Sum", 0.8))
    yield Table("Positions stated", strokes, tuple((position.word, "", "") for position in Position))
    concerns = [(concern.label, "", "") for concern in hearing.concerns] + [("", "", "")] * BLANK_CONCERNS
    yield Table("Concerns raised", (Col("Concern", 2.4), *strokes[1:]), tuple(concerns), row_header=None)


def _blank_slips(hearing: Hearing) -> Iterator[Block]:
    """Slips to be cut apart; each says itself what will be public of it (G-10, P-02)."""
    rules = hearing.profile
    yield Heading(2, "Slips", fresh=True)
    yield Para("To be cut apart, and entered in the order received.", Tone.NOTE)
    asked = (
        "Name to be published; may be left out",
        "Item",
        f"Position: {_POSITIONS}" if rules.position_requested else "",
        "City or district" if rules.residence_requested else "",
        "Street address (not published)" if rules.address_requested else "",
        "Organisation spoken for",
        "Speaks or not; interpreter, language",
        "Received at (staff)",
    )
    rows = tuple((words, "") for words in asked if words)
    for number in range(1, BLANK_SLIPS + 1):
        yield Table(f"Slip {number} of this page", (Col("Asked for", 3.9), Col("Answer", 4.5)), rows)
        for words in (rules.sign_up_notice, public_sentence(rules), sign_up_sentence(hearing)):
            if words:
                yield Para(words, Tone.NOTE)
