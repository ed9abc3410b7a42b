"""A fingerprint of each page and of each photo on it, to say later where a file was changed.

It rides beside the manifest, whose hash is printed on the pages and so cannot cover them. It
proves nothing by itself: the signature does. It only tells where to look.
"""

import hashlib
import json
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Pdf

from fieldaudit.errors import Code, Problem
from fieldaudit.package.content import PackageContent
from fieldaudit.package.edition import visit_key
from fieldaudit.package.manifest import canonical
from fieldaudit.package.surface import Places

if TYPE_CHECKING:
    from fieldaudit.package.pdf_surface import PdfSurface

_FORM = "/FormXob."
"""What reportlab puts before the name of a photo."""
_MOST = 50
"""Places that are told."""

_BROKEN = (pikepdf.PdfError, ValueError, KeyError, TypeError, AttributeError, RuntimeError)


def page_prints(content: PackageContent, surface: "PdfSurface") -> bytes:
    """Return page number, site, hash of what is drawn and of each photo, as JSON."""
    sites = dict(_sites(content, surface.places))
    pages, site = [], ""
    told = zip(surface.document.drawings, surface.shown, strict=True)
    for number, (drawn, shown) in enumerate(told, 1):
        site = sites.get(number, site)
        photos = {each.name: [each.shown, each.sha256.result()] for each in shown}
        pages.append({"page": number, "site": site, "sha256": drawn, "photos": photos})
    return canonical({"pages": pages})


def changed_places(pdf: Pdf, told: bytes) -> tuple[Problem, ...]:
    """Return the pages and photos that are not what `told` says; none when it is unreadable."""
    try:
        pages = json.loads(told)["pages"]
        found = [problem for each in pages for problem in _page(pdf, each)]
    except (*_BROKEN, IndexError, RecursionError, zlib.error):
        return ()
    return tuple(found[:_MOST])


def _page(pdf: Pdf, told: dict[str, Any]) -> Iterator[Problem]:
    number, site = int(told["page"]), str(told["site"])
    if number > len(pdf.pages):
        yield Problem(Code.PAGE_CHANGED, str(number))
        return
    page = pdf.pages[number - 1]
    now = {name: _hash(image) for name, image in _photos(page)}
    photos = told["photos"]
    changed = [str(photos[name][0]) for name in photos if now.get(name) != photos[name][1]]
    if changed:
        words = " ".join(filter(None, (site, *changed)))
        yield Problem(Code.PHOTO_CHANGED, str(number), {"photos": words})
    if _hash(page.obj.Contents) != told["sha256"]:
        yield Problem(Code.PAGE_CHANGED, str(number), {"site": site})


def _sites(content: PackageContent, places: Places) -> Iterator[tuple[int, str]]:
    """Yield the page on which each visit begins, with its site; what comes last is of none."""
    if len(content.visits) == 1:
        yield 1, content.visits[0].site.code
        return
    for visit in content.visits:
        if visit_key(visit) in places.marks:
            yield places.marks[visit_key(visit)], visit.site.code
    yield places.marks.get("sources", 0), ""


def _photos(page: pikepdf.Page) -> Iterator[tuple[str, pikepdf.Object]]:
    for name, image in page.obj.Resources.get("/XObject", pikepdf.Dictionary()).items():
        yield name.removeprefix(_FORM), image


def _hash(stream: pikepdf.Object) -> str:
    """Return the hash of a stream as it lies in the file; empty for a damaged one."""
    try:
        return hashlib.sha256(stream.read_raw_bytes()).hexdigest()
    except _BROKEN:
        return ""
