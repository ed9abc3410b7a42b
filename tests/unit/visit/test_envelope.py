import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)

from fieldaudit.codes import Trouble
from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.envelope import PIECE, is_envelope, unwrap, wrap
from fieldaudit.visit.identity import create_identity, open_identity
from tests.kit.identity import BORN, an_identity

OPENSSL = shutil.which("openssl")
HOW = {
    "as it likes": (["-aes-256-gcm"], []),
    "in pieces": (["-aes-256-gcm", "-stream"], []),
    "our derivation": (["-aes-256-gcm"], ["-keyopt", "ecdh_kdf_md:sha256"]),
    "a shorter key": (["-aes-128-gcm"], ["-keyopt", "ecdh_kdf_md:sha512"]),
    "by the name of the key": (["-aes-256-gcm", "-keyid"], []),
}
SIZES = [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE]


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """Encrypt a bit more than two pieces."""
    (tmp_path / "plain").write_bytes(b"survey." * (PIECE * 2 // 7 + 9))
    wrap(tmp_path / "plain", tmp_path / "sealed", certificate=an_identity().certificate)
    return tmp_path / "sealed"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "plain").write_bytes(b"survey")
    wrap(tmp_path / "plain", tmp_path / "sealed", certificate=an_identity().certificate)
    return tmp_path / "sealed"


def refusal(path: Path, identity=None) -> Trouble:
    out = path.with_name("out")
    with pytest.raises(BadInput) as caught:
        unwrap(path, out, identity=identity or an_identity())
    assert not out.exists()
    assert not list(path.parent.glob(".*"))
    return caught.value.code


@pytest.mark.parametrize("size", SIZES)
def test_the_recipient_gets_the_same_bytes(tmp_path: Path, size: int) -> None:
    plain = bytes(range(256)) * (size // 256) + bytes(size % 256)
    (tmp_path / "plain").write_bytes(plain)
    wrap(tmp_path / "plain", tmp_path / "sealed", certificate=an_identity().certificate)
    assert is_envelope(tmp_path / "sealed")
    unwrap(tmp_path / "sealed", tmp_path / "out", identity=an_identity())
    assert (tmp_path / "out").read_bytes() == plain
    assert (tmp_path / "sealed").stat().st_size < size + 500


def test_nothing_can_be_read_without_the_key(sealed: Path) -> None:
    data = sealed.read_bytes()
    assert b"survey" not in data
    wrap(
        sealed.with_name("plain"), sealed.with_name("again"), certificate=an_identity().certificate
    )
    assert sealed.with_name("again").read_bytes()[-PIECE:] != data[-PIECE:]


def test_another_key_is_told_apart_from_damage(sealed: Path) -> None:
    assert refusal(sealed, an_identity("李四")) is Code.ENVELOPE_OTHER_KEY


def test_every_changed_bit_is_found_or_changes_nothing(small: Path) -> None:
    """What lies outside the tag, such as the recipient's name, may differ; never the content."""
    data, damaged = small.read_bytes(), 0
    for place in range(len(data) * 8):
        wrong = bytearray(data)
        wrong[place // 8] ^= 1 << place % 8
        small.write_bytes(wrong)
        out = small.with_name("out")
        try:
            unwrap(small, out, identity=an_identity())
        except BadInput as error:
            damaged += error.code is Code.ENVELOPE_DAMAGED
            assert not out.exists()
        else:
            assert out.read_bytes() == b"survey"
            out.unlink()
    assert damaged > len(data) * 5


def test_no_byte_is_decrypted_onto_the_disk_before_the_tag_was_checked(
    sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = bytearray(sealed.read_bytes())
    data[-1] ^= 1
    sealed.write_bytes(data)
    written: list[Path] = []
    real = Path.open

    def watched(path: Path, mode: str = "r", *rest, **more):
        if set(mode) & set("wxa+"):
            written.append(path)
        return real(path, mode, *rest, **more)

    monkeypatch.setattr(Path, "open", watched)
    assert refusal(sealed) is Code.ENVELOPE_DAMAGED
    assert written == []


@pytest.mark.parametrize("end", [20, 100, 250, 400, PIECE, -1, -17])
def test_a_missing_end_is_found(sealed: Path, end: int) -> None:
    sealed.write_bytes(sealed.read_bytes()[:end])
    assert refusal(sealed) is Code.ENVELOPE_DAMAGED


def test_something_appended_is_found(sealed: Path) -> None:
    sealed.write_bytes(sealed.read_bytes() + b"more")
    assert refusal(sealed) is Code.ENVELOPE_DAMAGED


def test_other_files_are_named(sealed: Path, tmp_path: Path) -> None:
    sealed.write_bytes(b"SQLite format 3\x00")
    assert not is_envelope(sealed)
    assert not is_envelope(tmp_path)
    assert refusal(sealed) is Code.ENVELOPE_NONE
    sealed.unlink()
    assert not is_envelope(sealed)
    assert refusal(sealed) is Code.FILE_NOT_FOUND


def test_a_shorter_tag_is_not_believed(small: Path) -> None:
    """Whoever cuts the tag and says so would otherwise have to guess fewer bits."""
    data = small.read_bytes()
    at = data.index(b"\x02\x01\x10")
    small.write_bytes(data[:at] + b"\x02\x01\x0c" + data[at + 3 :])
    assert refusal(small) is Code.ENVELOPE_DAMAGED


# another program's


def openssl(*arguments: object) -> None:
    order = [str(OPENSSL), "cms", *map(str, arguments)]
    subprocess.run(order, check=True, capture_output=True)


@pytest.fixture
def theirs(tmp_path: Path) -> tuple[Path, Path]:
    """The key and the certificate of an identity as OpenSSL reads them."""
    if OPENSSL is None:
        pytest.skip("openssl is not installed")
    order = [OPENSSL, "version"]
    version = subprocess.run(order, check=True, capture_output=True, text=True).stdout
    if version.split()[1] < "3":
        pytest.skip("this openssl has no AuthEnvelopedData")
    create_identity(
        tmp_path / "identity.p12",
        name="专班",
        role="office",
        unit="专班",
        password="x",
        now=BORN,
    )
    data = (tmp_path / "identity.p12").read_bytes()
    key, certificate, _ = pkcs12.load_key_and_certificates(data, b"x")
    assert key is not None
    assert certificate is not None
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "key.pem").write_bytes(pem)
    (tmp_path / "office.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    return tmp_path / "key.pem", tmp_path / "office.pem"


@pytest.mark.parametrize("size", SIZES)
def test_openssl_opens_ours(theirs: tuple[Path, Path], tmp_path: Path, size: int) -> None:
    key, certificate = theirs
    plain, sealed, out = (tmp_path / name for name in ("plain", "sealed", "out"))
    plain.write_bytes(b"s" * size)
    wrap(plain, sealed, certificate=certificate.read_text())
    told = ("-inform", "DER", "-in", sealed, "-out", out)
    openssl("-decrypt", "-binary", *told, "-inkey", key, "-recip", certificate)
    assert out.read_bytes() == plain.read_bytes()


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("size", [1, PIECE + 1])
def test_we_open_openssls(theirs: tuple[Path, Path], tmp_path: Path, how: str, size: int) -> None:
    plain, sealed = tmp_path / "plain", tmp_path / "sealed"
    plain.write_bytes(b"s" * size)
    told = ("-in", plain, "-outform", "DER", "-out", sealed)
    openssl("-encrypt", "-binary", *HOW[how][0], *told, "-recip", theirs[1], *HOW[how][1])
    identity = open_identity(tmp_path / "identity.p12", "x")
    assert is_envelope(sealed)
    assert refusal(sealed) is Code.ENVELOPE_OTHER_KEY
    unwrap(sealed, tmp_path / "out", identity=identity)
    assert (tmp_path / "out").read_bytes() == plain.read_bytes()


def test_what_carries_no_tag_is_not_opened(theirs: tuple[Path, Path], tmp_path: Path) -> None:
    """Of AES-CBC nobody could say whether it was changed."""
    plain, sealed = tmp_path / "plain", tmp_path / "sealed"
    plain.write_bytes(b"survey")
    openssl("-encrypt", "-aes-256-cbc", "-in", plain, "-outform", "DER", "-out", sealed, theirs[1])
    assert is_envelope(sealed)
    assert refusal(sealed) is Code.ENVELOPE_METHOD
