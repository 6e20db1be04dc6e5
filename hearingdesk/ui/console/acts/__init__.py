"""What the keys of the console do: each act goes through the Desk, and what is refused is said."""

from hearingdesk.ui.console.acts.floor import FloorActs
from hearingdesk.ui.console.acts.heard import HeardActs
from hearingdesk.ui.console.acts.meeting import MeetingActs
from hearingdesk.ui.console.acts.queue import QueueActs
from hearingdesk.ui.console.acts.record import RecordActs


class Acts(FloorActs, HeardActs, QueueActs, MeetingActs, RecordActs):
    """The acts of one console. None of them raises what the record refuses."""
