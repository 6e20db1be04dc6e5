"""The phrases that minutes and workbook share: times, names, positions, motions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from exports.blocks import Block, KeyValues, Para
from hearingdesk.domain import announced
from hearingdesk.domain.counts import how_many, listed
from hearingdesk.domain.events import ConductNoted, HearingContinued
from hearingdesk.domain.hearing import Hearing, Item, Motion, Recess, Registration
from hearingdesk.domain.local import day_of_year, local, minutes_time
from hearingdesk.domain.members import with_office
from hearingdesk.domain.moments import Moment, in_time
from hearingdesk.domain.names import published_companions
from hearingdesk.domain.namesakes import slip_of_namesake
from hearingdesk.domain.values import Choice, Disposition, MotionResult, NameShown, Position, VoteMethod

POSITION_LINES = {
    Position.SUPPORT: "In support",
    Position.OPPOSE: "In opposition",
    Position.MIXED: "Mixed position",
    Position.NEUTRAL: "Neutral or for information",
    Position.NOT_STATED: "",
}
"""A speaker's position on a line of its own."""

POSITION_PHRASES = {
    Position.SUPPORT: "in support",
    Position.OPPOSE: "in opposition",
    Position.MIXED: "with a mixed position",
    Position.NEUTRAL: "neutral or for information",
    Position.NOT_STATED: "without a stated position",
}


@dataclass(frozen=True, slots=True)
class Words:
    """Speaks of one hearing in its own time zone and by its members' names."""

    hearing: Hearing

    def at(self, moment: Moment) -> str:
        """`6:47 p.m.`; after midnight with the date, so that the night reads rightly (M-10)."""
        when = local(self.hearing, moment)
        begun = local(self.hearing, self.hearing.opened or self.hearing.meeting.scheduled)
        later = f" on {day_of_year(when)}" if when.date() != begun.date() else ""
        return minutes_time(when) + later

    def on(self, when: datetime) -> str:
        """`March 5, 2026, at 6:00 p.m.`, for what lies beyond this meeting."""
        return announced.on(self.hearing, when)

    def continued(self, what: str, event: HearingContinued) -> str:
        return announced.continued_sentence(self.hearing, what, event.to, event.place)

    def disposed(self, disposition: Disposition) -> str:
        """What was done with an item, as this body says it."""
        held = self.hearing.body.held_words if disposition is Disposition.HELD else ""
        return held or disposition.words

    def member(self, member: str) -> str:
        return self.hearing.member(member).name

    def with_office(self, member: str) -> str:
        """`Ada Brennan, Chair`."""
        return with_office(self.hearing.member(member))

    def recess(self, recess: Recess) -> str:
        why = in_brackets(recess.reason)
        back = f" and reconvened at {self.at(recess.end)}" if recess.end else ""
        return sentence(f"The meeting recessed at {self.at(recess.start)}{why}{back}")

    def removal(self, at: Moment, conduct: ConductNoted) -> str:
        """Who was removed and on what ground; what was said is not for the minutes."""
        registration = self.hearing.registrations.get(conduct.slip)
        name = exactly(self.hearing, registration) if registration else "a person"
        ground = "for force or a true threat of it" if conduct.force_or_threat else "after a warning"
        return f"At {self.at(at)} the presiding officer had {name} removed from the room, {ground}."

    def motion(self, motion: Motion) -> list[Block]:
        """The motion as stated, what changed it, who made and seconded it, the vote by name, its result (M-04)."""
        first = f"{self._moved(motion)} {self._no_second(motion)}".strip()
        changes = sorted([*self._friendly(motion), *self._amendments(motion)], key=lambda told: in_time(told[0]))
        blocks = [block for _, told in changes for block in told]
        if not blocks:
            return self._voted(motion, first)
        again = f"The motion as amended was before the body: {sentence(motion.text)}" if motion.stated else ""
        return [Para(first), *blocks, *self._voted(motion, again)]

    def _voted(self, motion: Motion, first: str) -> list[Block]:
        votes = self._votes(motion)
        told = Para(f"{first} {self._result(motion)}".strip(), with_next=bool(votes))
        return [told, KeyValues(votes)] if votes else [told]

    def _moved(self, motion: Motion) -> str:
        seconded = f", seconded by {self.member(motion.seconder)}" if motion.seconder else ""
        what = "An amendment was moved" if motion.amends else "A motion was made"
        return f"{what} by {self.member(motion.mover)}{seconded}: {sentence(motion.stated or motion.text)}"

    @staticmethod
    def _no_second(motion: Motion) -> str:
        return "" if motion.seconder or motion.second_needed else "No second was required."

    def _friendly(self, motion: Motion) -> list[tuple[Moment, list[Block]]]:
        """Changes taken in without a vote."""

        def accepted(at: Moment, by: str) -> list[Block]:
            return [Para(sentence(f"A friendly amendment by {self.member(by)} was accepted at {self.at(at)}"))]

        return [(at, accepted(at, one.offered_by)) for at, one in motion.friendly]

    def _amendments(self, motion: Motion) -> list[tuple[Moment, list[Block]]]:
        """Each amendment with its vote, in the order moved; amendments to amendments inside theirs."""
        amending = [one for one in self.hearing.motions if one.amends == motion.number]
        return [(one.made, self.motion(one)) for one in amending]

    def _result(self, motion: Motion) -> str:
        noun = "amendment" if motion.amends else "motion"
        match motion.result:
            case None:
                return f"The {noun} is before the body."
            case MotionResult.WITHDRAWN:
                return f"The {noun} was withdrawn."
            case MotionResult.NO_SECOND:
                return f"The {noun} failed for want of a second."
        return self._voted_how(motion, noun)

    def _voted_how(self, motion: Motion, noun: str) -> str:
        outcome = "carried" if motion.result is MotionResult.CARRIED else "failed"
        announced, vote = self._announced(motion, noun), motion.vote
        match vote.method if vote else VoteMethod.VOICE:
            case VoteMethod.ROLL_CALL if vote and vote.tied:
                return f"{announced}The vote was a tie, {self._count(motion)}, and the {noun} {outcome}:"
            case VoteMethod.ROLL_CALL:
                return f"{announced}The {noun} {outcome} by the following vote, {self._count(motion)}:"
            case VoteMethod.CONSENT:
                return f"There was no objection; the {noun} {outcome}."
            case _:
                return f"The {noun} {outcome} by voice vote."

    @staticmethod
    def _announced(motion: Motion, noun: str) -> str:
        """What the presiding officer heard before a division was called."""
        if motion.announced is None:
            return ""
        return f"On a voice vote the {noun} was announced as {motion.announced.result.value}; a division was called. "

    def _count(self, motion: Motion) -> str:
        assert motion.vote is not None
        ayes, noes = motion.vote.count(Choice.AYE), motion.vote.count(Choice.NO)
        profile = self.hearing.profile
        return f"{counted(ayes, profile.aye_word.lower())} to {counted(noes, profile.no_word.lower())}"

    def _votes(self, motion: Motion) -> tuple[tuple[str, str], ...]:
        if motion.vote is None:
            return ()
        profile = self.hearing.profile
        titles = {
            Choice.AYE: plural(profile.aye_word),
            Choice.NO: plural(profile.no_word),
            Choice.ABSTAIN: "Abstained",
            Choice.RECUSED: "Recused",
            Choice.EXCUSED: "Excused",
            Choice.ABSENT: "Absent",
        }
        by_choice = {
            choice: [
                self.member(vote.member) + in_brackets(vote.reason)
                for vote in motion.vote.votes
                if vote.choice is choice
            ]
            for choice in titles
        }
        return tuple((f"{titles[choice]} ({len(who)})", ", ".join(who)) for choice, who in by_choice.items() if who)


