"""Rules of the life of the minutes: presented, corrected, approved, corrected after that (M-08, M-09)."""

from datetime import date

from hearingdesk.domain.approval import MinutesState
from hearingdesk.domain.events import (
    CorrectionListed,
    MinutesApproved,
    MinutesPresented,
    MinutesReopened,
    NoteAppended,
)
from hearingdesk.domain.hearing import Hearing, Phase
from hearingdesk.domain.local import full_date, local
from hearingdesk.domain.rules.root import check, in_order, need_registration, refuse_if


def present_minutes(hearing: Hearing, on: date) -> MinutesPresented:
    """To the body, at its meeting on this day; presented again, the later day counts."""
    return in_order(hearing, MinutesPresented(on))


@check.register
def _(event: MinutesPresented, hearing: Hearing) -> None:
    _need_adjourned(hearing)
    approved = hearing.minutes.state not in (MinutesState.DRAFT, MinutesState.PRESENTED)
    refuse_if(approved, "These minutes were approved before. What is wrong in them is corrected by a motion.")
    _need_not_before(event.on, local(hearing, hearing.meeting.scheduled).date(), "the meeting")


def list_correction(hearing: Hearing, text: str) -> CorrectionListed:
    """How the minutes read now, where they misstated what happened; never that somebody has thought better of it."""
    return in_order(hearing, CorrectionListed(text.strip()))


@check.register
def _(event: CorrectionListed, hearing: Hearing) -> None:
    _need_adjourned(hearing)
    refuse_if(not event.text, "A correction needs a few words: what the minutes said, and what they say now.")
    state = hearing.minutes.state
    drafted = state is MinutesState.DRAFT
    refuse_if(drafted, "A draft is simply mended. Corrections are listed once the minutes have been presented.")
    refuse_if(state is MinutesState.APPROVED, "The minutes are approved. Reopen them by a motion of the body first.")


def approve_minutes(hearing: Hearing, on: date, motion: str = "", head: str = "") -> MinutesApproved:
    """As submitted, or as corrected where corrections are listed; what is approved stays as it is from here on."""
    return in_order(hearing, MinutesApproved(on, motion.strip(), head))


@check.register
def _(event: MinutesApproved, hearing: Hearing) -> None:
    _need_adjourned(hearing)
    life = hearing.minutes
    drafted, approved = life.state is MinutesState.DRAFT, life.state is MinutesState.APPROVED
    refuse_if(drafted, "The minutes have not been presented yet. Say first when they were.")
    refuse_if(approved, "The minutes are approved already.")
    if life.reopened is not None:
        refuse_if(not life.corrections, "No correction is listed yet. Say first what is corrected.")
        _need_not_before(event.on, life.reopened.on, "the motion to correct them")
    elif life.presented is not None:
        _need_not_before(event.on, life.presented, "the day they were presented")


def reopen_minutes(hearing: Hearing, on: date, motion: str) -> MinutesReopened:
    """Approved minutes are corrected by a motion of the body; the approved version stays beside the new one."""
    return in_order(hearing, MinutesReopened(on, motion.strip()))


@check.register
def _(event: MinutesReopened, hearing: Hearing) -> None:
    _need_adjourned(hearing)
    approved = hearing.minutes.approved
    refuse_if(approved is None, "The minutes are not approved; as long as they are a draft, they are simply mended.")
    refuse_if(not event.motion, "Approved minutes are corrected by a motion. Say by which.")
    if approved is not None:
        _need_not_before(event.on, approved.on, "the day they were approved")


def append_note(hearing: Hearing, text: str, on: date, slip: int = 0) -> NoteAppended:
    """What became known later, such as that a speaker was wrong: kept apart, the account of the meeting stays."""
    return in_order(hearing, NoteAppended(text.strip(), on, slip))


@check.register
def _(event: NoteAppended, hearing: Hearing) -> None:
    _need_adjourned(hearing)
    refuse_if(not event.text, "A note needs a few words.")
    if event.slip:
        need_registration(hearing, event.slip)
    _need_not_before(event.on, local(hearing, hearing.meeting.scheduled).date(), "the meeting")


def _need_adjourned(hearing: Hearing) -> None:
    over = hearing.phase is Phase.ADJOURNED
    refuse_if(not over, "The meeting is not adjourned yet. Its minutes are presented and approved after it.")


def _need_not_before(on: date, earliest: date, what: str) -> None:
    refuse_if(on < earliest, f"{full_date(on)} is before {what}, {full_date(earliest)}. Mend the date.")
