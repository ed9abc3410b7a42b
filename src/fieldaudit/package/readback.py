"""Read a painted package back and compare it with its content, before anybody signs it.

An independent reader (PDFium, not the program that painted) must find every item, value,
photo number and hash; otherwise nothing is handed over.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pypdfium2

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.capsule import check_capsule, open_package
from fieldaudit.package.content import PackageContent
from fieldaudit.package.manifest import Manifest

# Hyphens at line ends come back as other characters; spaces depend on the reader.
_IGNORED = re.compile(r"[\s\-\u00ad\u2010\u2011\ufffe\ufffd\x00-\x1f]+")
_WHOLE = 160
"""Longer texts may be split over pages: their two ends are looked for."""
_END = 24
_AT_ONCE = 50
"""Pages."""


def check_archive(path: Path, content: PackageContent, manifest: Manifest, pages: int) -> None:
    """Compare the file at `path` with what was to be printed; `content` as printed.

    Raises:
        BadInput: PACKAGE_MISMATCH with the first texts that are not there.
    """
    texts = _page_texts(path)
    if len(texts) != pages:
        raise BadInput(Code.PACKAGE_MISMATCH, where=f"{len(texts)} ≠ {pages}")
    printed = "".join(texts)
    missing = [each for each in _expected(content, manifest) if not _found(each, printed)]
    if missing:
        raise BadInput(Code.PACKAGE_MISMATCH, where="、".join(missing[:3]))
    _check_files(path, manifest)


def _check_files(path: Path, manifest: Manifest) -> None:
    with open_package(path) as pdf:
        check = check_capsule(pdf)
    if check.sha256 != manifest.sha256 or check.problems:
        places = [problem.where for problem in check.problems] or ["manifest.json"]
        raise BadInput(Code.PACKAGE_MISMATCH, where="、".join(places))


def _page_texts(path: Path) -> list[str]:
    texts: list[str] = []
    while more := _some_texts(path, len(texts)):
        texts += more
    return texts


def _some_texts(path: Path, start: int) -> list[str]:
    """Read some pages; PDFium keeps every photo that it met until the document is closed."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [
            _text(document[page]) for page in range(start, min(start + _AT_ONCE, len(document)))
        ]
    finally:
        document.close()


def _text(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        return _bare(text.get_text_bounded())
    finally:
        text.close()
        page.close()


def _bare(text: str) -> str:
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text))


def _found(text: str, printed: str) -> bool:
    bare = _bare(text)
    if len(bare) <= _WHOLE:
        return bare in printed
    return bare[:_END] in printed and bare[-_END:] in printed


def _expected(content: PackageContent, manifest: Manifest) -> Iterator[str]:
    """Yield every text that must be on the pages."""
    yield from (content.number, content.title, manifest.sha256, manifest.sm3)
    yield from content.notes
    yield from chain.from_iterable((each.name, each.sha256, each.sm3) for each in manifest.entries)
    for visit in content.visits:
        yield from (visit.site.code, visit.site.name)
        for item in visit.items():
            yield from (item.id, item.label, item.value, item.limit, item.reason)
        for row in visit.signoffs:
            yield from (row.part, row.reason, row.witness)
        for relation in visit.relations:
            yield from (relation.asset, relation.state, relation.reason)
        for each in visit.coverage:
            yield from (each.operator, f"{each.samples}")
