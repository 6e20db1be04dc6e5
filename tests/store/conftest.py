"""A data folder for each test, and a desk on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hearingdesk.desk import Desk
from hearingdesk.store.store import Store
from tests.store.desks import desk_on, store_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    opened = store_in(folder)
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    return desk_on(store)
