"""What stands on pages: a surface that remembers, an edition to draw, the text of a PDF."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2

from fieldaudit.package.content import PackageContent
from fieldaudit.package.edition import Edition
from fieldaudit.package.evidence import PhotoContent
from fieldaudit.package.flow import Flow, Furniture
from fieldaudit.package.manifest import capsule_files, manifest_of
from fieldaudit.package.surface import BlankSurface, Box, Letters, Pen, Places, Point
from fieldaudit.texts import Catalog
from fieldaudit.visit.identity import Identity
from tests.kit.content import a_package


class RememberingSurface(BlankSurface):
    """Draws nothing and remembers everything, each with its page from 1."""

    blank = False

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[tuple[int, Point, str, Letters]] = []
        self.shapes: list[tuple[int, Sequence[Point], Pen]] = []
        self.boxes: list[tuple[int, Box, Pen]] = []
        self.photos: list[tuple[int, Box, PhotoContent]] = []
        self.links: list[tuple[int, Box, str]] = []
        self.outline: list[tuple[str, int]] = []
        self.watermarks = 0

    @property
    def page(self) -> int:
        return self.places.pages + 1

    def text(self, at: Point, text: str, letters: Letters) -> None:
        self.texts.append((self.page, at, text, letters))

    def line(self, points: Sequence[Point], pen: Pen, *, closed: bool = False) -> None:
        self.shapes.append((self.page, points, pen))

    def rectangle(self, box: Box, pen: Pen) -> None:
        self.boxes.append((self.page, box, pen))

    def photo(self, box: Box, photo: PhotoContent) -> None:
        self.photos.append((self.page, box, photo))

    def watermark(self, text: str) -> None:
        self.watermarks += 1

    def mark(self, key: str, title: str, level: int, y: float) -> None:
        super().mark(key, title, level, y)
        if title:
            self.outline.append((title, level))

    def link(self, box: Box, key: str) -> None:
        self.links.append((self.page, box, key))

    def said(self, page: int | None = None) -> str:
        """Return all that was written, without breaks; of one page or all."""
        return "".join(text for number, _, text, _ in self.texts if page in (None, number))


def an_edition(content: PackageContent | None = None, signer: Identity | None = None) -> Edition:
    """Return an edition of `content`, by default of the example package."""
    chosen = content or a_package()
    manifest = manifest_of(chosen, capsule_files(chosen, ""))
    return Edition(chosen, Catalog(chosen.language), manifest, Places(), signer)


def a_flow(**changes: Any) -> tuple[Flow, RememberingSurface]:
    """Return a flow on a remembering surface."""
    surface = RememberingSurface()
    plain = {"head": "N", "kind": "K", "foot": "F", "draft": "", "page": "{page}/{pages}"}
    return Flow(surface, Furniture(**{**plain, "pages": 0, **changes})), surface


def page_texts(path: Path) -> list[str]:
    """Return the text of each page of a PDF, without any space."""
    with pypdfium2.PdfDocument(path) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    return ["".join(text.split()) for text in texts]
