"""What the chair's own screen shows beside the face: who is left, when it ends, how a name is said. Never projected.

It is apart from the :class:`~hearingdesk.domain.face.Face` so that no screen of the public is ever handed it (P-03).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from hearingdesk.domain.face import shown_item
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.in_force import rule_sentence
from hearingdesk.domain.values import Contact, Position

__all__ = ["ChairFace", "Saying", "chair_face"]


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing to be said in whichever language: the key of its phrase, and what stands in the phrase's braces."""

    key: str
    values: Mapping[str, "str | int | Saying"] = field(default_factory=dict)

    def said(self, phrase: Callable[[str], str]) -> str:
        """In the words that ``phrase`` has for a key."""
        values = {name: one.said(phrase) if isinstance(one, Saying) else one for name, one in self.values.items()}
        return phrase(self.key).format(**values)


Line = tuple[Saying, ...]
"""What stands on one line."""


@dataclass(frozen=True, slots=True)
class ChairFace:
    """The chair's part at one moment, in words and counts.

    ``pronounced`` says names aloud, by slip; ``named`` are the names, where the room sees numbers alone. ``forecast``
    are lines in no language yet, the most important first; ``late`` waits though late, ``for_leave`` waits for the
    chair's leave, ``absent`` was called and not there. ``raised`` are concerns in the codebook's order with how many
    speakers raised them, out of ``coded``; ``positions`` the heard by what they stated. ``rule`` is in the record's
    language.
    """

    pronounced: Mapping[int, str]
    named: Mapping[int, str] = field(default_factory=dict)
    forecast: tuple[Line, ...] = ()
    rule: str = ""
    late: int = 0
    for_leave: int = 0
    absent: int = 0
    heard: int = 0
    coded: int = 0
    raised: tuple[tuple[str, int], ...] = ()
    positions: tuple[tuple[Position, int], ...] = ()


def chair_face(hearing: Hearing, contacts: Mapping[int, Contact], forecast: tuple[Line, ...] = ()) -> ChairFace:
    """The chair's part now; ``forecast`` are the console's own lines, so that both say the same.

    Goes through all who wait: made anew after an act, not with each second.
    """
    item = shown_item(hearing)
    called = _called(hearing, item.queue[: hearing.profile.screen_next] if item else ())
    pronounced, named = _pronounced(called, contacts), _named(hearing, called)
    if item is None:
        return ChairFace(pronounced, named, forecast, rule_sentence(hearing, item))
    tally = item.tally
    return ChairFace(
        pronounced=pronounced,
        named=named,
        forecast=forecast,
        rule=rule_sentence(hearing, item),
        late=sum(hearing.registrations[slip].late for slip in item.queue),
        for_leave=len(item.for_leave),
        absent=len(item.absent),
        heard=tally.heard,
        coded=tally.coded,
        raised=tuple((each.label, tally.people(each.code)) for each in hearing.concerns),
        positions=tuple((each, tally.standing(each)) for each in Position if tally.standing(each)),
    )


def _called(hearing: Hearing, queue: tuple[int, ...]) -> tuple[int, ...]:
    """Whoever has the floor, and who is next."""
    return (hearing.speaker.slip, *queue) if hearing.speaker else queue


def _pronounced(slips: tuple[int, ...], contacts: Mapping[int, Contact]) -> dict[int, str]:
    return {slip: contact.pronunciation for slip in slips if (contact := contacts.get(slip)) and contact.pronunciation}


def _named(hearing: Hearing, slips: tuple[int, ...]) -> dict[int, str]:
    """As each asked to be named: she calls them, though the room sees numbers."""
    if hearing.profile.names_on_screen:
        return {}
    return {slip: hearing.registrations[slip].published_name for slip in slips}
