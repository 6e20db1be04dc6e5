"""The commands of the docket and of lists coming in: list, new, agenda, import."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

from hearingdesk import intake
from hearingdesk.commands import preparing
from hearingdesk.commands.saying import counted, say
from hearingdesk.domain.counts import how_many
from hearingdesk.domain.docket import DocketLine
from hearingdesk.domain.hearing import Hearing
from hearingdesk.domain.local import date_and_time, local
from hearingdesk.office import Office, Refused


def list_hearings(office: Office, asked: Namespace) -> int:
    lines = office.docket()
    say(asked, map(_docket_line, lines) if lines else ["No hearings yet. “hearingdesk new” prepares one."], lines)
    return 0


def _docket_line(line: DocketLine) -> str:
    when = date_and_time(line.scheduled.astimezone(ZoneInfo(line.timezone)))
    name = ", ".join(filter(None, (line.body, line.title))) + (" (rehearsal)" if line.rehearsal else "")
    phase = line.phase.replace("_", " ")
    return f"{line.id:<24} {when:<26} {phase:<11} {how_many(line.entries, 'entry', 'entries'):>14}  {name}"


def new(office: Office, asked: Namespace) -> int:
    made = preparing.create(office, asked)
    hearing = office.record(made).hearing
    told = f"{made}: {hearing.body.name}, {len(hearing.body.members)} members, {len(hearing.agenda)} items"
    say(asked, [told], {"id": made, "members": len(hearing.body.members), "items": len(hearing.agenda)})
    return 0


def continue_hearing(office: Office, asked: Namespace) -> int:
    made = office.continue_hearing(asked.id, asked.new_id)
    hearing = office.record(made).hearing
    when = date_and_time(local(hearing, hearing.meeting.scheduled))
    people = how_many(len(hearing.registrations), "person", "people")
    told = f"{made}: {when}, {hearing.meeting.place}; {how_many(len(hearing.agenda), 'item')}, {people} in line"
    say(asked, [told], {"id": made, "items": len(hearing.agenda), "people": len(hearing.registrations)})
    return 0


def agenda(office: Office, asked: Namespace) -> int:
    desk = office.desk(asked.id)
    found = _agenda_in(asked, desk.hearing)
    if not found.items and not found.set_aside:
        raise Refused(
            f"{asked.file.name} holds a meeting but no items of its agenda. Nothing was changed. "
            "From Legistar, save the address that ends in /eventitems."
        )
    if found.items:
        office.notice(desk, found.items, asked.file.name)
    lines = [*found.notes, *(f"line {line.number}, set aside: {line.words} ({line.why})" for line in found.set_aside)]
    lines += [f"item {item.number or item.id}: {item.title}" for item in found.items]
    say(asked, [*lines, counted(found.counts)], {"counts": dict(found.counts), "items": found.items})
    return 0


def _agenda_in(asked: Namespace, hearing: Hearing) -> intake.AgendaPreview:
    """Of several meetings in a file, the one of the hearing's own day; else the likeliest."""
    day = local(hearing, hearing.meeting.scheduled).date()
    noticed = [hearing.items[item].notice for item in hearing.agenda]
    zone = hearing.meeting.timezone
    found = intake.read_agenda(asked.file, corrections=asked.map, on=day, timezone=zone, agenda=noticed)
    return max(found, key=lambda preview: preview.facts.day == day)


def import_list(office: Office, asked: Namespace) -> int:
    sheet = _sheet(asked)
    mapping = office.mapping(sheet).corrected(asked.map)
    if asked.dry_run:
        preview = _preview(asked, sheet, mapping, office.record(asked.id).hearing)
        slips: list[int] = []
    else:
        desk = office.desk(asked.id)
        preview = _preview(asked, sheet, mapping, desk.hearing)
        before = desk.hearing.last_slip
        office.take_in(desk, preview.accepted(), asked.file.name)
        office.remember(sheet, mapping)
        slips = list(range(before + 1, desk.hearing.last_slip + 1))
    say(asked, _import_lines(asked, preview, mapping, slips), _import_plain(preview, mapping, slips))
    return 0


def _sheet(asked: Namespace) -> intake.Sheet:
    """The sheet asked for by name; else the likeliest of the file."""
    sheets = intake.read(asked.file)
    if not asked.sheet:
        return sheets[0]
    for sheet in sheets:
        if sheet.name == asked.sheet:
            return sheet
    names = ", ".join(sheet.name or "(no name)" for sheet in sheets)
    raise Refused(f"{asked.file.name} has no sheet “{asked.sheet}”. Nothing was changed. Its sheets are: {names}.")


def _preview(asked: Namespace, sheet: intake.Sheet, mapping: intake.Mapping, hearing: Hearing) -> intake.Preview:
    preview = intake.preview(sheet, mapping, hearing, default_item=asked.item)
    for number in asked.take:
        preview = preview.with_choice(number, take=True)
    for number in asked.leave:
        preview = preview.with_choice(number, take=False)
    return preview


def _import_lines(
    asked: Namespace, preview: intake.Preview, mapping: intake.Mapping, slips: list[int]
) -> Iterator[str]:
    yield from preview.notes
    yield from (f"{field} is column “{label}”: {why}" for field, label, why in mapping.lines())
    for row in preview.rows:
        if asked.dry_run or row.state is not intake.RowState.NEW:
            yield f"row {row.number}, {row.state}: {row.words}" + (f" ({row.why})" if row.why else "")
    yield f"{preview.read} rows read: {counted(preview.counts)}"
    if slips:
        yield f"Recorded: slips {slips[0]} to {slips[-1]}." if len(slips) > 1 else f"Recorded: slip {slips[0]}."
    else:
        yield "Nothing was recorded: this was a dry run." if asked.dry_run else "Nobody on the list is new."


def _import_plain(preview: intake.Preview, mapping: intake.Mapping, slips: list[int]) -> dict[str, object]:
    rows = [{"row": row.number, "state": row.state, "why": row.why, "taken": row.taken} for row in preview.rows]
    return {
        "read": preview.read,
        "counts": dict(preview.counts),
        "columns": mapping.to_dict(),
        "slips": slips,
        "rows": rows,
    }


COMMANDS: dict[str, Callable[[Office, Namespace], int]] = {
    "list": list_hearings,
    "new": new,
    "continue": continue_hearing,
    "agenda": agenda,
    "import": import_list,
}
