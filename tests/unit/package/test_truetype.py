import io

import pytest
from PIL import ImageFont

from fieldaudit.package.truetype import TrueType
from fieldaudit.paths import resource

TEXT = "千兆 A1é②㎡"


@pytest.fixture(scope="module")
def face() -> TrueType:
    return TrueType(resource("fonts/NotoSansSC_400Regular.ttf"))


def part(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> TrueType:
    path = tmp_path_factory.mktemp("face") / "a.ttf"
    path.write_bytes(data)
    return TrueType(path)


def test_widths_are_those_that_another_reader_finds(face: TrueType) -> None:
    other = ImageFont.truetype(resource("fonts/NotoSansSC_400Regular.ttf"), 1000)
    for letter in "iW千0—":
        assert face.advances[face.glyphs[ord(letter)]] == pytest.approx(other.getlength(letter), 1)


def test_what_the_face_lacks_has_no_glyph(face: TrueType) -> None:
    assert ord("𠮷") not in face.glyphs


def test_a_subset_holds_the_outlines_and_widths_of_its_glyphs(
    face: TrueType, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chosen = [0, *(face.glyphs[ord(letter)] for letter in TEXT)]
    small = part(tmp_path_factory, face.subset(chosen))
    assert [small.advances[n] for n in range(len(chosen))] == [face.advances[n] for n in chosen]
    for number, glyph in enumerate(chosen):
        outline = face.outline(glyph)
        assert small.outline(number) == outline + bytes(-len(outline) % 4)


def test_no_glyph_of_the_bundled_faces_is_composed(face: TrueType) -> None:
    bold = TrueType(resource("fonts/NotoSansSC_700Bold.ttf"))
    for each in (face, bold):
        assert each.subset(range(len(each.advances)))[:4] == b"\0\1\0\0"


def test_a_glyph_may_be_asked_for_twice(
    face: TrueType, tmp_path_factory: pytest.TempPathFactory
) -> None:
    glyph = face.glyphs[ord("千")]
    small = part(tmp_path_factory, face.subset([0, glyph, glyph]))
    assert small.outline(1) == small.outline(2) != b""


def test_a_subset_is_a_face_that_another_reader_opens(face: TrueType) -> None:
    small = face.subset([0, *(face.glyphs[ord(letter)] for letter in TEXT)])
    assert len(small) < 20_000
    assert ImageFont.truetype(io.BytesIO(small), 12).size == 12


def test_the_metrics_are_told(face: TrueType) -> None:
    told = face.metrics
    assert told["ascent"] > 0 > told["descent"]
    assert 0 < told["capitals"] < told["ascent"]
    assert told["weight"] == 400
    left, bottom, right, top = face.box
    assert left < 0 < right
    assert bottom < 0 < top
