"""Make an audit package: print, attach, read back, sign, and only then give it its name."""

import gc
import hashlib
import logging
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from fieldaudit.errors import Cancelled, Code, Problem
from fieldaudit.package.archive import write_archive
from fieldaudit.package.content import FileContent, PackageContent, SignOff
from fieldaudit.package.legible import legible
from fieldaudit.package.manifest import Manifest, capsule_files, manifest_of
from fieldaudit.package.manner import PLAIN, Manner
from fieldaudit.package.pages import print_pages
from fieldaudit.package.pdf_surface import PdfSurface
from fieldaudit.package.readback import check_archive
from fieldaudit.package.sign import Place, sign_in_place
from fieldaudit.package.signoff import field_name
from fieldaudit.package.stamp import signature_look
from fieldaudit.package.surface import Places
from fieldaudit.package.words import role_words
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog, Language
from fieldaudit.visit.identity import Identity
from fieldaudit.visit.newfile import new_file

_log = logging.getLogger(__name__)
_BUFFER = 1 << 16
_MAKER = QT_TRANSLATE_NOOP("Pdf", "编制人")
_DATA = QT_TRANSLATE_NOOP("Pdf", "页面所依据的数据")


class Progress(Protocol):
    """What a long deed tells, and asks, between two items."""

    def step(self, done: int, total: int) -> None:
        """Say how far the deed is."""

    def cancelled(self) -> bool:
        """Return whether somebody stopped it."""


@dataclass(frozen=True, slots=True)
class PackageReport:
    """What was made."""

    path: Path
    """The file."""

    pages: int
    """Its pages."""

    bytes: int
    """Its size."""

    sha256: str
    """Its hash, hex: what the next version names as its predecessor."""

    manifest_sha256: str
    """The hash that stands on its pages, hex."""

    signed: bool
    """Whether it carries a signature."""

    problems: tuple[Problem, ...]
    """Characters and photos that could not be printed as they are."""


def build_package(
    content: PackageContent,
    out: Path,
    *,
    identity: Identity | None,
    progress: Progress | None = None,
    manner: Manner = PLAIN,
) -> PackageReport:
    """Make the package `content` in the new file `out`, signed by `identity`.

    Without an identity it is a draft: marked as one on every page, and unsigned. The field of
    the first signatory takes the signature; `content.made_at` is its time.

    Raises:
        BadInput: FILE_EXISTS; PACKAGE_FILE_NAME; PACKAGE_MISMATCH when the pages read back do
            not say what the content says; IDENTITY_EXPIRED.
        Surroundings: DISK_FULL, FOLDER_READ_ONLY. In all cases nothing is left behind.
        Cancelled: `progress` said so.
    """
    at = datetime.fromisoformat(content.made_at)
    if identity:
        identity.check_time(at)
    content = replace(content, draft=content.draft or identity is None)
    if identity and not content.signatories:
        content = replace(content, signatories=(_as_signatory(identity, content.language),))
    _ask(progress)
    with _no_collector():
        return _build(content, out, identity=identity, progress=progress, manner=manner)


def _build(
    content: PackageContent,
    out: Path,
    *,
    identity: Identity | None,
    progress: Progress | None,
    manner: Manner,
) -> PackageReport:
    files = capsule_files(content, Catalog(content.language).text("Pdf", _DATA))
    manifest = manifest_of(content, files)
    _ask(progress)
    shown, problems = legible(content)
    _ask(progress)
    with new_file(out) as draft:
        made = _Job(draft, shown, manifest, files, identity, progress).run()
        places, signs = made.places, identity if made.places.fields else None
        missing = _sign(draft, shown, signs, places, manner=manner) if signs else ()
        sha256, size = _whole_hash(draft, made), draft.stat().st_size
    _log.info(
        "package %s v%s: %s pages, %s bytes", content.number, content.version, places.pages, size
    )
    return PackageReport(
        path=out,
        pages=places.pages,
        bytes=size,
        sha256=sha256,
        manifest_sha256=manifest.sha256,
        signed=bool(signs),
        problems=(*problems, *made.problems, *missing),
    )


def _as_signatory(identity: Identity, language: Language) -> SignOff:
    catalog = Catalog(language)
    role = role_words(identity.role, catalog)
    return SignOff(catalog.text("Pdf", _MAKER), identity.name, identity.unit, role)


@dataclass(frozen=True, slots=True)
class _Made:
    """An unsigned package that says what it should."""

    places: Places
    problems: tuple[Problem, ...]
    size: int
    digest: "hashlib._Hash"
    """SHA-256 of so many bytes."""


@dataclass(frozen=True, slots=True)
class _Job:
    """One package on its way to the file `draft`."""

    draft: Path
    content: PackageContent
    manifest: Manifest
    files: Sequence[tuple[FileContent, bytes]]
    identity: Identity | None
    progress: Progress | None

    def run(self) -> _Made:
        """Print, attach and read back."""
        with self.draft.open("wb", _BUFFER) as stream:
            surface = PdfSurface(stream)
            with closing(surface.document.output) as output:
                places = print_pages(
                    surface, self.content, self.manifest, signer=self.identity, step=self.step
                )
                write_archive(surface, self.content, manifest=self.manifest, files=self.files)
                digest = output.digest
        with ThreadPoolExecutor(max_workers=1) as beside:
            beside.submit(_settle, self.draft)
            check_archive(self.draft, self.content, self.manifest, places, step=self.step)
        damaged = [each for each in surface.photos.damaged if not each.gone]
        told = tuple(Problem(Code.PHOTO_UNPRINTABLE, str(each.number)) for each in damaged)
        return _Made(places, told, output.place, digest)

    def step(self, done: int, total: int) -> None:
        """Tell how far it is, and stop when asked to."""
        if self.progress is not None:
            self.progress.step(done, total)
        _ask(self.progress)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Keep the collector of cycles still: a package makes millions of records and no cycle."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _settle(draft: Path) -> None:
    """Let the disk take what was written; whether it could is asked again at the end."""
    with suppress(OSError), draft.open("rb+") as stream:
        os.fsync(stream.fileno())


def _ask(progress: Progress | None) -> None:
    """Stop when asked to."""
    if progress is not None and progress.cancelled():
        raise Cancelled


def _whole_hash(draft: Path, made: _Made) -> str:
    """Return the hash of the file; what was made is known, a signature is only added to it."""
    digest = made.digest.copy()
    with draft.open("rb") as stream:
        stream.seek(made.size)
        while piece := stream.read(_BUFFER):
            digest.update(piece)
    return digest.hexdigest()


def _sign(
    draft: Path, content: PackageContent, identity: Identity, places: Places, *, manner: Manner
) -> tuple[Problem, ...]:
    at = datetime.fromisoformat(content.made_at)
    field = field_name(0, content.signatories[0])
    box = places.fields[field][1]
    look = signature_look(
        identity, at, (box.width, box.height), Catalog(content.language), picture=manner.picture
    )
    place = Place(field, at, look, certify=True)
    return sign_in_place(draft, identity, place, manner)
