import io
from pathlib import Path

import pytest
from PIL import Image

from fieldaudit.actions.pictures import read_picture
from fieldaudit.errors import BadInput, Code


def a_picture(path: Path, size: tuple[int, int] = (300, 120), **kind: object) -> Path:
    image = Image.new("RGBA", size, (200, 0, 0, 0))
    image.putpixel((1, 1), (200, 0, 0, 255))
    image.save(path, **kind)  # type: ignore[arg-type]
    return path


def test_a_clear_ground_becomes_paper(tmp_path: Path) -> None:
    made = Image.open(io.BytesIO(read_picture(a_picture(tmp_path / "seal.png"))))
    assert (made.format, made.size, made.mode) == ("JPEG", (300, 120), "RGB")
    assert made.getpixel((200, 60)) == (255, 255, 255)


def test_a_large_one_is_made_small_and_bare(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    Image.new("RGB", (3000, 1000)).save(tmp_path / "a.jpg", exif=exif)
    data = read_picture(tmp_path / "a.jpg")
    assert Image.open(io.BytesIO(data)).size == (900, 300)
    assert b"secret" not in data


def test_no_picture_is_none() -> None:
    assert read_picture(None) == b""


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"GIF89a" + bytes(50), b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.png").write_bytes(content)
    with pytest.raises(BadInput) as caught:
        read_picture(tmp_path / "a.png")
    assert caught.value.code is Code.PICTURE_UNUSABLE


def test_a_speck_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        read_picture(a_picture(tmp_path / "a.png", (5, 5)))
