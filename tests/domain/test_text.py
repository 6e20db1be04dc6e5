"""What may stand on the record, and what is taken out at the door."""

import json
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingdesk.domain.events import Entry, SignUpsImported
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.text import plain, plained
from hearingdesk.domain.values import Concern, Interpreter, SignUp

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ann Lee", "Ann Lee"),
        ("tab\there\nand there", "tab\there\nand there"),
        ("one\r\ntwo\rthree\x0bfour\u2028five\x85six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("\x00Ann\x07 \x1b[31mLee\x7f\x9b", "Ann [31mLee"),
        ("half \ud800 a pair", "half  a pair"),
        ("\ufeffAnn\uffff \ufdd0\U0010ffff", "Ann "),
        ("\u202egnp.exe\u202c \u2067x\u2069", "gnp.exe x"),
        ("Nguye\u0302\u0303n", "Nguyễn"),
    ],
)
def test_what_no_record_may_hold_is_taken_out(typed: str, kept: str) -> None:
    assert plain(typed) == kept


SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
JOINED = ["\u0645\u06cc\u200c\u062e\u0648", "\u200f\u05e2\u05d1\u05e8\u200e", "\u0915\u094d\u200d\u0937"]


@pytest.mark.parametrize("text", [SCOTLAND, FAMILY, *JOINED, "<b>&amp;</b>", "=1+1", "{0.__class__}"])
def test_what_scripts_and_people_need_stays(text: str) -> None:
    assert plain(text) == text


@given(ANY_TEXT)
def test_plain_text_can_be_written_and_read_anywhere(text: str) -> None:
    kept = plain(text)
    assert plain(kept) == kept
    assert kept.encode().decode() == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert not [c for c in kept if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]


def test_every_text_of_a_value_is_made_plain_however_deep() -> None:
    mumble = Interpreter("H\x1bmong")
    dirty = SignUp("1", "A\x00nn", together_with=("B\x07ob", "Cy"), interpreter=mumble)
    event = SignUpsImported(1, (SignUp("1", "Dee"), dirty), "fi\x00le", (("to\x00ld", 2),))
    cleaned = plained(event)
    assert cleaned.sign_ups[1].name == "Ann"
    assert cleaned.sign_ups[1].together_with == ("Bob", "Cy")
    assert cleaned.sign_ups[1].interpreter == Interpreter("Hmong")
    assert (cleaned.source, cleaned.counts) == ("file", (("told", 2),))
    assert cleaned.sign_ups[0] is event.sign_ups[0]


def test_a_plain_value_is_handed_back_itself() -> None:
    event = SignUpsImported(1, (SignUp("1", "Zoë"),), "file")
    entry = Entry(1, "x", Moment(datetime(2026, 2, 6, tzinfo=UTC)), "rd", event)
    assert plained(entry) is entry
    concern = Concern("PRIV", "Privacy")
    assert plained(concern) is concern


def test_hostile_strings_are_made_plain_once_and_for_all(real_data: Path) -> None:
    hostile = json.loads((real_data / "hostile" / "blns.json").read_text(encoding="utf-8"))
    assert len(hostile) == 515
    for text in hostile:
        assert plain(plain(text)) == plain(text)
        assert plain(text).encode().decode() == plain(text)
