import io

import pytest
from PIL import Image, ImageDraw

from fieldaudit.package.blur import POINTS, blurred
from tests.kit.content import a_jpeg


def shown(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(blurred(data, "公开版")))


def a_board(step: int, size: int = 1200) -> bytes:
    """Return a chessboard whose squares are `step` pixels wide: strokes of a plate."""
    image = Image.new("L", (size, size), 255)
    draw = ImageDraw.Draw(image)
    for x in range(0, size, step):
        for y in range(x // step % 2 * step, size, 2 * step):
            draw.rectangle((x, y, x + step - 1, y + step - 1), fill=0)
    made = io.BytesIO()
    image.save(made, "JPEG", quality=95)
    return made.getvalue()


def contrast(image: Image.Image) -> int:
    upper = image.convert("L").crop((40, 40, image.width - 40, image.height - 80))
    points = upper.tobytes()
    return max(points) - min(points)


def test_what_is_finer_than_the_points_that_are_left_is_gone() -> None:
    assert contrast(shown(a_board(1200 // POINTS // 2))) < 12


def test_what_is_large_stays() -> None:
    assert contrast(shown(a_board(300))) > 150


def test_it_keeps_its_proportions_and_is_small() -> None:
    image = shown(a_jpeg(1, 400, 300))
    assert image.format == "JPEG"
    assert image.size == (640, 480)
    assert len(blurred(a_jpeg(1), "公开版")) < 40_000


def test_it_is_stamped() -> None:
    image = shown(a_jpeg(1)).convert("L")
    band = image.crop((0, image.height - 30, image.width, image.height - 4))
    points = band.tobytes()
    assert min(points) < 80
    assert max(points) > 200


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (3000, 2)])
def test_any_size_can_be_blurred(size: tuple[int, int]) -> None:
    made = io.BytesIO()
    Image.new("RGB", size).save(made, "PNG")
    assert max(shown(made.getvalue()).size) == 640


@pytest.mark.parametrize("data", [b"", b"no image", a_jpeg(1)[:200]])
def test_what_is_no_image_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        blurred(data, "公开版")
