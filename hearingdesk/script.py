"""The hearing script: one act a line, put on the record through the desk like a press (docs/script.md)."""

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import MISSING, dataclass, field, fields, make_dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from inspect import Parameter, signature
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from hearingdesk.desk import Act, Desk
from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import Entry
from hearingdesk.domain.moments import Moment, moment
from hearingdesk.domain.values import Contact
from hearingdesk.library import Library, LibraryFault
from hearingdesk.plain import made

TICK = 0.1
"""Seconds of real time between two looks at the clock while a script is played at a speed."""
TIMES = ("now", "as_of")
"""The arguments of rules that are moments; a line gives their times."""


class ScriptFault(Exception):
    """A script cannot be read, or a line of it was refused. ``str()`` is the sentence for the user."""


class ScriptClock:
    """The time of the line that is being played; it tells no time before the first."""

    def __init__(self, start: Moment | None = None) -> None:
        self._now = start or moment(datetime.fromtimestamp(0, UTC))

    def now(self) -> Moment:
        return self._now

    def asleep(self) -> timedelta:
        """A script never sleeps."""
        return timedelta(0)

    def set(self, now: Moment) -> None:
        self._now = now


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a script. ``name`` is the rule's name, ``line`` counts from 1 in the file."""

    line: int
    at: Moment
    name: str
    act: Act


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a script is played: ``speed`` times real time. ``sleep`` waits that many seconds."""

    speed: float
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Played:
    """What became of a script: how many lines went on the record, and a sentence for each that was refused."""

    recorded: int = 0
    refused: tuple[str, ...] = ()


def script_lines(path: Path) -> list[str]:
    """The lines of a script file. Raises ScriptFault."""
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as fault:
        raise ScriptFault(f"{path} is not a hearing script: it is no UTF-8 text. Nothing was recorded.") from fault
    except OSError as fault:
        raise ScriptFault(f"{path} cannot be read: {fault.strerror}. Nothing was recorded; check the name.") from fault


def read_script(lines: Iterable[str], library: Library) -> list[Step]:
    """All steps of a script, so that a fault in any line is found before the first is played. Raises ScriptFault."""
    steps: list[Step] = []
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.lstrip().startswith("#"):
            try:
                steps.append(_step(number, line, steps[-1].at if steps else None, library))
            except (ValueError, LibraryFault) as fault:
                raise ScriptFault(
                    f"Line {number} of the script: {str(fault).rstrip('.')}. Nothing was recorded."
                ) from fault
    return steps


def play(
    desk: Desk,
    clock: ScriptClock,
    steps: Iterable[Step],
    *,
    keep_going: bool = False,
    pace: Pace | None = None,
    on_step: Callable[[Step, Entry | None], None] | None = None,
) -> Played:
    """Records the steps at their own times; ``clock`` is the desk's. Without ``pace`` as fast as can be.

    ``on_step`` sees each step after it, with its entry, or None where it was refused. Raises ScriptFault at the first
    refusal unless ``keep_going``; JournalUnavailable passes through. What came before stays on the record.
    """
    recorded: int = 0
    refused: list[str] = []
    for step in steps:
        _need_onward(desk, step)
        _advance(clock, step.at, pace)
        entry: Entry | None = None
        try:
            (entry,) = desk.record_all([step.act])
            recorded += 1
        except OutOfOrder as refusal:
            refused.append(f"Line {step.line} of the script, {step.name}, was refused: {refusal.sentence}")
            if not keep_going:
                raise ScriptFault(f"{refused[0]} {recorded} lines before it are on the record.") from refusal
        if on_step:
            on_step(step, entry)
    return Played(recorded, tuple(refused))


def _need_onward(desk: Desk, step: Step) -> None:
    """A journal's times never go backwards; a script continues the hearing it is played on."""
    entries = desk.hearing.entries
    if len(entries) and step.at.utc < entries[-1].at.utc:
        raise ScriptFault(
            f"Line {step.line} of the script is earlier than the last entry of this hearing. "
            "It was not recorded; play it on a new hearing, or mend its time."
        )


