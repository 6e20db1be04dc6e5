"""The motion sheet: the motion as stated, then its second, then the vote; or what else became of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from hearingdesk.desk import Act, Desk
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing, Motion
from hearingdesk.domain.values import MotionResult, VoteMethod
from hearingdesk.ui.console.sheets.amend_form import AmendForm
from hearingdesk.ui.console.sheets.motion_form import MotionForm
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.console.sheets.vote_form import VoteForm
from hearingdesk.ui.console.sheets.words import NO_SECOND_NEEDED, RESULTS
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import row
from hearingdesk.ui.kit.fields import ChoiceField


class MotionSheet(MeetingSheet):
    """With no motion before the body it takes one down; with one, it records what becomes of it.

    A vote recorded wrongly is recorded again, and the journal keeps both.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Motion", "Record the motion", 620)
        self.form = MotionForm(desk.hearing)
        self.form.start(desk.hearing)
        self.vote = VoteForm(desk.hearing)
        self.vote.asked.connect(self.enter)
        self.amendment = AmendForm(desk.hearing)
        self._amending = False
        self._dividing = False
        self.amend = button("Amend…", lambda: self._amend(friendly=False))
        self.friendly = button("Friendly amendment…", lambda: self._amend(friendly=True))
        self.division = button("A division is called…", self._divide)
        self.no_second = button("Failed for want of a second", lambda: self._drop(MotionResult.NO_SECOND))
        self.withdrawn = button("Withdrawn", lambda: self._drop(MotionResult.WITHDRAWN))
        self._corrected = 0
        self.correct = button("Correct a recorded vote…", self._correct_latest)
        self.which = ChoiceField[int]("The vote on", [])
        self.which.picked.connect(lambda: self._correct(self.which.value()))
        self.form.list.opened.connect(self.enter)
        self.body.addWidget(self.which)
        self.body.addWidget(self.form, 1)
        self.body.addWidget(self.vote, 1)
        self.body.addWidget(self.amendment, 1)
        self.body.addLayout(row(self.amend, self.friendly, self.division, self.correct, None))
        self.body.addLayout(row(self.no_second, self.withdrawn, None))

    def show_hearing(self, hearing: Hearing) -> None:
        motion, pending = self._shown(hearing), hearing.motion is not None and not self._corrected
        pending = pending and not self._amending
        self.form.setVisible(motion is None)
        self.vote.setVisible(motion is not None and not self._amending)
        self.amendment.setVisible(self._amending)
        self.which.setVisible(bool(self._corrected) and not self._dividing)
        self.correct.setVisible(motion is None and bool(_voted(hearing)))
        self.division.setVisible(motion is None and _by_voice(hearing))
        self.main.show_words("Record the amendment" if self._amending else _verb(motion))
        for act in (self.amend, self.friendly):
            act.setVisible(pending and motion is not None and not motion.amends)
        for act, result in ((self.no_second, MotionResult.NO_SECOND), (self.withdrawn, MotionResult.WITHDRAWN)):
            act.setVisible(pending)
            act.show_refusal(self.desk.refusal(rules.drop_motion, result=result) if pending else "")
        if motion is None:
            self.form.show_hearing(hearing)
        else:
            self.vote.show_motion(hearing, motion)

    def focus_first(self) -> None:
        if self.desk.hearing.motion is None:
            self.form.text.setFocus()
        else:
            self.vote.focus_first()

    def enter(self) -> None:
        if self._amending:
            self._record_amendment()
            return
        motion = self._shown(self.desk.hearing)
        if motion is None:
            self._make()
        else:
            self._vote(motion)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a correction or an amendment first, then the sheet."""
        if event.key() == Qt.Key.Key_Escape and (self._corrected or self._amending):
            self._amending = False
            self._stop_correcting()
            self.focus_first()
            return
        super().keyPressEvent(event)

    def _shown(self, hearing: Hearing) -> Motion | None:
        """The motion whose vote is being corrected, else the one before the body."""
        return next((m for m in hearing.motions if m.number == self._corrected), hearing.motion)

    def _correct_latest(self) -> None:
        voted = _voted(self.desk.hearing)
        self.which.show_choices([(motion.number, _named(motion)) for motion in voted])
        self._correct(voted[0].number)
        self.vote.focus_first()

    def _correct(self, number: int) -> None:
        self._corrected = number
        self.say("")
        self.show_hearing(self.desk.hearing)

    def _stop_correcting(self) -> None:
        self._corrected, self._dividing = 0, False
        self.vote.forget()
        self.show_hearing(self.desk.hearing)

    def _divide(self) -> None:
        """The voice vote just announced is doubted: the same motion, by name."""
        self._dividing = True
        self._correct(_voted(self.desk.hearing)[0].number)
        self.vote.divide()
        self.vote.focus_first()

    def _amend(self, *, friendly: bool) -> None:
        motion = self.desk.hearing.motion
        if motion is None:
            return
        self._amending = True
        self.say("")
        self.amendment.start(motion, friendly=friendly)
        self.show_hearing(self.desk.hearing)
        self.amendment.focus_first()

    def _record_amendment(self) -> None:
        form = self.amendment
        if form.friendly:
            done = self.act_and_tell(rules.accept_amendment, text=form.reads.text(), offered_by=form.mover.value())
        else:
            seconder, needed = _seconded(form.seconder.value())
            done = self.act_and_tell(
                rules.move_amendment,
                text=form.text.text(),
                as_amended=form.reads.text(),
                mover=form.mover.value(),
                seconder=seconder,
                second_needed=needed,
            )
        if done:
            self._amending = False
            self.show_hearing(self.desk.hearing)
            self.vote.focus_first()

    def _make(self) -> None:
        form = self.form
        seconder, needed = _seconded(form.seconder.value())
        made = self.act_and_tell(
            rules.make_motion,
            text=form.text.text(),
            mover=form.mover.value(),
            items=form.chosen_items(),
            disposition=form.disposition.value(),
            seconder=seconder,
            second_needed=needed,
        )
        if made:
            self.vote.focus_first()

    def _vote(self, motion: Motion) -> None:
        form = self.vote
        if form.objection:
            self.say(form.objection)
            return
        seconder = form.new_seconder(motion)
        votes = form.votes(self.desk.hearing)
        vote = {"method": form.method.value(), "votes": votes, "result": form.announced(), "motion": self._corrected}
        vote["division"] = self._dividing
        acts = [Act(rules.second_motion, {"seconder": seconder})] if seconder else []
        acts.append(Act(rules.take_vote, vote))
        if self.attempt(lambda: self.desk.record_all(acts)):
            self._decided(motion.number)

    def _drop(self, result: MotionResult) -> None:
        motion = self.desk.hearing.motion
        if self.act(rules.drop_motion, result=result) and motion is not None:
            self._decided(motion.number)

    def _decided(self, number: int) -> None:
        """The sheet stands ready for the next motion, and says how this one came out."""
        result = next((motion.result for motion in self.desk.hearing.motions if motion.number == number), None)
        self._stop_correcting()
        self.form.start(self.desk.hearing)
        self.note(f"On the record: {RESULTS[result].lower()}." if result else "")
        self.focus_first()


def _verb(motion: Motion | None) -> str:
    if motion is None:
        return "Record the motion"
    return "Record the corrected vote" if motion.result else "Record the vote"


def _seconded(chosen: str) -> tuple[str, bool]:
    """The seconder, and whether one is needed."""
    return ("", False) if chosen == NO_SECOND_NEEDED else (chosen, True)


def _by_voice(hearing: Hearing) -> bool:
    """Whether the latest vote was by voice, so that a division may be called."""
    latest = next(iter(_voted(hearing)), None)
    return latest is not None and latest.vote is not None and latest.vote.method is VoteMethod.VOICE


def _voted(hearing: Hearing) -> list[Motion]:
    """The motions with a vote on the record, the latest decided first."""
    voted = [motion for motion in reversed(hearing.motions) if motion.vote is not None and motion.decided is not None]
    return sorted(voted, key=lambda motion: motion.decided.utc if motion.decided else motion.made.utc, reverse=True)


def _named(motion: Motion) -> str:
    return f"{motion.number}: {motion.text}"
