"""The command of the minutes' life: presented, corrected, approved, corrected after that, and notes beside them."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import date

from hearingdesk.commands.saying import say
from hearingdesk.desk import Act
from hearingdesk.domain import rules
from hearingdesk.domain.approval import Minutes, MinutesState, Version, file_stem
from hearingdesk.domain.approved import as_approved
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import full_date, local
from hearingdesk.office import Office, Refused


def minutes(office: Office, asked: Namespace) -> int:
    """One act of the life of the minutes, then where they stand; without an act, where they stand and each version."""
    told = office.record(asked.id)
    if asked.act != "show":
        _need_words(asked)
        acts = _ACTS[asked.act](
            told.hearing, asked, asked.on or local(told.hearing, office.clock.now()).date(), told.head
        )
        desk = office.desk(asked.id)
        desk.record_all(acts)
        told = office.record(asked.id)
    life = told.hearing.minutes
    say(asked, _lines(told.hearing), {"id": asked.id, "state": life.state, "minutes": life})
    return 0


def _need_words(asked: Namespace) -> None:
    if bool(asked.text) != (asked.act in ("correct", "note")):
        told = "needs a few words" if not asked.text else f"takes no words, and “{asked.text}” stands behind it"
        raise Refused(f"“{asked.act}” {told}. Nothing was recorded. See hearingdesk minutes --help.")


def _present(_hearing: Hearing, _asked: Namespace, on: date, _head: str) -> list[Act]:
    return [Act(rules.present_minutes, {"on": on})]


def _correct(hearing: Hearing, asked: Namespace, on: date, _head: str) -> list[Act]:
    """Of approved minutes the motion comes first, that takes them up again."""
    acts = [Act(rules.list_correction, {"text": asked.text})]
    if hearing.minutes.state is not MinutesState.APPROVED:
        return acts
    if not asked.motion:
        raise Refused("These minutes are approved. Nothing was recorded. Say by which motion of the body: --motion.")
    return [Act(rules.reopen_minutes, {"on": on, "motion": asked.motion}), *acts]


def _approve(hearing: Hearing, asked: Namespace, on: date, head: str) -> list[Act]:
    """As corrected only where that is said: nobody approves a list unawares, or one that is not there."""
    listed = len(hearing.minutes.corrections)
    if listed and not asked.as_corrected:
        are = "1 correction is" if listed == 1 else f"{listed} corrections are"
        raise Refused(f"{are} listed. Nothing was recorded. If the body approved them so, add --as-corrected.")
    if asked.as_corrected and not listed and hearing.minutes.state is MinutesState.PRESENTED:
        raise Refused("No correction is listed. Nothing was recorded. List each first: hearingdesk minutes ID correct.")
    return [Act(rules.approve_minutes, {"on": on, "motion": asked.motion, "head": head})]


def _note(_hearing: Hearing, asked: Namespace, on: date, _head: str) -> list[Act]:
    return [Act(rules.append_note, {"text": asked.text, "on": on, "slip": asked.slip})]


_ACTS: dict[str, Callable[[Hearing, Namespace, date, str], list[Act]]] = {
    "present": _present,
    "correct": _correct,
    "approve": _approve,
    "note": _note,
}


def _lines(hearing: Hearing) -> Iterator[str]:
    life = hearing.minutes
    yield f"{life.words}{_since(life)}."
    for number, text in enumerate(life.corrections, 1):
        yield f"  correction {number}: {text}"
    for version in life.versions:
        yield from _version(hearing, version)
    for note in life.notes:
        about = hearing.registrations.get(note.slip)
        yield f"Note of {full_date(note.on)}{f' on {about.name}' if about else ''}: {note.text}"


def _since(life: Minutes) -> str:
    if life.approved is not None:
        return f", {full_date(life.approved.on)}"
    return f", {full_date(life.presented)}" if life.presented and life.reopened is None else ""


def _version(hearing: Hearing, version: Version) -> Iterator[str]:
    name = file_stem(as_approved(hearing, version))
    motion = version.motion or (version.reopened.motion if version.reopened else "")
    by = f", {motion}" if motion else ""
    many = f", {how_many(len(version.corrections), 'correction')}" if version.corrections else ""
    yield f"Version {version.number}: {version.how}, {full_date(version.on)}{by}{many}; {name}.pdf"
    for text in version.corrections:
        yield f"  {text}"
