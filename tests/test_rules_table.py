"""The tables of tests/README.md are true: every rule and every failure has its line, every test they name is there."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
TABLES = (TESTS / "README.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")
UNTESTED = "not tested: "
HOW_MANY = {"R": 3, "G": 11, "Q": 8, "T": 13, "H": 6, "M": 11, "X": 9, "C": 14, "A": 11, "P": 13, "D": 5}
RULES = [f"{letter}-{number:02}" for letter, last in HOW_MANY.items() for number in range(1, last + 1)]
SHOULD = {"G-10", "Q-07", "T-13", "H-04", "M-11", "X-09", "C-14", "A-02", "A-08", "A-10", "P-12", "P-13"}
MUST_NOT = {"G-11", "X-07", "C-13", "A-07"}
ROWS_OF_THE_EVENING = 43
FAILURES = (
    *("Clock forgotten at the start", "Wrong person started", "Ended by mistake", "Two clerks typing at once"),
    *("A document is handed in", "A group walks up together", "Somebody else's letter is read"),
    *("Staff read written comments aloud", "Sign-language interpreter for the audience"),
    *("Power cut with an external display", "Daylight-saving night", "Meeting past midnight"),
    *("4K projector at 200 % beside a laptop at 100 %", "Screen saver on the public screen"),
    *("Item withdrawn with 40 slips", "Chair reopens a closed item", "Chair recused in mid-item"),
    *("Cap of 30 min reached in mid-speech", "Slip for the wrong item"),
)


def lines(heading: str, tables: str = TABLES) -> dict[str, str]:
    """The lines of the tables below this heading of the second level, by their first cell."""
    part = tables.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [line for line in part.splitlines() if line.startswith("| ") and not line.startswith("| Rule |")]
    keyed = [(row.split(" | ")[0].removeprefix("| "), row) for row in rows]
    assert len(dict(keyed)) == len(keyed), "no line stands twice"
    return dict(keyed)


@cache
def names(path: Path) -> frozenset[str]:
    """What a module defines or names at its top: functions, classes, and what is assigned."""
    return frozenset(_named(ast.parse(path.read_text(encoding="utf-8"))))


def _named(module: ast.Module) -> Iterator[str]:
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def faults(line: str) -> list[str]:
    """What is wrong with a line: a file or a test that is not there, or neither a test nor the reason for none."""
    found = NAMED.findall(line)
    missing = [f"{path}::{name}" for path, name in found if not _is_there(TESTS / path, name)]
    return missing or ([] if found or UNTESTED in line else [f"proved by nothing: {line}"])


def _is_there(path: Path, name: str) -> bool:
    return path.is_file() and name in names(path)


def test_every_rule_has_its_line_and_its_weight() -> None:
    told = lines("Rules")
    assert list(told) == RULES
    weights = {rule: line.split(" | ")[1] for rule, line in told.items()}
    expected = {rule: "SHOULD" if rule in SHOULD else "MUST NOT" if rule in MUST_NOT else "MUST" for rule in RULES}
    assert weights == expected


@pytest.mark.parametrize("rule", RULES)
def test_every_test_that_is_said_to_prove_a_rule_is_there(rule: str) -> None:
    assert faults(lines("Rules")[rule]) == []


def test_every_failure_has_its_line_and_its_tests() -> None:
    told = lines("Further failures")
    assert set(told) == {*FAILURES, "What goes wrong"}
    assert [fault for failure in FAILURES for fault in faults(told[failure])] == []
    assert not [failure for failure in FAILURES if UNTESTED in told[failure]]


def test_every_row_of_the_evening_has_its_line_and_its_tests() -> None:
    told = lines("The evening of 150 speakers")
    told.pop("Time")
    assert len(told) == ROWS_OF_THE_EVENING
    assert [fault for line in told.values() for fault in faults(line)] == []


def test_no_folder_of_tests_is_left_out_of_the_layout() -> None:
    folders = {path.name for path in TESTS.iterdir() if path.is_dir() and list(path.rglob("test_*.py"))}
    assert folders == set(re.findall(r"^\| `(\w+)/` \|", TABLES, re.MULTILINE))


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("| R-01 | `domain/test_no_such.py::test_anything` |", "domain/test_no_such.py::test_anything"),
        ("| R-01 | `test_rules_table.py::test_nobody_wrote` |", "test_rules_table.py::test_nobody_wrote"),
        ("| R-01 | nothing at all |", "proved by nothing: | R-01 | nothing at all |"),
    ],
)
def test_a_line_that_is_not_true_is_found(line: str, fault: str) -> None:
    assert faults(line) == [fault]


def test_a_line_that_stands_twice_is_found() -> None:
    with pytest.raises(AssertionError, match="twice"):
        lines("Rules", "\n## Rules\n| R-01 | a |\n| R-01 | b |\n")
