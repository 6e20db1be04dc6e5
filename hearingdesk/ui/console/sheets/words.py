"""What the meeting sheets say of items, members and counts, in words."""

from collections.abc import Sequence

from hearingdesk.domain.counts import listed
from hearingdesk.domain.hearing import Hearing, Item, ItemState, Registration
from hearingdesk.domain.local import clock_time, local, short_date
from hearingdesk.domain.values import Attendance, Choice, Disposition, MotionResult, TimedAs, VoteMethod
from hearingdesk.ui.kit.text import capital

ATTENDANCES = {
    Attendance.PRESENT: "Present",
    Attendance.REMOTE: "Present, remote",
    Attendance.EXCUSED: "Excused",
    Attendance.ABSENT: "Absent",
}
METHODS = {VoteMethod.ROLL_CALL: "Roll call", VoteMethod.VOICE: "Voice", VoteMethod.CONSENT: "General consent"}
RESULTS = {
    MotionResult.CARRIED: "Carried",
    MotionResult.FAILED: "Failed",
    MotionResult.WITHDRAWN: "Withdrawn",
    MotionResult.NO_SECOND: "Failed for want of a second",
}

NO_SECOND_NEEDED = "none"
"""In the place of a seconder's id where the motion stands without one."""


CLOCKS = {
    TimedAs.ORDINARY: "as the slip and the item say",
    TimedAs.REBUTTAL: "as a rebuttal",
    TimedAs.GROUP: "as a group",
    TimedAs.APPLICANT: "as the applicant",
    TimedAs.STAFF: "as staff",
    TimedAs.UNTIMED: "without a limit, by the chair",
}
"""By which of the body's limits a turn is timed (T-12)."""


def disposition_word(disposition: Disposition | None) -> str:
    return capital(disposition.words) if disposition else "None recorded"


def choice_word(hearing: Hearing, choice: Choice) -> str:
    """The vote as this body says it: Aye and No, or Yea and Nay."""
    match choice:
        case Choice.AYE:
            return hearing.profile.aye_word
        case Choice.NO:
            return hearing.profile.no_word
        case _:
            return capital(choice.value)


def item_state(hearing: Hearing, item: Item) -> str:
    """Where an item is, with what still hangs on it: ``Suspended until after Item 6 · 24 waiting``."""
    if item.withdrawn:
        return "Withdrawn from the agenda"
    parts = [_state(hearing, item)]
    if item.disposition and parts == [""]:
        return disposition_word(item.disposition)
    if item.disposition:
        parts.append(item.disposition.words)
    if item.closed:
        parts.append("testimony closed")
    if item.continued:
        parts.append(f"continued to {short_date(local(hearing, item.continued.to))}")
    if item.queue:
        parts.append(f"{len(item.queue)} waiting")
    return " · ".join(part for part in parts if part) or "Not taken up"


def _state(hearing: Hearing, item: Item) -> str:
    match item.state:
        case ItemState.IN_HAND:
            return f"In hand since {clock_time(local(hearing, item.sittings[-1].start))}"
        case ItemState.SUSPENDED:
            after = hearing.items.get(item.resumes_after)
            return f"Suspended until after {after.label}" if after else "Suspended"
        case ItemState.DONE:
            return "" if item.disposition else "Dealt with"
        case _:
            return "" if item.disposition else _not_yet(hearing, item)


def _not_yet(hearing: Hearing, item: Item) -> str:
    if item.notice.hear_by is None:
        return "Not taken up"
    return f"Not taken up · to be heard by {clock_time(local(hearing, item.notice.hear_by))}"


def quorum(hearing: Hearing) -> str:
    """``6 of 9 present; 5 make a quorum.``, or that there is none."""
    here, all_of_them, needed = len(hearing.present), len(hearing.body.members), hearing.body.quorum
    if hearing.has_quorum:
        return f"{here} of {all_of_them} present; {needed} make a quorum."
    return f"No quorum: {here} of {all_of_them} present, {needed} needed."


def presiding(hearing: Hearing) -> str:
    """Who presides, as the sentence of a change of limit names them: ``the Chair``."""
    member = hearing.member(hearing.presiding)
    return f"the {member.office}" if member.office else f"{hearing.body.member_word} {member.name}".strip()


def item_numbers(items: Sequence[Item], most: int = 8) -> str:
    """``no item``, ``Item 2``, ``Items 2, 3 and 4``, ``Items 2, 3 and 9 more``."""
    names = [item.notice.number or f"“{item.notice.title}”" for item in items]
    if len(names) > most:
        names = [*names[:most], f"{len(names) - most} more"]
    if len(names) < 2:
        return f"Item {names[0]}" if names else "no item"
    return f"Items {listed(names)}"


def named(registrations: Sequence[Registration], most: int = 3) -> str:
    """``4 Ada Bell, 9 Luis Ortega and 2 more``: slips with names."""
    shown = [f"{r.slip} {r.name}" if r.sign_up.name else r.name for r in registrations[:most]]
    more = len(registrations) - most
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")
