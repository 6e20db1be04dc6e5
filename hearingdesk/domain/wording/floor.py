"""The words of the entries of hearingdesk.domain.events.floor."""

from datetime import timedelta

from hearingdesk.domain.events import (
    AppearanceEntered,
    ClockChanged,
    ClockResumed,
    ClockStopped,
    ConductNoted,
    Entry,
    HandoutReceived,
    InterpreterChanged,
    SpeakerCalled,
    SpeakerNotPresent,
    SpeakerReturned,
    TimeGranted,
    TurnEnded,
    TurnMoved,
    TurnReopened,
    TurnStarted,
)
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.moments import elapsed
from hearingdesk.domain.spans import clock_text, length_text, spoken
from hearingdesk.domain.values import Ending
from hearingdesk.domain.wording.root import because, line, who, whose


@line.register
def _(event: SpeakerCalled, _entry: Entry, hearing: Hearing) -> str:
    parts = [event.ground.words] if event.ground else []
    said = ", ".join([event.allotment.working, *parts, *([event.leave] if event.leave else [])])
    return f"{who(hearing, event.slip)} called ({said})"


@line.register
def _(event: TurnStarted, _entry: Entry, hearing: Hearing) -> str:
    back = f", put back {spoken(event.back)}" if event.back else ""
    return f"{whose(hearing, event.turn)} began{back}"


@line.register
def _(event: ClockStopped, _entry: Entry, _hearing: Hearing) -> str:
    return f"Clock stopped: {event.reason.word}" + (f", {event.note}" if event.note else "")


@line.register
def _(event: ClockResumed, entry: Entry, hearing: Hearing) -> str:
    turn = hearing.appearances.get(event.turn)
    stood = [elapsed(stop.start, stop.end) for stop in turn.stops if stop.end == entry.at] if turn else []
    return "Clock resumed" + (f" ({length_text(stood[0])})" if stood else "")


@line.register
def _(event: TimeGranted, _entry: Entry, _hearing: Hearing) -> str:
    given = event.span > timedelta(0)
    span = event.span if given else -event.span
    return f"{clock_text(span)} {'given' if given else 'taken'} by the chair{because(event.reason)}"


@line.register
def _(event: InterpreterChanged, _entry: Entry, _hearing: Hearing) -> str:
    language = event.interpreter.language if event.interpreter else ""
    who = f"Interpreter: {language or event.interpreter.kind.value}" if event.interpreter else "No interpreter"
    return f"{who} ({event.allotment.working})"


@line.register
def _(event: ClockChanged, _entry: Entry, _hearing: Hearing) -> str:
    return f"Clock: {event.allotment.working}{because(event.reason)}"


@line.register
def _(event: TurnMoved, _entry: Entry, hearing: Hearing) -> str:
    wrong, right = who(hearing, event.slip), who(hearing, event.to)
    return f"Clock moved from {wrong} to {right} ({event.allotment.working}); the time used goes along"


@line.register
def _(event: TurnReopened, _entry: Entry, hearing: Hearing) -> str:
    gap = f" after {length_text(event.gap)}" if event.gap is not None else ""
    charged = "charged" if event.charged else "not charged"
    return f"{whose(hearing, event.turn)} goes on{gap}, {charged}{because(event.reason)}"


@line.register
def _(event: AppearanceEntered, _entry: Entry, hearing: Hearing) -> str:
    began = clock_time(local(hearing, event.began), seconds=True)
    spoke = f"{who(hearing, event.slip)} spoke for {length_text(event.length)} from {began}"
    return f"Entered afterwards: {spoke}"


@line.register
def _(event: HandoutReceived, _entry: Entry, hearing: Hearing) -> str:
    return f"Handout of {whose(hearing, event.turn)}: {event.text}"


_ENDINGS = {
    Ending.FINISHED: "done",
    Ending.YIELDED_BACK: "yields the rest",
    Ending.REMOVED: "removed from the room",
    Ending.INTERRUPTED: "interrupted; back in the queue with the time left",
}


@line.register
def _(event: TurnEnded, _entry: Entry, hearing: Hearing) -> str:
    return f"{whose(hearing, event.turn)} {_ENDINGS[event.ending]}"


@line.register
def _(event: SpeakerNotPresent, _entry: Entry, hearing: Hearing) -> str:
    return f"{who(hearing, event.slip)} called, not present"


@line.register
def _(event: SpeakerReturned, _entry: Entry, hearing: Hearing) -> str:
    return f"{who(hearing, event.slip)} back in the queue, next"


@line.register
def _(event: ConductNoted, _entry: Entry, hearing: Hearing) -> str:
    whom = who(hearing, event.slip) if event.slip else "Somebody in the room"
    why = " (force, or a true threat of it)" if event.force_or_threat else ""
    said = f": “{event.words}”" if event.words else ""
    return f"{whom} {event.measure.words}{why}{said}"
