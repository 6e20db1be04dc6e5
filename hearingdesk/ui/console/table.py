"""The table of actions of the console: every act, its words, its key, and why it is not in order just now."""

from collections.abc import Callable, Collection, Iterator
from datetime import timedelta
from functools import partial
from typing import Protocol

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import Event
from hearingdesk.domain.rules.corrections import last_strikable, last_struck
from hearingdesk.domain.values import Ending, Position, StopReason
from hearingdesk.ui.actions import Action
from hearingdesk.ui.console.acts import (
    HALF_MINUTE,
    NO_ENTRY_CHOSEN,
    NOBODY_CHOSEN,
    NOTHING_STRUCK,
    NOTHING_TO_STRIKE,
    Acts,
    no_concern_on,
)
from hearingdesk.ui.console.floor import position_id
from hearingdesk.ui.console.late_clock import why_not_earlier
from hearingdesk.ui.console.steps import Step, next_step
from hearingdesk.ui.console.wall_acts import WALL


class Window(Protocol):
    """The things of the window that have a key but put nothing on the record."""

    def find_speaker(self) -> None: ...
    def write(self) -> None: ...
    def ask_new_concern(self) -> None: ...
    def open_sheet(self, name: str) -> None: ...
    def try_again(self) -> None: ...
    def saved_sentence(self) -> str: ...
    def show_keys(self) -> None: ...
    def show_commands(self) -> None: ...
    def show_menu(self) -> None: ...
    def chosen(self) -> int: ...
    def chosen_entry(self) -> int: ...
    def search_journal(self) -> None: ...


def table(
    desk: Desk, acts: Acts, window: Window, sheets: Collection[str], outside: dict[str, Callable[[], object]]
) -> list[Action]:
    """``sheets`` are those there are; ``outside`` what the program around offers: ``import``, ``export``, ``wall``."""
    return [
        *_floor(desk, acts),
        *_positions(desk, acts),
        *_concerns(desk, acts, window, sheets),
        *_queue(desk, acts, window, outside),
        *_meeting(desk, acts, window, sheets),
        *_record(desk, acts, window, sheets, outside),
        *_desk(window, outside),
    ]


def _asks(desk: Desk, rule: Callable[..., Event], **args: object) -> Callable[[], str]:
    return lambda: desk.refusal(rule, **args)


def _floor(desk: Desk, acts: Acts) -> Iterator[Action]:
    def stop(reason: StopReason) -> Callable[[], object]:
        return lambda: acts.do(rules.stop_clock, reason=reason)

    def may_stop(reason: StopReason) -> Callable[[], str]:
        return _asks(desk, rules.stop_clock, reason=reason)

    def may_start_earlier() -> str:
        return why_not_earlier(desk.hearing, desk.now())

    def stop_words() -> str:
        turn = desk.hearing.turn
        return "Resume" if turn is not None and turn.stopped is not None else "Stop clock"

    def may_stop_or_resume() -> str:
        standing = stop_words() == "Resume"
        return desk.refusal(rules.resume_clock) if standing else may_stop(StopReason.QUESTION)()

    yield Action(
        "main", "Floor", "Next step", "Ctrl+Return", acts.main, _main_refusal(desk),
        now=lambda: next_step(desk.hearing).words,
    )  # fmt: skip
    yield Action("earlier", "Floor", "Start 5 seconds back", "Alt+Return", acts.start_earlier, may_start_earlier)
    yield Action("stop", "Floor", "Stop clock", "F8", acts.stop_or_resume, may_stop_or_resume, now=stop_words)
    for reason, key in (
        (StopReason.INTERPRETATION, "Shift+F8"),
        (StopReason.TECHNICAL, "Ctrl+F8"),
        (StopReason.DISRUPTION, "Ctrl+Shift+F8"),
    ):
        yield Action(f"stop_{reason.value}", "Floor", f"Stop clock: {reason.word}", key, stop(reason), may_stop(reason))
    for name, words, key, span in (
        ("grant", "+0:30", "F9", HALF_MINUTE),
        ("take", "−0:30", "Shift+F9", -HALF_MINUTE),
    ):
        yield Action(name, "Floor", words, key, _granting(acts, span), _asks(desk, rules.grant_time, span=span))
    yield Action("not_here", "Floor", "Not here", "F7", acts.not_here, _asks(desk, rules.speaker_not_present))
    rest = _asks(desk, rules.end_turn, ending=Ending.YIELDED_BACK)
    yield Action("yields", "Floor", "Yields the rest", "Shift+F7", acts.yield_rest, rest)
    yield Action("done", "Floor", "Done, call nobody", "Ctrl+D", acts.done, _asks(desk, rules.end_turn))


def _granting(acts: Acts, span: timedelta) -> Callable[[], None]:
    return lambda: acts.grant(span)


def _main_refusal(desk: Desk) -> Callable[[], str]:
    """The next step is in order by its nature; only the export may be missing, and then the meeting is over."""
    rule_of: dict[Step, Callable[..., Event]] = {
        Step.CALL: rules.call_next,
        Step.NEXT: rules.call_next,
        Step.START: rules.start_turn,
        Step.DONE: rules.end_turn,
        Step.RECONVENE: rules.reconvene,
    }

    def refusal() -> str:
        rule = rule_of.get(next_step(desk.hearing).step)
        return desk.refusal(rule) if rule else ""

    return refusal


POSITION_KEYS = {position: f"Alt+{position.value}" for position in Position}


def _positions(desk: Desk, acts: Acts) -> Iterator[Action]:
    for position, key in POSITION_KEYS.items():
        may_state = _asks(desk, rules.state_position, position=position)
        yield Action(position_id(position), "Position", position.word, key, _stating(acts, position), may_state)


