from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.identity_keys import kind_of, sign_with, signed_with, sound, sound_private

SOUND: dict[str, Any] = {
    "P-256": ec.generate_private_key(ec.SECP256R1()),
    "P-384": ec.generate_private_key(ec.SECP384R1()),
    "RSA-2048": rsa.generate_private_key(65537, 2048),
}
UNSOUND: dict[str, Any] = {
    "RSA-1024": rsa.generate_private_key(65537, 1024),  # noqa: S505 - that is the point
    "secp224r1": ec.generate_private_key(ec.SECP224R1()),
    "Ed25519": ed25519.Ed25519PrivateKey.generate(),
}


@pytest.mark.parametrize("kind", SOUND)
def test_a_sound_key_signs_and_is_recognised(kind: str) -> None:
    key = SOUND[kind]
    signature = sign_with(sound_private(key), b"seal")
    assert kind_of(key) == kind_of(key.public_key()) == kind
    assert signed_with(key.public_key(), b"seal", signature)
    assert not signed_with(key.public_key(), b"sea1", signature)
    others = [each for name, each in SOUND.items() if name != kind]
    assert not any(signed_with(each.public_key(), b"seal", signature) for each in others)


@pytest.mark.parametrize("kind", UNSOUND)
def test_another_key_is_refused_by_name(kind: str) -> None:
    for judged, key in ((sound_private, UNSOUND[kind]), (sound, UNSOUND[kind].public_key())):
        with pytest.raises(BadInput) as caught:
            judged(key)
        assert caught.value.code in (Code.KEY_WEAK, Code.KEY_KIND)
        assert kind.lower() in str(caught.value.params["kind"]).lower()


def test_a_weak_key_vouches_for_nothing() -> None:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15

    key = UNSOUND["RSA-1024"]
    signature = key.sign(b"seal", PKCS1v15(), hashes.SHA256())
    assert not signed_with(key.public_key(), b"seal", signature)
    assert not signed_with(None, b"seal", signature)
