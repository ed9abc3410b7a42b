"""Verify a package: signatures, what they cover, what was added since, and the files inside.

Never raises on a bad file: it judges it. Any change of a single byte is found, in the signed
bytes by the digest, in a signature's container by its form.
"""

import hashlib
import logging
import struct
import zlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathError

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.package.cms_form import flaw
from fieldaudit.package.inside import Inside, changed_since, look_inside, unreadable
from fieldaudit.package.revisions import changed_pages
from fieldaudit.package.verdict import Outcome, PackageVerdict, SignerFinding

_log = logging.getLogger(__name__)

_MOST_SIGNATURES = 50
_CHUNK = 1 << 20

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
    OverflowError,
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
) -> PackageVerdict:
    """Judge the package at `path`.

    Args:
        path: a file from anywhere.
        trusted: fingerprints of keys that somebody vouched for.
        now: certificates must be valid then.
        revoked: fingerprints of keys for which the word was taken back, and since when (ISO
            8601). The clock of a signer proves nothing: what such a key signed before does
            not count either.

    Raises:
        BadInput: FILE_NOT_FOUND or FILE_UNREADABLE; a bad file is a verdict, not an error.
    """
    found: Inside | PackageVerdict | None = None
    try:
        found = look_inside(path)
        if isinstance(found, PackageVerdict):
            return found
        with path.open("rb") as stream, _quiet():
            return _Case(path, stream, found, frozenset(trusted), now, revoked or {}).judge()
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInput(Code.FILE_UNREADABLE, file=str(path), reason=reason) from error
    except _DAMAGED as error:
        _log.info("cannot verify %s", path.name, exc_info=error)
        return unreadable(path, error, ours=isinstance(found, Inside) and bool(found.number))


@dataclass(frozen=True, slots=True)
class _Judged:
    """One signature and what is wrong with it."""

    signer: SignerFinding
    problems: tuple[Problem, ...]
    in_time: bool


