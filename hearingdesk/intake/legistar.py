"""Agendas as Legistar's Web API gives them: an event with its items, a list of either, or both in one file."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from html.parser import HTMLParser
from typing import Any

from hearingdesk.intake.errors import unreadable
from hearingdesk.intake.notices import Line, MeetingFacts, SetAside
from hearingdesk.intake.text import clean, one_line, shown

Record = dict[str, Any]

_MARKUP = re.compile(r"</?[a-zA-Z!][^>]*>|&#?\w+;")


class Told:
    """One meeting of the file: what is said of it, its lines in the order of the agenda, and what is no line."""

    def __init__(self, event: Record, items: list[Record]) -> None:
        self.facts = _facts(event)
        self.lines: list[Line] = []
        self.set_aside: list[SetAside] = []
        self.notes = [] if self.facts.day or not event else ["The file does not say on which day the meeting is."]
        if self.facts.time and self.facts.starts("UTC") is None:
            self.notes.append(f"The time {shown(self.facts.time)} cannot be read. Set it yourself.")
        for place, item in sorted(enumerate(items, 1), key=lambda pair: _order(pair[1])):
            self._add(place, item)

    def _add(self, place: int, item: Record) -> None:
        title = plain_text(item.get("EventItemTitle"))
        words = title or _text(item.get("EventItemMatterName")) or _text(item.get("EventItemActionName")) or "an item"
        if not title:
            self.set_aside.append(SetAside(place, words, "not on the agenda: it has no title"))
        elif _sequence(item) is None:
            self.set_aside.append(SetAside(place, words, "not on the agenda: it has no place in its order"))
        else:
            self.lines.append(_line(place, title, item))


def told(name: str, data: bytes) -> list[Told]:
    """The meetings in a JSON file. Raises Unreadable where it is no JSON, or none of Legistar's."""
    try:
        raw = json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as fault:
        where = f" in line {fault.lineno}" if isinstance(fault, json.JSONDecodeError) else ""
        raise unreadable(name, f"is damaged{where}: it begins like JSON, but is none", "Save it again.") from fault
    events, items = _sorted_out(raw)
    if not events and not items:
        todo = "Save the answer of /events/ID/eventitems, or an event with its EventItems, and read that."
        raise unreadable(name, "is JSON, but no agenda of Legistar's", todo)
    return _meetings(events, items)


def plain_text(value: object) -> str:
    """A title without its markup, on one line; text that is nothing but markup stays as it is."""
    text = _text(value)
    if not _MARKUP.search(text):
        return one_line(text)
    parser = _Stripper()
    parser.feed(text)
    parser.close()
    return one_line("".join(parser.parts)) or one_line(text)


class _Stripper(HTMLParser):
    """Keeps what a reader would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  # the base class's name
        self._hidden += tag in ("script", "style")
        self.parts.append(" " if tag in ("br", "p", "div", "li", "tr") else "")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style") and self._hidden > 0
        self.parts.append(" " if tag in ("p", "div", "li", "tr") else "")

    def handle_data(self, data: str) -> None:
        self.parts.append("" if self._hidden else data)


def _sorted_out(raw: object) -> tuple[list[Record], list[Record]]:
    """The events and the loose items, wherever they stand in the file."""
    events: list[Record] = []
    items: list[Record] = []
    for record in _records(raw, 0):
        (events if _is_event(record) else items).append(record)
    return events, items


def _records(raw: object, depth: int) -> Iterator[Record]:
    if isinstance(raw, dict) and (_is_event(raw) or _is_item(raw)):
        yield raw
    elif isinstance(raw, list | dict) and depth < 4:
        for inner in raw.values() if isinstance(raw, dict) else raw:
            yield from _records(inner, depth + 1)


def _is_event(record: Record) -> bool:
    return "EventBodyName" in record or "EventItems" in record or ("EventId" in record and "EventDate" in record)


def _is_item(record: Record) -> bool:
    return "EventItemTitle" in record or "EventItemId" in record


def _meetings(events: list[Record], loose: list[Record]) -> list[Told]:
    """Loose items go to the event they name; to the only one there is; else to meetings of their own."""
    by_event: dict[object, list[Record]] = defaultdict(list)
    for item in loose:
        by_event[str(item.get("EventItemEventId"))].append(item)
    found = []
    for event in events:
        within = event.get("EventItems")
        own = [item for item in within if isinstance(item, dict)] if isinstance(within, list) else []
        given = by_event.pop(str(event.get("EventId")), [])
        if len(events) == 1:
            given += [item for rest in by_event.values() for item in rest]
            by_event.clear()
        found.append(Told(event, own + given))
    return found + [Told({}, items) for items in by_event.values()]


def _facts(event: Record) -> MeetingFacts:
    return MeetingFacts(
        body=one_line(_text(event.get("EventBodyName"))),
        day=_day(event.get("EventDate")),
        time=one_line(_text(event.get("EventTime"))),
        place=clean(_text(event.get("EventLocation"))),
        comment=plain_text(event.get("EventComment")),
    )


def _line(place: int, title: str, item: Record) -> Line:
    return Line(
        place,
        title,
        number=one_line(_text(item.get("EventItemAgendaNumber"))),
        file_number=one_line(_text(item.get("EventItemMatterFile"))),
        type=one_line(_text(item.get("EventItemMatterType")) or _text(item.get("EventItemActionName"))),
        consent=item.get("EventItemConsent") in (1, True, "1", "true"),
        note=plain_text(item.get("EventItemAgendaNote")),
        matter=bool(item.get("EventItemMatterId")),
    )


def _sequence(item: Record) -> float | None:
    try:
        return float(item["EventItemAgendaSequence"])
    except (KeyError, TypeError, ValueError):
        return None


def _order(item: Record) -> float:
    sequence = _sequence(item)
    return float("inf") if sequence is None else sequence


def _day(value: object) -> date | None:
    try:
        return datetime.fromisoformat(_text(value)).date()
    except ValueError:
        return None


def _text(value: object) -> str:
    """A text or a number as text; nothing else has a place here."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return clean(str(value))
