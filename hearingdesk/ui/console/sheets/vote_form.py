"""The vote on the motion before the body: by roll call with single keys, by voice, or by general consent."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hearingdesk.domain.hearing import Hearing, Motion
from hearingdesk.domain.members import with_office
from hearingdesk.domain.values import Choice, Member, MemberVote, MotionResult, VoteMethod
from hearingdesk.ui.console.sheets import ballot
from hearingdesk.ui.console.sheets.words import METHODS, RESULTS, choice_word, item_numbers
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.lines import ONE_LINE, Line, LinesView
from hearingdesk.ui.kit.look import LARGE, Tone, px
from hearingdesk.ui.kit.text import label

KEYS = {
    "A": Choice.AYE,
    "N": Choice.NO,
    "B": Choice.ABSTAIN,
    "R": Choice.RECUSED,
    "E": Choice.EXCUSED,
    "X": Choice.ABSENT,
}
ALL_AYE = "L"


class VoteForm(QWidget):
    """``asked`` says that Enter was pressed in the list of members."""

    asked = Signal()

    def __init__(self, hearing: Hearing) -> None:
        super().__init__()
        self._hearing = hearing
        self._motion: Motion | None = None
        self._ballot = ballot.opened(hearing)
        self.stated = label(wrap=True, size=LARGE, bold=True)
        self.about = label(wrap=True, tone=Tone.MUTED)
        members = [(m.id, with_office(m)) for m in hearing.body.members]
        self.seconder = ChoiceField("Seconded by", [("", "Nobody yet"), *members], as_written=True)
        self.method = ChoiceField("Vote", [(method, words) for method, words in METHODS.items()])
        self.result = ChoiceField[MotionResult | None](
            "Announced", [(None, ""), *((r, RESULTS[r]) for r in (MotionResult.CARRIED, MotionResult.FAILED))]
        )
        self.list = LinesView("Votes by name", letters="".join(KEYS) + ALL_AYE, height=ONE_LINE)
        self.keys = [
            button(choice_word(hearing, choice), partial(self._letter, key), key=key) for key, choice in KEYS.items()
        ]
        self.all_aye = button(f"All present: {hearing.profile.aye_word}", lambda: self._letter(ALL_AYE), key=ALL_AYE)
        self.why_recused = LineField("Why recused", hint="This goes on the record with the vote.")
        self.tally = label(bold=True)
        self.doubts = label(wrap=True, tone=Tone.WARN)
        self._lay_out()

    def _lay_out(self) -> None:
        self.list.setMinimumHeight(px(150))
        self.list.letter.connect(self._letter)
        self.list.opened.connect(self.asked)
        self.list.chosen.connect(self._show_reason)
        self.why_recused.edited.connect(self._keep_reason)
        self.seconder.editor.currentIndexChanged.connect(lambda _: self._show())
        self.method.editor.currentIndexChanged.connect(lambda _: self._method_chosen())
        self.result.editor.currentIndexChanged.connect(lambda _: self._show())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        for part in (self.stated, self.about, self.seconder):
            layout.addWidget(part)
        layout.addLayout(row(self.method, self.result))
        layout.addLayout(row(*self.keys[:4], None))
        layout.addLayout(row(*self.keys[4:], self.all_aye, None))
        layout.addWidget(self.list, 1)
        for last in (self.why_recused, self.tally, self.doubts):
            layout.addWidget(last)

    def show_motion(self, hearing: Hearing, motion: Motion) -> None:
        """This motion; the votes marked so far stay while it is before the body."""
        if self._motion is None or self._motion.number != motion.number:
            self._start(hearing, motion)
        self._hearing, self._motion = hearing, motion
        self.stated.setText(f"“{motion.text}”")
        self.about.setText(_about(hearing, motion))
        self.seconder.setVisible(not motion.seconder and motion.second_needed and motion.result is None)
        self._show()

    def focus_first(self) -> None:
        first = (part for part in (self.seconder, self.list, self.result) if part.isVisibleTo(self))
        next(first).setFocus()

    def divide(self) -> None:
        """A division was called: the vote by name, from the start."""
        self._ballot = ballot.opened(self._hearing)
        self.method.show_value(VoteMethod.ROLL_CALL)
        self._show()

    def new_seconder(self, motion: Motion) -> str:
        """Who seconds a motion that came without."""
        return "" if motion.seconder or motion.result else self.seconder.value()

    def votes(self, hearing: Hearing) -> tuple[MemberVote, ...]:
        """By name on a roll call, else none."""
        return self._ballot.votes(hearing) if self._by_name else ()

    @property
    def objection(self) -> str:
        """Why this is no vote yet; empty if it is one."""
        if self._by_name and not self._ballot.begun:
            return "Nobody has voted yet. Mark each vote by name, or choose a voice vote or general consent."
        return ""

    def announced(self) -> MotionResult | None:
        return self.result.value()

    @property
    def _by_name(self) -> bool:
        return self.method.value() is VoteMethod.ROLL_CALL

    def forget(self) -> None:
        """What was marked and not recorded is let go."""
        self._motion = None

    def _start(self, hearing: Hearing, motion: Motion) -> None:
        self._ballot = ballot.recorded(motion.vote) if motion.vote else ballot.opened(hearing)
        self.seconder.show_value("")
        if motion.vote:
            self.method.show_value(motion.vote.method)
            as_counted = self._by_name and self._ballot.result(hearing, motion.number) is motion.result
            self.result.show_value(None if as_counted else motion.result)
        else:
            self._method_chosen()
        present = [m.id for m in hearing.body.members if m.id in hearing.present]
        self._show_votes(hearing)
        self.list.choose(next(iter(present), ""))

    def _method_chosen(self) -> None:
        carried = self.method.value() is VoteMethod.CONSENT
        self.result.show_value(MotionResult.CARRIED if carried else None)
        self._show()

    def _letter(self, letter: str) -> None:
        member = str(self.list.key)
        if letter == ALL_AYE:
            self._ballot = self._ballot.all_present(self._hearing, Choice.AYE)
        else:
            self._ballot = self._ballot.with_vote(member, KEYS[letter])
        self._show()
        if letter not in ("R", ALL_AYE):
            self.list.go_on()

    def _show(self) -> None:
        hearing, motion = self._hearing, self._motion
        for part in (self.list, self.tally, self.all_aye, *self.keys):
            part.setVisible(self._by_name)
        self.result.editor.setItemText(0, self._unannounced(hearing))
        self._show_votes(hearing)
        self._show_reason()
        self.tally.setText(self._ballot.tally(hearing))
        found = self._doubts(hearing, motion) if motion else ()
        self.doubts.setText("\n".join(f"⚠ {doubt}" for doubt in found))
        self.doubts.setVisible(bool(found))

    def _doubts(self, hearing: Hearing, motion: Motion) -> tuple[str, ...]:
        seconded = replace(motion, seconder=motion.seconder or self.new_seconder(motion))
        hearing = ballot.as_voted(hearing, motion)
        return ballot.doubts(hearing, seconded, self.votes(hearing), self.announced())

    def _unannounced(self, hearing: Hearing) -> str:
        if not self._by_name:
            return "not said yet"
        result = self._ballot.result(hearing, self._motion.number if self._motion else 0)
        return f"as counted: {RESULTS[result].lower()}" if result else "as counted"

    def _show_votes(self, hearing: Hearing) -> None:
        self.list.show_lines([self._line(hearing, member) for member in hearing.body.members])

    def _line(self, hearing: Hearing, member: Member) -> Line:
        choice = self._ballot.choices.get(member.id)
        word = choice_word(hearing, choice) if choice else "not voted yet"
        return Line(member.id, with_office(member), aside=word, tone=Tone.PLAIN if choice else Tone.MUTED)

    def _show_reason(self) -> None:
        member = str(self.list.key)
        recused = self._by_name and self._ballot.choices.get(member) is Choice.RECUSED
        self.why_recused.setVisible(recused)
        if recused and self.why_recused.text() != self._ballot.reasons.get(member, ""):
            self.why_recused.show_text(self._ballot.reasons.get(member, ""))

    def _keep_reason(self, reason: str) -> None:
        self._ballot = self._ballot.with_reason(str(self.list.key), reason.strip())


def _about(hearing: Hearing, motion: Motion) -> str:
    second = f", seconded by {hearing.member(motion.seconder).name}" if motion.seconder else ""
    moved = f"Moved by {hearing.member(motion.mover).name}{second}."
    if not (motion.seconder or motion.second_needed):
        moved += " No second required."
    if motion.amends:
        moved += f" If it carries, the motion reads: “{motion.as_amended}”"
    if motion.stated:
        moved += f" As amended; first stated: “{motion.stated}”"
    if motion.result:
        return f"Motion {motion.number}, on the record: {RESULTS[motion.result].lower()}. {moved}"
    if motion.disposition is None or not motion.items:
        return moved
    items = item_numbers([hearing.items[item] for item in motion.items])
    return f"{moved} If it carries, {items}: {motion.disposition.words}."
