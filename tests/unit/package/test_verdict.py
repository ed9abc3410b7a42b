import pytest

from fieldaudit.errors import Code, Problem
from fieldaudit.package.verdict import Outcome, PackageVerdict, SignerFinding, say_verdict
from fieldaudit.texts import Catalog

SIGNER = SignerFinding("Signature1", "张三", "大竹林街道", "巡查员", "ab" * 32, "", "", True, True)


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_is_said_in_two_sentences(outcome: Outcome) -> None:
    verdict = PackageVerdict(outcome, (SIGNER,), (Problem(Code.CAPSULE_MISSING, "visits.json"),))
    first, second = say_verdict(verdict, Catalog("zh"))
    assert first.endswith("。")
    assert second.endswith("。")
    assert "{" not in first + second


def test_only_a_vouched_key_makes_a_package_genuine() -> None:
    told = {
        outcome: "".join(say_verdict(PackageVerdict(outcome, (SIGNER,)), Catalog("zh")))
        for outcome in Outcome
    }
    assert [outcome for outcome, text in told.items() if "真实" in text] == [Outcome.GENUINE]
    assert not any("有效签名" in text for text in told.values())


def test_what_was_changed_is_named() -> None:
    details = tuple(Problem(Code.PAGE_CHANGED, str(page)) for page in (3, 5, 7, 9))
    _, second = say_verdict(PackageVerdict(Outcome.CHANGED, (SIGNER,), details), Catalog("zh"))
    assert "第 3 页" in second
    assert "第 9 页" not in second


def test_signers_are_named_with_their_unit() -> None:
    _, second = say_verdict(PackageVerdict(Outcome.GENUINE, (SIGNER, SIGNER)), Catalog("zh"))
    assert second.count("张三（大竹林街道 巡查员）") == 1
