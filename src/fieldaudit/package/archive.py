"""Painted pages become an archive file: attachments, metadata, colour, signature fields.

Follows PDF/A-3b (ISO 19005-3): associated files with their relationship, XMP that names part
and conformance, an sRGB output intent, print flags on annotations.
"""

import hashlib
import io
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, cast

import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf
from PIL import ImageCms

from fieldaudit.package.content import FileContent, PackageContent, Relationship
from fieldaudit.package.manifest import MANIFEST_NAME, PRINTS_NAME, Manifest
from fieldaudit.package.page_prints import page_prints
from fieldaudit.package.structure import Annotation
from fieldaudit.package.structure_tree import add_structure
from fieldaudit.package.style import PAGE_HEIGHT
from fieldaudit.package.surface import Places

_PRINT = 4
"""Annotation flag: print it."""
_SIGNATURE = 4 | 128
"""Print; locked in place."""


def write_archive(
    pages: Path,
    target: Path,
    content: PackageContent,
    *,
    manifest: Manifest,
    files: Sequence[tuple[FileContent, bytes]],
    places: Places,
) -> None:
    """Write the painted `pages` with everything that rides inside to `target`."""
    listed = FileContent(MANIFEST_NAME, "application/json", b"", Relationship.DATA)
    with Pdf.open(pages) as pdf:
        prints = FileContent(PRINTS_NAME, "application/json", b"", Relationship.DATA)
        own = [(listed, manifest.to_json()), (prints, page_prints(pdf, content, places))]
        _attach(pdf, [*files, *own], content.made_at)
        _describe(pdf, content)
        _intend_srgb(pdf)
        _flag_links(pdf)
        _add_fields(pdf, places)
        add_structure(pdf, places.structure)
        with target.open("wb") as file:
            stream = _Patient(file)
            # Streams stay as they are: the object layout is the same for the same content.
            pdf.save(
                cast(BinaryIO, stream),
                deterministic_id=True,
                compress_streams=True,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
                min_version="1.7",
            )
            stream.complain()


class _Patient(io.RawIOBase):
    """A file that keeps the disk's complaint to itself: raised inside qpdf, it ends the process."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._trouble: OSError | None = None

    def writable(self) -> bool:
        """Take bytes."""
        return True

    def seekable(self) -> bool:
        """Know the place."""
        return True

    def tell(self) -> int:
        """Return the place."""
        return self._file.tell()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place."""
        return self._file.seek(offset, whence)

    def write(self, data: Any) -> int:
        """Write, or remember why not."""
        if self._trouble is None:
            try:
                return self._file.write(data)
            except OSError as error:
                self._trouble = error
        return len(data)

    def complain(self) -> None:
        """Raise what happened."""
        if self._trouble is not None:
            raise self._trouble


def pdf_date(iso: str) -> str:
    """Return an ISO time as a PDF date."""
    text = datetime.fromisoformat(iso).strftime("D:%Y%m%d%H%M%S%z")
    return f"{text[:-2]}'{text[-2:]}'" if len(text) > len("D:20220708094100") else text


def _attach(pdf: Pdf, files: Sequence[tuple[FileContent, bytes]], made_at: str) -> None:
    date = pdf_date(made_at)
    specs = []
    for each, data in files:
        spec = AttachedFileSpec(
            pdf,
            data,
            filename=each.name,
            description=each.description,
            mime_type=each.media_type,
            creation_date=date,
            mod_date=date,
        )
        pdf.attachments[each.name] = spec
        held = pdf.attachments[each.name].obj
        held.AFRelationship = Name("/" + each.relationship.value)
        specs.append(held)
    pdf.Root.AF = Array(specs)
    pdf.Root.PageMode = Name.UseOutlines


def _describe(pdf: Pdf, content: PackageContent) -> None:
    date = pdf_date(content.made_at)
    title = f"{content.title} {content.number} v{content.version}"
    pdf.docinfo = pdf.make_indirect(
        Dictionary(
            Title=title,
            Subject=f"{content.region} {content.survey}",
            Creator=content.software,
            Producer=content.software,
            CreationDate=date,
            ModDate=date,
        )
    )
    pdf.Root.Lang = pikepdf.String("zh-CN" if content.language == "zh" else "en")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        meta["dc:title"] = title
        meta["dc:description"] = f"{content.region} {content.survey}"
        meta["dc:identifier"] = content.number
        meta["dc:language"] = {content.language}
        meta["pdf:Producer"] = content.software
        meta["xmp:CreatorTool"] = content.software
        for key in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            meta[key] = content.made_at
        meta["pdfaid:part"] = "3"
        meta["pdfaid:conformance"] = "B"


def _intend_srgb(pdf: Pdf) -> None:
    profile = pdf.make_stream(_srgb())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier="sRGB IEC61966-2.1",
        Info="sRGB IEC61966-2.1",
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


@cache
def _srgb() -> bytes:
    """Return an sRGB profile without the date of its making."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    # ISO 15076-1, 7.2: bytes 24-35 are date and time, 84-99 the profile's own hash.
    profile[24:36] = bytes([0x07, 0xE6, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])
    profile[84:100] = bytes(16)
    return bytes(profile)


def _flag_links(pdf: Pdf) -> None:
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", Array()):
            annotation.F = _PRINT


def _add_fields(pdf: Pdf, places: Places) -> None:
    """Add an empty, visible signature field for each signatory."""
    added = []
    for name, (number, box) in places.fields.items():
        page = pdf.pages[number - 1].obj
        blank = pdf.make_stream(b"")
        blank.Type, blank.Subtype = Name.XObject, Name.Form
        blank.BBox = Array([0, 0, round(box.width, 2), round(box.height, 2)])
        bottom = PAGE_HEIGHT - box.y - box.height
        corners = (box.x, bottom, box.x + box.width, bottom + box.height)
        widget = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=name,
            F=_SIGNATURE,
            Rect=Array([round(each, 2) for each in corners]),
            P=page,
            AP=Dictionary(N=blank),
        )
        added.append(pdf.make_indirect(widget))
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(added[-1])
        held = places.structure.fields[name]
        held.kids.append(Annotation(number, len(page.Annots) - 1))
    if added:
        pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array(added), SigFlags=0))


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file, hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
