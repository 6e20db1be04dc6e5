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
        back = self.window.way("recess")
        told = f"In recess: emergency. Everything is saved and the clock stands; {back} reconvenes."
        if self.put(Act(rules.recess, {"reason": "Emergency"}), done=told):
            self.window.warn_room()
