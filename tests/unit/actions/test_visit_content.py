from pathlib import Path

import pytest

from fieldaudit.actions import identities, photos, visits
from fieldaudit.actions.sites import import_sites
from fieldaudit.actions.snapshots import signed_at
from fieldaudit.actions.visit_content import source_of, visit_content
from fieldaudit.package.content import Acknowledgement, Conclusion, SealState, VisitStatus
from fieldaudit.store import records
from fieldaudit.store.survey import Survey
from fieldaudit.texts import Catalog
from fieldaudit.visit.stamp import Author
from tests.kit.office import GOOD, a_signed_visit, a_visit, an_inspector, an_office
from tests.kit.photos import a_photo, corners_of
from tests.unit.actions.test_sharing import told

ZH = Catalog("zh")


def with_photo(
    survey: Survey, visit: str, author: Author, folder: Path, orientation: int = 1
) -> str:
    file = folder / "a.jpg"
    file.write_bytes(a_photo(orientation=orientation))
    photos.add_photos(survey, visit=visit, files=[file], question="RES-26", author=author)
    return visit


def test_a_visit_is_printed_with_where_who_and_what(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    visit = with_photo(survey, a_visit(survey, told()), author, tmp_path, orientation=6)
    visits.sign_visits(survey, visits=[visit], identity=an_inspector())
    printed = visit_content(survey, visit, ZH)
    assert (printed.site.code, printed.site.street) == ("RES-0001", "大竹林街道")
    assert printed.site.place is not None
    assert printed.form == source_of(visits.open_visit(survey, visit=visit).form)
    assert printed.inspectors == ("张三",)
    assert (printed.status, printed.conclusion) == (VisitStatus.SIGNED, Conclusion.CONFORMING)
    assert printed.score == 1
    assert printed.access == "正常进入"
    assert printed.started < printed.ended
    (photo,) = printed.photos
    assert (photo.number, photo.item, photo.taken_from) == (1, "RES-26", "照片 EXIF")
    assert callable(photo.jpeg)
    assert photo.jpeg().startswith(b"\xff\xd8")
    (relation,) = printed.relations
    assert (relation.form, relation.users, relation.owner) == (
        "F25",
        ("中国电信", "中国移动"),
        "中国铁塔",
    )
    heads = records.record(survey, visit).heads
    assert {each.sha256 for each in printed.revisions} == set(heads)


def test_a_photo_is_printed_upright(survey: Survey, author: Author, tmp_path: Path) -> None:
    from tests.kit.photos import a_jpeg

    (tmp_path / "a.jpg").write_bytes(a_jpeg(exif={0x0112: 3}))
    visit = a_visit(survey)
    photos.add_photos(survey, visit=visit, files=[tmp_path / "a.jpg"], author=author)
    (photo,) = visit_content(survey, visit, ZH).photos
    assert callable(photo.jpeg)
    assert corners_of(photo.jpeg()) == [2, 3, 0, 1]


def test_a_restricted_place_shows_neither_photos_nor_coordinates(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    answers = {**GOOD, "site/COM-14": "yes", "fibre/RES-21": "29.62145 106.48471 0 6"}
    visit = with_photo(survey, a_visit(survey, answers), author, tmp_path)
    printed = visit_content(survey, visit, ZH)
    assert printed.restricted
    assert (printed.photos, printed.site.place, printed.site.address) == ((), None, "")
    values = {item.id: item.value for item in printed.items()}
    assert values["RES-21"] == "涉密或禁拍区域，不印位置"
    assert not any(item.photos for item in printed.items())


@pytest.mark.parametrize("vouched", [True, False])
def test_the_seal_is_that_of_the_inspector(vouched: bool, survey: Survey) -> None:
    visit, key = a_signed_visit(survey), an_inspector()
    if vouched:
        identities.trust(survey, certificate=key.certificate, identity=an_office())
    seal = visit_content(survey, visit, ZH).seal
    assert seal.state is (SealState.SEALED if vouched else SealState.UNKNOWN_KEY)
    assert (seal.signer, seal.fingerprint) == (key.name, key.fingerprint)
    assert seal.at == signed_at(records.record(survey, visit))


def test_who_signed_and_who_refused_is_printed(survey: Survey) -> None:
    draft = visit_content(survey, a_visit(survey), ZH)
    assert [each.state for each in draft.signoffs] == [Acknowledgement.PENDING] * 2
    signed = visit_content(survey, a_signed_visit(survey, {**GOOD, "site/COM-16": "refused"}), ZH)
    assert [each.state for each in signed.signoffs] == [
        Acknowledgement.SIGNED,
        Acknowledgement.REFUSED,
    ]


def test_a_converted_position_names_its_datum_and_original(
    survey: Survey, office: Author, tmp_path: Path
) -> None:
    register = tmp_path / "sites.csv"
    text = "编码,名称,类型,纬度,经度\nRES-0002,礼嘉·示例小区,residential,29.66,106.52\n"
    register.write_text(text, "utf-8")
    import_sites(survey, file=register, datum="bd09", example=True, author=office)
    printed = visit_content(survey, a_visit(survey, code="RES-0002"), ZH)
    assert printed.site.place is not None
    assert (printed.site.place.original, "BD-09" in printed.site.place.datum) == (
        "29.66 106.52",
        True,
    )
    assert printed.site.facts == (("说明", "示例站点，非真实地点"),)
