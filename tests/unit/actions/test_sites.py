from pathlib import Path

import pytest

from fieldaudit.actions import sites, surveys
from fieldaudit.errors import BadInput, Code
from fieldaudit.store.survey import Survey
from fieldaudit.visit.place import distance, read_geopoint
from fieldaudit.visit.stamp import Author
from tests.kit.office import REGISTER, history, site_id


def imported(survey: Survey, text: str, author: Author, **more) -> sites.SiteImport:
    file = survey.path.with_name("register.csv")
    file.write_text(text, "utf-8")
    return sites.import_sites(survey, file=file, author=author, **more).value


def test_the_same_register_again_is_all_known(survey: Survey, office: Author) -> None:
    before = surveys.info(survey).state
    again = imported(survey, REGISTER, office).balance
    assert (again.taken, again.new, again.known, again.refused) == (3, 0, 3, 0)
    assert again.closes
    assert surveys.info(survey).state == before


def test_a_changed_row_edits_its_site(survey: Survey, office: Author) -> None:
    site = site_id(survey)
    changed = imported(survey, REGISTER.replace("示例路1号", "示例路9号"), office).balance
    assert (changed.new, changed.known) == (1, 2)
    assert len(sites.list_sites(survey)) == 3
    assert dict(history(survey, site)[-1].changes) == {"address": "示例路9号"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("编码,名称\nRES-0009,九号\n", Code.REGISTER_COLUMN_MISSING),
        ("编码,名称,类型\nA-1,甲,residential\nA-1,乙,residential\n", Code.REGISTER_CODE_TWICE),
        ("", Code.REGISTER_EMPTY),
    ],
)
def test_a_bad_register_is_refused_whole(
    text: str, code: Code, survey: Survey, office: Author
) -> None:
    before = surveys.info(survey).state
    with pytest.raises(BadInput) as caught:
        imported(survey, text, office)
    assert caught.value.code is code
    assert surveys.info(survey).state == before


def test_a_bad_row_is_left_out_with_its_number(survey: Survey, office: Author) -> None:
    text = "编码,名称,类型,纬度,经度\nA-1,甲,residential,29.6,106.5\nA-2,乙,castle,29.6,106.5\n"
    done = imported(survey, text, office)
    assert (done.balance.taken, done.balance.new, done.balance.refused) == (2, 1, 1)
    assert [(each.code, each.where) for each in done.problems] == [
        (Code.REGISTER_KIND_UNKNOWN, "3")
    ]


def test_coordinates_are_converted_and_the_original_kept(survey: Survey, office: Author) -> None:
    text = "编码,名称,类型,纬度,经度\nA-1,甲,residential,29.62631,106.50021\n"
    imported(survey, text, office, datum="bd09")
    (site,) = [each for each in sites.list_sites(survey) if each.code == "A-1"]
    assert (site.datum, site.position_original) == ("bd09", "29.62631 106.50021")
    moved = distance(read_geopoint(site.position), read_geopoint("29.62631 106.50021"))
    assert 500 < moved < 2000


def test_headers_can_be_mapped_and_examples_marked(survey: Survey, office: Author) -> None:
    text = "号,名称,类型\nA-1,甲,residential\n"
    with pytest.raises(BadInput):
        imported(survey, text, office)
    imported(survey, text, office, mapping={"号": "code"}, example=True)
    (site,) = [each for each in sites.list_sites(survey) if each.code == "A-1"]
    assert site.example


def test_a_missing_file_is_told(survey: Survey, office: Author, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        sites.import_sites(survey, file=tmp_path / "none.csv", author=office)
    assert caught.value.code is Code.FILE_NOT_FOUND


def test_sites_are_found_by_a_word_and_listed_by_code(survey: Survey) -> None:
    assert [each.code for each in sites.list_sites(survey)] == ["BTS-0001", "RES-0001", "RES-0002"]
    assert [each.code for each in sites.list_sites(survey, text="礼嘉")] == ["RES-0002"]
    assert sites.list_sites(survey, text="不存在") == ()
