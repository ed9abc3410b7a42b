from datetime import UTC, datetime
from pathlib import Path

import pytest

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.countersign import countersign_package
from fieldaudit.package.verdict import Outcome
from fieldaudit.package.verify import verify_package
from tests.kit.identity import an_identity
from tests.kit.packages import KEYS, NOW, reviewer, signed_bytes


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "v.pdf"
    path.write_bytes(signed_bytes())
    return path


def test_signatures_follow_one_another(package: Path, tmp_path: Path) -> None:
    office = an_identity("赵六", "工作专班", "产业促进局")
    one, two = tmp_path / "1.pdf", tmp_path / "2.pdf"
    assert countersign_package(package, one, identity=reviewer(), now=NOW) == ("Signature2", ())
    assert countersign_package(one, two, identity=office, now=NOW) == ("Signature3", ())
    trusted = KEYS | {reviewer().fingerprint, office.fingerprint}
    verdict = verify_package(two, trusted=trusted, now=NOW)
    assert verdict.outcome is Outcome.GENUINE
    assert [signer.name for signer in verdict.signers] == ["张三", "王五", "赵六"]


def test_a_field_can_be_chosen(package: Path, tmp_path: Path) -> None:
    out = tmp_path / "1.pdf"
    done = countersign_package(package, out, identity=reviewer(), now=NOW, field="Signature3")
    assert done == ("Signature3", ())


@pytest.mark.parametrize("field", ["Signature1", "Signature9"])
def test_a_field_that_is_taken_or_missing_is_refused(
    package: Path, tmp_path: Path, field: str
) -> None:
    with pytest.raises(BadInput) as caught:
        countersign_package(package, tmp_path / "1.pdf", identity=reviewer(), now=NOW, field=field)
    assert caught.value.code is Code.PACKAGE_UNSIGNABLE
    assert not (tmp_path / "1.pdf").exists()


def test_an_unsigned_package_can_be_signed_first(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(signed_bytes(signed=False))
    out = tmp_path / "1.pdf"
    done = countersign_package(tmp_path / "a.pdf", out, identity=reviewer(), now=NOW)
    assert done == ("Signature1", ())
    trusted = {reviewer().fingerprint}
    assert verify_package(out, trusted=trusted, now=NOW).outcome is Outcome.GENUINE


def test_what_is_no_package_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no pdf")
    with pytest.raises(BadInput) as caught:
        countersign_package(tmp_path / "a.pdf", tmp_path / "b.pdf", identity=reviewer(), now=NOW)
    assert caught.value.code is Code.PACKAGE_UNSIGNABLE
    with pytest.raises(BadInput) as caught:
        countersign_package(tmp_path / "c.pdf", tmp_path / "b.pdf", identity=reviewer(), now=NOW)
    assert caught.value.code is Code.FILE_NOT_FOUND


def test_nothing_is_overwritten(package: Path, tmp_path: Path) -> None:
    (tmp_path / "1.pdf").write_bytes(b"mine")
    with pytest.raises(BadInput) as caught:
        countersign_package(package, tmp_path / "1.pdf", identity=reviewer(), now=NOW)
    assert caught.value.code is Code.FILE_EXISTS
    assert (tmp_path / "1.pdf").read_bytes() == b"mine"


def test_an_expired_identity_does_not_sign(package: Path, tmp_path: Path) -> None:
    late = datetime(2030, 1, 1, tzinfo=UTC)
    with pytest.raises(BadInput) as caught:
        countersign_package(package, tmp_path / "1.pdf", identity=reviewer(), now=late)
    assert caught.value.code is Code.IDENTITY_EXPIRED
