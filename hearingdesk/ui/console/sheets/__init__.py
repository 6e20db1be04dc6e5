"""The sheets of a meeting: everything around the floor, each wholly usable by keyboard, none of them modal."""

from collections.abc import Callable
from functools import partial

from hearingdesk.ui.console.sheets.adjourn import AdjournSheet
from hearingdesk.ui.console.sheets.agenda import AgendaSheet
from hearingdesk.ui.console.sheets.call import CallSheet
from hearingdesk.ui.console.sheets.concern import ConcernSheet
from hearingdesk.ui.console.sheets.concern_list import ConcernListSheet
from hearingdesk.ui.console.sheets.conduct import ConductSheet
from hearingdesk.ui.console.sheets.continuing import ContinueSheet
from hearingdesk.ui.console.sheets.entry import EntrySheet
from hearingdesk.ui.console.sheets.handover import HandoverSheet
from hearingdesk.ui.console.sheets.letters import LettersSheet
from hearingdesk.ui.console.sheets.limit import LimitSheet
from hearingdesk.ui.console.sheets.motion import MotionSheet
from hearingdesk.ui.console.sheets.oath import OathSheet
from hearingdesk.ui.console.sheets.order_queue import OrderSheet
from hearingdesk.ui.console.sheets.recess import RecessSheet
from hearingdesk.ui.console.sheets.recording import RecordingSheet
from hearingdesk.ui.console.sheets.register import RegisterSheet
from hearingdesk.ui.console.sheets.retention import RetentionSheet
from hearingdesk.ui.console.sheets.roll import RollSheet
from hearingdesk.ui.console.sheets.same_name import SameNameSheet
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.console.sheets.slip import SlipSheet
from hearingdesk.ui.console.sheets.turn import TurnSheet

SHEETS: dict[str, Callable[..., MeetingSheet]] = {
    "order": RollSheet,
    "roll": RollSheet,
    "agenda": AgendaSheet,
    "motion": MotionSheet,
    "limit": LimitSheet,
    "recess": RecessSheet,
    "recordings": RecordingSheet,
    "continue": ContinueSheet,
    "oath": OathSheet,
    "conduct": ConductSheet,
    "handover": HandoverSheet,
    "adjourn": AdjournSheet,
    "slip": SlipSheet,
    "register": RegisterSheet,
    "order_queue": OrderSheet,
    "same_name": SameNameSheet,
    "letters": LettersSheet,
    "turn": TurnSheet,
    "reopen": partial(TurnSheet, opened="U"),
    "call": CallSheet,
    "cede": partial(SlipSheet, giving=True),
    "concern": ConcernSheet,
    "concerns": ConcernListSheet,
    "entry": EntrySheet,
    "retention": RetentionSheet,
}
"""By the name the table of actions has for them. Each takes the Desk.

Those of ``OF_A_SLIP`` also take the number of a slip, ``entry`` that of an entry.
"""

OF_A_SLIP = ("slip", "cede", "call", "turn", "reopen", "concern", "conduct", "same_name")

__all__ = ["OF_A_SLIP", "SHEETS", "MeetingSheet"]
