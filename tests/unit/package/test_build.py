import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fieldaudit.errors import BadInput, Cancelled, Code, Surroundings
from fieldaudit.package import readback
from fieldaudit.package.build import build_package
from fieldaudit.package.capsule import read_capsule
from fieldaudit.package.verdict import Outcome
from fieldaudit.package.verify import verify_package
from tests.kit.content import a_batch, a_package, a_photo, a_visit
from tests.kit.identity import an_identity
from tests.kit.packages import KEYS, NOW, signed_bytes
from tests.kit.pages import page_texts


class Steps:
    def __init__(self, stop: int = 10**6) -> None:
        self.seen: list[tuple[int, int]] = []
        self._stop = stop

    def step(self, done: int, total: int) -> None:
        self.seen.append((done, total))

    def cancelled(self) -> bool:
        return len(self.seen) >= self._stop


def test_a_package_is_built_signed_and_genuine(tmp_path: Path) -> None:
    out, steps = tmp_path / "a.pdf", Steps()
    report = build_package(a_package(), out, identity=an_identity(), progress=steps)
    assert os.listdir(tmp_path) == ["a.pdf"]
    assert report.signed
    assert report.problems == ()
    assert report.bytes == out.stat().st_size
    assert report.pages == len(page_texts(out))
    assert steps.seen[0] == (0, 1)
    told = [done for done, total in steps.seen if total == 2 * report.pages]
    assert told == sorted(told)
    assert set(told) >= {*range(1, report.pages + 1), 2 * report.pages}
    verdict = verify_package(out, trusted=KEYS, now=NOW)
    assert verdict.outcome is Outcome.GENUINE
    assert verdict.manifest_sha256 == report.manifest_sha256


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        build_package(a_package(), tmp_path / name, identity=None)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_signature_stands_after_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        build_package(a_package(), tmp_path / name, identity=an_identity())
    first, second = ((tmp_path / name).read_bytes() for name in ("a.pdf", "b.pdf"))
    assert first[: first.index(b"%%EOF")] == second[: second.index(b"%%EOF")]


def test_without_an_identity_it_is_a_draft(tmp_path: Path) -> None:
    report = build_package(a_package(), tmp_path / "a.pdf", identity=None)
    assert not report.signed
    assert all("草稿DRAFT" in text for text in page_texts(tmp_path / "a.pdf"))
    assert verify_package(tmp_path / "a.pdf", trusted=KEYS, now=NOW).outcome is Outcome.UNSIGNED


def test_a_signed_package_bears_no_draft_mark(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(signed_bytes())
    assert not any("DRAFT" in text for text in page_texts(tmp_path / "a.pdf"))


def test_whoever_builds_it_can_sign_even_when_nobody_was_named(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    report = build_package(a_package(signatories=()), out, identity=an_identity())
    assert report.signed
    assert verify_package(out, trusted=KEYS, now=NOW).outcome is Outcome.GENUINE


def test_a_batch_is_one_file(tmp_path: Path) -> None:
    report = build_package(a_batch(4), tmp_path / "a.pdf", identity=an_identity())
    texts = page_texts(tmp_path / "a.pdf")
    assert len(texts) == report.pages
    assert sum("RES-0003示例小区3" in text for text in texts) > 1


def test_missing_glyphs_and_damaged_photos_are_reported(tmp_path: Path) -> None:
    photo = a_photo(1, "门口", jpeg=b"damaged")
    content = a_package(replace(a_visit(), photos=(photo,), remarks="𠮷祥"))
    report = build_package(content, tmp_path / "a.pdf", identity=an_identity())
    assert {each.code for each in report.problems} == {Code.GLYPH_MISSING, Code.PHOTO_UNPRINTABLE}
    data = read_capsule(tmp_path / "a.pdf").data
    assert data["visits"][0]["remarks"] == "𠮷祥"


def test_an_existing_file_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"mine")
    with pytest.raises(BadInput) as caught:
        build_package(a_package(), tmp_path / "a.pdf", identity=an_identity())
    assert caught.value.code is Code.FILE_EXISTS
    assert (tmp_path / "a.pdf").read_bytes() == b"mine"


def test_a_stopped_build_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        build_package(a_batch(3), tmp_path / "a.pdf", identity=an_identity(), progress=Steps(4))
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("share", [0.003, 0.3, 0.9, 0.97, 0.999])
def test_a_full_disk_leaves_nothing(tmp_path: Path, share: float) -> None:
    resource = pytest.importorskip("resource")
    room = int(len(signed_bytes()) * share)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        with pytest.raises(Surroundings) as caught:
            build_package(a_package(), tmp_path / "a.pdf", identity=an_identity())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert caught.value.code is Code.DISK_FULL
    assert os.listdir(tmp_path) == []


def test_pages_that_say_something_else_are_not_signed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readback, "_of_package", lambda content, manifest: ["从未印出的文字"])
    with pytest.raises(BadInput) as caught:
        build_package(a_package(), tmp_path / "a.pdf", identity=an_identity())
    assert caught.value.code is Code.PACKAGE_MISMATCH
    assert os.listdir(tmp_path) == []


def test_an_expired_identity_does_not_sign(tmp_path: Path) -> None:
    content = a_package(made_at=datetime(2031, 1, 1, tzinfo=UTC).isoformat())
    with pytest.raises(BadInput) as caught:
        build_package(content, tmp_path / "a.pdf", identity=an_identity())
    assert caught.value.code is Code.IDENTITY_EXPIRED


def test_a_package_can_be_english(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    report = build_package(a_package(language="en"), out, identity=an_identity())
    assert report.pages == len(page_texts(out))
    assert verify_package(out, trusted=KEYS, now=NOW).outcome is Outcome.GENUINE
