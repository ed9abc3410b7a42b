"""Whether the pages of a package say what its data says, judged from the file alone.

The text of each page, as a reader takes it out, is held against every line that the embedded
data asks for. The text is what fonts claim to show: shapes and pictures are for the eye.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import pypdfium2

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.package.capsule import MOST_BYTES, UNREADABLE, bytes_of, open_package
from fieldaudit.package.content import PackageContent, VisitContent
from fieldaudit.package.content_data import content_of
from fieldaudit.package.edition import Edition
from fieldaudit.package.legible import legible
from fieldaudit.package.manifest import DATA_NAME, Manifest
from fieldaudit.package.page_texts import bare, page_texts
from fieldaudit.package.pages import PAGE_NUMBER
from fieldaudit.package.sayings import Saying, of_package, of_visit
from fieldaudit.package.surface import Places
from fieldaudit.package.verdict import Outcome, PackageVerdict, PrintedState
from fieldaudit.package.words import CONCLUSIONS
from fieldaudit.texts import Catalog

_log = logging.getLogger(__name__)
_WHOLE = 48
"""Letters of running text that surely stand together on a page."""
_END = 24
"""Letters at either end of a longer one that do."""
_TALL = 400
"""Letters of a paragraph in a column that may be higher than a page."""
_MOST = 50
"""Differences that are told."""

Step = Callable[[int, int], None]
"""Told how much of how much is done; it may stop the work."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a comparison of pages and data found."""

    state: PrintedState = PrintedState.NOT_JUDGED
    """Whether they say the same."""

    lines: int = 0
    """Lines of the data that were looked for."""

    problems: tuple[Problem, ...] = ()
    """Where they differ: page, site, item."""


def compare_printed(path: Path, manifest_sha256: str, *, step: Step) -> Printed:
    """Compare what the pages at `path` print with the data that rides inside.

    Data of another shape than this version writes is not judged.
    """
    try:
        with open_package(path) as pdf:
            told = bytes_of(pdf, DATA_NAME, most=MOST_BYTES)
            count = len(pdf.pages)
        content, _ = legible(content_of(told))
        pages = []
        for number, text in enumerate(page_texts(path), 1):
            step(number, count)
            pages.append(text)
        return _Comparison(content, pages).judge(manifest_sha256)
    except (BadInput, pypdfium2.PdfiumError, OverflowError, *UNREADABLE) as error:
        _log.info("pages of %s not compared", path.name, exc_info=error)
        return Printed()


def with_printed(verdict: PackageVerdict, path: Path, *, step: Step) -> PackageVerdict:
    """Return a verdict that also says whether the pages agree with the data.

    What was changed or is cut is judged already; its pages are not read.
    """
    broken = (Outcome.UNREADABLE, Outcome.CHANGED, Outcome.INCOMPLETE)
    if verdict.outcome in broken or not verdict.manifest_sha256:
        return verdict
    found = compare_printed(path, verdict.manifest_sha256, step=step)
    graver = found.problems and verdict.outcome is not Outcome.UNSIGNED
    # Who is unknown is told of each signer; beside a contradiction it only hides the places.
    unknown = Code.SIGNER_UNKNOWN if graver else None
    others = (each for each in verdict.details if each.code is not unknown)
    return replace(
        verdict,
        outcome=Outcome.CONTRADICTORY if graver else verdict.outcome,
        details=(*found.problems, *others),
        printed=found.state,
        lines=found.lines,
    )


