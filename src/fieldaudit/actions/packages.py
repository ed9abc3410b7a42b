"""Packages: build the signed PDF of accepted visits, sign it further, take it apart, show it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from fieldaudit.actions.changes import Changes, Done, Progress
from fieldaudit.actions.files import read_file
from fieldaudit.actions.package_choice import Choice, choose
from fieldaudit.actions.package_content import package_content
from fieldaudit.actions.package_survey import MEDIA_TYPE, NAME, excerpt_bytes
from fieldaudit.actions.purges import purge_note
from fieldaudit.actions.reviews import unsealed_acceptances
from fieldaudit.actions.snapshots import photos_of
from fieldaudit.actions.verification import verify
from fieldaudit.actions.wording import outcome_word
from fieldaudit.errors import BadInput, Cancelled, Code, Problem
from fieldaudit.package.content import FileContent, PackageContent, Relationship
from fieldaudit.package.manner import PLAIN, Manner
from fieldaudit.package.variant import Variant
from fieldaudit.store import journal, people, seals
from fieldaudit.store.records import Record
from fieldaudit.store.survey import Survey
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog, Language
from fieldaudit.visit.identity import Identity
from fieldaudit.visit.stamp import Moment, now

if TYPE_CHECKING:
    from fieldaudit.package.build import PackageReport
    from fieldaudit.package.verdict import PackageVerdict

__all__ = ["Make", "build", "extract", "page_count", "page_image", "sign", "trusted_keys", "verify"]

_SURVEY_FILE = QT_TRANSLATE_NOOP("Domain", "调查文件：所印检查的全部修订和封签，可以合并")
_PAPERS_LEFT = QT_TRANSLATE_NOOP(
    "Domain", "邮寄版不随附附件的原文；原文保存在调查文件中，其 SHA-256 印在附件清单。"
)
_NOT_WHOLE = ("unreadable", "changed", "incomplete", "contradictory")
"""Outcomes after which nobody signs or corrects a package."""
_LARGEST_EMBLEM = 4 << 20
_EMBLEM_EDGE = 600


@dataclass(frozen=True, slots=True)
class Make:
    """How a package is made."""

    variant: Variant = Variant.INTERNAL
    """For whom it is."""

    originals: bool = False
    """Whether the originals of photos (by mail: and papers) ride inside, in the survey file."""

    emblem: Path | None = None
    """PNG or JPEG for the cover; None: the program's own sign."""

    corrects: Path | None = None
    """The package that this one replaces as its next version."""

    correction: str = ""
    """What was corrected and why."""

    language: Language = "zh"
    """Of the pages."""

    manner: Manner = PLAIN
    """How the signature is made; by default offline."""


def build(
    survey: Survey,
    *,
    out: Path,
    identity: Identity,
    visits: Sequence[str] | None = None,
    street: str | None = None,
    month: str = "",
    site: str = "",
    language: Language = "zh",
    make: Make | None = None,
    progress: Progress | None = None,
) -> Done["PackageReport"]:
    """Write the signed package of accepted visits into the new file `out`.

    Args:
        survey: where the visits are.
        out: must not exist.
        identity: who signs.
        visits: record ids; all accepted visits when None.
        street: only visits of this street.
        month: only visits of this month, `2022-07`.
        site: only visits of the site with this code.
        language: of the pages, when `make` is not given.
        make: variant, emblem and the like.
        progress: is told and asked between pages.

    Raises:
        BadInput: no visit is left, or one is not accepted or has an undecided conflict.
        Surroundings: the disk is full, or the folder cannot be written.
    """
    from fieldaudit.package.build import build_package
    from fieldaudit.package.mail import build_mail

    how, moment = make or Make(language=language), now()
    chosen = choose(survey, Choice(visits, street or "", month, site))
    seals.seal(survey, identity, moment=moment)
    doubts = (
        *unsealed_acceptances(survey, [record.id for record in chosen]),
        *_gone(survey, chosen),
    )
    ask = partial(_ask, progress)
    content = _content(survey, chosen, how, identity=identity, moment=moment, ask=ask)
    if how.variant is not Variant.PUBLIC:
        folder = out.parent if out.parent.is_dir() else survey.path.parent
        bare = [visit.id for visit in content.visits if visit.restricted]
        rides = _survey_file(survey, chosen, how, folder=folder, moment=moment, bare=bare)
        content = replace(content, files=(*content.files, rides))
    write = build_mail if how.variant is Variant.MAIL else build_package
    report = write(content, out, identity=identity, progress=progress, manner=how.manner)
    told = {"number": content.number, "out": out.name, "sha256": report.sha256}
    entry = {**told, "visits": len(chosen), "variant": how.variant.value}
    journal.note(survey, "package", entry, moment=moment)
    return Done(replace(report, problems=(*doubts, *report.problems)), Changes(journal=True))


def _gone(survey: Survey, chosen: Sequence[Record]) -> Iterator[Problem]:
    """Say which photos are printed as empty frames because their time of keeping was over."""
    for visit in chosen:
        notes = (purge_note(survey, photo.id) for photo in photos_of(survey, visit.id))
        yield from filter(None, notes)


