"""How a command says what it did: lines for people, or the same as JSON for programs."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable

import msgspec


def say(asked: Namespace, lines: Iterable[str], plain: object) -> None:
    """On standard output: ``plain`` as one line of JSON where ``--json`` was asked for, else the lines."""
    text = json.dumps(msgspec.to_builtins(plain), ensure_ascii=False) if asked.json else "\n".join(lines)
    if text:
        sys.stdout.write(f"{text}\n")


def counted(counts: Iterable[tuple[str, int]]) -> str:
    """``56 registered, 2 set aside``."""
    return ", ".join(f"{number} {what}" for what, number in counts) or "nothing"
