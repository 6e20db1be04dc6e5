"""What goes on beyond this evening: continue an item or the meeting, leave the record open, reopen testimony (H-01)."""

from collections.abc import Callable
from datetime import datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from hearingdesk.desk import Desk
from hearingdesk.domain import announced, rules
from hearingdesk.domain.hearing import Hearing, Item, ItemState
from hearingdesk.domain.local import clock_time, local, minutes_time
from hearingdesk.domain.values import MotionResult
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.kit import typed
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import heading, row
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.lines import ONE_LINE, Line, LinesView
from hearingdesk.ui.kit.look import Tone
from hearingdesk.ui.kit.text import label


class Way(StrEnum):
    """What is done."""

    ITEM = "I"
    MEETING = "M"
    RECORD = "R"
    REOPEN = "O"


TITLES = {
    Way.ITEM: "Continue one item to another day",
    Way.MEETING: "Continue the whole meeting to another day",
    Way.RECORD: "Leave the record open for written comments",
    Way.REOPEN: "Reopen testimony that was closed",
}
VERBS = {
    Way.ITEM: "Continue the item",
    Way.MEETING: "Continue the meeting",
    Way.RECORD: "Leave the record open",
    Way.REOPEN: "Reopen testimony",
}
NO_DAY = "This reads as no day. Write it like Mar 19, 2026 or 3/19/2026."
NO_TIME = "This reads as no time. Write it like 5:30 PM."


