"""The ground the program stands on: the pinned set, the one version, the refused pair, the shipped fonts."""

import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel
from reportlab.pdfbase.ttfonts import TTFontFace

import hearingdesk
from hearingdesk import versions
from hearingdesk.resources import FALLBACKS, SANS, asset

ROOT = Path(__file__).parent.parent
ON_PAPER_AS_TYPED = "Nguyễn Thị Ngọc Ánh, Tsheej Xyooj, Kuʻulei Kealoha, Ọlá, Łukasz, Ἀρχιμήδης, Горбачёв ▲▼◆■●–— §“”"


def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return found


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> dict[str, str]:
    lines = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if not line.startswith("#")]
    return {normal(name): version for name, version in (line.split("==") for line in lines)}


def required() -> set[str]:
    lines = project()["dependencies"] + project()["optional-dependencies"]["dev"]
    return {normal(re.split(r"[<>=;]", line)[0]) for line in lines}


def test_constraints_pin_all_that_is_required_and_say_nothing_of_where_it_comes_from() -> None:
    assert required() <= set(pins())
    assert all(re.fullmatch(r"[0-9][0-9a-z.]*", version) for version in pins().values())


def test_what_is_installed_is_what_is_pinned() -> None:
    installed = {name: metadata.version(name) for name in required()}
    assert installed == {name: pins()[name] for name in required()}


def needed_by(name: str, known: frozenset[str] = frozenset()) -> frozenset[str]:
    """What is installed with a package: it, what it requires here without extras, and what that requires."""
    if normal(name) in known:
        return known
    known |= {normal(name)}
    for asked in map(Requirement, metadata.requires(name) or []):
        if asked.marker is None or asked.marker.evaluate({"extra": ""}):
            known = needed_by(asked.name, known)
    return known


def test_everything_that_is_installed_with_the_program_is_pinned_and_its_licence_named() -> None:
    installed = needed_by("hearingdesk") - {"hearingdesk"}
    assert installed <= set(pins())
    named = {normal(word) for word in re.findall(r"[A-Za-z][\w-]*", (ROOT / "THIRD-PARTY.md").read_text())}
    assert {name.removesuffix("-essentials") for name in installed} <= named


def test_the_version_is_one() -> None:
    assert metadata.version("hearingdesk") == hearingdesk.__version__
    assert "version" not in project()


@pytest.mark.parametrize(
    ("python", "pyside", "refused"),
    [
        ((3, 11), "6.12.0", True),
        ((3, 11), "6.13.1", True),
        ((3, 11), "7.0", True),
        ((3, 11), "6.11.3", False),
        ((3, 11), "6.9.2", False),
        ((3, 12), "6.12.0", False),
        ((3, 14), "6.12.0", False),
    ],
)
def test_the_pair_that_crashes_is_refused(python: tuple[int, int], pyside: str, refused: bool) -> None:
    sentence = versions.refusal(python, pyside)
    assert (sentence is not None) is refused
    if sentence:
        assert pyside in sentence
        assert "Nothing was opened or changed" in sentence


def test_the_installed_pair_is_not_refused() -> None:
    assert versions.refusal(sys.version_info[:2], metadata.version("PySide6_Essentials")) is None


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on.")
def test_qt_gives_back_each_none_it_takes(qapp: QApplication) -> None:
    label = QLabel()
    before = sys.getrefcount(None)
    for n in range(1_000):
        label.setText(str(n))
    assert before - sys.getrefcount(None) < 100


def faces(names: list[str]) -> list[TTFontFace]:
    return [TTFontFace(str(asset(name))) for name in names]


def test_figures_have_one_width_on_paper() -> None:
    for face in faces(list(SANS.values())):
        assert len({face.charWidths[ord(digit)] for digit in "0123456789"}) == 1, face.name


def test_figures_have_one_width_on_the_screens(qapp: QApplication) -> None:
    number = QFontDatabase.addApplicationFont(str(asset(SANS["regular"])))
    assert QFontDatabase.applicationFontFamilies(number) == ["Hearingdesk Sans"]
    label = QLabel()
    label.setFont(QFontDatabase.font("Hearingdesk Sans", "Regular", 12))
    metrics = label.fontMetrics()
    assert metrics.horizontalAdvance("1:11:11") == metrics.horizontalAdvance("8:40:59")


def test_the_family_covers_the_names_and_signs_we_print() -> None:
    for face in faces(list(SANS.values())):
        missing = {sign for sign in ON_PAPER_AS_TYPED if ord(sign) not in face.charToGlyph}
        assert not missing, face.name


def test_every_script_of_the_real_names_has_a_face(real_data: Path) -> None:
    names = (real_data / "hostile" / "unicode-person-names.txt").read_text(encoding="utf-8")
    covered = {code for face in faces([SANS["regular"], *FALLBACKS]) for code in face.charToGlyph}
    assert {sign for sign in names if sign.isprintable() and ord(sign) not in covered} == set()


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"fonts/Nowhere\.ttf"):
        asset("fonts/Nowhere.ttf")


def test_every_font_file_has_its_licence_and_its_source() -> None:
    readme = asset("fonts/README.md").read_text()
    shipped = {Path(name).name for name in (*SANS.values(), *FALLBACKS)}
    assert shipped == {path.name for path in asset("fonts").glob("*.ttf")}
    licences = {path.name for path in asset("fonts").glob("*.txt")}
    assert licences == set(re.findall(r"`([^`]+\.txt)`", readme))
