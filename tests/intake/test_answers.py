"""What people answer in forms, read once for all lists."""

from datetime import UTC, datetime, timedelta

import pytest

from hearingdesk.domain.values import Capacity, Interpreter, Interpreting, Mode, Position
from hearingdesk.intake import answers

CHICAGO = "America/Chicago"


@pytest.mark.parametrize(
    ("said", "position"),
    [
        *[
            (word, Position.SUPPORT)
            for word in ("For", "support", "In favor", "PRO", "+", "Aye", "I support this", "Proponent")
        ],
        *[(word, Position.OPPOSE) for word in ("Against", "Oppose", "opposed", "Con", "-", "–", "I do not support it")],
        *[
            (word, Position.NEUTRAL)
            for word in ("On", "Neutral", "Other", "=", "Information only", "Info. only", "Neither")
        ],
        *[(word, Position.MIXED) for word in ("Both", "Support with amendments", "Oppose unless amended")],
        *[(word, Position.NOT_STATED) for word in ("", "  ", "n/a", "N/A", "--", "not stated")],
        ("Support;", Position.SUPPORT),
        ("A favor", Position.SUPPORT),
        ("En contra", Position.OPPOSE),
        ("I don't oppose", Position.SUPPORT),
        ("Maybe later", None),
    ],
)
def test_positions_in_the_words_of_many_forms(said: str, position: Position | None) -> None:
    assert answers.position(said) is position


@pytest.mark.parametrize(
    ("said", "answer"),
    [("Yes", True), ("TRUE", True), ("x", True), ("✓", True), ("1", True), ("No", False), ("false", False),
     ("0", False), ("Yes, in person", True), ("No, thank you", False), ("perhaps", None), ("", None)],
)  # fmt: skip
def test_ticks_and_short_answers(said: str, answer: bool | None) -> None:
    assert answers.yes_or_no(said) is answer


@pytest.mark.parametrize(
    ("said", "mode"),
    [
        ("In person", Mode.IN_PERSON),
        ("In-person at City Hall", Mode.IN_PERSON),
        ("Virtually (Zoom)", Mode.REMOTE_VIDEO),
        ("Online", Mode.REMOTE_VIDEO),
        ("By telephone", Mode.REMOTE_PHONE),
        ("Written comment", Mode.WRITTEN),
        ("eComment", Mode.WRITTEN),
        ("I do not wish to speak", Mode.REGISTERING_ONLY),
        ("Registering only", Mode.REGISTERING_ONLY),
        ("sign_lines", None),
    ],
)
def test_ways_of_taking_part(said: str, mode: Mode | None) -> None:
    assert answers.mode(said) is mode


@pytest.mark.parametrize(
    ("said", "wishes"),
    [("Yes", True), ("I wish to speak", True), ("I will testify in person", True), ("No", False),
     ("I do not wish to speak", False), ("Register my position only", False), ("?", None)],
)  # fmt: skip
def test_whether_somebody_wishes_to_speak(said: str, wishes: bool | None) -> None:
    assert answers.wishes_to_speak(said) is wishes


@pytest.mark.parametrize(
    ("said", "capacity"),
    [("1", Capacity.STAFF), ("0", Capacity.PUBLIC), ("Planning Staff", Capacity.STAFF),
     ("Project Sponsor", Capacity.APPLICANT), ("Resident", Capacity.PUBLIC), ("Union Local 4", None)],
)  # fmt: skip
def test_capacities(said: str, capacity: Capacity | None) -> None:
    assert answers.capacity(said) is capacity


@pytest.mark.parametrize(
    ("wanted", "language", "interpreter"),
    [
        ("Yes", "Spanish", Interpreter("Spanish")),
        ("", "Hmong", Interpreter("Hmong")),
        ("Spanish", "", Interpreter("Spanish")),
        ("Yes", "", Interpreter(answers.NO_LANGUAGE)),
        ("No", "Spanish", None),
        ("", "English", None),
        ("Yes - Spanish", "", Interpreter("Spanish")),
        ("yes, a Hmong interpreter please", "", Interpreter("Hmong")),
        ("", "", None),
        ("N/A", "n/a", None),
        ("Yes", "American Sign Language", Interpreter("American Sign Language", Interpreting.SIGN)),
        ("ASL", "", Interpreter("ASL", Interpreting.SIGN)),
    ],
)
def test_interpreters(wanted: str, language: str, interpreter: Interpreter | None) -> None:
    assert answers.interpreter(wanted, language) == interpreter


@pytest.mark.parametrize(
    "said",
    [
        "2026-02-05T18:01:22",
        "2026-02-05 18:01:22",
        "2026-02-06T00:01:22Z",
        "2026-02-05T18:01:22-06:00",
        "2/5/2026 18:01:22",
        "2/5/26 18:01:22",
        "02/05/2026 06:01:22 PM",
        "Feb 5, 2026 18:01:22",
        "February 5, 2026 6:01:22 PM",
        "2026/02/05 6:01:22 PM CST",
        "46058.75095",
    ],
)
def test_moments_as_forms_write_them(said: str) -> None:
    read = answers.moment(said, CHICAGO)
    assert read == datetime(2026, 2, 6, 0, 1, 22, tzinfo=UTC)


def test_days_may_come_first_and_a_column_may_tell() -> None:
    assert answers.moment("5/2/2026 18:01", CHICAGO, day_first=True) == datetime(2026, 2, 6, 0, 1, tzinfo=UTC)
    assert answers.day_comes_first(["9/8/2026", "31/8/2026"]) is True
    assert answers.day_comes_first(["9/8/2026", "8/31/2026"]) is False
    assert answers.day_comes_first(["9/8/2026", "soon"]) is None


@pytest.mark.parametrize("said", ["soon", "13/13/2026", "2/30/2026", "1226", "0001-01-01", "9:00 AM", "9/8/2026 late"])
def test_what_names_no_moment_is_none(said: str) -> None:
    assert answers.moment(said, CHICAGO) is None


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("7:00 PM", 19),
        ("7:00 p.m.", 19),
        ("7 pm", 19),
        ("7PM", 19),
        ("19:00", 19),
        ("12:00 AM", 0),
        ("junk", None),
        ("7", None),
        ("25:00", None),
        ("", None),
    ],
)
def test_times_of_day(said: str, hours: int | None) -> None:
    assert answers.clock(said) == (None if hours is None else timedelta(hours=hours))
