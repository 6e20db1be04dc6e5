"""How far the two coders agree, concern by concern: counts, percent and Cohen's kappa."""

from hearingdesk.domain.agreement import Agreement, coded_twice, coding_agreement
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing
from hearingdesk.ui.kit.lines import Line, LinesView
from hearingdesk.ui.kit.look import LARGE, Tone
from hearingdesk.ui.kit.sheet import Sheet
from hearingdesk.ui.kit.text import label

WIDE = 520
MEANING = (
    "Percent is how often the two said the same; kappa is what is left of that beyond chance, 1 at most. Above 0.60 is "
    "held to be satisfactory. It has no meaning where both gave a concern to all, or to none."
)


class AgreementSheet(Sheet):
    """Reads the hearing once; nothing is done here."""

    def __init__(self, hearing: Hearing) -> None:
        super().__init__("How far the coders agree", WIDE)
        lines = coding_agreement(hearing)
        number = len(coded_twice(hearing))
        self.list = LinesView("Agreement by concern")
        self.list.show_lines([_line(line, hearing) for line in lines])
        self.body.addWidget(label(f"{how_many(number, 'speaker')} coded twice", size=LARGE, bold=True))
        self.body.addWidget(label(MEANING, tone=Tone.MUTED, wrap=True))
        self.body.addWidget(self.list, 1)
        self.list.setVisible(bool(lines))
        if not lines:
            nobody = "Nobody has been coded twice yet. The second coder’s pass is Alt+2."
            self.body.addWidget(label(nobody, wrap=True))
            self.body.addStretch(1)


def _line(line: Agreement, hearing: Hearing) -> Line:
    said = f"{line.both} by both · {line.first_only} by the first only · {line.second_only} by the second only"
    aside = " · ".join(filter(None, (line.percent, f"kappa {line.kappa_text}" if line.kappa_text else "no kappa")))
    return Line(line.code, hearing.concern(line.code).label, said, aside=aside)
