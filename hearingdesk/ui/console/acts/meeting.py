"""What the keys of the meeting around the floor do."""

from hearingdesk.desk import Act
from hearingdesk.domain import rules
from hearingdesk.ui.console.acts.doing import Doing


class MeetingActs(Doing):
    """The acts that need no sheet of their own, or open one."""

    def recess_or_reconvene(self) -> None:
        if self.hearing.recess is not None:
            self.do(rules.reconvene)
        else:
            self.window.open_sheet("recess")

    def emergency_recess(self) -> None:
        """Everybody has to leave at once: recess, clock stopped, the room warned, in one press (7.1 of 7:40)."""
        if self.put(Act(rules.recess, {"reason": "Emergency"}), done=RECESSED_AT_ONCE):
            self.window.warn_room()


RECESSED_AT_ONCE = "In recess: emergency. Everything is saved and the clock stands; Ctrl+R reconvenes."
