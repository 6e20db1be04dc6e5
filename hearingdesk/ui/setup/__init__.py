"""Setting a hearing up: who meets, when and under which rules; agendas and sign-ups taken in from files."""

from hearingdesk.ui.setup.agenda import AgendaScreen
from hearingdesk.ui.setup.prepared import NewHearing
from hearingdesk.ui.setup.reading import AgendaReader, SignUpReader
from hearingdesk.ui.setup.sign_ups import ImportScreen
from hearingdesk.ui.setup.window import Offered, SetupScreen

__all__ = ["AgendaReader", "AgendaScreen", "ImportScreen", "NewHearing", "Offered", "SetupScreen", "SignUpReader"]
