"""From half past three to the chair's question how many are left."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.moments import elapsed
from hearingdesk.domain.timing import spent
from hearingdesk.domain.values import (
    Measure,
)
from hearingdesk.ui.console.sheets.register import RegisterSheet
from hearingdesk.ui.console.sheets.slip import SlipSheet
from hearingdesk.ui.console.steps import rule_words
from hearingdesk.ui.setup import ImportScreen, SetupScreen
from tests.builders import CONCERNS, PROFILE
from tests.journeys.the_evening.hands import Evening, deputy, front, in_front, reading_text
from tests.journeys.the_evening.town import AGENDA, AGENDA_ROWS, BODY, MEETING, NAMES, SIGN_UP_ROWS, moment


def the_afternoon(clerk: Evening, qtbot: QtBot) -> None:
    """Prepared as the last meeting of this body was, from what is copied out of two spreadsheets."""
    before = replace(MEETING, scheduled=MEETING.scheduled - timedelta(days=14))
    clerk.office.create(BODY, before, PROFILE, CONCERNS, AGENDA, "the-last-one")
    clerk.windows.show_docket()
    front(clerk, qtbot)
    clerk.press("Ctrl+N")
    screen = in_front(SetupScreen, qtbot)
    clerk.to(screen.time.editor)
    clerk.press("Ctrl+A")
    clerk.type("5:30 PM")
    clerk.to(screen.place.editor)
    clerk.press("Ctrl+A")
    clerk.type("City Hall 301-B")
    QApplication.clipboard().setText(AGENDA_ROWS)
    clerk.press("Ctrl+Shift+V")
    QApplication.clipboard().setText(SIGN_UP_ROWS)
    clerk.press("Ctrl+Shift+U")
    clerk.press("Ctrl+Return")
    in_front(ImportScreen, qtbot)
    clerk.press("Ctrl+Return")
    front(clerk, qtbot)
    assert len(clerk.hearing.registrations) == 58
    clerk.at("16:40")  # a stack of thirty
    for name in NAMES[58:86]:
        clerk.walks_in(name, "o")
    clerk.walks_in("Maria Garcia", "s")
    clerk.press("Ctrl+K")
    clerk.type("Maria Garcia")
    clerk.press("Shift+Return")  # a second one of this name
    assert clerk.console.queue.walk_in.note == (
        "On the list already with this name: slip 87. Adding makes another person."
    )
    clerk.type("o")
    clerk.press("Return")
    assert len(clerk.hearing.registrations) == 88
    an_illegible_slip(clerk)
    interpreters(clerk)


def an_illegible_slip(clerk: Evening) -> None:
    """ "Kay L…" on paper, out of a stack that came in a quarter of an hour."""
    clerk.press("Ctrl+Shift+N")
    clerk.type("Kay L")
    sheet = clerk.console.sheet
    assert isinstance(sheet, RegisterSheet)
    clerk.to(sheet.form.uncertain)
    clerk.press("Space")
    clerk.to(sheet.form.received.editor)
    clerk.type("3:30 to 3:45 PM")
    clerk.press("Return", "Esc")
    slip = clerk.hearing.registrations[clerk.slip("Kay L")].sign_up
    assert slip.name_uncertain
    assert slip.received is not None
    assert moment("15:30") <= slip.received <= moment("15:45")


def interpreters(clerk: Evening) -> None:
    """An interpreter is here for somebody whose slip did not say so; and how a name is said."""
    clerk.at("17:15")
    clerk.find("Max Abel")
    clerk.press("Ctrl+E")
    sheet = clerk.console.sheet
    assert isinstance(sheet, SlipSheet)
    clerk.to(sheet.form.language.editor)
    clerk.type("Spanish")
    clerk.to(sheet.form.pronunciation.editor)
    clerk.type("mahks ah-BELL")
    clerk.press("Return")
    interpreter = clerk.hearing.registrations[13].sign_up.interpreter
    assert interpreter is not None
    assert interpreter.language == "Spanish"


def called_to_order(clerk: Evening) -> None:
    """7 of 9; an item is moved ahead; the staff present, untimed, while the deputy's slips come in."""
    clerk.at("17:30")
    clerk.press("Ctrl+Return", "Return", "P", "P", "P", "P", "P", "P", "P", "E", "A", "Return", "Esc")
    assert clerk.hearing.phase is Phase.IN_SESSION
    assert len(clerk.hearing.present) == 7
    clerk.press("F3", *["Down"] * 7, "P", "Esc")  # who was expected in due course
    assert len(clerk.hearing.present) == 8
    clerk.at("17:33")
    clerk.press("F2", "Down", "Return")
    clerk.type("the staff have to leave")
    clerk.press("Return")
    assert clerk.hearing.taken == ("2",)
    clerk.at("17:42")
    clerk.press("Esc", "F2", "Down", "Return")
    clerk.type("before comment")
    clerk.press("Return")
    assert clerk.hearing.in_hand == "3"
    clerk.press("Esc")
    deputy(clerk, 88, 112)


