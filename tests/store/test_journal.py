"""A hearing's journal: what is acknowledged is there, what is refused is not, and nobody is told a guess."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, update

from hearingdesk.desk import Act, Desk
from hearingdesk.domain import rules
from hearingdesk.domain.errors import OutOfOrder
from hearingdesk.domain.events import SpeakerRegistered, SummaryWritten
from hearingdesk.domain.names import as_given
from hearingdesk.domain.text import plain
from hearingdesk.domain.values import Contact, SignUp
from hearingdesk.store import heartbeat, schema
from hearingdesk.store.engine import Database
from hearingdesk.store.errors import Conflict, JournalUnavailable
from hearingdesk.store.journal import StoredJournal
from hearingdesk.store.store import Store
from tests.fakes import FakeClock
from tests.store.desks import HEARING, desk_on, kept, open_session

ROW = schema.journal.c


class Faulty(Database):
    """A database whose commit is answered with an error: before it was made, after it was, or with no word since."""

    def __init__(self, path: Path, fails: str = "") -> None:
        super().__init__(path)
        self.fails = fails

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with super().writing() as connection:
            yield connection
            if self.fails == "before":
                raise JournalUnavailable("The disk did not take it.")
        if self.fails in ("after", "silent"):
            raise JournalUnavailable("The disk did not take it.")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        if self.fails == "silent":
            raise JournalUnavailable("The disk is gone.")
        with super().reading() as connection:
            yield connection


@pytest.fixture
def faulty(folder: Path, store: Store, desk: Desk) -> Faulty:
    store.close()
    return Faulty(folder / "hearingdesk.db")


def faulty_desk(database: Faulty) -> Desk:
    return Desk(StoredJournal(database, HEARING, database.path.with_suffix(".alive")), FakeClock(), "rd")


def journal(desk: Desk) -> StoredJournal:
    assert isinstance(desk._journal, StoredJournal)
    return desk._journal


def meddle(folder: Path, **columns: object) -> None:
    with Database(folder / "hearingdesk.db").writing() as connection:
        connection.execute(update(schema.journal).where(ROW.seq == 2).values(**columns))


def test_what_is_recorded_is_there_for_another_reader_at_once(store: Store, desk: Desk) -> None:
    for act in (open_session, lambda desk: desk.register(SignUp("1", "Ann Lee"))):
        act(desk)
        assert kept(store) == list(desk.hearing.entries)
    assert desk.head == store.verify(HEARING).head != ""


def test_a_desk_opened_again_goes_on_where_it_was(store: Store, desk: Desk) -> None:
    desk.register(SignUp("1", "Ann Lee"), Contact(email="ann@example.org"))
    desk.keep_draft("summary 1", "She says")
    again = Desk(store.journal(HEARING), FakeClock(), "rd")
    assert (again.hearing, again.head) == (desk.hearing, desk.head)
    assert again.contacts == {1: Contact(email="ann@example.org")}
    assert again.drafts == {"summary 1": "She says"}
    again.register(SignUp("1", "Bo Lind"))
    assert store.verify(HEARING).entries == 4


def test_hearings_have_journals_of_their_own(store: Store, desk: Desk) -> None:
    other = desk_on(store, "bpc")
    other.register(SignUp("1", "Ann Lee"), Contact(phone="1"))
    assert len(kept(store)) == 2
    assert desk._journal.contacts() == {}
    assert store.verify(HEARING).head != store.verify("bpc").head


def test_contacts_never_enter_the_journal(store: Store, desk: Desk) -> None:
    marked = Contact("mail-mark", "phone-mark", "street-mark", "say-mark", "note-mark", "need-mark")
    slip = desk.register(SignUp("1", "Ann Lee"), marked)
    assert journal(desk).contacts() == {slip: marked}
    assert "mark" not in "".join(store.export_lines(HEARING))


def test_a_contact_is_corrected_and_forgotten_down_to_the_bytes(folder: Path, store: Store, desk: Desk) -> None:
    slip = desk.register(SignUp("1", "Ann Lee"), Contact(email="first-mark@example.org"))
    desk.keep_contact(slip, Contact(email="second-mark@example.org"))
    assert journal(desk).contacts() == {slip: Contact(email="second-mark@example.org")}
    desk.keep_contact(slip, Contact())
    assert journal(desk).contacts() == {}
    assert b"mark@example.org" not in (folder / "hearingdesk.db").read_bytes()


def test_a_draft_is_replaced_and_forgotten(desk: Desk) -> None:
    desk.keep_draft("summary 1", "She")
    desk.keep_draft("summary 1", "She says\x00")
    assert journal(desk).drafts() == desk.drafts == {"summary 1": "She says"}
    desk.keep_draft("summary 1", "")
    assert journal(desk).drafts() == {}


def test_a_batch_is_all_or_nothing(store: Store, desk: Desk) -> None:
    ann, nobody = (Act(rules.register_speaker, {"sign_up": SignUp(item, "Ann Lee")}) for item in ("1", "no such item"))
    with pytest.raises(OutOfOrder):
        desk.record_all([ann, nobody])
    assert len(kept(store)) == 2
    desk.record_all([])
    desk.record_all([ann, ann])
    assert [entry.seq for entry in kept(store)] == [1, 2, 3, 4]
    assert store.verify(HEARING).sound


def test_who_comes_second_is_told_and_shown_what_the_first_wrote(store: Store, desk: Desk) -> None:
    second = Desk(store.record(HEARING), FakeClock(), "xx")
    desk.register(SignUp("1", "Ann Lee"))
    with pytest.raises(Conflict):
        second.register(SignUp("1", "Bo Lind"))
    assert second.hearing == desk.hearing
    assert second.register(SignUp("1", "Bo Lind")) == 2
    assert store.verify(HEARING).entries == 4


def test_an_entry_delivered_twice_is_recorded_once(store: Store, desk: Desk) -> None:
    entry = desk.record(rules.register_speaker, sign_up=SignUp("1", "Ann Lee"))
    for again in (entry, replace(entry, id="another"), replace(entry, seq=4), replace(entry, seq=5, id="another")):
        with pytest.raises(Conflict):
            journal(desk).append([again], {})
    assert kept(store) == list(desk.hearing.entries)
    assert desk.head == store.verify(HEARING).head


def test_a_commit_that_failed_but_was_made_counts(store: Store, faulty: Faulty) -> None:
    desk = faulty_desk(faulty)
    faulty.fails = "after"
    assert desk.register(SignUp("1", "Ann Lee")) == 1
    faulty.fails = ""
    assert desk.register(SignUp("1", "Bo Lind")) == 2
    assert desk.head == store.verify(HEARING).head
    assert kept(store) == list(desk.hearing.entries)


def test_a_commit_that_failed_and_was_not_made_does_not_count(store: Store, faulty: Faulty) -> None:
    desk = faulty_desk(faulty)
    faulty.fails = "before"
    before, head = desk.hearing, desk.head
    with pytest.raises(JournalUnavailable, match="did not take it"):
        desk.register(SignUp("1", "Ann Lee"), Contact(email="a"))
    assert (desk.hearing, desk.contacts, desk.head) == (before, {}, head)
    assert len(kept(store)) == 2


def test_where_nobody_can_tell_nothing_is_claimed(store: Store, faulty: Faulty) -> None:
    desk = faulty_desk(faulty)
    faulty.fails = "silent"
    before = desk.hearing
    with pytest.raises(JournalUnavailable, match="It is not known whether the last act was recorded"):
        desk.register(SignUp("1", "Ann Lee"))
    assert desk.hearing is before
    faulty.fails = ""
    with pytest.raises(Conflict):
        desk.register(SignUp("1", "Ann Lee"))
    assert desk.hearing.last_slip == 1, "what was recorded after all is shown before anybody decides again"
    assert kept(store) == list(desk.hearing.entries)


def test_text_is_made_plain_at_the_doorway(store: Store, desk: Desk) -> None:
    desk.by = "r\x00d"
    entry = desk.record(rules.register_speaker, sign_up=SignUp("1", "A\x07nn \u202eLee\ud800"))
    assert isinstance(entry.event, SpeakerRegistered)
    assert (entry.event.sign_up.name, entry.by) == ("Ann Lee", "rd")
    desk.keep_contact(1, Contact(note="\x1b[2J"))
    assert desk.contacts == journal(desk).contacts() == {1: Contact(note="[2J")}
    assert kept(store) == list(desk.hearing.entries)


def test_a_rule_is_asked_of_the_text_as_it_will_stand(desk: Desk) -> None:
    for label in ("Privacy\x00 invasion", "\x00 \x07"):
        with pytest.raises(OutOfOrder):
            desk.record(rules.add_concern, label)
        with pytest.raises(OutOfOrder):
            desk.record(rules.add_concern, label=label)
    desk.register(SignUp("1", "\x00 Ann\x07 "))
    assert desk.hearing.registrations[1].name == "Ann"


def test_hostile_strings_are_stored_and_read_back(store: Store, desk: Desk, real_data: Path) -> None:
    hostile = json.loads((real_data / "hostile" / "blns.json").read_text(encoding="utf-8"))
    names = (real_data / "hostile" / "unicode-person-names.txt").read_text(encoding="utf-8").splitlines()
    assert len(hostile) == 515
    sign_ups = [SignUp("1", text, organisation=text, place=text, title=text) for text in [*hostile, *names]]
    desk.record_all([Act(rules.register_speaker, {"sign_up": sign_up}) for sign_up in sign_ups])
    said = [(slip, text) for slip, text in enumerate(hostile, 1) if plain(text).strip()]
    desk.record_all([Act(rules.write_summary, {"slip": slip, "text": text}) for slip, text in said])
    desk.record_all([Act(rules.add_concern, {"label": f"{slip} {text}"}) for slip, text in said])
    read = kept(store)
    assert read == list(desk.hearing.entries)
    events = [entry.event for entry in read]
    told = [event.sign_up for event in events if isinstance(event, SpeakerRegistered)]
    assert [sign_up.name for sign_up in told] == [as_given(plain(sign_up.name)) for sign_up in sign_ups]
    assert [sign_up.organisation for sign_up in told] == [plain(sign_up.organisation) for sign_up in sign_ups]
    assert [event.text for event in events if isinstance(event, SummaryWritten)] == [
        plain(text).strip() for _, text in said
    ]
    assert store.verify(HEARING).sound


@pytest.mark.parametrize(
    ("column", "value"),
    [("kind", "MeetingAbducted"), ("version", 9), ("body", "{"), ("body", "{}"), ("at", "noon"), ("seq", 9)],
)
def test_an_entry_that_cannot_be_read_is_named(
    folder: Path, store: Store, desk: Desk, column: str, value: object
) -> None:
    desk.register(SignUp("1", "Ann Lee"))
    store.close()
    meddle(folder, **{column: value})
    with pytest.raises(JournalUnavailable, match="Entry 2 of “fpc-2026-02-05”"):
        kept(store)


def test_the_first_entry_missing_is_noticed(folder: Path, store: Store, desk: Desk) -> None:
    store.close()
    with Database(folder / "hearingdesk.db").writing() as connection:
        connection.execute(delete(schema.journal).where(ROW.seq == 1))
    with pytest.raises(JournalUnavailable, match="Entry 1 of “fpc-2026-02-05” is missing"):
        kept(store)


def test_the_heartbeat_is_the_last_moment_noted(store: Store, desk: Desk) -> None:
    assert journal(desk).last_beat() is None
    clock = FakeClock()
    for _ in range(3):
        clock.wait(1)
        journal(desk).beat(clock.now())
    assert store.record(HEARING).last_beat() == clock.now()


@pytest.mark.parametrize("damage", ["cut", "empty", "zeros", "mixed", "binary"])
def test_a_torn_heartbeat_is_no_heartbeat(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "alive"
    heartbeat.beat(path, FakeClock().now())
    content = path.read_bytes()
    torn = {
        "cut": content[:60],
        "empty": b"",
        "zeros": bytes(256),
        "mixed": content.replace(b"2026-02-06T00:00:00", b"2026-02-06T00:00:01"),
        "binary": bytes(range(256)),
    }
    path.write_bytes(torn[damage])
    assert heartbeat.last_beat(path) is None
    heartbeat.beat(path, FakeClock().now())
    assert heartbeat.last_beat(path) == FakeClock().now()


def test_a_heartbeat_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    heartbeat.beat(tmp_path / "gone" / "alive", FakeClock().now())
    assert heartbeat.last_beat(tmp_path / "gone" / "alive") is None
