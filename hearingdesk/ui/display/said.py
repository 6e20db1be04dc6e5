"""What the screen says for a Face, before anybody asks where it stands."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from hearingdesk.domain.face import ClockState, Face, OnFloor, Scene, StopReason, VoteFace
from hearingdesk.ui.display.picture import Form, Ink
from hearingdesk.ui.display.plain import plain
from hearingdesk.ui.display.words import Language, Phrase, Wording


@dataclass(frozen=True, slots=True)
class Signal:
    """A clock's state in words, in a shape, and in a colour (T-06); the shape of a running clock is its bar."""

    words: Phrase
    form: Form | None
    ink: Ink


@dataclass(frozen=True, slots=True)
class Board:
    """A scene without a speaker. ``headline`` is what is big, ``beside`` the same in the other languages."""

    headline: str
    beside: Phrase = ()
    caption: Phrase = ()
    details: tuple[Phrase, ...] = ()
    seal: tuple[str, ...] = ()


_SIGNALS = {
    ClockState.RUNNING: ("running", None, Ink.RUNNING),
    ClockState.UNTIMED: ("untimed", None, Ink.RUNNING),
    ClockState.WRAP_UP: ("wrap_up", Form.TRIANGLE, Ink.WRAP_UP),
    ClockState.OVER: ("over", Form.OCTAGON, Ink.ON_OVER),
    ClockState.STOPPED: ("stopped", Form.PAUSE, Ink.STOPPED),
    ClockState.CALLED: ("called", Form.CHEVRON, Ink.TEXT),
    ClockState.IDLE: ("called", Form.CHEVRON, Ink.TEXT),
    ClockState.ENDED: ("ended", None, Ink.DIM),
}


def signal(face: Face, wording: Wording) -> Signal:
    """The state of the clock, said."""
    key, form, ink = _SIGNALS[face.clock.state]
    if face.clock.state is ClockState.STOPPED:
        return Signal(_stopped(face.clock.stopped_for, wording), form, ink)
    if face.clock.state is ClockState.OVER and not face.clock.text.startswith("+"):
        key = "time"
    if face.clock.state is ClockState.WRAP_UP and _within_a_minute(face.clock.text):
        key = "under_one_minute"
    return Signal(wording.say(key), form, ink)


def _within_a_minute(digits: str) -> bool:
    return digits.startswith("0:") or digits == "1:00"


def _stopped(reason: StopReason | None, wording: Wording) -> Phrase:
    if reason is None or reason is StopReason.OTHER:
        return wording.say("stopped_other")
    return wording.each(lambda language: language.say("stopped", reason=language.say(f"stop_{reason.value}")))


def named(person: OnFloor, wording: Wording) -> str:
    """All who share the turn, by name; by number where names are not shown."""
    names = [shown for name in (person.name, *person.others) if (shown := plain(name))]
    return ", ".join(names) or wording.say("number", number=person.number)[0]


def noted(person: OnFloor, wording: Wording) -> Phrase:
    """What tells the person apart. The face's own words (remote, slip n, …) are said in the screen's languages."""
    if person.note in ("remote", "read by staff"):
        return wording.say(person.note.replace(" ", "_"))
    if person.note == f"slip {person.number}":
        return wording.say("slip", number=person.number)
    return (plain(person.note),) if plain(person.note) else ()


def rules(face: Face, wording: Wording) -> list[list[str]]:
    """The rule in force (R-03), for each language: the fullest sentence first, then shorter ones to fall back on."""
    return [_rule(face, language) for language in wording.languages]


def _rule(face: Face, language: Language) -> list[str]:
    yielding = language.say("rule_pooled" if face.yielding else "rule_no_yielding")
    if face.limit is None:
        return [_sentence(language.say("rule_no_limit"))]
    limit = language.span(face.limit)
    more = _more(face.limit, face.with_interpreter, language)
    if face.cap is not None:
        more.append(language.say("rule_cap", limit=language.span(face.cap)))
    full = [language.say("rule", limit=limit), *more]
    short = [language.say("rule_short", limit=limit), *more]
    fewer = [short[:many] for many in range(len(short), 0, -1)]
    brief = [] if face.yielding else [[*short, language.say("rule_no_yielding_short")]]
    return [_sentence(*parts) for parts in ([*full, yielding], [*short, yielding], *brief, full, *fewer)]


