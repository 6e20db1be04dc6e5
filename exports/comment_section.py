"""The part of the minutes where the public speaks: opened, limited, paused, heard, closed (M-02, M-03)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import groupby

from exports.anchors import summary_anchor
from exports.blocks import Block, Bullets, Heading, Inline, Numbered, Para, Run
from exports.blocks import Item as Entry
from exports.chronicle import Chronicle
from exports.unheard_section import UnheardSection
from exports.watch import Progress, watched
from exports.words import (
    POSITION_LINES,
    POSITION_PHRASES,
    Words,
    aside,
    counted,
    exactly,
    from_where,
    in_brackets,
    sentence,
    who,
)
from hearingdesk.domain import announced
from hearingdesk.domain.counts import how_many, listed
from hearingdesk.domain.events import LimitChanged, OathTaken
from hearingdesk.domain.hearing import Appearance, Item, ItemState, Registration, Sitting
from hearingdesk.domain.in_force import rules_on
from hearingdesk.domain.moments import Moment, in_time
from hearingdesk.domain.recording import place_words
from hearingdesk.domain.spans import spoken
from hearingdesk.domain.timing import changed_limit_sentence, extended_cap_sentence
from hearingdesk.domain.values import (
    Capacity,
    Ending,
    Ground,
    Interpreting,
    Measure,
    MinutesLevel,
    Mode,
    OathForm,
    Position,
    Standing,
)
from hearingdesk.domain.wording import how_ordered

_REMOTE = {Mode.REMOTE_VIDEO: "Spoke remotely by video.", Mode.REMOTE_PHONE: "Spoke remotely by telephone."}
_READ = Ground.READ_BY_STAFF
_UNHEARD = (Standing.NOT_REACHED, Standing.WAITING, Standing.CALLED, Standing.NEEDS_LEAVE)


@dataclass(frozen=True, slots=True)
class CommentSection:
    """Writes one item's testimony at one level of detail; facts from the journal, summaries from the clerk."""

    words: Words
    chronicle: Chronicle
    item: Item
    level: MinutesLevel
    progress: Progress

    def blocks(self) -> list[Block]:
        """Of an item that takes no testimony, and for which nobody signed up, only who was invited and the recesses."""
        gone = list(self._withdrawn())
        if not (self.item.notice.kind.takes_testimony or any(map(_is_public, self._slips()))):
            recesses = self.chronicle.recesses.get(self.item.id, [])
            return [*gone, *self._apart(), *(Para(self.words.recess(recess)) for recess in recesses)]
        if not self.item.turns and (gone or (self.item.continued and not self.item.sittings)):
            return [*gone, *self._closing(), *self._unheard()]
        return [*gone, *self._opening(), *self._apart(), *self._public(), *self._unheard()]

    def _withdrawn(self) -> Iterator[Block]:
        """An item taken off the agenda, with whoever had signed up for it."""
        if self.item.withdrawn:
            at, reason = self.item.withdrawn
            told = f"This item was withdrawn from the agenda at {self.words.at(at)}{in_brackets(reason)}"
            yield Para(sentence(told))

    def _opening(self) -> Iterator[Block]:
        if self.item.sittings:
            limits = self.item.limits
            more = sum((one.by for _, one in self.item.extensions), timedelta(0))
            cap = self.item.cap - more if self.item.cap is not None else None
            profile = replace(rules_on(self.words.hearing, self.item), cap=cap)
            rule = profile.sentence(limits[0][1].old if limits else self.item.limit)
            opened = sentence(f"{self._noun} was opened at {self.words.at(self.item.sittings[0].start)}")
            yield Para(f"{opened} Rule in force: {rule}")
        if self.item.steps:
            steps = [f"{step} ({self.words.at(at)})" for at, step in self.item.steps]
            yield Para(sentence(f"The hearing took these steps: {'; '.join(steps)}"))
        yield from (Para(self._oath(at, oath)) for at, oath in self._oaths() if not self._after_a_turn(at))

    def _after_a_turn(self, at: Moment) -> bool:
        begun = (self.words.hearing.appearances[number].started for number in self.item.turns)
        return any(in_time(start) < in_time(at) for start in begun if start)

    def _apart(self) -> Iterator[Block]:
        """Officials, staff, applicants and experts: heard, and never counted among the public (H-06)."""
        turns = self._turns(public=False)
        if not turns:
            return
        if self.level is MinutesLevel.COUNT:
            people = how_many(len({turn.slip for turn in turns}), "person", "people")
            yield Para(f"{people} spoke in an official capacity.")
        else:
            yield Heading(3, "Officials, staff and invited speakers")
            yield Bullets(tuple(self._entry(turn) for turn in turns))

    def _public(self) -> Iterator[Block]:
        """Speakers in the order heard; what paused the testimony or changed its rule stands where it happened."""
        turns = self._turns(public=True)
        listing = bool(turns) and self.level is not MinutesLevel.COUNT
        number = 1
        for happening in self._stream(turns if listing else []):
            if isinstance(happening, str):
                yield Para(happening)
            else:
                if number == 1:
                    yield Heading(3, "Speakers in the order heard")
                yield Numbered(tuple(map(self._entry, watched(happening, self.progress))), number, len(turns))
                number += len(happening)
        yield from self._closing() if turns else [Para("No one appeared."), *self._closing()]
        if turns:
            yield Para(f"{self._frozen()}{self._count()}")

    def _stream(self, turns: Sequence[Appearance]) -> Iterator[str | list[Appearance]]:
        """Sentences, and between them the turns of one stretch, in the order of time."""
        moments: list[tuple[Moment, str | Appearance]] = [*self._notes(), *self._readings()]
        moments += [(at, self._oath(at, oath)) for at, oath in self._oaths() if self._after_a_turn(at)]
        moments += [(turn.started, turn) for turn in turns if turn.started]
        moments.sort(key=lambda pair: in_time(pair[0]))
        for spoken_turns, group in groupby((what for _, what in moments), key=lambda what: not isinstance(what, str)):
            if spoken_turns:
                yield [what for what in group if isinstance(what, Appearance)]
            else:
                yield from (what for what in group if isinstance(what, str))

    def _notes(self) -> Iterator[tuple[Moment, str]]:
        sittings = self.item.sittings
        for sitting, later in zip(sittings, (*sittings[1:], None), strict=True):
            if sitting.end and (later or self.item.state is ItemState.SUSPENDED):
                yield sitting.end, self._paused(sitting, sitting.end, later)
        for moment, change in self.item.limits:
            yield moment, self._limit(moment, change)
        for moment, conduct in self.item.conduct:
            if conduct.measure is Measure.REMOVAL:
                yield moment, self.words.removal(moment, conduct)
        for again in self.item.reopenings:
            yield again.closed, sentence(f"{self._noun} was closed at {self.words.at(again.closed)}")
            at = self.words.at(again.reopened)
            yield again.reopened, announced.reopened_sentence(self._noun, at, again.reason)
        for moment, order in self.item.orders:
            yield moment, f"At {self.words.at(moment)} the list of speakers was put in order {how_ordered(order)}."
        for moment, more in self.item.extensions:
            yield moment, extended_cap_sentence(more.by, more.ordered_by, self.words.at(moment))
        for recess in self.chronicle.recesses.get(self.item.id, []):
            yield recess.start, self.words.recess(recess)

    def _oaths(self) -> Iterator[tuple[Moment, OathTaken]]:
        """Those taken before anybody spoke open the testimony; later ones stand where they were taken."""
        return ((at, oath) for at, oath in self.item.oaths if oath.form is not OathForm.EXEMPT)

    def _oath(self, moment: Moment, oath: OathTaken) -> str:
        """How many took it at once, and before whom."""
        people = "1 person" if len(oath.slips) == 1 else f"{len(oath.slips)} people who intended to speak"
        were = "was" if len(oath.slips) == 1 else "were"
        how = f"{were} sworn in" if oath.form is OathForm.SWORN else "affirmed"
        card = " on the card" if oath.on_card else ""
        by = f" by {oath.by}" if oath.by and oath.form is OathForm.SWORN else f" before {oath.by}" if oath.by else ""
        return sentence(f"At {self.words.at(moment)}, {people} {how}{card}{by}")

    def _paused(self, sitting: Sitting, end: Moment, later: Sitting | None) -> str:
        after = self.words.hearing.items.get(self.chronicle.waits_for.get((self.item.id, end), ""))
        why = in_brackets(sitting.reason, f"until after {after.label.lower()}" if after else "")
        resumed = f" and resumed at {self.words.at(later.start)}" if later else ""
        return sentence(f"{self._noun} was paused at {self.words.at(end)}{why}{resumed}")

    def _limit(self, moment: Moment, change: LimitChanged) -> str:
        at, because = self.words.at(moment), change.below_floor_because
        told = changed_limit_sentence(change.old, change.new, change.heard_before, change.ordered_by, at)
        return f"{told} Reason for a limit below the floor of the rule: {sentence(because)}" if because else told

    def _frozen(self) -> str:
        """As of when they were heard, and how many by then, where others were entered since (C-12)."""
        if self.item.frozen is None:
            return ""
        at, then = self.item.frozen
        same = then.heard == self.item.tally.heard
        return f"As of {self.words.at(at)}, {'' if same else f'{then.heard} had been heard; as of now, '}"

    def _count(self) -> str:
        """How many, and where they stood; never a percentage, never a total with those who did not speak (X-08)."""
        tally = self.item.tally
        stood = [
            f"{tally.standing(position)} {POSITION_PHRASES[position]}"
            for position in Position
            if tally.standing(position)
        ]
        positions = f": {listed(stood)}" if set(tally.positions) - {Position.NOT_STATED} else ""
        people = "1 member of the public was" if tally.heard == 1 else f"{tally.heard} members of the public were"
        return f"{people} heard{positions}. Counts of speakers are not a vote."

    def _closing(self) -> Iterator[Block]:
        last = self.item.sittings[-1].end if self.item.sittings else None
        if self.item.closed:
            yield Para(sentence(f"{self._noun} was closed at {self.words.at(self.item.closed)}"))
        elif last and self.item.state is ItemState.DONE:
            rests = "was suspended" if self.item.continued else "ended"
            yield Para(sentence(f"{self._noun} {rests} at {self.words.at(last)}"))
        if self.item.continued:
            yield Para(self.words.continued(self._noun, self.item.continued))
        if self.item.record_open:
            yield Para(announced.record_open_sentence(self.words.hearing, self.item.record_open))

    def _unheard(self) -> Iterator[Block]:
        return UnheardSection(self.words.hearing, self.item, self._slips(), self.level).blocks()

    def _entry(self, turn: Appearance) -> Entry:
        """A speaker's line and, below it, the clerk's summary; names alone where the level asks for no more."""
        registration = self.words.hearing.registrations[turn.slip]
        public = registration.sign_up.capacity is Capacity.PUBLIC
        capacity = "" if public else f" ({_capacity(registration)})"
        again = self._again(turn) + (" (entered afterwards)" if turn.entered else "")
        if self.level is MinutesLevel.NAMES:
            handed = f"handed in: {listed(turn.handouts)}" if turn.handouts else ""
            note = aside(self.words.hearing, registration, placed=False)
            more = "".join(f"; {told}" for told in (handed, self._found(turn)) if told)
            return Entry(f"{who(registration)}{note}{capacity}{again}{more}")
        place = from_where(registration)
        rest = f"{aside(self.words.hearing, registration)}{', ' + place if place else ''}{capacity}{again}"
        name = who(registration)
        stop = "" if name.endswith(".") and not rest else "."
        line = (Run(name, bold=True), Run(f"{rest}{stop} "), *self._facts(turn))
        lines = registration.summary.split("\n") if self._is_first(turn) else []
        summary: tuple[Inline, ...] = tuple(filter(None, map(str.strip, lines)))
        return Entry(line, summary, summary_anchor(registration.slip) if self._is_first(turn) else "")

    def _again(self, turn: Appearance) -> str:
        """On what ground somebody spoke again, or first spoke out of the usual course (Q-06, H-02)."""
        words = (turn.ground or Ground.LEAVE).words.replace("'", "’")
        if self._is_first(turn):
            return f", {words}" if turn.ground in (Ground.REBUTTAL, Ground.ANSWER) else ""
        if turn.before is not None and turn.before.rest is not None:
            return ", continuing after the interruption"
        return f", again {words}{in_brackets(turn.leave)}"

    def _facts(self, turn: Appearance) -> Iterator[Run]:
        registration = self.words.hearing.registrations[turn.slip]
        sign_up, stated = registration.sign_up, registration.position
        if stated is not Position.NOT_STATED:
            yield Run(POSITION_LINES[stated], italic=True)
            changed = sign_up.position not in (stated, Position.NOT_STATED)
            yield Run(f" (registered {POSITION_PHRASES[sign_up.position]}). " if changed else ". ")
        oath = sentence(registration.oath.words.capitalize()) if registration.oath else ""
        told = (
            oath,
            _REMOTE.get(sign_up.mode),
            self._interpreted(registration),
            *self._ending(turn),
            self._played(turn),
        )
        yield Run(" ".join(filter(None, told)))

    def _found(self, turn: Appearance) -> str:
        """Where in the recording, if the body's minutes tell it (M-11)."""
        hearing = self.words.hearing
        if not hearing.profile.offsets_in_minutes or turn.started is None:
            return ""
        return place_words(hearing, turn.started)

    def _played(self, turn: Appearance) -> str:
        found = self._found(turn)
        return f"At {found}." if found else ""

    def _interpreted(self, registration: Registration) -> str:
        interpreter = registration.sign_up.interpreter
        if interpreter is None:
            return ""
        signs = "" if "sign" in interpreter.language.casefold() else "sign language"
        manner = signs if interpreter.kind is Interpreting.SIGN else interpreter.kind.value
        who = f"an interpreter, {interpreter.name}" if interpreter.name else "an interpreter"
        return f"Spoke through {who} ({', '.join(filter(None, (interpreter.language, manner)))})."

    def _ending(self, turn: Appearance) -> Iterator[str]:
        if turn.donors:
            yield f"Time was given by {counted(len(turn.donors), 'other')} ({turn.allotment.working})."
        if turn.granted and self.words.hearing.profile.grants_in_minutes:
            less = "less" if turn.granted.total_seconds() < 0 else "more"
            yield f"The chair granted {spoken(abs(turn.granted))} {less}."
        if turn.ending is Ending.REMOVED:
            yield "The turn ended with the speaker’s removal."
        if turn.ending is Ending.INTERRUPTED:
            yield "The turn was interrupted."
        if turn.handouts:
            yield sentence(f"Handed in: {listed(turn.handouts)}")

    def _is_first(self, turn: Appearance) -> bool:
        appearances = self.words.hearing.appearances
        turns = [appearances[number] for number in self.words.hearing.registrations[turn.slip].turns]
        begun = [(in_time(one.started), one.turn) for one in turns if one.started]
        return min(begun)[1] == turn.turn

    def _turns(self, *, public: bool) -> list[Appearance]:
        hearing = self.words.hearing
        turns = [turn for number in self.item.turns if (turn := hearing.appearances[number]).started]
        spoken_by = [(turn, hearing.registrations[turn.slip]) for turn in turns if turn.ground is not _READ]
        return [turn for turn, one in spoken_by if _is_public(one) is public]

    def _readings(self) -> Iterator[tuple[Moment, str]]:
        """Written comments that staff read aloud: told where it happened, and never among the speakers (X-08)."""
        hearing = self.words.hearing
        for turn in (hearing.appearances[number] for number in self.item.turns):
            if turn.ground is _READ and turn.started:
                name = (
                    ""
                    if self.level is MinutesLevel.COUNT
                    else f" of {exactly(hearing, hearing.registrations[turn.slip])}"
                )
                at = self.words.at(turn.started)
                yield turn.started, sentence(f"At {at} the written comment{name} was read aloud by staff")

    def _slips(self) -> list[Registration]:
        return self.chronicle.slips.get(self.item.id, [])

    @property
    def _noun(self) -> str:
        return announced.noun(self.item)


def _is_public(registration: Registration) -> bool:
    return registration.sign_up.capacity is Capacity.PUBLIC


def _capacity(registration: Registration) -> str:
    """`expert`, or `experts` where several came as one; several may well be one applicant."""
    capacity = registration.sign_up.capacity
    several = registration.sign_up.together_with and capacity in (Capacity.EXPERT, Capacity.OFFICIAL)
    return f"{capacity.value}s" if several else capacity.value
