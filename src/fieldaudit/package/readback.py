"""Read a painted package back and compare it with its content, before anybody signs it.

An independent reader (PDFium, not the program that painted) must find every item, value,
photo number and hash; otherwise nothing is handed over.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.capsule import check_capsule, open_package
from fieldaudit.package.content import PackageContent, VisitContent
from fieldaudit.package.edition import visit_key
from fieldaudit.package.manifest import Manifest
from fieldaudit.package.page_texts import is_printed, page_texts
from fieldaudit.package.pages import Step
from fieldaudit.package.surface import Places


def check_archive(
    path: Path, content: PackageContent, manifest: Manifest, places: Places, *, step: Step
) -> None:
    """Compare the file at `path` with what was to be printed; `content` as printed.

    What a visit of several says is looked for on its own pages, all else on the others; `step`
    is told the pages read, after those printed.

    Raises:
        BadInput: PACKAGE_MISMATCH with the first texts that are not there.
    """
    pages, rest = 0, ""
    for visit, printed, count in _sections(path, _begins(content, places)):
        pages += count
        step(places.pages + min(pages, places.pages), 2 * places.pages)
        if visit is None:
            rest += printed
        else:
            _demand(_of_visit(visit), printed)
    if pages != places.pages:
        raise BadInput(Code.PACKAGE_MISMATCH, where=f"{pages} ≠ {places.pages}")
    _demand(_of_package(content, manifest), rest)
    if len(content.visits) == 1:
        _demand(_of_visit(content.visits[0]), rest)
    _check_files(path, manifest)


def _begins(content: PackageContent, places: Places) -> dict[int, VisitContent | None]:
    """Return on which page what begins: a visit of several, or after the last all else."""
    if len(content.visits) == 1:
        return {}
    begins: dict[int, VisitContent | None] = {}
    begins |= {places.marks[visit_key(visit)]: visit for visit in content.visits}
    return begins | {places.marks["sources"]: None}


def _sections(
    path: Path, begins: Mapping[int, VisitContent | None]
) -> Iterator[tuple[VisitContent | None, str, int]]:
    """Yield each visit, or None for what is of none, with the text and number of its pages."""
    visit: VisitContent | None = None
    texts: list[str] = []
    for page, text in enumerate(page_texts(path), 1):
        if page in begins:
            yield visit, "".join(texts), len(texts)
            visit, texts = begins[page], []
        texts.append(text)
    yield visit, "".join(texts), len(texts)


def _demand(texts: Iterable[str], printed: str) -> None:
    missing = [each for each in dict.fromkeys(texts) if not is_printed(each, printed)]
    if missing:
        raise BadInput(Code.PACKAGE_MISMATCH, where=tuple(missing[:3]))


def _check_files(path: Path, manifest: Manifest) -> None:
    with open_package(path) as pdf:
        check = check_capsule(pdf)
    if check.sha256 != manifest.sha256 or check.problems:
        places = [problem.where for problem in check.problems] or ["manifest.json"]
        raise BadInput(Code.PACKAGE_MISMATCH, where=tuple(places))


def _of_visit(visit: VisitContent) -> Iterator[str]:
    """Yield every text that must be on a visit's pages."""
    yield from (visit.site.code, visit.site.name)
    for item in visit.items():
        yield from (item.id, item.label, item.value, item.limit, item.reason)
    for paper in visit.papers:
        yield from (paper.name, paper.sha256)
    for relation in visit.relations:
        yield from (relation.asset, relation.state, relation.reason)
    for each in visit.coverage:
        yield from (each.operator, f"{each.samples}")


def _of_package(content: PackageContent, manifest: Manifest) -> Iterator[str]:
    """Yield every text that must be on the pages before and after."""
    yield from (content.number, content.title, manifest.sha256, manifest.sm3)
    yield from content.notes
    yield from chain.from_iterable((each.name, each.sha256, each.sm3) for each in manifest.entries)
    for row in chain.from_iterable(visit.signoffs for visit in content.visits):
        yield from (row.part, row.reason, row.witness)
