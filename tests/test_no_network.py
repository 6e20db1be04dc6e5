"""The program works without any network and asks for none (P-11)."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hearingdesk.sample import sample_script
from hearingdesk.script import script_lines

ROOT = Path(__file__).parents[1]
REACHING = {
    *("asyncio", "ftplib", "http", "imaplib", "poplib", "requests", "smtplib", "socketserver", "ssl", "telnetlib"),
    *("urllib.request", "xmlrpc", "httpx", "aiohttp", "urllib3", "webbrowser", "PySide6.QtNetwork"),
    *("PySide6.QtWebEngineWidgets", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets"),
}
"""What reaches out, or would have a browser do it."""

WATCHED = """
import sys
def on_guard(event, args):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.bind", "socket.sendto", "urllib", "http")):
        raise SystemExit(f"reached for the network: {event} {args}")
sys.addaudithook(on_guard)
from hearingdesk.cli import main
sys.exit(main(sys.argv[1:]))
"""


def imported(code: str) -> Iterator[str]:
    """Every module that this code names in an import, with the modules above it."""
    for node in ast.walk(ast.parse(code)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            parts = name.split(".")
            yield from (".".join(parts[:n]) for n in range(1, len(parts) + 1))


@pytest.mark.parametrize("package", ["hearingdesk", "exports"])
def test_nothing_that_reaches_out_is_imported(package: str) -> None:
    paths = sorted((ROOT / package).rglob("*.py"))
    found = [(path.name, name) for path in paths for name in imported(path.read_text("utf-8")) if name in REACHING]
    assert paths
    assert found == []


def test_the_search_for_what_reaches_out_bites() -> None:
    code = (
        "from urllib import request\nimport http.client\nfrom PySide6 import QtNetwork\nfrom urllib.parse import quote"
    )
    assert set(imported(code)) & REACHING == {"urllib.request", "http", "PySide6.QtNetwork"}


def watched(data: Path, *given: str) -> subprocess.CompletedProcess[str]:
    """A command of the program that ends at the first thing it asks of a network."""
    command = [sys.executable, "-c", WATCHED, "--data", str(data), *given]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )


def test_windows_record_and_papers_of_a_rehearsal_ask_nothing_of_a_network(tmp_path: Path) -> None:
    script = tmp_path / "script.jsonl"
    lines = [line for line in script_lines(sample_script()) if line.startswith("{")]
    script.write_text("\n".join(lines[:80]), encoding="utf-8")
    done = watched(tmp_path / "data", "rehearse", "--out", str(tmp_path / "out"), str(script))
    assert done.returncode == 0, done.stdout + done.stderr
    assert {"minutes.pdf", "testimony.xlsx", "console.png"} <= {path.name for path in (tmp_path / "out").iterdir()}


def test_the_watch_bites(tmp_path: Path) -> None:
    reaching = WATCHED.replace(
        "from hearingdesk.cli", "import socket; socket.create_connection(('127.0.0.1', 9))\nfrom x"
    )
    done = subprocess.run([sys.executable, "-c", reaching], capture_output=True, text=True, check=False)
    assert "reached for the network" in done.stderr
