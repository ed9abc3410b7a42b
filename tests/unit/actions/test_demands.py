from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from fieldaudit.actions.demands import export_demands, import_demands, list_demands
from fieldaudit.actions.writing import author_of
from fieldaudit.errors import BadInput, Code
from fieldaudit.package.exports.demands import HEADS
from fieldaudit.store import revisions
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.office import a_prepared_survey, an_office

PRESCRIBED = [
    "序号",
    "需求编号",
    "提出日期",
    "需求方/行业",
    "资源方/行业",
    "方向",
    "资源类别",
    "地点+坐标/路由",
    "街道",
    "数量+单位",
    "技术要求",
    "需要时间",
    "优先级",
    "依据",
    "联系单位",
    "状态",
    "答复日期/意见",
    "拒绝原因",
    "协议号",
    "完成日期",
    "备注",
]
FULL = {
    "number": "1",
    "code": "XQ-2022-001",
    "raised_on": "2022-07-01",
    "demander": "中国电信/通信",
    "provider": "市政",
    "direction": "通信需要外部资源",
    "resource": "杆塔",
    "place": "大竹林 29.62,106.49",
    "street": "大竹林街道",
    "quantity": "18 位",
    "requirements": "荷载50kg；挂高≥8m",
    "needed_by": "2022-09-01",
    "priority": "高",
    "basis": "DZL-P-001",
    "contact": "信息科",
    "state": "拒绝",
    "answer": "2022-07-20 不同意",
    "refusal": "荷载不足、其他",
    "agreement_no": "007",
    "done_on": "2022-08-01",
    "note": "=1+1\n第二行",
}


def write_list(file: Path, *rows: Mapping[str, object], heads: list[str] | None = None) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.append(heads or PRESCRIBED)
    for number, row in enumerate(rows, 2):
        for column, field in enumerate(HEADS, 1):
            cell = sheet.cell(number, column, row.get(field))
            if isinstance(row.get(field), str):
                cell.data_type = "s"
    book.save(file)
    return file


def read_list(file: Path) -> list[dict[str, object]]:
    first, *rows = load_workbook(file).active.iter_rows(values_only=True)
    assert list(first) == PRESCRIBED
    return [dict(zip(HEADS, row, strict=True)) for row in rows]


def test_the_heads_are_the_prescribed_ones() -> None:
    assert list(HEADS.values()) == PRESCRIBED


def test_a_list_goes_in_and_out_without_loss(
    survey: Survey, office: Author, tmp_path: Path
) -> None:
    file = write_list(tmp_path / "in.xlsx", FULL)
    done = import_demands(survey, file=file, author=office).value
    assert (done.balance.new, done.balance.closes, done.problems) == (1, True, ())
    (kept,) = list_demands(survey)
    assert (kept["state"], kept["refusal"]) == ("refused", "R04 R14")
    balance = export_demands(survey, out=tmp_path / "out.xlsx").value
    assert (balance.taken, balance.new, balance.lost) == (1, 1, 0)
    assert read_list(tmp_path / "out.xlsx") == [{**FULL, "number": 1}]
    before = revisions.state(survey)
    again = import_demands(survey, file=tmp_path / "out.xlsx", author=office).value
    assert (again.balance.known, again.balance.new) == (1, 0)
    assert revisions.state(survey) == before


_text = st.text("阿xy7=+-@|;、, \n“”", max_size=12).map(str.strip)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.fixed_dictionaries({}, optional={field: _text for field in HEADS if field != "code"}),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_a_list_says_comes_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, object]]
) -> None:
    folder = tmp_path_factory.mktemp("lists")
    told = [{**row, "code": f"XQ-{number}"} for number, row in enumerate(rows)]
    author = author_of(an_office())
    with a_prepared_survey(folder / "s.gpkg") as survey:
        import_demands(survey, file=write_list(folder / "1.xlsx", *told), author=author)
        first = list_demands(survey)
        export_demands(survey, out=folder / "2.xlsx")
        state = revisions.state(survey)
        import_demands(survey, file=folder / "2.xlsx", author=author)
        assert revisions.state(survey) == state
        assert list_demands(survey) == first
    assert len(first) == len(told)


