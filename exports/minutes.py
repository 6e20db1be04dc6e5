"""The minutes of a hearing: facts from the journal, prose from the clerk, in the order in which things were taken."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from exports.anchors import item_anchor, record_anchor
from exports.approval import approval_to_sign, corrections, notes, status, status_line
from exports.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Inline,
    KeyValues,
    Paper,
    Para,
    Rule,
    Run,
    Signatures,
    Tone,
)
from exports.blocks import Item as Entry
from exports.chronicle import Chronicle, ItemSection, MotionSection, RecessSection, RemovalSection, Section, chronicle
from exports.comment_section import CommentSection
from exports.stationery import letterhead_of
from exports.watch import Progress, unwatched
from exports.words import Words, in_brackets, item_title, sentence
from hearingdesk.domain.approved import as_approved, head_of
from hearingdesk.domain.counts import listed
from hearingdesk.domain.hearing import Hearing, Item, Motion
from hearingdesk.domain.local import full_date, local, long_date, minutes_time
from hearingdesk.domain.members import quorum_turns
from hearingdesk.domain.moments import Moment, in_time
from hearingdesk.domain.values import Attendance, MinutesLevel

_WHAT_THE_HEAD_PROVES = (
    "The journal head is the SHA-256 hash of the last entry of this hearing’s journal; each entry’s hash covers the "
    "entry before it. If any entry were changed, removed or added, the head would differ from the one printed here: "
    "the record is tamper-evident. Names, times, order, positions, motions and votes above are taken from that "
    "journal; summaries are the clerk’s."
)


def minutes(
    hearing: Hearing,
    head: str,
    paper: Paper = Paper.LETTER,
    levels: Mapping[str, MinutesLevel] | None = None,
    progress: Progress = unwatched,
) -> Document:
    """The minutes, a draft until they are approved; `head` is the hash of the journal's last entry.

    What is approved is told as the journal told it then, whatever has become known since (M-08).
    `levels` sets the detail of single items (by id) apart from the profile's (M-02). `progress` hears that it goes on.
    """
    return _Minutes(as_approved(hearing), head_of(hearing, head), levels or {}, progress).document(paper)


@dataclass(slots=True)
class _Minutes:
    hearing: Hearing
    head: str
    levels: Mapping[str, MinutesLevel]
    progress: Progress
    words: Words = field(init=False)
    chronicle: Chronicle = field(init=False)

    def __post_init__(self) -> None:
        self.words = Words(self.hearing)
        self.chronicle = chronicle(self.hearing)

    def document(self, paper: Paper) -> Document:
        body, meeting = self.hearing.body, self.hearing.meeting
        entries = self.hearing.entries
        day = local(self.hearing, self.hearing.opened or meeting.scheduled)
        date = full_date(day)
        return Document(
            title=f"Minutes of the {body.name}, {date}",
            lang="en-US",
            author=body.name,
            subject=f"{meeting.title}, {meeting.place}",
            made=local(self.hearing, entries[-1].at if entries else meeting.scheduled),
            blocks=tuple(self._blocks()),
            status=" · ".join(self._status()),
            running=f"{body.name} · Minutes of {date}",
            footer=f"Journal head {self.head[:16]}" if self.head else "",
            letterhead=letterhead_of(body),
            paper=paper,
        )

    def _status(self) -> list[str]:
        return [*(["REHEARSAL"] if self.hearing.meeting.rehearsal else []), status(self.hearing)]

    def _blocks(self) -> Iterator[Block]:
        yield from self._heading()
        yield from self._call_to_order()
        yield from self._roll()
        for section in self.chronicle.sections:
            yield from self._section(section)
        yield from self._not_taken()
        yield from self._adjournment()
        yield from corrections(self.hearing)
        yield from notes(self.hearing)
        yield from self._submission()

    def _heading(self) -> Iterator[Block]:
        meeting = self.hearing.meeting
        day = local(self.hearing, self.hearing.opened or meeting.scheduled)
        yield Heading(1, "Minutes", record_anchor(self.hearing, self.head))
        yield Para(f"{meeting.title} · {long_date(day)}", Tone.LEAD)
        yield Para(" · ".join(filter(None, (meeting.place, meeting.remote))), Tone.LEAD)
        if meeting.rehearsal:
            yield Para("REHEARSAL: no meeting took place; these pages are no record of one.", Tone.STATUS)
        yield Para(status_line(self.hearing), Tone.STATUS)

    def _call_to_order(self) -> Iterator[Block]:
        yield Heading(2, "Call to order")
        hearing = self.hearing
        if hearing.opened is None:
            when = minutes_time(local(hearing, hearing.meeting.scheduled))
            yield Para(f"The meeting, called for {when}, has not been called to order.")
            return
        acting = in_brackets(hearing.why_acting)
        commenced = sentence(f"The meeting commenced at {self.words.at(hearing.opened)}")
        yield Para(f"{commenced} {self.words.with_office(hearing.first_presiding)}, presided{acting}.")
        yield from self._recordings()

    def _recordings(self) -> Iterator[Block]:
        """When the recordings began, where the minutes say what is found at which place in them (M-11)."""
        begun = [self.words.at(start) for start in self.hearing.recordings]
        if begun and self.hearing.profile.offsets_in_minutes:
            what = "A recording of the meeting began" if len(begun) == 1 else "Recordings of the meeting began"
            each = "Places in it" if len(begun) == 1 else "Places in them"
            yield Para(f"{sentence(f'{what} at {listed(begun)}')} {each} are told in hours, minutes and seconds.")

    def _roll(self) -> Iterator[Block]:
        if not (self.hearing.roll or self.hearing.movements):
            return
        yield Heading(2, "Roll call")
        yield KeyValues(tuple(self._attendance()))
        moved = [*self._movements(), *self._presidings()]
        if moved:
            passed = " and who presided" if self.hearing.presidings else ""
            yield Para(f"Arrivals and departures{passed}:", with_next=True)
            yield Bullets(tuple(Entry(line) for _, line in sorted(moved, key=lambda told: in_time(told[0]))))

    def _attendance(self) -> Iterator[tuple[str, Inline]]:
        titles = {"Present": Attendance.PRESENT, "Present remotely": Attendance.REMOTE}
        titles |= {"Excused": Attendance.EXCUSED, "Absent": Attendance.ABSENT}
        for title, attendance in titles.items():
            there = [line for line in self.hearing.roll if line.attendance is attendance]
            names = [self.words.with_office(line.member) + in_brackets(line.note) for line in there]
            if names:
                yield f"{title} ({len(names)})", "; ".join(names)
        yield "Quorum", self._quorum()
        if self.hearing.staff:
            yield "Also present", "; ".join(self.hearing.staff)

    def _quorum(self) -> str:
        here = sum(line.attendance.here for line in self.hearing.roll)
        body = self.hearing.body
        found = "A quorum was present" if here >= body.quorum else "A quorum was not present"
        return f"{found}: {here} of {len(body.members)} members answered the roll; {body.quorum} are a quorum."

    def _movements(self) -> Iterator[tuple[Moment, str]]:
        """Who came and went, and where that made or broke the quorum (M-05)."""
        turned = {1: " A quorum was present from then on.", -1: " The quorum was lost."}
        for move, turn in quorum_turns(self.hearing):
            verb = ("joined remotely" if move.remote else "arrived") if move.arrived else "left"
            told = sentence(f"{self.words.member(move.member)} {verb} at {self.words.at(move.at)}")
            yield move.at, told + turned.get(turn, "")

    def _presidings(self) -> Iterator[tuple[Moment, str]]:
        """Who took the chair from whom in mid-meeting, and why."""
        for at, passed in self.hearing.presidings:
            why = in_brackets(passed.reason)
            yield at, sentence(f"{self.words.with_office(passed.to)}, presided from {self.words.at(at)} on{why}")

    def _section(self, section: Section) -> Iterator[Block]:
        match section:
            case ItemSection(item=item):
                yield from self._item(self.hearing.items[item])
            case MotionSection(motion=motion):
                yield Heading(2, "Motion")
                yield from self.words.motion(motion)
            case RecessSection(recess=recess):
                yield Heading(2, "Recess")
                yield Para(self.words.recess(recess))
            case RemovalSection(at=at, conduct=conduct):
                yield Heading(2, "Removal")
                yield Para(self.words.removal(at, conduct))

    def _item(self, item: Item) -> Iterator[Block]:
        level = self.levels.get(item.id, item.level or self.hearing.profile.minutes_level)
        yield Heading(2, item_title(item), item_anchor(self.hearing, item, level))
        if item.notice.file_number:
            yield Para(f"File {item.notice.file_number}", Tone.LEAD, with_next=True)
        if item.id in self.chronicle.reasons:
            yield Para(f"Taken up at this point: {sentence(self.chronicle.reasons[item.id])}")
        told = CommentSection(self.words, self.chronicle, item, level, self.progress).blocks()
        decided = list(self._decision(item))
        yield from told
        if decided and any(isinstance(block, Heading) for block in told):
            yield Heading(3, "Action")  # else it would be read as a part of the last list's heading
        yield from decided

    def _decision(self, item: Item) -> Iterator[Block]:
        for motion in self.chronicle.motions.get(item.id, []):
            yield from self._motion(motion)
        for motion in self.hearing.motions:
            if item.id in motion.items[1:]:
                first = self.hearing.items[motion.items[0]]
                yield Para(f"Decided with {first.label.lower()}, by the motion recorded there.")
        if item.continued and not item.notice.kind.takes_testimony:
            yield Para(self.words.continued(item.label, item.continued))
        if item.disposition:
            yield Para(self.words.disposed(item.disposition).upper() + in_brackets(item.disposition_note), Tone.OUTCOME)

    def _motion(self, motion: Motion) -> Iterator[Block]:
        if len(motion.items) > 1:
            labels = [self.hearing.items[item].notice.number or self.hearing.items[item].label for item in motion.items]
            yield Para(f"Items {listed(labels)} were taken together.", with_next=True)
        yield from self.words.motion(motion)

    def _not_taken(self) -> Iterator[Block]:
        left = [self.hearing.items[item] for item in self.chronicle.not_taken(self.hearing)]
        if left:
            yield Heading(2, "Not taken up")
            yield Bullets(tuple(Entry(_named(item)) for item in left))

    def _adjournment(self) -> Iterator[Block]:
        hearing = self.hearing
        if hearing.adjourned is None:
            return
        yield Heading(2, "Adjournment")
        for motion in self.chronicle.adjourning:
            yield from self.words.motion(motion)
        how = f" {hearing.adjourned_how}" if hearing.adjourned_how else ""
        yield Para(sentence(f"This meeting adjourned at {self.words.at(hearing.adjourned)}{how}"))
        if hearing.continued:
            yield Para(self.words.continued("The meeting", hearing.continued))

    def _presided(self) -> str:
        hearing = self.hearing
        return f"{self.words.with_office(hearing.presiding)}, presiding" if hearing.presiding else "Presiding officer"

    def _submission(self) -> Iterator[Block]:
        clerk = ", ".join(filter(None, (self.hearing.body.clerk, "Clerk")))
        yield Para("Respectfully submitted,", with_next=True)
        yield Signatures((clerk, self._presided()), dated=True)
        yield Signatures((approval_to_sign(self.hearing),))
        if self.hearing.profile.letterhead_notice:
            yield Para(self.hearing.profile.letterhead_notice, Tone.NOTE)
        if self.head:
            yield Rule()
            yield Para((Run("Journal head: ", bold=True), Run(self.head)), Tone.NOTE, with_next=True)
            yield Para(_WHAT_THE_HEAD_PROVES, Tone.NOTE)


def _named(item: Item) -> str:
    """`Item 6, Special use of 19 Harbor View`, for behind a bullet: a number there would be a second one."""
    return f"{item.label}, {item.notice.title}" if item.notice.number else item.notice.title