class ContinueSheet(MeetingSheet):
    """A letter says which; while it is typed, the sentences of the chair and of the minutes stand below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Continue, leave open, reopen", VERBS[Way.ITEM], 560)
        hearing = desk.hearing
        self.list = LinesView("What is done", letters="".join(Way), height=ONE_LINE)
        self.item = ChoiceField[str]("Item", [("", "no item")])
        self.day = LineField("Day", hint="Like Mar 19, 2026.")
        self.time = LineField("Time", clock_time(local(hearing, hearing.meeting.scheduled)), hint="Like 5:30 PM.")
        self.place = LineField("Place", hearing.meeting.place)
        self.reason = LineField("By which motion, or on whose order", hint="This goes on the record.")
        self.suggestion = button("", self._take_suggestion, kind="link")
        self.waiting = label(wrap=True, tone=Tone.MUTED)
        self.aloud = label(wrap=True, size=15)
        self.minutes = label(wrap=True, tone=Tone.MUTED)
        self._lay_out_fields()

    def _lay_out_fields(self) -> None:
        self.list.letter.connect(lambda letter: self.list.choose(Way(letter)))
        self.list.chosen.connect(self._show_way)
        self.list.opened.connect(self.enter)
        self.item.editor.currentIndexChanged.connect(lambda _: self._show_wording())
        for field in (self.day, self.time, self.place, self.reason):
            field.edited.connect(lambda _: self._show_wording())
        self.body.addWidget(self.list)
        self.body.addWidget(self.item)
        self.body.addLayout(row(self.day, self.time))
        for part in (self.place, self.reason, self.suggestion, self.waiting):
            self.body.addWidget(part)
        self.body.addWidget(heading("The chair reads aloud"))
        self.body.addWidget(self.aloud)
        self.body.addWidget(heading("The minutes will say"))
        self.body.addWidget(self.minutes)
        self.body.addStretch(1)

    @property
    def way(self) -> Way:
        return self.list.key if isinstance(self.list.key, Way) else Way.ITEM

    def show_hearing(self, hearing: Hearing) -> None:
        self.list.show_lines([Line(way, title, lead=way.value) for way, title in TITLES.items()])
        self.list.fit()
        self._show_way()

    def focus_first(self) -> None:
        if self.desk.hearing.item is not None and self.desk.hearing.item.closed:
            self.list.choose(Way.REOPEN)
        self.list.setFocus()

    def enter(self) -> None:
        if self.way is Way.REOPEN:
            done = self.act(rules.reopen_testimony, reason=self.reason.text())
        else:
            when = self._when(refuse=True)
            done = when is not None and self._beyond(when)
        if done:
            self.close_sheet()

    def _beyond(self, when: datetime) -> bool:
        match self.way:
            case Way.RECORD:
                return self.act(rules.leave_record_open, until=when, item=self.item.value())
            case Way.ITEM if not self.item.value():
                self.say("There is no item to continue. Choose one, or continue the whole meeting.")
                return False
            case _:
                item = self.item.value() if self.way is Way.ITEM else ""
                return self.act(rules.continue_hearing, to=when, place=self.place.text(), item=item)

    def _show_way(self) -> None:
        way, hearing = self.way, self.desk.hearing
        reopening = way is Way.REOPEN
        self.item.show_choices(_choices(hearing, way), self.item.value() or hearing.in_hand)
        self.item.setVisible(way in (Way.ITEM, Way.RECORD))
        self.day.setVisible(not reopening)
        self.time.setVisible(not reopening)
        self.place.setVisible(way in (Way.ITEM, Way.MEETING))
        self.reason.setVisible(reopening)
        self.suggestion.show_words(f"Use: {words}" if (words := _motion(hearing)) else "")
        self.suggestion.setVisible(reopening and bool(words))
        self.main.show_words(VERBS[way])
        refusal = self._refusal()
        self.main.show_refusal(refusal)
        self.say(refusal)
        self._show_wording()

    def _refusal(self) -> str:
        """What stands in the way whatever is typed."""
        return self.desk.refusal(rules.reopen_testimony, reason="given") if self.way is Way.REOPEN else ""

    def _show_wording(self) -> None:
        hearing, item = self.desk.hearing, self._item()
        when = self._when(refuse=False)
        waiting = announced.left_waiting(hearing, item) if self.way in (Way.ITEM, Way.MEETING) else 0
        self.waiting.setText(_kept(waiting))
        self.waiting.setVisible(bool(waiting))
        aloud, told = self._sentences(item, when)
        self.aloud.setText(f"“{aloud}”" if aloud else "–")
        self.minutes.setText(told or "–")

    def _sentences(self, item: Item | None, when: datetime | None) -> tuple[str, str]:
        hearing, place = self.desk.hearing, self.place.text()
        if self.way is Way.REOPEN:
            at = minutes_time(local(hearing, self.desk.now()))
            if item is None or not item.closed:
                return "", ""
            told = announced.reopened_sentence(announced.noun(item), at, self.reason.text())
            return announced.reopening_aloud(hearing, item), told
        if when is None or (item is None and self.way is not Way.MEETING):
            return "", ""
        if self.way is Way.RECORD and item is not None:
            return announced.record_open_aloud(hearing, item, when), announced.record_open_sentence(hearing, when)
        what = announced.noun(item) if item else "The meeting"
        return (
            announced.continuing_aloud(hearing, item, when, place),
            announced.continued_sentence(hearing, what, when, place),
        )

    def _item(self) -> Item | None:
        match self.way:
            case Way.MEETING:
                return None
            case Way.REOPEN:
                return self.desk.hearing.item
            case _:
                return self.desk.hearing.items.get(self.item.value())

    def _when(self, *, refuse: bool) -> datetime | None:
        """Day and time as typed, in UTC; of 5:30 the one nearer to when this meeting began."""
        hearing = self.desk.hearing
        usual = local(hearing, hearing.meeting.scheduled).time()
        day = typed.day(self.day.text())
        at = min(typed.times(self.time.text().replace(".", "")), key=lambda t: _apart(t, usual), default=None)
        for field, found, sentence in ((self.day, day, NO_DAY), (self.time, at, NO_TIME)):
            if refuse and found is None:
                field.refuse(sentence)
                field.setFocus()
                return None
        if day is None or at is None:
            return None
        return typed.in_utc(datetime.combine(day, at, ZoneInfo(hearing.meeting.timezone)))

    def _take_suggestion(self) -> None:
        self.reason.show_text(_motion(self.desk.hearing))
        self.reason.setFocus()
        self._show_wording()


def _apart(one: time, other: time) -> int:
    return abs(one.hour * 60 + one.minute - other.hour * 60 - other.minute)


def _choices(hearing: Hearing, way: Way) -> list[tuple[str, str]]:
    """The item in hand first; to be continued what is not done, to be left open what takes testimony."""
    fits: Callable[[Item], bool] = (
        (lambda item: item.notice.kind.takes_testimony)
        if way is Way.RECORD
        else (lambda item: item.state is not ItemState.DONE and not item.continued)
    )
    order = dict.fromkeys((*([hearing.in_hand] if hearing.in_hand else []), *hearing.agenda))
    found = [hearing.items[item] for item in order if fits(hearing.items[item])]
    return [(item.id, f"{item.label} · {item.notice.title}") for item in found] or [("", "no item")]


def _kept(waiting: int) -> str:
    who = "1 person is" if waiting == 1 else f"{waiting} people are"
    return f"{who} waiting. The record keeps them as the queue of the continued session, in this order."


def _motion(hearing: Hearing) -> str:
    """The latest motion that carried, as the reason; empty where none did."""
    carried = [motion for motion in hearing.motions if motion.result is MotionResult.CARRIED and not motion.amends]
    return f"by motion {carried[-1].number}, “{carried[-1].text.rstrip('.')}”" if carried else ""
