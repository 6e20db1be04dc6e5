"""Two people of one name: the record says each time which of them it was (G-04)."""

from dataclasses import replace
from pathlib import Path

from exports.proceedings import entry_rows
from exports.published import as_published
from hearingdesk.domain import rules
from hearingdesk.domain.values import Ending, Measure, MinutesLevel, Mode, NameShown
from hearingdesk.domain.wording import words
from tests.builders import PROFILE, Evening, commenting
from tests.exports.told import told


def two_garcias() -> Evening:
    evening = commenting(PROFILE, "Maria Garcia", "María  García", "Ann Lee")
    evening.register("Maria Garcia", mode=Mode.REGISTERING_ONLY)
    return evening


def test_the_minutes_say_which_of_two_people_of_one_name_it_was(tmp_path: Path) -> None:
    evening = two_garcias()
    for slip in (1, 3):
        evening.turn(slip)
    evening.act(rules.note_conduct, measure=Measure.REMOVAL, slip=1, force_or_threat=True)
    text = told(evening.hearing, tmp_path)
    assert "1. Maria Garcia (slip 1)." in text
    assert "Ann Lee." in text
    assert "María García (slip 2)" in text
    assert "had Maria Garcia (slip 1) removed" in text
    assert "Maria Garcia (slip 4)" in text


def test_an_organisation_tells_them_apart_where_it_is_told(tmp_path: Path) -> None:
    evening = commenting(PROFILE)
    for organisation in ("Elm Street", "Oak Street"):
        evening.turn(evening.register("Maria Garcia", organisation=organisation))
    assert "1. Maria Garcia, Elm Street. 2. Maria Garcia, Oak Street." in told(evening.hearing, tmp_path)
    bare = replace(evening.hearing, profile=replace(PROFILE, minutes_level=MinutesLevel.NAMES))
    assert "1. Maria Garcia (slip 1) 2. Maria Garcia (slip 2)" in told(bare, tmp_path)


def test_so_does_the_journal() -> None:
    evening = two_garcias()
    evening.act(rules.call_speaker, slip=1)
    entry = evening.act(rules.start_turn)
    ended = evening.act(rules.end_turn, ending=Ending.YIELDED_BACK)
    assert words(entry, evening.hearing) == "Maria Garcia (slip 1) began"
    assert words(ended, evening.hearing) == "Maria Garcia (slip 1) yields the rest"


def test_a_namesake_who_asked_not_to_be_named_is_not_given_away(tmp_path: Path) -> None:
    evening = commenting(PROFILE, "Maria Garcia")
    evening.register("Maria Garcia", name_shown=NameShown.WITHHELD)
    for slip in (1, 2):
        evening.turn(slip)
    text = told(evening.hearing, tmp_path)
    assert "1. Maria Garcia." in text
    assert "slip 1" not in text
    masked = as_published(evening.hearing)
    rows = "; ".join(words(entry, masked) for entry in entry_rows(masked, published=True))
    assert "Maria Garcia began" in rows
    assert "slip 1" not in rows
