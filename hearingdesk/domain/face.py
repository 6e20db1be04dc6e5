"""What may be projected, and nothing else: the public screen is handed a Face and never the hearing (P-03)."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from math import ceil

from hearingdesk.domain.hearing import Appearance, Hearing, Item, ItemState, Phase, Registration
from hearingdesk.domain.in_force import rules_on
from hearingdesk.domain.local import clock_time, local, long_date
from hearingdesk.domain.moments import Moment, elapsed, in_time
from hearingdesk.domain.names import published_name
from hearingdesk.domain.timing import ClockState, Reading, reading, total
from hearingdesk.domain.values import Choice, Mode, MotionResult, NameShown, SignUp, StopReason

__all__ = ["ClockFace", "ClockState", "Face", "OnFloor", "Scene", "StopReason", "TallyFace", "VoteFace", "face"]


class Scene(StrEnum):
    """What the room is told."""

    BEFORE = "before"
    ROLL = "roll"
    SPEAKING = "speaking"
    BETWEEN = "between"
    ITEM = "item"
    PAUSED = "paused"
    CLOSED = "closed"
    VOTED = "voted"
    RECESS = "recess"
    ADJOURNED = "adjourned"


@dataclass(frozen=True, slots=True)
class OnFloor:
    """Who has the floor. ``number`` is the slip; ``note`` tells two of one name apart, or says ``remote``.

    ``organisation`` is for the broadcast's lower third alone: it is published with a name that is shown in full (P-01),
    and stays empty for whoever waits.
    """

    number: int
    name: str
    note: str = ""
    others: tuple[str, ...] = ()
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class ClockFace:
    """``text`` is the digits, ``part`` (0 to 1, in hundredths) what is left."""

    state: ClockState
    text: str = ""
    part: float = 1.0
    stopped_for: StopReason | None = None


@dataclass(frozen=True, slots=True)
class VoteFace:
    """What the body has just decided. ``counted``: by name, so that the numbers stand for something."""

    motion: str
    carried: bool
    counted: bool = False
    ayes: int = 0
    noes: int = 0
    abstaining: int = 0


@dataclass(frozen=True, slots=True)
class TallyFace:
    """Concerns and how many speakers raised each, in the codebook's order and never by rank (C-10).

    Out of ``coded`` speakers, of ``heard``. Positions have no place here: they are never shown live to the public.
    """

    raised: tuple[tuple[str, int], ...]
    coded: int
    heard: int


SECOND = timedelta(seconds=1)
RESULT_SHOWN = timedelta(seconds=20)
"""How long the result of a vote stays on the wall, unless somebody speaks."""


@dataclass(frozen=True, slots=True)
class Face:
    """The public screen at one moment. Times are words in the meeting's zone; spans None mean no limit.

    ``resumes_after`` is the number of the item after which testimony goes on, ``resumes_title`` the title of one
    without a number.
    """

    scene: Scene
    body: str
    meeting: str = ""
    date: str = ""
    place: str = ""
    starts: str = ""
    item: str = ""
    time: str = ""
    speaker: OnFloor | None = None
    clock: ClockFace = ClockFace(ClockState.IDLE)
    next_up: tuple[OnFloor, ...] = ()
    waiting: int = 0
    heard: int = 0
    limit: timedelta | None = None
    with_interpreter: timedelta | None = None
    yielding: bool = False
    cap: timedelta | None = None
    takes_testimony: bool = False
    resumes_after: str = ""
    resumes_title: str = ""
    recess_reason: str = ""
    back_at: str = ""
    rehearsal: bool = False
    head: str = ""
    vote: VoteFace | None = None
    tally: TallyFace | None = None


def distinction(hearing: Hearing, registration: Registration) -> str:
    """What tells a person from the others of the same name: organisation, else place, else the slip's number (G-04)."""
    twins = [hearing.registrations[slip].sign_up for slip in hearing.shares_name(registration)]
    for word in (registration.sign_up.organisation, registration.sign_up.shown_place):
        if word and sum(word in (twin.organisation, twin.shown_place) for twin in twins) == 1:
            return word
    return f"slip {registration.slip}"


