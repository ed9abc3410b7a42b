import io
from pathlib import Path

import pytest
from PIL import Image

from fieldaudit.errors import BadInput, Code
from fieldaudit.package.view import page_count, page_image
from tests.kit.packages import countersigned_bytes, signed_bytes


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(signed_bytes())
    return path


def picture(path: Path, number: int, width: int) -> Image.Image:
    return Image.open(io.BytesIO(page_image(path, number, width)))


def test_pages_are_counted(package: Path) -> None:
    assert page_count(package) == 10


@pytest.mark.parametrize("width", [60, 500])
def test_a_page_is_as_wide_as_asked(package: Path, width: int) -> None:
    image = picture(package, 0, width)
    assert (image.format, image.width) == ("PNG", width)
    assert image.height > width


def test_no_width_takes_all_memory(package: Path) -> None:
    assert picture(package, 0, 10**6).width == 4000


def test_a_signature_is_drawn_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(countersigned_bytes())
    # The field's right edge, in the accent colour, at 141 mm of 210.
    page = picture(path, 8, 2100).convert("RGB")
    edge = page.crop((1440, 0, 1520, page.height))
    blue = [y for y in range(edge.height) if _is_blue(edge, y)]
    assert len(blue) > 300


def _is_blue(image: Image.Image, y: int) -> bool:
    colours = image.crop((0, y, image.width, y + 1)).getcolors(1000) or []
    found = [colour for _, colour in colours if isinstance(colour, tuple)]
    return any(colour[2] > 180 and colour[0] < 60 for colour in found)


@pytest.mark.parametrize("number", [10, 9999])
def test_a_page_that_is_not_there_is_told(package: Path, number: int) -> None:
    with pytest.raises(BadInput) as caught:
        page_image(package, number, 100)
    assert caught.value.code is Code.PACKAGE_PAGE


def test_what_is_no_pdf_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"a letter")
    with pytest.raises(BadInput) as caught:
        page_count(tmp_path / "a.pdf")
    assert caught.value.code is Code.FILE_UNREADABLE
    with pytest.raises(BadInput) as caught:
        page_count(tmp_path / "none.pdf")
    assert caught.value.code is Code.FILE_NOT_FOUND
