"""The contracts between the packages hold, and each one bites: a seeded breach breaks it."""

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]


class Breach(NamedTuple):
    """One forbidden import: the contract it must break, the package it is planted in, what is imported there."""

    contract: str
    package: str
    imported: str


BREACHES = [
    Breach("layers", "hearingdesk.ui.console", "hearingdesk.app"),
    Breach("layers", "hearingdesk.store", "hearingdesk.desk"),
    Breach("layers", "hearingdesk.store", "hearingdesk.intake"),
    Breach("layers", "hearingdesk.intake", "exports"),
    Breach("layers", "exports", "hearingdesk.store"),
    Breach("layers", "hearingdesk.domain", "hearingdesk.clock"),
    Breach("domain", "hearingdesk.domain.rules", "sqlalchemy"),
    Breach("domain", "hearingdesk.domain", "PySide6.QtCore"),
    Breach("domain", "hearingdesk.domain", "time"),
    Breach("domain", "hearingdesk.domain", "pathlib"),
    Breach("qt", "hearingdesk.store", "PySide6.QtCore"),
    Breach("qt", "exports", "PySide6.QtGui"),
    Breach("sql", "hearingdesk.ui.console", "sqlalchemy"),
    Breach("sql", "exports", "sqlalchemy.orm"),
    Breach("sql", "hearingdesk.intake", "sqlite3"),
    Breach("paper", "hearingdesk.store", "openpyxl"),
    Breach("paper", "hearingdesk.ui.docket", "reportlab.platypus"),
    Breach("paper", "hearingdesk.commands", "docx"),
    Breach("paper", "hearingdesk.ui.review", "pypdfium2"),
    Breach("paper", "hearingdesk.ui.setup", "PIL.Image"),
    Breach("handed", "hearingdesk.ui.console", "hearingdesk.store"),
    Breach("handed", "hearingdesk.ui.docket", "exports"),
    Breach("handed", "hearingdesk.ui.setup", "hearingdesk.intake"),
    Breach("wall", "hearingdesk.ui.display", "hearingdesk.domain.hearing"),
    Breach("wall", "hearingdesk.ui.display", "hearingdesk.desk"),
    Breach("screens", "hearingdesk.ui.console", "hearingdesk.ui.display"),
    Breach("screens", "hearingdesk.ui.docket", "hearingdesk.ui.setup"),
    Breach("screens", "hearingdesk.ui.review", "hearingdesk.ui.console"),
    Breach("screens", "hearingdesk.ui.setup", "hearingdesk.ui.export"),
    Breach("screens", "hearingdesk.ui.kit", "hearingdesk.ui.docket"),
    Breach("kit", "hearingdesk.ui.kit", "hearingdesk.domain.face"),
]


def lint(folder: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    chosen = [f"--contract={contract}" for contract in contracts]
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([program, "--no-cache", *chosen], cwd=folder, capture_output=True, text=True, check=False)


def third_parties(package: Path) -> set[str]:
    """The top-level names imported anywhere in a package that are neither its own project's nor Python's."""
    trees = [ast.parse(path.read_text()) for path in package.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"hearingdesk", "exports"}


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for package in ("hearingdesk", "exports"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_are_kept() -> None:
    told = lint(ROOT)
    assert told.returncode == 0, told.stdout
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in told.stdout


def test_every_contract_has_a_seeded_breach() -> None:
    assert {breach.contract for breach in BREACHES} == {contract["id"] for contract in CONTRACTS}


@pytest.mark.parametrize("breach", BREACHES, ids=" ".join)
def test_a_breach_breaks_its_contract(copied: Path, breach: Breach) -> None:
    planted = copied / breach.package.replace(".", "/") / "planted.py"
    planted.write_text(f"import {breach.imported}\n")
    told = lint(copied, breach.contract)
    assert told.returncode == 1, told.stdout
    assert f"{breach.package}.planted -> {breach.imported.split('.')[0]}" in told.stdout


def test_the_domain_models_its_values_with_immutables_alone(copied: Path) -> None:
    domain = copied / "hearingdesk" / "domain"
    assert third_parties(domain) == {"immutables"}
    (domain / "planted.py").write_text("from attrs import frozen\n")
    assert third_parties(domain) == {"immutables", "attrs"}


def layers(contract: str) -> list[list[str]]:
    """The parts on each layer, the topmost first."""
    (found,) = (one["layers"] for one in CONTRACTS if one["id"] == contract)
    return [[name.strip(" ()") for name in layer.replace("|", ":").split(":")] for layer in found]


def parts(package: str) -> set[str]:
    names = {path.stem for path in (ROOT / package.replace(".", "/")).iterdir()} - {"__init__", "__pycache__"}
    return {f"{package}.{name}" for name in names}


def plant(folder: Path, part: str, lines: str) -> str:
    """Adds the lines to a module, or to a package as a module of its own; the module that has them now."""
    at = folder / part.replace(".", "/")
    if at.is_dir():
        (at / "planted.py").write_text(lines)
        return f"{part}.planted"
    module = at.with_suffix(".py")
    module.write_text(module.read_text() + lines)
    return part


def test_every_part_of_the_program_has_its_place_in_the_layers() -> None:
    placed = {part for layer in layers("layers") for part in layer}
    assert parts("hearingdesk") | {"exports"} == placed


def test_every_screen_has_its_place_beside_the_others() -> None:
    placed = {part for layer in layers("screens") for part in layer}
    shared = {"hearingdesk.ui.actions", "hearingdesk.ui.drafts", "hearingdesk.ui.keys"}
    assert parts("hearingdesk.ui") - shared == placed


def test_no_part_reaches_up_to_any_layer_above_it(copied: Path) -> None:
    planted = []
    above: list[str] = []
    for layer in layers("layers"):
        for part in layer:
            module = plant(copied, part, "".join(f"import {one}\n" for one in above))
            planted += [f"{module} -> {one} " for one in above]
        above += layer
    told = lint(copied, "layers").stdout
    assert [breach for breach in planted if breach not in told] == []
