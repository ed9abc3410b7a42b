import hashlib
import json
from pathlib import Path

import pytest

from fieldaudit.codes import Trouble
from fieldaudit.errors import BadInput, Code
from fieldaudit.package.folder import verify_folder
from fieldaudit.package.verdict import Outcome, Subject, say_verdict
from fieldaudit.texts import Catalog

FILES = {"RES-0001_COM-10_01.jpg": b"one", "RES-0001_visit_02.jpg": b"two"}


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture(params=["csv", "json", "csv from above"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    if request.param == "json":
        entries = [{"name": n, "bytes": len(d), "sha256": sha(d)} for n, d in FILES.items()]
        (folder / "manifest.json").write_text(json.dumps({"files": entries}), "utf-8")
    else:
        above = "photos/" if "above" in request.param else ""
        lines = [f"{i},{above}{n},{sha(d)}" for i, (n, d) in enumerate(FILES.items())]
        text = "\r\n".join(["id,file,sha256", *lines, "9,,"])
        (folder / "manifest.csv").write_text(text, "utf-8-sig")
    return folder


def codes(folder: Path) -> list[tuple[Trouble, str]]:
    return [(each.code, each.where) for each in verify_folder(folder).details]


def test_a_folder_that_fits_its_list_is_whole_and_unsigned(folder: Path) -> None:
    verdict = verify_folder(folder)
    assert (verdict.outcome, verdict.details) == (Outcome.UNSIGNED, ())
    assert (verdict.subject, verdict.count) == (Subject.FOLDER, 2)
    first, second = say_verdict(verdict, Catalog("zh"))
    assert "2 个文件与清单一致" in first
    assert "没有签名" in second


def test_a_changed_photo_is_named(folder: Path) -> None:
    name = next(iter(FILES))
    (folder / name).write_bytes(b"other")
    assert verify_folder(folder).outcome is Outcome.CHANGED
    assert codes(folder) == [(Code.CAPSULE_DAMAGED, name)]


def test_a_missing_photo_makes_it_incomplete(folder: Path) -> None:
    name = next(iter(FILES))
    (folder / name).unlink()
    assert verify_folder(folder).outcome is Outcome.INCOMPLETE
    assert codes(folder) == [(Code.CAPSULE_MISSING, name)]


def test_a_photo_that_nobody_listed_is_a_change(folder: Path) -> None:
    (folder / "more.jpg").write_bytes(b"more")
    assert verify_folder(folder).outcome is Outcome.CHANGED
    assert codes(folder) == [(Code.CAPSULE_UNLISTED, "more.jpg")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "id,name\r\n1,2",
        "file,sha256\r\n../a.jpg," + "0" * 64,
        "file,sha256\r\n/etc/passwd," + "0" * 64,
        "file,sha256\r\na.jpg,xyz",
        'file,sha256\r\n"a',
        "file,sha256\r\n",
    ],
)
def test_a_list_of_another_shape_is_not_believed(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.csv").write_text(text, "utf-8")
    verdict = verify_folder(tmp_path)
    assert verdict.outcome is Outcome.UNREADABLE
    assert [each.code for each in verdict.details] == [Code.MANIFEST_UNREADABLE]


@pytest.mark.parametrize("data", [b"{", b'{"files": 1}', b"\xff\xff", b"[" * 100_000])
def test_neither_is_damaged_json(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "manifest.json").write_bytes(data)
    assert verify_folder(tmp_path).outcome is Outcome.UNREADABLE


def test_a_folder_without_a_list_cannot_be_judged(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        verify_folder(tmp_path)
    assert caught.value.code is Code.FOLDER_WITHOUT_MANIFEST
