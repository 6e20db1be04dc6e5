"""Each check that stands beside the validator bites: a fault is planted in a good file and must be named."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from exports.tagged_pdf import write_pdf
from tests.exports.papers import minutes
from tests.exports.pdf_reading import read


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("good") / "minutes.pdf"
    write_pdf(minutes(12), target)
    return target


def elements(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    return [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == role]


def change_content(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    page = pdf.pages[0]
    data = page.Contents.read_bytes()
    assert old in data
    page.Contents.write(data.replace(old, new, 1))


def empty_tree(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K = pikepdf.Array()


def text_as_artifact(pdf: pikepdf.Pdf) -> None:
    change_content(pdf, b"/H1 <</MCID", b"/Artifact <</X")


def text_outside_marks(pdf: pikepdf.Pdf) -> None:
    change_content(
        pdf, b"/Artifact <</Type/Pagination/Subtype/Header>> BDC", b"/Artifact BMC EMC BT (x) Tj ET /Artifact BMC"
    )


def parent_tree_astray(pdf: pikepdf.Pdf) -> None:
    owners: Any = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    owners[0], owners[1], owners[2], owners[3] = owners[3], owners[2], owners[1], owners[0]


def headers_name_nobody(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/TD")[0].A.Headers = pikepdf.Array([pikepdf.String("nobody")])


def a_cell_is_missing(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "/TR")[-1].K[-1]


def no_scope(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "/TH")[0].A["/Scope"]


def no_words_for_a_figure(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/Figure")[0].Alt = pikepdf.String(" ")


def a_figure_off_the_page(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/Figure")[0].A.BBox = pikepdf.Array([0, 0, 9000, 10])


def a_heading_level_skipped(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/H2")[0].S = pikepdf.Name.H4


def an_outline_of_its_own(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].children[0].title = "Somewhere else"


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def another_title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "untitled"


def not_marked(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/MarkInfo"]


def file_name_shown(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences["/DisplayDocTitle"]


def no_tab_order(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj["/Tabs"]


def a_font_left_out(pdf: pikepdf.Pdf) -> None:
    font: Any = next(iter(pdf.pages[0].Resources.Font.values()))
    del font.FontDescriptor["/FontFile2"]


def a_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/OpenAction"] = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


@pytest.mark.parametrize(
    ("plant", "named"),
    [
        (empty_tree, "structure tree is empty"),
        (text_as_artifact, "which is not there"),
        (text_outside_marks, "outside marked content"),
        (parent_tree_astray, "parent tree names another"),
        (headers_name_nobody, "names headers"),
        (a_cell_is_missing, "cells in one table"),
        (no_scope, "has no Scope"),
        (no_words_for_a_figure, "no words for it"),
        (a_figure_off_the_page, "a figure stands at"),
        (a_heading_level_skipped, "level is skipped"),
        (an_outline_of_its_own, "outline is not the headings"),
        (no_language, "has no language"),
        (another_title, "not the title in the properties"),
        (not_marked, "does not say that it is tagged"),
        (file_name_shown, "file's name"),
        (no_tab_order, "order of structure"),
        (a_font_left_out, "not embedded"),
        (a_script, "more than a paper"),
    ],
)
def test_a_planted_fault_is_named(good: Path, plant: Callable[[pikepdf.Pdf], None], named: str, tmp_path: Path) -> None:
    with pikepdf.open(good) as pdf:
        plant(pdf)
        pdf.save(tmp_path / "bad.pdf")
    assert any(named in fault for fault in read(tmp_path / "bad.pdf").faults)
    assert read(good).faults == []
