"""What a PDF file says of itself: title, language, dates, colours, and that it is PDF/UA-1 and PDF/A-2a."""

from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

from exports.blocks import Document
from exports.tagged_canvas import TaggedCanvas
from exports.tagging import Raw
from exports.text import one_line
from hearingdesk import __version__
from hearingdesk.resources import asset

_PROGRAM = f"hearingdesk {__version__}"


@dataclass(frozen=True, slots=True)
class _Stamp:
    """The file's date as ReportLab wants it: local time, and hours and minutes from UTC."""

    YMDhms: tuple[int, ...]
    dhh: int
    dmm: int
    t: float


def claim(canvas: TaggedCanvas, document: Document, structure: Raw) -> None:
    """Hang structure tree, metadata and output intent into the file."""
    canvas.setTitle(one_line(document.title))
    canvas.setAuthor(one_line(document.author))
    canvas.setSubject(one_line(document.subject))
    canvas.setCreator(_PROGRAM)
    canvas.setProducer(_PROGRAM)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.date(_stamp(document.made))
    canvas.hang(structure, Raw(b"<</Marked true>>"), _xmp(document).encode(), asset("icc/sRGB.icc").read_bytes())


def _stamp(made: datetime) -> _Stamp:
    offset = made.utcoffset()
    if offset is None:
        raise ValueError("the date of a document needs its zone")
    minutes = int(offset.total_seconds()) // 60
    sign = -1 if minutes < 0 else 1
    hours, rest = divmod(abs(minutes), 60)
    return _Stamp(made.timetuple()[:6], sign * hours, rest, made.timestamp())


def _xmp(document: Document) -> str:
    fields = {
        "title": one_line(document.title),
        "author": one_line(document.author),
        "subject": one_line(document.subject),
        "lang": document.lang,
        "program": _PROGRAM,
        "made": document.made.isoformat(timespec="seconds"),
    }
    return _XMP.format_map({key: escape(value) for key, value in fields.items()})


# The second rdf:Description explains the PDF/UA property to PDF/A readers, as ISO 19005-2, 6.6.2.3.3 asks.
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{program}</pdf:Producer><pdf:Keywords></pdf:Keywords>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
