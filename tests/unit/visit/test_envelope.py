import datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.envelope import MAGIC, PIECE, is_envelope, unwrap, wrap
from tests.kit.identity import an_identity

HEADER = 112


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """Encrypt a bit more than two pieces."""
    (tmp_path / "plain").write_bytes(b"survey." * (PIECE * 2 // 7 + 9))
    wrap(tmp_path / "plain", tmp_path / "sealed", certificate=an_identity().certificate)
    return tmp_path / "sealed"


def refusal(path: Path, identity=None) -> Code:
    out = path.with_name("out")
    with pytest.raises(BadInput) as caught:
        unwrap(path, out, identity=identity or an_identity())
    assert not out.exists()
    assert not list(path.parent.glob(".*"))
    return caught.value.code


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE])
def test_the_recipient_gets_the_same_bytes(tmp_path: Path, size: int) -> None:
    plain = bytes(range(256)) * (size // 256) + bytes(size % 256)
    (tmp_path / "plain").write_bytes(plain)
    wrap(tmp_path / "plain", tmp_path / "sealed", certificate=an_identity().certificate)
    assert is_envelope(tmp_path / "sealed")
    unwrap(tmp_path / "sealed", tmp_path / "out", identity=an_identity())
    assert (tmp_path / "out").read_bytes() == plain
    pieces = max(1, -(-size // PIECE))
    assert (tmp_path / "sealed").stat().st_size == HEADER + size + 16 * pieces


def test_nothing_can_be_read_without_the_key(sealed: Path) -> None:
    data = sealed.read_bytes()
    assert b"survey" not in data
    wrap(
        sealed.with_name("plain"), sealed.with_name("again"), certificate=an_identity().certificate
    )
    again = sealed.with_name("again").read_bytes()
    assert again[:40] == data[:40]
    assert again[40:HEADER] != data[40:HEADER]


def test_another_key_is_told_apart_from_damage(sealed: Path) -> None:
    assert refusal(sealed, an_identity("李四")) is Code.ENVELOPE_OTHER_KEY


@pytest.mark.parametrize("place", [40, 50, 104, 105, HEADER - 1, HEADER, HEADER + PIECE + 20, -1])
def test_one_changed_bit_is_found(sealed: Path, place: int) -> None:
    data = bytearray(sealed.read_bytes())
    data[place] ^= 1
    sealed.write_bytes(data)
    assert refusal(sealed) is Code.ENVELOPE_DAMAGED


@pytest.mark.parametrize("end", [20, HEADER, HEADER + 5, HEADER + PIECE + 16, -1, -17])
def test_a_missing_end_is_found(sealed: Path, end: int) -> None:
    sealed.write_bytes(sealed.read_bytes()[:end])
    assert refusal(sealed) is Code.ENVELOPE_DAMAGED


def test_pieces_in_another_order_are_found(sealed: Path) -> None:
    data, size = sealed.read_bytes(), PIECE + 16
    first, second = data[HEADER : HEADER + size], data[HEADER + size : HEADER + 2 * size]
    sealed.write_bytes(data[:HEADER] + second + first + data[HEADER + 2 * size :])
    assert refusal(sealed) is Code.ENVELOPE_DAMAGED


def test_something_appended_is_found(sealed: Path) -> None:
    sealed.write_bytes(sealed.read_bytes() + b"more")
    assert refusal(sealed) is Code.ENVELOPE_DAMAGED


def test_other_files_and_newer_ones_are_named(sealed: Path) -> None:
    data = sealed.read_bytes()
    sealed.write_bytes(MAGIC + b"\x02" + data[8:])
    assert refusal(sealed) is Code.ENVELOPE_NEWER
    sealed.write_bytes(b"SQLite format 3\x00")
    assert not is_envelope(sealed)
    assert refusal(sealed) is Code.ENVELOPE_NONE
    sealed.unlink()
    assert not is_envelope(sealed)
    assert refusal(sealed) is Code.FILE_NOT_FOUND


def test_only_a_key_on_p256_can_be_a_recipient(tmp_path: Path) -> None:
    key = ec.generate_private_key(ec.SECP384R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "x")])
    day = datetime.datetime(2022, 7, 1)
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, day, day)
    pem = builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM).decode()
    (tmp_path / "plain").write_bytes(b"x")
    for certificate, code in (
        (pem, Code.CERTIFICATE_UNSUITABLE),
        ("x", Code.CERTIFICATE_UNREADABLE),
    ):
        with pytest.raises(BadInput) as caught:
            wrap(tmp_path / "plain", tmp_path / "sealed", certificate=certificate)
        assert caught.value.code is code
        assert not (tmp_path / "sealed").exists()