@dataclass(frozen=True, slots=True)
class _Case:
    """A package under judgement."""

    path: Path
    stream: BinaryIO
    inside: Inside
    trusted: frozenset[str]
    now: datetime
    revoked: Mapping[str, str]

    def judge(self) -> PackageVerdict:
        """Judge every signature, then the whole."""
        reader = PdfFileReader(self.stream)
        signatures = list(reader.embedded_regular_signatures)
        if len(signatures) > _MOST_SIGNATURES:
            raise ValueError("too many signatures")
        if not signatures:
            return self._verdict(Outcome.UNSIGNED, (), self.inside.problems)
        judged = [self._one(each) for each in signatures]
        changes = [problem for each in judged for problem in each.problems]
        changes += self._after(reader, signatures, judged)
        if any(each.code is Code.SIGNATURE_BROKEN for each in changes):
            changes += changed_since(self.path)
        return self._weigh(judged, changes)

    def _weigh(self, judged: list[_Judged], changes: list[Problem]) -> PackageVerdict:
        signers = tuple(each.signer for each in judged)
        damaged = {Code.CAPSULE_DAMAGED, Code.CAPSULE_UNLISTED}
        changes += [each for each in self.inside.problems if each.code in damaged]
        missing = tuple(each for each in self.inside.problems if each.code not in damaged)
        if changes:
            return self._verdict(Outcome.CHANGED, signers, (*changes, *missing))
        if missing:
            return self._verdict(Outcome.INCOMPLETE, signers, missing)
        late = tuple(self._out_of_time(each.signer) for each in judged if not each.in_time)
        gone = tuple(self._gone(each) for each in signers if each.fingerprint in self.revoked)
        known = self.revoked.keys()
        others = (each for each in signers if each.fingerprint not in known)
        unknown = tuple(_unknown(each) for each in others if not each.trusted)
        if gone:
            return self._verdict(Outcome.REVOKED, signers, (*gone, *late, *unknown))
        if late:
            return self._verdict(Outcome.EXPIRED, signers, (*late, *unknown))
        outcome = Outcome.GENUINE_UNKNOWN_SIGNER if unknown else Outcome.GENUINE
        return self._verdict(outcome, signers, unknown)

    def _one(self, signature: EmbeddedPdfSignature) -> _Judged:
        """Judge one signature by itself."""
        name = str(signature.field_name)
        malformed = self._malformed(signature)
        if malformed:
            problem = Problem(Code.SIGNATURE_MALFORMED, name, {"reason": malformed})
            return _Judged(self._signer(signature, None), (problem,), in_time=True)
        signature.external_digests["sha256"] = self._digest(signature)
        context = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
        try:
            status = validate_pdf_signature(signature, context)
        except SignatureValidationError as error:
            problem = Problem(Code.SIGNATURE_MALFORMED, name, {"reason": str(error)[:60]})
            return _Judged(self._signer(signature, None), (problem,), in_time=True)
        signer = self._signer(signature, status)
        problems = []
        if not signer.intact:
            problems.append(Problem(Code.SIGNATURE_BROKEN, name))
        elif status.coverage < SignatureCoverageLevel.ENTIRE_REVISION or not _allowed(status):
            problems.append(Problem(Code.SIGNATURE_OVERRIDDEN, name))
        certificate = signature.signer_cert
        moments = [self.now, *([status.signer_reported_dt] if status.signer_reported_dt else [])]
        first, last = certificate.not_valid_before, certificate.not_valid_after
        in_time = all(first <= moment <= last for moment in moments)
        return _Judged(signer, tuple(problems), in_time)

    def _after(
        self,
        reader: PdfFileReader,
        signatures: list[EmbeddedPdfSignature],
        judged: list[_Judged],
    ) -> list[Problem]:
        """Return what lies in the file after what was signed."""
        last = signatures[-1]
        start, length = int(last.byte_range[2]), int(last.byte_range[3])
        size = self.path.stat().st_size
        problems = []
        if start + length != size:
            told = {"bytes": size - start - length}
            problems.append(Problem(Code.SIGNATURE_UNCOVERED, str(last.field_name), told))
        later = signatures[0].signed_revision < reader.total_revisions - 1
        if later and (problems or any(each.problems for each in judged)):
            pages = changed_pages(reader, signatures[0].signed_revision)
            problems += [Problem(Code.PAGE_CHANGED, str(page)) for page in pages]
        return problems

    def _malformed(self, signature: EmbeddedPdfSignature) -> str:
        """Return what is wrong with the byte range or the container; empty: nothing."""
        ranges = [int(each) for each in signature.byte_range]
        size = self.path.stat().st_size
        if len(ranges) != 4 or ranges[0] != 0 or not 0 < ranges[1] < ranges[2] <= size:  # noqa: PLR2004
            return "/ByteRange"
        self.stream.seek(ranges[1])
        container = self.stream.read(ranges[2] - ranges[1])
        return flaw(container)

    def _digest(self, signature: EmbeddedPdfSignature) -> bytes:
        """Hash the signed bytes in one pass of large pieces."""
        digest = hashlib.sha256()
        first, length, second, rest = (int(each) for each in signature.byte_range)
        for start, count in ((first, length), (second, rest)):
            self.stream.seek(start)
            for offset in range(0, count, _CHUNK):
                digest.update(self.stream.read(min(_CHUNK, count - offset)))
        return digest.digest()

    def _signer(
        self, signature: EmbeddedPdfSignature, status: PdfSignatureStatus | None
    ) -> SignerFinding:
        certificate = signature.signer_cert
        names = {key: _text(value) for key, value in certificate.subject.native.items()}
        fingerprint = hashlib.sha256(certificate.public_key.dump()).hexdigest()
        at = signature.self_reported_timestamp
        return SignerFinding(
            field=str(signature.field_name),
            name=names.get("common_name", ""),
            unit=names.get("organization_name", ""),
            role=names.get("organizational_unit_name", ""),
            fingerprint=fingerprint,
            signed_at=at.isoformat() if at else "",
            expires=certificate.not_valid_after.isoformat(),
            trusted=fingerprint in self.trusted and fingerprint not in self.revoked,
            intact=bool(status and status.intact and status.valid),
        )

    def _gone(self, signer: SignerFinding) -> Problem:
        since = self.revoked[signer.fingerprint]
        told = {"name": signer.name, "date": since[:10]}
        return Problem(Code.SIGNER_REVOKED, signer.field, told)

    def _out_of_time(self, signer: SignerFinding) -> Problem:
        expired = datetime.fromisoformat(signer.expires) < self.now
        code = Code.SIGNER_EXPIRED if expired else Code.SIGNER_EARLY
        return Problem(code, signer.field, {"name": signer.name, "date": signer.expires[:10]})

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


def _allowed(status: PdfSignatureStatus) -> bool:
    """Return whether what was added after a signature are only further signatures."""
    level = status.modification_level
    return (
        level is not None
        and level <= ModificationLevel.FORM_FILLING
        and status.docmdp_ok is not False
    )


def _unknown(signer: SignerFinding) -> Problem:
    known = {"name": signer.name, "fingerprint": signer.fingerprint}
    return Problem(Code.SIGNER_UNKNOWN, signer.field, known)


def _text(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep pyHanko's own log still: what it would say becomes the verdict."""
    loggers = [logging.getLogger(name) for name in ("pyhanko", "pyhanko_certvalidator")]
    levels = [each.level for each in loggers]
    for each in loggers:
        each.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for each, level in zip(loggers, levels, strict=True):
            each.setLevel(level)
