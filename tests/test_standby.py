"""Ready in case the laptop fails: the second copy of the evening that is open, and paper (P-10, D-04)."""

from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from hearingdesk.clock import SystemClock
from hearingdesk.desk import Desk
from hearingdesk.domain.values import SignUp
from hearingdesk.office import Office
from hearingdesk.standby import Standby
from tests.store.desks import HEARING, prepare

Heard = Queue[tuple[int, str]]
LONG = 20.0


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path / "data", SystemClock(), "rd")
    yield made
    made.close()


@pytest.fixture
def desk(office: Office) -> Desk:
    office.store.create(HEARING)
    desk = office.desk(HEARING)
    prepare(desk)
    return desk


@pytest.fixture
def standby(office: Office, desk: Desk) -> Iterator[Standby]:
    made = Standby(office, desk, HEARING)
    yield made
    made.end()


def test_what_goes_on_the_record_is_soon_in_the_place_chosen(tmp_path: Path, desk: Desk, standby: Standby) -> None:
    heard: Heard = Queue()
    (tmp_path / "stick").mkdir()
    standby.copy_to(str(tmp_path / "stick"), lambda entries, trouble: heard.put((entries, trouble)))
    assert heard.get(timeout=LONG) == (2, "")
    desk.register(SignUp("1", "Ann Lee"))
    assert heard.get(timeout=LONG) == (3, "")


def test_the_place_is_kept_for_the_next_hearing_and_an_empty_one_ends_it(
    tmp_path: Path, office: Office, desk: Desk, standby: Standby
) -> None:
    heard: Heard = Queue()
    standby.start(lambda *told: heard.put(told))
    assert (standby.place, heard.empty()) == ("", True)
    (tmp_path / "stick").mkdir()
    standby.copy_to(str(tmp_path / "stick"), lambda *told: heard.put(told))
    standby.end()
    again = Standby(office, desk, HEARING)
    again.start(lambda *told: heard.put(told))
    again.end()
    assert again.place == str(tmp_path / "stick")
    again.copy_to("", lambda *told: heard.put(told))
    assert again.place == ""


def test_another_laptop_goes_on_from_the_stick_by_one_command(tmp_path: Path, desk: Desk, standby: Standby) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    standby.copy_to(str(stick), lambda *_: None)
    desk.register(SignUp("1", "Ann Lee"))
    standby.end()
    spare = Office(tmp_path / "spare laptop", SystemClock(), "jm")
    spare.store.restore(stick / f"{HEARING}.db")
    assert spare.desk(HEARING).hearing.registrations[1].name == "Ann Lee"
    spare.close()


def test_a_place_that_is_gone_stops_nothing(tmp_path: Path, desk: Desk, standby: Standby) -> None:
    heard: Heard = Queue()
    standby.copy_to(str(tmp_path / "no stick"), lambda *told: heard.put(told))
    entries, trouble = heard.get(timeout=LONG)
    assert (entries, "cannot be opened" in trouble) == (0, True)
    assert desk.register(SignUp("1", "Ann Lee")) == 1


def test_paper_is_written_into_the_data_folder(office: Office, standby: Standby) -> None:
    path = standby.paper()
    assert path == office.data / "paper" / f"{HEARING}-paper.pdf"
    assert path.read_bytes().startswith(b"%PDF-")
