"""A content's key comes out for the recipient, and for nobody else."""

import datetime

import pytest
from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from fieldaudit.errors import BadInput, Code
from fieldaudit.visit.envelope_frame import NotAFrame
from fieldaudit.visit.envelope_keys import Unmeant, content_key, recipients_for
from tests.kit.identity import an_identity

KEY = bytes(range(32))


def a_certificate(curve: ec.EllipticCurve) -> str:
    key = ec.generate_private_key(curve)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "x")])
    day = datetime.datetime(2022, 7, 1)
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, day, day)
    signed = builder.sign(key, hashes.SHA256())
    return signed.public_bytes(serialization.Encoding.PEM).decode()


def test_the_recipient_finds_the_key_and_nobody_else_does() -> None:
    mine, theirs = an_identity(), an_identity("李四")
    recipients = recipients_for(KEY, mine.certificate)
    assert KEY not in recipients
    assert content_key(recipients, mine) == KEY
    with pytest.raises(Unmeant):
        content_key(recipients, theirs)
    assert recipients != recipients_for(KEY, mine.certificate)


def test_one_of_several_recipients_finds_it() -> None:
    parts = [recipients_for(KEY, an_identity(name).certificate) for name in ("李四", "张三")]
    both = cms.RecipientInfos([cms.RecipientInfos.load(each)[0] for each in parts]).dump()
    assert content_key(both, an_identity("李四")) == KEY
    assert content_key(both, an_identity("张三")) == KEY
    with pytest.raises(Unmeant):
        content_key(both, an_identity("王五"))


def test_every_changed_bit_gives_the_same_key_or_none() -> None:
    mine = an_identity()
    recipients, refused = recipients_for(KEY, mine.certificate), 0
    for place in range(len(recipients) * 8):
        wrong = bytearray(recipients)
        wrong[place // 8] ^= 1 << place % 8
        try:
            assert content_key(bytes(wrong), mine) == KEY
        except (NotAFrame, Unmeant):
            refused += 1
    assert refused > len(recipients)


def test_a_recipient_whose_part_is_damaged_is_not_called_a_stranger() -> None:
    mine = an_identity()
    recipients = bytearray(recipients_for(KEY, mine.certificate))
    recipients[-1] ^= 1
    with pytest.raises(NotAFrame):
        content_key(bytes(recipients), mine)


def test_a_certificate_without_a_name_for_its_key_will_do() -> None:
    assert recipients_for(KEY, a_certificate(ec.SECP256R1()))


@pytest.mark.parametrize(
    ("certificate", "code"),
    [
        (a_certificate(ec.SECP384R1()), Code.CERTIFICATE_UNSUITABLE),
        ("x", Code.CERTIFICATE_UNREADABLE),
    ],
)
def test_only_a_key_on_p256_can_be_a_recipient(certificate: str, code: Code) -> None:
    with pytest.raises(BadInput) as caught:
        recipients_for(KEY, certificate)
    assert caught.value.code is code
