"""Compares a draft that was edited in Word with the record it was made of, line by line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory

from exports.anchors import PLACE, level_of, record_of, summary_of
from exports.minutes import minutes
from exports.word_file import write_docx
from hearingdesk.domain.edited import NOTE, Comparison, FactChanged, ProseChanged
from hearingdesk.domain.evolve import fold
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.text import plain
from hearingdesk.intake import WordFile, WordLine, read_word


class NotOurs(Exception):
    """The file is none that can be taken back. ``str()`` says what happened, what is safe and what to do."""


def record_in(file: WordFile) -> str:
    """The first digits of the head of the journal that the file was made of. Raises NotOurs where there is none."""
    found = next(filter(None, map(record_of, sorted(file.marks))), "")
    if found:
        return found
    if any(map(summary_of, file.marks)):
        raise NotOurs(
            f"{file.name} holds minutes that were approved, or has lost the mark that tells whose draft it is. Nothing "
            "was changed. Approved minutes are corrected by a motion; a draft is exported anew as a Word file."
        )
    raise NotOurs(
        f"{file.name} is no draft that hearingdesk wrote. Nothing was changed. Export the minutes as a Word file, edit "
        "that, and take it back."
    )


def compare(file: WordFile, hearing: Hearing, heads: Sequence[str]) -> Comparison:
    """What ``file`` says otherwise than the record did when it was made, beside what the record says now.

    ``heads`` are the hashes of the entries, in their order. Raises NotOurs for a file of another hearing.
    """
    digits = record_in(file)
    seq = next((number for number, head in enumerate(heads, 1) if head.startswith(digits)), 0)
    if not seq:
        raise NotOurs(
            f"{file.name} was made of another hearing’s record. Nothing was changed. Open that hearing, and take the "
            "file back there."
        )
    then = fold(hearing.entries[:seq])
    made = _Told(_as_written(then, heads[seq - 1], file).lines)
    read = _Told(file.lines)
    facts, found = _aligned(made, read)
    prose = _prose(made, {**read.prose, **found}, then, hearing)
    facts += [FactChanged(f"{NOTE} {text}", "") for text in made.notes if text not in read.notes]
    known = {*map(_bare, made.notes), *(_bare(note.text) for note in hearing.minutes.notes)}
    notes = tuple(text for text in read.notes if _bare(text) not in known)
    return Comparison(file.name, len(hearing.entries) - seq, tuple(prose), tuple(facts), notes)


def _as_written(then: Hearing, head: str, file: WordFile) -> WordFile:
    """The file as it was when it was made, so that only what people changed is a change."""
    levels = dict(filter(None, (level_of(then, mark) for mark in file.marks)))
    with TemporaryDirectory() as folder:
        target = Path(folder) / "minutes.docx"
        write_docx(minutes(then, head, levels=levels), target)
        return read_word(target)


@dataclass
class _Told:
    """The lines of a file apart: facts in their order, prose by slip, and below which fact each prose stands.

    ``notes`` are lines that are nobody's and begin as a note does.
    """

    lines: Sequence[WordLine]
    facts: list[str] = field(default_factory=list)
    prose: dict[int, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)
    """The slip whose prose stands, or would stand, below the fact of this number."""

    def __post_init__(self) -> None:
        for line in self.lines:
            slip, place = _slip(line, PLACE)
            if slip and not place:
                self.prose[slip] = "\n".join(filter(None, (self.prose.get(slip), line.text)))
                self.places.setdefault(len(self.facts) - 1, slip)
            elif line.text.startswith(NOTE) and not slip:
                self._noted(line.text.removeprefix(NOTE))
            elif line.text:
                self.facts.append(line.text)
                if slip:
                    self.places[len(self.facts) - 1] = slip
                    self.prose.setdefault(slip, "")

    def _noted(self, text: str) -> None:
        told = plain(text).strip()
        if told and told not in self.notes:
            self.notes.append(told)


def _slip(line: WordLine, place: str) -> tuple[int, bool]:
    """Whose summary a line is, or is the place of."""
    marks = [name for name in line.marks if summary_of(name)]
    return (summary_of(marks[0]), marks[0].endswith(place)) if marks else (0, False)


def _aligned(made: _Told, read: _Told) -> tuple[list[FactChanged], dict[int, str]]:
    """Facts that read otherwise, and lines that were added just where somebody's summary stands or would stand."""
    wrong: list[FactChanged] = []
    found: dict[int, str] = {}
    known, given = list(map(_bare, made.facts)), list(map(_bare, read.facts))
    for tag, was, was_end, now, now_end in SequenceMatcher(None, known, given, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        before, after = made.facts[was:was_end], read.facts[now:now_end]
        added = after[len(before) :]
        slip = made.places.get(was + len(before) - 1, 0)
        if added and slip and not set(known) & set(map(_bare, added)):  # a fact that moved is nobody's summary
            after = after[: len(before)]
            found[slip] = "\n".join(filter(None, (read.prose.get(slip), *added)))
        wrong += _side_by_side(before, after)
    return wrong, found


def _side_by_side(before: Sequence[str], after: Sequence[str]) -> Iterator[FactChanged]:
    most = max(len(before), len(after))
    padded = ([*lines, *[""] * (most - len(lines))] for lines in (before, after))
    yield from (FactChanged(was, now) for was, now in zip(*padded, strict=True))


def _prose(made: _Told, file: Mapping[int, str], then: Hearing, now: Hearing) -> Iterator[ProseChanged]:
    for slip, written in made.prose.items():
        registration, text = now.registrations.get(slip), file.get(slip)
        if registration is None:
            continue
        was, says = then.registrations[slip].summary, None if text is None else plain(text).strip()
        same = not written if says is None else _bare(says) == _bare(written)
        if not same and says != registration.summary:
            yield ProseChanged(slip, registration.name, was, registration.summary, says)


def _bare(text: str) -> str:
    """For comparing: how wide a blank is, and whether the program made a quote curly, is nobody's edit."""
    return " ".join(text.translate(_STRAIGHT).split())


_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
