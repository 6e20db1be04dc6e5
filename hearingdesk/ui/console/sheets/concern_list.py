"""The list of concerns in use: definitions missing, other words, mergers, number keys, and what became of each."""

from collections.abc import Callable

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.events import ConcernAdded, ConcernDefined, ConcernKeyed, ConcernRenamed, ConcernsMerged
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.tally import people_of
from hearingdesk.domain.values import NO_LISTED_CONCERN, Concern
from hearingdesk.domain.wording import words
from hearingdesk.ui.console.concern_rows import place
from hearingdesk.ui.console.sheets.concern_drawers import DefineDrawer, KeyDrawer, MergeDrawer, RenameDrawer
from hearingdesk.ui.console.sheets.sheet import Drawer, DrawerSheet
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.flow import Flow
from hearingdesk.ui.kit.lines import Line, LinesView
from hearingdesk.ui.kit.look import SMALL, Tone, px
from hearingdesk.ui.kit.text import label

CHANGES = ConcernAdded | ConcernRenamed | ConcernDefined | ConcernsMerged | ConcernKeyed
NO_OTHER = "There is no other concern to merge it with."
NEEDS = "needs a definition"


class ConcernListSheet(DrawerSheet):
    """Enter renames the chosen one; a letter does the rest. Each act is one entry, and can be struck."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "List of concerns", "Rename…", 600)
        self.missing = label(tone=Tone.WARN, wrap=True)
        self.list = LinesView("Concerns in use", letters="DMK", lead=32)
        self.list.setMinimumHeight(px(180))
        self.list.opened.connect(self.enter)
        self.list.letter.connect(self._letter)
        self.list.chosen.connect(self._show_acts)
        self.define = button("Define…", self._define, key="D")
        self.merge = button("Merge…", self._merge, key="M")
        self.number = button("Number key…", self._key, key="K")
        self.history = label(size=SMALL, tone=Tone.MUTED, wrap=True)
        self.body.addWidget(self.missing)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(Flow(self.define, self.merge, self.number))
        self.add_room()
        self.body.addWidget(self.history)

    def show_hearing(self, hearing: Hearing) -> None:
        self.list.show_lines([_line(hearing, concern) for concern in sorted(hearing.concerns, key=place)])
        missing = [concern.label for concern in hearing.concerns if needs_definition(concern)]
        number = how_many(len(missing), "concern needs", "concerns need")
        self.missing.setText(f"{number} a definition: {', '.join(missing)}." if missing else "")
        self.missing.setVisible(bool(missing))
        self._show_acts()

    def focus_first(self) -> None:
        """On the first that needs a definition, where one does."""
        listed = sorted(self.desk.hearing.concerns, key=place)
        first = next((concern.code for concern in listed if needs_definition(concern)), None)
        if first is not None:
            self.list.choose(first)
        self.list.setFocus()

    def at_rest(self) -> LinesView:
        return self.list

    def enter(self) -> None:
        concern = self._chosen
        if not self.enter_drawer() and concern is not None:
            self.open_drawer(RenameDrawer(self.desk.hearing, concern))

    @property
    def _chosen(self) -> Concern | None:
        return self.desk.hearing.concern(str(self.list.key)) if self.list.current else None

    def _letter(self, letter: str) -> None:
        {"D": self._define, "M": self._merge, "K": self._key}[letter]()

    def _define(self) -> None:
        self._open(DefineDrawer)

    def _merge(self) -> None:
        concern = self._chosen
        if refusal := self._unmergeable(concern):
            self.say(refusal)
        else:
            self._open(lambda concern: MergeDrawer(self.desk.hearing, concern))

    def _key(self) -> None:
        self._open(lambda concern: KeyDrawer(self.desk.hearing, concern))

    def _open(self, drawer: Callable[[Concern], Drawer]) -> None:
        if (concern := self._chosen) is not None:
            self.open_drawer(drawer(concern))

    def _unmergeable(self, concern: Concern | None) -> str:
        kept = (concern.code if concern else "", NO_LISTED_CONCERN)
        others = [other.code for other in self.desk.hearing.concerns if other.code not in kept]
        if concern is None or not others:
            return NO_OTHER
        return self.desk.refusal(rules.merge_concerns, code=concern.code, into=others[0])

    def _show_acts(self) -> None:
        concern = self._chosen
        self.merge.show_refusal(self._unmergeable(concern))
        if concern is not None:
            self.history.setText(_history(self.desk.hearing, concern.code))
        self.history.setVisible(bool(self.history.text()))


def needs_definition(concern: Concern) -> bool:
    """Added in mid-speech, and nobody has said yet what belongs under it (C-05)."""
    return not concern.definition and concern.code != NO_LISTED_CONCERN


def _line(hearing: Hearing, concern: Concern) -> Line:
    missing, number = needs_definition(concern), how_many(people_of(hearing, concern.code), "speaker")
    lead, tone = str(concern.key or "–"), Tone.WARN if missing else Tone.PLAIN
    below = concern.definition or (NEEDS.capitalize() if missing else "")
    return Line(concern.code, concern.label, below, lead, f"⚑ {NEEDS} · {number}" if missing else number, tone)


def _history(hearing: Hearing, code: str) -> str:
    """What became of this concern during the meeting, and what was merged into it; struck entries left out."""
    told = [
        f"{clock_time(local(hearing, entry.at))}: {words(entry, hearing)}"
        for entry in hearing.entries
        if isinstance(entry.event, CHANGES) and entry.seq not in hearing.struck and code in _codes(entry.event)
    ]
    return " · ".join(told)


def _codes(event: CHANGES) -> tuple[str, ...]:
    match event:
        case ConcernAdded(concern=concern):
            return (concern.code,)
        case ConcernsMerged(code=code, into=into):
            return code, into
        case _:
            return (event.code,)
