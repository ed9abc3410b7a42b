from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.identity_token import Door, TokenKey
from fieldaudit.visit.identity_token_keys import TokenEllipticKey, TokenRsaKey, token_key

DOOR = Door(Path("maker.so"), TokenKey("field", "1", "01"))


def test_a_key_has_the_shape_of_its_public_key() -> None:
    curve = ec.generate_private_key(ec.SECP384R1()).public_key()
    made = token_key(DOOR, curve)
    assert isinstance(made, TokenEllipticKey)
    assert (made.key_size, made.curve.name, made.public_key()) == (384, "secp384r1", curve)
    number = rsa.generate_private_key(65537, 2048).public_key()
    assert isinstance(token_key(DOOR, number), TokenRsaKey)
    assert token_key(DOOR, number).key_size == 2048


def test_a_token_that_is_shut_signs_nothing() -> None:
    pytest.importorskip("pkcs11", reason="python-pkcs11 is missing")
    made = token_key(DOOR, ec.generate_private_key(ec.SECP256R1()).public_key())
    assert isinstance(made, TokenEllipticKey)
    with pytest.raises(BadInput) as caught:
        made.sign(b"a", ec.ECDSA(hashes.SHA256()))
    assert caught.value.code is Code.TOKEN_SHUT


def test_only_what_every_reader_knows_is_signed() -> None:
    pytest.importorskip("pkcs11", reason="python-pkcs11 is missing")
    made = token_key(DOOR, rsa.generate_private_key(65537, 2048).public_key())
    assert isinstance(made, TokenRsaKey)
    with pytest.raises(BadInput):
        made.sign(b"a", padding.PKCS1v15(), hashes.SHA1())  # noqa: S303 - that is the point
    with pytest.raises(BadInput):
        made.sign(b"a", padding.PSS(padding.MGF1(hashes.SHA256()), 32), hashes.SHA256())
    with pytest.raises(BadInput) as caught:
        made.decrypt(b"a", padding.PKCS1v15())
    assert caught.value.code is Code.TOKEN_ENVELOPE


def test_a_kind_that_does_not_sign_is_refused() -> None:
    with pytest.raises(BadInput) as caught:
        token_key(DOOR, ec.generate_private_key(ec.SECP256K1()).public_key())
    assert caught.value.code is Code.KEY_KIND
