from pathlib import Path

import pytest

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.inside import Inside, changed_since, look_inside, unreadable
from fieldaudit.package.verdict import Outcome, PackageVerdict
from tests.kit.packages import signed_bytes


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(signed_bytes())
    return path


def test_a_package_says_number_version_and_pages(package: Path) -> None:
    found = look_inside(package)
    assert isinstance(found, Inside)
    assert (found.number, found.version, found.pages) == ("LJ-DZL-RES-2022-0012", 2, 10)
    assert found.problems == ()
    assert len(found.manifest_sha256) == 64


def test_another_programs_pdf_misses_the_manifest(tmp_path: Path) -> None:
    import pikepdf

    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "a.pdf")
    found = look_inside(tmp_path / "a.pdf")
    assert isinstance(found, Inside)
    assert [each.code for each in found.problems] == [Code.CAPSULE_MISSING]


def test_what_cannot_be_opened_is_a_verdict(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"a letter")
    found = look_inside(tmp_path / "a.pdf")
    assert isinstance(found, PackageVerdict)
    assert found.outcome is Outcome.UNREADABLE
    with pytest.raises(BadInput):
        look_inside(tmp_path / "none.pdf")


def test_a_file_without_its_end_is_incomplete(package: Path) -> None:
    package.write_bytes(signed_bytes()[:-5000])
    verdict = unreadable(package, ValueError("x"))
    assert verdict.outcome is Outcome.INCOMPLETE


def test_our_own_package_that_cannot_be_read_was_changed(package: Path) -> None:
    assert unreadable(package, ValueError("x"), ours=True).outcome is Outcome.CHANGED
    assert unreadable(package, ValueError("x")).outcome is Outcome.UNREADABLE


def test_an_unreadable_file_tells_no_places(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"a letter")
    assert changed_since(tmp_path / "a.pdf") == ()
