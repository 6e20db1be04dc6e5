"""The words on the wall: complete in each shipped language, right for one and for many, more by adding a file."""

import re
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from hearingdesk.resources import asset
from hearingdesk.ui.console.forecasting import PHRASES
from hearingdesk.ui.display import words
from hearingdesk.ui.display.words import Wording, available, load_wording, offered, wording_in


@pytest.fixture
def english() -> words.Language:
    return load_wording("en").languages[0]


@pytest.fixture
def spanish() -> words.Language:
    return load_wording("es").languages[0]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped words, copied to where they may be changed."""
    shutil.copytree(asset("words"), tmp_path / "words")
    monkeypatch.setattr(words, "asset", lambda name: tmp_path / name)
    return tmp_path / "words"


def changed(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def test_english_and_spanish_stand_together_unless_asked_otherwise() -> None:
    assert [language.tag for language in load_wording().languages] == ["en", "es"]
    assert load_wording().say("recess") == ("Recess", "Receso")


def test_the_chairs_forecast_says_what_the_console_says(english: words.Language) -> None:
    """The console's phrases are in English alone; her screen has the same ones in her languages, from the files."""
    said = {key.removeprefix("forecast_"): text for key, text in english.words.items() if key.startswith("forecast_")}
    assert said == PHRASES


def test_no_phrase_is_left_in_english(english: words.Language, spanish: words.Language) -> None:
    same = {key for key, said in english.words.items() if spanish.words[key] == said}
    assert same == set()
    assert len(set(spanish.words)) == len(english.words)
    assert all(english.messages[key] != spanish.messages[key] for key in english.messages)


@pytest.mark.parametrize(
    ("seconds", "en", "es"),
    [
        (60, "1 minute", "1 minuto"),
        (300, "5 minutes", "5 minutos"),
        (90, "90 seconds", "90 segundos"),
        (1, "1 second", "1 segundo"),
        (150, "2 minutes 30 seconds", "2 minutos 30 segundos"),
    ],
)
def test_one_and_many(english: words.Language, spanish: words.Language, seconds: int, en: str, es: str) -> None:
    span = timedelta(seconds=seconds)
    assert (english.span(span), spanish.span(span)) == (en, es)


def test_people_are_counted_in_each_language() -> None:
    wording = load_wording()
    assert wording.count("spoke", 1) == ("1 person spoke", "habló 1 persona")
    assert wording.count("spoke", 12) == ("12 people spoke", "hablaron 12 personas")


def test_an_emergency_is_ready_in_both_languages() -> None:
    assert len(load_wording().messages()["emergency"]) == 2


def test_a_language_is_added_by_adding_a_file(folder: Path) -> None:
    hmong = (folder / "es.toml").read_text(encoding="utf-8").replace('tag = "es"', 'tag = "hmn"')
    (folder / "hmn.toml").write_text(hmong.replace("one = [1]", "one = []"), encoding="utf-8")
    assert available() == ["en", "es", "hmn"]
    wording: Wording = load_wording("en", "hmn", "es")
    assert [language.tag for language in wording.languages] == ["en", "hmn", "es"]
    assert wording.count("minutes", 1) == ("1 minute", "1 minutos", "1 minuto")


def test_a_missing_phrase_is_named(folder: Path) -> None:
    changed(folder / "es.toml", lambda text: re.sub('recess = "Receso"\n', "", text))
    with pytest.raises(ValueError, match=r"es\.toml lacks words\.recess"):
        load_wording("en", "es")


def test_a_phrase_that_lost_its_braces_is_named(folder: Path) -> None:
    changed(folder / "es.toml", lambda text: text.replace("Hora de inicio: {time}", "Hora de inicio: {hora}"))
    with pytest.raises(ValueError, match=r"es\.toml lacks words\.starts"):
        load_wording()


@pytest.mark.parametrize("text", ["tag = ", "\x00", ""])
def test_a_broken_file_is_refused_in_a_sentence(folder: Path, text: str) -> None:
    (folder / "es.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"es\.toml"):
        load_wording()


def test_a_language_without_a_file_is_refused_in_a_sentence(folder: Path) -> None:
    with pytest.raises(ValueError, match=r"vi\.toml could not be read"):
        load_wording("en", "vi")


def test_only_what_is_complete_is_offered_and_the_rest_is_named(folder: Path) -> None:
    """No half of a translation is pretended to be one."""
    half = (folder / "es.toml").read_text(encoding="utf-8").replace('recess = "Receso"\n', "")
    (folder / "hmn.toml").write_text(half.replace('tag = "es"', 'tag = "hmn"'), encoding="utf-8")
    complete, lacking = offered()
    assert complete == {"en": "English", "es": "Español"}
    assert lacking == ["hmn.toml lacks words.recess. Add it with the same braces as in en.toml."]


def test_a_screen_whose_language_is_gone_speaks_the_others_or_the_original(folder: Path) -> None:
    (folder / "es.toml").unlink()
    assert [language.tag for language in wording_in(("es", "en")).languages] == ["en"]
    assert [language.tag for language in wording_in(("es",)).languages] == ["en"]