def _stating(acts: Acts, position: Position) -> Callable[[], None]:
    return lambda: acts.position(position)


def _concerns(desk: Desk, acts: Acts, window: Window, sheets: Collection[str]) -> Iterator[Action]:
    def word(key: int, verb: str) -> Callable[[], str]:
        return lambda: f"{verb} “{desk.hearing.concern(code).label}”" if (code := _code(desk, key)) else f"{verb} {key}"

    def may(rule: Callable[..., Event], key: int) -> Callable[[], str]:
        return lambda: desk.refusal(rule, code=code) if (code := _code(desk, key)) else no_concern_on(key)

    for n in range(1, 10):
        yield Action(
            f"raise_{n}",
            "Concern",
            f"Raise concern {n}",
            f"Ctrl+{n}",
            _raising(acts, n),
            may(rules.raise_concern, n),
            word(n, "Raise"),
        )
    for n in range(1, 10):
        take = _withdrawing(acts, n)
        yield Action(
            f"withdraw_{n}",
            "Concern",
            f"Take off concern {n}",
            f"Ctrl+Shift+{n}",
            take,
            may(rules.withdraw_concern, n),
            word(n, "Take off"),
        )
    yield Action("new_concern", "Concern", "New concern…", "Ctrl+0", window.ask_new_concern)
    if "concern" in sheets:
        opening = partial(window.open_sheet, "concern")
        yield Action("concern", "Concern", "Find a concern, and who raised it…", "Ctrl+Shift+0", opening)


def _code(desk: Desk, key: int) -> str:
    return next((concern.code for concern in desk.hearing.concerns if concern.key == key), "")


def _raising(acts: Acts, key: int) -> Callable[[], None]:
    return lambda: acts.raise_key(key)


def _withdrawing(acts: Acts, key: int) -> Callable[[], None]:
    return lambda: acts.withdraw_key(key)


def _queue(desk: Desk, acts: Acts, window: Window, outside: dict[str, Callable[[], object]]) -> Iterator[Action]:
    def on_chosen(rule: Callable[..., Event]) -> Callable[[], str]:
        return lambda: desk.refusal(rule, slip=window.chosen()) if window.chosen() else NOBODY_CHOSEN

    def chosen() -> str:
        return "" if window.chosen() else NOBODY_CHOSEN

    yield Action("find", "Speakers", "Find or add a speaker", "Ctrl+K", window.find_speaker)
    yield Action(
        "call_chosen",
        "Speakers",
        "Call the chosen one",
        "Ctrl+Shift+Return",
        acts.call_chosen,
        on_chosen(rules.call_speaker),
    )
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


MEETING = (
    ("order", "Call to order…", "Ctrl+Shift+O"),
    ("agenda", "Agenda…", "F2"),
    ("roll", "Roll and presence…", "F3"),
    ("motion", "Motion and vote…", "F4"),
    ("limit", "Change limit…", "F6"),
    ("turn", "Clock and turn…", "Ctrl+F9"),
    ("register", "New slip, all fields…", "Ctrl+Shift+N"),
    ("adjourn", "Adjourn…", "Ctrl+Shift+A"),
)


def _meeting(desk: Desk, acts: Acts, window: Window, sheets: Collection[str]) -> Iterator[Action]:
    def opening(name: str) -> Callable[[], None]:
        return lambda: window.open_sheet(name)

    for name, words, key in MEETING:
        if name in sheets:
            yield Action(name, "Meeting", words, key, opening(name))
    if "recess" in sheets:
        yield Action(
            "recess", "Meeting", "Recess…", "Ctrl+R", acts.recess_or_reconvene,
            now=lambda: "Reconvene" if desk.hearing.recess else "Recess…",
        )  # fmt: skip


def _record(
    desk: Desk, acts: Acts, window: Window, sheets: Collection[str], outside: dict[str, Callable[[], object]]
) -> Iterator[Action]:
    def chosen() -> str:
        return "" if window.chosen_entry() else NO_ENTRY_CHOSEN

    def may_strike() -> str:
        return "" if last_strikable(desk.hearing) else NOTHING_TO_STRIKE

    def may_lift() -> str:
        return "" if last_struck(desk.hearing) else NOTHING_STRUCK

    yield Action("strike", "Record", "Strike the last entry", "Ctrl+Z", acts.strike_last, may_strike)
    yield Action("lift", "Record", "Put the struck entry back", "Ctrl+Shift+Z", acts.lift_last, may_lift)
    yield Action("strike_chosen", "Record", "Strike the chosen entry", "Ctrl+Shift+X", acts.strike_chosen, chosen)
    yield Action("journal", "Record", "Search the journal", "Ctrl+J", window.search_journal)
    if "entry" in sheets:
        opening = partial(window.open_sheet, "entry")
        yield Action("entry", "Record", "What rests on the chosen entry…", "Ctrl+Shift+Y", opening, chosen)
    yield Action("write", "Record", "Write the summary", "Ctrl+T", window.write)
    yield Action("save", "Record", "Put the summary on the record", "Ctrl+S", acts.write_summary)
    if "export" in outside:
        yield Action("export", "Record", "Export minutes and workbook…", "Ctrl+Shift+E", outside["export"])


def _desk(window: Window, outside: dict[str, Callable[[], object]]) -> Iterator[Action]:
    for name, words, key in WALL:
        if name in outside:
            yield Action(name, "Display", words, key, outside[name])
    yield Action("again", "Desk", "Try again to save", "Ctrl+Shift+J", window.try_again, window.saved_sentence)
    yield Action("keys", "Desk", "Keys", "F1", window.show_keys)
    yield Action("commands", "Desk", "Commands", "Ctrl+Shift+P", window.show_commands)
    yield Action("menu", "Desk", "Menu", "F10", window.show_menu)
