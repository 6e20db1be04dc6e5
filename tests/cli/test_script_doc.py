"""docs/script.md tells of every act, every argument and every word there is, and its examples can be read."""

import re
from dataclasses import fields
from enum import StrEnum
from inspect import signature
from pathlib import Path

import pytest

from hearingdesk.domain import rules, values
from hearingdesk.domain.values import Contact, SignUp
from hearingdesk.library import Library
from hearingdesk.script import read_script

DOC = (Path(__file__).parents[2] / "docs" / "script.md").read_text(encoding="utf-8")
ROWS = {row[0]: row[1] for row in re.findall(r"^\| `(\w+)` \| ?(.*?) ?\|", DOC, re.MULTILINE)}
BESIDE = {"register_speaker": ["[`contact`]"], "import_sign_ups": ["[`contacts`]"]}
WORDS = [kind for kind in vars(values).values() if isinstance(kind, type) and issubclass(kind, StrEnum)]
NOT_WRITTEN = (StrEnum, values.Standing, values.MinutesLevel)
"""What no act takes as an argument of its own."""


@pytest.mark.parametrize("name", rules.__all__)
def test_every_act_stands_there_with_its_arguments(name: str) -> None:
    _, *wanted = signature(getattr(rules, name)).parameters.values()
    told = [f"`{p.name}`" if p.default is p.empty else f"[`{p.name}`]" for p in wanted]
    assert ROWS[name] == ", ".join([*told, *BESIDE.get(name, [])])


def test_no_act_stands_there_that_is_none() -> None:
    assert set(ROWS) == set(rules.__all__)


@pytest.mark.parametrize("kind", [kind for kind in WORDS if kind not in NOT_WRITTEN])
def test_every_word_stands_there(kind: type[StrEnum]) -> None:
    assert [word.value for word in kind if f"`{word.value}`" not in DOC.partition("## Words")[2]] == []


@pytest.mark.parametrize("kind", [SignUp, Contact])
def test_every_field_of_a_slip_stands_there(kind: type[SignUp | Contact]) -> None:
    assert [field.name for field in fields(kind) if f"`{field.name}`" not in DOC.partition("## Slips")[2]] == []


def test_the_examples_can_be_read() -> None:
    blocks = [
        " ".join(line.strip() for line in block.splitlines())
        for block in re.findall(r"(?:^    .*\n)+", DOC, re.MULTILINE)
        if "{" in block
    ]
    first, preparing, slip = blocks
    lines = re.findall(r"\{[^{}]*\}", first)
    assert len(read_script(lines, Library())) == 5
    at = '{"at": "2026-02-05T18:00:00-06:00", '
    assert len(read_script([preparing, slip.replace("{", at, 1)], Library())) == 2
