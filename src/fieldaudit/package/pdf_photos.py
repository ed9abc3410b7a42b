"""The photos of a PDF: each written when it is first shown, its bytes as they came."""

import hashlib
from dataclasses import dataclass

from fieldaudit.errors import BadInput
from fieldaudit.package.evidence import PhotoContent
from fieldaudit.package.jpegs import Jpeg, load
from fieldaudit.package.pdf_file import PdfFile


@dataclass(frozen=True, slots=True)
class Placed:
    """A photo in the file."""

    name: str
    """What pages call it."""

    number: int
    """Number of its object."""

    width: int
    """Pixels."""

    height: int
    """Pixels."""

    sha256: str
    """Hash of its bytes in the file, hex."""

    shown: int
    """Its number in the visit where it stands first."""


class PdfPhotos:
    """Takes photos and writes each to the file once."""

    def __init__(self, file: PdfFile) -> None:
        """Begin with none."""
        self.damaged: list[PhotoContent] = []
        self._file = file
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
        entries = (
            f"/Type/XObject/Subtype/Image/Width {jpeg.width}/Height {jpeg.height}"
            f"/ColorSpace/{jpeg.space}/BitsPerComponent 8/Filter/DCTDecode"
        )
        number = self._file.stream(entries, jpeg.data)
        sha256 = hashlib.sha256(jpeg.data).hexdigest()
        return Placed(name, number, jpeg.width, jpeg.height, sha256, shown)
