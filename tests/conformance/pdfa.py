"""The rules of PDF/A-3b (ISO 19005-3) that a file of ours can break, each read off with pikepdf.

Each function names the clause and yields a sentence for every breach. What our writer never makes
(JPEG 2000, separations, optional content …) is checked by its absence.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
from lxml import etree
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from tests.conformance.truetype import Program

Breach = Iterator[str]

_ACTIONS = {"/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/Named", "/SubmitForm"}
_FORBIDDEN_KEYS = {
    **{"/AA": "additional actions", "/JS": "script", "/XFA": "XFA form", "/OPI": "OPI"},
    **{"/PS": "PostScript", "/Alternates": "alternate image", "/Ref": "reference XObject"},
    **{"/TR": "transfer function", "/HTP": "halftone phase", "/OCProperties": "layers"},
    **{"/AlternatePresentations": "presentations", "/PresSteps": "steps"},
    **{"/Requirements": "requirements", "/FFilter": "external stream", "/SMask": "soft mask"},
}
_FILTERS = {"/FlateDecode", "/DCTDecode"}
_SYMBOLIC = 4
_NS = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
}
_PREDEFINED = {*_NS.values(), "http://ns.adobe.com/xap/1.0/mm/", "adobe:ns:meta/"}
"""Schemas of XMP 2005 that need no extension schema."""


def breaches(path: Path) -> list[str]:
    """Return what breaks a rule in a file; nothing for a clean one."""
    found = [*_file_structure(path.read_bytes())]
    with pikepdf.open(path) as pdf:
        for rule in _RULES:
            found += [f"{rule.__name__.lstrip('_')}: {each}" for each in rule(pdf)]
    return found


def operations(page: pikepdf.Page) -> list[tuple[Any, Any]]:
    """Return operands and operator of everything that is drawn on a page."""
    found: Any = pikepdf.parse_content_stream(page)
    return [(operands, operator) for operands, operator in found]


def _file_structure(data: bytes) -> Breach:
    """6.1.2 header, 6.1.3 trailer, 6.1.4 cross-reference table."""
    if not re.match(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4,}\r?\n", data):
        yield "header: version line, then a comment of at least four bytes above 127"
    if not re.search(rb"%%EOF\r?\n?\Z", data):
        yield "trailer: bytes behind the last %%EOF"
    if b"/Encrypt" in data[data.rfind(b"trailer") :]:
        yield "trailer: encrypted"
    for table in re.finditer(rb"\nxref\b", data):
        if not re.match(
            rb"\nxref\r?\n\d+ \d+ ?\r?\n\d{10} \d{5} [nf][ \r]?[\r\n]", data[table.start() :]
        ):
            yield "xref: section head or row is misspelled"


def _objects(pdf: Pdf) -> Breach:
    """6.1.6 to 6.1.13: filters, keys that are forbidden anywhere, limits."""
    for number, each in enumerate(pdf.objects, 1):
        if isinstance(each, Stream):
            filters = each.get("/Filter", Array())
            names = [filters] if isinstance(filters, Name) else list(filters)
            yield from (f"object {number}: filter {n}" for n in names if str(n) not in _FILTERS)
            if isinstance(each.get("/F"), (pikepdf.String, Dictionary)):
                yield f"object {number}: stream in another file"
        if isinstance(each, (Dictionary, Stream)):
            yield from (
                f"object {number}: {why}" for key, why in _FORBIDDEN_KEYS.items() if key in each
            )
            yield from (f"object {number}: long name" for key in each if len(key) > 127)
    if len(pdf.objects) > 8_388_607:
        yield "too many objects"


def _trailer(pdf: Pdf) -> Breach:
    """6.1.3 and 14.4: an identifier of two strings."""
    if len(pdf.trailer.get("/ID", Array())) != 2:
        yield "no identifier"
    yield from pdf.check_pdf_syntax()


def _metadata(pdf: Pdf) -> Breach:
    """6.6.2 to 6.6.4, 6.1.5: packet, schemas, identification, agreement with the information."""
    stream = pdf.Root.Metadata
    if "/Filter" in stream:
        yield "packet is packed"
    data = stream.read_bytes()
    head = data.split(b"?>")[0]
    if not head.startswith(b"<?xpacket begin=") or b"bytes=" in head or b"encoding=" in head:
        yield "packet head"
    tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    told = dict(_properties(tree))
    for name in told:
        if etree.QName(name).namespace not in _PREDEFINED:
            yield f"{name} is of no predefined schema and no extension schema tells of it"
    part = (told.get(f"{{{_NS['pdfaid']}}}part"), told.get(f"{{{_NS['pdfaid']}}}conformance"))
    if part != ("3", "B"):
        yield f"identification {part}"
    yield from _agreement(pdf, told)


def _properties(tree: Any) -> Iterator[tuple[str, str]]:
    for about in tree.iter(f"{{{_NS['rdf']}}}Description"):
        yield from ((key, value) for key, value in about.attrib.items() if "about" not in key)
        yield from ((each.tag, "".join(each.itertext()).strip()) for each in about)


def _agreement(pdf: Pdf, told: dict[str, str]) -> Breach:
    pairs = {
        "/Title": f"{{{_NS['dc']}}}title",
        "/Subject": f"{{{_NS['dc']}}}description",
        "/Creator": f"{{{_NS['xmp']}}}CreatorTool",
        "/Producer": f"{{{_NS['pdf']}}}Producer",
    }
    for key, name in pairs.items():
        # Who signs adds itself to the information and replaces the producer in the metadata.
        if key in pdf.docinfo and told.get(name, "-") not in str(pdf.docinfo[key]):
            yield f"{key} is {pdf.docinfo[key]!s} and {told.get(name)}"
    for key, name in (("/CreationDate", "CreateDate"), ("/ModDate", "ModifyDate")):
        if key in pdf.docinfo:
            digits = re.sub(r"\D", "", str(pdf.docinfo[key]))[:14]
            other = re.sub(r"\D", "", told.get(f"{{{_NS['xmp']}}}{name}", "").split(".")[0])[:14]
            if digits != other:
                yield f"{key} is {digits} and {other}"


def _colour(pdf: Pdf) -> Breach:
    """6.2.3 and 6.2.4: one output intent with an RGB profile; no CMYK."""
    intents = [each for each in pdf.Root.OutputIntents if each.S == "/GTS_PDFA1"]
    if len(intents) != 1:
        yield f"{len(intents)} output intents"
    for intent in intents:
        profile = intent.DestOutputProfile
        data = profile.read_bytes()
        if (int(profile.N), data[16:20], data[36:40]) != (3, b"RGB ", b"acsp"):
            yield "profile is none of RGB"
        if data[12:16] not in (b"mntr", b"prtr") or data[8] > 4:
            yield "profile class or version"
        if int.from_bytes(data[:4], "big") != len(data):
            yield "profile length"
    for number, each in enumerate(pdf.objects, 1):
        if isinstance(each, Stream) and each.get("/Subtype") == "/Image":
            if each.ColorSpace not in (Name.DeviceRGB, Name.DeviceGray):
                yield f"object {number}: colour space {each.ColorSpace!s}"
            if each.get("/Interpolate", False) or each.BitsPerComponent not in (1, 2, 4, 8, 16):
                yield f"object {number}: image"


def _fonts(pdf: Pdf) -> Breach:
    """6.2.11: embedded, widths agree with the program, to Unicode and back, no .notdef."""
    for name, font in _used_fonts(pdf):
        if "/FontFile2" not in font.FontDescriptor:
            yield f"{name} is not embedded"
            continue
        yield from (f"{name}: {each}" for each in _names_of(font))
        yield from (f"{name}: {each}" for each in _glyphs(font, _codes(pdf, name)))


def _names_of(font: Any) -> Breach:
    if font.Subtype != "/TrueType" or "/Encoding" in font:
        yield "kind or encoding"
    if int(font.FontDescriptor.Flags) & 0x24 != _SYMBOLIC:
        yield "a subset by number must be symbolic"
    if font.BaseFont != font.FontDescriptor.FontName:
        yield "names differ"
    if not re.fullmatch(r"/[A-Z]{6}\+\S+", str(font.BaseFont)):
        yield "no tag of a subset"


def _glyphs(font: Any, codes: set[int]) -> Breach:
    program = Program(font.FontDescriptor.FontFile2.read_bytes())
    unicode, widths = _to_unicode(font.ToUnicode.read_bytes()), list(font.Widths)
    if len(widths) != int(font.LastChar) - int(font.FirstChar) + 1:
        yield "number of widths"
    for code in sorted(codes):
        glyph, place = program.glyph(code), code - int(font.FirstChar)
        if glyph == 0 or glyph >= program.glyphs or not 0 <= place < len(widths):
            yield f"code {code} shows no glyph"
        elif abs(float(widths[place]) - program.width(glyph)) > 1:
            yield f"width of code {code}"
        if unicode.get(code, "") in ("", "\0", "\ufeff", "\ufffe", "\ufffd"):
            yield f"code {code} means no character"


def _used_fonts(pdf: Pdf) -> list[tuple[str, Any]]:
    found: dict[str, Any] = {}
    for page in pdf.pages:
        for name, font in page.obj.Resources.get("/Font", {}).items():
            found.setdefault(name, font)
    return sorted(found.items())


def _codes(pdf: Pdf, wanted: str) -> set[int]:
    """Return the codes that text shows in a font of the pages."""
    found: set[int] = set()
    for page in pdf.pages:
        font = ""
        for operands, operator in operations(page):
            if str(operator) == "Tf":
                font = str(operands[0])
            if str(operator) == "Tj" and font == wanted:
                found.update(bytes(operands[0]))
    return found


def _to_unicode(data: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.DOTALL):
        for code, text in re.findall(rb"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.DOTALL):
        for first, last, text in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for shift, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                found[code] = chr(int(text, 16) + shift)
    return found


def _pages(pdf: Pdf) -> Breach:
    """6.2.2, 6.1.13: known operators, own resources, balanced states, no transparency group."""
    for number, page in enumerate(pdf.pages, 1):
        if "/Resources" not in page.obj:
            yield f"page {number}: inherits its resources"
        if "/Group" in page.obj:
            yield f"page {number}: transparency group"
        depth = marks = 0
        for _, operator in operations(page):
            name = str(operator)
            if name not in _OPERATORS:
                yield f"page {number}: operator {name}"
            depth += (name == "q") - (name == "Q")
            marks += (name in ("BDC", "BMC")) - (name == "EMC")
            if depth > 28 or depth < 0 or marks not in (0, 1):
                yield f"page {number}: states or marks are nested wrongly"
                break
        if depth or marks:
            yield f"page {number}: states or marks stay open"


_OPERATORS = frozenset(
    (
        *("BT", "ET", "q", "Q", "cm", "w", "J", "j", "M", "d", "m", "l", "c", "h", "re"),
        *("S", "s", "f", "B", "n", "rg", "RG", "g", "G", "Td", "Tm", "Tf", "Tj", "Do"),
        *("BMC", "BDC", "EMC"),
    )
)
"""The operators that our pages use, all of them allowed."""


def _annotations(pdf: Pdf) -> Breach:
    """6.3: known kinds, printed, not hidden, with an appearance unless they are links."""
    for number, page in enumerate(pdf.pages, 1):
        for each in page.obj.get("/Annots", []):
            kind, flags = str(each.Subtype), int(each.get("/F", 0))
            if kind not in ("/Link", "/Widget"):
                yield f"page {number}: annotation {kind}"
            if not flags & 4 or flags & (1 | 2 | 32 | 256):
                yield f"page {number}: {kind} is not printed, or hidden"
            if kind == "/Widget" and set(each.AP.keys()) != {"/N"}:
                yield f"page {number}: appearance"
            if "/CA" in each and float(each.CA) != 1:
                yield f"page {number}: transparent"


def _actions(pdf: Pdf) -> Breach:
    """6.5: nothing but going somewhere."""
    for number, each in enumerate(pdf.objects, 1):
        if isinstance(each, Dictionary):
            action = each.get("/A")
            if isinstance(action, Dictionary) and str(action.get("/S", "/GoTo")) not in _ACTIONS:
                yield f"object {number}: action {action.S!s}"
    names: Any = pdf.Root.get("/Names", {})
    if "/JavaScript" in names or "/OpenAction" in pdf.Root:
        yield "script or action at opening"


def _forms(pdf: Pdf) -> Breach:
    """6.4: no generated appearances; 6.1.12: permissions of a certification alone."""
    form = pdf.Root.get("/AcroForm", Dictionary())
    if bool(form.get("/NeedAppearances", False)):
        yield "appearances are left to the reader"
    extra = set(pdf.Root.get("/Perms", Dictionary()).keys()) - {"/DocMDP", "/UR3"}
    yield from (f"permission {key}" for key in extra)
    for field in form.get("/Fields", []):
        if "/V" in field:
            for reference in field.V.get("/Reference", []):
                if {"/DigestLocation", "/DigestMethod", "/DigestValue"} & set(reference.keys()):
                    yield "a reference of the signature holds a digest"


def _files(pdf: Pdf) -> Breach:
    """6.8: each embedded file is associated, with both names, kind, date and relationship."""
    associated = {each.objgen for each in pdf.Root.AF}
    for name, spec in pdf.attachments.items():
        held = spec.obj
        if held.objgen not in associated:
            yield f"{name} is associated with nothing"
        if not {"/F", "/UF", "/AFRelationship"} <= set(held.keys()):
            yield f"{name}: names or relationship"
        stream = held.EF.F
        if not re.fullmatch(r"/[\w.+-]+/[\w.+-]+", str(stream.get("/Subtype", ""))):
            yield f"{name}: kind {stream.get('/Subtype')!s}"
        if "/ModDate" not in stream.get("/Params", {}):
            yield f"{name}: no date"
        if int(stream.Params.get("/Size", -1)) != len(stream.read_bytes()):
            yield f"{name}: size"


_RULES: tuple[Callable[[Pdf], Breach], ...] = (
    *(_objects, _trailer, _metadata, _colour, _fonts, _pages, _annotations),
    *(_actions, _forms, _files),
)
