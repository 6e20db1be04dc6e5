"""The form of a body that is kept: who meets, by which rules, for which concerns, where and when as a rule."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from hearingdesk.domain.local import long_date
from hearingdesk.domain.names import folded
from hearingdesk.domain.profile import RuleProfile
from hearingdesk.domain.standing import KeptBody, next_day
from hearingdesk.domain.values import Concern
from hearingdesk.library import ConcernSet
from hearingdesk.ui.kit.card import column
from hearingdesk.ui.kit.fields import ChoiceField, Field, LineField
from hearingdesk.ui.kit.look import px
from hearingdesk.ui.kit.scroll import scrolled
from hearingdesk.ui.setup.body_fields import BodyFields
from hearingdesk.ui.setup.files import Chooser, ask
from hearingdesk.ui.setup.form import Form, show_faults
from hearingdesk.ui.setup.grid import FieldGrid
from hearingdesk.ui.setup.paper_fields import PaperFields
from hearingdesk.ui.setup.prepared import TypedUsual
from hearingdesk.ui.setup.strip import RuleStrip


@dataclass(frozen=True)
class Choices:
    """What a body may choose from, as it is now; and today, from which its next meeting is told.

    ``choose`` asks for the file of a seal.
    """

    profiles: Callable[[], Sequence[RuleProfile]]
    sets: Callable[[], Sequence[ConcernSet]]
    zones: Sequence[str]
    today: date
    choose: Chooser = ask


class BodyForm(Form[KeptBody]):
    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._choices = choices
        self._titles: Collection[str] = ()
        self.who = BodyFields()
        self.who.members.editor.setMaximumHeight(px(132))
        self.profile = ChoiceField[RuleProfile | None]("Usual rules", [(None, "")])
        self.concerns = ChoiceField[tuple[str, tuple[Concern, ...]]]("Usual concerns to listen for", [(("", ()), "")])
        self.kind = LineField("Usual meeting", placeholder="such as Regular meeting")
        self.meets = LineField("Meets on", placeholder="such as 1st and 3rd Thursday")
        self.time = LineField("At", placeholder="such as 5:30 PM")
        self.place = LineField("Place")
        self.remote = LineField("Online", placeholder="platform or link")
        self.zone = LineField("Time zone", placeholder="that of this computer")
        self.zone.editor.setCompleter(zone_completer(choices.zones, self.zone))
        self.papers = PaperFields(choices.choose)
        self.strip = RuleStrip()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        who, papers = self.who, self.papers
        fields = FieldGrid(
            [
                ("Who meets", [who.name, who.jurisdiction, who.clerk, who.member_word, who.quorum]),
                ("", [who.members]),
                ("By which rules, and for which concerns", [self.profile, self.concerns]),
                ("Where and when, as a rule", [self.kind, self.meets, self.time, self.place, self.remote, self.zone]),
                ("On its papers", [papers.address, papers.reach, papers.held]),
                ("", [papers.seal]),
                ("", [papers.seal_words]),
            ],
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(column(fields, None, margins=(12, 12, 12, 12))), 1)

    def _connect(self) -> None:
        self.who.edited.connect(self.changed)
        self.papers.edited.connect(self.changed)
        for line in (self.kind, self.meets, self.time, self.place, self.remote, self.zone):
            line.edited.connect(lambda _: self.changed.emit())
        self.meets.edited.connect(lambda _: self._show_next())
        self.profile.picked.connect(self._show_rule)
        for choice in (self.profile, self.concerns):
            choice.picked.connect(self.changed)

    @property
    def fields(self) -> dict[str, Field[Any]]:
        """As the faults are named."""
        usual = {
            "kind": self.kind,
            "meets": self.meets,
            "time": self.time,
            "place": self.place,
            "remote": self.remote,
            "timezone": self.zone,
        }
        return self.who.by_name | usual | self.papers.by_name

    def show_value(self, value: KeptBody, titles: Collection[str]) -> None:
        self._titles = titles
        self.who.show_body(value.body)
        self.papers.show_body(value.body)
        usual = value.usual
        self._show_choices(value)
        for field, text in zip(
            (self.kind, self.meets, self.time, self.place, self.remote, self.zone),
            (usual.kind, usual.meets, usual.time, usual.place, usual.remote, usual.timezone),
            strict=True,
        ):
            field.show_text(text)
        show_faults(self.fields, {})
        self._show_rule()
        self._show_next()

    def typed(self) -> object:
        return self.who.typed(), self._usual(), self.papers.typed(), self.profile.value(), self.concerns.value()

    def made(self) -> KeptBody | None:
        found = {**self.who.typed().body_faults(), **self._usual().faults(), **self.papers.faults()}
        faults = {field: sentence for field, sentence in found.items() if sentence}
        if folded(self.who.name.text()) in map(folded, self._titles):
            faults["body"] = "Another body has this name. Give this one another."
        show_faults(self.fields, faults)
        profile, (named, concerns) = self.profile.value(), self.concerns.value()
        if faults or profile is None:
            return None
        return KeptBody(self.papers.made(self.who.made()), profile, concerns, self._usual().made(), named)

    def first(self) -> QWidget:
        return self.who.name.editor

    def _usual(self) -> TypedUsual:
        return TypedUsual(
            kind=self.kind.text(),
            place=self.place.text(),
            remote=self.remote.text(),
            meets=self.meets.text(),
            time=self.time.text(),
            timezone=self.zone.text(),
        )

    def _show_choices(self, value: KeptBody) -> None:
        """What there is now, and what the body had where that is no longer among it."""
        profiles = list(self._choices.profiles())
        rules: list[tuple[RuleProfile | None, str]] = [(profile, profile.title) for profile in profiles]
        if value.profile not in profiles:
            rules.append((value.profile, f"{value.profile.title}, as the body had it"))
        self.profile.show_choices(rules, value.profile)
        found = [((one.name, one.concern), one.title) for one in self._choices.sets()]
        had = (value.concern_set, value.concerns)
        others = [(("", value.concerns), "as the body had them")] if value.concerns and had not in dict(found) else []
        chosen = had if had in dict(found) else ("", value.concerns)
        self.concerns.show_choices([*found, *others, (("", ()), "none yet")], chosen)

    def _show_rule(self) -> None:
        profile = self.profile.value()
        if profile is not None:
            self.strip.show_profile(profile)

    def _show_next(self) -> None:
        coming = next_day(self.meets.text(), self._choices.today)
        self.meets.advise(f"Next on {long_date(coming)}." if coming else "")


def zone_completer(zones: Sequence[str], parent: QWidget) -> QCompleter:
    """Finds a zone by any part of its name."""
    completer = QCompleter(list(zones), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
