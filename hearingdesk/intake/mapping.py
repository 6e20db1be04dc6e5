"""Which column holds which field: guessed and explained, corrected by the clerk, remembered by the header."""

import hashlib
import re
from collections.abc import Callable, Sequence
from collections.abc import Mapping as Table
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from hearingdesk.domain.names import folded
from hearingdesk.intake import answers
from hearingdesk.intake.errors import BadMapping
from hearingdesk.intake.fields import SIGN_UP_WORDS, Field, Words, known_as, squeezed
from hearingdesk.intake.sheets import Row, Sheet

CHOSEN = "chosen by the clerk"
REMEMBERED = "as the last time a file of this form was read"
_SURE = (CHOSEN, REMEMBERED)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Field to column, by the column's label, with a reason for each."""

    labels: tuple[str, ...]
    columns: Table[str, str]
    why: Table[str, str]
    fields: type[StrEnum] = Field

    def lines(self) -> tuple[tuple[str, str, str], ...]:
        """Each field in use with its column and the reason, in the order of the fields."""
        return tuple((field, self.columns[field], self.why[field]) for field in self.fields if field in self.columns)

    def index(self, field: str) -> int | None:
        """Where the field's column stands, from 0."""
        label = self.columns.get(field)
        return None if label is None else self.labels.index(label)

    def cell(self, row: Row, field: str) -> str:
        """What the row says in this field; empty where no column holds it."""
        index = self.index(field)
        return "" if index is None else row.cell(index)

    def with_column(self, field: str, label: str, why: str = CHOSEN) -> "Mapping":
        """The field taken from another column, or from none; a mere guess for that column gives way.

        Raises BadMapping on a name that does not exist.
        """
        field, label = self._field(field), self._label(label) if label.strip() else ""
        chosen = {field: label} if label else {}
        kept = {f: c for f, c in self.columns.items() if f != field and (c != label or self.why[f] in _SURE)}
        reasons = {f: self.why[f] for f in kept}
        return replace(self, columns=kept | chosen, why=reasons | dict.fromkeys(chosen, why))

    def corrected(self, choices: Sequence[str]) -> "Mapping":
        """Corrected by lines like ``name=Full name``; ``item=`` lets the field go. Raises BadMapping."""
        mapping = self
        for choice in choices:
            field, equals, label = choice.partition("=")
            if not equals:
                raise BadMapping(f"“{choice}” is no mapping. Write FIELD=COLUMN, for instance name={self.labels[0]}.")
            mapping = mapping.with_column(field, label)
        return mapping

    def to_dict(self) -> dict[str, str]:
        """Plain values, to be remembered."""
        return {str(field): label for field, label in self.columns.items()}

    def _field(self, said: str) -> str:
        plain = squeezed(said)
        for field in self.fields:
            if squeezed(field) == plain:
                return field
        raise BadMapping(f"There is no field “{said.strip()}”. The fields are: {', '.join(self.fields)}.")

    def _label(self, said: str) -> str:
        """By its label as it stands, else by the same letters and figures."""
        for same in (str.strip, folded):
            for label in self.labels:
                if same(label) == same(said):
                    return label
        raise BadMapping(f"There is no column “{said.strip()}”. The columns are: {', '.join(self.labels)}.")


_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.\w+")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*,?( [\w.'’-]+){1,4}")
_READERS: Table[str, Callable[[str], object]] = {Field.MODE: answers.mode, Field.POSITION: answers.position}


class _Candidate(NamedTuple):
    weight: float
    filled: float
    column: int
    field: str
    why: str


def guess(sheet: Sheet, words: Table[str, Words] = SIGN_UP_WORDS, fields: type[StrEnum] = Field) -> Mapping:
    """The likeliest mapping: each column for at most one field, each field from at most one column."""
    labels = sheet.columns
    columns: dict[str, str] = {}
    why: dict[str, str] = {}
    for candidate in sorted(_candidates(sheet, labels, words), key=lambda c: (-c.weight, -c.filled, c.column)):
        if candidate.field not in columns:
            columns[candidate.field] = labels[candidate.column]
            why[candidate.field] = candidate.why
    return Mapping(labels, columns, why, fields)


