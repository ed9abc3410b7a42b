"""What makes painted pages an archive: files inside, metadata, colour, signature fields.

Follows PDF/A-3b (ISO 19005-3): associated files with their relationship, XMP that names part
and conformance, an sRGB output intent, print flags on annotations.
"""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import ImageCms

from fieldaudit.package.content import FileContent, PackageContent, Relationship
from fieldaudit.package.manifest import MANIFEST_NAME, PRINTS_NAME, Manifest
from fieldaudit.package.page_prints import page_prints
from fieldaudit.package.pdf_file import PdfFile, date, references, text_string, write_names
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
    file: PdfFile,
    surface: PdfSurface,
    content: PackageContent,
    *,
    manifest: Manifest,
    files: Sequence[tuple[FileContent, bytes]],
) -> None:
    """Write what rides inside behind the painted pages, and finish the file."""
    listed = FileContent(MANIFEST_NAME, "application/json", b"", Relationship.DATA)
    prints = FileContent(PRINTS_NAME, "application/json", b"", Relationship.DATA)
    drawn = page_prints(content, surface)
    own = [(listed, manifest.to_json()), (prints, drawn)]
    moment = date(content.made_at)
    specs = [(each.name, _attach(file, each, data, moment)) for each, data in [*files, *own]]
    embedded = write_names(file, [(name, f"{number} 0 R") for name, number in specs])
    fields = references(surface.fields)
    form = file.put(f"<</Fields[{fields}]/SigFlags 0>>") if fields else 0
    entries = (
        f"/AF[{references(number for _, number in specs)}]/PageMode/UseOutlines"
        f"/Lang{text_string('zh-CN' if content.language == 'zh' else 'en')}"
        f"/Metadata {_metadata(file, content)} 0 R/OutputIntents[{_srgb_intent(file)} 0 R]"
        f"{f'/AcroForm {form} 0 R' if form else ''}"
    )
    surface.finish(
        names=f"/EmbeddedFiles {embedded} 0 R",
        entries=entries,
        info=_information(file, content),
        identity=manifest.sha256[:32],
    )


def _attach(file: PdfFile, each: FileContent, data: bytes, moment: str) -> int:
    """Write a file and what describes it; return the number of the description."""
    kind = each.media_type.replace("/", "#2F").replace("+", "#2B")
    known = f"/Size {len(data)}/CreationDate({moment})/ModDate({moment})"
    entries = f"/Type/EmbeddedFile/Subtype/{kind}/Params<<{known}>>"
    held = file.packed(entries, _pieces(data))
    name = text_string(each.name)
    return file.put(
        f"<</Type/Filespec/F{name}/UF{name}/Desc{text_string(each.description)}"
        f"/AFRelationship/{each.relationship.value}/EF<</F {held} 0 R/UF {held} 0 R>>>>"
    )


def _pieces(data: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), _CHUNK):
        yield data[start : start + _CHUNK]


def _titles(content: PackageContent) -> tuple[str, str]:
    title = f"{content.title} {content.number} v{content.version}"
    return title, f"{content.region} {content.survey}"


def _information(file: PdfFile, content: PackageContent) -> int:
    title, subject = map(text_string, _titles(content))
    software, moment = text_string(content.software), date(content.made_at)
    return file.put(
        f"<</Title{title}/Subject{subject}/Creator{software}/Producer{software}"
        f"/CreationDate({moment})/ModDate({moment})>>"
    )


def _metadata(file: PdfFile, content: PackageContent) -> int:
    title, subject = map(escape, _titles(content))
    told = _XMP.format(
        title=title,
        subject=subject,
        number=escape(content.number),
        language=content.language,
        software=escape(content.software),
        made=content.made_at,
    )
    return file.stream("/Type/Metadata/Subtype/XML", told.encode())


def _srgb_intent(file: PdfFile) -> int:
    profile = file.packed("/N 3", [_srgb()])
    name = "(sRGB IEC61966-2.1)"
    return file.put(
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{name}/Info{name}"
        f"/DestOutputProfile {profile} 0 R>>"
    )


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