def trusted_keys(survey: Survey) -> frozenset[str]:
    """Return the fingerprints of the keys that a survey's founder vouches for."""
    found = people.signatories(survey).items()
    return frozenset(key for key, person in found if person.trusted)


def sign(
    file: Path,
    out: Path,
    *,
    identity: Identity,
    part: str,
    language: Language = "zh",
    manner: Manner = PLAIN,
) -> "PackageVerdict":
    """Write a package with one more signature to the new file `out`, and judge what was written.

    Args:
        file: a package that was not changed since it was signed.
        out: must not exist.
        identity: who signs.
        part: inspector, street or office: whose empty field takes the signature.
        language: of the signature's look.
        manner: how the signature is made; by default offline.

    Returns:
        The verdict; its details also say what was asked for and could not be had.

    Raises:
        BadInput: the package was changed, or has no such empty field.
    """
    from fieldaudit.package.countersign import countersign_package

    before = verify(file)
    if before.outcome in _NOT_WHOLE:
        raise BadInput(Code.PACKAGE_NOT_WHOLE, file=file.name, outcome=outcome_word(before.outcome))
    at = now().datetime()
    _, missing = countersign_package(
        file, out, identity=identity, now=at, field=part, language=language, manner=manner
    )
    verdict = verify(out, trusted={identity.fingerprint})
    return replace(verdict, details=(*verdict.details, *missing))


def extract(file: Path, folder: Path) -> tuple[Path, ...]:
    """Write the files that ride inside a package into a folder; return them."""
    from fieldaudit.package.capsule import extract_capsule

    capsule = extract_capsule(file, folder)
    return tuple(folder / name for name in sorted(capsule.files))


def page_count(file: Path) -> int:
    """Return the number of pages of a PDF."""
    from fieldaudit.package import view

    return view.page_count(file)


def page_image(file: Path, number: int, width: int) -> bytes:
    """Return a page of a PDF, counted from 0, as a PNG `width` pixels wide."""
    from fieldaudit.package import view

    return view.page_image(file, number, width)


def _ask(progress: Progress | None) -> None:
    """Stop when asked to."""
    if progress is not None and progress.cancelled():
        raise Cancelled


def _content(
    survey: Survey,
    chosen: list[Record],
    how: Make,
    *,
    identity: Identity,
    moment: Moment,
    ask: Callable[[], None],
) -> PackageContent:
    catalog = Catalog(how.language)
    content = package_content(
        survey, chosen, identity=identity, moment=moment, catalog=catalog, ask=ask
    )
    content = replace(content, emblem=_emblem(how.emblem))
    if how.corrects:
        content = _next_version(content, how.corrects, how.correction)
    papers = any(visit.papers for visit in content.visits)
    if papers and not _papers_ride(how):
        content = replace(content, notes=(*content.notes, catalog.text("Domain", _PAPERS_LEFT)))
    if how.variant is Variant.PUBLIC:
        from fieldaudit.package.redaction import public

        rules = Relationship.SUPPLEMENT
        files = tuple(each for each in content.files if each.relationship is rules)
        return public(replace(content, files=files), catalog)
    return content


def _next_version(content: PackageContent, before: Path, correction: str) -> PackageContent:
    """Number a package as the next version of an earlier one, and name what it replaces."""
    from fieldaudit.package.archive import file_hash

    if not correction.strip():
        raise BadInput(Code.REASON_MISSING)
    verdict = verify(before)
    if verdict.outcome in _NOT_WHOLE:
        raise BadInput(
            Code.PACKAGE_NOT_WHOLE, file=before.name, outcome=outcome_word(verdict.outcome)
        )
    return replace(
        content,
        number=verdict.number or content.number,
        version=verdict.version + 1,
        previous_hash=file_hash(before),
        correction=correction,
    )


def _survey_file(
    survey: Survey,
    chosen: list[Record],
    how: Make,
    *,
    folder: Path,
    moment: Moment,
    bare: Sequence[str],
) -> FileContent:
    described = Catalog(how.language).text("Domain", _SURVEY_FILE)
    data = excerpt_bytes(
        survey,
        chosen,
        folder=folder,
        photos=how.originals,
        papers=_papers_ride(how),
        moment=moment,
        bare=bare,
    )
    return FileContent(NAME, MEDIA_TYPE, data, Relationship.SOURCE, described)


def _papers_ride(how: Make) -> bool:
    """A letter holds what its reader asked for; recordings would not go through by mail."""
    return how.originals or how.variant is not Variant.MAIL


def _emblem(file: Path | None) -> bytes:
    """Return the emblem as an upright JPEG that a page can show."""
    from fieldaudit.visit.thumbnail import upright_thumbnail

    if file is None:
        return b""
    return upright_thumbnail(read_file(file, _LARGEST_EMBLEM), _EMBLEM_EDGE, name=file.name)
