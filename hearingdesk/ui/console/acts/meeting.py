"""What the keys of the meeting around the floor do."""

from hearingdesk.domain import rules
from hearingdesk.ui.console.acts.doing import Doing


class MeetingActs(Doing):
    """The acts that need no sheet of their own, or open one."""

    def recess_or_reconvene(self) -> None:
        if self.hearing.recess is not None:
            self.do(rules.reconvene)
        else:
            self.window.open_sheet("recess")
