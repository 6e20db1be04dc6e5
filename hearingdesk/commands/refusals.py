"""What is a refusal and no fault of the program."""

from exports.files import ExportFailed
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.intake.errors import IntakeError
from hearingdesk.library import LibraryFault
from hearingdesk.office import Refused
from hearingdesk.script import ScriptFault
from hearingdesk.store.errors import Conflict, JournalUnavailable
from hearingdesk.take_back import NotOurs

_SAID = (OutOfOrder, JournalUnavailable, IntakeError, LibraryFault, ScriptFault, ExportFailed, NotOurs, Refused)


def sentence(fault: Exception) -> str:
    """What the user is told, in one line; empty for a fault of the program itself."""
    if isinstance(fault, Conflict):
        return "Another station was first. Nothing of this was recorded; try again."
    return " ".join(str(fault).split()) if isinstance(fault, _SAID) else ""
