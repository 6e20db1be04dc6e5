"""The motion sheet: the motion as stated, then its second, then the vote; or what else became of it."""

from hearingdesk.desk import Act, Desk
from hearingdesk.domain import rules
from hearingdesk.domain.hearing import Hearing, Motion
from hearingdesk.domain.values import MotionResult
from hearingdesk.ui.console.sheets.motion_form import MotionForm
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.console.sheets.vote_form import VoteForm
from hearingdesk.ui.console.sheets.words import RESULTS
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import row


class MotionSheet(MeetingSheet):
    """With no motion before the body it takes one down; with one, it records what becomes of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Motion", "Record the motion", 620)
        self.form = MotionForm(desk.hearing)
        self.form.start(desk.hearing)
        self.vote = VoteForm(desk.hearing)
        self.vote.asked.connect(self.enter)
        self.no_second = button("Failed for want of a second", lambda: self._drop(MotionResult.NO_SECOND))
        self.withdrawn = button("Withdrawn", lambda: self._drop(MotionResult.WITHDRAWN))
        self.form.list.opened.connect(self.enter)
        self.body.addWidget(self.form, 1)
        self.body.addWidget(self.vote, 1)
        self.body.addLayout(row(self.no_second, self.withdrawn, None))

    def show_hearing(self, hearing: Hearing) -> None:
        motion = hearing.motion
        self.form.setVisible(motion is None)
        self.vote.setVisible(motion is not None)
        self.main.show_words("Record the vote" if motion else "Record the motion")
        for act, result in ((self.no_second, MotionResult.NO_SECOND), (self.withdrawn, MotionResult.WITHDRAWN)):
            act.setVisible(motion is not None)
            act.show_refusal(self.desk.refusal(rules.drop_motion, result=result) if motion else "")
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
        motion = self.desk.hearing.motion
        if motion is None:
            self._make()
        else:
            self._vote(motion)

    def _make(self) -> None:
        form = self.form
        made = self.act(
            rules.make_motion,
            text=form.text.text(),
            mover=form.mover.value(),
            items=form.chosen_items(),
            disposition=form.disposition.value(),
            seconder=form.seconder.value(),
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
        vote = {"method": form.method.value(), "votes": votes, "result": form.announced()}
        acts = [Act(rules.second_motion, {"seconder": seconder})] if seconder else []
        acts.append(Act(rules.take_vote, vote))
        if self.attempt(lambda: self.desk.record_all(acts)):
            self._decided()

    def _drop(self, result: MotionResult) -> None:
        if self.act(rules.drop_motion, result=result):
            self._decided()

    def _decided(self) -> None:
        """The sheet stands ready for the next motion, and says how the last one came out."""
        result = self.desk.hearing.motions[-1].result
        self.form.start(self.desk.hearing)
        self.note(f"On the record: {RESULTS[result].lower()}." if result else "")
        self.form.text.setFocus()
