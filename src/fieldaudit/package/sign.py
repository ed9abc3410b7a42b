"""Signatures: PAdES with a person's own key, each added at the end of the file.

B-B without a network; B-T with a timestamp; B-LT, under a second timestamp that covers it, with
what says that no certificate was revoked.

The first certifies the file and allows only further signatures; later ones leave it valid.
Knows pyHanko; the key stays inside the identity.
"""

import asyncio
import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from asn1crypto import x509
from asn1crypto.pem import unarmor
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import (
    AxisAlignment,
    BoxConstraints,
    InnerScaling,
    Margins,
    SimpleBoxLayoutRule,
)
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, PdfSigningSession
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathError, RevokedError
from pyhanko_certvalidator.registry import SimpleCertificateStore

from fieldaudit.errors import BadInput, Code, Problem, Surroundings
from fieldaudit.package.chain import Chain, chain_of
from fieldaudit.package.manner import PLAIN, Manner
from fieldaudit.package.quiet import quiet
from fieldaudit.package.revocation import gather
from fieldaudit.package.timestamp import AuthorityClock
from fieldaudit.visit.identity import Identity

_CHUNK = 1 << 20
_USUAL_BITS = 1024
_FETCHED = {
    Code.NETWORK_SILENT,
    Code.NETWORK_ANSWER,
    Code.TIMESTAMP_WRONG,
    Code.REVOCATION_NONE,
    Code.REVOCATION_WRONG,
    Code.REVOCATION_PATH,
}
"""What a person may choose to do without; a certificate known as revoked is not among it."""
_RESERVED = 8192
"""Hex digits for the CMS object; one with a P-256 certificate takes some 2,600."""
_FOR_TOKEN = 24_576
"""Hex digits for a timestamp token with the chain of its authority."""
_WHOLE_FIELD = SimpleBoxLayoutRule(
    AxisAlignment.ALIGN_MIN,
    AxisAlignment.ALIGN_MIN,
    Margins(0, 0, 0, 0),
    InnerScaling.NO_SCALING,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when a signature goes, and how it looks."""

    field: str
    """Name of the existing field."""

    at: datetime
    """The signer's own clock."""

    appearance: bytes
    """A one-page PDF shown in the field."""

    certify: bool = False
    """Whether it is the first, which allows only further signatures after it."""


def sign_in_place(
    path: Path, identity: Identity, place: Place, manner: Manner = PLAIN
) -> tuple[Problem, ...]:
    """Sign the file; return what was asked for and could not be had, when that is allowed.

    Raises:
        Surroundings: a timestamp or revocation was asked for and is not to be had.
    """
    if not manner.timestamp and not manner.revocation:
        _sign(path, identity, place)
        return ()
    size = path.stat().st_size
    try:
        _sign(path, identity, place, _asked_for(identity, manner, place.at))
    except (Surroundings, BadInput) as error:
        if not manner.lenient or error.code not in _FETCHED:
            raise
        with path.open("rb+") as stream:
            stream.truncate(size)
        _sign(path, identity, place)
        return (Problem(Code.PROOF_MISSING, place.field), Problem(error.code, "", error.params))
    return ()


@dataclass(frozen=True, slots=True)
class _Extras:
    """What goes into a signature beside the key's word."""

    clock: AuthorityClock | None = None
    context: ValidationContext | None = None


def _asked_for(identity: Identity, manner: Manner, at: datetime) -> _Extras:
    """Fetch what was asked for, before the file is touched."""
    if not manner.timestamp:
        raise BadInput(Code.REVOCATION_ALONE)
    clock = AuthorityClock(manner.timestamp)
    with quiet():
        asyncio.run(clock.async_dummy_response("sha256"))
    if not manner.revocation:
        return _Extras(clock)
    stamp = clock.stamp
    assert stamp is not None  # noqa: S101 - the answer above was judged
    own = _chain_of(identity)
    evidence = gather((own, stamp.chain))
    roots = [_asn1(each.links[-1]) for each in (own, stamp.chain)]
    others = [_asn1(link) for each in (own, stamp.chain) for link in each.links]
    context = ValidationContext(
        trust_roots=roots,
        other_certs=others,
        crls=list(evidence.crls),
        ocsps=list(evidence.answers),
        allow_fetching=False,
        revocation_mode="hard-fail",
        # Answers are fetched a moment after the signer's clock was read.
        time_tolerance=timedelta(minutes=5),
        moment=max(at, datetime.now(UTC)),
    )
    return _Extras(clock, context)


def _sign(path: Path, identity: Identity, place: Place, extras: _Extras | None = None) -> None:
    extras = extras or _Extras()
    meta = PdfSignatureMetadata(
        field_name=place.field,
        md_algorithm="sha256",
        name=identity.name,
        location=identity.unit,
        certify=place.certify,
        subfilter=SigSeedSubFilter.PADES,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        embed_validation_info=extras.context is not None,
        use_pades_lta=extras.context is not None,
        validation_context=extras.context,
        # All evidence goes in before the second timestamp, so that it covers the last byte.
        dss_settings=DSSContentSettings(include_vri=False, skip_if_unneeded=True),
    )
    look = StaticStampStyle(
        background=_Drawing(place.appearance),
        background_layout=_WHOLE_FIELD,
        background_opacity=1,
        border_width=0,
    )
    holder = _KeyHolder(identity)
    signer = _DatedSigner(meta, holder, timestamper=extras.clock, stamp_style=look)
    signer.at = place.at
    reserved = _RESERVED + holder.more + (_FOR_TOKEN if extras.clock else 0)
    try:
        with path.open("rb+") as stream, quiet():
            signer.sign_pdf(
                IncrementalPdfFileWriter(stream),
                existing_fields_only=True,
                bytes_reserved=reserved,
                in_place=True,
                chunk_size=_CHUNK,
            )
    except RevokedError as error:
        raise Surroundings(Code.REVOCATION_REVOKED, name=identity.name) from error
    except (PathError, SigningError) as error:
        if extras.context is None:
            raise
        reason = type(error).__name__
        raise Surroundings(Code.REVOCATION_PATH, name=identity.name, reason=reason) from error


def _chain_of(identity: Identity) -> Chain:
    return chain_of(_der(identity.certificate), map(_der, identity.chain))


def _der(pem: str) -> x509.Certificate:
    _, _, der = unarmor(pem.encode())
    return x509.Certificate.load(der)


def _asn1(certificate: Certificate) -> x509.Certificate:
    return x509.Certificate.load(certificate.public_bytes(Encoding.DER))


class _KeyHolder(Signer):
    """Lets pyHanko ask the identity for signatures."""

    def __init__(self, identity: Identity) -> None:
        chain = _chain_of(identity)
        # A broken chain helps nobody, and nothing would cover its bytes.
        above = [_asn1(each) for each in chain.links[1:]] if chain.complete else []
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        store.register_multiple(above)
        super().__init__(signing_cert=_der(identity.certificate), cert_registry=store)
        self._identity = identity
        key = 4 * max(0, identity.key_bits - _USUAL_BITS) // 8
        self.more = 2 * sum(len(each.dump()) for each in above) + key + (key % 2)
        """Hex digits that its container takes beyond those of a self-made P-256 certificate."""

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        if digest_algorithm != "sha256":
            raise ValueError(digest_algorithm)
        return self._identity.sign(data)


class _DatedSigner(PdfSigner):
    """A signer whose clock is given, not read."""

    at: datetime

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.at
        return session


class _Drawing(PdfContent):
    """A one-page PDF as the look of a signature."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self._page = page

    def render(self) -> bytes:
        writer = self.writer
        assert writer is not None  # noqa: S101 - pyHanko sets it before it asks
        drawn = writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._page)))
        left, bottom, right, top = (float(each) for each in drawn.get_object()["/BBox"])
        self.box = BoxConstraints(width=right - left, height=top - bottom)
        self.resources.xobject["/Look"] = drawn
        return b"/Look Do"
