from pathlib import Path

import pytest

from fieldaudit.actions.verification import keys_of, verify
from fieldaudit.errors import BadInput, Code
from fieldaudit.package.verdict import Outcome, Subject
from fieldaudit.store.survey import Survey
from tests.kit.identity import an_identity
from tests.kit.packages import signed_bytes


def test_each_kind_of_file_has_its_judge(survey: Survey, tmp_path: Path) -> None:
    package, folder = tmp_path / "a.pdf", tmp_path / "photos"
    package.write_bytes(signed_bytes())
    folder.mkdir()
    (folder / "manifest.csv").write_text("file,sha256", "utf-8")
    subjects = [verify(each).subject for each in (package, survey.path, folder)]
    assert subjects == [Subject.PACKAGE, Subject.SURVEY, Subject.FOLDER]


def test_anything_else_is_no_readable_package(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text", "utf-8")
    assert verify(tmp_path / "a.txt").outcome is Outcome.UNREADABLE
    with pytest.raises(BadInput) as caught:
        verify(tmp_path / "none")
    assert caught.value.code is Code.FILE_NOT_FOUND


def test_a_certificate_stands_for_its_key(tmp_path: Path) -> None:
    file = tmp_path / "a.pem"
    file.write_text(an_identity().certificate, "ascii")
    assert keys_of([file]) == {an_identity().fingerprint}
    assert keys_of([]) == frozenset()
    file.write_bytes(b"\xff no certificate")
    with pytest.raises(BadInput) as caught:
        keys_of([file])
    assert caught.value.code is Code.CERTIFICATE_UNREADABLE


def test_a_revoked_key_counts_for_nothing(tmp_path: Path) -> None:
    key = an_identity().fingerprint
    (tmp_path / "a.pdf").write_bytes(signed_bytes())
    verdict = verify(tmp_path / "a.pdf", trusted={key}, revoked={key: "2022-07-20"})
    assert verdict.outcome is Outcome.REVOKED
    assert verify(tmp_path / "a.pdf", trusted={key}).outcome is not Outcome.REVOKED
