"""Rules of the slips and the queue (G-01 to G-08, Q-02, Q-05)."""

from dataclasses import replace
from itertools import combinations

from hearingdesk.domain.cutoff import came_late
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import (
    LateSpeakerAdmitted,
    NamesakesToldApart,
    NoShowsRecalled,
    RegistrationCorrected,
    SignUpsImported,
    SpeakerMoved,
    SpeakerRegistered,
    SpeakerReturned,
    SpeakerWithdrawn,
)
from hearingdesk.domain.hearing import Hearing, Phase
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.names import as_a_minor, as_given
from hearingdesk.domain.rules.root import check, in_order, need_item, need_open_record, need_registration, refuse_if
from hearingdesk.domain.values import Mode, SignUp, Standing

JUMP_NEEDS_REASON = 3


def register_speaker(
    hearing: Hearing, sign_up: SignUp, *, late: bool | None = None, now: Moment | None = None
) -> SpeakerRegistered:
    """A slip with the next number; the number is permanent and never used again (G-02).

    A ``late`` one is kept whatever the profile says: not reached, at the end of the queue, or until the chair gives
    leave (G-08). Where nobody said whether it is, the body's cutoff tells, from when it was received, else ``now``.
    """
    if late is None:
        late = now is not None and came_late(hearing, sign_up, now.utc)
    return in_order(hearing, SpeakerRegistered(hearing.last_slip + 1, _trimmed(sign_up), late))


@check.register
def _(event: SpeakerRegistered, hearing: Hearing) -> None:
    _need_open_list(hearing, event.sign_up)
    refuse_if(event.slip in hearing.registrations, f"Slip {event.slip} is taken.")
    refuse_if(
        hearing.profile.name_required and not event.sign_up.name,
        "The rule of this body asks for a name. Write it, or “name refused”.",
    )


def _need_open_list(hearing: Hearing, sign_up: SignUp) -> None:
    """After the meeting what comes in writing is still taken, where the record was left open for it (H-01)."""
    item = need_item(hearing, sign_up.item)
    if sign_up.mode is Mode.WRITTEN and item.record_open is not None:
        return
    if sign_up.mode is Mode.WRITTEN and hearing.phase is Phase.ADJOURNED:
        raise OutOfOrder(
            f"The meeting is adjourned, and the record of {item.label} was not left open for written comments. "
            "If it was, record until when; then register the comment."
        )
    need_open_record(hearing)


def import_sign_ups(
    hearing: Hearing,
    sign_ups: tuple[SignUp, ...],
    source: str,
    counts: tuple[tuple[str, int], ...] = (),
    now: Moment | None = None,
) -> SignUpsImported:
    """All slips of a file in one act; a row that is registered already stops the whole import (G-09).

    What came after the body's cutoff is marked late, by when it was received, else ``now`` (G-08).
    """
    trimmed, first = tuple(map(_trimmed, sign_ups)), hearing.last_slip + 1
    late = tuple(n for n, each in enumerate(trimmed, first) if now is not None and came_late(hearing, each, now.utc))
    return in_order(hearing, SignUpsImported(first, trimmed, source, counts, late))


@check.register
def _(event: SignUpsImported, hearing: Hearing) -> None:
    for sign_up in event.sign_ups:
        _need_open_list(hearing, sign_up)
    refuse_if(not event.sign_ups, f"{event.source} holds nobody who is not registered already. Nothing was changed.")
    known = [sign_up for sign_up in event.sign_ups if sign_up.source and sign_up.source in hearing.sources]
    sources = [sign_up.source for sign_up in event.sign_ups if sign_up.source]
    refuse_if(len(set(sources)) < len(sources), "Two rows of the file are one and the same. Nothing was changed.")
    refuse_if(known, f"{len(known)} of these people are registered already. Nothing was changed; read the file again.")


def correct_registration(hearing: Hearing, slip: int, sign_up: SignUp, reason: str = "") -> RegistrationCorrected:
    """The slip as it should read; the first reading stays in the journal (G-07)."""
    event = in_order(hearing, RegistrationCorrected(slip, _trimmed(sign_up), reason))
    refuse_if(hearing.registrations[slip].sign_up == event.sign_up, "Nothing was changed on the slip.")
    return event


@check.register
def _(event: RegistrationCorrected, hearing: Hearing) -> None:
    registration = need_registration(hearing, event.slip)
    need_item(hearing, event.sign_up.item)
    on_floor = registration.standing in (Standing.CALLED, Standing.SPEAKING)
    moved = registration.sign_up.item != event.sign_up.item or not event.sign_up.speaks
    refuse_if(on_floor and moved, f"{registration.name} has the floor. End the turn before moving the slip.")
    refuse_if(
        registration.heard and moved,
        f"{registration.name} has been heard on {hearing.items[registration.sign_up.item].label}; "
        "the slip stays there. Write a new slip for the other item.",
    )
    given = registration.standing is Standing.YIELDED or bool(registration.donors)
    other = moved or registration.sign_up.capacity is not event.sign_up.capacity
    refuse_if(
        given and other, f"Time was given by or to {registration.name}; the slip stays where it is while it counts."
    )
    before, after = registration.sign_up.interpreter, event.sign_up.interpreter
    interpreted = (before and (before.language, before.kind)) != (after and (after.language, after.kind))
    refuse_if(on_floor and interpreted, "The clock depends on the interpreter. Change it on the turn, not on the slip.")