def fingerprint(sheet: Sheet) -> str:
    """The look of a header: the same for every file of the same form, in whatever order its columns stand."""
    looks = "\n".join(sorted(map(squeezed, sheet.columns)))
    return hashlib.sha256(looks.encode()).hexdigest()[:16]


def remembered(sheet: Sheet, kept: Table[str, str]) -> Mapping:
    """The mapping kept from an earlier file of this form; a field or column that is gone is passed over."""
    guessed = guess(sheet)
    mapping = Mapping(guessed.labels, {}, {})
    for field, label in kept.items():
        try:
            mapping = mapping.with_column(field, label, REMEMBERED)
        except BadMapping:
            continue
    return mapping if mapping.columns else guessed


def _candidates(sheet: Sheet, labels: Sequence[str], words: Table[str, Words]) -> list[_Candidate]:
    found = []
    rows = max(len(sheet.body), 1)
    for index, label in enumerate(labels):
        values = sheet.values(index)
        field, weight = known_as(label, words) if sheet.header else ("", 0.0)
        sure = weight > 0.9
        if field and _may_be(field, label, values, rows, sure=sure):
            why = f"the heading “{label}” is {'known' if sure else 'taken for it'}"
            weight -= 0 if _said(values) and not _only_numbers(field, values) else 0.5
            found.append(_Candidate(weight, _said(values) / rows, index, field, why))
            continue
        field, why = _by_values(values)
        if field in words:
            found.append(_Candidate(0.3 if field != Field.NAME else 0.2, _said(values) / rows, index, field, why))
    if words is SIGN_UP_WORDS and len(labels) == 1 and not found:
        found.append(_Candidate(0.1, 1, 0, Field.NAME, "it is the only column"))
    return found


def _said(values: Sequence[str]) -> int:
    """How many of these say something."""
    return sum(1 for value in values if not answers.is_nothing(value) and folded(value) != "anonymous")


def _may_be(field: str, label: str, values: Sequence[str], rows: int, *, sure: bool) -> bool:
    """Whether a column's contents let it be what its heading promises."""
    if not values:
        return field != Field.ID
    if field == Field.ID:
        return len(values) > 0.9 * rows and len(set(values)) == len(values)
    if field == Field.SELF:
        return all(answers.yes_or_no(value) is not None for value in values)
    if field == Field.NAME:
        return not (squeezed(label) == "username" and _are_addresses(values))
    reader = _READERS.get(field)
    return reader is None or (sure and len(values) < 3) or any(map(reader, values))


def _only_numbers(field: str, values: Sequence[str]) -> bool:
    """Names that are all numbers are seldom names; where no other column can be, they are taken all the same."""
    return field == Field.NAME and all(value.isdigit() for value in values)


def _are_addresses(values: Sequence[str]) -> bool:
    """Whether most of these are e-mail addresses."""
    return sum(bool(_ADDRESS.fullmatch(value.strip())) for value in values) > 0.8 * len(values)


def _by_values(values: Sequence[str]) -> tuple[str, str]:
    """What a column is by what stands in it, where its heading says nothing."""
    sample = values[:200]
    if len(sample) < 2:
        return "", ""
    if _are_addresses(sample):
        return Field.EMAIL, "most of its cells are e-mail addresses"
    words = {folded(value) or value for value in sample}
    if len(words) > 1 and all(answers.yes_or_no(v) is None and answers.position(v) for v in sample if v.strip()):
        return Field.POSITION, "its cells are words for and against"
    if len(words) > 0.8 * len(sample) and sum(bool(_NAME.fullmatch(v.strip())) for v in sample) > 0.8 * len(sample):
        return Field.NAME, "its cells read like names"
    return "", ""
