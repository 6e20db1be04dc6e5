"""A published copy is called what it is, and never a redacted record (P-06)."""

import re
from pathlib import Path

import pytest

from exports.published import Copy
from exports.testimony import book_of
from tests.builders import PROFILE, commenting

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("folder", ["hearingdesk", "exports", "resources", "docs"])
def test_nothing_is_called_redacted(folder: str) -> None:
    texts = [path for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".toml", ".md", ".csv", ".jsonl"}]
    assert texts
    found = [path.name for path in texts if re.search("redact", path.read_text("utf-8"), re.IGNORECASE)]
    assert found == []


@pytest.mark.parametrize(
    ("copy", "words"),
    [(Copy.PUBLISHED, "Published copy: contact details omitted."), (Copy.INTERNAL, "Internal copy, with contact")],
)
def test_each_copy_says_what_it_is_and_where_the_full_record_is(copy: Copy, words: str) -> None:
    read_me, *_ = book_of(commenting(PROFILE, "Ann Lee").hearing, {}, "abc", copy).sheets
    told = " ".join(str(cell) for row in read_me.rows for cell in row)
    assert words in told
    assert "the clerk of the Fire and Police Commission" in told