def comment_opens(clerk: Evening) -> None:
    """ "Three minutes each, no yielding"; an official speaks first and is no member of the public; three are heard."""
    clerk.at("18:05")
    clerk.press("F2", "Up", "Up", "Return")
    assert clerk.hearing.in_hand == "1"
    assert (
        rule_words(clerk.hearing) == "Each speaker has 3 minutes; 6 minutes with an interpreter; no yielding of time."
    )
    clerk.press("Ctrl+Shift+N")
    clerk.type("Ald. Ruth Frey")
    sheet = clerk.console.sheet
    assert isinstance(sheet, RegisterSheet)
    clerk.to(sheet.form.capacity.editor)
    clerk.type("o")
    clerk.press("Return")
    clerk.at("18:06")
    clerk.find("Ald. Ruth Frey")
    clerk.press("Ctrl+Shift+Return")
    clerk.speaks(120)
    assert clerk.hearing.items["1"].tally.heard == 0, "an official is no member of the public"
    assert reading_text(clerk) == "2:00", "untimed: it counts up"
    clerk.press("Ctrl+Return")
    for _ in range(3):
        clerk.speaks(60, "Ctrl+1", "Alt+O")
        clerk.press("Ctrl+Return")
    assert clerk.hearing.items["1"].tally.heard == 3


def hands_and_silences(clerk: Evening) -> None:
    """A no-show, a man out of order, two of one name, a question, applause, a gift of time, an interpreter."""
    clerk.at("18:16")
    assert clerk.speaker.slip == 4
    clerk.press("F7")
    assert clerk.hearing.items["1"].absent == (4,)
    clerk.at("18:17")
    clerk.find("23")
    clerk.press("Ctrl+Shift+Return")
    assert clerk.speaker.slip == 23
    clerk.speaks(60)

    clerk.at("18:19")
    clerk.find("Maria Garcia")
    assert clerk.listed == "Maria Garcia, same as 88?"
    clerk.press("Ctrl+Shift+S", "Return")  # two people
    clerk.find("Maria Garcia")
    assert clerk.listed.startswith("Maria Garcia, 2 with this name"), clerk.listed
    clerk.press("Ctrl+Shift+Return")
    clerk.speaks(100, "Ctrl+1", "Alt+S")
    clerk.press("Ctrl+Return")

    clerk.at("18:24")
    clerk.speaks(60)
    clerk.press("F8")  # a commissioner asks
    clerk.wait(90)
    clerk.press("F8")
    turn = clerk.hearing.turn
    assert turn is not None
    assert [round(elapsed(stop.start, stop.end).total_seconds()) for stop in turn.stops if stop.end] == [91]
    assert spent(turn, clerk.clock.now()) == timedelta(seconds=61)
    clerk.press("Ctrl+Return")
    clerk.nobody_comes(3)

    clerk.at("18:31")
    clerk.speaks(50, "Ctrl+2")
    clerk.press("Ctrl+F7", "R", "Return")
    assert clerk.hearing.items["1"].conduct[-1][1].measure is Measure.REMINDER
    clerk.press("Ctrl+Return")

    clerk.at("18:38")
    clerk.speaks(60, "Alt+O")
    clerk.press("Ctrl+G")  # "I yield the rest of my time to Ms. Vang"
    assert clerk.said == (
        "The rule of this body does not allow time to be given to another: Each speaker has 3 minutes; 6 minutes with "
        "an interpreter; no yielding of time."
    )

    clerk.press("Shift+F7", "Ctrl+Return")
    clerk.at("18:44")
    clerk.speaks(40)
    clerk.press("Ctrl+F9", "I")
    clerk.type("Hmong")
    clerk.press("Return")
    assert clerk.turn.allotment.working == "3:00 × 2 consecutive interpreter = 6:00"
    assert reading_text(clerk).startswith("5:")
    clerk.wait(60)
    clerk.press("Ctrl+Return")


def how_many_are_left(clerk: Evening) -> None:
    """15 heard, 6 absent, 129 waiting: when will it be over? The chair cuts to two minutes."""
    item = clerk.hearing.items["1"]
    while item.tally.heard < 15:
        clerk.speaks(20, "Alt+O", after=8)
        clerk.press("Ctrl+Return")
        item = clerk.hearing.items["1"]
    clerk.nobody_comes(1)
    clerk.press("F7")
    deputy(clerk, 112, 149)
    clerk.at("18:52")
    item = clerk.hearing.items["1"]
    assert (item.tally.heard, len(item.absent), len(item.queue)) == (15, 6, 129)
    assert clerk.forecast[0] == "129 waiting"
    assert clerk.forecast[1].startswith("· done about ")
    clerk.press("Ctrl+Return")
    clerk.speaks(120)
    clerk.at("18:55")
    clerk.press("F6", "2", "Return")
    assert clerk.hearing.items["1"].limit == timedelta(minutes=2)
    assert clerk.turn.allotment.total == timedelta(minutes=3), "the running speaker keeps three minutes"
    clerk.press("Ctrl+Return")
    assert clerk.turn.allotment.total == timedelta(minutes=2)
