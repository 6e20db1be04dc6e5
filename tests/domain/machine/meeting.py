"""A random evening: acts of the agenda and the meeting."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from hearingdesk.domain import rules
from hearingdesk.domain.hearing import ItemState
from hearingdesk.domain.profile import LateSlips
from hearingdesk.domain.values import (
    Disposition,
    Member,
    MinutesLevel,
    MotionResult,
    OwnRules,
    Standing,
    VoteMethod,
)
from tests.builders import MEMBERS, SIX
from tests.domain.machine.root import ITEMS, RandomEveningRoot


class MeetingActs(RandomEveningRoot):
    """What is done with the agenda and the meeting."""

    @rule(item=ITEMS)
    def take_up(self, item: str) -> None:
        self.attempt(rules.take_up, item=item)

    @rule()
    def suspend(self) -> None:
        item = self.hearing.item
        queue = item.queue if item else ()
        turn = self.hearing.turn
        self.attempt(rules.suspend_item, reason="presentation")
        if item and self.hearing.items[item.id].state is ItemState.SUSPENDED:
            kept = self.hearing.items[item.id].queue
            called = turn is not None and self.hearing.registrations[turn.slip].standing is Standing.WAITING
            assert kept == ((turn.slip, *queue) if turn and called else queue)

    @rule(item=ITEMS)
    def resume(self, item: str) -> None:
        before = self.hearing.items.get(item)
        self.attempt(rules.resume_item, item=item)
        if before:
            assert self.hearing.items[item].queue == before.queue

    @rule(minutes=st.integers(1, 6))
    def change_limit(self, minutes: int) -> None:
        self.attempt(rules.change_limit, new=timedelta(minutes=minutes), ordered_by="The Chair")

    @rule(minutes=st.integers(1, 3))
    def extend(self, minutes: int) -> None:
        self.attempt(rules.extend_cap, by=timedelta(minutes=minutes), ordered_by="The Chair")

    @rule()
    def reopen(self) -> None:
        item = self.hearing.item
        self.attempt(rules.reopen_testimony, reason="by motion")
        if item and item.closed and not self.hearing.items[item.id].closed:
            slips = self.hearing.registrations.values()
            left = [r.slip for r in slips if r.sign_up.item == item.id and r.standing is Standing.NOT_REACHED]
            refused = self.hearing.profile.late_slips is LateSlips.REFUSE
            assert all(refused and self.hearing.registrations[slip].late for slip in left)

    @rule(item=st.sampled_from(["", "1", "6"]))
    def continue_(self, item: str) -> None:
        self.attempt(rules.continue_hearing, to=SIX + timedelta(days=7), place="City Hall", item=item)

    @rule()
    def recess(self) -> None:
        self.attempt(rules.recess, reason="alarm")

    @rule()
    def reconvene(self) -> None:
        self.attempt(rules.reconvene)

    @rule()
    def hold(self) -> None:
        self.attempt(rules.lift_hold if self.hearing.hold else rules.place_hold, reason="audit")

    @rule()
    def mark_recording(self) -> None:
        self.attempt(rules.mark_recording)

    @rule(to=st.sampled_from(["", "mk", "rd"]))
    def hand_over(self, to: str) -> None:
        self.attempt(rules.hand_over, to=to)

    @rule(member=st.sampled_from(MEMBERS))
    def come_or_go(self, member: Member) -> None:
        here = member.id in self.hearing.present
        self.attempt(rules.member_departs if here else rules.member_arrives, member=member.id)

    @rule()
    def close(self) -> None:
        self.attempt(rules.close_testimony)

    @rule()
    def adjourn(self) -> None:
        self.attempt(rules.adjourn)

    @rule(item=ITEMS)
    def withdraw_item(self, item: str) -> None:
        before = self.hearing.items[item].queue
        self.attempt(rules.withdraw_item, item=item, reason="not ready")
        if self.hearing.items[item].withdrawn:
            kept = self.hearing.items[item].queue
            assert set(before) <= set(kept) or not before

    @rule(item=ITEMS, minutes=st.sampled_from([None, 2, 4]), cap=st.sampled_from([None, 5]), own=st.booleans())
    def rule_item(self, item: str, minutes: int | None, cap: int | None, own: bool) -> None:  # drawn
        limit, whole = (timedelta(minutes=span) if span else None for span in (minutes, cap))
        kind = self.hearing.items[item].notice.kind
        others = OwnRules(limit, None, whole, limit, 2, 3) if own else None
        level = MinutesLevel.NAMES
        self.attempt(rules.rule_item, item=item, limit=limit, cap=whole, level=level, kind=kind, own=others)

    @rule(data=st.data())
    def swear_in(self, data: st.DataObject) -> None:
        self.attempt(rules.take_oath, slips=(self.some_slip(data),))

    @rule(minutes=st.integers(0, 15))
    def plan_recess(self, minutes: int) -> None:
        self.attempt(rules.plan_recess, at=SIX + timedelta(hours=1), length=timedelta(minutes=minutes))

    @rule(member=st.sampled_from(MEMBERS))
    def pass_presiding(self, member: Member) -> None:
        self.attempt(rules.pass_presiding, to=member.id)

    @rule(mover=st.sampled_from(MEMBERS), text=st.sampled_from(["Adopt A", "Adopt B"]), friendly=st.booleans())
    def amend(self, mover: Member, text: str, friendly: bool) -> None:  # drawn by name
        if friendly:
            self.attempt(rules.accept_amendment, text=text, offered_by=mover.id)
        else:
            self.attempt(rules.move_amendment, text="to change it", as_amended=text, mover=mover.id)

    @rule(data=st.data())
    def vote_again(self, data: st.DataObject) -> None:
        """A division, or a correction."""
        result = data.draw(st.sampled_from(MotionResult))
        number = data.draw(st.integers(0, len(self.hearing.motions)))
        self.attempt(rules.take_vote, method=VoteMethod.VOICE, result=result, motion=number)

    @rule(data=st.data(), mover=st.sampled_from(MEMBERS))
    def move_and_vote(self, data: st.DataObject, mover: Member) -> None:
        item = data.draw(ITEMS)
        self.attempt(rules.make_motion, text="Adopt", mover=mover.id, items=(item,), disposition=Disposition.ADOPTED)
        result = data.draw(st.sampled_from(MotionResult))
        self.attempt(rules.take_vote, method=VoteMethod.VOICE, result=result)
        self.attempt(rules.drop_motion, result=result)
