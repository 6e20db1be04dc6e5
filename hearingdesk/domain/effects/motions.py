"""Effects of motions and votes."""

from dataclasses import replace

from hearingdesk.domain.effects.root import effect, with_item
from hearingdesk.domain.events import Entry, MotionDropped, MotionMade, MotionSeconded, VoteTaken
from hearingdesk.domain.hearing import Hearing, Motion
from hearingdesk.domain.values import MotionResult


@effect.register
def _(event: MotionMade, hearing: Hearing, entry: Entry) -> Hearing:
    motion = Motion(
        number=event.motion,
        text=event.text,
        mover=event.mover,
        made=entry.at,
        item=hearing.in_hand,
        items=event.items,
        disposition=event.disposition,
        seconder=event.seconder,
    )
    return replace(hearing, motions=(*hearing.motions, motion))


@effect.register
def _(event: MotionSeconded, hearing: Hearing, entry: Entry) -> Hearing:
    return _with_motion(hearing, replace(_motion(hearing, event.motion), seconder=event.seconder))


@effect.register
def _(event: VoteTaken, hearing: Hearing, entry: Entry) -> Hearing:
    before = _motion(hearing, event.motion)
    motion = replace(before, vote=event, result=event.result, decided=before.decided or entry.at)
    hearing = _with_motion(hearing, motion)
    for item in motion.items if motion.disposition else ():
        hearing = _disposed(hearing, motion, item)
    return hearing


def _disposed(hearing: Hearing, motion: Motion, item_id: str) -> Hearing:
    """As the motion says if it carried; a vote corrected to failed takes its disposition back."""
    item = hearing.items[item_id]
    if motion.result is MotionResult.CARRIED:
        return with_item(hearing, replace(item, disposition=motion.disposition))
    return with_item(hearing, replace(item, disposition=None)) if item.disposition is motion.disposition else hearing


@effect.register
def _(event: MotionDropped, hearing: Hearing, entry: Entry) -> Hearing:
    return _with_motion(hearing, replace(_motion(hearing, event.motion), result=event.result, decided=entry.at))


def _motion(hearing: Hearing, number: int) -> Motion:
    return next(motion for motion in hearing.motions if motion.number == number)


def _with_motion(hearing: Hearing, motion: Motion) -> Hearing:
    return replace(hearing, motions=tuple(motion if m.number == motion.number else m for m in hearing.motions))
