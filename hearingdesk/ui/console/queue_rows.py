"""The people of the queue card as rows: made once for each slip and kept until something about it changes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from hearingdesk.domain.hearing import Hearing, Registration
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.names import folded
from hearingdesk.domain.spans import clock_text, length_text
from hearingdesk.domain.timing import allotment
from hearingdesk.domain.values import Capacity, Contact, Mode, NameShown, Position, SignUp, Standing


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One slip as the list shows it. ``badges`` are short words; ``time`` the allotment, or what became of it."""

    slip: int
    name: str
    pronunciation: str
    badges: tuple[str, ...]
    below: str
    position: Position
    time: str

    @property
    def spoken(self) -> str:
        """The name cell as a screen reader says it."""
        said = f"said {self.pronunciation}" if self.pronunciation else ""
        return ", ".join(part for part in (self.name, said, *self.badges, self.below) if part)


Contacts = Callable[[], Mapping[int, Contact]]
"""Asks for what is known of people beside the record, by slip."""


class QueueRows:
    """Gives the rows of slips, and the slips that a search finds. What has not changed is not looked at again."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Registration, QueueRow]] = {}
        self._made_under: object = None
        self._texts: dict[int, tuple[Registration, str]] = {}
        self._indexed: object = None

    def rows(
        self, hearing: Hearing, slips: Iterable[int], contacts: Mapping[int, Contact], item: str
    ) -> list[QueueRow]:
        """``item`` is the item of the list; a slip on another one says so."""
        under = (item, hearing.by_name, tuple(i.limit for i in hearing.items.values()))
        if under != self._made_under:
            self._made_under = under
            self._kept.clear()
        kept, registrations = self._kept, hearing.registrations
        shown = []
        for slip in slips:
            registration = registrations[slip]
            had = kept.get(slip)
            if had is None or had[0] is not registration:
                had = kept[slip] = (registration, _row(hearing, registration, contacts.get(slip), item))
            shown.append(had[1])
        return shown

    def forget(self) -> None:
        """What is known of people beside the record was changed."""
        self._kept.clear()

    def find(self, hearing: Hearing, text: str) -> list[int]:
        """The slips whose number, name, organisation or place has every word of ``text``.

        A slip's number comes first, then who waits, then the others.
        """
        needles = folded(text).split()
        if not needles:
            return []
        self._index(hearing)
        found = [slip for slip, (_, words) in self._texts.items() if needles[0] in words]
        for needle in needles[1:]:
            found = [slip for slip in found if needle in self._texts[slip][1]]
        waiting = [slip for slip in found if hearing.registrations[slip].standing is Standing.WAITING]
        number = [slip for slip in found if str(slip) == needles[0]]
        return list(dict.fromkeys([*number, *waiting, *sorted(found)]))

    def _index(self, hearing: Hearing) -> None:
        """Folds the words of the slips that are new or were corrected."""
        if self._indexed is hearing.registrations:
            return
        self._indexed, texts = hearing.registrations, self._texts
        for slip, registration in hearing.registrations.items():
            kept = texts.get(slip)
            if kept is None or kept[0].sign_up is not registration.sign_up:
                texts[slip] = (registration, _words(registration))
        for slip in [slip for slip in texts if slip not in hearing.registrations]:
            del texts[slip]


def _words(registration: Registration) -> str:
    """What a search looks at."""
    sign_up = registration.sign_up
    words = f"{registration.name} {sign_up.organisation} {sign_up.place} {registration.slip}"
    return f"{folded(words)} {folded(words.translate(_JOINED))}"


_JOINED = {ord(mark): None for mark in "'’-‐.,"}
"""What people leave out when they type a name: ``obrien`` finds O'Brien, ``ninomurcia`` Niño-Murcia."""


def _row(hearing: Hearing, registration: Registration, contact: Contact | None, item: str) -> QueueRow:
    sign_up = registration.sign_up
    elsewhere = hearing.items[sign_up.item].label if sign_up.item != item else ""
    return QueueRow(
        slip=registration.slip,
        name=registration.name,
        pronunciation=contact.pronunciation if contact else "",
        badges=tuple(badges(hearing, registration, contact)),
        below=" · ".join(part for part in (elsewhere, *who_and_where(sign_up)) if part),
        position=registration.position,
        time=_time(hearing, registration),
    )


def who_and_where(sign_up: SignUp) -> list[str]:
    """For whom, from where and how somebody speaks, in words; all of it public."""
    behalf = f"for {sign_up.on_behalf_of}" if sign_up.on_behalf_of else ""
    others = f"with {', '.join(sign_up.together_with)}" if sign_up.together_with else ""
    mode = "" if sign_up.mode is Mode.IN_PERSON else sign_up.mode.word
    return [part for part in (sign_up.title, sign_up.organisation, behalf, others, sign_up.place, mode) if part]


def badges(hearing: Hearing, registration: Registration, contact: Contact | None) -> list[str]:
    """What the caller has to know before calling."""
    sign_up, marks = registration.sign_up, []
    sharing = len(hearing.shares_name(registration))
    if registration.standing not in (Standing.WAITING, Standing.FINISHED):
        marks.append(registration.standing.word)
    if sign_up.capacity is not Capacity.PUBLIC:
        marks.append(sign_up.capacity.value.capitalize())
    if sign_up.interpreter is not None:
        factor = hearing.profile.factor_for(sign_up.interpreter.kind)
        marks.append(f"Interpreter · {sign_up.interpreter.language}" + (f" ×{factor}" if factor > 1 else ""))
    if sharing > 1:
        marks.append(f"{sharing} with this name")
    if sign_up.name_shown is NameShown.WITHHELD:
        marks.append("name withheld")
    if sign_up.name_uncertain:
        marks.append("name uncertain")
    if sign_up.leaves_by is not None:
        marks.append(f"leaves by {clock_time(local(hearing, sign_up.leaves_by))}")
    if registration.late:
        marks.append("late")
    if contact is not None and contact.need:
        marks.append(contact.need)
    return marks


def _time(hearing: Hearing, registration: Registration) -> str:
    """The allotment of who waits, the time used by who was heard, when who was absent was called."""
    match registration.standing:
        case Standing.FINISHED | Standing.REMOVED:
            return length_text(sum((hearing.appearances[turn].ran for turn in registration.turns), timedelta(0)))
        case Standing.NO_SHOW if registration.turns:
            return clock_time(local(hearing, hearing.appearances[registration.turns[-1]].called))
        case Standing.WAITING | Standing.CALLED | Standing.SPEAKING:
            limit = hearing.items[registration.sign_up.item].limit
            total = allotment(hearing.profile, limit, registration).total
            return "untimed" if total is None else clock_text(total)
        case _:
            return ""
