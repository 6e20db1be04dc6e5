"""The chair's own screen: what the room sees, and beside it who is left, when it ends, and what was heard so far."""

from collections.abc import Iterable
from dataclasses import replace

from hearingdesk.domain.chair import ChairFace, Line
from hearingdesk.domain.face import Face, OnFloor, Scene
from hearingdesk.ui.display.boards import set_board
from hearingdesk.ui.display.frame import footer
from hearingdesk.ui.display.page import ASCENT, Page, Row, Span, cut, depth, pitch, set_row, set_rows, wrapped
from hearingdesk.ui.display.people import caption, column
from hearingdesk.ui.display.picture import Box, Form, Ink, Piece, Role, Shape, Weight
from hearingdesk.ui.display.plain import plain
from hearingdesk.ui.display.said import board, noted, rules
from hearingdesk.ui.display.speaking import name_and_clock
from hearingdesk.ui.display.words import ORIGINAL, Language, Wording

_LEFT, _ROOM, _OWN, _RULE = 0.55, 1.1, 0.66, 0.75
"""The room's part of the width, and how big that, her own part and the rule are set beside the header."""


_GAP = 0.016


def chair(face: Face, aside: ChairFace, seen: str, page: Page, wording: Wording) -> list[Piece]:
    """``seen`` says what the room sees instead of the hearing; empty where it sees the hearing."""
    foot, free = footer(page.grown(_RULE), _rules(face, aside, wording)) if aside.rule else ([], page)
    free = page.within(free.area)
    area, gap = free.area, page.tall(0.05)
    left = free.within(Box(area.x, area.y, area.width * _LEFT - gap, area.height))
    right = free.within(Box(area.x + area.width * _LEFT + gap, area.y, area.width * (1 - _LEFT) - gap, area.height))
    line = Shape(Form.RULE, Ink.LINE, Box(area.x + area.width * _LEFT, area.y, max(1.0, page.tall(0.002)), area.height))
    said, left = _cover(left, seen) if seen else ([], left)
    return [*said, *_room(face, aside, left, wording), line, *_own(face, aside, right, wording), *foot]


def _rules(face: Face, aside: ChairFace, wording: Wording) -> list[list[str]]:
    """In the record's own sentence where that is the language; in others in the wall's words."""
    said = zip(wording.languages, rules(face, wording), strict=True)
    return [[plain(aside.rule)] if language.tag == ORIGINAL else sentences for language, sentences in said]


def _cover(page: Page, seen: str) -> tuple[list[Piece], Page]:
    look = Span("", page.small(Weight.SEMIBOLD), Ink.WRAP_UP)
    rows = cut(page, seen, look, page.area.width)
    pieces = set_rows(page, Role.DETAIL, rows, page.area.x, page.area.y)
    return [*pieces], page.below(page.area.y + depth(rows) + page.tall(0.02))


def _room(face: Face, aside: ChairFace, page: Page, wording: Wording) -> list[Piece]:
    """As on the wall; on a screen that is nearly square the clock grows smaller."""
    if face.scene is not Scene.SPEAKING:
        return set_board(page.grown(_ROOM), board(face, wording))
    person = _pronounced(face.speaker or OnFloor(0, ""), aside, wording)
    ways = (name_and_clock(face, person, page.grown(_ROOM * 0.9**step), wording) for step in range(12))
    return next((pieces for pieces in ways if pieces), [])


def _pronounced(person: OnFloor, aside: ChairFace, wording: Wording) -> OnFloor:
    """How to say the name stands where the wall notes what tells a person apart; she has names where it has none."""
    person = replace(person, name=person.name or plain(aside.named.get(person.number, "")))
    said = plain(aside.pronounced.get(person.number, ""))
    apart = " · ".join(noted(person, wording)[:1])
    aloud = wording.main.say("chair_say", said=said) if said else ""
    return replace(person, note=" · ".join(part for part in (aloud, apart) if part))


