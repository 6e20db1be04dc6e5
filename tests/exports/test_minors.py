"""A minor is named by first name and last initial, unless a parent or guardian chose another way (P-05)."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from exports.journal_copy import private_entries
from exports.minutes import minutes
from exports.published import Copy
from exports.testimony import book_of
from hearingdesk.domain import rules
from hearingdesk.domain.face import face
from hearingdesk.domain.values import Contact, NameShown, SignUp
from hearingdesk.store.lines import line_text
from tests.builders import Evening, commenting
from tests.exports.evenings import HEAD
from tests.exports.test_bundle import chained


def heard(**says: Any) -> Evening:
    evening = commenting()
    slip = evening.register("Nhia Yer Vang", **says)
    evening.turn(slip)
    evening.register("Nhia Yer Vang", **says)
    evening.act(rules.call_next)
    return evening


def on_paper(evening: Evening) -> str:
    return str(minutes(evening.hearing, HEAD))


def on_the_wall(evening: Evening) -> str:
    return str(face(evening.hearing, evening.now, HEAD))


def in_the_tables(evening: Evening) -> str:
    book = book_of(evening.hearing, {}, HEAD)
    sheets = [sheet for sheet in book.sheets if sheet.name in ("Testimony", "Registrations", "Proceedings")]
    return str([[str(cell) for cell in row] for sheet in sheets for row in sheet.rows])


@pytest.mark.parametrize("told", [on_paper, on_the_wall, in_the_tables])
@pytest.mark.parametrize(
    ("says", "name"),
    [
        ({"minor": True}, "Nhia V."),
        ({"minor": True, "parent_chose": True}, "Nhia Yer Vang"),
        ({"minor": True, "name_shown": NameShown.WITHHELD}, "Speaker 1"),
        ({"parent_chose": True, "name_shown": NameShown.INITIAL}, "Nhia V."),
    ],
)
def test_a_minor_is_named_so(told: Callable[[Evening], str], says: dict[str, object], name: str) -> None:
    said = told(heard(**says))
    assert name in said or name.replace("1", "2") in said
    assert ("Yer" in said) is (name == "Nhia Yer Vang")


@pytest.mark.parametrize("told", [on_paper, on_the_wall, in_the_tables])
def test_who_shares_a_minors_turn_is_named_likewise(told: Callable[[Evening], str]) -> None:
    said = told(heard(minor=True, together_with=("Chue Lor",)))
    assert "Chue L." in said
    assert "Chue Lor" not in said


def test_only_a_minor_has_a_parents_choice() -> None:
    evening = heard(parent_chose=True)
    assert not evening.hearing.registrations[1].sign_up.parent_chose


def test_the_choice_is_kept_in_the_building() -> None:
    evening = heard(minor=True, parent_chose=True)
    inside = book_of(evening.hearing, {1: Contact(note="x")}, HEAD, Copy.INTERNAL)
    titles = {column.title for sheet in inside.sheets for column in sheet.columns}
    outside = {column.title for sheet in book_of(evening.hearing, {}, HEAD).sheets for column in sheet.columns}
    internal = {"Minor", "Name shown as", "Address restricted", "Received until (America/Chicago)"}
    assert internal <= titles
    assert not internal & outside


def test_the_entry_of_a_minor_is_sealed_even_where_the_name_is_told() -> None:
    evening = heard(minor=True, parent_chose=True)
    lines = [line_text(line) for line in chained(evening.hearing)]
    sealed = private_entries(evening.hearing, lines)
    assert {json.loads(lines[seq - 1])["kind"] for seq in sealed} == {"SpeakerRegistered"}


def test_a_correction_to_full_needs_the_parent() -> None:
    evening = heard(minor=True)
    evening.act(rules.correct_registration, slip=1, sign_up=SignUp("1", "Nhia Yer Vang", minor=True, title="Miss"))
    assert evening.hearing.registrations[1].published_name == "Nhia V."
