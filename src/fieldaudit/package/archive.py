"""What makes painted pages an archive: files inside, metadata, colour, signature fields.

Follows PDF/A-3b (ISO 19005-3): associated files with their relationship, XMP that names part
and conformance, an sRGB output intent, print flags on annotations.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString

from fieldaudit.package.content import FileContent, PackageContent, Relationship
from fieldaudit.package.manifest import MANIFEST_NAME, PRINTS_NAME, Manifest
from fieldaudit.package.page_prints import page_prints
from fieldaudit.package.pdf_document import StreamedDocument
from fieldaudit.package.pdf_surface import PdfSurface

_CHUNK = 1 << 20
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:identifier>{number}</dc:identifier>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{software}</pdf:Producer>
<xmp:CreatorTool>{software}</xmp:CreatorTool>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
<xmp:MetadataDate>{made}</xmp:MetadataDate>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def write_archive(
    surface: PdfSurface,
    content: PackageContent,
    *,
    manifest: Manifest,
    files: Sequence[tuple[FileContent, bytes]],
) -> None:
    """Write what rides inside behind the painted pages, and finish the file."""
    document, catalogue = surface.document, surface.document.Catalog
    listed = FileContent(MANIFEST_NAME, "application/json", b"", Relationship.DATA)
    prints = FileContent(PRINTS_NAME, "application/json", b"", Relationship.DATA)
    own = [(listed, manifest.to_json()), (prints, page_prints(content, surface))]
    moment = PDFString(date(content.made_at))
    specs = {each.name: _attach(document, each, data, moment) for each, data in [*files, *own]}
    ordered = [
        part for name in sorted(specs, key=_order) for part in (PDFString(name), specs[name])
    ]
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "AF", "OutputIntents"]
    catalogue.AF = PDFArray(list(specs.values()))
    catalogue.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray(ordered)})})
    catalogue.Lang = PDFString("zh-CN" if content.language == "zh" else "en")
    catalogue.Metadata = _metadata(document, content)
    catalogue.OutputIntents = PDFArray([_srgb_intent(document)])
    catalogue.showOutline()
    if surface.fields:
        form = {"Fields": PDFArray(surface.fields), "SigFlags": 0}
        catalogue.AcroForm = PDFDictionary(form)
    surface.finish(info=_information(content), identity=manifest.sha256[:32])


def date(iso: str) -> str:
    """Return an ISO time as a PDF date."""
    text = datetime.fromisoformat(iso).strftime("D:%Y%m%d%H%M%S%z")
    return f"{text[:-2]}'{text[-2:]}'" if len(text) > len("D:20220708094100") else text


def _attach(
    document: StreamedDocument, each: FileContent, data: bytes, moment: PDFString
) -> PDFObjectReference:
    """Write a file and what describes it; return what leads to the description."""
    known = PDFDictionary({"Size": len(data), "CreationDate": moment, "ModDate": moment})
    mime = each.media_type.replace("/", "#2F")  # PDFName would let the slash stand
    kind = {"Type": PDFName("EmbeddedFile"), "Subtype": f"/{mime}", "Params": known}
    held = document.pieces(kind, _pieces(data))
    told = {
        "Type": PDFName("Filespec"),
        "F": PDFString(each.name),
        "UF": PDFString(each.name),
        "Desc": PDFString(each.description),
        "AFRelationship": PDFName(each.relationship.value),
        "EF": PDFDictionary({"F": held, "UF": held}),
    }
    return document.Reference(PDFDictionary(told))


def _order(name: str) -> bytes:
    """Return what a name tree is ordered by: the bytes that readers search."""
    return name.encode() if name.isascii() else name.encode("utf-16")


def _pieces(data: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), _CHUNK):
        yield data[start : start + _CHUNK]


def _titles(content: PackageContent) -> tuple[str, str]:
    title = f"{content.title} {content.number} v{content.version}"
    return title, f"{content.region} {content.survey}"


def _information(content: PackageContent) -> PDFDictionary:
    title, subject = _titles(content)
    moment = date(content.made_at)
    told = {"Title": title, "Subject": subject, "CreationDate": moment, "ModDate": moment}
    told |= {"Creator": content.software, "Producer": content.software}
    return PDFDictionary({key: PDFString(text) for key, text in told.items()})


def _metadata(document: StreamedDocument, content: PackageContent) -> PDFObjectReference:
    title, subject = map(escape, _titles(content))
    told = _XMP.format(
        title=title,
        subject=subject,
        number=escape(content.number),
        language=content.language,
        software=escape(content.software),
        made=content.made_at,
    )
    kind = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    return document.stream(kind, told.encode())


def _srgb_intent(document: StreamedDocument) -> PDFDictionary:
    name = PDFString("sRGB IEC61966-2.1")
    told = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": name,
        "Info": name,
        "DestOutputProfile": document.pieces({"N": 3}, [_srgb()]),
    }
    return PDFDictionary(told)


@cache
def _srgb() -> bytes:
    """Return an sRGB profile without the date of its making."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    # ISO 15076-1, 7.2: bytes 24-35 are date and time, 84-99 the profile's own hash.
    profile[24:36] = bytes([0x07, 0xE6, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])
    profile[84:100] = bytes(16)
    return bytes(profile)


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file, hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
