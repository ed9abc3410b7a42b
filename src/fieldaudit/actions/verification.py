"""Verifying whatever comes from outside: a package, a survey file, an exported folder."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from fieldaudit.actions.changes import Progress, Silent
from fieldaudit.actions.files import read_file
from fieldaudit.errors import Cancelled
from fieldaudit.visit.identity import fingerprint_of
from fieldaudit.visit.identity_certificates import is_authority, parsed

if TYPE_CHECKING:
    from fieldaudit.package.verdict import PackageVerdict

_SQLITE = b"SQLite format 3\x00"
_LARGEST_CERTIFICATE = 1 << 20


def verify(
    file: Path,
    *,
    trusted: Collection[str] = (),
    revoked: Mapping[str, str] | None = None,
    authorities: Collection[str] = (),
    progress: Progress | None = None,
) -> "PackageVerdict":
    """Judge a package, a survey file or an exported folder, offline.

    Args:
        file: what came.
        trusted: fingerprints of keys that somebody vouched for.
        revoked: fingerprints of keys for which the word was taken back, and since when.
        authorities: fingerprints of keys that may vouch for others, and for the time.
        progress: is told and asked between the pages that are read.

    Raises:
        BadInput: there is no such file, or a folder has no manifest.
        Cancelled: `progress` said so.
    """
    if file.is_dir():
        from fieldaudit.package.folder import verify_folder

        return verify_folder(file)
    if _is_survey(file):
        from fieldaudit.actions.survey_verdict import verify_survey

        return verify_survey(file, trusted=set(trusted) - (revoked or {}).keys(), revoked=revoked)
    from fieldaudit.package.printed import with_printed
    from fieldaudit.package.verify import verify_package

    verdict = verify_package(
        file,
        trusted=trusted,
        now=datetime.now(UTC),
        revoked=revoked,
        authorities=authorities,
    )
    return with_printed(verdict, file, step=partial(_step, progress or Silent()))


def keys_of(certificates: Collection[Path], *, authorities: bool = False) -> frozenset[str]:
    """Return the fingerprints of certificate files (PEM), all or only those of authorities.

    Raises:
        BadInput: one cannot be read, or is none.
    """
    texts = (read_file(file, _LARGEST_CERTIFICATE) for file in certificates)
    found = [text.decode("ascii", "replace") for text in texts]
    chosen = [each for each in found if not authorities or is_authority(parsed(each))]
    return frozenset(map(fingerprint_of, chosen))


def _step(progress: Progress, done: int, total: int) -> None:
    progress.step(done, total)
    if progress.cancelled():
        raise Cancelled


def _is_survey(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            return stream.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False
