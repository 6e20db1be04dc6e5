"""What the keys of the meeting around the floor do."""

from datetime import timedelta

from hearingdesk.desk import Act
from hearingdesk.domain import rules
from hearingdesk.domain.moments import elapsed
from hearingdesk.ui.console.acts.doing import Doing

HELD = timedelta(seconds=5)
"""No recorder is started twice within this time: a second press is a slip of the hand."""


class MeetingActs(Doing):
    """The acts that need no sheet of their own, or open one."""

    def recess_or_reconvene(self) -> None:
        if self.hearing.recess is not None:
            self.do(rules.reconvene)
        else:
            self.window.open_sheet("recess")

    def mark_recording(self) -> None:
        """The sync mark: from here the offsets in the recording are counted (M-11)."""
        begun = self.hearing.recordings
        if begun and elapsed(begun[-1], self.desk.now()) < HELD:
            self.window.say("The recording was marked just now; nothing was added.", refused=True)
            return
        which = f"Recording {len(begun) + 1}" if begun else "The recording"
        back = self.window.way("strike")
        done = f"{which} began now. Each speaker's place in it is counted from here; {back} strikes."
        self.put(Act(rules.mark_recording), done=done)

    def emergency_recess(self) -> None:
        """Everybody has to leave at once: recess, clock stopped, the room warned, in one press (7.1 of 7:40)."""
        back = self.window.way("recess")
        told = f"In recess: emergency. Everything is saved and the clock stands; {back} reconvenes."
        if self.put(Act(rules.recess, {"reason": "Emergency"}), done=told):
            self.window.warn_room()
