"""What a package holds, looked at with another reader than the one that judges signatures."""

from dataclasses import dataclass
from pathlib import Path

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.package.capsule import UNREADABLE, bytes_of, check_capsule, open_package
from fieldaudit.package.manifest import MANIFEST_NAME, PRINTS_NAME
from fieldaudit.package.page_prints import changed_places
from fieldaudit.package.verdict import Outcome, PackageVerdict

_TAIL = 1024


@dataclass(frozen=True, slots=True)
class Inside:
    """What the capsule says of itself."""

    number: str
    """Number of the package; empty without a manifest."""

    version: int
    """Its version."""

    manifest_sha256: str
    """Hash of the manifest, hex."""

    pages: int
    """Its pages."""

    problems: tuple[Problem, ...]
    """What is wrong with the files inside."""


def look_inside(path: Path) -> Inside | PackageVerdict:
    """Look at the capsule, with a second reader than the one that judges signatures."""
    if not path.is_file():
        raise BadInput(Code.FILE_NOT_FOUND, file=str(path))
    try:
        with open_package(path) as pdf:
            check = check_capsule(pdf)
            pages = len(pdf.pages)
    except BadInput as error:
        return unreadable(path, error)
    except UNREADABLE as error:
        return unreadable(path, error)
    manifest = check.manifest
    if manifest is None:
        problems = (Problem(Code.CAPSULE_MISSING, MANIFEST_NAME),)
        return Inside("", 0, "", pages, problems)
    number, version = str(manifest.get("number", "")), manifest.get("version", 0)
    known = version if isinstance(version, int) else 0
    return Inside(number, known, check.sha256, pages, check.problems)


def unreadable(path: Path, error: Exception, *, ours: bool = False) -> PackageVerdict:
    """Say that a file cannot be read, or that its end is missing.

    A package of `ours` could be read when it was signed: it was changed since.
    """
    with path.open("rb") as stream:
        start = stream.read(_TAIL)
        stream.seek(max(0, path.stat().st_size - _TAIL))
        end = stream.read(_TAIL)
    if b"%PDF-" in start and b"%%EOF" not in end:
        return PackageVerdict(Outcome.INCOMPLETE, details=(Problem(Code.PACKAGE_CUT, path.name),))
    if isinstance(error, BadInput):
        problem = Problem(error.code, path.name, error.params)
    else:
        reason = {"file": path.name, "reason": type(error).__name__}
        problem = Problem(Code.PACKAGE_UNREADABLE, path.name, reason)
    outcome = Outcome.CHANGED if ours else Outcome.UNREADABLE
    return PackageVerdict(outcome, details=(problem,))


def changed_since(path: Path) -> tuple[Problem, ...]:
    """Return the pages and photos that differ from what they were when the file was made."""
    try:
        with open_package(path) as pdf:
            return changed_places(pdf, bytes_of(pdf, PRINTS_NAME))
    except (BadInput, *UNREADABLE):
        return ()
