"""One signing identity for a whole test run: making keys and opening PKCS#12 files is slow."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from fieldaudit.visit.identity import Identity, create_identity
from fieldaudit.visit.identity_certificates import issuance, parsed

PASSWORD = "open sesame"
BORN = datetime(2022, 7, 1, 8, 0, tzinfo=UTC)


@cache
def an_identity(name: str = "张三", role: str = "街道巡查员", unit: str = "大竹林街道") -> Identity:
    """Return the identity of `name`, valid for five years from `BORN`; the same one each time."""
    with TemporaryDirectory() as folder:
        return create_identity(
            Path(folder, "identity.p12"),
            name=name,
            role=role,
            unit=unit,
            password=PASSWORD,
            now=BORN,
        )


@cache
def an_authority(name: str = "专班") -> Identity:
    """Return an office's identity that may issue certificates; the same one each time."""
    with TemporaryDirectory() as folder:
        return create_identity(
            Path(folder, "office.p12"),
            name=name,
            role="office",
            unit="工作专班",
            password=PASSWORD,
            now=BORN,
            authority=True,
        )


def issued(identity: Identity, office: Identity, *, years: int = 2) -> str:
    """Return a certificate (PEM) for the key of `identity`, issued by an office at `BORN`."""
    request = identity.request().encode()
    return office.certify(issuance(request, parsed(office.certificate), years=years, now=BORN))
