from dataclasses import replace

from fieldaudit.package import style
from fieldaudit.package.appendix import draw_photos
from fieldaudit.package.content import VisitContent
from tests.kit.content import a_photo, a_visit
from tests.kit.pages import RememberingSurface, a_flow, an_edition


def appendix(visit: VisitContent) -> RememberingSurface:
    flow, surface = a_flow()
    draw_photos(flow, an_edition(), visit)
    flow.end()
    return surface


def test_every_photo_stands_once_inside_the_margins() -> None:
    surface = appendix(a_visit())
    assert sorted(photo.number for _, _, photo in surface.photos) == list(range(1, 9))
    for _, box, _ in surface.photos:
        assert box.x >= style.LEFT
        assert box.x + box.width <= style.RIGHT + 0.01
        assert box.y + box.height < style.BOTTOM


def test_six_stand_on_a_page() -> None:
    visit = replace(a_visit(), sections=(), photos=tuple(a_photo(n, "楼道") for n in range(1, 13)))
    pages = [page for page, _, _ in appendix(visit).photos]
    assert pages == [1] * 6 + [2] * 6


def test_photos_of_critical_failures_are_large_and_first() -> None:
    surface = appendix(a_visit())
    first = surface.photos[0]
    assert first[2].number == 3
    assert first[1].width > 2 * surface.photos[1][1].width - 20


def test_two_large_ones_share_a_page() -> None:
    visit = a_visit()
    section = visit.sections[1]
    items = tuple(
        replace(item, photos=(1, 2)) if item.id == "RES-07" else item for item in section.items
    )
    changed = replace(visit, sections=(replace(section, items=items),))
    surface = appendix(changed)
    assert [page for page, _, _ in surface.photos[:3]] == [1, 1, 2]


def test_a_caption_says_number_item_time_place_and_hash() -> None:
    said = appendix(a_visit()).said()
    for text in (
        "照片 2　RES-26　抽样户 ONU 光功率读数",
        "2022-07-08 09:22 +08:00 · 照片 EXIF",
        "±8 米",
        "没有位置",
        a_visit().photos[1].sha256[:16],
        "注意：拍摄日期不在检查期间",
    ):
        assert text in said


def test_a_photo_without_time_says_so() -> None:
    visit = replace(a_visit(), photos=(a_photo(1, "a", taken_at="", taken_from=""),))
    assert "没有拍摄时间" in appendix(visit).said()


def test_a_restricted_place_prints_no_photos() -> None:
    assert appendix(replace(a_visit(), restricted=True)).photos == []


def test_no_photos_take_no_page() -> None:
    assert appendix(replace(a_visit(), photos=())).places.pages == 1
