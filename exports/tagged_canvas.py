"""A ReportLab canvas that lets marks be written between its drawing operators; only here are its insides touched."""

from collections.abc import Callable
from hashlib import md5
from typing import IO, Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject


class Codes:
    """How one font of a document writes the characters that have a code in its first subset, ready for a PDF string."""

    def __init__(self, font: Any, doc: object, escape: Callable[[bytes], str]) -> None:  # noqa: ANN401  # ReportLab's
        self.font = font
        self.doc = doc
        self.escape = escape
        self.table: dict[int, str] = {}
        self.known: set[str] = set()

    def learn(self, text: str) -> None:
        """Takes up what ReportLab has given codes to by now."""
        assigned: dict[int, int] = self.font.state[self.doc].assignments
        for char in set(text) - self.known:
            code = assigned.get(32 if char == "\u00a0" else ord(char), 256)
            if code < 256:
                self.table[ord(char)] = self.escape(bytes([code]))
                self.known.add(char)


class TaggedText(PDFTextObject):
    """A text object that can hold marks."""

    _code: list[str]
    _curSubset: int  # noqa: N815  # ReportLab's name
    _canvas: "TaggedCanvas"
    _fontname: str
    _fontsize: float
    _leading: float
    _formatText: Callable[[str], str]  # noqa: N815

    def textOut(self, text: str) -> None:  # noqa: N802  # ReportLab's name
        """What ReportLab writes, but for text whose characters all have their codes in one step.

        Where the pen stands after it is not kept: whoever writes on says where.
        """
        codes = self._canvas.codes_of(self._fontname)
        if not codes.known.issuperset(text):
            self._code.append(self._formatText(text))
            codes.learn(text)
            return
        shown = f"({text.translate(codes.table)}) Tj"
        if self._curSubset != 0:
            name = codes.font.getSubsetInternalName(0, codes.doc)
            shown = f"{name} {fp_str(self._fontsize)} Tf {fp_str(self._leading)} TL {shown}"
            self._curSubset = 0
        self._code.append(shown)

    def put(self, code: str) -> None:
        """Add operators as they are."""
        self._code.append(code)


class TaggedCanvas(Canvas):
    """A canvas for a PDF 1.7 file with a structure tree."""

    _code: list[str]
    _doc: Any
    _escape: Callable[[bytes], str]

    def __init__(self, target: str | IO[bytes], size: tuple[float, float], lang: str, font: str) -> None:
        """`font` is a registered font: the fourteen that ReportLab would begin with cannot be embedded."""
        super().__init__(
            target,
            pagesize=size,
            pdfVersion=(1, 7),
            invariant=1,
            pageCompression=1,
            lang=lang,
            initialFontName=font,  # type: ignore[arg-type]  # the stubs take a name for a number
        )

        self._codes: dict[str, Codes] = {}

    def codes_of(self, font: str) -> Codes:
        if font not in self._codes:
            self._codes[font] = Codes(pdfmetrics.getFont(font), self._doc, self._escape)
        return self._codes[font]

    def put(self, code: str) -> None:
        """Add operators as they are."""
        self._code.append(code)

    def text(self) -> TaggedText:
        return TaggedText(self)

    def end_page(self) -> None:
        """End the page: it is read in the order of the structure tree, where it is known by its number from 0."""
        number = self.getPageNumber()
        self.showPage()
        page = self._doc.idToObject[f"Page{number}"]
        _allow(page, "StructParents", "Tabs")
        page.StructParents = number - 1
        page.Tabs = PDFName("S")

    def page_number(self, index: int) -> int:
        """The object number of a page."""
        return self._number(f"Page{index + 1}")

    def reserve(self, name: str, thing: pdfdoc.PDFObject) -> int:
        """Give `thing` a place among the objects of the file; returns its number."""
        self._doc.Reference(thing, name)
        return self._number(name)

    def hang(self, structure: pdfdoc.PDFObject, marked: pdfdoc.PDFObject, xmp: bytes, colours: bytes) -> None:
        """Hang structure tree, mark info, metadata and the colour profile into the catalog."""
        catalog = self._doc.Catalog
        catalog.StructTreeRoot = structure
        catalog.MarkInfo = marked
        kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        catalog.Metadata = PDFStream(kind, xmp)
        profile = PDFStream(PDFDictionary({"N": 3}), colours, filters=[pdfdoc.PDFZCompress])
        intent = {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": self._doc.Reference(profile),
        }
        _allow(catalog, "OutputIntents")
        catalog.OutputIntents = PDFArray([PDFDictionary(intent)])

    def date(self, stamp: object) -> None:
        """Give the file the date `stamp` and an identity drawn from its pages, in place of now."""
        self._doc._timeStamp = stamp  # noqa: SLF001  # ReportLab has no other way
        self._doc.signature = md5(usedforsecurity=False)
        for number in range(1, self.getPageNumber()):
            self._doc.updateSignature(self._doc.idToObject[f"Page{number}"].stream.encode())

    def _number(self, name: str) -> int:
        number: int = self._doc.idToObjectNumberAndVersion[name][0]
        return number


def _allow(thing: pdfdoc.PDFCatalog, *keys: str) -> None:
    """Let a catalog or page dictionary carry keys that ReportLab does not know."""
    thing.__NoDefault__ = [*thing.__NoDefault__, *keys]
