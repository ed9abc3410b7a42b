"""The order of the pages, and the two passes that print them."""

from collections.abc import Callable

from fieldaudit.package.appendix import draw_photos
from fieldaudit.package.checklist import draw_checklist
from fieldaudit.package.content import PackageContent
from fieldaudit.package.cover import draw_cover
from fieldaudit.package.coverage import draw_coverage
from fieldaudit.package.edition import Edition
from fieldaudit.package.flow import Flow, Furniture
from fieldaudit.package.manifest import Manifest
from fieldaudit.package.papers import draw_papers
from fieldaudit.package.sharing import draw_sharing
from fieldaudit.package.signoff import draw_signoff
from fieldaudit.package.site import draw_site
from fieldaudit.package.sources import draw_sources
from fieldaudit.package.structure import MOST_PAGES, Role, Structure
from fieldaudit.package.summary import draw_failures, draw_summary
from fieldaudit.package.surface import BlankSurface, Places, Surface
from fieldaudit.package.verification import draw_verification
from fieldaudit.package.words import short_hash, words
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog
from fieldaudit.visit.identity import Identity

_KIND = QT_TRANSLATE_NOOP("Pdf", "检查/核查记录")
_FOOT = QT_TRANSLATE_NOOP("Pdf", "清单 SHA-256 {hash}…")
_DRAFT = QT_TRANSLATE_NOOP("Pdf", "草稿 DRAFT")
PAGE_NUMBER = QT_TRANSLATE_NOOP("Pdf", "第 {page} / {pages} 页")
"""Stands at the foot of every page."""

Step = Callable[[int, int], None]
"""Told how much of how much is done; it may stop the work."""


def print_pages(
    surface: Surface,
    content: PackageContent,
    manifest: Manifest,
    *,
    signer: Identity | None,
    step: Step,
) -> Places:
    """Print all pages on `surface`; return where things fell."""
    catalog = Catalog(content.language)
    blank = BlankSurface()
    first = Edition(content, catalog, manifest, Places(), signer)
    _print(blank, first, lambda _: step(0, 1))
    pages = blank.places.pages
    surface.places.structure = Structure(cells=pages <= MOST_PAGES)
    second = Edition(content, catalog, manifest, blank.places, signer)
    # The other half is reading them back.
    _print(surface, second, lambda page: step(page, 2 * pages))
    return surface.places


def _print(surface: Surface, edition: Edition, pause: Callable[[int], None]) -> None:
    flow = Flow(surface, _furniture(edition), pause)
    content = edition.content
    if edition.single:
        flow.subject = content.visits[0].site.name
    draw_cover(flow, edition)
    draw_summary(flow, edition)
    for visit in content.visits:
        if not edition.single:
            flow.fresh()
            flow.subject = f"{visit.site.code} {visit.site.name}"
        with flow.tagged(Role.SECTION):
            draw_site(flow, edition, visit)
            if not edition.single:
                draw_failures(flow, edition, visit)
            for draw in (draw_checklist, draw_coverage, draw_sharing, draw_photos, draw_papers):
                draw(flow, edition, visit)
    if not edition.single:
        flow.fresh()
        flow.subject = edition.joined(content.streets)
    draw_sources(flow, edition)
    draw_signoff(flow, edition)
    draw_verification(flow, edition)
    flow.end()


def _furniture(edition: Edition) -> Furniture:
    content, catalog = edition.content, edition.catalog
    kind = " · ".join(part for part in (words(catalog, _KIND), content.classification) if part)
    return Furniture(
        head=f"{content.number} · v{content.version}",
        kind=kind,
        foot=words(catalog, _FOOT, hash=short_hash(edition.manifest.sha256)),
        draft=words(catalog, _DRAFT) if content.draft else "",
        page=catalog.text("Pdf", PAGE_NUMBER),
        pages=edition.places.pages,
    )
