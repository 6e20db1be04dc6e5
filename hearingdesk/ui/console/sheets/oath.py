"""The oath: all who intend to speak at once, or one who came late; sworn, affirmed, or exempt (H-04)."""

from hearingdesk.desk import Desk
from hearingdesk.domain import oaths, rules
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing, Item, Registration
from hearingdesk.domain.local import clock_time, local
from hearingdesk.domain.values import OathForm
from hearingdesk.ui.console.sheets.sheet import MeetingSheet
from hearingdesk.ui.console.sheets.words import presiding
from hearingdesk.ui.kit.button import button
from hearingdesk.ui.kit.card import heading, row
from hearingdesk.ui.kit.fields import ChoiceField, LineField
from hearingdesk.ui.kit.lines import ONE_LINE, Line, LinesView
from hearingdesk.ui.kit.look import Tone
from hearingdesk.ui.kit.text import check_box, label

FORMS = [(OathForm.SWORN, "Sworn"), (OathForm.AFFIRMED, "Affirmed"), (OathForm.EXEMPT, "Exempt")]


class OathSheet(MeetingSheet):
    """Whoever has not taken it is ticked; where that is whoever has the floor, this one alone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Oath", "Record the oath", 560)
        self._ticked: frozenset[int] = _at_first(desk.hearing)
        self.text = label(f"“{desk.hearing.profile.oath_text}”", wrap=True, size=15)
        self.list = LinesView("Who intends to speak", letters=" A", lead=44, height=ONE_LINE)
        self.list.setMinimumHeight(200)
        self.list.letter.connect(self._letter)
        self.list.opened.connect(self.enter)
        self.tick = button("With this one", lambda: self._letter(" "), key="Space")
        self.all = button("All, or none", lambda: self._letter("A"), key="A")
        self.form = ChoiceField[OathForm]("They are", list(FORMS))
        self.form.editor.currentIndexChanged.connect(lambda _: self._show_form())
        self.by = LineField("Administered by", presiding(desk.hearing))
        self.why = LineField("Why exempt", placeholder="such as: an attorney")
        self.card = check_box("Signed on the card, not spoken")
        self._lay_out_fields()

    def _lay_out_fields(self) -> None:
        self.body.addWidget(heading("Read aloud, in the body's own words"))
        self.body.addWidget(self.text)
        self.body.addLayout(row(heading("Who intends to speak"), None, self.tick, self.all))
        self.body.addWidget(self.list, 1)
        self.body.addLayout(row(self.form, self.by))
        self.body.addWidget(self.why)
        self.body.addWidget(self.card)

    def show_hearing(self, hearing: Hearing) -> None:
        people = oaths.intending(hearing, hearing.item) if hearing.item else ()
        waiting = frozenset(one.slip for one in people if one.oath is None)
        self._ticked &= waiting
        self.list.show_lines([self._line(hearing, one) for one in people])
        self._show_form()

    def focus_first(self) -> None:
        self.list.setFocus()

    def enter(self) -> None:
        hearing = self.desk.hearing
        people = oaths.intending(hearing, hearing.item) if hearing.item else ()
        slips = tuple(one.slip for one in people if one.slip in self._ticked)
        form = self.form.value()
        exempt = form is OathForm.EXEMPT
        given = {"by": "" if exempt else self.by.text(), "why": self.why.text() if exempt else ""}
        if self.act(rules.take_oath, slips, form, **given, on_card=self.card.isChecked() and not exempt):
            self.close_sheet()

    def _letter(self, letter: str) -> None:
        hearing = self.desk.hearing
        everybody = frozenset(oaths.unsworn(hearing, hearing.item)) if hearing.item else frozenset()
        if letter == "A":
            self._ticked = frozenset() if self._ticked == everybody else everybody
        elif self.list.key in everybody:
            self._ticked ^= {int(str(self.list.key))}
        self.show_hearing(hearing)

    def _show_form(self) -> None:
        exempt = self.form.value() is OathForm.EXEMPT
        self.why.setVisible(exempt)
        self.by.setVisible(not exempt)
        self.card.setVisible(not exempt)
        people = how_many(len(self._ticked), "person", "people")
        self.main.show_words(f"{'Record as exempt' if exempt else 'Record the oath'}: {people}")

    def _line(self, hearing: Hearing, one: Registration) -> Line:
        if one.oath is not None:
            said = f"{one.oath.words.capitalize()}, {clock_time(local(hearing, one.oath.at))}"
            return Line(one.slip, one.name, lead=str(one.slip), aside=said, tone=Tone.GOOD)
        ticked = one.slip in self._ticked
        said, tone = ("✓ now", Tone.ACCENT) if ticked else ("not sworn in", Tone.MUTED)
        return Line(one.slip, one.name, lead=str(one.slip), aside=said, tone=tone)


def _at_first(hearing: Hearing) -> frozenset[int]:
    item: Item | None = hearing.item
    if item is None:
        return frozenset()
    speaker = hearing.speaker
    if speaker is not None and speaker.oath is None:
        return frozenset({speaker.slip})
    return frozenset(oaths.unsworn(hearing, item))
