"""The acts of the record: strike, put back, write, export."""

from collections.abc import Callable, Collection, Iterator
from functools import partial

from hearingdesk.desk import Desk
from hearingdesk.domain.rules.corrections import last_strikable, last_struck
from hearingdesk.ui.actions import Action
from hearingdesk.ui.console.acts import Acts
from hearingdesk.ui.console.acts.record import NO_ENTRY_CHOSEN, NOTHING_TO_STRIKE, nothing_to_lift
from hearingdesk.ui.console.table.window import Window


def record(
    desk: Desk, acts: Acts, window: Window, sheets: Collection[str], outside: dict[str, Callable[[], object]]
) -> Iterator[Action]:
    """What was written, and taking it back."""

    def chosen() -> str:
        return "" if window.chosen_entry() else NO_ENTRY_CHOSEN

    def may_strike() -> str:
        return "" if last_strikable(desk.hearing) else NOTHING_TO_STRIKE

    def may_lift() -> str:
        return "" if last_struck(desk.hearing) else nothing_to_lift(desk.hearing)

    yield Action("strike", "Record", "Strike the last entry", "Ctrl+Z", acts.strike_last, may_strike)
    yield Action("lift", "Record", "Put the struck entry back", "Ctrl+Shift+Z", acts.lift_last, may_lift)
    yield Action("strike_chosen", "Record", "Strike the chosen entry", "Ctrl+Shift+X", acts.strike_chosen, chosen)
    yield Action("journal", "Record", "Search the journal", "Ctrl+J", window.search_journal)
    yield Action("filter", "Record", "Another kind of entries in the journal", "Alt+J", window.filter_journal)
    if "entry" in sheets:
        opening = partial(window.open_sheet, "entry")
        yield Action("entry", "Record", "What rests on the chosen entry…", "Ctrl+Shift+Y", opening, chosen)
    if "handover" in sheets:
        handing = partial(window.open_sheet, "handover")
        yield Action("handover", "Record", "Hand the record over…", "Ctrl+Shift+H", handing)
    if "retention" in sheets:
        keeping = partial(window.open_sheet, "retention")
        yield Action("retention", "Record", "How long it is kept; legal hold…", "Ctrl+Shift+K", keeping)
    yield Action("write", "Record", "Write the summary", "Ctrl+T", window.write)
    yield Action("save", "Record", "Put the summary on the record", "Ctrl+S", acts.write_summary)
    if "second_copy" in outside:
        yield Action("second_copy", "Record", "Second copy in another place…", "Ctrl+Shift+C", outside["second_copy"])
        yield Action("end_copy", "Record", "End the second copy", "", outside["end_copy"])
    if "review" in outside:
        yield Action("review", "Record", "Review the record…", "Ctrl+Shift+G", outside["review"])
    if "export" in outside:
        yield Action("export", "Record", "Export minutes and workbook…", "Ctrl+Shift+E", outside["export"])
