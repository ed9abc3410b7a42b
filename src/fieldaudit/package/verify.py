"""Verify a package: signatures, what they cover, what was added since, and the files inside.

Never raises on a bad file: it judges it. Any change of a single byte is found, in the signed
bytes by the digest, in a signature's container by its form.
"""

import errno
import logging
import struct
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator.errors import PathError

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.package.inside import Inside, changed_since, look_inside, unreadable
from fieldaudit.package.quiet import quiet
from fieldaudit.package.revisions import changed_pages
from fieldaudit.package.signature_check import Judged, KeysKnown, SignatureCheck
from fieldaudit.package.verdict import Outcome, PackageVerdict, SignerFinding

_log = logging.getLogger(__name__)

_MOST_SIGNATURES = 50

# What pyHanko and asn1crypto raise on damaged files, found by damaging thousands of them.
_DAMAGED = (
    PdfError,
    PathError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    AssertionError,
    NotImplementedError,
    ArithmeticError,
    RecursionError,
    MemoryError,
    EOFError,
    struct.error,
    zlib.error,
)


def verify_package(
    path: Path,
    *,
    trusted: Collection[str],
    now: datetime,
    revoked: Mapping[str, str] | None = None,
    authorities: Collection[str] = (),
) -> PackageVerdict:
    """Judge the package at `path`.

    Args:
        path: a file from anywhere.
        trusted: fingerprints of keys that somebody vouched for.
        now: certificates must be valid then.
        revoked: fingerprints of keys for which the word was taken back, and since when (ISO
            8601). The clock of a signer proves nothing: what such a key signed before does
            not count either.
        authorities: fingerprints of offices and certification authorities whose word on a
            person, and on the time, counts.

    Raises:
        BadInput: FILE_NOT_FOUND or FILE_UNREADABLE; a bad file is a verdict, not an error.
    """
    known = KeysKnown(frozenset(trusted), revoked or {}, frozenset(authorities), now)
    found: Inside | PackageVerdict | None = None
    try:
        found = look_inside(path)
        if isinstance(found, PackageVerdict):
            return found
        with path.open("rb") as stream, quiet():
            return _Case(path, stream, found, known).judge()
    except (OSError, *_DAMAGED) as error:
        # A file can send its reader to a place before its start: that is no fault of the disk.
        if isinstance(error, OSError) and error.errno != errno.EINVAL:
            reason = error.strerror or str(error)
            raise BadInput(Code.FILE_UNREADABLE, file=str(path), reason=reason) from error
        _log.info("cannot verify %s", path.name, exc_info=error)
        return unreadable(path, error, ours=isinstance(found, Inside) and bool(found.number))


