"""A change of limit in two presses, told what it ends at, or the wished end; the time in all extended (T-10, T-11)."""

from datetime import datetime, timedelta
from math import ceil

from hearingdesk.desk import Desk
from hearingdesk.domain import rules
from hearingdesk.domain.forecast import fit
from hearingdesk.domain.hearing import Hearing, Item
from hearingdesk.domain.local import local, minutes_time
from hearingdesk.domain.moments import Moment
from hearingdesk.domain.spans import clock_text, spoken
from hearingdesk.domain.timing import cap_left, extended_cap_sentence
from hearingdesk.ui.console.sheets import limits
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.console.sheets.words import presiding
from hearingdesk.ui.kit import typed
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import heading, row
from hearingdesk.ui.kit.fields import LineField
from hearingdesk.ui.kit.lines import ONE_LINE, Line, LinesView
from hearingdesk.ui.kit.look import Tone
from hearingdesk.ui.kit.text import label


class LimitSheet(MeetingSheet):
    """Enter puts the next lower limit on the record; a digit chooses the one of so many minutes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Change the limit", "Change the limit", 520)
        self._begun = False
        self.in_force = label(wrap=True)
        self.list = LinesView("Limits", letters="123456789", lead=56, height=ONE_LINE)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self.enter)
        self.list.letter.connect(lambda digit: self.list.choose(timedelta(minutes=int(digit))))
        self.by_when = LineField("Everyone heard by", placeholder="such as 9:30 PM")
        self.fits = label(wrap=True, tone=Tone.ACCENT)
        self.fits.hide()
        self.told = label(wrap=True, tone=Tone.MUTED)
        self.new = LineField("New limit", hint="Like 2, 2:30 or 90 s.")
        self.by = LineField("Ordered by", presiding(desk.hearing))
        self.reason = LineField("Why below the floor", hint="This goes on the record.")
        self.aloud = label(wrap=True, size=15)
        self.minutes = label(wrap=True, tone=Tone.MUTED)
        self.warning = label(wrap=True, tone=Tone.WARN)
        self.cap = label(wrap=True, bold=True)
        self.more = LineField("Extend the time in all by", placeholder="such as 10")
        self.extend = button("Extend", self.extend_cap)
        self._lay_out_fields()

    def _lay_out_fields(self) -> None:
        self.new.edited.connect(lambda _: self._show_wording())
        self.by.edited.connect(lambda _: self._show_wording())
        self.by_when.edited.connect(lambda _: self._fit_wished())
        self.more.edited.connect(lambda _: self._show_cap())
        self.body.addWidget(self.in_force)
        self.body.addWidget(self.list)
        self.body.addLayout(row(self.new, self.by, self.by_when))
        self.body.addWidget(self.fits)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.warning)
        self.body.addWidget(heading("The chair reads aloud"))
        self.body.addWidget(self.aloud)
        self.body.addWidget(heading("The minutes will say"))
        self.body.addWidget(self.minutes)
        self.body.addWidget(self.cap)
        self.body.addLayout(row(self.more, self.extend, None))
        self.body.addWidget(self.told)
        self.body.addStretch(1)

    def show_hearing(self, hearing: Hearing) -> None:
        now, item = self.desk.now(), hearing.item
        self.in_force.setText(limits.in_force(hearing, item, now))
        self.list.show_lines([_line(hearing, item, each, now) for each in limits.choices(item)] if item else [])
        self.list.fit()
        if not self._begun and item is not None:
            self._begun = True
            self.list.choose(limits.usual_next(item))
            self._choose()
        self._show_wording()
        self._show_cap()

    def extend_cap(self) -> None:
        """More time in all for the item."""
        by = typed.span(self.more.text())
        if by is None:
            self.more.refuse("This reads as no span of time. Write it like 10 or 7:30.")
            self.more.setFocus()
        elif self.act(rules.extend_cap, by=by, ordered_by=self.by.text()):
            self.more.show_text("")
            self._show_cap()
            self.note(self.cap.text())

    def enter(self) -> None:
        if self.more.text() and self.more.editor.hasFocus():
            self.extend_cap()
            return
        new = typed.span(self.new.text())
        if self.by_when.text() and self._wished() is None:
            self.by_when.refuse("This reads as no time. Write it like 9:30 PM, or leave it empty.")
            self.by_when.setFocus()
        elif new is None:
            self.new.refuse("This reads as no span of time. Write it like 2, 2:30 or 90 s.")
            self.new.setFocus()
        elif self.act(rules.change_limit, new=new, ordered_by=self.by.text(), below_floor_because=self.reason.text()):
            self.close_sheet()
        elif new < self.desk.hearing.profile.floor and not self.reason.text():
            self.reason.refuse(self.said)
            self.reason.setFocus()
            self.say("")

    def _choose(self) -> None:
        chosen = self.list.key
        if isinstance(chosen, timedelta):
            self.new.show_text(clock_text(chosen))
            self.new.refuse("")
        self._show_wording()

    def _wished(self) -> datetime | None:
        """The wished end as it is typed; None where it reads as no time."""
        return typed.in_utc(typed.coming(self.by_when.text(), local(self.desk.hearing, self.desk.now())))

    def _fit_wished(self) -> None:
        """The wished end as it is typed: the limit that fits, never below what the rule allows without a reason."""
        hearing, item, end = self.desk.hearing, self.desk.hearing.item, self._wished()
        self.fits.setVisible(item is not None and end is not None)
        if item is None or end is None:
            return
        found = fit(hearing, item, self.desk.now(), end)
        self.fits.setText(limits.fitting_words(hearing, found, end))
        if item.queue:
            self.new.show_text(clock_text(max(found.limit, hearing.profile.floor)))
            self.new.refuse("")
        self._show_wording()

    def _show_cap(self) -> None:
        hearing, item = self.desk.hearing, self.desk.hearing.item
        left = cap_left(hearing, item, self.desk.now()) if item else None
        by = typed.span(self.more.text())
        for part in (self.cap, self.more, self.extend, self.told):
            part.setVisible(left is not None)
        if item is None or item.cap is None or left is None:
            return
        more = f": about {ceil(left / item.limit)} more at {clock_text(item.limit)} each" if item.limit and left else ""
        self.cap.setText(f"Of {spoken(item.cap)} in all for {item.label}, {clock_text(left)} are left{more}.")
        at = minutes_time(local(hearing, self.desk.now()))
        spent_up = "When they are used up nobody new is called, and nobody who speaks is cut off."
        self.told.setText(extended_cap_sentence(by, self.by.text(), at) if by else spent_up)

    def _show_wording(self) -> None:
        hearing, item, new = self.desk.hearing, self.desk.hearing.item, typed.span(self.new.text())
        low = new is not None and new < hearing.profile.floor
        self.reason.setVisible(low)
        warning = _fixed_warning(hearing, item)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        if item is None or not new:
            self.aloud.setText("–")
            self.minutes.setText("–")
            return
        self.aloud.setText(f"“{limits.read_aloud(hearing, hearing.item, new)}”")
        self.minutes.setText(limits.for_the_minutes(hearing, item, new, self.by.text(), self.desk.now()))


def _line(hearing: Hearing, item: Item, limit: timedelta, now: Moment) -> Line:
    seen = limits.end(hearing, item, limit, now)
    done = f"Done about {seen.about}" if seen else "Nobody is waiting"
    low = " · below the floor" if limit < hearing.profile.floor else ""
    latest = f"at the latest {seen.latest}" if seen else ""
    return Line(limit, f"{done}{low}", lead=clock_text(limit), aside=latest)


def _fixed_warning(hearing: Hearing, item: Item | None) -> str:
    """T-10: said first where the body fixes its limit before anybody speaks."""
    if not hearing.profile.limit_fixed_at_start or item is None or not item.tally.heard:
        return ""
    return "The rule of this body fixes the limit at the start of the item, and people have been heard."
