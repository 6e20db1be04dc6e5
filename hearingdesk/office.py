"""What the windows and the command line share: a data folder, what comes into it and what goes out. No Qt.

The store, the intake and the writers are imported when they are first wanted, so that a window is there before them.
"""
# ruff: noqa: PLC0415

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import chain, count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from hearingdesk.clock import Clock
from hearingdesk.desk import Act, Desk
from hearingdesk.domain import rules
from hearingdesk.domain.docket import DocketLine
from hearingdesk.domain.edited import TAKEN_BACK, Comparison
from hearingdesk.domain.events import Entry
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.names import folded
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.sequel import sequel
from hearingdesk.domain.standing import KeptBody, Usual
from hearingdesk.domain.values import Body, Concern, Contact, ItemNotice, Meeting
from hearingdesk.library import Library

if TYPE_CHECKING:
    from exports.options import Options
    from exports.report import ExportReport
    from exports.watch import Watch
    from hearingdesk import intake
    from hearingdesk.store.chain import Verdict
    from hearingdesk.store.store import Store


class Refused(Exception):
    """What was asked for cannot be done. ``str()`` says what happened, what is safe and what to do."""


class Told(Protocol):
    """A hearing with what an export needs beside it: a Desk, or a Record."""

    @property
    def hearing(self) -> Hearing: ...
    @property
    def contacts(self) -> Mapping[int, Contact]: ...
    @property
    def head(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Record:
    """A hearing as it stands, read without taking the folder; ``head`` is the hash of its last entry."""

    hearing: Hearing
    contacts: Mapping[int, Contact]
    head: str


class Office:
    """One data folder. Reading takes nothing; the first write, or the first desk, takes the folder for this program.

    Everything raises JournalUnavailable, with its sentence, where the record cannot be read or written; the rules'
    own OutOfOrder passes through.
    """

    def __init__(self, data: Path, clock: Clock, by: str = "") -> None:
        self.data = data
        self.clock = clock
        self.by = by
        self.library = Library(data)

    @cached_property
    def store(self) -> "Store":
        from hearingdesk.store.store import Store

        return Store(self.data, self.clock)

    def close(self) -> None:
        """Gives the folder back."""
        if "store" in self.__dict__:
            self.store.close()

    # Hearings

    def docket(self) -> list[DocketLine]:
        """Every hearing, the latest scheduled first."""
        return self.store.docket()

    def create(
        self,
        body: Body,
        meeting: Meeting,
        profile: RuleProfile,
        concerns: Sequence[Concern],
        items: Sequence[ItemNotice] = (),
        hearing_id: str = "",
        source: str = "",
    ) -> str:
        """A new hearing, prepared and with its agenda; the answer is its id. The body is kept for the next time."""
        given = {"body": body, "meeting": meeting, "profile": profile, "concerns": tuple(concerns)}
        acts = [Act(rules.prepare_hearing, given)]
        if items:
            acts.append(Act(rules.notice_agenda, {"items": tuple(items), "source": source}))
        rules.prepare_hearing(Hearing(), body, meeting, profile)  # refused, if it is, before anything is made
        made = hearing_id or self.free_id(_id_for(body, meeting))
        self.store.create(made)
        self.desk(made).record_all(acts)
        if not meeting.rehearsal:
            self._keep_met(body, meeting, profile, tuple(concerns))
        return made

    def continue_hearing(self, hearing_id: str, new_id: str = "") -> str:
        """The session this hearing was continued to, with its items and those not reached in line; its id.

        Rules and concerns are the first session's. Raises Refused where it was not continued, or that session stands.
        """
        told = self.record(hearing_id)
        hearing, goes_on = told.hearing, sequel(told.hearing, hearing_id)
        if goes_on is None:
            raise Refused(
                f"“{hearing_id}” was not continued to another day. Nothing was changed. "
                "Put the continuance on its record first, with day, time and place."
            )
        body, meeting = hearing.body, goes_on.meeting
        there = [line.id for line in self.docket() if (line.body, line.scheduled) == (body.name, meeting.scheduled)]
        if there:
            raise Refused(f"The continued session is prepared already: “{there[0]}”. Nothing was changed; open that.")
        source = f"continued from {hearing_id}"
        made = self.create(body, meeting, hearing.profile, hearing.concerns, goes_on.items, new_id, source)
        if goes_on.sign_ups:
            known = {place: told.contacts[slip] for place, slip in enumerate(goes_on.slips) if slip in told.contacts}
            slips = {"sign_ups": goes_on.sign_ups, "source": source}
            self.desk(made).record_all([Act(rules.import_sign_ups, slips, known)])
        return made

    def desk(self, hearing_id: str, clock: Clock | None = None) -> Desk:
        """To go on with a hearing, by the office's clock or a script's.

        Raises JournalUnavailable where another desk has the folder.
        """
        return Desk(self.store.journal(hearing_id), clock or self.clock, self.by)

    def record(self, hearing_id: str) -> Record:
        """To read a hearing, also while a desk is open on it."""
        journal = self.store.record(hearing_id)
        return Record(fold(journal.read()), journal.contacts(), journal.head)

    def bodies(self) -> list[KeptBody]:
        """Who meets here, by name, with their rules and concerns as the library has them now."""
        profiles, sets = self.library.profiles().found, self.library.concern_sets().found
        return [
            replace(
                kept,
                profile=profiles.get(kept.profile.name, kept.profile),
                concerns=sets[kept.concern_set].concern if kept.concern_set in sets else kept.concerns,
            )
            for kept in self.store.bodies()
        ]

    def keep_body(self, kept: KeptBody, before: str = "") -> None:
        """For the next hearing; ``before`` is the name it had. Hearings that are prepared keep what they were given."""
        self.store.keep_body(kept, before)

    def forget_body(self, name: str) -> None:
        self.store.forget_body(name)

    # In

    def mapping(self, sheet: "intake.Sheet") -> "intake.Mapping":
        """The columns as they were mapped when a list of this form was last read; guessed where it never was."""
        from hearingdesk import intake

        kept = self.store.setting(_form(sheet))
        return intake.remembered(sheet, json.loads(kept)) if kept else intake.guess(sheet)

    def remember(self, sheet: "intake.Sheet", mapping: "intake.Mapping") -> None:
        self.store.keep_setting(_form(sheet), json.dumps(mapping.to_dict()))

    def notice(self, desk: Desk, items: Sequence[ItemNotice], source: str) -> Entry:
        """Items read from a file, put on the agenda in one act."""
        return desk.record(rules.notice_agenda, items=tuple(items), source=source)

    def take_in(self, desk: Desk, accepted: "intake.Accepted", source: str) -> list[Entry]:
        """A list's slips, with the items they name and the agenda lacked; none where nobody on it is new."""
        acts = []
        if accepted.items:
            acts.append(Act(rules.notice_agenda, {"items": accepted.items, "source": source}))
        slips = {"sign_ups": accepted.sign_ups, "source": source, "counts": accepted.counts, "now": desk.now()}
        acts.append(Act(rules.import_sign_ups, slips, accepted.contacts))
        return desk.record_all(acts) if accepted.sign_ups else []

    def compared(self, file: Path, hearing_id: str = "") -> tuple[str, Comparison]:
        """A draft that was edited in Word beside the hearing it was made of, and that hearing's id. Nothing is changed.

        ``hearing_id`` says of which hearing it has to be. Raises NotOurs, or intake's Unreadable.
        """
        from hearingdesk import intake
        from hearingdesk.take_back import compare, record_in

        read = intake.read_word(file)
        digits, heads = record_in(read), list[str]()
        for found in [hearing_id] if hearing_id else [line.id for line in self.docket()]:
            heads = [json.loads(line)["hash"] for line in self.store.export_lines(found)]
            if any(head.startswith(digits) for head in heads):
                told = fold(islice(self.store.record(found).read(), len(heads)))
                return found, compare(read, told, heads)
        return hearing_id, compare(read, Hearing(), [])

    def take_over(self, desk: Desk, comparison: Comparison, also: Collection[int] = ()) -> list[Entry]:
        """Puts prose and notes of an edited draft on the record, all of it or nothing; as Comparison.summaries.

        A note is of today, in the zone of the meeting.
        """
        acts = [
            Act(rules.write_summary, {"slip": slip, "text": text, "reason": TAKEN_BACK})
            for slip, text in comparison.summaries(also)
        ]
        today = local(desk.hearing, desk.now()).date()
        acts += [Act(rules.append_note, {"text": text, "on": today}) for text in comparison.notes]
        return desk.record_all(acts) if acts else []

    # Out

    def export(
        self,
        hearing_id: str,
        out: Path,
        options: "Options | None" = None,
        watch: "Watch | None" = None,
        *,
        bundle: bool = False,
    ) -> "list[ExportReport]":
        """As export_hearing; a ``bundle`` is a folder ``record`` in ``out`` that anybody can check by itself.

        The concern report belongs to it.
        """
        told = self.record(hearing_id)
        if not bundle:
            return self.export_hearing(told, out, options, watch)
        # A desk may go on meanwhile: the lines are those of what was told.
        lines = list(islice(self.store.export_lines(hearing_id), len(told.hearing.entries)))
        return self.export_bundle(told, lines, out, options, watch)

    def export_bundle(
        self, told: Record, lines: Sequence[str], out: Path, options: "Options | None", watch: "Watch | None"
    ) -> "list[ExportReport]":
        """The folder that anybody can check, in ``out``; ``lines`` are the journal's, those of ``told``."""
        from exports.bundle import write_bundle
        from exports.formats import write_papers
        from exports.options import Options
        from exports.published import Copy

        asked = replace(options or Options(), concern_report=True)
        folder = out / ("record" if asked.copy is Copy.PUBLISHED else f"record-{asked.copy}")

        def papers(place: Path) -> "list[ExportReport]":
            return write_papers(told.hearing, told.contacts, told.head, place, asked, watch)

        _need_folder(folder)
        return write_bundle(told.hearing, lines, folder, papers, asked.copy, watch)

    def export_hearing(
        self, told: Told, out: Path, options: "Options | None" = None, watch: "Watch | None" = None
    ) -> "list[ExportReport]":
        """What ``options`` ask for into ``out``; published minutes and workbook, where nothing is said.

        Raises ExportFailed or Refused, and then every file that stood there stays; ``watch`` hears how far it has come
        and can cancel it.
        """
        from exports.formats import write_formats

        _need_folder(out)
        return write_formats(told.hearing, told.contacts, told.head, out, options, watch)

    def paper(self, told: Told, hearing_id: str, out: Path) -> "ExportReport":
        """The queue and blank tally sheets into ``out``, to go on with on paper (D-04). Raises as export_hearing."""
        from exports.paper_fallback import write_paper

        _need_folder(out)
        return write_paper(told.hearing, told.contacts, self.clock.now(), out / f"{hearing_id}-paper.pdf")

    def verify(self, what: str) -> "list[Verdict]":
        """A hearing by its id, or every record in a file: JSON Lines, or a database."""
        from hearingdesk.store.checks import verify_file

        if any(line.id == what for line in self.docket()) or not Path(what).exists():
            return [self.store.verify(what)]
        return verify_file(Path(what))

    def _keep_met(self, body: Body, meeting: Meeting, profile: RuleProfile, concerns: tuple[Concern, ...]) -> None:
        """A body that met for the first time, with all that was said of it; of one known before, who is in it now."""
        known = next((kept for kept in self.store.bodies() if kept.body.name == body.name), None)
        if known:
            self.store.keep_body(replace(known, body=body))
            return
        sets = self.library.concern_sets().found.values()
        named = next((found.name for found in sets if found.concern == concerns), "")
        starts = clock_time(_local(meeting.scheduled, meeting.timezone))
        usual = Usual(meeting.kind, meeting.place, meeting.remote, "", starts, meeting.timezone)
        self.store.keep_body(KeptBody(body, profile, concerns, usual, named))

    def free_id(self, wanted: str) -> str:
        """The id itself, or with a number where it is taken."""
        taken = {line.id for line in self.docket()}
        return next(name for name in chain([wanted], (f"{wanted}-{n}" for n in count(2))) if name not in taken)


def _form(sheet: "intake.Sheet") -> str:
    from hearingdesk import intake

    return f"columns {intake.fingerprint(sheet)}"


def _id_for(body: Body, meeting: Meeting) -> str:
    """Like ``fpc-2026-02-05``: the body's initials, or its one word, and the local date."""
    words = [re.sub(r"[^a-z0-9]", "", folded(word)) for word in body.name.split() if word[:1].isupper()]
    short = "".join(word[:1] for word in words) if len(words) > 1 else "".join(words)[:20]
    return f"{short or 'hearing'}-{_local(meeting.scheduled, meeting.timezone):%Y-%m-%d}"


def _local(at: datetime, timezone: str) -> datetime:
    return at.astimezone(ZoneInfo(timezone))


def _need_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise Refused(
            f"The folder {folder} cannot be made: {fault.strerror}. Nothing was written, and the record is safe. "
            "Choose another folder."
        ) from fault
