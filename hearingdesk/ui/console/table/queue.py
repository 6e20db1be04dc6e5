"""The acts of the queue."""

from collections.abc import Callable, Collection, Iterator
from functools import partial

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import Event
from hearingdesk.ui.actions import Action
from hearingdesk.ui.console.acts import Acts
from hearingdesk.ui.console.acts.doing import NOBODY_CHOSEN
from hearingdesk.ui.console.acts.queue import NOBODY_ON_DECK, on_deck
from hearingdesk.ui.console.steps import listed_item
from hearingdesk.ui.console.table.window import Window


def queue(
    desk: Desk, acts: Acts, window: Window, sheets: Collection[str], outside: dict[str, Callable[[], object]]
) -> Iterator[Action]:
    """Who is waiting."""

    def on_chosen(rule: Callable[..., Event]) -> Callable[[], str]:
        return lambda: desk.refusal(rule, slip=window.chosen()) if window.chosen() else NOBODY_CHOSEN

    def chosen() -> str:
        return "" if window.chosen() else NOBODY_CHOSEN

    def cede_words() -> str:
        back = window.chosen() and not desk.refusal(rules.reclaim_time, slip=window.chosen())
        return "Take the turn back" if back else "Give the turn to another…"

    yield Action("find", "Speakers", "Find or add a speaker", "Ctrl+K", window.find_speaker)
    may_call, by_leave = on_chosen(rules.call_speaker), partial(window.open_sheet, "call")
    yield Action("call_chosen", "Speakers", "Call the chosen one", "Ctrl+Shift+Return", acts.call_chosen, may_call)
    yield Action("call", "Speakers", "Call by leave of the chair…", "Alt+Shift+Return", by_leave, chosen)
    yield Action("cede", "Speakers", "Give the turn to another…", "Ctrl+G", acts.cede, now=cede_words)
    yield Action("slip", "Speakers", "Edit the slip…", "Ctrl+E", partial(window.open_sheet, "slip"), chosen)
    yield from _order(acts, window, sheets, chosen)
    may_go, may_return = on_chosen(rules.withdraw_speaker), on_chosen(rules.return_speaker)
    yield Action("withdraw", "Speakers", "Withdraw the chosen one", "Ctrl+Shift+W", acts.withdraw_chosen, may_go)
    yield Action("return", "Speakers", "Back to the queue", "Ctrl+Shift+B", acts.return_chosen, may_return)
    yield from _again(desk, acts, window, sheets, on_chosen(rules.admit_late))
    if "import" in outside:
        yield Action("import", "Speakers", "Import sign-ups or an agenda…", "Ctrl+I", outside["import"])
    if "paper" in outside:
        yield Action("paper", "Speakers", "Paper to go on with: queue and tally sheet…", "Ctrl+P", outside["paper"])


def _order(acts: Acts, window: Window, sheets: Collection[str], chosen: Callable[[], str]) -> Iterator[Action]:
    """Where the chosen one stands, and where everybody does."""
    yield Action("up", "Speakers", "Move up", "Alt+Up", lambda: acts.move(-1), chosen)
    yield Action("down", "Speakers", "Move down", "Alt+Down", lambda: acts.move(1), chosen)
    yield Action("move_first", "Speakers", "Move to be next", "Alt+Home", acts.move_first, chosen)
    yield Action("move_last", "Speakers", "Move to the end", "Alt+End", acts.move_last, chosen)
    if "order_queue" in sheets:
        opening = partial(window.open_sheet, "order_queue")
        yield Action("order_queue", "Speakers", "Order of the queue…", "Ctrl+Shift+Q", opening)


def _again(
    desk: Desk, acts: Acts, window: Window, sheets: Collection[str], may_admit: Callable[[], str]
) -> Iterator[Action]:
    """Who is called out of turn or once more, let in, or perhaps on the list twice."""

    def may_call_second() -> str:
        slip = on_deck(desk.hearing)
        return desk.refusal(rules.call_speaker, slip=slip) if slip else NOBODY_ON_DECK

    def absent() -> int:
        item = listed_item(desk.hearing)
        return len(item.absent) if item else 0

    def may_recall() -> str:
        item = listed_item(desk.hearing)
        return desk.refusal(rules.recall_absent, item=item.id) if item else "No item takes testimony."

    def recall_words() -> str:
        return f"Call the {absent()} who were absent" if absent() > 1 else "Call who was absent again"

    yield Action("call_second", "Speakers", "Call who is on deck", "Ctrl+Alt+Return", acts.call_second, may_call_second)
    yield Action(
        "recall", "Speakers", "Call those who were absent", "Ctrl+Shift+F7", acts.recall_absent, may_recall,
        now=recall_words,
    )  # fmt: skip
    yield Action("admit", "Speakers", "Let the late one in", "Ctrl+Shift+L", acts.admit_chosen, may_admit)
    if "same_name" in sheets:
        opening = partial(window.open_sheet, "same_name")
        yield Action("same_name", "Speakers", "Same person, or two?…", "Ctrl+Shift+S", opening)
    if "letters" in sheets:
        opening = partial(window.open_sheet, "letters")
        yield Action("letters", "Speakers", "Letters that are one document…", "Ctrl+F6", opening)
