from fieldaudit.package.vouching import UNSEALED, Acknowledgement, SignOff
from fieldaudit.visit.records import SealState


def test_nobody_signed_yet() -> None:
    assert SignOff("检查人").state is Acknowledgement.PENDING


def test_no_seal_names_nobody() -> None:
    assert UNSEALED.state is SealState.UNSEALED
    assert (UNSEALED.signer, UNSEALED.fingerprint, UNSEALED.at) == ("", "", "")