def test_the_order_of_the_list_is_kept(survey: Survey, office: Author, tmp_path: Path) -> None:
    rows = [{"code": code, "number": str(n)} for n, code in enumerate(("Z", "A", "M"), 1)]
    import_demands(survey, file=write_list(tmp_path / "in.xlsx", *rows), author=office)
    export_demands(survey, out=tmp_path / "out.xlsx")
    assert [row["code"] for row in read_list(tmp_path / "out.xlsx")] == ["Z", "A", "M"]


def test_one_street_can_be_exported(survey: Survey, office: Author, tmp_path: Path) -> None:
    rows = [{"code": "A", "street": "礼嘉街道"}, {"code": "B", "street": "翠云街道"}]
    import_demands(survey, file=write_list(tmp_path / "in.xlsx", *rows), author=office)
    export_demands(survey, out=tmp_path / "out.xlsx", street="翠云街道")
    assert [row["code"] for row in read_list(tmp_path / "out.xlsx")] == ["B"]


def test_an_emptied_cell_removes_what_it_said(
    survey: Survey, office: Author, tmp_path: Path
) -> None:
    import_demands(survey, file=write_list(tmp_path / "1.xlsx", FULL), author=office)
    less = {**FULL, "contact": "", "priority": "低"}
    import_demands(survey, file=write_list(tmp_path / "2.xlsx", less), author=office)
    (kept,) = list_demands(survey)
    assert "contact" not in kept
    assert kept["priority"] == "低"


def test_a_date_cell_is_a_date(survey: Survey, office: Author, tmp_path: Path) -> None:
    row = {"code": "A", "raised_on": datetime(2022, 7, 1), "number": 1}
    import_demands(survey, file=write_list(tmp_path / "in.xlsx", row), author=office)
    assert list_demands(survey)[0]["raised_on"] == "2022-07-01"


def test_rows_that_cannot_be_told_apart_are_refused(
    survey: Survey, office: Author, tmp_path: Path
) -> None:
    rows = [
        {"code": "A"},
        {"note": "?"},
        {"code": "A", "note": "2"},
        {"code": "B", "note": "长" * 10_001},
    ]
    done = import_demands(survey, file=write_list(tmp_path / "in.xlsx", *rows), author=office).value
    assert (done.balance.taken, done.balance.new, done.balance.refused) == (4, 1, 3)
    assert done.balance.closes
    assert [(each.code, each.where) for each in done.problems] == [
        (Code.DEMAND_CODE_MISSING, "3"),
        (Code.DEMAND_CODE_TWICE, "4"),
        (Code.DEMAND_CELL_LONG, "5"),
    ]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"state": "胡说"}, Code.DEMAND_STATE_UNKNOWN),
        ({"state": "拒绝"}, Code.DEMAND_REFUSAL_MISSING),
        ({"state": "agreed"}, Code.DEMAND_AGREEMENT_MISSING),
    ],
)
def test_doubts_are_told_and_the_row_is_taken(
    told: dict[str, object], code: Code, survey: Survey, office: Author, tmp_path: Path
) -> None:
    file = write_list(tmp_path / "in.xlsx", {"code": "A", **told})
    done = import_demands(survey, file=file, author=office).value
    assert [each.code for each in done.problems] == [code]
    assert done.balance.new == 1


def test_heads_must_be_complete_and_strange_ones_are_told(
    survey: Survey, office: Author, tmp_path: Path
) -> None:
    short = write_list(tmp_path / "1.xlsx", {"code": "A"}, heads=PRESCRIBED[:-1])
    with pytest.raises(BadInput) as caught:
        import_demands(survey, file=short, author=office)
    assert caught.value.code is Code.DEMAND_COLUMN_MISSING
    assert "备注" in str(caught.value)
    more = write_list(tmp_path / "2.xlsx", {"code": "A"}, heads=[*PRESCRIBED, "电话"])
    done = import_demands(survey, file=more, author=office).value
    assert [(each.code, each.where) for each in done.problems] == [
        (Code.DEMAND_COLUMN_UNKNOWN, "电话")
    ]