@dataclass(frozen=True, slots=True)
class _Case:
    """A package under judgement."""

    path: Path
    stream: BinaryIO
    inside: Inside
    known: KeysKnown

    def judge(self) -> PackageVerdict:
        """Judge every signature, then the whole."""
        reader = PdfFileReader(self.stream)
        signatures = list(reader.embedded_regular_signatures)
        if len(signatures) > _MOST_SIGNATURES:
            raise ValueError("too many signatures")
        if not signatures:
            return self._verdict(Outcome.UNSIGNED, (), self.inside.problems)
        size = self.path.stat().st_size
        check = SignatureCheck(self.stream, size, self.known)
        judged = [check.judge(each) for each in signatures]
        stamps = list(reader.embedded_timestamp_signatures)[:_MOST_SIGNATURES]
        changes = [problem for each in judged for problem in each.problems]
        changes += [problem for each in stamps for problem in check.judge_stamp(each)]
        changes += self._after(reader, [*signatures, *stamps], judged)
        if any(each.code is Code.SIGNATURE_BROKEN for each in changes):
            changes += changed_since(self.path)
        return self._weigh(judged, changes)

    def _weigh(self, judged: list[Judged], changes: list[Problem]) -> PackageVerdict:
        signers = tuple(each.signer for each in judged)
        damaged = {Code.CAPSULE_DAMAGED, Code.CAPSULE_UNLISTED}
        changes += [each for each in self.inside.problems if each.code in damaged]
        missing = tuple(each for each in self.inside.problems if each.code not in damaged)
        if changes:
            return self._verdict(Outcome.CHANGED, signers, (*changes, *missing))
        if missing:
            return self._verdict(Outcome.INCOMPLETE, signers, missing)
        late = tuple(self._out_of_time(each.signer) for each in judged if not each.in_time)
        gone = tuple(self._gone(each) for each in judged if each.revoked)
        unfit = tuple(problem for each in judged for problem in each.unfit)
        others = (each.signer for each in judged if not each.revoked)
        unknown = tuple(_unknown(each) for each in others if not each.trusted)
        if gone:
            return self._verdict(Outcome.REVOKED, signers, (*gone, *unfit, *late, *unknown))
        if unfit:
            return self._verdict(Outcome.UNSUITABLE, signers, (*unfit, *late, *unknown))
        if late:
            return self._verdict(Outcome.EXPIRED, signers, (*late, *unknown))
        outcome = Outcome.GENUINE_UNKNOWN_SIGNER if unknown else Outcome.GENUINE
        return self._verdict(outcome, signers, unknown)

    def _after(
        self,
        reader: PdfFileReader,
        signatures: list[EmbeddedPdfSignature],
        judged: list[Judged],
    ) -> list[Problem]:
        """Return what lies in the file after what was signed."""
        last = max(signatures, key=lambda each: each.signed_revision)
        start, length = int(last.byte_range[2]), int(last.byte_range[3])
        size = self.path.stat().st_size
        problems = []
        if start + length != size:
            told = {"bytes": size - start - length}
            problems.append(Problem(Code.SIGNATURE_UNCOVERED, str(last.field_name), told))
        problems += _added_fields(reader, signatures)
        later = signatures[0].signed_revision < reader.total_revisions - 1
        if later and (problems or any(each.problems for each in judged)):
            pages = changed_pages(reader, signatures[0].signed_revision)
            problems += [Problem(Code.PAGE_CHANGED, str(page)) for page in pages]
        return problems

    def _gone(self, judged: Judged) -> Problem:
        told = {"name": judged.signer.name, "date": judged.revoked[:10]}
        return Problem(Code.SIGNER_REVOKED, judged.signer.field, told)

    def _out_of_time(self, signer: SignerFinding) -> Problem:
        expired = datetime.fromisoformat(signer.expires) < self.known.now
        code = Code.SIGNER_EXPIRED if expired else Code.SIGNER_EARLY
        date = signer.expires if expired else signer.starts
        return Problem(code, signer.field, {"name": signer.name, "date": date[:10]})

    def _verdict(
        self, outcome: Outcome, signers: tuple[SignerFinding, ...], details: tuple[Problem, ...]
    ) -> PackageVerdict:
        inside = self.inside
        return PackageVerdict(
            outcome=outcome,
            signers=signers,
            details=details,
            number=inside.number,
            version=inside.version,
            manifest_sha256=inside.manifest_sha256,
            pages=inside.pages,
        )


def _added_fields(reader: PdfFileReader, signatures: list[EmbeddedPdfSignature]) -> list[Problem]:
    """Return the visible signature fields that were not laid out before the first signature."""
    form = reader.get_historical_root(signatures[0].signed_revision)["/AcroForm"]
    laid_out = {str(each.get_object().get("/T", "")) for each in form["/Fields"]}
    return [
        Problem(Code.SIGNATURE_ADDED, str(each.field_name))
        for each in signatures[1:]
        if str(each.field_name).partition(".")[0] not in laid_out and _visible(each)
    ]


def _visible(signature: EmbeddedPdfSignature) -> bool:
    left, bottom, right, top = (float(each) for each in signature.sig_field.get("/Rect", (0,) * 4))
    return left != right and bottom != top


def _unknown(signer: SignerFinding) -> Problem:
    known = {"name": signer.name, "fingerprint": signer.fingerprint}
    return Problem(Code.SIGNER_UNKNOWN, signer.field, known)