def _more(limit: timedelta, interpreted: timedelta | None, language: Language) -> list[str]:
    """``10 with an interpreter``: the unit is said once where both are whole minutes."""
    if interpreted is None:
        return []
    minute = timedelta(minutes=1)
    whole = not limit % minute and not interpreted % minute
    return [language.say("rule_interpreter", limit=interpreted // minute if whole else language.span(interpreted))]


def _sentence(*parts: str) -> str:
    return " · ".join(parts) + "."


def counts(face: Face, wording: Wording) -> Phrase:
    """``24 waiting · 13 heard``."""
    return wording.each(lambda lang: f"{lang.count('waiting', face.waiting)} · {lang.count('heard', face.heard)}")


def board(face: Face, wording: Wording) -> Board:
    """What a scene without a speaker says."""
    return _BOARDS.get(face.scene, _item)(face, wording)


def _before(face: Face, wording: Wording) -> Board:
    when = (plain(face.date),)
    details = (when, wording.say("starts", time=face.starts), (plain(face.place),), wording.say("how_to_sign_up"))
    return Board(plain(face.body), (), wording.say("before"), details)


def _between(face: Face, wording: Wording) -> Board:
    if not face.next_up:
        return _told(wording.say("nobody_waiting"), _item_words(face), wording.say("how_to_sign_up"))
    first = face.next_up[0]
    return Board(
        named(first, wording),
        noted(first, wording),
        numbered(first, wording.say("next_speaker")),
        (wording.say("come_forward"),),
    )


def numbered(person: OnFloor, words: Phrase) -> Phrase:
    """The words with the number before them, unless the number is all that is shown of the person."""
    return words if not person.name else (f"{person.number} · {words[0]}", *words[1:])


def _item(face: Face, wording: Wording) -> Board:
    if not plain(face.item):
        return _told(wording.say("in_session"), _resumes(face, wording))
    return Board(plain(face.item), (), wording.say("agenda_item"), (_resumes(face, wording),))


def _paused(face: Face, wording: Wording) -> Board:
    return _told(wording.say("paused"), _resumes(face, wording))


def _closed(face: Face, wording: Wording) -> Board:
    return _told(wording.say("closed"), wording.count("spoke", face.heard))


def _recess(face: Face, wording: Wording) -> Board:
    back = wording.say("back_at", time=face.back_at) if face.back_at else ()
    return _told(wording.say("recess"), back, (plain(face.recess_reason),))


def _adjourned(face: Face, wording: Wording) -> Board:
    told = _told(wording.say("adjourned"), wording.say("thanks"))
    seal = (" · ".join(wording.say("head")), *_grouped(plain(face.head))) if face.head else ()
    return Board(told.headline, told.beside, (), told.details, seal)


def _told(words: Phrase, *details: Phrase) -> Board:
    return Board(words[0], words[1:], (), details)


def _item_words(face: Face) -> Phrase:
    return (plain(face.item),)


def _resumes(face: Face, wording: Wording) -> Phrase:
    """After which item the testimony goes on, by its number, or by the title of an item without one."""
    if number := plain(face.resumes_after):
        return wording.say("resumes_after_item", item=number)
    title = plain(face.resumes_title)
    return wording.say("resumes_after", item=title) if title else ()


def _roll(face: Face, wording: Wording) -> Board:
    return _told(wording.say("roll"), wording.say("called_to_order"), (plain(face.meeting),))


def _voted(face: Face, wording: Wording) -> Board:
    """The result in big, the count where members voted by name, and the motion's words as they stand in the minutes."""
    vote = face.vote
    if vote is None:
        return _item(face, wording)
    told = _told(wording.say("carried" if vote.carried else "failed"), _count(vote, wording), (plain(vote.motion),))
    return replace(told, caption=wording.say("vote"))


def _count(vote: VoteFace, wording: Wording) -> Phrase:
    if not vote.counted:
        return ()
    key = "vote_count_abstaining" if vote.abstaining else "vote_count"
    return wording.say(key, ayes=vote.ayes, noes=vote.noes, abstaining=vote.abstaining)


def _grouped(head: str) -> tuple[str, ...]:
    """A digest in lines of four groups of eight, so that it can be read out and compared."""
    groups = [head[at : at + 8] for at in range(0, len(head), 8)]
    return tuple(" ".join(groups[at : at + 4]) for at in range(0, len(groups), 4))


_BOARDS: dict[Scene, Callable[[Face, Wording], Board]] = {
    Scene.BEFORE: _before,
    Scene.BETWEEN: _between,
    Scene.ITEM: _item,
    Scene.PAUSED: _paused,
    Scene.CLOSED: _closed,
    Scene.RECESS: _recess,
    Scene.ADJOURNED: _adjourned,
    Scene.ROLL: _roll,
    Scene.VOTED: _voted,
}
