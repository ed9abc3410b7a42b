"""The text of each page, as a reader other than the painter finds it, and how texts are compared.

Hyphens and spaces are left out of account: line ends change them.
"""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path

import pypdfium2

# Hyphens at line ends come back as other characters; spaces depend on the reader.
_IGNORED = re.compile(r"[\s\-\u00ad\u2010\u2011\ufffe\ufffd\x00-\x1f]+")
_WHOLE = 160
"""Longer texts may be split over pages: their two ends are looked for."""
_END = 24
_AT_ONCE = 6 << 20
"""Bytes of a file that PDFium may keep: it lets go of photos only when it is closed."""
_FEWEST = 16
"""Pages between two openings; each reads the cross-reference table again."""


def page_texts(path: Path) -> Iterator[str]:
    """Yield the bare text of each page.

    Raises:
        pypdfium2.PdfiumError: the file or a page cannot be read.
    """
    size, start, pages = path.stat().st_size, 0, 1
    while start < pages:
        with closing(pypdfium2.PdfDocument(path)) as document:
            pages = len(document)
            end = start + max(_FEWEST, pages * _AT_ONCE // size)
            yield from (_text(document[page]) for page in range(start, min(end, pages)))
        start = end


def bare(text: str) -> str:
    """Return what is compared of a text."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text))


def is_printed(text: str, printed: str) -> bool:
    """Tell whether a text, of a long one its two ends, stands in the bare text `printed`."""
    short = _wanted(text)
    if len(short) <= _WHOLE:
        return short in printed
    return short[:_END] in printed and short[-_END:] in printed


@lru_cache(maxsize=8192)
def _wanted(text: str) -> str:
    """Return a text as it is looked for; most are those of the checklist, on every visit."""
    return bare(text)


def _text(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        return bare(text.get_text_bounded())
    finally:
        text.close()
        page.close()
