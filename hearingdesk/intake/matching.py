"""What in a file is on record already: the agenda item a text means, and the person a name may be."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from hearingdesk.domain.counts import listed
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.names import folded
from hearingdesk.domain.values import ItemKind, ItemNotice, SignUp
from hearingdesk.intake.text import one_line

ALIKE = 92
"""Of 100: from here on two spellings of a name are shown as likely the same person."""

_SHORTEST = 8
_LABEL = re.compile(r"^(?:(?:agenda )?item|file|bill|case|docket|no|number)(?: (?:no|number))? (?=\S)")
_SEVERAL = re.compile(r"^\s*(?:agenda\s+)?items?(?:\s+(?:nos?|numbers?))?[\s.:#]+(?=\S)", re.IGNORECASE)
_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
_NUMBER = re.compile(r"[0-9]{1,3}[a-z]?|[ivxlc]{1,5}|[a-z]|[0-9]{1,3}[a-z]? [0-9]{1,2}")
_DIGITS = re.compile(r"[0-9]{1,3}[a-z]?")
_CODE = re.compile(r"(?=.*[0-9])[\w./ #-]{2,24}")
_GENERAL = re.compile(
    r"(general|public|open|other|any|non agenda|not on the agenda|none|na|n a)( public)?( comments?)?( period)?"
)


def reference(text: str) -> str:
    """How an item is named, so that ``Item 6.``, ``6`` and ``#6`` agree, and ``HB00912`` and ``HB 912``."""
    plain = _LABEL.sub("", folded(text))
    return _ZEROS.sub("", plain.replace(" ", "")) if any(c.isdigit() for c in plain) else plain


def _parts(text: str, at: str) -> list[str]:
    return [part.strip() for part in re.split(at, text, flags=re.IGNORECASE) if part.strip()]


class Items:
    """The agenda as a file's texts refer to it; items that the file alone names are noted as they turn up."""

    def __init__(self, agenda: Iterable[ItemNotice], default: str = "") -> None:
        self.noticed = {notice.id: notice for notice in agenda}
        self.new: dict[str, ItemNotice] = {}
        self.default = default or self._for_testimony()
        self._keys: dict[str, str] = {}
        for notice in self.noticed.values():
            self._key(notice)

    def _for_testimony(self) -> str:
        """The comment item, else the only one that takes testimony; empty where the clerk has to say."""
        hearings = [notice for notice in self.noticed.values() if notice.kind.takes_testimony]
        comment = [notice.id for notice in hearings if notice.kind is ItemKind.COMMENT]
        return comment[0] if comment else hearings[0].id if len(hearings) == 1 else ""

    def _key(self, notice: ItemNotice) -> None:
        for text in (notice.id, notice.number, notice.file_number, notice.title):
            if text:
                self._keys.setdefault(reference(text), notice.id)

    def meant(self, text: str, title: str = "") -> tuple[str, str]:
        """The item's id, and a remark where it took judgement; an empty id where nothing fits."""
        said = one_line(text) or one_line(title)
        if not said or _GENERAL.fullmatch(folded(said)):
            return self.default, ""
        found = self._keys.get(reference(said)) or self._within(said) or self._titled(said)
        if found:
            return found, ""
        coded = _CODE.fullmatch(said) or (_NUMBER.fullmatch(folded(said)) and "," not in said)
        if coded or not self.default:
            return self._noticed(said, one_line(title)), ""
        return self.default, f"names “{said}”, which is not on the agenda; it is put under the item for comments"

    def named(self, text: str) -> list[str]:
        """The items a cell names, as text: one, but where a form lets people choose several.

        A semicolon always parts two. A comma, ``and``, ``&`` or a line's end does where what they part are all items of
        the agenda, or all numbers: titles have them too.
        """
        parts = _parts(text, ";")
        if len(parts) > 1 or not parts:
            return parts
        chosen = _parts(_SEVERAL.sub("", text.strip(" ;")), r",(?:\s*and\b)?|&|\+|\n|\band\b")
        known = all(reference(part) in self._keys for part in chosen)
        return chosen if known or all(_DIGITS.fullmatch(reference(part)) for part in chosen) else parts

    def listed(self, items: Sequence[str]) -> str:
        """``1 and 3``: as the agenda numbers them."""
        return listed([self._all(item).number or item for item in items])

    def _within(self, said: str) -> str:
        """``6. Presentation …`` by its number, ``Resolution FPC212382 …`` by its file number."""
        plain = _LABEL.sub("", folded(said))
        number, _, rest = plain.partition(" ")
        by_number = self._keys.get(reference(number), "") if rest and number[:1].isdigit() else ""
        if by_number and fuzz.partial_ratio(rest, folded(self._all(by_number).title)) > 60:
            return by_number
        codes = (self._keys.get(reference(word), "") for word in plain.split() if len(word) > 3 and not word.isalpha())
        return next(filter(None, codes), "")

    def _titled(self, said: str) -> str:
        plain = folded(said)
        if len(plain) < _SHORTEST:
            return ""
        scores = {n.id: fuzz.token_set_ratio(plain, folded(n.title)) for n in self.noticed.values() if n.title}
        best = max(scores, key=lambda item: scores[item], default="")
        return best if best and scores[best] >= ALIKE else ""

    def _all(self, item: str) -> ItemNotice:
        return self.noticed.get(item) or self.new[item]

    def _noticed(self, said: str, title: str) -> str:
        number = said if _NUMBER.fullmatch(folded(said)) else ""
        title = title or (f"Item {said}" if number else said)
        notice = ItemNotice(said, number, title, "" if number else said, ItemKind.HEARING)
        self.new[notice.id] = notice
        self._key(notice)
        return notice.id


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody known by name on an item: a slip of the hearing, or a row of the list. ``why`` they may be the same."""

    sign_up: SignUp
    slip: int = 0
    row: int = 0
    why: str = ""

    @property
    def known_as(self) -> str:
        return f"slip {self.slip}" if self.slip else f"row {self.row}"


class People:
    """The names known on each item, to tell who may be the same person; never to merge anybody."""

    def __init__(self, hearing: Hearing) -> None:
        self._exact: dict[tuple[str, str], Known] = {}
        self._near: dict[tuple[str, frozenset[str]], list[str]] = defaultdict(list)
        for slip, registration in hearing.registrations.items():
            self.add(registration.sign_up.item, registration.sign_up.name, Known(registration.sign_up, slip))

    def add(self, item: str, name: str, known: Known) -> None:
        words = sorted(folded(name).split())
        if words:
            plain = " ".join(words)
            if self._exact.setdefault((item, plain), known) is known:
                self._near[item, _initials(words)].append(plain)

    def like(self, item: str, name: str) -> tuple[Known, ...]:
        """Who known on the item this may be, with the reason; nobody where it is a new name."""
        words = sorted(folded(name).split())
        if not words:
            return ()
        plain = " ".join(words)
        exact = self._exact.get((item, plain))
        if exact:
            return (replace(exact, why=f"the same name as {exact.known_as} on this item"),)
        others = self._near.get((item, _initials(words)), ())
        near = process.extractOne(plain, others, scorer=fuzz.ratio, score_cutoff=ALIKE)
        found = self._exact[item, near[0]] if near else None
        return (replace(found, why=f"nearly the same name as {found.known_as} on this item"),) if found else ()


def _initials(words: list[str]) -> frozenset[str]:
    return frozenset(word[0] for word in words)