_MAY_LEAVE = (Standing.WAITING, Standing.CALLED, Standing.NO_SHOW, Standing.NOT_SPEAKING, Standing.NEEDS_LEAVE)


def withdraw_speaker(hearing: Hearing, slip: int, reason: str = "") -> SpeakerWithdrawn:
    """A turn given to another is taken back first, as long as it can be (Q-03)."""
    return in_order(hearing, SpeakerWithdrawn(slip, reason))


@check.register
def _(event: SpeakerWithdrawn, hearing: Hearing) -> None:
    registration = need_registration(hearing, event.slip)
    to = hearing.registrations.get(registration.yielded_to)
    if to is not None and registration.slip in to.donors:
        raise OutOfOrder(f"{registration.name} gave the turn to {to.name}, who counts on it. Take it back first.")
    refuse_if(
        registration.standing not in _MAY_LEAVE,
        f"{registration.name} cannot be withdrawn: {registration.standing.word.lower()}.",
    )


def move_speaker(hearing: Hearing, slip: int, place: int, reason: str = "") -> SpeakerMoved:
    """To this place in the queue, 0 being next. A jump of three places or more needs a reason (Q-02)."""
    event = in_order(hearing, SpeakerMoved(slip, place, reason))
    queue = hearing.items[hearing.registrations[slip].sign_up.item].queue
    came_from = queue.index(slip)
    event = replace(event, place=max(0, min(place, len(queue) - 1)), came_from=came_from)
    jump = abs(came_from - event.place)
    refuse_if(jump == 0, "The speaker stands there already.")
    refuse_if(
        jump >= JUMP_NEEDS_REASON and not reason, f"A move by {jump} places goes on the record with a reason. Give one."
    )
    return event


@check.register
def _(event: SpeakerMoved, hearing: Hearing) -> None:
    need_open_record(hearing)
    registration = need_registration(hearing, event.slip)
    waiting = registration.standing is Standing.WAITING
    refuse_if(not waiting, f"{registration.name} is not waiting: {registration.standing.word.lower()}.")


def return_speaker(hearing: Hearing, slip: int) -> SpeakerReturned:
    """Back to the queue as next: from the tray of those not present, or after a withdrawal taken back (Q-05)."""
    return in_order(hearing, SpeakerReturned(slip))


@check.register
def _(event: SpeakerReturned, hearing: Hearing) -> None:
    registration = need_registration(hearing, event.slip)
    away = registration.standing in (Standing.NO_SHOW, Standing.WITHDRAWN)
    refuse_if(not away, f"{registration.name} is not away: {registration.standing.word.lower()}.")
    need_open_record(hearing)
    item = need_item(hearing, registration.sign_up.item)
    refuse_if(item.closed and registration.sign_up.speaks, f"Testimony on {item.label} is closed.")


def recall_absent(hearing: Hearing, item: str = "") -> NoShowsRecalled:
    """Everybody who was called and not there is called once more, behind those who wait, in the order called (Q-05).

    ``item`` empty is the one in hand.
    """
    if not (item or hearing.in_hand):
        raise OutOfOrder("No item is in hand. Say whose speakers are called again.")
    target = need_item(hearing, item or hearing.in_hand)
    return in_order(hearing, NoShowsRecalled(target.id, target.absent))


@check.register
def _(event: NoShowsRecalled, hearing: Hearing) -> None:
    need_open_record(hearing)
    item = need_item(hearing, event.item)
    refuse_if(item.closed, f"Testimony on {item.label} is closed.")
    refuse_if(not event.slips, f"Nobody was called on {item.label} without being present.")
    gone = [slip for slip in event.slips if slip not in item.absent]
    refuse_if(gone, f"Slip {', '.join(map(str, gone))} is not among those who were called and not present.")


def admit_late(hearing: Hearing, slip: int, leave: str = "") -> LateSpeakerAdmitted:
    """With the chair's leave a late slip waits behind the others; ``leave`` is why it was given, if told (G-08)."""
    return in_order(hearing, LateSpeakerAdmitted(slip, leave))


@check.register
def _(event: LateSpeakerAdmitted, hearing: Hearing) -> None:
    need_open_record(hearing)
    registration = need_registration(hearing, event.slip)
    turned_away = registration.late and registration.standing is Standing.NOT_REACHED
    refuse_if(
        registration.standing is not Standing.NEEDS_LEAVE and not turned_away,
        f"{registration.name} does not need to be let in: {registration.standing.word.lower()}.",
    )
    item = need_item(hearing, registration.sign_up.item)
    refuse_if(item.closed, f"Testimony on {item.label} is closed.")


def tell_apart(hearing: Hearing, slips: tuple[int, ...]) -> NamesakesToldApart:
    """Two people, or more, of one name or nearly so: nobody is asked again whether they are the same (G-04)."""
    return in_order(hearing, NamesakesToldApart(tuple(sorted(set(slips)))))


@check.register
def _(event: NamesakesToldApart, hearing: Hearing) -> None:
    for slip in event.slips:
        need_registration(hearing, slip)
    refuse_if(len(event.slips) < 2, "Say which two slips are of different people.")
    known = all(pair in hearing.told_apart for pair in combinations(event.slips, 2))
    refuse_if(known, "They are known to be different people already.")


def _trimmed(sign_up: SignUp) -> SignUp:
    name, sign_up = as_given(sign_up.name), as_a_minor(sign_up)
    return sign_up if sign_up.name == name else replace(sign_up, name=name)
