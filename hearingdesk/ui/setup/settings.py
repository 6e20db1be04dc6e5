"""The rule profile as it is typed: how each setting is shown, read back, and refused with a sentence of its own."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Any

from hearingdesk.domain import cutoff
from hearingdesk.domain.names import folded
from hearingdesk.domain.profile import LOCKED, LateSlips, OrderPolicy, Pooling, RuleProfile
from hearingdesk.domain.spans import length_text
from hearingdesk.domain.values import MinutesLevel
from hearingdesk.ui.kit import typed
from hearingdesk.ui.setup import schedule

ATTORNEY = (
    "Shipped profiles are starting points based on public pages read in November 2026; confirm with your attorney."
)
UNTIMED = "untimed"
PHRASES = f"24 h before, noon, 5:30 PM, {cutoff.TAKEN_UP}, {cutoff.TESTIMONY}."
NO_SPAN = "This reads as no length of time. Write it like 3, 2:30 or 90 s"
LONGEST_TITLE, LONGEST_TEXT = 80, 500
YES, NO = "yes", "no"

Read = Callable[[str], object]
"""What was typed, as the profile holds it. Raises ValueError with the sentence."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One field of the profile. ``choices`` are (value, words) where it is chosen; a ``tick`` is yes or no;
    ``lines`` may be several.
    """

    name: str
    words: str
    read: Read
    write: Callable[[Any], str] = str
    hint: str = ""
    placeholder: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    tick: bool = False
    lines: bool = False


def _some(text: str) -> timedelta:
    found = typed.span(text)
    if not found:
        raise ValueError(f"{NO_SPAN}.")
    return found


def _limit(text: str) -> timedelta | None:
    if folded(text) in (UNTIMED, "none", "no limit"):
        return None
    if not typed.span(text):
        raise ValueError(f"{NO_SPAN}; or write “{UNTIMED}”.")
    return _some(text)


def _some_or_none(text: str) -> timedelta | None:
    if text and not typed.span(text):
        raise ValueError(f"{NO_SPAN}, or leave it empty.")
    return _some(text) if text else None


def _span_text(span: timedelta) -> str:
    """As ``typed.span`` reads it: minutes are never cut into hours."""
    minutes, seconds = divmod(span // timedelta(seconds=1), 60)
    return length_text(span) if minutes < 60 else f"{minutes} min" + (f" {seconds} s" if seconds else "")


def _limit_text(span: timedelta | None) -> str:
    return UNTIMED if span is None else _span_text(span)


def _text_or_empty(span: timedelta | None) -> str:
    return "" if span is None else _span_text(span)


def _whole(least: int, most: int) -> Read:
    def read(text: str) -> int:
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else -1
        if not least <= number <= most:
            raise ValueError(f"Write a number from {least} to {most}.")
        return number

    return read


def _words(most: int, *, needed: str = "") -> Read:
    def read(text: str) -> str:
        if needed and not text:
            raise ValueError(needed)
        if len(text) > most:
            raise ValueError(f"This is {len(text):,} characters long; {most:,} are the most.")
        return text

    return read


def _phrase(text: str) -> str:
    if not cutoff.understood(text):
        raise ValueError(cutoff.NOT_UNDERSTOOD)
    return text


def _tick(name: str, words: str) -> Setting:
    return Setting(name, words, lambda text: text == YES, lambda on: YES if on else NO, tick=True)


def _choice(name: str, words: str, kind: type[StrEnum], said: Mapping[Any, str]) -> Setting:
    return Setting(name, words, kind, choices=tuple((value.value, said[value]) for value in kind))


_POOLING = {
    Pooling.OFF: "nobody may give time away",
    Pooling.POOLED: "several may give their turns to one",
    Pooling.ONE_DONOR: "one may give the turn to another",
    Pooling.GROUP: "a group may speak through one of them",
}
_LATE = {
    LateSlips.REFUSE: "listed as not heard",
    LateSlips.END_OF_QUEUE: "end of the queue",
    LateSlips.CHAIRS_LEAVE: "only with the chair's leave",
}
_ORDERS = {
    OrderPolicy.SIGN_UP: "as they signed up",
    OrderPolicy.ALTERNATE: "alternating for and against",
    OrderPolicy.BATCHES: "in batches",
    OrderPolicy.LOTTERY: "by lot",
    OrderPolicy.MANUAL: "as the clerk puts them",
}
_LEVELS = {
    MinutesLevel.NAMES: "names alone",
    MinutesLevel.SUMMARY: "name, position and a summary",
    MinutesLevel.COUNT: "how many spoke",
}

TITLE = Setting(
    "title",
    "Title",
    _words(LONGEST_TITLE, needed="Give these rules a title, such as Plan Commission."),
    placeholder="such as Plan Commission",
)
SECTIONS: tuple[tuple[str, tuple[Setting, ...]], ...] = (
    (
        "How long",
        (
            Setting("base_limit", "Each speaker", _limit, _limit_text, "Like 3, 2:30 or 90 s."),
            Setting("floor", "Never less than", _some, _span_text, "The chair is asked for a reason below it."),
            Setting("group_limit", "Who speaks for a group", _limit, _limit_text),
            Setting("applicant_limit", "The applicant", _limit, _limit_text),
            Setting("rebuttal_limit", "A rebuttal", _limit, _limit_text),
            Setting("official_limit", "Officials, staff and experts", _limit, _limit_text),
            Setting("cap", "All speakers of an item together", _some_or_none, _text_or_empty, placeholder="no cap"),
            Setting("interpretation_factor", "With an interpreter, times", _whole(1, 4), hint="2 is usual."),
            Setting(
                "warn_at", "Wrap-up begins with this left", _some_or_none, _text_or_empty, placeholder="1:00, or 0:30"
            ),
            Setting("turns_per_item", "Turns of one person on an item", _whole(1, 20)),
            _tick("limit_fixed_at_start", "The limit stays as it is once an item has begun"),
        ),
    ),
    (
        "Giving time to another",
        (
            _choice("pooling", "Who may give time", Pooling, _POOLING),
            Setting("pooling_ceiling", "Longest turn with it", _some_or_none, _text_or_empty, placeholder="no ceiling"),
            Setting("pooling_donors", "Others who have to give theirs", _whole(1, 50)),
        ),
    ),
    (
        "Signing up and being called",
        (
            Setting("sign_up_opens", "Sign-up opens", _phrase, placeholder="such as 3:00 PM"),
            Setting("sign_up_closes", "Sign-up closes", _phrase, hint=PHRASES, placeholder="no cutoff"),
            Setting("remote_closes", "For remote speakers it closes", _phrase, placeholder="such as 24 h before"),
            _choice("late_slips", "Slips after the cutoff", LateSlips, _LATE),
            _choice("order", "People are called", OrderPolicy, _ORDERS),
            Setting("sign_up_notice", "Notice on the form", _words(LONGEST_TEXT), hint="Voluntary, and public."),
            _tick("name_required", "A slip needs a name"),
            _tick("position_requested", "A slip asks where somebody stands"),
            _tick("residence_requested", "A slip asks for city or district"),
            _tick("address_requested", "A slip asks for the street address"),
        ),
    ),
    (
        "A public hearing",
        (
            Setting("hearing_steps", "Its steps, in order", _words(LONGEST_TEXT), hint="With ; between them."),
            Setting("oath_text", "Words of the oath", _words(LONGEST_TEXT, needed="Write what is read aloud.")),
            _tick("oath_required", "Speakers take an oath"),
        ),
    ),
    (
        "On the display in the room",
        (
            Setting("screen_next", "People shown as next", _whole(1, 20)),
            _tick("names_on_screen", "Names are shown, not slip numbers alone"),
            _tick("initials_on_screen", "Of last names the initial alone"),
        ),
    ),
    (
        "In the minutes",
        (
            _choice("minutes_level", "Of each speaker they say", MinutesLevel, _LEVELS),
            Setting("aye_word", "A vote for is", _words(20, needed="Write the word, such as Aye.")),
            Setting("no_word", "A vote against is", _words(20, needed="Write the word, such as No.")),
            Setting("letterhead_notice", "Notice at the foot of the minutes", _words(LONGEST_TEXT)),
            Setting("source", "Where these rules come from", _words(LONGEST_TEXT)),
            _tick("grants_in_minutes", "Time that the chair grants is told"),
            _tick("offsets_in_minutes", "Where in the recording each speaker is found"),
        ),
    ),
    (
        "How long records are kept",
        (
            Setting(
                "retention",
                "One series a line",
                schedule.read,
                schedule.written,
                f"Like {schedule.LIKE}. Dates are shown; nothing is deleted.",
                lines=True,
            ),
        ),
    ),
)
SETTINGS = (TITLE, *(setting for _, settings in SECTIONS for setting in settings))


def written(profile: RuleProfile) -> dict[str, str]:
    """Every setting as it is shown."""
    return {setting.name: setting.write(getattr(profile, setting.name)) for setting in SETTINGS}


def read(
    texts: Mapping[str, str], before: RuleProfile, titles: Collection[str] = ()
) -> tuple[RuleProfile, dict[str, str]]:
    """The profile as far as it can be read, else as it was ``before``; and a sentence for each setting that cannot.

    ``titles`` are those of other profiles, which nobody could tell from this one.
    """
    given: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for setting in SETTINGS:
        try:
            given[setting.name] = setting.read(texts[setting.name])
        except ValueError as fault:
            faults[setting.name] = str(fault)
    made = replace(before, **given)
    return made, {**_together(made, titles), **faults}


def _together(made: RuleProfile, titles: Collection[str]) -> dict[str, str]:
    """What each setting alone cannot tell."""
    found: dict[str, str] = {}
    if folded(made.title) in map(folded, titles):
        found["title"] = "Other rules have this title. Give these another one."
    if not made.lawful(made.interpretation_factor):
        found["interpretation_factor"] = LOCKED
    if made.base_limit is not None and made.base_limit < made.floor:
        found["base_limit"] = f"This is less than what is never gone below, {_span_text(made.floor)}."
    if made.cap is not None and made.base_limit is not None and made.cap < made.base_limit:
        found["cap"] = f"This is less than one speaker's {_span_text(made.base_limit)}."
    ceiling = made.pooling_ceiling
    if made.pooling is not Pooling.OFF and ceiling is not None and made.base_limit and ceiling < made.base_limit:
        found["pooling_ceiling"] = f"This is less than one speaker's {_span_text(made.base_limit)}."
    if folded(made.aye_word) == folded(made.no_word):
        found["no_word"] = "This is the word of a vote for. Write another."
    return found
