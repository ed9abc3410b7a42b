"""One signature of a package by itself: form, bytes, key, certificate, timestamp."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from asn1crypto import cms
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.package.chain import Chain, chain_of
from fieldaudit.package.cms_form import container_of, flaw
from fieldaudit.package.token_form import Stamp, judged_token
from fieldaudit.package.verdict import SignerFinding
from fieldaudit.visit.identity_certificates import may_sign
from fieldaudit.visit.identity_keys import kind_of, sound

_CHUNK = 1 << 20
_RANGES = 4


@dataclass(frozen=True, slots=True)
class KeysKnown:
    """Whose word counts, and when it is judged."""

    trusted: frozenset[str]
    """Fingerprints of keys that somebody vouched for."""

    revoked: Mapping[str, str]
    """Fingerprints of keys for which the word was taken back, and since when."""

    authorities: frozenset[str]
    """Fingerprints of keys that may vouch for others, and for the time."""

    now: datetime
    """When it is judged."""

    def trusts(self, key: str, chain: Chain) -> bool:
        """Tell whether a key is known, by itself or by who issued its certificate."""
        return not self.gone(key, chain) and (key in self.trusted or chain.under(self.authorities))

    def gone(self, key: str, chain: Chain) -> str:
        """Return since when a key or one of its issuers is revoked; empty when none is."""
        return next(
            (self.revoked[each] for each in (key, *chain.prints()) if each in self.revoked), ""
        )


@dataclass(frozen=True, slots=True)
class Judged:
    """One signature and what is wrong with it."""

    signer: SignerFinding
    """Who made it."""

    problems: tuple[Problem, ...] = ()
    """What was changed."""

    unfit: tuple[Problem, ...] = ()
    """Why its key or certificate is no good for signing."""

    in_time: bool = True
    """Whether the certificate was valid when it mattered."""

    revoked: str = ""
    """Since when its key is revoked; empty for one that is not."""


@dataclass(frozen=True, slots=True)
class SignatureCheck:
    """Judges the signatures of one file."""

    stream: BinaryIO
    """The file."""

    size: int
    """Its bytes."""

    known: KeysKnown
    """Whose word counts."""

    def judge(self, signature: EmbeddedPdfSignature) -> Judged:
        """Judge one signature of a person."""
        name = str(signature.field_name)
        malformed = self._misplaced(signature) or flaw(self._container(signature))
        chain = chain_of(signature.signer_cert, signature.other_embedded_certs)
        stamp: Stamp | None = None
        if not malformed:
            try:
                stamp = _stamp_of(signature.signer_info)
                status = self._status(signature)
            except (ValueError, SignatureValidationError) as error:
                malformed = str(error)[:60] or type(error).__name__
        if malformed or chain.strays:
            told = {"reason": malformed or "certificates"}
            problem = Problem(Code.SIGNATURE_MALFORMED, name, told)
            return Judged(self._signer(signature, chain, None, None), (problem,))
        signer = self._signer(signature, chain, status, stamp)
        unfit = _unfit(signer, chain)
        problems = []
        if not status.intact or not (status.valid or unfit):
            problems.append(Problem(Code.SIGNATURE_BROKEN, name))
        elif status.coverage < SignatureCoverageLevel.ENTIRE_REVISION or not _allowed(status):
            problems.append(Problem(Code.SIGNATURE_OVERRIDDEN, name))
        gone = self.known.gone(signer.fingerprint, chain)
        return Judged(signer, tuple(problems), unfit, self._in_time(signature, signer), gone)

    def judge_stamp(self, signature: EmbeddedPdfSignature) -> tuple[Problem, ...]:
        """Return what is wrong with a timestamp over the whole file up to it."""
        name = str(signature.field_name)
        malformed = self._misplaced(signature)
        if not malformed:
            try:
                token = cms.ContentInfo.load(container_of(self._container(signature)), strict=True)
                judged_token(token, lambda kind: self._digest(signature, kind))
            except (ValueError, TypeError, KeyError) as error:
                malformed = str(error)[:60] or type(error).__name__
        if malformed:
            return (Problem(Code.SIGNATURE_MALFORMED, name, {"reason": malformed}),)
        if signature.evaluate_signature_coverage() < SignatureCoverageLevel.ENTIRE_REVISION:
            return (Problem(Code.SIGNATURE_OVERRIDDEN, name),)
        return ()

    def _status(self, signature: EmbeddedPdfSignature) -> PdfSignatureStatus:
        signature.external_digests["sha256"] = self._digest(signature, "sha256")
        context = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
        return validate_pdf_signature(signature, context)

    def _misplaced(self, signature: EmbeddedPdfSignature) -> str:
        """Return what is wrong with the byte range; empty: nothing."""
        ranges = [int(each) for each in signature.byte_range]
        right = len(ranges) == _RANGES and ranges[0] == 0 and 0 < ranges[1] < ranges[2] <= self.size
        return "" if right else "/ByteRange"

    def _container(self, signature: EmbeddedPdfSignature) -> bytes:
        """Return the container as it stands in the file, with its brackets."""
        ranges = [int(each) for each in signature.byte_range]
        self.stream.seek(ranges[1])
        return self.stream.read(ranges[2] - ranges[1])

    def _digest(self, signature: EmbeddedPdfSignature, kind: str) -> bytes:
        """Hash the signed bytes in one pass of large pieces."""
        digest = hashlib.new(kind)
        first, length, second, rest = (int(each) for each in signature.byte_range)
        for start, count in ((first, length), (second, rest)):
            self.stream.seek(start)
            for offset in range(0, count, _CHUNK):
                digest.update(self.stream.read(min(_CHUNK, count - offset)))
        return digest.digest()

    def _in_time(self, signature: EmbeddedPdfSignature, signer: SignerFinding) -> bool:
        """Tell whether the certificate was valid at the proven time, else now and as claimed."""
        certificate = signature.signer_cert
        first, last = certificate.not_valid_before, certificate.not_valid_after
        if signer.stamp_trusted:
            return bool(first <= datetime.fromisoformat(signer.stamped_at) <= last)
        claimed = signature.self_reported_timestamp
        return all(first <= each <= last for each in (self.known.now, claimed) if each)

    def _signer(
        self,
        signature: EmbeddedPdfSignature,
        chain: Chain,
        status: PdfSignatureStatus | None,
        stamp: Stamp | None,
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
            trusted=self.known.trusts(fingerprint, chain),
            intact=bool(status and status.intact and status.valid),
            starts=certificate.not_valid_before.isoformat(),
            algorithm=kind_of(chain.links[0].public_key()),
            issuer=chain.issuer,
            stamped_at=stamp.at if stamp else "",
            stamped_by=stamp.by if stamp else "",
            stamp_trusted=bool(stamp and stamp.chain.under(self.known.authorities)),
        )


def _stamp_of(info: cms.SignerInfo) -> Stamp | None:
    """Return what the timestamp of a signature says; None without one.

    Raises:
        ValueError: it is not genuine.
    """
    if info["unsigned_attrs"].native is None:
        return None
    tokens = [
        token
        for each in info["unsigned_attrs"]
        if each["type"].native == "signature_time_stamp_token"
        for token in each["values"]
    ]
    if len(tokens) != 1:
        raise ValueError("timestamps")
    value = info["signature"].native
    return judged_token(tokens[0], lambda kind: hashlib.new(kind, value).digest())


def _unfit(signer: SignerFinding, chain: Chain) -> tuple[Problem, ...]:
    """Return why a key or its certificate is no good for signing."""
    found = []
    certificate = chain.links[0]
    try:
        sound(certificate.public_key())
    except BadInput as error:
        told = {"name": signer.name, **error.params}
        found.append(Problem(Code.SIGNER_WEAK, signer.field, told))
    if not may_sign(certificate):
        found.append(Problem(Code.SIGNER_USAGE, signer.field, {"name": signer.name}))
    return tuple(found)


def _allowed(status: PdfSignatureStatus) -> bool:
    """Return whether what was added after a signature are only further signatures."""
    level = status.modification_level
    return (
        level is not None
        and level <= ModificationLevel.FORM_FILLING
        and status.docmdp_ok is not False
    )


def _text(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)
