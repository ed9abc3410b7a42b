from dataclasses import replace

from fieldaudit.package.evidence import PlaceContent
from fieldaudit.package.site import draw_ruler, draw_site
from fieldaudit.package.surface import Box
from tests.kit.content import a_batch, a_visit
from tests.kit.pages import RememberingSurface, a_flow, an_edition


def site(**changes: object) -> RememberingSurface:
    flow, surface = a_flow()
    draw_site(flow, an_edition(), replace(a_visit(), **changes))  # type: ignore[arg-type]
    return surface


def test_a_position_shows_its_datum_and_the_original_numbers() -> None:
    said = site().said()
    assert "29.62040°N 106.48930°E · ±5 米 · GNSS · WGS-84" in said
    assert "29.62631, 106.50021 · BD-09" in said


def test_a_sketch_shows_photos_by_number_with_scale_and_north() -> None:
    surface = site()
    said = [text for _, _, text, _ in surface.texts]
    assert {"1", "2", "3", "4", "5", "7", "8"} <= set(said)
    assert "6" not in said
    assert "北" in said


def test_a_restricted_place_shows_neither_numbers_nor_sketch() -> None:
    said = site(restricted=True).said()
    assert "29.62" not in said
    assert "北" not in said
    assert "涉密或禁拍区域" in said


def test_no_sketch_without_places() -> None:
    visit = a_visit()
    assert "北" not in site(site=replace(visit.site, place=None)).said()
    assert "北" not in site(photos=()).said()


def test_a_far_photo_stays_inside_the_sketch() -> None:
    visit = a_visit()
    far = replace(visit.photos[0], place=PlaceContent(31.0, 108.0))
    surface = site(photos=(far,))
    frame = next(box for _, box, pen in surface.boxes if pen.fill)
    at = next(at for _, at, text, _ in surface.texts if text == "1")
    assert frame.x < at[0] < frame.x + frame.width
    assert frame.y < at[1] < frame.y + frame.height


def test_a_visit_of_a_batch_begins_with_its_verdict() -> None:
    flow, surface = a_flow()
    content = a_batch(2)
    draw_site(flow, an_edition(content), content.visits[0])
    assert "RES-0001" in surface.said()
    assert "结论：不合格" in surface.said()


def test_a_ruler_is_a_round_number_of_metres() -> None:
    surface = RememberingSurface()
    draw_ruler(surface, an_edition(), Box(0, 0, 176, 176), 0.5)
    assert "100 米" in surface.said()


def test_long_remarks_go_on_overleaf() -> None:
    flow, surface = a_flow()
    draw_site(flow, an_edition(), replace(a_visit(), remarks="备" * 5000))
    flow.end()
    assert surface.said().count("备") >= 5000
    assert surface.places.pages > 1


def test_the_site_is_named_whole() -> None:
    visit = a_visit(name="名" * 200)
    flow, surface = a_flow()
    draw_site(flow, an_edition(), visit)
    assert surface.said().count("名") == 200