def _own(face: Face, aside: ChairFace, page: Page, wording: Wording) -> list[Piece]:
    """From the top down: who is next, when it ends, who came late or was not there, what was heard."""
    page = page.grown(_OWN)
    people = [_pronounced(person, aside, wording) for person in face.next_up]
    area = page.area
    upper = page.within(Box(area.x, area.y, area.width, area.height * 0.46))
    pieces: list[Piece] = [*column(upper, people, (), wording, come=False)]
    y = max((piece.box.bottom for piece in pieces), default=area.y)
    language = wording.main
    forecast = [row for at, line in enumerate(aside.forecast) for row in _foretold(line, page, language, first=at == 0)]
    for rows in filter(None, (forecast, _absences(aside, page, language))):
        line = Box(area.x, y + page.tall(_GAP), area.width, max(1.0, page.tall(0.0025)))
        pieces += [
            Shape(Form.RULE, Ink.LINE, line),
            *set_rows(page, Role.DETAIL, rows, area.x, y + 2 * page.tall(_GAP)),
        ]
        y += depth(rows) + 2 * page.tall(_GAP)
    return [*pieces, *_heard(aside, page.below(y + 2 * page.tall(_GAP)), language)]


def _foretold(line: Line, page: Page, language: Language, *, first: bool) -> list[Row]:
    """The end stands out; so does an item that has its hour, in the colour of what soon has to be done."""
    rows = _line(page, " · ".join(each.said(language.forecast) for each in line), strong=first)
    if not line[0].key.startswith("hour"):
        return rows
    return [tuple(replace(span, ink=Ink.WRAP_UP) for span in row) for row in rows]


def _line(page: Page, text: str, *, strong: bool = False) -> list[Row]:
    look = Span("", page.line(Weight.SEMIBOLD if strong else Weight.REGULAR), Ink.TEXT if strong else Ink.DIM)
    return wrapped(page, plain(text), look, page.area.width) if plain(text) else []


def _absences(aside: ChairFace, page: Page, language: Language) -> list[Row]:
    """The counts that ask the chair for something; none of them where there is nothing."""
    told = (
        (aside.late, "chair_late"),
        (aside.for_leave, "chair_for_leave"),
        (aside.absent, "chair_absent"),
    )
    return _line(page, " · ".join(language.say(key, n=number) for number, key in told if number), strong=True)


def _heard(aside: ChairFace, page: Page, language: Language) -> list[Piece]:
    """Concerns in the codebook's order, as many as there is room for, with n and N and the words of C-02."""
    if not aside.heard:
        return []
    area = page.area
    head = caption(page, (language.say("chair_concerns", coded=aside.coded, heard=aside.heard),), area.width)
    foot = [*_line(page, _positions(aside, language)), *_line(page, language.say("not_a_vote"))]
    top, bottom = area.y + depth([head]), area.bottom - depth(foot)
    pieces: list[Piece] = [*set_rows(page, Role.CAPTION, [head], area.x, area.y)]
    within = page.within(Box(area.x, top, area.width, max(0.0, bottom - top)))
    pieces += _concerns(aside.raised, within, language)
    return [*pieces, *set_rows(page, Role.NOTE, foot, area.x, bottom)]


def _concerns(raised: Iterable[tuple[str, int]], page: Page, language: Language) -> list[Piece]:
    """Down one column, or two where that is not enough."""
    area, gap = page.area, page.tall(0.06)
    each = int(area.height / pitch(page.line()) + 0.01)
    shown = [(label, str(people)) for label, people in raised if people]
    many = 1 if len(shown) <= each else 2
    wide = (area.width - (many - 1) * gap) / many
    pieces: list[Piece] = []
    for number, (label, people) in enumerate(_fitting(shown, each * many, language)):
        x, y = area.x + number // each * (wide + gap), area.y + number % each * pitch(page.line())
        pieces += _raised(page.within(Box(x, y, wide, 0)), label, people)
    return pieces


def _positions(aside: ChairFace, language: Language) -> str:
    said = ((language.say(f"position_{each.name.lower()}"), number) for each, number in aside.positions)
    return " · ".join(f"{word} {number}" for word, number in said)


def _fitting(shown: list[tuple[str, str]], room: int, language: Language) -> list[tuple[str, str]]:
    """What has no room is counted in the last line."""
    if len(shown) <= room or not room:
        return shown[:room]
    return [*shown[: room - 1], (language.say("chair_more", n=len(shown) - room + 1), "")]


def _raised(page: Page, label: str, people: str) -> list[Piece]:
    area, name, number = page.area, Span("", page.line(), Ink.TEXT), Span(people, page.line(Weight.BOLD), Ink.TEXT)
    baseline = area.y + ASCENT * name.type.size
    end = area.right - page.measure((number,))
    shown = page.ruler.elided(plain(label), name.type, area.width - page.tall(0.08))
    texts = set_row(page, Role.COUNT, (replace(name, text=shown),), area.x, baseline)
    return [*texts, *set_row(page, Role.COUNT, (number,), end, baseline)]
