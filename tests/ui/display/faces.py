"""One face of each scene and each state of the clock, for tests and for pictures to look at."""

from dataclasses import replace
from datetime import timedelta

from hearingdesk.domain.face import ClockFace, ClockState, Face, OnFloor, Scene, StopReason, VoteFace

NEXT = (
    OnFloor(14, "Marisol Quiñones"),
    OnFloor(15, "Pa Houa Xiong"),
    OnFloor(16, "James O'Brien", "District 4"),
    OnFloor(17, "Speaker 17", "remote"),
    OnFloor(18, "Ayodele Bankole"),
)
SPEAKING = Face(
    scene=Scene.SPEAKING,
    body="Fire and Police Commission",
    meeting="Regular meeting",
    date="Thursday, February 5, 2026",
    place="City Hall, Room 301-B",
    starts="6:00 PM",
    item="1 · Comments by the public",
    time="6:47 PM",
    speaker=OnFloor(13, "Dr. Lucinda Hargrove"),
    clock=ClockFace(ClockState.RUNNING, "3:47", 0.76),
    next_up=NEXT,
    waiting=24,
    heard=13,
    limit=timedelta(minutes=5),
    with_interpreter=timedelta(minutes=10),
    takes_testimony=True,
)
QUIET = replace(SPEAKING, speaker=None, clock=ClockFace(ClockState.IDLE))
HEAD = "9f3a51c07be24d18a6c2e0417f95d3b8c4e1f60a72d9583b1e6a4c0f87d2953e"


def clock(state: ClockState, text: str, part: float = 0.0, reason: StopReason | None = None) -> Face:
    return replace(SPEAKING, clock=ClockFace(state, text, part, reason))


STATES: dict[str, Face] = {
    "called": clock(ClockState.CALLED, "5:00", 1.0),
    "running": SPEAKING,
    "running_interpreted": clock(ClockState.RUNNING, "10:00", 1.0),
    "wrap_up": clock(ClockState.WRAP_UP, "0:42", 0.14),
    "time": clock(ClockState.OVER, "0:00"),
    "over": clock(ClockState.OVER, "+0:17"),
    "over_long": clock(ClockState.OVER, "+10:17"),
    "stopped_question": clock(ClockState.STOPPED, "2:13", 0.44, StopReason.QUESTION),
    "stopped_interpretation": clock(ClockState.STOPPED, "2:13", 0.44, StopReason.INTERPRETATION),
    "stopped_technical": clock(ClockState.STOPPED, "2:13", 0.44, StopReason.TECHNICAL),
    "stopped_other": clock(ClockState.STOPPED, "2:13", 0.44, StopReason.OTHER),
    "untimed": clock(ClockState.UNTIMED, "12:31", 1.0),
    "ended": clock(ClockState.ENDED, "0:12", 0.1),
}
SCENES: dict[str, Face] = {
    "before": replace(QUIET, scene=Scene.BEFORE, item="", next_up=()),
    "between": replace(QUIET, scene=Scene.BETWEEN),
    "between_empty": replace(QUIET, scene=Scene.BETWEEN, next_up=(), waiting=0),
    "item": replace(
        QUIET,
        scene=Scene.ITEM,
        item="4 · Resolution relating to the approval of the minutes of the regular meeting of January 22",
        next_up=(),
        takes_testimony=False,
    ),
    "item_resumes": replace(
        QUIET, scene=Scene.ITEM, item="6 · Presentation on facial recognition", resumes_after="6", next_up=()
    ),
    "in_session": replace(QUIET, scene=Scene.ITEM, item="", next_up=(), takes_testimony=False),
    "paused": replace(QUIET, scene=Scene.PAUSED, resumes_after="6"),
    "closed": replace(QUIET, scene=Scene.CLOSED, next_up=(), waiting=0, heard=37),
    "recess": replace(QUIET, scene=Scene.RECESS, back_at="7:15 PM", recess_reason="dinner"),
    "roll": replace(QUIET, scene=Scene.ROLL, item="", next_up=(), takes_testimony=False),
    "carried": replace(
        QUIET, scene=Scene.VOTED, vote=VoteFace("to deny file 240117", carried=True, counted=True, ayes=5, noes=2)
    ),
    "failed": replace(
        QUIET,
        scene=Scene.VOTED,
        vote=VoteFace("to lay the matter over", carried=False, counted=True, ayes=2, noes=4, abstaining=1),
    ),
    "carried_uncounted": replace(
        QUIET, scene=Scene.VOTED, vote=VoteFace("to approve the consent agenda", carried=True)
    ),
    "resumes_after_title": replace(QUIET, scene=Scene.PAUSED, resumes_title="Election of officers"),
    "adjourned": replace(QUIET, scene=Scene.ADJOURNED, item="", next_up=(), head=HEAD),
}
