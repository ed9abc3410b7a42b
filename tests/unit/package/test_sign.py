import io
import shutil
import subprocess
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm

from tests.kit.identity import an_identity
from tests.kit.packages import countersigned_bytes, gap, reviewer, signed_bytes


def test_a_signature_is_pades_and_certifies() -> None:
    reader = PdfFileReader(io.BytesIO(signed_bytes()))
    (signature,) = reader.embedded_signatures
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert signature.docmdp_level is MDPPerm.FILL_FORMS
    assert signature.field_name == "Signature1"
    assert signature.self_reported_timestamp is not None
    assert signature.self_reported_timestamp.isoformat() == "2022-07-09T10:00:00+08:00"
    assert signature.signer_cert.subject.native["common_name"] == "张三"


def test_a_further_signature_leaves_the_bytes_before_it() -> None:
    assert countersigned_bytes().startswith(signed_bytes())


def test_a_signature_is_seen_on_its_page() -> None:
    reader = PdfFileReader(io.BytesIO(signed_bytes()))
    look = reader.embedded_signatures[0].sig_field["/AP"]["/N"]
    assert look["/Resources"]["/XObject"]


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="pdfsig (poppler-utils) is not installed")
def test_poppler_agrees(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(countersigned_bytes())
    done = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, check=False)
    assert done.stdout.count("Signature is Valid") == 2
    assert "Total document signed" in done.stdout


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed")
def test_openssl_agrees(tmp_path: Path) -> None:
    whole = signed_bytes()
    start, end = gap(whole)
    container = bytes.fromhex(whole[start + 1 : end - 1].decode())
    (tmp_path / "cms.der").write_bytes(container)
    (tmp_path / "signed.bin").write_bytes(whole[:start] + whole[end:])
    (tmp_path / "cert.pem").write_text(an_identity().certificate)
    (tmp_path / "other.pem").write_text(reviewer().certificate)
    command = ["openssl", "cms", "-verify", "-inform", "DER", "-binary", "-in", "cms.der"]
    command += ["-content", "signed.bin", "-out", "out.bin", "-purpose", "any", "-partial_chain"]
    command += ["-attime", "1657400000", "-CAfile"]
    done = subprocess.run([*command, "cert.pem"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    other = subprocess.run([*command, "other.pem"], cwd=tmp_path, capture_output=True, check=False)
    assert other.returncode != 0
