import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldaudit.store import search
from tests.kit.surveys import a_survey, fresh_id, revise


@pytest.fixture(scope="module")
def survey(tmp_path_factory):
    with a_survey(tmp_path_factory.mktemp("search") / "a.gpkg") as survey:
        yield survey


@pytest.fixture
def site(survey) -> str:
    record = fresh_id()
    revise(survey, record, {"name": "大竹林·示例小区A栋", "code": "RES-0012", "street": "礼嘉"})
    return record


@pytest.mark.parametrize(
    "text",
    [
        "大竹",
        "竹林",
        "示例小区",
        "小",
        "A栋",
        "a栋",
        "res-0012",
        "0012",
        "礼嘉",
        "大竹林 礼嘉",
        "林·示",
    ],
)
def test_any_part_finds_it(survey, site, text):
    assert site in search.find(survey, text, "site")


@pytest.mark.parametrize(
    "text", ["", "  ", "·", '"', "林大", "竹小", "RES0012", "* OR *", "礼嘉 无"]
)
def test_what_is_not_in_it_does_not(survey, site, text):
    assert site not in search.find(survey, text, "site")


def test_only_the_kind_asked_for_is_found(survey, site):
    assert search.find(survey, "大竹林", "visit") == []


def test_remarks_and_reasons_of_a_visit_are_found_but_no_numbers_and_marks(survey):
    visit = fresh_id()
    answers = {"remark": "接头盒进水", "RES-26": "-31.07", "RES-25/$state": "no_access"}
    revise(survey, visit, answers | {"RES-25/$reason": "无人应答"}, kind="visit")
    for text in ("进水", "无人", "无人应答"):
        assert search.find(survey, text, "visit") == [visit]
    for text in ("07", "access"):
        assert search.find(survey, text, "visit") == []


def test_what_was_changed_or_deleted_is_not_found_any_more(survey):
    record = fresh_id()
    revise(survey, record, {"name": "旧址大院"})
    revise(survey, record, {"name": "新楼"})
    assert search.find(survey, "旧址", "site") == []
    assert search.find(survey, "新楼", "site") == [record]
    revise(survey, record, {"$deleted": "true"})
    assert search.find(survey, "新楼", "site") == []


@settings(max_examples=100)
@given(
    st.text("小区竹林甲乙ABcé09 ·-", min_size=2, max_size=12).filter(str.strip),
    st.data(),
)
def test_every_part_of_a_name_finds_it(survey, name, data):
    record = fresh_id()
    revise(survey, record, {"name": name})
    start = data.draw(st.integers(0, len(name) - 1))
    part = name[start : data.draw(st.integers(start + 1, len(name)))]
    if any(letter.isalnum() for letter in part):
        assert record in search.find(survey, part, "site")
    revise(survey, record, {"$deleted": "true"})
