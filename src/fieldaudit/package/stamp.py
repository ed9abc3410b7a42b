"""How a signature looks in its field: who, when, and the beginning of the key's fingerprint."""

import io
from contextlib import closing
from datetime import datetime

from reportlab.pdfbase.pdfdoc import PDFDictionary

from fieldaudit.package import style
from fieldaudit.package.evidence import PhotoContent
from fieldaudit.package.fonts import printable
from fieldaudit.package.pdf_surface import PdfSurface
from fieldaudit.package.style import Style
from fieldaudit.package.surface import Box, Letters, Pen, Surface
from fieldaudit.package.words import minute, role_words, words
from fieldaudit.package.wrap import ellipsis
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog
from fieldaudit.visit.identity import Identity

_SIGNED = QT_TRANSLATE_NOOP("Pdf", "电子签名")
_KEY = QT_TRANSLATE_NOOP("Pdf", "密钥 {fingerprint}…")
_INDENT = 8.0
_PICTURE = 0.3
"""Share of the field's width."""


def signature_look(
    identity: Identity,
    at: datetime,
    size: tuple[float, float],
    catalog: Catalog,
    *,
    picture: bytes = b"",
) -> bytes:
    """Return the look as a PDF of one page of `size` in points; `picture` is a vetted JPEG."""
    made = io.BytesIO()
    surface = PdfSurface(made, size)
    with closing(surface.document.output):
        surface.begin(None)
        shown = PhotoContent(1, "", picture, "") if picture else None
        _draw(surface, size, _lines(identity, at, catalog, bool(shown)), shown)
        surface.end_page()
        surface.finish(info=PDFDictionary(), identity=identity.fingerprint[:32])
    return made.getvalue()


def _lines(
    identity: Identity, at: datetime, catalog: Catalog, narrow: bool
) -> list[tuple[str, Style]]:
    key = words(catalog, _KEY, fingerprint=identity.fingerprint[:16])
    when = minute(at.isoformat())
    last = [when, key] if narrow else [f"{when} · {key}"]
    return [
        (f"{words(catalog, _SIGNED)}　{identity.name}", Style(10.5, 15, bold=True)),
        (_place(identity, catalog), style.CAPTION_INK),
        *((each, style.CAPTION) for each in last),
    ]


def _place(identity: Identity, catalog: Catalog) -> str:
    parts = (identity.unit, role_words(identity.role, catalog))
    return " · ".join(part for part in parts if part)


def _draw(
    surface: Surface,
    size: tuple[float, float],
    lines: list[tuple[str, Style]],
    picture: PhotoContent | None,
) -> None:
    width, height = size
    surface.rectangle(Box(0, 0, width, height), Pen("", style.PAPER))
    surface.rectangle(Box(0.4, 0.4, width - 0.8, height - 0.8), Pen(style.ACCENT, width=0.8))
    surface.rectangle(Box(0, 0, 3, height), Pen("", style.ACCENT))
    room = width - _INDENT - 4
    if picture is not None:
        wide = width * _PICTURE
        surface.photo(Box(width - wide - 3, 3, wide, height - 6), picture)
        room -= wide + 3
    y = (height - sum(look.leading for _, look in lines)) / 2
    for text, look in lines:
        baseline = y + (look.leading - look.size) / 2 + look.size * 0.88
        letters = Letters(look.size, look.bold, look.colour)
        surface.text((_INDENT, baseline), ellipsis(printable(text)[0], room, look), letters)
        y += look.leading
