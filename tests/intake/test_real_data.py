"""Real lists and agendas, as they were published: counted as the clerks who made them would count."""

from collections import Counter
from pathlib import Path

import pytest

from hearingdesk.desk import Act, Desk
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.values import Capacity, Contact, ItemKind, Mode, Position
from hearingdesk.intake import Preview, RowState, guess, preview, read, read_agenda
from tests.builders import AGENDA, BODY, CONCERNS, MEETING, PROFILE
from tests.fakes import FakeClock, MemoryJournal
from tests.intake.previews import likely


@pytest.fixture
def desk() -> Desk:
    made = Desk(MemoryJournal(), FakeClock())
    made.record(rules.prepare_hearing, body=BODY, meeting=MEETING, profile=PROFILE, concerns=CONCERNS)
    made.record(rules.notice_agenda, items=AGENDA, source="agenda")
    return made


def seen(path: Path, hearing: Hearing) -> Preview:
    best = read(path)[0]
    return preview(best, guess(best), hearing)


def imported(desk: Desk, what: Preview) -> None:
    accepted = what.accepted()
    acts = [Act(rules.notice_agenda, {"items": accepted.items})] if accepted.items else []
    slips = {"sign_ups": accepted.sign_ups, "source": "list", "counts": accepted.counts}
    desk.record_all([*acts, Act(rules.import_sign_ups, slips, accepted.contacts)])


def lists(real_data: Path, name: str) -> Path:
    (path,) = (real_data / "texas-witness-lists").glob(f"*{name}")
    return path


def test_a_witness_list_of_one_bill(real_data: Path, desk: Desk) -> None:
    what = seen(lists(real_data, "HB912-drone-surveillance.csv"), desk.hearing)
    assert what.counts == (("registered", 56), ("set aside", 2))
    taken = what.accepted().sign_ups
    assert Counter(s.mode for s in taken) == {Mode.IN_PERSON: 17, Mode.REGISTERING_ONLY: 39}
    assert Counter(s.position for s in taken) == {Position.SUPPORT: 23, Position.OPPOSE: 25, Position.NEUTRAL: 8}
    assert Counter((s.position, s.speaks) for s in taken)[Position.SUPPORT, True] == 2
    assert [row.sign_up.name for row in likely(what) if row.sign_up] == ["Buddy Garcia", "Dana Ambs"]
    assert [row.words[-12:] for row in what.rows if row.state is RowState.ASIDE] == ["WITNESS LIST"] * 2
    assert [row.number for row in what.rows if row.state is RowState.CHECK] == [12, 13]
    names = {s.name for s in taken}
    assert {"Chris Howe", "Marida Favia del Core Borromeo", "Steven C. McCraw", "J D Robertson"} < names


def test_importing_it_twice_adds_nobody(real_data: Path, desk: Desk) -> None:
    path = lists(real_data, "HB912-drone-surveillance.csv")
    imported(desk, seen(path, desk.hearing))
    assert desk.hearing.last_slip == 56
    (item,) = (item for item in desk.hearing.items.values() if item.notice.file_number == "HB 912")
    assert (len(item.queue), item.notice.kind) == (17, ItemKind.HEARING)
    again = seen(path, desk.hearing)
    assert again.counts == (("already registered", 56), ("set aside", 2))
    assert again.accepted().sign_ups == ()


@pytest.mark.parametrize("name", ["all-bills.xlsx", "all-bills.csv"])
def test_a_witness_list_of_seventeen_bills(real_data: Path, desk: Desk, name: str) -> None:
    what = seen(lists(real_data, name), desk.hearing)
    assert what.counts == (("registered", 272), ("set aside", 9))
    assert len(what.new_items) == 17
    imported(desk, what)
    assert desk.hearing.last_slip == 272
    assert len({r.sign_up.item for r in desk.hearing.registrations.values()}) == 17
    for other in ("all-bills.xlsx", "all-bills.csv", "HB912-drone-surveillance.csv"):
        assert seen(lists(real_data, other), desk.hearing).accepted().sign_ups == ()


def test_a_title_and_a_pronunciation_inside_a_name(real_data: Path, desk: Desk) -> None:
    what = seen(lists(real_data, "all-bills.xlsx"), desk.hearing)
    (row,) = (row for row in what.rows if row.sign_up and "Soghoian" in row.sign_up.name)
    assert row.sign_up is not None
    assert (row.sign_up.name, row.sign_up.title) == ("Christopher Soghoian", "Dr")
    assert row.sign_up.organisation == "American Civil Liberties Union"
    assert row.contact == Contact(pronunciation="so-goy-an")


def test_another_witness_list(real_data: Path, desk: Desk) -> None:
    what = seen(lists(real_data, "HB474-body-cameras.csv"), desk.hearing)
    assert what.counts == (("registered", 33), ("set aside", 1))
    assert likely(what) == []
    organisations = {s.name: s.organisation for s in what.accepted().sign_ups}
    assert organisations["Melinda Smith"] == "Combined Law Enforcement Associations of Texas (CLEAT)"


def test_a_clerks_list_of_speakers(real_data: Path, desk: Desk) -> None:
    best = read(real_data / "sf-planning" / "2019-09-05_item11_61-speakers.csv")[0]
    what = preview(best, guess(best).corrected(["item=item_num"]), desk.hearing)
    assert what.counts == (("registered", 61),)
    assert [(item.id, item.number) for item in what.new_items] == [("11", "11")]
    taken = what.accepted().sign_ups
    public = Counter(s.position for s in taken if s.capacity is Capacity.PUBLIC)
    assert public == {Position.SUPPORT: 35, Position.OPPOSE: 21, Position.NEUTRAL: 3}
    assert sum(1 for s in taken if not s.name) == 7
    assert sum(1 for s in taken if s.capacity is Capacity.STAFF) == 2
    imported(desk, what)
    again = preview(best, guess(best), desk.hearing)
    assert again.counts == (("already registered", 61),)


def test_every_row_of_difficult_names_is_a_person_or_has_a_reason(real_data: Path, desk: Desk) -> None:
    what = seen(lists(real_data, "real-difficult-names.csv"), desk.hearing)
    assert what.read == 255
    assert all(row.state in (RowState.NEW, RowState.LIKELY) or row.why for row in what.rows)
    assert dict(what.counts)["registered"] >= 253


def test_answers_of_legistar(real_data: Path) -> None:
    (agenda,) = read_agenda(real_data / "legistar" / "event_items_7.json")
    assert [(n.id, n.kind) for n in agenda.items] == [("T1999-1", ItemKind.HEARING)]
    assert [line.why for line in agenda.set_aside] == ["not on the agenda: it has no place in its order"]
    (event,) = read_agenda(real_data / "legistar" / "event_detail_7.json")
    assert event.facts.words == "Committee on Aging, 1999-10-28, 10:00 AM"
    assert event.facts.place.startswith("250 Broadway")
    assert len(read_agenda(real_data / "legistar" / "events_top5.json")) == 5
