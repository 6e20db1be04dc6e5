"""The acts of the queue."""

from collections.abc import Callable, Iterator

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import Event
from hearingdesk.ui.actions import Action
from hearingdesk.ui.console.acts import Acts
from hearingdesk.ui.console.acts.doing import NOBODY_CHOSEN
from hearingdesk.ui.console.table.window import Window


def queue(desk: Desk, acts: Acts, window: Window, outside: dict[str, Callable[[], object]]) -> Iterator[Action]:
    """Who is waiting."""

    def on_chosen(rule: Callable[..., Event]) -> Callable[[], str]:
        return lambda: desk.refusal(rule, slip=window.chosen()) if window.chosen() else NOBODY_CHOSEN

    def chosen() -> str:
        return "" if window.chosen() else NOBODY_CHOSEN

    def cede_words() -> str:
        back = window.chosen() and not desk.refusal(rules.reclaim_time, slip=window.chosen())
        return "Take the turn back" if back else "Give the turn to another…"

    yield Action("find", "Speakers", "Find or add a speaker", "Ctrl+K", window.find_speaker)
    yield Action(
        "call_chosen",
        "Speakers",
        "Call the chosen one",
        "Ctrl+Shift+Return",
        acts.call_chosen,
        on_chosen(rules.call_speaker),
    )
    yield Action(
        "call", "Speakers", "Call by leave of the chair…", "Alt+Shift+Return", lambda: window.open_sheet("call"), chosen
    )
    yield Action("cede", "Speakers", "Give the turn to another…", "Ctrl+G", acts.cede, now=cede_words)
    yield Action("slip", "Speakers", "Edit the slip…", "Ctrl+E", lambda: window.open_sheet("slip"), chosen)
    yield Action("up", "Speakers", "Move up", "Alt+Up", lambda: acts.move(-1), chosen)
    yield Action("down", "Speakers", "Move down", "Alt+Down", lambda: acts.move(1), chosen)
    yield Action(
        "withdraw",
        "Speakers",
        "Withdraw the chosen one",
        "Ctrl+Shift+W",
        acts.withdraw_chosen,
        on_chosen(rules.withdraw_speaker),
    )
    yield Action(
        "return", "Speakers", "Back to the queue", "Ctrl+Shift+B", acts.return_chosen, on_chosen(rules.return_speaker)
    )
    if "import" in outside:
        yield Action("import", "Speakers", "Import sign-ups or an agenda…", "Ctrl+I", outside["import"])
