"""Signatures: PAdES B-B with a person's own key, each added at the end of the file.

The first certifies the file and allows only further signatures; later ones leave it valid.
Knows pyHanko; the key stays inside the identity.
"""

import io
from datetime import datetime
from pathlib import Path

from asn1crypto import x509
from asn1crypto.pem import unarmor
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
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import StaticStampStyle

from fieldaudit.visit.identity import Identity

_CHUNK = 1 << 20
_RESERVED = 8192
"""Hex digits for the CMS object; one with a P-256 certificate takes some 2,600."""
_WHOLE_FIELD = SimpleBoxLayoutRule(
    AxisAlignment.ALIGN_MIN,
    AxisAlignment.ALIGN_MIN,
    Margins(0, 0, 0, 0),
    InnerScaling.NO_SCALING,
)


def sign_in_place(
    path: Path,
    identity: Identity,
    *,
    field: str,
    at: datetime,
    certify: bool,
    appearance: bytes,
) -> None:
    """Sign the file in the existing `field`, showing the one-page PDF `appearance` there."""
    meta = PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        name=identity.name,
        location=identity.unit,
        certify=certify,
        subfilter=SigSeedSubFilter.PADES,
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )
    look = StaticStampStyle(
        background=_Drawing(appearance),
        background_layout=_WHOLE_FIELD,
        background_opacity=1,
        border_width=0,
    )
    signer = _DatedSigner(meta, _KeyHolder(identity), stamp_style=look)
    signer.at = at
    with path.open("rb+") as stream:
        signer.sign_pdf(
            IncrementalPdfFileWriter(stream),
            existing_fields_only=True,
            bytes_reserved=_RESERVED,
            in_place=True,
            chunk_size=_CHUNK,
        )


class _KeyHolder(Signer):
    """Lets pyHanko ask the identity for signatures."""

    def __init__(self, identity: Identity) -> None:
        _, _, der = unarmor(identity.certificate.encode())
        super().__init__(signing_cert=x509.Certificate.load(der))
        self._identity = identity

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
