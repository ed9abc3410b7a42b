import hashlib
import json
from pathlib import Path

import pikepdf
import pytest

from fieldaudit.errors import BadInput, Code
from fieldaudit.package import capsule
from fieldaudit.package.capsule import extract_capsule, read_capsule
from fieldaudit.package.manifest import MANIFEST_NAME
from tests.kit.content import FORM
from tests.kit.evidence import LOG
from tests.kit.packages import signed_bytes


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "package.pdf"
    path.write_bytes(signed_bytes())
    return path


def spoiled(package: Path, name: str, data: bytes | None) -> Path:
    out = package.with_name("spoiled.pdf")
    with pikepdf.open(package) as pdf:
        if data is None:
            del pdf.attachments[name]
        else:
            pdf.attachments[name] = data
        pdf.save(out)
    return out


def test_files_come_back_as_they_went_in(package: Path) -> None:
    read = read_capsule(package)
    assert read.problems == ()
    assert read.files["residential-2022.2.xml"] == FORM
    assert read.files["gnettrack-2022-07-08.csv"] == LOG
    assert read.data["visits"][0]["site"]["code"] == "RES-0012"
    listed = {entry["name"]: entry["sha256"] for entry in read.manifest["entries"]}
    assert listed["visits.json"] == hashlib.sha256(read.files["visits.json"]).hexdigest()


def test_they_can_be_written_out(package: Path, tmp_path: Path) -> None:
    extract_capsule(package, tmp_path / "out")
    assert (tmp_path / "out" / "gnettrack-2022-07-08.csv").read_bytes() == LOG
    assert json.loads((tmp_path / "out" / MANIFEST_NAME).read_bytes())["version"] == 2


def test_nothing_is_overwritten(package: Path, tmp_path: Path) -> None:
    (tmp_path / "gnettrack-2022-07-08.csv").write_bytes(b"mine")
    with pytest.raises(BadInput) as caught:
        extract_capsule(package, tmp_path)
    assert caught.value.code is Code.FILE_EXISTS
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "gnettrack-2022-07-08.csv",
        "package.pdf",
    ]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("visits.json", None, Code.CAPSULE_MISSING),
        ("visits.json", b"{}", Code.CAPSULE_DAMAGED),
        ("extra.csv", b"1", Code.CAPSULE_UNLISTED),
    ],
)
def test_what_does_not_match_the_manifest_is_named(
    package: Path, name: str, data: bytes | None, code: Code
) -> None:
    problems = read_capsule(spoiled(package, name, data)).problems
    assert [(each.code, each.where) for each in problems] == [(code, name)]


@pytest.mark.parametrize("listed", [None, b"", b"[]", b"{}", b"[" * 100_000, b'{"format":"other"}'])
def test_a_pdf_without_our_manifest_is_named(package: Path, listed: bytes | None) -> None:
    with pytest.raises(BadInput) as caught:
        read_capsule(spoiled(package, MANIFEST_NAME, listed))
    assert caught.value.code is Code.PACKAGE_WITHOUT_MANIFEST


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"no pdf", bytes(3000)])
def test_what_is_no_pdf_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    with pytest.raises(BadInput) as caught:
        read_capsule(tmp_path / "a.pdf")
    assert caught.value.code is Code.PACKAGE_UNREADABLE


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        read_capsule(tmp_path / "none.pdf")
    assert caught.value.code is Code.FILE_NOT_FOUND


def test_a_name_that_climbs_is_refused(package: Path) -> None:
    with pytest.raises(BadInput) as caught:
        read_capsule(spoiled(package, "../../evil", b"x"))
    assert caught.value.code is Code.PACKAGE_UNREADABLE


def test_what_unpacks_to_too_much_is_refused(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = spoiled(package, "bomb.bin", bytes(40 << 20))
    assert bomb.stat().st_size < 2 << 20
    monkeypatch.setattr(capsule, "MOST_BYTES", 10 << 20)
    with pytest.raises(BadInput) as caught:
        read_capsule(bomb)
    assert caught.value.code is Code.PACKAGE_TOO_LARGE


@pytest.mark.parametrize("limit", ["MOST_OBJECTS", "MOST_FILE_BYTES", "MOST_FILES"])
def test_limits_hold(package: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(capsule, limit, 2)
    with pytest.raises(BadInput) as caught:
        read_capsule(package)
    assert caught.value.code is Code.PACKAGE_TOO_LARGE
