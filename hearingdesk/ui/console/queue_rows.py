"""A slip as the queue card shows it: the name, what the caller has to know of it, and the time it gets or took."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing, Registration
from hearingdesk.domain.in_force import rules_on
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.spans import clock_text, length_text
from hearingdesk.domain.timing import allotment
from hearingdesk.domain.values import Capacity, Contact, Mode, NameShown, Position, SignUp, Standing


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One slip as the list shows it. ``badges`` are short words; ``time`` the allotment, or what became of it.

    ``turn`` is ``next`` for who is called next, ``on deck`` for the one after.
    """

    slip: int
    name: str
    pronunciation: str
    turn: str
    badges: tuple[str, ...]
    below: str
    position: Position
    time: str

    @property
    def spoken(self) -> str:
        """The name cell as a screen reader says it."""
        said = f"said {self.pronunciation}" if self.pronunciation else ""
        return ", ".join(part for part in (self.name, said, self.turn, *self.badges, self.below) if part)


Contacts = Callable[[], Mapping[int, Contact]]
"""Asks for what is known of people beside the record, by slip."""


def queue_row(hearing: Hearing, slip: int, contact: Contact | None, item: str, alike: Sequence[int] = ()) -> QueueRow:
    """``item`` is the item of the list; a slip on another one says so. ``alike`` may be the same person."""
    registration = hearing.registrations[slip]
    sign_up = registration.sign_up
    elsewhere = hearing.items[sign_up.item].label if sign_up.item != item else ""
    return QueueRow(
        slip=slip,
        name=registration.name,
        pronunciation=contact.pronunciation if contact else "",
        turn=_turn(hearing, registration),
        badges=tuple(badges(hearing, registration, contact, alike)),
        below=" · ".join(part for part in (elsewhere, *who_and_where(sign_up)) if part),
        position=registration.position,
        time=_time(hearing, registration),
    )


def _turn(hearing: Hearing, registration: Registration) -> str:
    """Who is called next, and who should be on the way."""
    ahead = hearing.items[registration.sign_up.item].queue[:2]
    if registration.slip not in ahead:
        return ""
    return "next" if registration.slip == ahead[0] else "on deck"


def who_and_where(sign_up: SignUp) -> list[str]:
    """For whom, from where and how somebody speaks, in words; all of it public."""
    behalf = f"for {sign_up.on_behalf_of}" if sign_up.on_behalf_of else ""
    others = f"with {', '.join(sign_up.together_with)}" if sign_up.together_with else ""
    mode = "" if sign_up.mode is Mode.IN_PERSON else sign_up.mode.word
    return [part for part in (sign_up.title, sign_up.organisation, behalf, others, sign_up.place, mode) if part]


INTERRUPTED = "interrupted"


def turn_badges(registration: Registration) -> list[str]:
    """That the turn goes on after an interruption, and what others gave to it."""
    given = len(registration.donors)
    interrupted = [INTERRUPTED] if registration.rest is not None else []
    return interrupted + ([f"+{how_many(given, 'turn')} given"] if given else [])


def badges(
    hearing: Hearing, registration: Registration, contact: Contact | None, alike: Sequence[int] = ()
) -> list[str]:
    """What the caller has to know before calling."""
    sign_up, marks = registration.sign_up, []
    if registration.standing not in (Standing.WAITING, Standing.FINISHED):
        marks.append(registration.standing.word)
    if sign_up.capacity is not Capacity.PUBLIC:
        marks.append(sign_up.capacity.value.capitalize())
    marks += turn_badges(registration)
    if sign_up.interpreter is not None:
        factor = rules_on(hearing, hearing.items[sign_up.item]).factor_for(sign_up.interpreter.kind)
        marks.append(f"Interpreter · {sign_up.interpreter.language}" + (f" ×{factor}" if factor > 1 else ""))
    marks += _namesakes(hearing, registration, alike)
    if sign_up.name_shown is NameShown.WITHHELD:
        marks.append("name withheld")
    if sign_up.minor:
        marks.append("minor")
    if sign_up.name_uncertain:
        marks.append("name uncertain")
    if sign_up.leaves_by is not None:
        marks.append(f"leaves by {clock_time(local(hearing, sign_up.leaves_by))}")
    if registration.late:
        marks.append("late")
    if contact is not None and contact.need:
        marks.append(contact.need)
    return marks


def _namesakes(hearing: Hearing, registration: Registration, alike: Sequence[int]) -> list[str]:
    """A question as long as nobody has said whether they are one person, else how many have the name."""
    if alike:
        return [f"same as {alike[0]}?" if len(alike) == 1 else f"same as {alike[0]} or others?"]
    sharing = len(hearing.shares_name(registration))
    return [f"{sharing} with this name"] if sharing > 1 else []


def _time(hearing: Hearing, registration: Registration) -> str:
    """The allotment of who waits, the time used by who was heard, when who was absent was called."""
    match registration.standing:
        case Standing.FINISHED | Standing.REMOVED:
            return length_text(sum((hearing.appearances[turn].ran for turn in registration.turns), timedelta(0)))
        case Standing.NO_SHOW if registration.turns:
            return clock_time(local(hearing, hearing.appearances[registration.turns[-1]].called))
        case Standing.WAITING | Standing.CALLED | Standing.SPEAKING:
            item = hearing.items[registration.sign_up.item]
            total = allotment(rules_on(hearing, item), item.limit, registration).total
            return "untimed" if total is None else clock_text(total)
        case _:
            return ""
