"""What README and docs tell people to type is taken by the program, and what they point at is there."""

import re
import shlex
from pathlib import Path

import pytest

from hearingdesk.cli import _parser

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "THIRD-PARTY.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXTS = {page.name: page.read_text(encoding="utf-8") for page in PAGES}
TYPED = re.compile(r"(?:`| {4})hearingdesk( [a-z][^`\n>]+? (?:[A-Z]|--|[^`\n]+\.)[^`\n>]*)")
"""A command with its arguments, in a code span or set in; what is redirected after it does not count."""
COMMANDS = [given.strip() for text in TEXTS.values() for given in TYPED.findall(text)]
LINKS = [(name, link) for name, text in TEXTS.items() for link in re.findall(r'(?:\]\(|src=")([^)":#]+)[)"]', text)]
NAMED = [
    (name, path) for name, text in TEXTS.items() for path in re.findall(r"`((?:resources|docs|tests)/[^`]+)`", text)
]


@pytest.mark.parametrize("given", COMMANDS)
def test_a_command_in_the_documents_is_taken(given: str) -> None:
    assert _parser().parse_args(shlex.split(given)).command == given.split(maxsplit=1)[0]


def test_the_commands_were_found() -> None:
    assert {given.split()[0] for given in COMMANDS} >= {"new", "agenda", "import", "export", "rehearse", "restore"}


@pytest.mark.parametrize(("page", "link"), LINKS)
def test_a_link_leads_somewhere(page: str, link: str) -> None:
    at = next(path for path in PAGES if path.name == page)
    assert (at.parent / link).exists()


@pytest.mark.parametrize(("page", "path"), NAMED)
def test_a_file_that_is_named_is_there(page: str, path: str) -> None:
    assert list(ROOT.glob(path)), page
