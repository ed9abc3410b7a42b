from fieldaudit.package.verification import draw_verification
from tests.kit.identity import an_identity
from tests.kit.pages import a_flow, an_edition


def test_every_file_stands_with_size_and_hash() -> None:
    flow, surface = a_flow()
    edition = an_edition()
    draw_verification(flow, edition)
    said = surface.said()
    for entry in edition.manifest.entries:
        assert entry.name in said
        assert entry.sha256 in said
    assert edition.manifest.sha256 in said


def test_the_signer_is_named_with_the_key() -> None:
    flow, surface = a_flow()
    signer = an_identity()
    draw_verification(flow, an_edition(signer=signer))
    said = surface.said()
    assert "张三（大竹林街道 · 街道巡查员）" in said
    assert signer.fingerprint in said


def test_an_unsigned_package_says_so() -> None:
    flow, surface = a_flow()
    draw_verification(flow, an_edition())
    assert "没有电子签名" in surface.said()


def test_it_says_how_to_check_and_what_a_key_does_not_prove() -> None:
    flow, surface = a_flow()
    draw_verification(flow, an_edition())
    said = surface.said()
    for text in (
        "fieldaudit package verify",
        "manifest.json",
        "不能证明：持有密钥的人是谁",
        "也不是法定电子印章",
    ):
        assert text in said
