from fieldaudit.package.surface import BlankSurface, Box, Letters, Pen
from tests.kit.content import a_photo


def test_a_blank_surface_counts_pages_and_remembers_places() -> None:
    surface = BlankSurface()
    surface.mark("first", "第一", 0, 10)
    surface.end_page()
    surface.mark("second", "", 1, 10)
    surface.signature_field("Signature1", Box(1, 2, 3, 4))
    surface.end_page()
    assert surface.places.pages == 2
    assert surface.places.marks == {"first": 1, "second": 2}
    assert surface.places.fields == {"Signature1": (2, Box(1, 2, 3, 4))}


def test_drawing_leaves_no_trace() -> None:
    surface = BlankSurface()
    surface.text((1, 1), "a", Letters(9))
    surface.line([(1, 1), (2, 2)], Pen())
    surface.rectangle(Box(1, 1, 1, 1), Pen())
    surface.circle((1, 1), 1, Pen())
    surface.photo(Box(1, 1, 1, 1), a_photo(1, "a"))
    surface.watermark("草稿")
    surface.link(Box(1, 1, 1, 1), "first")
    assert (surface.places.pages, surface.places.marks) == (0, {})
