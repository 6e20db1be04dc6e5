"""The acts of the floor: who speaks, and the clock."""

from collections.abc import Callable, Iterator
from functools import partial

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.events import Event
from hearingdesk.domain.values import Ending, StopReason
from hearingdesk.ui.actions import Action
from hearingdesk.ui.console.acts import Acts
from hearingdesk.ui.console.acts.doing import NOBODY_CHOSEN
from hearingdesk.ui.console.acts.floor import HALF_MINUTE
from hearingdesk.ui.console.late_clock import why_not_earlier
from hearingdesk.ui.console.steps import Step, next_step
from hearingdesk.ui.console.table.window import Window, asks


def floor(desk: Desk, acts: Acts, window: Window) -> Iterator[Action]:
    """Who speaks, and the clock."""

    def may_start_earlier() -> str:
        return why_not_earlier(desk.hearing, desk.now())

    yield Action(
        "main", "Floor", "Next step", "Ctrl+Return", acts.main, _main_refusal(desk),
        now=lambda: next_step(desk.hearing).words,
    )  # fmt: skip
    yield Action("earlier", "Floor", "Start 5 seconds back", "Alt+Return", acts.start_earlier, may_start_earlier)
    yield from _stops(desk, acts)
    for name, words, key, span in (
        ("grant", "+0:30", "F9", HALF_MINUTE),
        ("take", "−0:30", "Shift+F9", -HALF_MINUTE),
    ):
        yield Action(name, "Floor", words, key, partial(acts.grant, span), asks(desk, rules.grant_time, span=span))
    yield Action("not_here", "Floor", "Not here", "F7", acts.not_here, asks(desk, rules.speaker_not_present))
    rest = asks(desk, rules.end_turn, ending=Ending.YIELDED_BACK)
    yield Action("yields", "Floor", "Yields the rest", "Shift+F7", acts.yield_rest, rest)
    yield Action("done", "Floor", "Done, call nobody", "Ctrl+D", acts.done, asks(desk, rules.end_turn))
    cut_off = asks(desk, rules.end_turn, ending=Ending.INTERRUPTED)
    yield Action("interrupted", "Floor", "Interrupted: back to the queue", "Ctrl+Shift+I", acts.interrupted, cut_off)
    yield from _set_right(desk, acts, window)


def _stops(desk: Desk, acts: Acts) -> Iterator[Action]:
    """The clock stopped, for each reason with a key, and resumed."""

    def may_stop(reason: StopReason) -> Callable[[], str]:
        return asks(desk, rules.stop_clock, reason=reason)

    def stop_words() -> str:
        turn = desk.hearing.turn
        return "Resume" if turn is not None and turn.stopped is not None else "Stop clock"

    def may_stop_or_resume() -> str:
        standing = stop_words() == "Resume"
        return desk.refusal(rules.resume_clock) if standing else may_stop(StopReason.QUESTION)()

    yield Action("stop", "Floor", "Stop clock", "F8", acts.stop_or_resume, may_stop_or_resume, now=stop_words)
    for reason, key in (
        (StopReason.INTERPRETATION, "Shift+F8"),
        (StopReason.TECHNICAL, "Ctrl+F8"),
        (StopReason.DISRUPTION, "Ctrl+Shift+F8"),
    ):
        stop = partial(acts.do, rules.stop_clock, reason=reason)
        yield Action(f"stop_{reason.value}", "Floor", f"Stop clock: {reason.word}", key, stop, may_stop(reason))


def _set_right(desk: Desk, acts: Acts, window: Window) -> Iterator[Action]:
    """What was begun or ended wrongly."""

    def may_reopen() -> str:
        return "" if acts.needs_reason() else desk.refusal(rules.reopen_turn, now=desk.now())

    def may_move() -> str:
        return desk.refusal(rules.move_turn, to=window.chosen()) if window.chosen() else NOBODY_CHOSEN

    yield Action("reopen", "Floor", "Take the ended turn up again", "Ctrl+Shift+T", acts.reopen, may_reopen)
    yield Action("move_turn", "Floor", "Move the clock to the chosen one", "Ctrl+Shift+M", acts.move_turn, may_move)


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
