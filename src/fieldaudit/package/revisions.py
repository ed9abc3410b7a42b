"""Which pages a later part of a PDF file changed, by its incremental updates."""

from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

_MOST_STEPS = 200_000
_SKIPPED = {"/Parent", "/Annots", "/P", "/StructParents"}


def changed_pages(reader: PdfFileReader, revision: int) -> tuple[int, ...]:
    """Return the numbers of the pages that differ from what they were at `revision`."""
    before = _references(reader.get_historical_root(revision))
    after = _references(reader.root)
    changed = {
        number
        for number, page in enumerate(after, 1)
        if number > len(before) or page != before[number - 1]
    }
    for number, page in enumerate(after, 1):
        if number not in changed and _is_newer(reader, page, revision):
            changed.add(number)
    changed.update(range(len(after) + 1, len(before) + 1))
    return tuple(sorted(changed))


def _references(root: Any) -> list[generic.Reference]:
    """Return the pages of a page tree, in order."""
    pages, waiting, steps = [], [root.raw_get("/Pages")], 0
    while waiting and (steps := steps + 1) < _MOST_STEPS:
        held = waiting.pop()
        node = held.get_object()
        if "/Kids" in node:
            waiting.extend(reversed(list(node["/Kids"])))
        else:
            pages.append(held.reference)
    return pages


def _is_newer(reader: PdfFileReader, page: generic.Reference, revision: int) -> bool:
    """Return whether the page or anything it shows was written after `revision`."""
    seen: set[tuple[int, int]] = set()
    waiting: list[Any] = [page]
    while waiting and len(seen) < _MOST_STEPS:
        value = waiting.pop()
        if isinstance(value, generic.IndirectObject):
            value = value.reference
        if isinstance(value, generic.Reference):
            key = value.idnum, value.generation
            if key in seen:
                continue
            seen.add(key)
            if reader.xrefs.get_last_change(value) > revision:
                return True
            value = reader.get_object(value)  # type: ignore[no-untyped-call]
        waiting.extend(_inside(value))
    return False


def _inside(value: Any) -> Iterator[Any]:
    if isinstance(value, generic.DictionaryObject):
        yield from (value.raw_get(key) for key in value if key not in _SKIPPED)
    elif isinstance(value, generic.ArrayObject):
        yield from (value.raw_get(index) for index in range(len(value)))
