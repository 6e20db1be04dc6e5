"""Letters: written comments of the same words are made one document, or taken apart again (C-11)."""

import re

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.letters import alike_letters, letters_told
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.fields import LineField
from hearingdesk.ui.kit.lines import Line, LinesView
from hearingdesk.ui.kit.look import Tone
from hearingdesk.ui.kit.text import label

Slips = tuple[int, ...]
_MOST = 10_000
"""No list of slips is longer than this; a slip of the pen such as 1-99999999 is none."""


class LettersSheet(MeetingSheet):
    """Those that read alike are suggested; the clerk decides, and may name any others by their numbers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Letters that are one document", "One letter", 560)
        self.says = label(wrap=True)
        self.list = LinesView("Letters", lead=14)
        self.list.chosen.connect(self._take_over)
        self.list.opened.connect(self.enter)
        self.numbers = LineField("Slips", hint="Numbers, with commas between: 12, 14, 20-25.")
        self.apart = button("A letter of its own", self._separate)
        self._lay_out_fields()

    def _lay_out_fields(self) -> None:
        self.body.addWidget(self.says)
        self.body.addWidget(self.list)
        self.body.addWidget(self.numbers)
        self.body.addLayout(row(self.apart, None))
        self.body.addWidget(
            label(
                "One letter is counted as one document, and beside it how many people signed it. "
                "Every slip stays on the list, and every name in the record.",
                tone=Tone.MUTED,
                wrap=True,
            )
        )
        self.body.addStretch(1)

    def show_hearing(self, hearing: Hearing) -> None:
        written = [one for one in hearing.registrations.values() if one.written]
        said = f"In writing: {letters_told(written)}." if written else "Nothing has come in writing yet."
        alike = alike_letters(hearing, {slip: contact.note for slip, contact in self.desk.contacts.items()})
        self.says.setText(said)
        lines = [_line(hearing, slips, "read alike") for slips in alike]
        lines += [_line(hearing, slips, "one letter") for slips in sorted(hearing.letters.values())]
        self.list.show_lines(lines)
        self.list.fit(6)
        self.list.setVisible(bool(lines))
        self._take_over()

    def enter(self) -> None:
        slips = self._read()
        if slips and self.act(rules.group_letters, slips=slips):
            self.note(f"One letter: {how_many(len(slips), 'slip')}.")

    def _separate(self) -> None:
        """Each of the slips named is a document of its own."""
        slips = self._read()
        if slips and all(self.act(rules.separate_letter, slip=slip) for slip in slips):
            self.note("Counted each as a document of its own.")

    def _take_over(self) -> None:
        """The chosen line's slips stand in the field, ready to be changed."""
        if isinstance(self.list.key, tuple) and not self.numbers.editor.isModified():
            self.numbers.show_text(told(self.list.key))

    def _read(self) -> Slips:
        slips = read(self.numbers.text())
        self.numbers.refuse("" if slips else "Write the numbers of slips, such as 12, 14, 20-25.")
        self.numbers.editor.setModified(False)
        return slips


def read(text: str) -> Slips:
    """``12, 14, 20-25`` as numbers; none where it reads as no list of slips."""
    found: list[int] = []
    for part in re.split(r"[\s,;]+", re.sub(r"\s*[-–]\s*", "-", text.strip())):
        span = re.fullmatch(r"(\d{1,7})(?:-(\d{1,7}))?", part)
        if span is None:
            return ()
        first, last = int(span[1]), int(span[2] or span[1])
        if last < first or last - first > _MOST:
            return ()
        found.extend(range(first, last + 1))
    return tuple(dict.fromkeys(found))


def told(slips: Slips) -> str:
    """The other way round: ``12, 14, 20-25``."""
    runs: list[list[int]] = []
    for slip in sorted(slips):
        if runs and slip == runs[-1][-1] + 1:
            runs[-1].append(slip)
        else:
            runs.append([slip])
    spans = (", ".join(map(str, run)) if len(run) < 3 else f"{run[0]}-{run[-1]}" for run in runs)
    return ", ".join(spans)


def _line(hearing: Hearing, slips: Slips, aside: str) -> Line:
    names = [hearing.registrations[slip].name for slip in slips]
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return Line(slips, f"Slips {told(slips)}", f"{', '.join(names[:3])}{more}", aside=aside)
