"""Effects of motions and votes."""

from dataclasses import replace

from hearingdesk.domain.effects.root import effect, with_item
from hearingdesk.domain.events import Entry, MotionAmended, MotionDropped, MotionMade, MotionSeconded, VoteTaken
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
        amends=event.amends,
        as_amended=event.as_amended,
        second_needed=event.second_needed,
    )
    return replace(hearing, motions=(*hearing.motions, motion))


@effect.register
def _(event: MotionSeconded, hearing: Hearing, entry: Entry) -> Hearing:
    return _with_motion(hearing, replace(_motion(hearing, event.motion), seconder=event.seconder))


@effect.register
def _(event: MotionAmended, hearing: Hearing, entry: Entry) -> Hearing:
    before = _motion(hearing, event.motion)
    told = (*before.friendly, (entry.at, event))
    return _with_motion(hearing, replace(before, text=event.text, stated=before.stated or before.text, friendly=told))


@effect.register
def _(event: VoteTaken, hearing: Hearing, entry: Entry) -> Hearing:
    before = _motion(hearing, event.motion)
    announced = before.vote if event.division else before.announced
    decided = entry.at if event.division else before.decided or entry.at
    motion = replace(before, vote=event, result=event.result, decided=decided, announced=announced)
    hearing = _with_motion(hearing, motion)
    if motion.amends:
        return _amended(hearing, motion)
    return _disposing(hearing, motion) if motion.disposition else hearing


def _amended(hearing: Hearing, amendment: Motion) -> Hearing:
    """The motion reads as the amendment says if it carried; a vote corrected to failed gives the former words back."""
    main = _motion(hearing, amendment.amends)
    if amendment.result is MotionResult.CARRIED and not amendment.replaced:
        hearing = _with_motion(hearing, replace(amendment, replaced=main.text))
        return _with_motion(hearing, replace(main, text=amendment.as_amended, stated=main.stated or main.text))
    if amendment.result is not MotionResult.CARRIED and main.text == amendment.as_amended and amendment.replaced:
        hearing = _with_motion(hearing, replace(amendment, replaced=""))
        stated = "" if amendment.replaced == main.stated and not main.friendly else main.stated
        return _with_motion(hearing, replace(main, text=amendment.replaced, stated=stated))
    return hearing


def _disposing(hearing: Hearing, motion: Motion) -> Hearing:
    """As the motion says if it carried; a vote corrected to failed leaves its items as they were found."""
    if motion.result is MotionResult.CARRIED:
        found = motion.found or tuple((item, hearing.items[item].disposition) for item in motion.items)
        hearing = _with_motion(hearing, replace(motion, found=found))
        for item in motion.items:
            hearing = with_item(hearing, replace(hearing.items[item], disposition=motion.disposition))
        return hearing
    for item, before in motion.found:
        if hearing.items[item].disposition is motion.disposition:
            hearing = with_item(hearing, replace(hearing.items[item], disposition=before))
    return hearing


@effect.register
def _(event: MotionDropped, hearing: Hearing, entry: Entry) -> Hearing:
    return _with_motion(hearing, replace(_motion(hearing, event.motion), result=event.result, decided=entry.at))


def _motion(hearing: Hearing, number: int) -> Motion:
    return next(motion for motion in hearing.motions if motion.number == number)


def _with_motion(hearing: Hearing, motion: Motion) -> Hearing:
    return replace(hearing, motions=tuple(motion if m.number == motion.number else m for m in hearing.motions))
