"""The console is calm: what stands side by side is in line, nothing moves when nothing came, nothing scrolls."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from hearingdesk.domain import rules
from hearingdesk.domain.events import Event
from hearingdesk.domain.values import StopReason
from hearingdesk.ui.console.window import Console
from hearingdesk.ui.kit.look import LARGE, LIGHT, NAME, Theme, dress, px
from tests.builders import PROFILE, commenting, prepared
from tests.ui.console.conftest import AtConsole
from tests.ui.console.looks import wrong

Rule = Callable[..., Event]
LONG = "Maria-Guadalupe Villanueva-Schwartzenberger de la Cruz y Montoya"


@pytest.fixture(params=[1.0, 1.5, 2.0])
def grown(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[float]:
    dress(qapp, Theme.LIGHT, grown=request.param)
    yield request.param
    dress(qapp, Theme.LIGHT)


def places(console: Console, *parts: QWidget) -> list[tuple[int, int]]:
    QApplication.processEvents()
    return [(at.x(), at.y()) for at in (part.mapTo(console, QPoint(0, 0)) for part in parts)]


def middle(console: Console, part: QWidget) -> int:
    return part.mapTo(console, part.rect().center()).y()


def scrolls(console: Console) -> bool:
    QApplication.processEvents()
    areas = [area for area in console.findChildren(QScrollArea) if area.isAncestorOf(console.floor)]
    return any(area.verticalScrollBar().maximum() > 0 for area in areas)


def test_the_titles_of_cards_side_by_side_stand_in_line(at_console: AtConsole) -> None:
    console = at_console(commenting(PROFILE, "Ann Lee")).console
    console.resize(1366, 768)
    QApplication.processEvents()
    titles = [card.heading for card in (console.queue, console.floor, console.concerns)]
    assert len({middle(console, title) for title in titles}) == 1


ACTS: tuple[tuple[Rule, dict[str, object]], ...] = (
    (rules.call_to_order, {"presiding": "brennan"}),
    (rules.take_up, {"item": "1"}),
    (rules.call_next, {}),
    (rules.start_turn, {}),
    (rules.raise_concern, {"code": "PRIV"}),
    (rules.stop_clock, {"reason": StopReason.QUESTION}),
    (rules.resume_clock, {}),
    (rules.end_turn, {}),
    (rules.call_next, {}),
    (rules.speaker_not_present, {}),
    (rules.recess, {"reason": "a short break"}),
    (rules.reconvene, {}),
    (rules.close_testimony, {}),
    (rules.adjourn, {}),
)


def test_through_a_whole_evening_no_card_moves_and_nothing_is_clipped(at_console: AtConsole, grown: float) -> None:
    """Where they stand one below the other, a card may grow; its sides stay."""
    evening = prepared()
    for name in ("Ann Lee", LONG, "Bo Cruz"):
        evening.register(name)
    clerk = at_console(evening)
    console = clerk.console
    console.resize(1366, 768)
    cards = (console.queue, console.floor, console.concerns, console.journal)

    def stand() -> list[tuple[int, int]]:
        QApplication.processEvents()
        sides = [(card.x(), card.width()) for card in cards]
        return sides if console.columns == 1 else [*sides, *((card.y(), card.height()) for card in cards)]

    before, moved = stand(), []
    found = {"prepared": wrong(console)}
    for rule, said in ACTS:
        clerk.wait(45)
        clerk.desk.record(rule, **said)
        if stand() != before:
            moved.append(rule.__name__)
        found[rule.__name__] = wrong(console)
    assert moved == [], grown
    assert {name: what for name, what in found.items() if what} == {}


def test_stopping_the_clock_moves_nothing_and_takes_no_column(at_console: AtConsole, grown: float) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", LONG, "Bo Cruz"))
    console = clerk.console
    console.resize(1366, 768)
    clerk.press("Ctrl+Return", "Ctrl+Return")
    stand = (console.floor.positions, console.summary.edit, console.queue, console.concerns)
    before, columns = places(console, *stand), console.columns
    clerk.press("F8")
    clerk.wait(12)
    assert console.floor.clock.words.startswith("Stopped")
    assert (places(console, *stand), console.columns) == (before, columns), grown


def test_large_figures_take_no_column_from_a_window_made_narrow(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", LONG, "Bo Cruz"))
    clerk.console.resize(1366, 768)
    clerk.press("Ctrl+Return", "Ctrl+Return", "F8")
    QApplication.processEvents()
    clerk.console.resize(911, 512)  # a laptop's screen at 150 %
    QApplication.processEvents()
    assert clerk.console.columns == 2
    assert wrong(clerk.console) == []


def test_a_new_concern_is_typed_in_the_width_of_its_card_and_moves_nothing(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    console = clerk.console
    console.resize(1366, 768)
    clerk.press("Ctrl+Return", "Ctrl+Return")
    stand = (console.floor.positions, console.summary.edit, console.concerns, console.concerns.tally, console.journal)
    before = places(console, *stand)
    clerk.press("Ctrl+0")
    line = console.concerns.new
    assert clerk.at(line)
    assert places(console, *stand) == before
    assert line.fontMetrics().horizontalAdvance(line.placeholderText()) < line.width() - 16
    clerk.press("Escape")
    assert not line.isVisible()
    assert places(console, *stand) == before


def test_a_long_name_is_set_smaller_and_stays_whole(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, LONG, "Ann Lee"))
    name = clerk.console.floor.headline
    clerk.console.resize(1366, 768)
    clerk.press("Ctrl+Return", "Ctrl+Return")
    tall = name.height()
    assert name.fontMetrics().horizontalAdvance(LONG) <= name.width()
    assert px(LARGE) <= name.font().pixelSize() < px(NAME)
    assert not name.toolTip()
    clerk.press("Ctrl+Return")
    assert (name.text(), name.font().pixelSize(), name.height()) == ("Ann Lee", px(NAME), tall)


def test_while_nothing_can_be_recorded_the_clock_keeps_its_ink_and_nothing_scrolls(at_console: AtConsole) -> None:
    clerk = at_console(commenting(PROFILE, "Ann Lee", "Bo Cruz"))
    console = clerk.console
    console.resize(1366, 768)
    clerk.press("Ctrl+Return", "Ctrl+Return")
    console.lose_journal("The disk is full. What was recorded so far is safe. Make room, then try again.")
    assert not scrolls(console)
    digits = console.floor.clock.figures
    assert not digits.isEnabled()
    assert digits.palette().color(digits.foregroundRole()).name() == LIGHT.text
    console.resize(1366, 560)
    assert scrolls(console), "the measure bites"


def test_where_nobody_can_be_written_of_the_field_says_so_and_is_not_a_grey_block(at_console: AtConsole) -> None:
    clerk = at_console(prepared())
    edit = clerk.console.summary.edit
    assert not edit.isEnabled()
    assert "once somebody has been called" in edit.placeholderText()
    QApplication.processEvents()
    assert edit.grab().toImage().pixelColor(edit.rect().center()).name() == LIGHT.card


def test_the_foot_of_an_empty_queue_begins_at_the_edge_of_its_card(at_console: AtConsole) -> None:
    clerk = at_console(prepared())
    foot = clerk.console.queue.foot
    waiting, limit = (foot.waiting, foot.limit)
    assert abs(places(clerk.console, waiting)[0][0] - places(clerk.console, limit)[0][0]) <= px(2)
    assert waiting.text() == "Nobody waiting"


def test_the_rule_gives_way_by_whole_clauses(at_console: AtConsole) -> None:
    console = at_console(commenting(PROFILE, "Ann Lee")).console
    rule = console.status.rule
    whole = rule.text()
    assert whole.count("; ") == 2
    assert rule.toolTip() == "" or whole in rule.toolTip()
    for wide in range(20, 700, 7):
        rule.resize(wide, rule.height())
        shown = rule.shown
        assert shown in ("", whole) or whole.startswith(shown.removesuffix(" …") + "; "), shown
        assert rule.fontMetrics().horizontalAdvance(shown) <= wide


def test_the_clock_is_in_view_wherever_one_types_however_large_the_text(at_console: AtConsole, grown: float) -> None:
    evening = commenting(PROFILE, "Ann Lee")
    evening.act(rules.call_next)
    evening.act(rules.start_turn)
    evening.wait(70)
    console = at_console(evening).console
    console.resize(1366, 768)
    console.queue.finder.setFocus()
    QApplication.processEvents()
    held, clock = console.header._clock, console.floor.clock
    assert clock.digits == "1:50"
    if grown == 2.0:
        assert held.isVisible()
        assert (held.text(), held.accessibleName()) == (clock.digits, clock.spoken)
    else:
        assert not held.isVisible()
        assert not clock.figures.visibleRegion().isEmpty()
