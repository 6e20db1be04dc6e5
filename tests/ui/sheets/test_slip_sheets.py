"""Slips corrected, withdrawn, moved and registered, pressed as a clerk presses them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import PositionStated, RegistrationCorrected
from hearingdesk.domain.values import (
    Capacity,
    Channel,
    Contact,
    Interpreter,
    Interpreting,
    Mode,
    NameShown,
    Position,
    SignUp,
    Standing,
)
from hearingdesk.ui.console.sheets.register import RegisterSheet
from hearingdesk.ui.console.sheets.slip import SlipSheet
from tests.builders import PROFILE, SIX, Evening, commenting
from tests.ui.sheets.conftest import Hands

Key = Qt.Key
AtDesk = Callable[[Evening], Desk]

FULL = SignUp(
    item="1",
    name="Pa Houa Xiong",
    position=Position.OPPOSE,
    mode=Mode.REMOTE_VIDEO,
    channel=Channel.ONLINE,
    capacity=Capacity.EXPERT,
    organisation="Northside Tenants Union",
    place="District 6",
    name_shown=NameShown.INITIAL,
    name_uncertain=True,
    interpreter=Interpreter("Hmong", Interpreting.SIMULTANEOUS, "Pa Vang"),
    together_with=("Mai Xiong", "Lee Vang"),
    on_behalf_of="Kao Xiong",
    title="Dr.",
    received=SIX - timedelta(minutes=80, seconds=7),
    source="list.csv#4",
)


def test_a_slip_is_corrected_and_the_contact_kept_beside_the_record(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, "Kay L", "Omar Cruz"))
    sheet = hands.open(SlipSheet, desk, 1)
    hands.replace("Kay Lindqvist")
    hands.to(sheet.form.position.editor)
    hands.press("o")
    hands.to(sheet.form.pronunciation.editor)
    hands.press("KAI LIND-kvist", Key.Key_Return)
    corrected = desk.hearing.registrations[1]
    assert corrected.name == "Kay Lindqvist"
    assert corrected.sign_up.position is Position.OPPOSE
    assert desk.contacts[1] == Contact(pronunciation="KAI LIND-kvist")
    event = desk.hearing.entries[-1].event
    assert isinstance(event, RegistrationCorrected)
    assert "kvist" not in repr(event)
    assert not sheet.isVisible()


def test_only_the_contact_changed_puts_nothing_on_the_record(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, "Ada Bell"))
    entries = len(desk.hearing.entries)
    sheet = hands.open(SlipSheet, desk, 1)
    hands.to(sheet.form.phone.editor)
    hands.press("555 0100", Key.Key_Return)
    assert desk.contacts[1] == Contact(phone="555 0100")
    assert len(desk.hearing.entries) == entries


def test_who_was_heard_says_that_the_record_has_the_position_wrong(hands: Hands, at_desk: AtDesk) -> None:
    """“You wrote that I support it. I oppose”: an entry of its own, and the slip stays as it was handed in."""
    evening = commenting(PROFILE)
    evening.register("Ada Bell", position=Position.SUPPORT)
    evening.register("Omar Cruz")
    evening.turn(1)
    desk = at_desk(evening)
    sheet = hands.open(SlipSheet, desk, 1)
    hands.to(sheet.stated.editor)
    hands.press("o", Key.Key_Return)
    told = desk.hearing.registrations[1]
    assert (told.stated, told.sign_up.position) == (Position.OPPOSE, Position.SUPPORT)
    assert desk.hearing.entries[-1].event == PositionStated(1, Position.OPPOSE)
    assert not sheet.isVisible()
    assert not hands.open(SlipSheet, desk, 2).stated.isVisible()


def test_nothing_changed_is_said_in_the_rule_s_words(hands: Hands, at_desk: AtDesk) -> None:
    sheet = hands.open(SlipSheet, at_desk(commenting(PROFILE, "Ada Bell")), 1)
    hands.press(Key.Key_Return)
    assert sheet.said == "Nothing was changed on the slip."
    assert sheet.isVisible()


def test_a_slip_goes_through_the_form_unchanged(hands: Hands, at_desk: AtDesk) -> None:
    evening = commenting(PROFILE)
    evening.act(rules.register_speaker, sign_up=FULL)
    desk = at_desk(evening)
    contact = Contact("a@example.org", "555 0100", "1 Main St", "pah HOO-ah", "met at the door", "speaks seated")
    desk.keep_contact(1, contact)
    form = hands.open(SlipSheet, desk, 1).form
    assert form.sign_up(SIX) == FULL
    assert form.contact() == contact


def test_a_time_that_does_not_read_keeps_the_rest(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, "Ada Bell"))
    sheet = hands.open(SlipSheet, desk, 1)
    hands.press(" Bellweather")
    hands.to(sheet.form.received.editor)
    hands.press("teatime", Key.Key_Return)
    assert sheet.form.received.sentence == "This reads as no time. Write it like 4:40 PM, or 4:40 to 4:55 for a stack."
    assert hands.focus is sheet.form.received.editor
    assert sheet.form.name.text() == "Ada Bell Bellweather"
    assert desk.hearing.registrations[1].name == "Ada Bell"
    hands.replace("4:40 pm")
    hands.press(Key.Key_Return)
    assert desk.hearing.registrations[1].sign_up.received == SIX - timedelta(minutes=80)


def test_without_a_number_the_sheet_shows_who_has_the_floor(hands: Hands, at_desk: AtDesk) -> None:
    evening = commenting(PROFILE, "Ada Bell", "Omar Cruz")
    evening.act(rules.call_speaker, slip=2)
    sheet = hands.open(SlipSheet, at_desk(evening))
    assert sheet.slip == 2
    assert sheet.standing.text() == "Called · 3:00 allotted"


def test_another_slip_is_shown_by_its_number_and_an_unknown_one_named(hands: Hands, at_desk: AtDesk) -> None:
    sheet = hands.open(SlipSheet, at_desk(commenting(PROFILE, "Ada Bell", "Omar Cruz")), 1)
    hands.to(sheet.number.editor)
    hands.replace("2")
    hands.press(Key.Key_Tab)
    assert (sheet.slip, sheet.form.name.text()) == (2, "Omar Cruz")
    assert sheet.standing.text() == "Waiting · number 2 of 2 in the queue · 3:00 allotted"
    hands.to(sheet.number.editor)
    hands.replace("40")
    hands.press(Key.Key_Tab)
    assert sheet.number.sentence == "There is no slip 40. The number stands on the slip and in the queue."
    assert sheet.slip == 2


def test_two_of_one_name_are_told_apart(hands: Hands, at_desk: AtDesk) -> None:
    sheet = hands.open(SlipSheet, at_desk(commenting(PROFILE, "Maria García", "maria garcia")), 1)
    assert sheet.standing.text().endswith("1 other slip with this name: 2")


def test_a_slip_is_withdrawn_and_comes_back(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, "Ada Bell", "Omar Cruz"))
    sheet = hands.open(SlipSheet, desk, 1)
    hands.to(sheet.withdraw)
    hands.press(Key.Key_Return, "has to catch a bus", Key.Key_Return)
    assert sheet.said == "Slip 1 is withdrawn."
    assert sheet.withdraw.refusal == "Ada Bell cannot be withdrawn: withdrawn."
    hands.to(sheet.put_back)
    hands.press(Key.Key_Return)
    assert desk.hearing.items["1"].queue == (1, 2)
    assert sheet.said == "Back in the queue, as next."


def test_a_no_show_returns_from_the_tray(hands: Hands, at_desk: AtDesk) -> None:
    evening = commenting(PROFILE, "Ada Bell", "Omar Cruz")
    evening.act(rules.call_next)
    evening.act(rules.speaker_not_present)
    desk = at_desk(evening)
    sheet = hands.open(SlipSheet, desk, 1)
    assert sheet.standing.text() == "Called, not present"
    hands.to(sheet.put_back)
    hands.press(Key.Key_Return)
    assert desk.hearing.items["1"].queue == (1, 2)


def test_a_move_by_three_places_needs_its_reason(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, "Ada Bell", "Omar Cruz", "Lan Vu", "Kim Roe"))
    sheet = hands.open(SlipSheet, desk, 4)
    hands.to(sheet.move_in_queue)
    hands.press(Key.Key_Return, Key.Key_Return)
    assert sheet.said == "A move by 3 places goes on the record with a reason. Give one."
    hands.press(Key.Key_Tab, "the bus leaves at 9:10", Key.Key_Return)
    assert desk.hearing.items["1"].queue == (4, 1, 2, 3)
    assert sheet.said == "Slip 4 is now number 1 in the queue."


@pytest.mark.parametrize("typed", ["0", "9", "first", ""])
def test_a_place_that_is_none_is_said_beside_the_field(hands: Hands, at_desk: AtDesk, typed: str) -> None:
    desk = at_desk(commenting(PROFILE, "Ada Bell", "Omar Cruz"))
    sheet = hands.open(SlipSheet, desk, 2)
    hands.to(sheet.move_in_queue)
    hands.press(Key.Key_Return, Key.Key_Backspace, typed, Key.Key_Return)
    assert sheet.said == "Write a place from 1 to 2."
    assert desk.hearing.items["1"].queue == (1, 2)


def test_slips_of_a_stack_are_registered_one_after_the_other(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE))
    sheet = hands.open(RegisterSheet, desk)
    hands.to(sheet.form.received.editor)
    hands.press("4:40")
    hands.to(sheet.form.name.editor)
    hands.press("Ada Bell", Key.Key_Return)
    assert sheet.said == "Slip 1: Ada Bell, waiting."
    assert hands.focus is sheet.form.name.editor
    hands.press("Omar Cruz", Key.Key_Return)
    assert [r.name for r in desk.hearing.registrations.values()] == ["Ada Bell", "Omar Cruz"]
    assert {r.received for r in desk.hearing.registrations.values()} == {SIX - timedelta(minutes=80)}


def test_a_likely_duplicate_is_said_and_kept(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, "Maria García"))
    sheet = hands.open(RegisterSheet, desk)
    assert sheet.twins.text() == ""
    assert not sheet.twins.isVisible()
    hands.press("maria garcia")
    assert sheet.twins.text() == "Slip 1 has this name on this item already. Each slip is kept."
    hands.press(Key.Key_Return)
    assert len(desk.hearing.registrations) == 2
    assert not sheet.twins.isVisible()


def test_a_slip_without_a_name_is_registered_as_its_number(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE))
    sheet = hands.open(RegisterSheet, desk)
    hands.press(Key.Key_Return)
    assert sheet.said == "Slip 1: Speaker 1, waiting."


def test_a_body_that_asks_for_a_name_says_so_and_keeps_what_was_typed(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(replace(PROFILE, name_required=True)))
    sheet = hands.open(RegisterSheet, desk)
    hands.to(sheet.form.organisation.editor)
    hands.press("Tenants Union", Key.Key_Return)
    assert sheet.said == "The rule of this body asks for a name. Write it, or “name refused”."
    assert sheet.form.organisation.text() == "Tenants Union"
    assert not desk.hearing.registrations


def test_a_late_slip_is_marked_and_the_rule_for_it_named(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE))
    sheet = hands.open(RegisterSheet, desk)
    assert sheet.late.text() == "Late: a late slip goes to the end of the queue"
    hands.to(sheet.late)
    hands.press(Key.Key_Space, Key.Key_Return)
    assert desk.hearing.registrations[1].late
    assert desk.hearing.registrations[1].standing is Standing.WAITING


def test_a_stack_keeps_the_time_it_came_in_and_a_name_not_certain_says_so(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE))
    sheet = hands.open(RegisterSheet, desk)
    hands.to(sheet.form.received.editor)
    hands.press("4:40 to 4:55")
    hands.to(sheet.form.name.editor)
    for name in ("Ann Lee", "Kay L..."):
        hands.press(name, Qt.Key.Key_Return)
    slips = [one.sign_up for one in desk.hearing.registrations.values()]
    assert [(slip.name, slip.name_uncertain) for slip in slips] == [("Ann Lee", False), ("Kay L…", True)]
    times = {(slip.received, slip.received_until) for slip in slips}
    assert times == {(SIX - timedelta(minutes=80), SIX - timedelta(minutes=65))}
    assert sheet.form.received.text() == "4:40 PM to 4:55 PM"
    assert not sheet.form.uncertain.isChecked()


def test_the_form_ticks_late_by_itself_and_leaves_the_last_word_to_the_clerk(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(replace(PROFILE, remote_closes="24 h before")))
    sheet = hands.open(RegisterSheet, desk)
    assert not sheet.late.isChecked()
    sheet.form.mode.show_value(Mode.REMOTE_PHONE)
    assert sheet.late.isChecked()
    hands.press("Ann Fox", Key.Key_Return)
    assert desk.hearing.registrations[1].late
    assert not sheet.late.isChecked()
    sheet.late.click()
    sheet.form.channel.show_value(Channel.PHONE)
    sheet.form.mode.show_value(Mode.IN_PERSON)
    assert sheet.late.isChecked()


def test_the_form_asks_first_for_what_the_slips_of_the_body_ask_for(hands: Hands, at_desk: AtDesk) -> None:
    asked = replace(PROFILE, position_requested=False, residence_requested=True, address_requested=True)
    form = hands.open(RegisterSheet, at_desk(commenting(asked))).form
    tops = {name: getattr(form, name).y() for name in ("place", "mode", "position", "street", "pronunciation")}
    assert tops["place"] < tops["position"]
    assert tops["street"] < tops["pronunciation"]
    usual = hands.open(RegisterSheet, at_desk(commenting(PROFILE))).form
    assert usual.position.y() < usual.place.y()
    assert usual.pronunciation.y() < usual.street.y()


def test_a_minor_is_shown_with_an_initial_until_a_parent_chose(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(commenting(PROFILE, "Kay Lindqvist"))
    sheet = hands.open(SlipSheet, desk, 1)
    form = sheet.form
    assert not form.by_parent.isEnabled()
    form.minor.click()
    assert form.shown.value() is NameShown.INITIAL
    form.shown.show_value(NameShown.FULL)
    hands.to(form.name.editor)
    hands.press(Key.Key_Return)
    assert "parent or guardian chose" in form.shown.sentence
    assert not desk.hearing.registrations[1].sign_up.minor
    form.by_parent.click()
    hands.to(form.name.editor)
    hands.press(Key.Key_Return)
    kept = desk.hearing.registrations[1].sign_up
    assert (kept.minor, kept.parent_chose, kept.name_shown) == (True, True, NameShown.FULL)
