"""Rules of a hearing's life beyond one evening: continued, reopened, its record left open (H-01)."""

from datetime import datetime

from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import HearingContinued, RecordLeftOpen, TestimonyReopened
from hearingdesk.domain.hearing import Hearing, Phase
from hearingdesk.domain.rules.root import check, in_order, need_item, need_session, need_silence, refuse_if


def continue_hearing(hearing: Hearing, to: datetime, place: str, item: str = "") -> HearingContinued:
    """To a date, time and place certain; ``item`` empty is the whole meeting.

    A continued item is out of hand; who still waits on it is listed as not reached once this meeting adjourns.
    """
    return in_order(hearing, HearingContinued(to, place.strip(), item))


@check.register
def _(event: HearingContinued, hearing: Hearing) -> None:
    need_session(hearing)
    need_silence(hearing)
    _need_later(hearing, event.to, "A hearing is continued to a date and time after this meeting's.")
    refuse_if(not event.place, "A hearing is continued to a date, a time and a place. Say where.")
    if event.item:
        item = need_item(hearing, event.item)
        refuse_if(item.continued, f"{item.label} is continued already. Strike that first.")
    else:
        refuse_if(hearing.continued, "The meeting is continued already. Strike that first.")


def reopen_testimony(hearing: Hearing, reason: str) -> TestimonyReopened:
    """On the item in hand; whoever was not reached waits again. ``reason`` names the motion, or who ordered it."""
    if hearing.item is None:
        raise OutOfOrder("No item is in hand. Take up the item whose testimony is to be reopened.")
    return in_order(hearing, TestimonyReopened(hearing.item.id, reason.strip()))


@check.register
def _(event: TestimonyReopened, hearing: Hearing) -> None:
    need_session(hearing)
    need_silence(hearing)
    item = need_item(hearing, event.item)
    refuse_if(item.id != hearing.in_hand, f"{item.label} is not in hand.")
    refuse_if(not item.closed, f"Testimony on {item.label} is not closed.")
    refuse_if(not event.reason, "Testimony is reopened by a motion. Say by which, or on whose order.")


def leave_record_open(hearing: Hearing, until: datetime, item: str = "") -> RecordLeftOpen:
    """For written comments, after the testimony; ``item`` empty is the one in hand."""
    if not (item or hearing.in_hand):
        raise OutOfOrder("No item is in hand. Say whose record is left open.")
    return in_order(hearing, RecordLeftOpen(item or hearing.in_hand, until))


@check.register
def _(event: RecordLeftOpen, hearing: Hearing) -> None:
    refuse_if(hearing.phase is Phase.PREPARED, "The meeting has not been called to order yet.")
    item = need_item(hearing, event.item)
    refuse_if(not item.notice.kind.takes_testimony, f"{item.label} takes no testimony.")
    _need_later(hearing, event.until, "The record is left open until a date and time after this meeting's.")


def _need_later(hearing: Hearing, when: datetime, sentence: str) -> None:
    refuse_if(when.tzinfo is None, "The date and time need their time zone.")
    refuse_if(when <= (hearing.opened.utc if hearing.opened else hearing.meeting.scheduled), sentence)
