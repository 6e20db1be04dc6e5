"""What the chair's own screen shows beside the face: who is left, when it ends, how a name is said. Never projected.

It is apart from the :class:`~hearingdesk.domain.face.Face` so that no screen of the public is ever handed it (P-03).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from hearingdesk.domain.face import shown_item
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.tally import NOT_A_VOTE
from hearingdesk.domain.values import Contact, Position

__all__ = ["ChairFace", "chair_face"]


@dataclass(frozen=True, slots=True)
class ChairFace:
    """The chair's part at one moment, in words and counts.

    ``pronounced`` says names aloud, by slip; ``forecast`` are lines, the most important first; ``late`` waits though
    late, ``for_leave`` waits for the chair's leave, ``absent`` was called and not there. ``raised`` are concerns in the
    codebook's order with how many speakers raised them, out of ``coded``; ``positions`` the heard by what they stated.
    """

    pronounced: Mapping[int, str]
    forecast: tuple[str, ...] = ()
    rule: str = ""
    late: int = 0
    for_leave: int = 0
    absent: int = 0
    heard: int = 0
    coded: int = 0
    raised: tuple[tuple[str, int], ...] = ()
    positions: tuple[tuple[str, int], ...] = ()
    caution: str = NOT_A_VOTE


def chair_face(hearing: Hearing, contacts: Mapping[int, Contact], forecast: tuple[str, ...] = ()) -> ChairFace:
    """The chair's part now; ``forecast`` are the console's own lines, so that both say the same.

    Goes through all who wait: made anew after an act, not with each second.
    """
    item = shown_item(hearing)
    limit = item.limit if item else hearing.profile.base_limit
    if item is None:
        return ChairFace(_pronounced(hearing, (), contacts), forecast, hearing.profile.sentence(limit))
    tally = item.tally
    return ChairFace(
        pronounced=_pronounced(hearing, item.queue[: hearing.profile.screen_next], contacts),
        forecast=forecast,
        rule=hearing.profile.sentence(limit),
        late=sum(hearing.registrations[slip].late for slip in item.queue),
        for_leave=len(item.for_leave),
        absent=len(item.absent),
        heard=tally.heard,
        coded=tally.coded,
        raised=tuple((each.label, tally.people(each.code)) for each in hearing.concerns),
        positions=tuple((each.word, tally.standing(each)) for each in Position if tally.standing(each)),
    )


def _pronounced(hearing: Hearing, queue: tuple[int, ...], contacts: Mapping[int, Contact]) -> dict[int, str]:
    speaker = hearing.speaker
    slips = (speaker.slip, *queue) if speaker else queue
    return {slip: contact.pronunciation for slip in slips if (contact := contacts.get(slip)) and contact.pronunciation}
