"""What every page function is given: the content, its words, and what the first pass learned."""

from collections.abc import Iterable
from dataclasses import dataclass

from fieldaudit.package.content import PackageContent, VisitContent
from fieldaudit.package.evidence import ItemContent, PhotoContent
from fieldaudit.package.manifest import Manifest
from fieldaudit.package.surface import Places
from fieldaudit.package.words import words
from fieldaudit.texts import Catalog
from fieldaudit.visit.identity import Identity


@dataclass(frozen=True, slots=True)
class Edition:
    """A package about to be printed."""

    content: PackageContent
    """What to print, with characters that the faces have."""

    catalog: Catalog
    """The words of its language."""

    manifest: Manifest
    """The files inside."""

    places: Places
    """Pages of the first pass; empty during it."""

    signer: Identity | None
    """Who is about to sign as the first signatory; None: the package stays unsigned."""

    def say(self, source: str, /, **params: object) -> str:
        """Return a text of the page."""
        return words(self.catalog, source, **params)

    def page_of(self, key: str) -> str:
        """Return the page of a place; – during the first pass."""
        page = self.places.marks.get(key)
        return "–" if page is None else str(page)

    def joined(self, parts: Iterable[str]) -> str:
        """Return a list in words, with the comma of the language."""
        return self.catalog.joined(parts)

    @property
    def single(self) -> bool:
        """Whether the package holds one visit."""
        return len(self.content.visits) == 1


def photo_of(visit: VisitContent, number: int) -> PhotoContent | None:
    """Return a visit's photo by number; None when it has none such."""
    return next((photo for photo in visit.photos if photo.number == number), None)


def photo_key(visit: VisitContent, number: int) -> str:
    """Return the key of a photo in the appendix."""
    return visit_key(visit, f"-photo-{number}")


def item_key(visit: VisitContent, item: ItemContent) -> str:
    """Return the key of an item's row in the checklist; one id may stand in several instances."""
    found = (number for number, each in enumerate(visit.items()) if each is item)
    return visit_key(visit, f"-item-{next(found, -1)}")


def card_key(visit: VisitContent, item: ItemContent) -> str:
    """Return the key of a failed item's card."""
    return f"{item_key(visit, item)}-card"


def visit_key(visit: VisitContent, part: str = "") -> str:
    """Return the key of a visit's place in links and bookmarks."""
    return f"visit-{visit.id}-{visit.site.code}{part}"