def face(hearing: Hearing, now: Moment, head: str = "", *, tally: bool = False) -> Face:
    """The face of the hearing at this moment; ``head`` is the journal head, shown once the meeting is adjourned.

    ``tally``: the chair has had the concerns put on the screen (C-10).
    """
    item = shown_item(hearing)
    recess = hearing.recess
    vote = _vote(hearing, now)
    after = _resumes_after(hearing)
    scheduled = local(hearing, hearing.meeting.scheduled)
    return Face(
        scene=_scene(hearing, item, vote),
        body=hearing.body.name,
        meeting=hearing.meeting.title or hearing.meeting.kind,
        date=long_date(scheduled),
        place=hearing.meeting.place,
        starts=clock_time(scheduled),
        item=_item_line(item),
        time=clock_time(local(hearing, now)),
        speaker=_speaker(hearing),
        clock=_clock(hearing, hearing.turn, now),
        next_up=_next_up(hearing, item),
        waiting=len(item.queue) if item else 0,
        heard=item.tally.heard if item else 0,
        limit=item.limit if item else hearing.profile.base_limit,
        with_interpreter=_interpreted(hearing, item),
        yielding=hearing.profile.pooling.value != "off",
        cap=rules_on(hearing, item).cap,
        takes_testimony=bool(item and item.notice.kind.takes_testimony and not item.closed),
        resumes_after=after.notice.number if after else "",
        resumes_title=after.notice.title if after and not after.notice.number else "",
        recess_reason=recess.reason if recess else "",
        back_at=clock_time(local(hearing, recess.back_at)) if recess and recess.back_at else "",
        rehearsal=hearing.meeting.rehearsal,
        head=head if hearing.phase is Phase.ADJOURNED else "",
        vote=vote,
        tally=_tally(hearing, item) if tally and item else None,
    )


def _tally(hearing: Hearing, item: Item) -> TallyFace:
    counted = item.tally
    raised = tuple((concern.label, counted.people(concern.code)) for concern in hearing.concerns)
    return TallyFace(raised, counted.coded, counted.heard)


_MEETING_SCENES = {
    Phase.PREPARED: Scene.BEFORE,
    Phase.RECESSED: Scene.RECESS,
    Phase.ADJOURNED: Scene.ADJOURNED,
}


def _scene(hearing: Hearing, item: Item | None, vote: VoteFace | None) -> Scene:
    if hearing.phase in _MEETING_SCENES:
        return _MEETING_SCENES[hearing.phase]
    if hearing.turn:
        return Scene.SPEAKING
    if vote:
        return Scene.VOTED
    if item:
        return _item_scene(item)
    return Scene.ROLL if _roll_to_come(hearing) else Scene.ITEM


def _roll_to_come(hearing: Hearing) -> bool:
    """In session, and neither was the roll called nor any item taken up."""
    return hearing.rolled is None and all(item.state is ItemState.PENDING for item in hearing.items.values())


def _vote(hearing: Hearing, now: Moment) -> VoteFace | None:
    """The latest motion voted on, for a short while after the vote."""
    voted = [one for one in hearing.motions if one.decided is not None]
    motion = max(voted, key=lambda one: in_time(one.decided or now), default=None)
    if motion is None or motion.vote is None or motion.decided is None:
        return None
    if elapsed(motion.decided, now) >= RESULT_SHOWN:
        return None
    ayes, noes, abstaining = (motion.vote.count(choice) for choice in (Choice.AYE, Choice.NO, Choice.ABSTAIN))
    carried = motion.vote.result is MotionResult.CARRIED
    return VoteFace(motion.text, carried, bool(motion.vote.votes), ayes, noes, abstaining)


def _item_scene(item: Item) -> Scene:
    if item.state is ItemState.SUSPENDED:
        return Scene.PAUSED
    if item.closed:
        return Scene.CLOSED
    return Scene.BETWEEN if item.notice.kind.takes_testimony else Scene.ITEM


def shown_item(hearing: Hearing) -> Item | None:
    """The item in hand; between items, the suspended one that people wait for."""
    if hearing.item:
        return hearing.item
    return _suspended(hearing)


def _suspended(hearing: Hearing) -> Item | None:
    """The first of the agenda that people wait to see resumed."""
    items = (hearing.items[item] for item in hearing.agenda)
    return next((item for item in items if item.state is ItemState.SUSPENDED), None)


