"""The command line run inside the test, on a data folder of its own."""

from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from shutil import copytree
from typing import Any, NamedTuple

import pytest

from hearingdesk.cli import main
from hearingdesk.resources import asset

AGENDA = str(asset("sample/agenda.csv"))
SIGN_UPS = str(asset("sample/sign-ups.csv"))
MEMBERS = "name,office\nAda Brennan,Chair\nLuis Ortega,Vice-chair\nMai Xiong,\n"


class Told(NamedTuple):
    """What a command answered: its exit code, and what it wrote where."""

    code: int
    out: str
    err: str


Cli = Callable[..., Told]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def cli(data: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    def run(*given: Any) -> Told:
        try:
            code = main(["--data", str(data), *map(str, given)])
        except SystemExit as ended:
            code = int(ended.code or 0)
        return Told(code, *capsys.readouterr())

    return run


@pytest.fixture
def members(tmp_path: Path) -> Path:
    path = tmp_path / "members.csv"
    path.write_text(MEMBERS, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one hearing that has the sample's agenda and list."""
    folder = tmp_path_factory.mktemp("prepared")
    (folder / "members.csv").write_text(MEMBERS, encoding="utf-8")
    new = ["new", "--body", "Fire and Police Commission", "--when", "2026-02-19T18:00", "--place", "City Hall"]
    new += ["--timezone", "America/Chicago", "--members", str(folder / "members.csv"), "--agenda", AGENDA]
    commands = (new, ["import", "fpc-2026-02-19", SIGN_UPS])
    with redirect_stdout(StringIO()):
        assert [main(["--data", str(folder / "data"), *command]) for command in commands] == [0, 0]
    return folder / "data"


@pytest.fixture
def fpc(prepared: Path, data: Path) -> str:
    """The id of a hearing that is prepared in the test's own folder."""
    copytree(prepared, data)
    return "fpc-2026-02-19"
