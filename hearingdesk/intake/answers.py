"""What people answer in a form: yes and no, positions, ways of taking part, languages, moments."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hearingdesk.domain.names import folded
from hearingdesk.domain.values import Capacity, Interpreter, Interpreting, Mode, NameShown, Position
from hearingdesk.intake.text import words

_YES = words("yes y true t 1 x si sí ja oui on checked selected ✓ ✔ ☑ ✗ approved")
_NO = words("no n false f 0 off unchecked nein non none never")
_NOTHING = frozenset(["", "n a", "na", "none", "not applicable", "null", "nil", "unknown", "not stated", "no answer"])

_POSITIONS = {
    Position.SUPPORT: "for support supports supporting supporter insupport insupportof infavor infavour favor "
    "favour infavorof "
    "pro yes aye proponent s f + agree approve approval afavor apoyo isupport",
    Position.OPPOSE: "against oppose opposes opposed opposing opposition inopposition inoppositionto opponent con "
    "no nay anti o a - − – "
    "disagree disapprove objection object encontra iopposed ioppose",
    Position.NEUTRAL: "on neutral neither other = n informational information informationonly infoonly info "
    "noposition undecided "
    "comment commenting commentonly generalcomment resource onneutral neutralon neutralinformational forinformation ",
    Position.MIXED: "mixed m both supportwithamendments supportwithconditions supportifamended opposeunlessamended "
    "conditional "
    "conditionally supportwithchanges partlyfor partlyagainst",
    Position.NOT_STATED: "u notstated unknown unspecified na none",
}
_POSITION_OF = {word: position for position, words in _POSITIONS.items() for word in words.split()}
_IN_WORDS = (
    (r"amend|condition|mixed|partly|partially|both|some of", Position.MIXED),
    (r"\b(neutral|neither|information|no position|undecided|question)", Position.NEUTRAL),
    (r"\b(do not|don t|not|no|cannot) (support|favou?r|agree|approve)", Position.OPPOSE),
    (r"\b(do not|don t|not|no|cannot) (oppose|object)", Position.SUPPORT),
    (r"\b(oppos|against|object|disagree|disapprov|contra)", Position.OPPOSE),
    (r"\b(support|in favou?r|favou?r|agree|approv|for)\b|\bsupport", Position.SUPPORT),
)
_MODES = (
    (
        r"not (wish|want|plan|intend)?\w* ?(to )?(speak|testif)|not speaking|(regist\w+|position|record) only",
        Mode.REGISTERING_ONLY,
    ),
    (r"\b(written|e ?comment|letter|by e?mail|in writing|read (out|aloud))", Mode.WRITTEN),
    (r"\b(phone|telephone|dial|call ?in|by call)", Mode.REMOTE_PHONE),
    (
        r"\b(remote\w*|virtual\w*|zoom|online|on line|video\w*|teams|webex|web|internet|hybrid remote)\b",
        Mode.REMOTE_VIDEO,
    ),
    (r"\b(in ?person|person|on ?site|at city hall|chamber\w*|present|physical\w*|room)\b", Mode.IN_PERSON),
)
_CAPACITIES = {
    Capacity.STAFF: "staff citystaff planningstaff departmentstaff",
    Capacity.OFFICIAL: "official electedofficial councilmember legislator representative senator officeholder",
    Capacity.APPLICANT: "applicant petitioner appellant projectsponsor sponsor",
    Capacity.EXPERT: "expert invited invitedspeaker resourcewitness consultant",
    Capacity.PUBLIC: "public resident member citizen memberofthepublic individual",
}
_CAPACITY_OF = {word: capacity for capacity, words in _CAPACITIES.items() for word in words.split()}
_SHOWN = (
    (r"\b(withh\w+|anonym\w*|number|no name|hidden?)\b", NameShown.WITHHELD),
    (r"\binitials?\b", NameShown.INITIAL),
    (r"\b(full|whole|complete)\b", NameShown.FULL),
)
_OWN_LANGUAGE = frozenset(["english", "en", "eng", "ingles"])
_SIGNED = re.compile(r"\b(asl|sign|signed|signing)\b")
NO_LANGUAGE = "language not stated"


def yes_or_no(text: str) -> bool | None:
    """A tick or a short answer; None where it is neither."""
    plain = folded(text) or text.strip()
    if plain in _YES:
        return True
    if plain in _NO:
        return False
    first = plain.split(" ")[0]
    return {"yes": True, "no": False}.get(first)


def is_nothing(text: str) -> bool:
    """Whether a cell says nothing: blank, dashes, ``n/a``."""
    return folded(text) in _NOTHING


def position(text: str) -> Position | None:
    """Where somebody stands, in the words of many forms; NOT_STATED for a blank, None for words nobody knows."""
    stripped = text.strip()
    plain = folded(stripped).replace(" ", "") or stripped
    if plain in _POSITION_OF:
        return _POSITION_OF[plain]
    if is_nothing(text):
        return Position.NOT_STATED
    spaced = folded(text)
    return next((found for pattern, found in _IN_WORDS if re.search(pattern, spaced)), None)


def is_answer(text: str) -> bool:
    """Whether a cell reads like an answer, not like a heading."""
    plain = folded(text).replace(" ", "")
    return len(plain) > 1 and (plain in _POSITION_OF or plain in _YES or plain in _NO)


def mode(text: str) -> Mode | None:
    """How somebody takes part; None for words nobody knows."""
    spaced = folded(text)
    return next((found for pattern, found in _MODES if re.search(pattern, spaced)), None)


def wishes_to_speak(text: str) -> bool | None:
    """The answer to “do you wish to speak?”, as a tick, as yes and no, or in a sentence."""
    said = mode(text)
    if said is not None:
        return said.speaks
    answer = yes_or_no(text)
    if answer is not None:
        return answer
    return True if re.search(r"\b(speak|testif|testimony)", folded(text)) else None


def name_shown(text: str) -> NameShown | None:
    """How a name is to be shown, in the words of a form; None where they do not tell."""
    spaced = folded(text)
    return next((found for pattern, found in _SHOWN if re.search(pattern, spaced)), None)


def capacity(text: str) -> Capacity | None:
    """In what capacity somebody speaks; a bare tick stands under “staff”."""
    plain = folded(text).replace(" ", "")
    if plain in _CAPACITY_OF:
        return _CAPACITY_OF[plain]
    if "staff" in plain:
        return Capacity.STAFF
    answer = yes_or_no(text)
    return None if answer is None else Capacity.STAFF if answer else Capacity.PUBLIC


def interpreter(wanted: str, language: str) -> Interpreter | None:
    """From the two questions forms ask: whether, and which language. One of them may answer both."""
    answer = yes_or_no(wanted) if not is_nothing(wanted) else None
    if answer is False:
        return None
    named = [text for text in map(_bare_language, (language, wanted)) if text]
    if not named:
        return Interpreter(NO_LANGUAGE) if answer else None
    if folded(named[0]) in _OWN_LANGUAGE:
        return None
    signed = _SIGNED.search(folded(named[0]))
    return Interpreter(named[0], Interpreting.SIGN if signed else Interpreting.CONSECUTIVE)


def _bare_language(text: str) -> str:
    """``Yes, Spanish please`` is Spanish; a mere yes names none."""
    said = _AROUND_LANGUAGE.sub("", text).strip(" .,;:-–")
    return "" if is_nothing(said) or yes_or_no(said) is not None else said


_AROUND_LANGUAGE = re.compile(
    r"^\s*(yes|s[ií])\b[\s,;:.–-]*(i need |an? )*|[\s,]*\b(interpreter|interpretation|translator|please)\b",
    re.IGNORECASE,
)
_ZONE_WORD = re.compile(r"\s*\(?\b(UTC|GMT|Z|[ECMP][SD]T|GMT[+-]\d+)\b\)?$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(
    r"(?:(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?|(?P<day2>\d{1,2})\.? (?P<month2>[a-z]{3,9})\.?),? "
    r"(?P<year>\d{4})(?:,? (?:at )?(?P<time>.+))?",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{2,4})(?:[ T,]+(.*))?")
_SERIAL = re.compile(r"[3-9]\d{4}(\.\d+)?")
_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.\d+)?)?)? ?(am|pm)?")
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  # the day from which spreadsheets count, in no zone


def moment(text: str, timezone: str, *, day_first: bool = False) -> datetime | None:
    """When a form was sent, in UTC; ``timezone`` is the room's. None where it cannot be read."""
    said = " ".join(text.split())
    utc = said.endswith(("Z", "UTC", "GMT"))
    local = _iso(said) or _local(_ZONE_WORD.sub("", said), day_first=day_first)
    if local is None or not 1990 <= local.year <= 2200:
        return None
    if local.tzinfo is None:
        local = local.replace(tzinfo=UTC if utc else ZoneInfo(timezone))
    return local.astimezone(UTC).replace(microsecond=0)


