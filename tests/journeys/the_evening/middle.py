"""From the change of limit to the bus at nine."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from hearingdesk.domain.events import SpeakerMoved
from hearingdesk.domain.face import Scene, face
from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.values import (
    Position,
    StopReason,
)
from hearingdesk.ui.console.sheets.slip import SlipSheet
from tests.journeys.the_evening.hands import Evening, front, reading_text
from tests.journeys.the_evening.town import NAMES


def comment_pauses(clerk: Evening) -> None:
    """The guest presenter has a fixed time: comment is suspended with its queue, and resumed with it."""
    clerk.speaks(60)
    clerk.at("19:01")
    clerk.press("Ctrl+D")
    waiting = clerk.hearing.items["1"].queue
    clerk.at("19:02")
    clerk.press("F2", "S")
    clerk.type("to hear the guest presenter")
    clerk.press("Return", "Down", "Down", "Down", "Return", "Esc")
    assert clerk.hearing.in_hand == "6"
    shown = face(clerk.hearing, clerk.clock.now())
    assert (shown.scene, shown.resumes_after) == (Scene.ITEM, "6")
    clerk.at("19:26")
    clerk.press("F2", "Up", "Up", "Up", "Return", "Esc")
    assert clerk.hearing.items["1"].queue == waiting
    for name in NAMES[149:153]:
        clerk.walks_in(name, "s")
    assert clerk.hearing.items["1"].queue[-4:] == (152, 153, 154, 155), "late slips go to the end here"


def the_alarm(clerk: Evening) -> None:
    """Everybody out with 0:48 on the clock; two commissioners do not come back, and one leaves later."""
    clerk.goes_on("19:38", 50)
    clerk.at("19:38")
    clerk.press("Ctrl+Return")
    clerk.wait(71)
    clerk.press("Ctrl+Shift+R")
    assert clerk.hearing.phase is Phase.RECESSED
    assert reading_text(clerk) == "0:48"
    clerk.at("19:54")
    clerk.press("Ctrl+Return")
    assert reading_text(clerk) == "0:48"
    clerk.press("F3", *"PPPPPAAPA", "Return", "Esc")
    assert len(clerk.hearing.present) == 6
    assert clerk.hearing.has_quorum
    clerk.press("F8")
    clerk.wait(30)
    clerk.press("Ctrl+Return")


def the_long_middle(clerk: Evening) -> None:
    """A member leaves; the line of a remote speaker drops; the man of slip 4 is back; a position is set right."""
    clerk.at("20:10")
    clerk.press("F3", "Down", "Down", "D", "Esc")
    assert len(clerk.hearing.present) == 5
    assert clerk.hearing.has_quorum
    clerk.at("20:15")
    clerk.press("Ctrl+Return")
    clerk.press("Ctrl+F8", after=20)
    assert clerk.turn.stops[-1].reason is StopReason.TECHNICAL
    clerk.press("F8", after=40)
    remote = clerk.speaker.slip
    clerk.press("Ctrl+Shift+I", after=60)
    assert clerk.hearing.items["1"].queue.index(remote) == 1, "somebody else is heard while the line is restored"
    clerk.press("Ctrl+Return")
    clerk.speaks(50)
    clerk.press("Ctrl+Return")
    assert clerk.speaker.slip == remote
    assert clerk.turn.allotment.total == timedelta(seconds=40), "the time that was left"
    clerk.speaks(30)
    clerk.press("Ctrl+D")
    clerk.at("20:25")
    clerk.find("4")
    assert clerk.listed == "Dee Abel, Called, not present"
    clerk.press("Ctrl+Shift+B")
    assert clerk.hearing.items["1"].queue[0] == 4
    clerk.press("Ctrl+Return")
    assert clerk.speaker.slip == 4
    clerk.goes_on("20:30", 60)
    clerk.at("20:31")
    clerk.find("12")
    clerk.press("Ctrl+E")
    sheet = clerk.console.sheet
    assert isinstance(sheet, SlipSheet)
    clerk.to(sheet.stated.editor, by="Shift+Tab")
    clerk.type("s")
    clerk.press("Return")
    assert clerk.hearing.registrations[12].position is Position.SUPPORT


def the_laptop_dies(clerk: Evening, qtbot: QtBot) -> Evening:
    """The program ends in mid-speech; the next start stands where it was."""
    clerk.goes_on("20:37", 60)
    clerk.press("Ctrl+Return")
    who = clerk.speaker.slip
    clerk.at("20:38")
    clerk.leave()
    clerk.clock.wait(150)
    again = Evening(clerk.data, clerk.clock)
    again.windows.show_docket()
    front(again, qtbot)
    again.press("Return")
    front(again, qtbot)
    assert again.speaker.slip == who
    assert again.turn.stopped is not None
    assert again.said.startswith("The program was interrupted")
    again.press("F8")
    again.at("20:41")
    again.press("Ctrl+F9", "M")
    again.type("60")
    again.press("Tab", "Tab")
    again.type("8:35 PM")
    again.press("Tab", "Tab")
    again.type("1:30")
    again.press("Return", "Esc")
    missed = again.hearing.appearances[again.hearing.registrations[60].turns[-1]]
    assert missed.ran == timedelta(seconds=90)
    return again


def a_bus_to_catch(clerk: Evening) -> None:
    """A girl of twelve has to leave by 9:10: she is next, and the record says why."""
    clerk.goes_on("20:50", 60)
    clerk.at("20:50")
    clerk.find("Gus Lund")
    clerk.press("Alt+Home", "1", "Return")
    slip = clerk.slip("Gus Lund")
    assert clerk.hearing.items["1"].queue[0] == slip
    moved = clerk.hearing.entries[-1].event
    assert isinstance(moved, SpeakerMoved)
    assert moved.reason == "must leave"
