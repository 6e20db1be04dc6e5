"""The oath, the steps of a hearing, an item withdrawn or with rules of its own, pressed as a clerk presses them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import ItemRuled, OathTaken
from hearingdesk.domain.hearing import ItemState
from hearingdesk.domain.profile import LOCKED
from hearingdesk.domain.values import ItemKind, MinutesLevel, OathForm
from hearingdesk.ui.console.sheets.agenda import AgendaSheet
from hearingdesk.ui.console.sheets.agenda_drawers import RulesDrawer, StepsDrawer
from hearingdesk.ui.console.sheets.oath import OathSheet
from tests.builders import PROFILE, Evening, commenting, in_session
from tests.domain.test_oaths import zoning
from tests.ui.sheets.conftest import Hands

Key = Qt.Key
MINUTE = timedelta(minutes=1)
AtDesk = Callable[[Evening], Desk]


def test_everybody_who_waits_is_sworn_in_by_two_presses(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(zoning("Ada Bell", "Omar Cruz"))
    sheet = hands.open(OathSheet, desk)
    assert sheet.main.words == "Record the oath: 2 people"
    hands.press(Key.Key_Return)
    assert desk.hearing.entries[-1].event == OathTaken((1, 2), OathForm.SWORN, "the Chair")
    assert not sheet.isVisible()


def test_the_speaker_who_came_late_is_sworn_in_alone(hands: Hands, at_desk: AtDesk) -> None:
    evening = zoning("Ada Bell", "Omar Cruz")
    evening.act(rules.call_next)
    desk = at_desk(evening)
    sheet = hands.open(OathSheet, desk)
    assert sheet.main.words == "Record the oath: 1 person"
    hands.to(sheet.form.editor)
    hands.press("af", Key.Key_Return)
    assert desk.hearing.entries[-1].event == OathTaken((1,), OathForm.AFFIRMED, "the Chair")


def test_one_is_left_out_and_another_is_exempt_with_the_reason(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(zoning("Ada Bell", "Omar Cruz"))
    sheet = hands.open(OathSheet, desk)
    hands.press(" ", Key.Key_Return)
    assert desk.hearing.entries[-1].event == OathTaken((2,), OathForm.SWORN, "the Chair")
    sheet = hands.open(OathSheet, desk)
    assert sheet.list.lines.row(1).aside == "Sworn, 6:00 PM"
    hands.to(sheet.form.editor)
    hands.press("ex", Key.Key_Return)
    assert sheet.said == "Say why no oath is asked for, such as: an attorney."
    hands.to(sheet.why.editor)
    hands.press("an attorney", Key.Key_Return)
    oath = desk.hearing.registrations[1].oath
    assert oath is not None
    assert (oath.words, oath.by) == ("exempt: an attorney", "")


def test_with_nobody_ticked_nothing_is_recorded(hands: Hands, at_desk: AtDesk) -> None:
    sheet = hands.open(OathSheet, at_desk(zoning("Ada Bell")))
    hands.press("a", Key.Key_Return)
    assert sheet.said == "Nobody is chosen. Choose who takes the oath."


def test_the_steps_go_on_from_one_to_the_next(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(zoning())
    sheet = hands.open(AgendaSheet, desk)
    hands.press("n")
    assert isinstance(sheet.drawer, StepsDrawer)
    hands.press(Key.Key_Return)
    assert sheet.said == "On the record: Opening."
    hands.press("n")
    assert sheet.drawer.list.key == "Oath"
    assert sheet.drawer.list.lines.row(0).aside == "6:00 PM"
    hands.press(Key.Key_Down, Key.Key_Return)
    assert [step for _, step in desk.hearing.items["1"].steps] == ["Opening", "Staff report"]


def test_where_the_rule_names_no_steps_there_is_no_button(hands: Hands, at_desk: AtDesk) -> None:
    sheet = hands.open(AgendaSheet, at_desk(commenting(PROFILE)))
    assert not sheet.steps.isVisible()
    hands.press("n")
    assert sheet.said == "The rule of this body names no steps of a hearing."


def test_an_item_is_withdrawn_with_its_reason(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session())
    sheet = hands.open(AgendaSheet, desk)
    hands.press(Key.Key_Down, "w", "the applicant asked", Key.Key_Return)
    assert sheet.said == "Item 2 is withdrawn from the agenda."
    assert desk.hearing.items["2"].state is ItemState.DONE
    assert sheet.list.lines.row(1).below.startswith("Withdrawn from the agenda")
    hands.press("w")
    assert sheet.said == "Item 2 has been withdrawn already."


def test_an_item_gets_rules_of_its_own(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session())
    sheet = hands.open(AgendaSheet, desk)
    hands.press("u")
    hands.replace("2")
    hands.press(Key.Key_Tab, "soon", Key.Key_Return)
    assert sheet.said == "This reads as no span of time. Write it like 2, 2:30 or 90 s."
    hands.replace("20")
    hands.press(Key.Key_Tab, Key.Key_Tab, "how", Key.Key_Return)
    assert desk.hearing.entries[-1].event == ItemRuled(
        "1", timedelta(minutes=2), timedelta(minutes=20), MinutesLevel.COUNT, ItemKind.COMMENT
    )
    assert sheet.said == "Item 1 has its own rules."


def test_an_item_has_its_own_limits_for_officials_and_others(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session())
    sheet = hands.open(AgendaSheet, desk)
    hands.press("u")
    drawer = sheet.drawer
    assert isinstance(drawer, RulesDrawer)
    drawer.spans["official_limit"].editor.setText("4")
    drawer.turns.editor.setText("no")
    hands.press(Key.Key_Return)
    assert sheet.said == "Write a number from 1 to 20."
    drawer.turns.editor.setText("2")
    hands.press(Key.Key_Return)
    own = desk.hearing.items["1"].own
    assert own is not None
    assert (own.official_limit, own.turns_per_item, own.applicant_limit) == (4 * MINUTE, 2, PROFILE.applicant_limit)


def test_what_the_law_asks_for_interpreters_stays_and_is_said(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(in_session(replace(PROFILE, interpretation_locked=True)))
    sheet = hands.open(AgendaSheet, desk)
    hands.press("u")
    drawer = sheet.drawer
    assert isinstance(drawer, RulesDrawer)
    drawer.factor.editor.setText("1")
    hands.press(Key.Key_Return)
    assert sheet.said == LOCKED
    assert desk.hearing.items["1"].own is None


def test_the_oath_is_read_in_the_bodys_own_words(hands: Hands, at_desk: AtDesk) -> None:
    evening = zoning("Ada Bell")
    desk = at_desk(evening)
    desk.hearing = replace(desk.hearing, profile=replace(desk.hearing.profile, oath_text="Is it true?"))
    assert hands.open(OathSheet, desk).text.text() == "“Is it true?”"
