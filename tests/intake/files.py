"""Files as people send them, made for the tests: tables, workbooks whole and crafted, reports of a webinar."""

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
<Override PartName="/xl/sharedStrings.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>"""
_RELS = f"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
_BOOK = f"""<?xml version="1.0"?><workbook xmlns="{_MAIN}" xmlns:r="{_RELATION}"><sheets>
<sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>"""
_BOOK_RELS = f"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{_RELATION}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="{_RELATION}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""

PEOPLE = [["Name", "Organization", "Position"], ["Ana Ruiz", "Tenants' Union", "For"], ["Bo Lund", "", "Against"]]
NO_STRINGS = f'<sst xmlns="{_MAIN}"/>'


def text_file(folder: Path, text: str, encoding: str = "utf-8", name: str = "people.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def table(rows: Sequence[Sequence[str]], delimiter: str = ",") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue()


def table_file(folder: Path, rows: Sequence[Sequence[str]], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    return text_file(folder, table(rows, delimiter), encoding)


def workbook_file(folder: Path, rows: Sequence[Sequence[object]], name: str = "people.xlsx") -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    path = folder / name
    book.save(path)
    book.close()
    return path


def crafted(folder: Path, rows: str, *, before: str = "", prologue: str = "", strings: str = NO_STRINGS) -> Path:
    """A workbook whose only worksheet holds these ``<row>`` elements; ``before`` stands before the data."""
    sheet = f'{prologue}<worksheet xmlns="{_MAIN}">{before}<sheetData>{rows}</sheetData></worksheet>'
    return packed(
        folder,
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELS,
            "xl/workbook.xml": _BOOK,
            "xl/_rels/workbook.xml.rels": _BOOK_RELS,
            "xl/sharedStrings.xml": strings,
            "xl/worksheets/sheet1.xml": sheet,
        },
    )


def packed(folder: Path, parts: dict[str, str], name: str = "crafted.xlsx") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for part, text in parts.items():
            package.writestr(part, text)
    return path


def row_of(number: int, *texts: str) -> str:
    """A row of plain text cells from column A on."""
    cells = (f'<c r="{chr(65 + n)}{number}" t="inlineStr"><is><t>{t}</t></is></c>' for n, t in enumerate(texts))
    return f'<row r="{number}">{"".join(cells)}</row>'


_JOINED = ["Attended", "User Name (Original Name)", "Email", "Join Time", "Leave Time", "Time in Session (minutes)"]
_ATTENDEE = """Attended|User Name (Original Name)|First Name|Last Name|Email|Phone|Registration Time|Approval Status
Join Time|Leave Time|Time in Session (minutes)|Is Guest|Do you support or oppose the policy?|Country/Region Name"""
_STAY = ["Mar 22, 2025 18:00:00", "Mar 22, 2025 18:40:00", "40", "Yes"]
_INES = ["Ines", "Okafor", "ines@mail.example", "555-0101", "Mar 15, 2025 11:23:29", "approved"]
_AWAY = ["--", "--", "--", "--"]

WEBINAR = table(
    [
        ["Attendee Report"],
        ["Report Generated:", "Mar 23, 2025 6:26 PM"],
        ["Topic", "Webinar ID", "Actual Start Time", "Actual Duration (minutes)", "# Registered", "# Cancelled"],
        ["Commission meeting", "99 100", "Mar 22, 2025 17:45:11", "190", "4", "1"],
        ["Host Details", "", ""],
        _JOINED,
        ["Yes", "City Clerk", "clerk@lakemont.example", "Mar 22, 2025 17:45:11", "Mar 22, 2025 20:55:02", "190"],
        ["Panelist Details", "", ""],
        _JOINED,
        ["Yes", "Luis Ortega", "ortega@lakemont.example", "Mar 22, 2025 17:50:00", "Mar 22, 2025 20:55:02", "185"],
        ["Attendee Details", "", ""],
        _ATTENDEE.replace("\n", "|").split("|"),
        ["Yes", "iPhone (Ines)", *_INES, *_STAY, "I oppose it", "United States"],
        ["Yes", "Ines Okafor", *_INES, *_STAY, "I oppose it", "United States"],
        ["No", "Ajay", "Ajay", "", "a@mail.example", "", "Mar 16, 2025 09:01:00", "approved", *_AWAY, "Support", "--"],
        ["No", "Uma", "Uma", "Lind", "u@mail.example", "", "Mar 17, 2025 09:01:00", "denied", *_AWAY, "--", "--"],
        ["Other Attended", "", ""],
        ["User Name", "Join Time", "Leave Time", "Time in Session (minutes)", "Country/Region Name"],
        ["14145550123", "Mar 22, 2025 18:05:00", "Mar 22, 2025 18:25:00", "20", "United States"],
    ]
)
"""The report of a webinar: people in sections, one row for each time somebody joined."""
