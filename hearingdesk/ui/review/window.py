"""The review window: the open points on the left, the editor of the chosen one beside them, and its real page."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QStackedWidget, QVBoxLayout, QWidget

from hearingdesk.desk import Desk
from hearingdesk.domain.agreement import coding_words, first_coding
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing, Registration
from hearingdesk.domain.open_points import OpenPoint, open_points
from hearingdesk.domain.values import Coding
from hearingdesk.ui.actions import Action, Actions
from hearingdesk.ui.drafts import DRAFT_AFTER, draft_key
from hearingdesk.ui.kit.card import Card, column, row
from hearingdesk.ui.kit.lines import LinesView
from hearingdesk.ui.kit.look import TITLE, Tone, px, set_role
from hearingdesk.ui.kit.scroll import scrolled
from hearingdesk.ui.kit.sheet import OneSheet, Sheet
from hearingdesk.ui.kit.text import label, pill
from hearingdesk.ui.review.agreement_sheet import AgreementSheet
from hearingdesk.ui.review.deeds import Deeds
from hearingdesk.ui.review.editors import CodingEditor, ConcernEditor, SpeakerEditor
from hearingdesk.ui.review.minutes_sheet import MinutesSheet
from hearingdesk.ui.review.outside import Outside
from hearingdesk.ui.review.points import lines, points_of
from hearingdesk.ui.review.preview import Preview

NARROW = 1000
"""Below this width, at 100 %, the parts stand one below the other."""
PASSES = {Coding.REVIEW: "Review", Coding.SECOND: "Second coder", Coding.AGREED: "Settle"}

Key = tuple[str, int, str]


class ReviewWindow(QWidget):
    """``closed`` says that the window is gone and the desk no longer followed."""

    closed = Signal()

    def __init__(self, desk: Desk, outside: Outside) -> None:
        super().__init__()
        self._desk = desk
        self._outside = outside
        self._deeds = Deeds(desk, self.say)
        self._coding = Coding.REVIEW
        self._key: Key | None = None
        self._sheets = OneSheet(self)
        self._points: dict[Key, OpenPoint] = {}
        self._make_parts()
        self.keys = Actions(self, self._table())
        self._lay_out()
        self._connect()
        self._unfollow = desk.follow(self.show_hearing)
        self.show_hearing(desk.hearing)

    def _make_parts(self) -> None:
        self.list = LinesView("What is still open", lead=36)
        self.speaker = SpeakerEditor()
        self.coding = CodingEditor()
        self.concern = ConcernEditor()
        self.preview = Preview(self._outside.draw)
        self._nothing = label(tone=Tone.MUTED, wrap=True)
        self._state = pill("", Tone.ACCENT)
        self._marks = label(tone=Tone.MUTED, elide=True)
        self._said = label(tone=Tone.BAD, wrap=True)
        self._said.hide()
        self._drafting = QTimer(self)
        self._drafting.setSingleShot(True)
        self._drafting.setInterval(DRAFT_AFTER)

    def _table(self) -> list[Action]:
        passes = [
            Action(f"pass_{coding}", "Coding", words, f"Alt+{n}", partial(self.show_coding, coding))
            for n, (coding, words) in enumerate(PASSES.items(), 1)
        ]
        return [
            Action("go", "Review", "Record, and go on", "Ctrl+Return", self.go, self._go_refusal, self._go_words),
            Action("next", "Review", "Next point", "F6", self._next),
            *passes,
            Action("agreement", "Coding", "How far the coders agree", "Ctrl+Shift+A", self._open_agreement),
            Action("minutes", "Minutes", "Life of the minutes…", "Ctrl+M", self._open_minutes),
            Action("take_back", "Minutes", "Take back from Word…", "Ctrl+Shift+W", self._open_take_back),
            Action("export", "Minutes", "Export…", "Ctrl+Shift+E", self._outside.export),
            Action("menu", "Review", "Menu of all acts", "F10", self._show_menu),
        ]

    def _lay_out(self) -> None:
        hearing = self._desk.hearing
        self.setWindowTitle(f"Review · {hearing.body.name} – hearingdesk")
        band = QFrame()
        set_role(band, "role", "band")
        title = label(f"Review · {hearing.meeting.title}", size=TITLE, bold=True, elide=True)
        self._above = {name: self.keys.button(name) for name in ("minutes", "take_back", "export")}
        band.setLayout(row(title, self._state, *self._above.values(), margins=(16, 10, 16, 10), spacing=12))
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setContentsMargins(px(12), px(12), px(12), px(12))
        self._body.setSpacing(px(12))
        self._body.addWidget(self._list_card(), 3)
        self._body.addWidget(self._editor_card(), 4)
        self._body.addWidget(self.preview, 4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(band)
        self._area = scrolled(self._body)
        whole.addWidget(self._area, 1)
        self.resize(1366, 768)

    def _list_card(self) -> Card:
        self._card = Card("Still open")
        self._card.setMinimumWidth(px(260))
        self._passes = {coding: self.keys.button(f"pass_{coding}", capped=False) for coding in PASSES}
        self._card.body.addLayout(row(*self._passes.values(), None, margins=(12, 8, 12, 8), spacing=6))
        self._card.body.addWidget(self.list, 1)
        self._card.body.addLayout(row(self._marks, margins=(12, 6, 12, 6)))
        return self._card

    def _editor_card(self) -> Card:
        self._editor = Card("Editor")
        self._editor.setMinimumWidth(px(330))
        self._stack = QStackedWidget()
        for part in (self._nothing, self.speaker, self.coding, self.concern):
            self._stack.addWidget(part)
        inside = column(self._stack, margins=(12, 12, 12, 12))
        self._editor.body.addWidget(scrolled(inside), 1)
        self._editor.body.addLayout(row(self._said, margins=(12, 4, 12, 0)))
        foot = row(self.keys.button("agreement", "Agreement", "link", capped=False), None, margins=(12, 8, 12, 8))
        foot.addWidget(self.keys.button("go", kind="main"))
        self._editor.body.addLayout(foot)
        return self._editor

    def _connect(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self._enter)
        self.speaker.named.connect(partial(self._with_speaker, self._deeds.name))
        self.speaker.stated.connect(partial(self._with_speaker, self._deeds.state))
        self.speaker.marked.connect(partial(self._with_speaker, self._deeds.mark))
        self.speaker.typed.connect(self._typed)
        self._drafting.timeout.connect(self.keep_draft)

    # What is shown

    def show_hearing(self, hearing: Hearing) -> None:
        """The list as it is now; the chosen point stays chosen, else the one that took its place."""
        self._points = {point.key: point for point in points_of(self._coding, hearing)}
        place = self.list.currentIndex().row()
        wanted = self._key
        self.list.show_lines(lines(list(self._points.values()), self._desk.drafts))
        if wanted not in self._points:
            self._choose_near(place)
        self._show_words(hearing)
        self._show_point()
        self.keys.refresh()

    def _show_words(self, hearing: Hearing) -> None:
        number = len(self._points) if self._coding is not Coding.REVIEW else len(open_points(hearing))
        self._card.show_title("Still open", how_many(number, "point"))
        self._state.setText(hearing.minutes.words)
        self._marks.setText(coding_words(hearing) if self._coding is not Coding.SECOND else "Blind to the first coder.")
        for coding, made in self._passes.items():
            made.show_on(coding is self._coding)

    def _choose_near(self, place: int) -> None:
        rows = self.list.lines.rows
        following = [line for line in rows[max(0, place) :] if not line.heading]
        nearest = following or [line for line in rows if not line.heading]
        if nearest:
            self.list.choose(nearest[0].key)

    def _chosen(self) -> None:
        if self.list.key != self._key:
            self.keep_draft()
            self.say("")
            self._show_point()
            self.keys.refresh()

    @property
    def point(self) -> OpenPoint | None:
        """The chosen one."""
        key = self.list.key
        return self._points.get(key) if isinstance(key, tuple) else None

    def _show_point(self) -> None:
        point, hearing = self.point, self._desk.hearing
        another = point is None or point.key != self._key
        self._key = point.key if point else None
        if point is None:
            self._show_nothing()
        elif point.code:
            self._stack.setCurrentWidget(self.concern)
            self._editor.show_title(point.name)
            self.concern.show_concern(point.code, hearing, another=another)
        else:
            self._show_speaker(point, hearing, another=another)
        self._show_page()

    def _show_nothing(self) -> None:
        words = {
            Coding.SECOND: "Everybody who was heard has been coded a second time.",
            Coding.AGREED: "The two coders said the same of everybody whom both have coded, or have settled it.",
        }
        self._nothing.setText(words.get(self._coding, "Nobody was heard, and nothing is open."))
        self._stack.setCurrentWidget(self._nothing)
        self._editor.show_title("Editor")

    def _show_speaker(self, point: OpenPoint, hearing: Hearing, *, another: bool) -> None:
        registration = hearing.registrations[point.slip]
        self._editor.show_title(registration.name)
        if self._coding is Coding.REVIEW:
            self._stack.setCurrentWidget(self.speaker)
            draft = self._desk.drafts.get(draft_key(point.slip), "")
            self.speaker.show_speaker(registration, hearing, draft, another=another)
            return
        self._stack.setCurrentWidget(self.coding)
        self.coding.show_speaker(registration, hearing)
        if another and self._coding is Coding.SECOND:
            self.coding.show_marks(hearing, ())
        elif another:
            self._show_both(registration, hearing)

    def _show_both(self, registration: Registration, hearing: Hearing) -> None:
        """What the two coders found, side by side; those they share are ticked to begin with."""
        first, second = set(first_coding(registration)), set(registration.codings[Coding.SECOND])
        notes = dict.fromkeys(first & second, "both")
        notes |= dict.fromkeys(first - second, "first coder only") | dict.fromkeys(second - first, "second coder only")
        self.coding.show_marks(hearing, [code for code in first_coding(registration) if code in second], notes)

    def _show_page(self) -> None:
        """The page as it would be with what is typed, where the minutes may still change."""
        point, hearing = self.point, self._desk.hearing
        wanted: tuple[str, ...] = ()
        if point is not None and point.slip:
            registration = hearing.registrations[point.slip]
            text = self.speaker.text if self._coding is Coding.REVIEW else registration.summary
            typed = replace(registration, summary=text)
            hearing = replace(hearing, registrations=hearing.registrations.set(point.slip, typed))
            wanted = (text, registration.published_name)
        self.preview.show_page(hearing, wanted)

    def say(self, sentence: str, tone: Tone = Tone.BAD) -> None:
        """A refusal, or what was done; empty takes it away."""
        self._said.setText(sentence)
        self._said.show_tone(tone)
        self._said.setVisible(bool(sentence))

    @property
    def said(self) -> str:
        return self._said.text()

    # What is done

    def show_coding(self, coding: Coding) -> None:
        """Another pass: the first coder's review, the second coder's, or settling the two."""
        self.keep_draft()
        self._coding, self._key = coding, None
        self.say("")
        self.list.show_lines([])
        self.show_hearing(self._desk.hearing)
        self._focus(self.coding.coder if coding is Coding.SECOND and not self.coding.coder.text() else self.list)

    def go(self) -> None:
        """Puts what is typed or ticked on the record, and goes on to the next point."""
        point = self.point
        if point is None:
            return
        if point.code:
            done = self._deeds.define(point.code, self.concern.text)
        elif self._coding is Coding.REVIEW:
            done = self._deeds.write(point.slip, self.speaker.text)
        else:
            done = self._deeds.code(point.slip, self.coding.codes, self._coding, self.coding.coder.text())
        if done and self.point is not None and self.point.key == point.key:
            self._next()

    def _go_words(self) -> str:
        if self._coding is not Coding.REVIEW:
            return "Code, and go on" if self._coding is Coding.SECOND else "Settle, and go on"
        return "Define, and go on" if self.point is not None and self.point.code else "Record, and go on"

    def _go_refusal(self) -> str:
        return "" if self.point is not None else "Nothing is open here."

    def _with_speaker(self, deed: Callable[..., object], said: object) -> None:
        point = self.point
        if point is not None and point.slip and said is not None:
            deed(point.slip, said)

    def _typed(self) -> None:
        if not self._drafting.isActive():
            self._drafting.start()
        self._show_page()

    def keep_draft(self) -> None:
        """What is typed and not on the record, safe on the disk."""
        self._drafting.stop()
        if self._key is not None and self._key[1] and self._coding is Coding.REVIEW:
            self._deeds.keep_draft(self._key[1], self.speaker.text)

    # Keys and sheets

    def _next(self) -> None:
        rows = self.list.lines.rows
        below = [line for line in rows[self.list.currentIndex().row() + 1 :] if not line.heading]
        if below:
            self.list.choose(below[0].key)
        self._focus(self.list)

    def _enter(self) -> None:
        """From the list into the field that the point is about."""
        point = self.point
        if point is None:
            return
        if point.code:
            self._focus(self.concern.definition)
        elif self._coding is not Coding.REVIEW:
            self._focus(self.coding.marks)
        else:
            fields = {"name": self.speaker.name, "uncoded": self.speaker.marks, "position": self.speaker.position}
            self._focus(fields.get(point.kind.value, self.speaker.summary))

    def _focus(self, widget: QWidget) -> None:
        """Where the parts stand one below the other, the one that takes the keys comes into view."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(widget)

    def _show_menu(self) -> None:
        menu = self.keys.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self._above["minutes"].geometry().bottomLeft()))

    def _open_minutes(self) -> None:
        self._sheets.show("minutes", MinutesSheet(self._desk))

    def _open_agreement(self) -> None:
        self._sheets.show("agreement", AgreementSheet(self._desk.hearing))

    def _open_take_back(self) -> None:
        told = self._outside.take_back(self._desk)
        if isinstance(told, str):
            self.say(told)
        else:
            self._sheets.show("take_back", told)

    @property
    def sheet(self) -> Sheet | None:
        return self._sheets.open

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.list.hasFocus():
            self._focus(self.list)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < px(NARROW)
        self._body.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        least = px(420) if narrow else 0
        for part in (self._card, self._editor, self.preview):
            part.setMinimumHeight(least)
        for name, made in self._above.items():
            made.show_key("" if narrow else self.keys.table[name].key)
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is typed stays a draft; the desk is let go."""
        self.keep_draft()
        self._unfollow()
        self.preview.close_pages()
        self.closed.emit()
        super().closeEvent(event)
