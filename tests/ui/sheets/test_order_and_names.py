"""The order of the queue looked at before it is applied; slips of one name side by side (Q-01, G-04)."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import NamesakesToldApart, QueueReordered, SpeakerWithdrawn
from hearingdesk.domain.profile import OrderPolicy
from hearingdesk.domain.rules.corrections import last_strikable
from hearingdesk.domain.values import Channel, Position, Standing
from hearingdesk.ui.console.sheets.order_queue import OrderSheet
from hearingdesk.ui.console.sheets.same_name import SameNameSheet
from tests.builders import PROFILE, Evening, commenting
from tests.ui.sheets.conftest import Hands

AtDesk = Callable[[Evening], Desk]
FOR, AGAINST = Position.SUPPORT, Position.OPPOSE


def waiting(*positions: Position, policy: OrderPolicy = OrderPolicy.SIGN_UP) -> Evening:
    evening = commenting(replace(PROFILE, order=policy))
    for position in positions:
        evening.register(f"Person {len(evening.hearing.registrations) + 1}", position=position)
    return evening


def shown(sheet: OrderSheet) -> list[tuple[str, str]]:
    """Who, by slip, and what becomes of the place."""
    return [(line.title.split()[0], line.aside) for line in sheet.list.lines.rows]


def queue(desk: Desk) -> tuple[int, ...]:
    return desk.hearing.items["1"].queue


def test_an_order_is_seen_with_what_changes_before_enter_applies_it_as_one_entry(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(waiting(FOR, FOR, AGAINST, AGAINST, AGAINST, policy=OrderPolicy.ALTERNATE))
    entries = len(desk.hearing.entries)
    sheet = hands.open(OrderSheet, desk)
    assert sheet.policy.value() is OrderPolicy.ALTERNATE
    moves = [("1", "stays 1"), ("3", "was 3  ▲ 1"), ("2", "was 2  ▼ 1"), ("4", "stays 4"), ("5", "stays 5")]
    assert shown(sheet) == moves
    assert sheet.says.text().startswith("5 people wait; 2 would be called earlier or later than now.")
    hands.press(Qt.Key.Key_Return)
    assert (queue(desk), len(desk.hearing.entries)) == ((1, 3, 2, 4, 5), entries + 1)
    assert sheet.isHidden()
    desk.record(rules.strike_entry, seq=last_strikable(desk.hearing) or 0)
    assert queue(desk) == (1, 2, 3, 4, 5)


def test_it_is_said_when_one_side_runs_out(hands: Hands, at_desk: AtDesk) -> None:
    one_sided = waiting(*[AGAINST] * 4, FOR, policy=OrderPolicy.ALTERNATE)
    sheet = hands.open(OrderSheet, at_desk(one_sided))
    assert sheet.says.text().endswith("After number 2 nobody in support is left; the rest follow as they signed up.")


def test_a_lottery_shows_its_seed_and_is_drawn_again_when_the_seed_is_changed(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(waiting(*[FOR] * 8))
    sheet = hands.open(OrderSheet, desk)
    assert not sheet.seed.isVisible()
    sheet.policy.show_value(OrderPolicy.LOTTERY)
    sheet.policy.picked.emit()
    assert sheet.seed.isVisible()
    assert len(sheet.seed.text()) == 6
    hands.to(sheet.seed.editor)
    hands.replace("three dice: 4 1 6")
    seen = shown(sheet)
    hands.press(Qt.Key.Key_Return)
    event = desk.hearing.entries[-1].event
    assert isinstance(event, QueueReordered)
    assert (event.policy, event.seed) == (OrderPolicy.LOTTERY, "three dice: 4 1 6")
    assert [slip for slip, _ in seen] == [str(slip) for slip in queue(desk)]


def test_batches_name_the_batch_of_each(hands: Hands, at_desk: AtDesk) -> None:
    evening = waiting(FOR)
    evening.register("Online", channel=Channel.ONLINE)
    sheet = hands.open(OrderSheet, at_desk(evening))
    sheet.policy.show_value(OrderPolicy.BATCHES)
    sheet.policy.picked.emit()
    assert sheet.inside.isVisible()
    assert [line.title for line in sheet.list.lines.rows] == [
        "2  Online  ·  registered ahead",
        "1  Person 1  ·  walked in",
    ]


def test_an_order_that_changes_nothing_is_grey_with_the_rules_reason(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(waiting(FOR, FOR))
    sheet = hands.open(OrderSheet, desk)
    assert sheet.main.refusal == "The queue stands in this order already."
    hands.press(Qt.Key.Key_Return)
    assert sheet.said == "The queue stands in this order already."


def test_somebody_who_comes_while_the_order_is_looked_at_is_in_it(hands: Hands, at_desk: AtDesk) -> None:
    desk = at_desk(waiting(FOR, FOR, AGAINST, policy=OrderPolicy.ALTERNATE))
    sheet = hands.open(OrderSheet, desk)
    desk.record(rules.withdraw_speaker, slip=1)
    assert [slip for slip, _ in shown(sheet)] == ["2", "3"]


@pytest.fixture
def three_of_a_name() -> Evening:
    evening = commenting(PROFILE, "Bo Cruz")
    evening.register("Maria Garcia", place="Mill Bluff", channel=Channel.ONLINE)
    evening.register("María García", organisation="Tenants Union")
    evening.register("Maria Garcia", item="6")
    return evening


def test_two_people_are_told_apart_by_enter(hands: Hands, at_desk: AtDesk, three_of_a_name: Evening) -> None:
    desk = at_desk(three_of_a_name)
    sheet = hands.open(SameNameSheet, desk, 3)
    assert sheet.pair == (2, 3)
    assert [side.number.text() for side in sheet.sides] == ["Slip 2", "Slip 3"]
    assert "Mill Bluff" in sheet.sides[0].accessibleName()
    assert "Tenants Union" in sheet.sides[1].accessibleName()
    hands.to(sheet.main)
    hands.press(Qt.Key.Key_Return)
    assert desk.hearing.entries[-1].event == NamesakesToldApart((2, 3))
    assert sheet.isHidden()
    assert queue(desk) == (1, 2, 3)


def test_one_person_keeps_one_slip_and_the_other_is_withdrawn_with_the_reason(
    hands: Hands, at_desk: AtDesk, three_of_a_name: Evening
) -> None:
    desk = at_desk(three_of_a_name)
    sheet = hands.open(SameNameSheet, desk, 2)
    hands.to(sheet.keep[1])
    hands.press(Qt.Key.Key_Space)
    assert desk.hearing.entries[-1].event == SpeakerWithdrawn(2, "same person as slip 3")
    assert desk.hearing.registrations[2].standing is Standing.WITHDRAWN
    assert queue(desk) == (1, 3)


def test_nothing_to_decide_is_said(hands: Hands, at_desk: AtDesk) -> None:
    sheet = hands.open(SameNameSheet, at_desk(commenting(PROFILE, "Bo Cruz", "Maria Garcia")), 1)
    assert (sheet.pair, sheet.none.isVisible()) == (None, True)
    hands.press(Qt.Key.Key_Return)
    assert sheet.said == "There is nothing to decide."


def test_pairs_are_gone_through_one_after_the_other(hands: Hands, at_desk: AtDesk) -> None:
    evening = commenting(PROFILE, "Ann Lee", "Ann Lee", "Bo Cruz", "Bo Cruz")
    desk = at_desk(evening)
    sheet = hands.open(SameNameSheet, desk, 4)
    assert (sheet.pair, hands.focus) == ((3, 4), sheet.list)
    hands.press(Qt.Key.Key_Return)
    assert sheet.pair == (1, 2)
    assert sheet.said == "Two people; both are called."
    hands.press("1")
    assert desk.hearing.entries[-1].event == SpeakerWithdrawn(2, "same person as slip 1")
    assert sheet.isHidden()
