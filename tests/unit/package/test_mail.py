import io
import os
import random
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.build import build_package
from fieldaudit.package.content import PackageContent
from fieldaudit.package.mail import STEPS, Step, build_mail, encoded
from fieldaudit.package.verdict import Outcome
from fieldaudit.package.verify import verify_package
from tests.kit.content import a_package, a_photo, a_visit
from tests.kit.identity import an_identity
from tests.kit.packages import KEYS, NOW
from tests.kit.pages import page_texts


@cache
def noise(seed: int = 0, edge: int = 900) -> bytes:
    """Return a JPEG that does not shrink by itself."""
    image = Image.frombytes("RGB", (edge, edge), random.Random(seed).randbytes(edge * edge * 3))
    made = io.BytesIO()
    image.save(made, "JPEG", quality=95)
    return made.getvalue()


def content() -> PackageContent:
    photos = tuple(
        a_photo(number, "照片", jpeg=noise(number), sha256=f"{number:064x}") for number in (1, 2, 3)
    )
    return a_package(replace(a_visit(), photos=photos))


def test_a_photo_is_made_smaller_by_edge_and_quality() -> None:
    sizes = [len(encoded(noise(), step)) for step in STEPS[3:]]
    assert sizes == sorted(sizes, reverse=True)
    image = Image.open(io.BytesIO(encoded(noise(), Step(300, 50))))
    assert (image.format, max(image.size)) == ("JPEG", 300)


def test_a_photo_never_grows() -> None:
    small = encoded(noise(), Step(300, 20))
    assert encoded(small, Step(1600, 95)) == small


def test_what_is_no_image_is_told() -> None:
    with pytest.raises(ValueError, match=r"."):
        encoded(b"no image", STEPS[0])


def test_steps_go_from_large_to_small() -> None:
    assert [each.edge for each in STEPS] == sorted((s.edge for s in STEPS), reverse=True)
    assert [each.quality for each in STEPS] == sorted((s.quality for s in STEPS), reverse=True)


def test_a_package_fits_and_says_how(tmp_path: Path) -> None:
    build_package(content(), tmp_path / "large.pdf", identity=an_identity())
    most = (tmp_path / "large.pdf").stat().st_size // 3
    out = tmp_path / "out.pdf"
    report = build_mail(content(), out, identity=an_identity(), most=most)
    assert (report.path, report.bytes) == (out, out.stat().st_size)
    assert report.bytes <= most
    assert verify_package(out, trusted=KEYS, now=NOW).outcome is Outcome.GENUINE
    texts = page_texts(out)
    assert "邮寄版" in texts[0]
    assert any("最长边不超过" in text and "JPEG质量" in text for text in texts)
    assert sorted(os.listdir(tmp_path)) == ["large.pdf", "out.pdf"]


def test_a_small_package_keeps_the_largest_step(tmp_path: Path) -> None:
    build_mail(a_package(), tmp_path / "out.pdf", identity=an_identity())
    assert any(f"不超过{STEPS[0].edge}像素" in text for text in page_texts(tmp_path / "out.pdf"))


def test_what_cannot_be_made_small_enough_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        build_mail(content(), tmp_path / "out.pdf", identity=an_identity(), most=50_000)
    assert caught.value.code is Code.PACKAGE_TOO_LARGE_TO_MAIL
    assert os.listdir(tmp_path) == []


def test_a_damaged_photo_is_reported_and_does_not_stop_it(tmp_path: Path) -> None:
    visit = replace(a_visit(), photos=(a_photo(1, "坏", jpeg=b"no image"),))
    report = build_mail(a_package(visit), tmp_path / "out.pdf", identity=an_identity())
    assert [each.code for each in report.problems] == [Code.PHOTO_UNPRINTABLE]
