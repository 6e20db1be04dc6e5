"""The sheet with one row a concern: how far two coders, the second blind to the first, agree on it (C-07)."""

from exports.fields import Field, shown
from exports.sheets import Kind
from hearingdesk.domain.agreement import Agreement
from hearingdesk.domain.hearing import Hearing


def agreement_fields(hearing: Hearing) -> list[Field[Agreement]]:
    """Sheet Coding agreement; its rows are coding_agreement(hearing), none where nobody was coded twice."""
    return [
        shown("Code", lambda row: row.code, "Code of the concern.", width=10),
        shown("Concern", lambda row: hearing.concern(row.code).label, "Its label.", width=32),
        shown("Both", lambda row: row.both, "Speakers to whom both coders gave it.", Kind.COUNT, 9),
        shown("First only", lambda row: row.first_only, "The first coder alone.", Kind.COUNT, 9),
        shown("Second only", lambda row: row.second_only, "The second coder alone.", Kind.COUNT, 9),
        shown("Neither", lambda row: row.neither, "Neither of them.", Kind.COUNT, 9),
        shown("Speakers coded twice", lambda row: row.speakers, "The four together.", Kind.COUNT, 10),
        shown("Agreement", lambda row: row.percent, "Both or neither, of those; none below 10.", width=11),
        shown(
            "Kappa",
            lambda row: row.kappa_text,
            "Cohen's: agreement beyond chance, 1 at most; none where both gave it to all or to none.",
            width=9,
        ),
    ]
