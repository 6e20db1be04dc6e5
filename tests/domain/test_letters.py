"""Identical letters: one document, and beside it how many signed it (C-11)."""

from typing import Any

import pytest

from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.letters import alike_letters, letters_told
from hearingdesk.domain.values import Mode, Position, SignUp
from hearingdesk.domain.wording import words
from tests.builders import Evening, commenting


def wrote(evening: Evening, name: str, **says: Any) -> int:  # whatever a slip says
    return evening.register(name, mode=Mode.WRITTEN, **{"position": Position.OPPOSE} | says)


@pytest.fixture
def evening() -> Evening:
    """Four letters, three of them alike, one of these signed by two; and one who speaks."""
    made = commenting()
    for name, others in (("Ann Lee", ()), ("Bo Cruz", ("Eve Cruz",)), ("Cam Roe", ()), ("Dee Moe", ())):
        wrote(made, name, together_with=others)
    made.register("Fay Orr")
    return made


def counted(evening: Evening) -> tuple[int, int]:
    tally = evening.hearing.items["1"].tally
    return tally.written.get(Position.OPPOSE, 0), tally.signatories.get(Position.OPPOSE, 0)


def test_a_letter_is_one_document_and_its_signatories_stand_beside_it(evening: Evening) -> None:
    assert counted(evening) == (4, 5)
    entry = evening.act(rules.group_letters, slips=(3, 1, 2))
    assert counted(evening) == (2, 5)
    assert words(entry, evening.hearing) == "One letter: slips 1, 2, 3"
    assert letters_told(r for r in evening.hearing.registrations.values() if r.written) == (
        "2 documents, signed by 5 people"
    )


def test_a_letter_takes_in_another_with_all_of_it(evening: Evening) -> None:
    evening.act(rules.group_letters, slips=(1, 2))
    evening.act(rules.group_letters, slips=(3, 4))
    evening.act(rules.group_letters, slips=(2, 4))
    assert dict(evening.hearing.letters) == {1: (1, 2, 3, 4)}


@pytest.mark.parametrize("leave", ["separate", "withdraw", "speaks"])
def test_who_leaves_a_letter_leaves_the_others_in_it(evening: Evening, leave: str) -> None:
    evening.act(rules.group_letters, slips=(1, 2, 3))
    match leave:
        case "separate":
            evening.act(rules.separate_letter, slip=1)
        case "withdraw":
            evening.act(rules.withdraw_speaker, slip=1)
        case _:
            evening.act(rules.correct_registration, slip=1, sign_up=SignUp("1", "Ann Lee"))
    assert dict(evening.hearing.letters) == {2: (2, 3)}
    assert counted(evening) == ((3, 5) if leave == "separate" else (2, 4))
    evening.act(rules.separate_letter, slip=3)
    assert not evening.hearing.letters


@pytest.mark.parametrize(
    ("slips", "why"),
    [
        ((1, 5), "Slip 5 is no written comment"),
        ((4,), "which two slips"),
        ((1, 99), "no slip 99"),
        ((1, 2), "one letter already"),
        ((4, 6), "for several items"),
        ((4, 7), "Slip 7 is withdrawn"),
    ],
)
def test_what_cannot_be_one_letter_is_said(evening: Evening, slips: tuple[int, ...], why: str) -> None:
    wrote(evening, "Gil Nye", item="6")
    evening.act(rules.withdraw_speaker, slip=wrote(evening, "Hal Poe"))
    evening.act(rules.group_letters, slips=(1, 2))
    with pytest.raises(OutOfOrder, match=why):
        evening.act(rules.group_letters, slips=slips)
    with pytest.raises(OutOfOrder, match="part of no letter"):
        evening.act(rules.separate_letter, slip=4)


def test_letters_of_the_same_words_are_suggested_until_they_are_one(evening: Evening) -> None:
    texts = {1: "No cameras, please.", 2: "no cameras please", 4: "Cameras!"}
    assert alike_letters(evening.hearing, texts) == [(1, 2)]
    evening.act(rules.write_summary, slip=3, text="No cameras please!")
    assert alike_letters(evening.hearing, texts) == [(1, 2, 3)]
    evening.act(rules.group_letters, slips=(1, 2))
    assert alike_letters(evening.hearing, texts) == [(1, 2, 3)]
    evening.act(rules.group_letters, slips=(1, 2, 3))
    assert alike_letters(evening.hearing, texts) == []
