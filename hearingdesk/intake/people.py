"""A person's name out of what a list prints: title, pronunciation, organisation and place taken apart, no text lost."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hearingdesk.domain.names import folded
from hearingdesk.intake.text import one_line, words


@dataclass(frozen=True, slots=True)
class Person:
    """What one cell says of somebody. ``odd`` is why the clerk should look at it; empty where all is plain."""

    name: str = ""
    title: str = ""
    pronunciation: str = ""
    organisation: str = ""
    place: str = ""
    pronouns: str = ""
    for_self: bool = False
    odd: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """How a column writes its names, told by most of them."""

    surname_first: bool = False
    organisation_in_brackets: bool = False


PLAIN = Style()

_TITLES = words(
    "dr doctor mr mrs ms miss mx prof professor rev reverend revd fr rabbi imam hon honorable sen senator rep "
    "representative "
    "jdg atty councilmember councilman councilwoman councilor councillor ald alderman alderwoman alderperson sgt lt "
    "capt cpl "
    "col det maj"
)
_TITLES_BEFORE_TWO = words(
    "judge justice chief captain commissioner supervisor mayor sheriff officer deputy pastor bishop father sister "
    "brother dean "
    "chair chairman chairwoman president director detective sergeant lieutenant major general attorney state"
)
"""Titles that are also names: they are taken off only where a given name and a surname follow."""

_GENERATIONS = words("jr sr ii iii iv")
_DEGREES = words(
    "md phd dds dmd do jd esq rn np pa dvm pe cpa mba mph msw lcsw lpc edd psyd aia aicp faia mpa ms ma bsn msn dnp "
    "llm pharmd "
    "lmft facp cfp"
)
_PARTICLES = words("de la las los del della da das dos di du van von der den ter ten el al bin ibn abu st san mc mac o")
_SELF = re.compile(r"\b(?:self|himself|herself|themsel(?:f|ves)|myself|yo mismo|yo misma)\b(?!-)", re.IGNORECASE)
_LINK = re.compile(r"^[\s,;/&]*(?:and\b)?[\s,;/&.]*|[\s,;/&]*(?:\band)?[\s,;/&]*$", re.IGNORECASE)
_PRONOUNS = re.compile(
    r"(?:she|he|they|xe|ze|ella|él|elle)(?: ?[/,] ?(?:her|hers|him|his|them|theirs|she|he|they|xem|hir|any|ella))+",
    re.IGNORECASE,
)
_SAID = re.compile(r"(?:pronounced|pron\.?|say|sounds like)[: ]+(.+)", re.IGNORECASE)
_SYLLABLES = re.compile(r"[a-zà-ÿ']{1,8}(?:-[A-Za-zÀ-ÿ']{1,8})+")
_NAME_CHARACTERS = re.compile(r"[^\W\d]+(?:[\w\s.,'’‘`´\"“”&/*·•ʻʼ‐‑–-]|[\u200c\u200d])*", re.UNICODE)
_BRACKET_AT_END = re.compile(r"\(.*\)[ ,.]*(, .*)?$")
_MOST_WORDS = 9


def style_of(names: Sequence[str]) -> Style:
    """How most of these write a name: ``Howe, Chris (Self)`` is surname first, with an organisation in brackets."""
    lines = [line for line in map(one_line, names) if line]
    inverted = sum(1 for line in lines if _has_comma(_outside_brackets(line)))
    bracketed = sum(1 for line in lines if _BRACKET_AT_END.search(line))
    return Style(inverted > 0.5 * len(lines), bracketed > 0.3 * len(lines))


def person(text: str, style: Style = PLAIN) -> Person:
    """The person a cell names. What does not read like a name stays whole, as the name."""
    line = one_line(text)
    odd = _unbalanced(line)
    if odd and not _can_be_closed(line):
        return Person(name=line, odd=odd)
    texts, groups = _brackets(line)
    apart = style.organisation_in_brackets or not groups or line[len(texts[0]) :].startswith(" (")
    if not apart or not all(_is_name(text) for text in texts if text) or not texts[0]:
        return Person(name=line, odd=odd)
    found: Person | None = Person(odd=odd)
    for place, group in enumerate(groups, 1):
        last = place == len(groups) and (not texts[-1] or texts[-1].startswith(","))
        found = found and _with_group(found, group, style, at_end=last)
    if found is None:
        return Person(name=line, odd=odd)
    if found.organisation or found.for_self:
        *texts, after = texts
        found = replace(found, place=after.strip(" ,."))
    return _named(found, _spaced(texts), style)


def joined(given: str, surname: str) -> Person:
    """From two columns; a title may stand before the given name, and a given name may stand alone."""
    first, after = _without_suffixes(_parts(one_line(given)))
    last, more = _without_suffixes(_parts(one_line(surname)))
    title, words = _titled(" ".join([*first, *last]))
    return Person(_with_suffixes(words, [*after, *more]), title)


def organisation_of(text: str) -> tuple[str, bool]:
    """Whom somebody speaks for, and whether for themselves: ``Self; Texas Press Association`` is both."""
    line = one_line(text)
    if not _SELF.search(line):
        return line.strip(" ,;"), False
    rest = _SELF.sub("", line, count=1)
    return _closed(_LINK.sub("", rest).strip(" ,;")), True


def _has_comma(head: str) -> bool:
    """Whether a comma parts a surname from given names, not a name from its suffix."""
    parts = [part.strip() for part in head.split(",") if part.strip()]
    return len([part for part in parts if not _is_suffix(part)]) > 1


def _outside_brackets(line: str) -> str:
    return line.partition("(")[0]


def _unbalanced(line: str) -> str:
    depth = 0
    for character in line:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth < 0:
            return "a bracket is closed that was not opened: perhaps the rest of the row before"
    return "a bracket is not closed: perhaps the next row is the rest of it" if depth else ""


def _can_be_closed(line: str) -> bool:
    return line.count("(") > line.count(")") and not _unbalanced(line + ")" * (line.count("(") - line.count(")")))


def _closed(text: str) -> str:
    """Without the brackets that stand around the whole of it."""
    if text.startswith("(") and text.endswith(")") and "(" not in text[1:-1]:
        return text[1:-1].strip()
    return text


def _brackets(line: str) -> tuple[list[str], list[str]]:
    """The texts before, between and after the outermost brackets, and what stands in each of these."""
    texts, groups, depth = [""], [""], 0
    for character in line:
        closing = character == ")" and depth == 1
        depth += {"(": 1, ")": -1}.get(character, 0)
        if closing:
            texts.append("")
            groups.append("")
        elif depth == 0:
            texts[-1] += character
        elif depth > 1 or character != "(":
            groups[-1] += character
    if depth:
        texts.append("")
    return [text.strip() for text in texts], [group.strip(" ,") for group in groups[: len(texts) - 1]]


def _spaced(texts: Sequence[str]) -> str:
    """The texts as one, with a space between but before a comma."""
    return " ".join(filter(None, texts)).replace(" ,", ",")


def _with_group(found: Person, group: str, style: Style, *, at_end: bool) -> Person | None:
    """With what a bracket says; None where nobody can tell, so that the cell stays whole."""
    said = _SAID.fullmatch(group)
    if said or _SYLLABLES.fullmatch(group):
        return replace(found, pronunciation=said[1].strip() if said else group)
    if _PRONOUNS.fullmatch(group):
        return replace(found, pronouns=group)
    if not at_end or not group or found.organisation:
        return None
    organisation, for_self = organisation_of(group)
    nickname = len(group.split()) == 1 and not group.isupper() and not for_self
    if nickname and not style.organisation_in_brackets:
        return None
    return replace(found, organisation=organisation, for_self=for_self)


def _is_name(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS and _NAME_CHARACTERS.fullmatch(text.lstrip(" ,\"“'’‘")) is not None


def _named(found: Person, text: str, style: Style) -> Person:
    """The name in speaking order, its title apart, its suffixes at the end."""
    parts, suffixes = _without_suffixes(_parts(text))
    if len(parts) == 2 and (style.surname_first or _is_surname(parts[0])):
        title, parts = _title_of(parts)
        words = f"{parts[1]} {parts[0]}".strip()
    elif len(parts) == 1:
        (title, words) = _titled(parts[0])
    else:
        return replace(found, name=text)
    return replace(found, name=_with_suffixes(words, suffixes), title=title)


def _parts(text: str) -> list[str]:
    """What commas part; a lone dash or dot stands for nothing."""
    return [part.strip() for part in text.split(",") if part.strip("_-–. ")]


def _is_surname(text: str) -> bool:
    """One word, or several of which all but the last are particles: ``Van de Putte``."""
    *before, _ = text.split()
    return all(folded(word) in _PARTICLES for word in before)


def _without_suffixes(parts: list[str]) -> tuple[list[str], list[str]]:
    suffixes: list[str] = []
    kept: list[str] = []
    for part in parts:
        words = part.split()
        if kept and words and all(map(_is_suffix, words)):
            suffixes += words
            continue
        ending: list[str] = []
        while len(words) > 1 and _is_suffix(words[-1]) and (len(parts) > 1 or _is_generation(words[-1])):
            ending.insert(0, words.pop())
        suffixes += ending
        kept.append(" ".join(words) if ending else part)
    return kept, suffixes


def _is_suffix(text: str) -> bool:
    return _is_generation(text) or (folded(text).replace(" ", "") in _DEGREES and text != text.lower())


def _is_generation(text: str) -> bool:
    return folded(text) in _GENERATIONS


def _with_suffixes(words: str, suffixes: list[str]) -> str:
    for suffix in suffixes:
        words += f" {suffix}" if _is_generation(suffix) else f", {suffix}"
    return words


def _title_of(parts: list[str]) -> tuple[str, list[str]]:
    """A title may stand before the surname or before the given name."""
    for place in (1, 0):
        words = parts[place].split()
        count = _title_words(words)
        if 0 < count < len(words):
            return " ".join(words[:count]), [*parts[:place], " ".join(words[count:]), *parts[place + 1 :]]
    return "", parts


def _titled(text: str) -> tuple[str, str]:
    """A title is taken off where a full name is left: ``Mrs. Johnson`` stays together."""
    words = text.split()
    count = _title_words(words)
    if count and len(words) - count >= 2:
        return " ".join(words[:count]), " ".join(words[count:])
    return "", text


def _title_words(words: list[str]) -> int:
    count = 0
    while count < len(words) and folded(words[count]) in _TITLES:
        count += 1
    if words[count : count + 1] in (["&"], ["and"]):
        return 0
    if count == 0 and len(words) >= 3 and folded(words[0]) in _TITLES_BEFORE_TWO:
        count = 1
    return count
