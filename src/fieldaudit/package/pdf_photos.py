"""The photos of a PDF: each written when it is first shown, its bytes as they came."""

from concurrent.futures import Future
from dataclasses import dataclass

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFName

from fieldaudit.errors import BadInput
from fieldaudit.package.evidence import PhotoContent
from fieldaudit.package.jpegs import Jpeg, load
from fieldaudit.package.pdf_document import StreamedDocument


@dataclass(frozen=True, slots=True)
class Placed:
    """A photo in the file."""

    name: str
    """What it is called in the file."""

    width: int
    """Pixels."""

    height: int
    """Pixels."""

    sha256: "Future[str]"
    """Hash of its bytes in the file, hex."""

    shown: int
    """Its number in the visit where it stands first."""


class PdfPhotos:
    """Takes photos and writes each to the file once."""

    def __init__(self, document: StreamedDocument) -> None:
        """Begin with none."""
        self.damaged: list[PhotoContent] = []
        self._document = document
        self._known: dict[str, Placed | None] = {}

    def placed(self, photo: PhotoContent) -> Placed | None:
        """Return where a photo stands in the file; None for a damaged one."""
        # The same original in two places of a package is stored once.
        key = photo.sha256 or f"{id(photo)}"
        if key not in self._known:
            try:
                self._known[key] = self._write(load(photo), photo.number)
            except (ValueError, BadInput):
                self.damaged.append(photo)
                self._known[key] = None
        return self._known[key]

    def _write(self, jpeg: Jpeg, shown: int) -> Placed:
        name = f"photo{len(self._known) + 1}"
        entries = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Image"),
            "Width": jpeg.width,
            "Height": jpeg.height,
            "ColorSpace": PDFName(jpeg.space),
            "BitsPerComponent": 8,
            "Filter": PDFName("DCTDecode"),
        }
        hashed = self._document.stream_apart(entries, jpeg.data, pdfdoc.xObjectName(name))
        return Placed(name, jpeg.width, jpeg.height, hashed, shown)