def _item_line(item: Item | None) -> str:
    if item is None:
        return ""
    return f"{item.notice.number} · {item.notice.title}" if item.notice.number else item.notice.title


def _resumes_after(hearing: Hearing) -> Item | None:
    """The item after which suspended testimony goes on."""
    suspended = _suspended(hearing)
    return hearing.items.get(suspended.resumes_after) if suspended else None


def _interpreted(hearing: Hearing, item: Item | None) -> timedelta | None:
    rules = rules_on(hearing, item)
    limit = item.limit if item else rules.base_limit
    return limit * rules.interpretation_factor if limit and rules.interpretation_factor > 1 else None


def _clock(hearing: Hearing, turn: Appearance | None, now: Moment) -> ClockFace:
    shown = reading(hearing.profile, turn, now)
    stop = turn.stopped if turn else None
    text = shown.text if turn else ""
    return ClockFace(shown.state, text, _part(turn, shown), stop.reason if stop else None)


def _part(turn: Appearance | None, shown: Reading) -> float:
    """What is left in whole seconds, as the digits say it: bar and digits change at the same moment and no other."""
    whole = total(turn) if turn else None
    if not whole or shown.left is None:
        return shown.part
    return round(min(1.0, max(0.0, ceil(shown.left / SECOND) * SECOND / whole)), 2)


def _next_up(hearing: Hearing, item: Item | None) -> tuple[OnFloor, ...]:
    queue = item.queue[: hearing.profile.screen_next] if item else ()
    shown = [_on_floor(hearing, hearing.registrations[slip]) for slip in queue]
    speaking = [_on_floor(hearing, hearing.speaker)] if hearing.speaker else []
    return tuple(_numbered(one, [*speaking, *shown]) for one in shown)


def _numbered(one: OnFloor, shown: list[OnFloor]) -> OnFloor:
    """Two names that come out the same, as ``Maria G.`` twice, are told apart by the slip's number (G-04)."""
    alike = [other for other in shown if (other.name, other.note) == (one.name, one.note)]
    twins = one.name and any(other.number != one.number for other in alike)
    return replace(one, note=f"slip {one.number}") if twins else one


def _speaker(hearing: Hearing) -> OnFloor | None:
    speaker = hearing.speaker
    if speaker is None:
        return None
    item = hearing.items[speaker.sign_up.item]
    waiting = [_on_floor(hearing, hearing.registrations[slip]) for slip in item.queue[: hearing.profile.screen_next]]
    shown = _numbered(_on_floor(hearing, speaker), waiting)
    in_full = bool(shown.name) and _sign_up(hearing, speaker).name_shown is NameShown.FULL
    return replace(shown, organisation=speaker.sign_up.organisation) if in_full else shown


def _on_floor(hearing: Hearing, registration: Registration) -> OnFloor:
    slip, sign_up = registration.slip, _sign_up(hearing, registration)
    if not hearing.profile.names_on_screen:
        return OnFloor(slip, "")
    named = bool(sign_up.name) and sign_up.name_shown is not NameShown.WITHHELD
    others = tuple(published_name(replace(sign_up, name=other), slip) for other in sign_up.together_with if named)
    return OnFloor(slip, published_name(sign_up, slip), _note(hearing, registration, named=named), others)


def _sign_up(hearing: Hearing, registration: Registration) -> SignUp:
    """As the body has it shown, where that is less than the person asked for."""
    sign_up = registration.sign_up
    if hearing.profile.initials_on_screen and sign_up.name_shown is NameShown.FULL:
        return replace(sign_up, name_shown=NameShown.INITIAL)
    return sign_up


def _note(hearing: Hearing, registration: Registration, *, named: bool) -> str:
    """Tells two of the same name apart by what is public anyway (G-04); else says who is far away, or wrote."""
    sign_up = registration.sign_up
    if named and hearing.shares_name(registration):
        return distinction(hearing, registration)
    if sign_up.mode is Mode.WRITTEN:
        return "read by staff"
    return "remote" if sign_up.mode in (Mode.REMOTE_VIDEO, Mode.REMOTE_PHONE) else ""
