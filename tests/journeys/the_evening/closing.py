"""From the speaker who will not stop to the approval of the minutes."""

import re
from pathlib import Path

from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from hearingdesk.domain.approval import MinutesState
from hearingdesk.domain.events import SpeakerCoded
from hearingdesk.domain.hearing import Phase
from hearingdesk.domain.values import (
    Choice,
    Coding,
    MotionResult,
)
from hearingdesk.ui.console.sheets.limit import LimitSheet
from hearingdesk.ui.console.sheets.motion import MotionSheet
from hearingdesk.ui.review.minutes_sheet import MinutesSheet
from hearingdesk.ui.review.window import ReviewWindow
from tests.exports.pdf_reading import read
from tests.journeys.the_evening.hands import Evening, front, in_front, papers, reading_text
from tests.journeys.the_evening.town import CHICAGO


def too_long_and_too_often(clerk: Evening) -> None:
    """Somebody will not stop; a new concern comes up; a second turn is refused."""
    clerk.at("20:57")
    clerk.calls()
    clerk.speaks(160)
    assert reading_text(clerk) == "+0:40"
    clerk.press("Ctrl+F7", "W", "Return")
    clerk.press("Ctrl+Return", after=10)
    clerk.at("21:05")
    clerk.press("Ctrl+Return", "Ctrl+0")
    clerk.type("Immigration enforcement sharing")
    clerk.press("Return")
    code = clerk.hearing.concerns[-1].code
    assert clerk.speaker.marks == (code,)
    clerk.press("Ctrl+Return", after=30)
    clerk.at("21:12")
    clerk.find("1")
    clerk.press("Ctrl+Shift+Return")
    assert clerk.said == "Ann Abel has been heard. A second turn needs the chair's leave."


def the_hour_is_late(clerk: Evening) -> None:
    """At twenty past nine the chair sees the ways to end; the body continues the item to a day, a time and a place."""
    clerk.goes_on("21:19", 60)
    clerk.press("Ctrl+D")
    clerk.at("21:20")
    clerk.press("F6")
    sheet = clerk.console.sheet
    assert isinstance(sheet, LimitSheet)
    clerk.to(sheet.by_when.editor)
    clerk.type("10:30 PM")
    waiting = len(clerk.hearing.items["1"].queue)
    assert sheet.in_force.text().startswith(f"Item 1: 2 minutes in force; {waiting} waiting, done about 11:")
    heard, not_heard = map(
        int, re.findall(r"At the floor (\d+) are heard by 10:30 PM, (\d+) not", sheet.fits.text())[0]
    )
    assert heard + not_heard == waiting
    clerk.press("Esc")
    clerk.at("21:26")
    clerk.press("F4")
    clerk.type("To continue item 1 to March 19, 5:30 p.m., Room 301-B.")
    sheet = clerk.console.sheet
    assert isinstance(sheet, MotionSheet)
    clerk.to(sheet.form.mover.editor)
    clerk.press("L", "Tab", "M", "Return", *"AAANA", "Return", "Esc")
    (motion,) = clerk.hearing.motions
    assert motion.result is MotionResult.CARRIED
    assert motion.vote is not None
    assert (motion.vote.count(Choice.AYE), motion.vote.count(Choice.NO)) == (4, 1)
    clerk.at("21:28")
    absent = clerk.hearing.items["1"].absent
    assert len(absent) > 10
    clerk.press("Ctrl+Shift+F7")
    assert clerk.hearing.items["1"].absent == ()
    clerk.press("Ctrl+Return")
    clerk.nobody_comes(2)
    clerk.press("F7")
    clerk.press("Ctrl+F2", "I", "Tab", "Tab")
    clerk.type("Mar 19, 2026")
    clerk.press("Tab")
    clerk.type("5:30 PM")
    clerk.press("Tab")
    clerk.type("Room 301-B")
    clerk.press("Return")
    continued = clerk.hearing.items["1"].continued
    assert continued is not None
    assert (continued.to.astimezone(CHICAGO).isoformat(), continued.place) == (
        "2026-03-19T17:30:00-05:00",
        "Room 301-B",
    )
    clerk.at("21:30")
    clerk.press("Ctrl+Shift+A", "Return", "Esc")
    assert clerk.hearing.phase is Phase.ADJOURNED, clerk.console.sheet and clerk.console.sheet.said


def the_press_asks(clerk: Evening, qtbot: QtBot, out: Path) -> None:
    """How many were against? The papers say, with n and N, and that it was no vote."""
    clerk.at("21:40")
    papers(clerk, qtbot, out)
    told = read(out / "minutes.pdf")
    assert told.faults == []
    heard = clerk.hearing.items["1"].tally
    for words in (
        f"{heard.heard} members of the public were heard",
        "to hear the guest presenter",
        "the Chair reduced the limit from 3 minutes to 2 minutes per speaker for the rest of the item; 16 speakers had",
        "Ann Abel",
        "entered afterwards",
        "The motion carried by the following vote, 4 ayes to 1 no",
        "Public comment was continued to March 19, 2026, at 5:30 p.m., at Room 301-B.",
        f"Journal head: {clerk.head}",
    ):
        assert words in told.text, words
    book = load_workbook(out / "testimony.xlsx")
    header, *rows = book["Testimony"].iter_rows(values_only=True)
    turns = [dict(zip(header, row, strict=True)) for row in rows]
    official = clerk.slip("Ald. Ruth Frey")
    assert len({turn["Slip no."] for turn in turns} - {official}) == heard.heard


def the_days_after(clerk: Evening, qtbot: QtBot, out: Path) -> None:
    """Summaries are written, a second person codes blind, the body approves as corrected, and all slips go out."""
    clerk.clock.wait(14 * 3600)
    front(clerk, qtbot)
    clerk.press("Ctrl+Shift+G")
    review = in_front(ReviewWindow, qtbot)
    clerk.to(review.list)
    clerk.press("Return", "End")  # the name that nobody could read; a mail has told it
    clerk.type("indqvist")
    clerk.press("Return", "Escape")
    assert clerk.slip("Kay Lindqvist")
    uncoded = review.point.slip if review.point else 0
    clerk.press("Return", "2")
    assert clerk.hearing.registrations[uncoded].marks == ("MISID",)
    clerk.press("Alt+2")
    clerk.type("mk")
    clerk.to(review.list)
    clerk.press("Return", "1", "Ctrl+Return")
    coded = clerk.hearing.entries[-1].event
    assert isinstance(coded, SpeakerCoded)
    assert (coded.coding, coded.coder, coded.codes) == (Coding.SECOND, "mk", ("PRIV",))
    clerk.clock.wait(14 * 86400)
    clerk.press("Ctrl+M", "Ctrl+Return")
    sheet = review.sheet
    assert isinstance(sheet, MinutesSheet)
    clerk.to(sheet.correction.editor)
    clerk.type("The name of the guest presenter.")
    clerk.press("Return", "Ctrl+Return", "Esc")
    assert clerk.hearing.minutes.state is MinutesState.APPROVED
    review.close()
    front(clerk, qtbot)
    papers(clerk, qtbot, out, "Down")
    told = read(next(out.glob("minutes*.pdf"))).text
    assert "as corrected" in told