def counted(number: int, word: str) -> str:
    """`1 aye`, `5 noes`."""
    return how_many(number, word, plural(word))


def plural(word: str) -> str:
    return f"{word}es" if word.casefold().endswith(("o", "s")) else f"{word}s"


def sentence(text: str) -> str:
    """`text` with a full stop, if it ends in none."""
    stripped = text.strip()
    return stripped if stripped.endswith((".", "!", "?", "…", ".”", '."')) else f"{stripped}."


def in_brackets(*reasons: str) -> str:
    """` (a guest's schedule; until after item 6)`, or nothing where no reason is given."""
    given = [reason.strip().rstrip(".") for reason in reasons if reason.strip()]
    return f" ({'; '.join(given)})" if given else ""


def item_title(item: Item) -> str:
    """`2. Resolution relating to the minutes`."""
    number = f"{item.notice.number.rstrip('.')}. " if item.notice.number else ""
    return f"{number}{item.notice.title}"


def who(registration: Registration) -> str:
    """The name as published with its title, and with whom the turn was shared; a withheld name has neither."""
    sign_up = registration.sign_up
    if is_withheld(registration):
        return registration.published_name
    titled = f"{sign_up.title} {registration.published_name}".strip()
    return listed([titled, *published_companions(sign_up)])


def exactly(hearing: Hearing, registration: Registration) -> str:
    """The same; of two people of one name with the slip's number (G-04)."""
    return who(registration) + in_brackets(slip_of_namesake(hearing, registration, _published))


def _published(registration: Registration) -> str:
    return registration.published_name


def _published_from(registration: Registration) -> str:
    return f"{registration.published_name} {from_where(registration)}"


def aside(hearing: Hearing, registration: Registration, *, placed: bool = True) -> str:
    """What stands in brackets after the name.

    That it is withheld; of two people of one name the slip's number, unless they are ``placed`` by an organisation or
    a place that follows; whose words were read; that it came too late.
    """
    if is_withheld(registration):
        return " (name withheld by request)"
    read = registration.sign_up.on_behalf_of
    late = "received after the record was closed" if registration.written and registration.late else ""
    number = slip_of_namesake(hearing, registration, _published_from if placed else _published)
    return in_brackets(number, f"reading the words of {read}" if read else "", late)


def is_withheld(registration: Registration) -> bool:
    return bool(registration.sign_up.name) and registration.sign_up.name_shown is NameShown.WITHHELD


def from_where(registration: Registration) -> str:
    """Organisation and place, as far as given."""
    return ", ".join(filter(None, (registration.sign_up.organisation, registration.sign_up.shown_place)))


def named(hearing: Hearing, registrations: Iterable[Registration]) -> list[str]:
    """Each with what is known of them, for a list."""
    return [", ".join(filter(None, (who(one) + aside(hearing, one), from_where(one)))) for one in registrations]