class _Comparison:
    """The pages of one package beside its content."""

    def __init__(self, content: PackageContent, pages: list[str]) -> None:
        manifest = Manifest(content.number, content.version, content.made_at, "", ())
        self._edition = Edition(content, Catalog(content.language), manifest, Places(), None)
        self._pages = pages
        self._lines = 0

    def judge(self, manifest_sha256: str) -> Printed:
        """Look for every line on the pages where it belongs."""
        visits = self._edition.content.visits
        around, of_visits = self._sections()
        found = [*self._numbering()]
        for number, visit in enumerate(visits):
            site = visit.site.code
            if number in of_visits:
                found += self._missing(of_visit(self._edition, visit), of_visits[number], site)
            else:
                found.append(Problem(Code.PRINTED_VISIT, site, {"name": visit.site.name}))
        found += self._missing(of_package(self._edition, manifest_sha256), around, "")
        found = list({_about(each): each for each in reversed(found)}.values())[::-1]
        state = PrintedState.DIFFERENT if found else PrintedState.EQUAL
        return Printed(state, self._lines, tuple(found[:_MOST]))

    def _sections(self) -> tuple[list[int], Mapping[int, list[int]]]:
        """Return the pages (from 0) of no visit, and those of each visit that has a beginning."""
        every = list(range(len(self._pages)))
        if self._edition.single:
            return every, {0: every}
        begins = self._beginnings()
        first = min(begins.values(), default=len(every))
        ends = [*sorted(begins.values())[1:], len(every)]
        found = {
            number: list(range(begin, end))
            for (number, begin), end in zip(sorted(begins.items()), ends, strict=True)
        }
        last = found[max(found)] if found else []
        # What follows the last visit is not told apart from it.
        return [*range(first), *last], found

    def _beginnings(self) -> dict[int, int]:
        """Return on which page each visit begins: with its site and its conclusion as the head."""
        heads = [bare(self._head(visit)) for visit in self._edition.content.visits]
        length = min(map(len, heads), default=0)
        candidates: dict[str, list[int]] = {}
        for number, head in enumerate(heads):
            candidates.setdefault(head[:length], []).append(number)
        found: dict[int, int] = {}
        following = 0
        for page, text in enumerate(self._pages):
            possible = candidates.get(text[:length], ())
            begun = (n for n in possible if n >= following and text.startswith(heads[n]))
            for number in islice(begun, 1):
                found[number], following = page, number + 1
        return found

    def _head(self, visit: VisitContent) -> str:
        conclusion = self._edition.say(CONCLUSIONS[visit.conclusion])
        return f"{visit.site.code}{visit.site.name}{conclusion}"

    def _numbering(self) -> Iterator[Problem]:
        """Yield the first page that does not bear its number and that of all pages."""
        count = len(self._pages)
        for number, text in enumerate(self._pages, 1):
            said = self._edition.catalog.text("Pdf", PAGE_NUMBER, page=number, pages=count)
            if bare(said) not in text:
                yield Problem(Code.PRINTED_PAGE, str(number), {"pages": count})
                return

    def _missing(self, lines: Iterable[Saying], pages: list[int], site: str) -> Iterator[Problem]:
        """Yield the lines that are not on these pages, or not as often as they should."""
        printed = "".join(self._pages[page] for page in pages)
        every = list(lines)
        self._lines += len(every)
        wanted = Counter(bare(each.text) for each in every)
        for each in {bare(each.text): each for each in every}.values():
            text = bare(each.text)
            if printed.count(text) < wanted[text] and not _in_pieces(each, printed):
                page = str(self._page_of(each, pages) + 1)
                said = each.core or " ".join(part for part in each.parts if part)
                told = {"site": site, "item": f"{site} {each.subject}".strip(), "said": said[:80]}
                yield Problem(Code.PRINTED_DIFFERS, page, told)

    def _page_of(self, line: Saying, pages: list[int]) -> int:
        """Return the page on which a line most likely stands."""
        for known in (bare("".join(line.parts[:2])), bare(line.parts[0])):
            for page in pages:
                if known and known in self._pages[page]:
                    return page
        return pages[0] if pages else 0


def _about(problem: Problem) -> tuple[str, str]:
    """Return what a difference is about: one item stands in several places."""
    return problem.code.value, str(problem.params.get("item", problem.where))


def _in_pieces(line: Saying, printed: str) -> bool:
    """Tell whether the pieces are there of a line that may be drawn in pieces."""
    if line.flows:
        text = bare(line.text)
        return len(text) > _WHOLE and _ends_in(text, printed)
    parts = [bare(part) for part in line.parts]
    return max(map(len, parts), default=0) > _TALL and all(
        _ends_in(part, printed) for part in parts
    )


def _ends_in(text: str, printed: str) -> bool:
    return text[:_END] in printed and text[-_END:] in printed
