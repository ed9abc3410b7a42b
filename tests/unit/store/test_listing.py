import pytest

from fieldaudit.store.listing import by_status, ids
from fieldaudit.store.survey import Survey
from fieldaudit.visit.listed import Order
from tests.kit.surveys import a_survey, fresh_id, revise

A, B = fresh_id(), fresh_id()
FIRST, SECOND, THIRD, FOURTH = (fresh_id() for _ in range(4))


@pytest.fixture
def survey(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as opened:
        revise(opened, A, {"code": "R-2", "street": "甲街", "name": "礼嘉小区"})
        revise(opened, B, {"code": "R-1", "street": "乙街", "name": "鸳鸯小区"})
        a_visit(opened, FIRST, A, started="2026-01-02", status="signed", inspector="李四")
        a_visit(opened, SECOND, B, started="2026-01-03", status="draft", inspector="张三")
        a_visit(opened, THIRD, A, started="2026-01-01", status="returned", inspector="王五")
        a_visit(opened, FOURTH, fresh_id(), status="nonsense", inspector="王五", note="在三楼")
        yield opened


def a_visit(survey: Survey, visit: str, site: str, *, note: str = "", **told: str) -> None:
    changes = {"$site": site, "note": note, **{f"${name}": text for name, text in told.items()}}
    revise(survey, visit, changes, kind="visit")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.NEWEST, [SECOND, FIRST, THIRD, FOURTH]),
        (Order.CODE, [FOURTH, SECOND, FIRST, THIRD]),
        (Order.STREET, [FOURTH, SECOND, FIRST, THIRD]),
        (Order.INSPECTOR, [SECOND, FIRST, THIRD, FOURTH]),
        (Order.NEXT, [THIRD, FOURTH, SECOND, FIRST]),
    ],
)
def test_visits_are_sorted(survey, order, expected):
    assert ids(survey, order=order) == expected
    assert ids(survey, order=order, limit=2) == expected[:2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("礼嘉", [FIRST, THIRD]), ("R-1", [SECOND]), ("三楼", [FOURTH]), ("王", [THIRD, FOURTH])],
)
def test_visits_are_found_by_their_words_and_by_those_of_their_site(survey, text, expected):
    assert ids(survey, text=text) == expected
    assert ids(survey, text="没有") == ids(survey, text="!") == []


def test_an_unknown_state_is_a_draft(survey):
    assert ids(survey, status="draft") == [SECOND, FOURTH]
    assert ids(survey, status="signed", text="礼嘉") == [FIRST]
    assert by_status(survey) == {"signed": 1, "draft": 2, "returned": 1}


def test_a_deleted_visit_is_not_listed(survey):
    revise(survey, SECOND, {"$deleted": "true"}, kind="visit")
    assert ids(survey) == [FIRST, THIRD, FOURTH]


def test_what_another_program_did_to_a_layer_hides_no_visit(survey):
    with survey.atomic() as db:
        db.execute("delete from visits where record = ?", (FIRST,))
        db.execute(
            "insert into visits (fid, record, site, status, inspector, started, ended)"
            " select 7, record, site, status, inspector, started, ended from visits"
            " where record = ?",
            (SECOND,),
        )
    assert sorted(ids(survey)) == sorted([FIRST, SECOND, THIRD, FOURTH])
    assert sum(by_status(survey).values()) == 4
