import io
import json
from dataclasses import replace
from pathlib import Path

from PIL import Image

from fieldaudit.package.build import build_package
from fieldaudit.package.capsule import read_capsule
from fieldaudit.package.content import PackageContent, VisitContent
from fieldaudit.package.evidence import ItemContent, PlaceContent, Verdict
from fieldaudit.package.manifest import package_data
from fieldaudit.package.redaction import public
from fieldaudit.package.variant import Variant
from fieldaudit.texts import Catalog
from tests.kit.content import a_package, a_photo, a_visit
from tests.kit.identity import an_identity
from tests.kit.pages import page_texts

CATALOG = Catalog("zh")


def made_public(**changes: object) -> VisitContent:
    visit = replace(a_visit(), **changes)  # type: ignore[arg-type]
    return public(a_package(visit, files=()), CATALOG).visits[0]


def with_items(*items: ItemContent, form: str = "base_station") -> VisitContent:
    visit = a_visit()
    section = replace(visit.sections[0], items=items)
    return made_public(sections=(section,), form=replace(visit.form, name=form))


def data_of(content: PackageContent) -> str:
    return package_data(content).decode()


def test_it_says_what_it_is_on_the_cover_and_why_on_the_sources_page(tmp_path: Path) -> None:
    content = public(a_package(files=()), CATALOG)
    assert (content.variant, content.classification) == (Variant.PUBLIC, "公开版")
    build_package(content, tmp_path / "a.pdf", identity=an_identity())
    texts = page_texts(tmp_path / "a.pdf")
    assert "公开版" in texts[0]
    assert any("人脸和车牌不能辨认" in text for text in texts)


def test_nobody_is_named_but_who_signs_the_package() -> None:
    visit = made_public()
    told = json.dumps(json.loads(data_of(a_package(visit)))["visits"], ensure_ascii=False)
    assert not any(name in told for name in ("张三", "李四", "网格员", "项目经理"))


def test_places_are_rounded_everywhere() -> None:
    visit = made_public()
    place = visit.site.place
    assert place is not None
    assert (place.latitude, place.longitude, place.decimals) == (29.62, 106.489, 3)
    assert (place.original, place.accuracy) == ("", None)
    told = data_of(a_package(visit))
    assert "29.62040" not in told
    assert "29.62631" not in told
    assert "29.620 106.489" in told


def test_a_text_with_a_place_in_it_is_rounded_too() -> None:
    item = ItemContent("COM-08", "位置", "29.620400, 106.489312 ±5 m", Verdict.CONFORMING)
    (shown,) = with_items(item).items()
    assert shown.value == "29.620, 106.489"


def test_station_parameters_are_withheld_but_still_counted() -> None:
    items = [
        ItemContent(name, "频段", "n78", Verdict.FAILED, photos=(1,), reason="3500 MHz")
        for name in ("BTS-07", "BTS-14-azimuth", "BTS-35-frequency")
    ]
    plain = ItemContent("BTS-16", "外观", "是", Verdict.CONFORMING)
    *shown, last = with_items(*items, plain).items()
    assert {(each.value, each.reason, each.photos) for each in shown} == {("公开版不列出", "", ())}
    assert {each.verdict for each in shown} == {Verdict.FAILED}
    assert last == plain


def test_rooms_and_cable_routes_have_no_place_at_all() -> None:
    place = ItemContent("ROM-02", "位置", "29.620400, 106.489312", Verdict.CONFORMING)
    for form in ("equipment_room", "duct"):
        visit = with_items(place, form=form)
        assert (visit.site.place, visit.site.address) == (None, "")
        assert [each.value for each in visit.items()] == ["公开版不列出"]
        assert all(photo.place is None for photo in visit.photos)


def test_a_base_station_has_no_address_and_a_rounded_place() -> None:
    visit = with_items()
    assert visit.site.address == ""
    assert isinstance(visit.site.place, PlaceContent)


def test_photos_are_blurred_and_those_of_withheld_items_left_out() -> None:
    photos = (a_photo(1, "全景", "COM-10"), a_photo(2, "铭牌", "BTS-01-tower"))
    (left,) = made_public(photos=photos).photos
    assert left.number == 1
    assert callable(left.jpeg)
    image = Image.open(io.BytesIO(left.jpeg()))
    assert max(image.size) == 640
    assert left.sha256 == photos[0].sha256


def test_telephone_numbers_are_masked() -> None:
    assert made_public(remarks="联系 13812345678。").remarks == "联系 ＊＊＊。"


def test_the_package_opens_with_what_is_left(tmp_path: Path) -> None:
    content = public(a_package(), CATALOG)
    build_package(content, tmp_path / "a.pdf", identity=an_identity())
    told = json.dumps(read_capsule(tmp_path / "a.pdf").data, ensure_ascii=False)
    assert "张三" not in json.dumps(json.loads(told)["visits"], ensure_ascii=False)
    assert json.loads(told)["variant"] == "public"


def test_the_people_of_a_visit_are_masked_in_what_was_written_about_them() -> None:
    plain = a_visit()
    told = replace(
        plain, inspectors=("欧阳三",), override="由欧阳三改为不合格", remarks="欧阳三到场"
    )
    (visit,) = public(a_package(told), CATALOG).visits
    assert visit.override == "由＊＊＊改为不合格"
    assert visit.remarks == "＊＊＊到场"
