from pathlib import Path

import pytest

from fieldaudit.actions import photos
from fieldaudit.actions.checklist_content import numbered, sections
from fieldaudit.actions.sheets import draft_of, open_sheet
from fieldaudit.form.definition import Severity
from fieldaudit.package.content import SectionContent
from fieldaudit.package.evidence import ItemContent, Verdict
from fieldaudit.store.survey import Survey
from fieldaudit.texts import Catalog
from fieldaudit.visit.stamp import Author
from tests.kit.office import GOOD, a_visit
from tests.kit.photos import a_photo

BAD = {
    **GOOD,
    "fibre/RES-26": "-31.0",
    "fibre/RES-07/$state": "no_access",
    "fibre/RES-07/$reason": "无人应答",
    "fibre/RES-21": "29.62 106.49 0 6",
    "fibre/homes/one/home-place": "一栋",
    "fibre/homes/two/home-speed": "500",
}


def printed(survey: Survey, visit: str, language: str = "zh") -> tuple[SectionContent, ...]:
    sheet = open_sheet(survey, visit)
    return sections(
        draft_of(sheet),
        language=sheet.form.language(language),
        photos=numbered(sheet.photos),
        catalog=Catalog("zh"),
    )


def items(survey: Survey, visit: str, language: str = "zh") -> dict[str, ItemContent]:
    return {
        each.label: each for section in printed(survey, visit, language) for each in section.items
    }


def test_sections_are_those_of_the_form_and_instances_their_own(survey: Survey) -> None:
    found = printed(survey, a_visit(survey, BAD))
    assert [each.title for each in found] == ["站点", "光纤", "抽样户 1", "抽样户 2", "共享"]
    assert [each.id for each in found[1].items] == ["RES-26", "RES-07", "RES-20", "RES-21"]


def test_an_item_says_value_unit_limit_and_verdict(survey: Survey) -> None:
    item = items(survey, a_visit(survey, BAD))["光功率"]
    assert (item.value, item.unit, item.limit) == ("−31.0", "dBm", "−27 … −8")
    assert (item.verdict, item.severity) == (Verdict.FAILED, Severity.MAJOR)


def test_an_excuse_is_printed_with_its_reason(survey: Survey) -> None:
    item = items(survey, a_visit(survey, BAD))["平等接入"]
    assert (item.verdict, item.reason) == (Verdict.NO_ACCESS, "无人应答")


def test_values_are_in_words(survey: Survey) -> None:
    visit = a_visit(survey, {**GOOD, **{"fibre/RES-21": "29.62 106.49 0 6"}})
    found = items(survey, visit)
    assert found["进入情况"].value == "正常进入"
    assert found["街道"].value == "大竹林街道"
    assert found["光交箱位置"].value == "29.620000, 106.490000 ±6 m"
    assert found["到达"].value.startswith("20")
    assert "T" not in found["到达"].value
    assert items(survey, visit, "en")["Access"].value == "Entered"


def test_photos_are_counted_over_the_whole_visit(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    visit = a_visit(survey, BAD)
    for number, question in enumerate(("RES-20", "RES-26", "RES-20")):
        file = tmp_path / f"{number}.jpg"
        file.write_bytes(a_photo(seed=number))
        photos.add_photos(survey, visit=visit, files=[file], question=question, author=author)
    found = items(survey, visit)
    assert (found["光交箱照片"].photos, found["光交箱照片"].value) == ((1, 3), "2 张照片")
    assert found["光功率"].photos == (2,)


@pytest.mark.parametrize(("access", "shown"), [("normal", True), ("refused", False)])
def test_without_access_nothing_hidden_is_printed(access: str, shown: bool, survey: Survey) -> None:
    found = items(survey, a_visit(survey, {**GOOD, "site/COM-11": access}))
    assert ("光功率" in found) is shown
    assert "进入情况" in found


def test_what_an_answer_hides_is_not_applicable(survey: Survey) -> None:
    # The whole page hides the relations; they are information only and are left out.
    found = items(survey, a_visit(survey, {**GOOD, "sharing/RES-34-any": "no"}))
    assert "资产" not in found
    assert found["有共享"].value == "否"


def test_computed_questions_are_not_printed(survey: Survey) -> None:
    whole = [each.id for section in printed(survey, a_visit(survey)) for each in section.items]
    assert "entered" not in whole