def _advance(clock: ScriptClock, to: Moment, pace: Pace | None) -> None:
    """The clock runs to the line's time; at a pace it passes through the time between, so that screens see it move."""
    if pace is not None and clock.now().utc.timestamp() > 0:
        step = timedelta(seconds=TICK * pace.speed)
        while (left := to.utc - clock.now().utc) > timedelta(0):
            pace.sleep(min(TICK, left.total_seconds() / pace.speed))
            clock.set(clock.now().plus(min(step, left)))
    clock.set(to)


def _step(number: int, line: str, last: Moment | None, library: Library) -> Step:
    try:
        raw = json.loads(line)
    except ValueError as fault:
        raise ValueError(f"it is no JSON ({fault})") from fault
    if not isinstance(raw, dict) or not isinstance(raw.get("act"), str):
        raise ValueError(  # noqa: TRY004  # a fault of the file, not of the program
            'it is no act; write {"at": "2026-02-05T18:01:00-06:00", "act": "recess", …}'
        )
    at, name = _time(raw.pop("at", None), last), raw.pop("act")
    if name not in rules.__all__:
        raise ValueError(f"there is no act “{name}”")
    return Step(number, at, name, _act(name, raw, library, at))


def _time(raw: object, last: Moment | None) -> Moment:
    """The line's own time; without one, the time of the line before."""
    if raw is None and last is None:
        raise ValueError('the first line says when it happened; write "at": "2026-02-05T18:01:00-06:00"')
    if raw is None and last is not None:
        return last
    at = moment(made(raw, datetime))
    if last is not None and at.utc < last.utc:
        raise ValueError(f"time goes backwards, to {raw}")
    return at


def _act(name: str, raw: dict[str, object], library: Library, at: Moment) -> Act:
    """A rule that asks the time is given the line's own, unless the line says another."""
    contacts = _contacts(name, raw)
    args = made(_spelt_out(raw, library) if name == "prepare_hearing" else raw, _arguments(name))
    values = {f.name: getattr(args, f.name) for f in fields(args)}
    values |= {key: moment(value) for key, value in values.items() if key in TIMES and value is not None}
    if "now" in values:
        values["now"] = values["now"] or at
    return Act(getattr(rules, name), values, contacts)


def _contacts(name: str, raw: dict[str, object]) -> dict[int, Contact]:
    """What a slip's line says beside the record, by the slip's place in the act."""
    given: tuple[object, ...] = ()
    if name == "register_speaker" and "contact" in raw:
        given = (raw.pop("contact"),)
    if name == "import_sign_ups" and "contacts" in raw:
        given = made(raw.pop("contacts"), tuple[object, ...])
    return {place: made(one, Contact) for place, one in enumerate(given) if one is not None}


def _spelt_out(raw: dict[str, object], library: Library) -> dict[str, object]:
    """The arguments of prepare_hearing, with what ships in the place of its name."""
    full = dict(raw)
    if "profile" in raw:
        full["profile"] = _profile(raw["profile"], library)
    if isinstance(concerns := raw.get("concerns"), str):
        full["concerns"] = msgspec.to_builtins(library.concerns(concerns).concern)
    return full


def _profile(raw: object, library: Library) -> object:
    """A profile's name, or a profile in full, or ``{"based_on": name}`` with what differs."""
    if isinstance(raw, str):
        return msgspec.to_builtins(library.profile(raw))
    if isinstance(raw, dict) and "based_on" in raw:
        own = {key: value for key, value in raw.items() if key != "based_on"}
        return {**msgspec.to_builtins(library.profile(made(raw["based_on"], str))), **own}
    return raw


@cache
def _arguments(name: str) -> type[Any]:
    """A record with one field for each argument of the rule, typed as the rule itself types it."""
    rule = getattr(rules, name)
    hints = get_type_hints(rule)
    _, *parameters = signature(rule).parameters.values()
    wanted = [(p.name, _as_written(hints[p.name]), field(default=_default(p))) for p in parameters]
    return make_dataclass(name, wanted, frozen=True, kw_only=True)


def _as_written(hint: object) -> object:
    """A script has no machine clock: where a rule takes a moment, a line gives the time."""
    return datetime | None if hint == Moment | None else hint


def _default(parameter: Parameter) -> object:
    return MISSING if parameter.default is Parameter.empty else parameter.default
