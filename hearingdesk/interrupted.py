"""What is said when a hearing is opened again that was cut off in mid-speech."""

from hearingdesk.desk import Desk
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.spans import length_text
from hearingdesk.domain.timing import reading


def recovered(desk: Desk, stopped: Moment) -> str:
    """``stopped`` is the moment as of which the clock stands."""
    turn, speaker = desk.hearing.turn, desk.hearing.speaker
    shown = reading(desk.hearing.profile, turn, desk.now())
    gone = length_text(desk.now().utc - stopped.utc)
    name = speaker.name if speaker else "the speaker"
    return (
        f"The program was interrupted {gone} ago while {name} spoke. Everything recorded is here; the clock stands at "
        f"{shown.text}. Resume it, or give time back, when the room is ready."
    )
