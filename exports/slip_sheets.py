"""The sheets with one row a turn heard and one row a slip."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from exports.fields import Field, shown, yes
from exports.sheets import Kind, Value
from hearingdesk.domain.counts import listed
from hearingdesk.domain.hearing import Appearance, Hearing, Item, Registration
from hearingdesk.domain.local import local
from hearingdesk.domain.moments import Moment, elapsed, in_time
from hearingdesk.domain.recording import Place, place
from hearingdesk.domain.spans import length_text
from hearingdesk.domain.timing import overrun, spent, stood, total
from hearingdesk.domain.values import Contact, Ending, Ground, Mode, TimedAs

_NOBODY = Contact()
_CODES = "S support, O oppose, M mixed or conditional, N neutral or for information, U not stated"


_OF_SPEAKERS = (
    "Sharing the turn",
    "Reading the words of",
    "Position as stated",
    "Position counted",
    "Mode",
    "Interpreter",
)
"""What is told of people who come, and means nothing of a letter."""


class Slip(NamedTuple):
    """A registration and the item it is for."""

    registration: Registration
    item: Item


class Turn(NamedTuple):
    """A turn that began, by its place in the order heard."""

    number: int
    turn: Appearance
    slip: Slip


def slip_rows(hearing: Hearing) -> Iterator[Slip]:
    for registration in sorted(hearing.registrations.values(), key=lambda one: one.slip):
        yield Slip(registration, hearing.items[registration.sign_up.item])


def written_rows(hearing: Hearing) -> Iterator[Slip]:
    """The written comments."""
    return (row for row in slip_rows(hearing) if row.registration.sign_up.mode is Mode.WRITTEN)


def turn_rows(hearing: Hearing) -> Iterator[Turn]:
    """In the order in which they began; one entered afterwards stands where it was heard."""
    appearances = hearing.appearances.items()
    spoken = [(number, turn) for number, turn in appearances if turn.ground is not Ground.READ_BY_STAFF]
    begun = [(in_time(turn.started), number, turn) for number, turn in spoken if turn.started]
    heard = [turn for _, _, turn in sorted(begun, key=lambda one: one[:2])]
    for number, turn in enumerate(heard, 1):
        yield Turn(number, turn, Slip(hearing.registrations[turn.slip], hearing.items[turn.item]))


def local_time(hearing: Hearing, when: Moment | datetime) -> datetime:
    """The room's clock to the second, without a zone: the column's title names it."""
    return local(hearing, when).replace(microsecond=0, tzinfo=None)


def whole(span: timedelta) -> timedelta:
    """A length of time to the nearest second."""
    return timedelta(seconds=round(span.total_seconds()))


@dataclass(frozen=True, slots=True)
class SlipFields:
    """The fields of both sheets. `hearing` names people as the copy may; `contacts` is empty for a published one."""

    hearing: Hearing
    contacts: Mapping[int, Contact]

    def of_turns(self) -> list[Field[Turn]]:
        """Sheet Testimony: one row a turn that began (domain 3.2)."""
        return [
            shown("Heard as no.", lambda row: row.number, "Place in the order heard.", Kind.COUNT, 9),
            *map(_for_turns, self._identity()),
            *self._times(),
            *self._media(),
            *map(_for_turns, self._sworn()),
            *map(_for_turns, self._heard()),
            *map(_for_turns, self._kept()),
        ]

    def of_slips(self) -> list[Field[Slip]]:
        """Sheet Registrations: one row a slip, heard or not."""
        return [
            *self._identity(),
            shown("Channel", lambda row: row.registration.sign_up.channel.value, "How the slip came in.", width=10),
            shown("Wishes to speak", lambda row: yes(row.registration.sign_up.speaks), "Yes or No.", width=10),
            shown("Status", lambda row: row.registration.standing.word, "Where the slip stands.", width=24),
            shown("Heard", lambda row: yes(row.registration.heard), "Yes: at least one turn began.", width=8),
            shown("Late", lambda row: yes(row.registration.late), "Yes: came after the cutoff.", width=8),
            shown(
                self._received_title,
                self._received,
                "When the slip came in; of a stack, when the first of it did.",
                Kind.TIME,
                22,
            ),
            *self._heard(),
            *self._kept(),
        ]

    def of_written(self) -> list[Field[Slip]]:
        """Sheet Written: one row a written comment, counted by itself (X-08)."""
        given = [one for one in self._identity() if one.title not in _OF_SPEAKERS]
        return [
            *given,
            shown("Channel", lambda row: row.registration.sign_up.channel.value, "How it came in.", width=10),
            shown(self._received_title, self._received, "When it came in.", Kind.TIME, 22),
            shown("Late", lambda row: yes(row.registration.late), "Yes: came after the record was closed.", width=8),
            shown(f"Read aloud by staff at ({self._zone})", self._read_at, "When, if it was.", Kind.TIME, 22),
            shown("Reading took", self._read_for, "h:mm:ss", Kind.HOURS, 10),
            shown("Letter", _letter, "The same number: one letter, written alike.", Kind.COUNT, 9),
            shown("Documents", _documents, "1, once for each letter; the others of it are 0.", Kind.COUNT, 10),
            shown("Signatories", lambda row: row.registration.signatories, "Who signed this slip.", Kind.COUNT, 11),
            *self._heard(),
            *self._kept(),
        ]

    def _sworn(self) -> list[Field[Slip]]:
        """Only where the body's rule asks for the oath."""
        if not self.hearing.profile.oath_required:
            return []
        return [shown("Oath", _oath, "Sworn, affirmed or exempt, and how.", width=18)]

    @property
    def _zone(self) -> str:
        return self.hearing.meeting.timezone

    def _reading(self, row: Slip) -> Appearance | None:
        """The turn in which staff read the comment aloud."""
        turns = (self.hearing.appearances[number] for number in row.registration.turns)
        return next((turn for turn in turns if turn.ground is Ground.READ_BY_STAFF and turn.started), None)

    def _read_at(self, row: Slip) -> Value:
        turn = self._reading(row)
        return local_time(self.hearing, turn.started) if turn and turn.started else None

    def _read_for(self, row: Slip) -> Value:
        turn = self._reading(row)
        return whole(spent(turn, turn.ended)) if turn and turn.ended else None

    @property
    def _received_title(self) -> str:
        return f"Received at ({self.hearing.meeting.timezone})"

    def _identity(self) -> list[Field[Slip]]:
        return [
            shown("Slip no.", lambda row: row.registration.slip, "Permanent number of the slip.", Kind.COUNT, 7),
            shown("Item no.", lambda row: row.item.notice.number, "Number on the agenda.", width=8),
            shown("File no.", lambda row: row.item.notice.file_number, "File number of the item.", width=12),
            shown(
                "Name as published",
                lambda row: row.registration.published_name,
                "As the person asked to be named.",
                width=28,
            ),
            shown("Sharing the turn", _companions, "Others at the microphone.", width=20),
            shown("Reading the words of", lambda row: row.registration.sign_up.on_behalf_of, "Whose statement it was."),
            shown("Title", lambda row: row.registration.sign_up.title, "As given."),
            shown("Organisation", lambda row: row.registration.sign_up.organisation, "As given.", width=26),
            shown("Capacity", lambda row: row.registration.sign_up.capacity.value, "Only the public is counted."),
            shown(
                "City or district", lambda row: row.registration.sign_up.place, "As given; never inferred.", width=20
            ),
            shown("Position as registered", lambda row: row.registration.sign_up.position.value, _CODES, width=11),
            shown("Position as stated", _stated, f"{_CODES}; empty: nothing was stated", width=11),
            shown("Position counted", lambda row: row.registration.position.value, "As stated, else as registered."),
            shown("Mode", lambda row: row.registration.sign_up.mode.word, "How the person takes part."),
            shown("Interpreter", _interpreter, "Language, and how it was interpreted.", width=20),
        ]

    def _times(self) -> list[Field[Turn]]:
        zone = self.hearing.meeting.timezone
        return [
            shown(f"Called at ({zone})", lambda row: self._time(row.turn.called), "When called.", Kind.TIME, 22),
            shown(f"Started at ({zone})", lambda row: self._time(row.turn.started), "Clock begun.", Kind.TIME, 22),
            shown(f"Ended at ({zone})", lambda row: self._time(row.turn.ended), "Turn ended.", Kind.TIME, 22),
            shown("Limit", _limit, "m:ss a speaker then had on the item; empty: none.", Kind.MINUTES, 9),
            shown("Allotted", _allotted, "m:ss, with what the chair granted; empty: untimed.", Kind.MINUTES, 9),
            shown("Used", lambda row: whole(spent(row.turn, self._end(row))), "m:ss charged.", Kind.MINUTES, 9),
            shown("Over", lambda row: whole(overrun(row.turn, self._end(row))), "m:ss past it.", Kind.MINUTES, 9),
            shown("Stopped", lambda row: whole(stood(row.turn, self._end(row))), "m:ss not charged.", Kind.MINUTES, 9),
            shown("Stopped for", self._stops, "Each reason with its m:ss.", width=26),
            shown(
                "Turn",
                _remarks,
                "Again, and on what ground; by which clock; interrupted; entered afterwards.",
                width=26,
            ),
            shown(
                "Handed in",
                lambda row: "; ".join(row.turn.handouts),
                "What the speaker left, in a few words.",
                width=20,
            ),
            shown("Pooled from", _donors, "Numbers of the slips that gave their turn to this one.", width=12),
        ]

    def _media(self) -> list[Field[Turn]]:
        """Only where somebody marked when the recording began (M-11)."""
        if not self.hearing.recordings:
            return []

        def found(row: Turn) -> Place | None:
            return place(self.hearing, row.turn.started) if row.turn.started else None

        def recording(row: Turn) -> Value:
            there = found(row)
            return there.recording if there else None

        def into(row: Turn) -> Value:
            there = found(row)
            return there.into if there else None

        return [
            shown("Recording", recording, "Which recording, from 1; empty: none had begun.", Kind.COUNT, 10),
            shown("Media offset", into, "h:mm:ss from its marked beginning to the turn's.", Kind.HOURS, 10),
        ]

    def _heard(self) -> list[Field[Slip]]:
        return [
            shown("Concerns", _concerns, "Codes noted by staff; see Concerns tally.", width=24),
            shown("Summary", lambda row: row.registration.summary, "The clerk's account.", Kind.PROSE, 70),
        ]

    def _kept(self) -> list[Field[Slip]]:
        """What stays in the building: the name as given, and the rows beside the journal."""
        return [
            Field(
                "Name as given",
                lambda row: row.registration.name,
                "On the slip.",
                width=28,
            ),
            Field("Interpreter's name", _interpreted_by, "Where it was given.", width=20),
            Field("Minor", lambda row: yes(row.registration.sign_up.minor), "Yes: under age; no birth date is kept."),
            Field("Name shown as", _shown_as, "As the person, or for a minor a parent or guardian, chose.", width=28),
            Field("Name uncertain", lambda row: yes(row.registration.sign_up.name_uncertain), "Yes: hard to read."),
            Field("Address restricted", _restricted, "Yes: no part of it is published, not even city or district."),
            Field(
                f"Received until ({self._zone})",
                self._received_until,
                "Of a stack, when the last of it came.",
                Kind.TIME,
                22,
            ),
            Field("Street address", self._contact("street"), "Kept beside the record.", width=28),
            Field("Phone", self._contact("phone"), "Kept beside the record.", width=18),
            Field("E-mail", self._contact("email"), "Kept beside the record.", width=28),
            Field("Pronunciation", self._contact("pronunciation"), "For whoever calls the names.", width=20),
            Field("Accessibility need", self._contact("need"), "Kept beside the record.", width=24),
            Field("Clerk's private note", self._contact("note"), "Kept beside the record.", Kind.PROSE, 30),
        ]

    def _contact(self, part: str) -> Callable[[Slip], Value]:
        def value(row: Slip) -> Value:
            text: str = getattr(self.contacts.get(row.registration.slip, _NOBODY), part)
            return text

        return value

    def _received(self, row: Slip) -> Value:
        return self._time(row.registration.received)

    def _received_until(self, row: Slip) -> Value:
        return self._time(row.registration.sign_up.received_until)

    def _time(self, when: Moment | datetime | None) -> Value:
        return local_time(self.hearing, when) if when else None

    def _end(self, row: Turn) -> Moment:
        """When the turn ended; for one that still runs, the last entry of the record."""
        return row.turn.ended or self.hearing.entries[-1].at

    def _stops(self, row: Turn) -> Value:
        spans = [(stop.reason.word, elapsed(stop.start, stop.end or self._end(row))) for stop in row.turn.stops]
        return "; ".join(f"{reason} {length_text(span)}" for reason, span in spans)


