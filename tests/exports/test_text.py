"""Foreign text before it reaches paper."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.report import Remarks
from exports.text import clean, is_invisible, one_line


@pytest.mark.parametrize(
    ("given_text", "cleaned", "told"),
    [
        ("Ann Weber", "Ann Weber", 0),
        ("Nguye\u0302\u0303n", "Nguyễn", 0),
        ("a\r\nb\rc\x0bd\x85e\u2028f", "a\nb\nc\nd\ne\nf", 0),
        ("tab\tstays", "tab\tstays", 0),
        ("bell\a", "bell\u2407", 1),
        ("NUL\0", "NUL\u2400", 1),
        ("delete\x7f", "delete\u2421", 1),
        ("high\x9b", "high\ufffd", 1),
        ("half \ud83d", "half \ufffd", 1),
        ("none \uffff\ufdd0", "none \ufffd\ufffd", 2),
        ("\u202etroppus\u202c", "troppus", 2),
        ("\u2066isolated\u2069", "isolated", 2),
        ("family \U0001f468\u200d\U0001f469", "family \U0001f468\u200d\U0001f469", 0),
    ],
)
def test_text_is_cleaned_and_what_was_done_is_said(given_text: str, cleaned: str, told: int) -> None:
    said: list[str] = []
    assert clean(given_text, said.append) == cleaned
    assert len(said) == told


@given(st.text(st.characters()))
def test_clean_text_can_be_written_anywhere_and_cleaning_again_changes_nothing(text: str) -> None:
    done = clean(text)
    done.encode("utf-8")
    assert unicodedata.is_normalized("NFC", done)
    assert not [char for char in done if unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t"]
    assert clean(done) == done


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"])))
def test_letters_of_any_script_are_kept(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


def test_one_line_is_one_line() -> None:
    assert one_line("  Minutes \n of\tthe\u00a0body ") == "Minutes of the body"


def test_remarks_count_what_is_said_twice() -> None:
    remarks = Remarks()
    for sentence in ("One.", "Two.", "One."):
        remarks.tell(sentence)
    assert remarks.sentences() == ("One. (2 times)", "Two.")


def test_a_letter_is_never_invisible() -> None:
    assert not any(map(is_invisible, "aÅ王ا-.—'’ᐊ"))
