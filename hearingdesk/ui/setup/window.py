"""The screen that prepares a hearing: who meets, when and where, under which rules, with which agenda."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from hearingdesk.domain.local import short_date
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.standing import KeptBody, Usual, next_day
from hearingdesk.domain.values import Body, Concern
from hearingdesk.ui.kit import typed
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import Card, Part, column, hairline, row
from hearingdesk.ui.kit.fields import ChoiceField, Field, LineField
from hearingdesk.ui.kit.look import Tone, px
from hearingdesk.ui.kit.scroll import scrolled
from hearingdesk.ui.kit.text import check_box, label
from hearingdesk.ui.setup.body_fields import BodyFields
from hearingdesk.ui.setup.body_form import zone_completer
from hearingdesk.ui.setup.files import Chooser, FileField, Source, ask
from hearingdesk.ui.setup.form import show_faults
from hearingdesk.ui.setup.found import AgendaField
from hearingdesk.ui.setup.prepared import NewHearing, Typed
from hearingdesk.ui.setup.reading import AgendaReader
from hearingdesk.ui.setup.screen import Screen
from hearingdesk.ui.setup.strip import RuleStrip

LEAST = 360
"""Pixels at 100 %: no card is lower."""
AROUND = 60
"""Pixels at 100 % beside the fields of a card that is as wide as the screen."""
SIGN_UPS = "Sign-up lists (*.csv *.xlsx *.tsv *.txt);;All files (*)"


@dataclass(frozen=True)
class Offered:
    """What there is to choose from: rules, concern sets by title, who met before, time zones and the usual one."""

    profiles: Sequence[RuleProfile]
    concerns: Mapping[str, tuple[Concern, ...]]
    bodies: Sequence[KeptBody]
    zones: Sequence[str]
    zone: str


class SetupScreen(Screen):
    """``create`` prepares the hearing on the record. ``today`` is the date to start from."""

    stacks_below = 1040  # pixels at 100 %: three cards of fields, none of them cut

    def __init__(
        self,
        create: Callable[[NewHearing], object],
        offered: Offered,
        agendas: AgendaReader,
        today: date,
        choose: Chooser = ask,
    ) -> None:
        super().__init__("New hearing", "Prepare the hearing")
        self._create = create
        self._bodies = offered.bodies
        self._today, self._zone = today, offered.zone
        self._make_body_fields()
        self._make_meeting_fields(today, offered)
        self._make_rule_fields(offered)
        self.agenda = AgendaField(agendas, choose=choose, narrow=True)
        self.sign_ups = FileField(
            "Sign-up file",
            SIGN_UPS,
            choose,
            "Shown row by row before anybody is registered.",
            paste_key="Ctrl+Shift+U",
            below=True,
        )
        self._lay_out_cards()
        self._connect()
        self._show_body()
        self._show_rule()
        self._kept = self._filled_in()

    def _make_body_fields(self) -> None:
        known: list[tuple[KeptBody | None, str]] = [(kept, kept.body.name) for kept in self._bodies]
        first = self._bodies[0] if self._bodies else None
        self.known = ChoiceField[KeptBody | None](
            "Which body", [*known, (None, "Another body")], first, as_written=True
        )
        self.who = BodyFields()

    def _make_meeting_fields(self, today: date, offered: Offered) -> None:
        self.kind = LineField("Meeting", "Regular meeting")
        self.day = LineField("Date", today.isoformat())
        self.time = LineField("Time", placeholder="such as 6:00 PM")
        self.zone = LineField("Time zone", offered.zone)
        self.zone.editor.setCompleter(zone_completer(offered.zones, self.zone))
        self.place = LineField("Place")
        self.remote = LineField("Online", placeholder="platform or link")
        self.rehearsal = check_box("A rehearsal: no record of anything")

    def _make_rule_fields(self, offered: Offered) -> None:
        listed = [(profile, profile.title) for profile in offered.profiles]
        sets = [(found, title) for title, found in offered.concerns.items()]
        for kept in self._bodies:
            if kept.profile not in offered.profiles:
                listed.append((kept.profile, f"{kept.profile.title}, as {kept.body.name} had it"))
            if kept.concerns and kept.concerns not in offered.concerns.values():
                sets.append((kept.concerns, f"as {kept.body.name} had them"))
        self.profile = ChoiceField("Rules", listed, as_written=True)
        self.strip = RuleStrip()
        self.concerns = ChoiceField[tuple[Concern, ...]]("Concerns to listen for", [*sets, ((), "none yet")])
        self.concern_words = label(tone=Tone.MUTED, wrap=True)

    def _lay_out_cards(self) -> None:
        body = self.who
        who: list[Part] = [
            self.known,
            body.name,
            body.jurisdiction,
            body.members,
            _pair(body.quorum, body.member_word),
            body.clerk,
        ]
        when: list[Part] = [
            self.kind,
            _pair(self.day, self.time),
            self.place,
            _pair(self.zone, self.remote),
            self.rehearsal,
        ]
        rules: list[Part] = [self.profile, self.concerns, self.concern_words]
        self.use_facts = button("", self._use_facts, kind="link")
        self.use_facts.hide()
        self._cards = (
            _card("Who meets", *who),
            _card("When, where and under which rules", *when, hairline(), *rules),
            _card("Agenda and sign-ups", self.agenda, self.use_facts, self.sign_ups),
        )
        for card, share in zip(self._cards, (3, 3, 4), strict=True):
            self.body.addWidget(card, share)
        self.lay_strip(self.strip)
        self.lay_foot()

    def _connect(self) -> None:
        self.known.setVisible(bool(self._bodies))
        self.known.picked.connect(self._show_body)
        self.profile.picked.connect(self._show_rule)
        self.concerns.picked.connect(self._show_rule)
        self.agenda.read.connect(self._show_facts)
        self.day.edited.connect(lambda _: self._show_day())
        self.day.editor.editingFinished.connect(self._date_agenda)
        self.zone.editor.editingFinished.connect(self._date_agenda)
        self._show_day()
        self._date_agenda()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_cards()

    def event(self, event: QEvent) -> bool:
        """What a card holds may have grown: a list that was read, a sentence on what is wrong."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_cards()
        return super().event(event)

    def _fit_cards(self) -> None:
        """One below the other the cards are as tall as what they hold: the screen scrolls then, and no card in it."""
        stacked = self.width() < px(self.stacks_below)
        for card in self._cards:
            inside = next(area.widget() for area in card.findChildren(QScrollArea))
            tall = inside.heightForWidth(self.width() - px(AROUND)) if stacked and inside is not None else 0
            above = card.title_row.sizeHint().height() + px(4) + 2
            card.setMinimumHeight(max(px(LEAST), tall + above))

    def first(self) -> QWidget:
        """What is remembered needs no typing: the day then, or the time where no usual one is known."""
        if not self._bodies:
            return self.who.name.editor
        return self.day.editor if self.time.text() else self.time.editor

    def take_files(self, agenda: Source | None, sign_ups: Source | None) -> None:
        """The lists of the hearing, as if they had been chosen here."""
        if agenda is not None:
            self.agenda.file.take(agenda)
        if sign_ups is not None:
            self.sign_ups.take(sign_ups)

    def drop_field(self) -> FileField:
        return self.agenda.file

    def go(self) -> None:
        self.agenda.file.settle()
        form = self.typed()
        unread = {"agenda": self.agenda.fault} if self.agenda.fault else {}
        faults = {**form.faults(), **unread}
        self._show_faults(faults)
        if not faults and self.attempt(lambda: self._create(self._made(form))):
            self.finish(f"{form.body}, {form.kind} is prepared.")

    def leave(self) -> None:
        """What was filled in is asked about once."""
        if self._filled_in() != self._kept:
            self._kept = self._filled_in()
            self.say("Nothing is prepared yet. Esc once more leaves, and what was typed here is gone.", Tone.WARN)
            return
        super().leave()

    def _filled_in(self) -> tuple[Typed, str, str]:
        """What a person would have to fill in again."""
        return self.typed(), self.agenda.file.line.text(), self.sign_ups.line.text()

    def typed(self) -> Typed:
        """The form as it stands."""
        return Typed(
            **asdict(self.who.typed()),
            kind=self.kind.text(),
            day=self.day.text(),
            time=self.time.text(),
            timezone=self.zone.text(),
            place=self.place.text(),
            remote=self.remote.text(),
            rehearsal=self.rehearsal.isChecked(),
        )

    def _made(self, form: Typed) -> NewHearing:
        return NewHearing(
            body=self.who.made(),
            meeting=form.made_meeting(),
            profile=self.profile.value(),
            concerns=self.concerns.value(),
            items=self.agenda.items,
            source=self.agenda.source,
            sign_ups=self.sign_ups.source,
        )

    def _show_faults(self, faults: Mapping[str, str]) -> None:
        show_faults(self.fields, faults)
        if faults:
            some = "One field is" if len(faults) == 1 else f"{len(faults)} fields are"
            self.say(f"{some} still to be mended. Nothing was made yet.")

    @property
    def fields(self) -> dict[str, Field[Any]]:
        """As the faults are named, in the order of the screen."""
        meeting = {
            "kind": self.kind,
            "day": self.day,
            "time": self.time,
            "place": self.place,
            "timezone": self.zone,
            "remote": self.remote,
        }
        return self.who.by_name | meeting | {"agenda": self.agenda.file.line}

    def _show_body(self) -> None:
        """What is remembered of the body chosen; another body starts from nothing."""
        kept = self.known.value()
        self.who.show_body(kept.body if kept else Body(""))
        if kept:
            self.profile.show_value(kept.profile)
            self.concerns.show_value(kept.concerns)
            self._show_usual(kept.usual)
        self._show_rule()

    def _show_usual(self, usual: Usual) -> None:
        """The next of the usual days, and what else is known; what is not known stays as it is."""
        known = (
            (self.kind, usual.kind),
            (self.time, usual.time),
            (self.place, usual.place),
            (self.remote, usual.remote),
            (self.zone, usual.timezone or self._zone),
            (self.day, (next_day(usual.meets, self._today) or self._today).isoformat()),
        )
        for field, text in known:
            if text:
                field.show_text(text)
        self._show_day()

    def _show_rule(self) -> None:
        profile, concerns = self.profile.value(), self.concerns.value()
        self.strip.show_profile(profile)
        self.concern_words.setText(" · ".join(concern.label for concern in concerns))

    def _show_day(self) -> None:
        """The day in full, so that a slip of the finger is seen."""
        day = typed.day(self.day.text())
        self.day.advise(short_date(day) if day else "")

    def _date_agenda(self) -> None:
        day = typed.day(self.day.text())
        if day and not self.typed().faults().get("timezone"):
            self.agenda.show_day(day, self.zone.text())

    def _show_facts(self) -> None:
        found = self.agenda.found
        words = found.facts.words if found else ""
        self.use_facts.show_words(f"Use its meeting: {words}")
        self.use_facts.setVisible(bool(words))

    def _use_facts(self) -> None:
        """Day, time and place as the agenda's file has them; what it does not say stays as typed."""
        found = self.agenda.found
        if found is None:
            return
        facts = found.facts
        if facts.day is not None:
            self.day.show_text(facts.day.isoformat())
            self._show_day()
        if facts.time:
            self.time.show_text(facts.time)
        if facts.place:
            self.place.show_text(" ".join(facts.place.split()))


def _pair(left: QWidget, right: QWidget) -> QHBoxLayout:
    """Two fields of the same width side by side."""
    pair = row(left, right)
    pair.setStretch(0, 1)
    pair.setStretch(1, 1)
    return pair


def _card(title: str, *parts: Part) -> Card:
    """A card whose body scrolls where the window is too low for it."""
    card = Card(title)
    card.setMinimumHeight(px(LEAST))
    card.body.addWidget(scrolled(column(*parts, None, margins=(12, 12, 12, 12), spacing=10)))
    return card
