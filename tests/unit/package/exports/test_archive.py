"""Many files as one: a zip or a folder, proven."""

import hashlib
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.exports.archive import PARTS, write_folder, write_zip
from fieldaudit.package.exports.content import ExportContent, Facts, PhotoFile, Submission, Tally
from tests.kit.leaving import a_table
from tests.kit.surveys import unwatched

FACTS = Facts("核查", "两江", "ab", "2022-07-08T09:00:00+08:00", "f 1", "internal", "zh", "all")
PHOTO = PhotoFile("RES-0001_RES-20_01_abababab.jpg", "ab" * 32, lambda: b"\xff\xd8original")
CONTENT = ExportContent(
    FACTS,
    Tally(visits=1, photos=1, photos_present=1),
    tables=(a_table(("=1", 2)), a_table(("x", 1), name="photos")),
    photos=(PHOTO,),
    submissions=(Submission("visit-1", lambda: b"<data/>", (PHOTO,)),),
)


def test_everything_is_in_it_with_its_hash(tmp_path: Path):
    out = tmp_path / "a.zip"
    files = write_zip(out, CONTENT, PARTS, unwatched)
    with zipfile.ZipFile(out) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(held.pop("manifest.json"))
    assert set(held) == {
        "tables/table.csv",
        "tables/photos.csv",
        f"photos/{PHOTO.name}",
        "photos/manifest.csv",
        "submissions/visit-1/submission.xml",
    }
    assert held[f"photos/{PHOTO.name}"] == b"\xff\xd8original"
    listed = {each["name"]: each["sha256"] for each in manifest["files"]}
    assert listed == {name: hashlib.sha256(data).hexdigest() for name, data in held.items()}
    assert listed == {each.name: each.sha256 for each in files}


def test_the_same_content_gives_the_same_bytes(tmp_path: Path):
    for name in ("a.zip", "b.zip"):
        write_zip(tmp_path / name, CONTENT, PARTS, unwatched)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_media_lie_beside_submissions_that_leave_alone(tmp_path: Path):
    files = write_folder(tmp_path / "out", CONTENT, ["submissions"], unwatched)
    names = [each.name for each in files]
    assert names == [
        "submissions/visit-1/submission.xml",
        f"submissions/visit-1/{PHOTO.name}",
    ]
    assert all((tmp_path / "out" / name).is_file() for name in (*names, "manifest.json"))


def test_a_folder_appears_whole_or_not_at_all(tmp_path: Path):
    def fail() -> bytes:
        raise BadInput(Code.BLOB_DAMAGED, blob="ab")

    broken = replace(CONTENT, photos=(PHOTO, replace(PHOTO, name="b.jpg", load=fail)))
    for write, name in ((write_folder, "out"), (write_zip, "out.zip")):
        with pytest.raises(BadInput):
            write(tmp_path / name, broken, PARTS, unwatched)
    assert not list(tmp_path.iterdir())


def test_nothing_is_written_over(tmp_path: Path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out.zip").write_bytes(b"mine")
    for write, name in ((write_folder, "out"), (write_zip, "out.zip")):
        with pytest.raises(BadInput) as caught:
            write(tmp_path / name, CONTENT, PARTS, unwatched)
        assert caught.value.code is Code.FILE_EXISTS
    assert (tmp_path / "out.zip").read_bytes() == b"mine"
    assert not list((tmp_path / "out").iterdir())


def test_a_file_that_reads_back_otherwise_is_not_published(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: b"other")
    with pytest.raises(BadInput) as caught:
        write_zip(tmp_path / "a.zip", CONTENT, PARTS, unwatched)
    assert caught.value.code is Code.EXPORT_MISMATCH
    assert not list(tmp_path.iterdir())
