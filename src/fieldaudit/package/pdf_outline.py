"""The bookmarks of a PDF (ISO 32000-2, 12.3.3): a tree from a list with levels."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from fieldaudit.package.pdf_file import PdfFile, text_string


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A title that leads to a place."""

    title: str
    """What a reader shows."""

    place: str
    """Where it leads, as a destination array."""

    level: int
    """0 for the outermost; a level without one above it counts as the next possible."""


@dataclass(slots=True)
class _Entry:
    number: int
    mark: Bookmark | None = None
    inside: list["_Entry"] = field(default_factory=list)


def write_outline(file: PdfFile, marks: Sequence[Bookmark]) -> int:
    """Write the tree of `marks`, closed below its first level; return its number, 0 for none."""
    if not marks:
        return 0
    root = _Entry(file.reserve())
    above = [root]
    for mark in marks:
        entry = _Entry(file.reserve(), mark)
        del above[mark.level + 1 :]
        above[-1].inside.append(entry)
        above.append(entry)
    file.put(f"<</Type/Outlines{_ends(root)}/Count {len(root.inside)}>>", root.number)
    _write_inside(file, root)
    return root.number


def _write_inside(file: PdfFile, above: _Entry) -> None:
    entries = above.inside
    for place, entry in enumerate(entries):
        assert entry.mark is not None  # noqa: S101 - only the root has none
        parts = [f"/Title {text_string(entry.mark.title)}/Parent {above.number} 0 R"]
        parts.append(f"/Dest {entry.mark.place}")
        if place:
            parts.append(f"/Prev {entries[place - 1].number} 0 R")
        if place + 1 < len(entries):
            parts.append(f"/Next {entries[place + 1].number} 0 R")
        if entry.inside:
            # A negative count: so many inside, and closed.
            parts.append(f"{_ends(entry)}/Count {-len(entry.inside)}")
        file.put(f"<<{''.join(parts)}>>", entry.number)
        _write_inside(file, entry)


def _ends(entry: _Entry) -> str:
    return f"/First {entry.inside[0].number} 0 R/Last {entry.inside[-1].number} 0 R"