def _for_turns(field: Field[Slip]) -> Field[Turn]:
    return Field(
        field.title, lambda row: field.value(row.slip), field.definition, field.kind, field.width, field.published
    )


def _companions(row: Slip) -> Value:
    return listed(row.registration.sign_up.together_with)


def _stated(row: Slip) -> Value:
    return row.registration.stated.value if row.registration.stated else ""


def _interpreted_by(row: Slip) -> Value:
    interpreter = row.registration.sign_up.interpreter
    return interpreter.name if interpreter else ""


def _interpreter(row: Slip) -> Value:
    interpreter = row.registration.sign_up.interpreter
    return ", ".join(filter(None, (interpreter.language, interpreter.kind.value))) if interpreter else ""


def _limit(row: Turn) -> Value:
    return None if row.turn.limit is None else whole(row.turn.limit)


def _donors(row: Turn) -> Value:
    return "; ".join(map(str, row.turn.donors))


def _oath(row: Slip) -> Value:
    oath = row.registration.oath
    return oath.words.capitalize() if oath else "Not sworn in"


def _letter(row: Slip) -> Value:
    return row.registration.letter or None


def _documents(row: Slip) -> Value:
    return int(row.registration.is_document)


def _allotted(row: Turn) -> Value:
    span = total(row.turn)
    return None if span is None else whole(span)


def _remarks(row: Turn) -> Value:
    turn = row.turn
    resumed = turn.before is not None and turn.before.rest is not None
    clock = "" if turn.timed_as is TimedAs.ORDINARY else f"timed as {turn.timed_as.value}"
    return "; ".join(
        filter(
            None,
            (
                turn.ground.words if turn.ground else "",
                "continuing after an interruption" if resumed else "",
                clock.replace("timed as untimed", "untimed by the chair"),
                "interrupted" if turn.ending is Ending.INTERRUPTED else "",
                "entered afterwards" if turn.entered else "",
            ),
        )
    )


def _shown_as(row: Slip) -> Value:
    chosen = " (parent's choice)" if row.registration.sign_up.parent_chose else ""
    return row.registration.sign_up.name_shown.words + chosen


def _restricted(row: Slip) -> Value:
    return yes(row.registration.sign_up.address_restricted)


def _concerns(row: Slip) -> Value:
    return "; ".join(dict.fromkeys(row.registration.marks))