def day_comes_first(texts: list[str]) -> bool | None:
    """Whether a column writes 31/12 or 12/31; None where no date of it tells."""
    pairs = [match for text in texts if (match := re.match(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}", text.strip()))]
    first, second = ({int(match[part]) for match in pairs} for part in (1, 2))
    if any(number > 12 for number in first):
        return True
    return False if any(number > 12 for number in second) else None


def has_slashed_dates(texts: list[str]) -> bool:
    return any(re.match(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}", text.strip()) for text in texts)


def clock(text: str) -> timedelta | None:
    """A time of day as the time since midnight: ``7:00 PM``, ``19:00``, ``7 p.m.``; None where it is none."""
    said = re.sub(r"([ap])\.? ?m\b\.?", r"\1m", " ".join(text.casefold().split()))
    read = _CLOCK.fullmatch(said)
    if read is None or not (read[2] or read[4]):
        return None
    hour, minute, second = (int(part or 0) for part in read.groups()[:3])
    if read[4]:
        hour = hour % 12 + 12 * (read[4] == "pm") if 1 <= hour <= 12 else 24
    return timedelta(hours=hour, minutes=minute, seconds=second) if hour < 24 and minute < 60 and second < 60 else None


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _local(text: str, *, day_first: bool) -> datetime | None:
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        return _slashed(slashed, day_first=day_first)
    if _SERIAL.fullmatch(text):
        return _EPOCH + timedelta(days=float(text))
    named = _NAMED.fullmatch(text)
    return _named(named) if named else None


def _named(match: re.Match[str]) -> datetime | None:
    month = (match["month"] or match["month2"]).casefold()[:3]
    if month not in _MONTHS:
        return None
    return _at(int(match["year"]), _MONTHS.index(month) + 1, int(match["day"] or match["day2"]), match["time"])


def _slashed(match: re.Match[str], *, day_first: bool) -> datetime | None:
    first, second, third = (int(match[part]) for part in (1, 2, 3))
    if len(match[1]) == 4:
        return _at(first, second, third, match[4])
    month, day = (second, first) if day_first else (first, second)
    return _at(third + (2000 if third < 100 else 0), month, day, match[4])


def _at(year: int, month: int, day: int, of_day: str | None) -> datetime | None:
    spent = clock(of_day) if of_day else timedelta(0)
    try:
        return datetime(year, month, day) + spent if spent is not None else None  # noqa: DTZ001  # the caller adds the zone
    except ValueError:
        return None
