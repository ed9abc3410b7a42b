import pytest

from fieldaudit.errors import BadInput, Code
from fieldaudit.store import records
from fieldaudit.store.schema import OF_VISIT
from tests.kit.history import record_id
from tests.kit.surveys import SURVEY, a_survey, another, fresh_id, merged, revise, tamper

ONE, TWO = record_id(1), record_id(2)


@pytest.fixture
def survey(tmp_path):
    with a_survey(tmp_path / "a.gpkg") as survey:
        yield survey


def test_a_record_has_what_its_revisions_say(survey):
    revise(survey, ONE, {"name": "甲", "code": "1"}, kind="visit", form="5" * 64, author="a" * 64)
    last = revise(survey, ONE, {"code": None}, kind="visit", author="b" * 64)
    found = records.record(survey, ONE)
    assert found.values == {"name": "甲"}
    assert (found.kind, found.heads, found.form) == ("visit", (last,), "5" * 64)
    assert (found.author, found.made.offset) == ("a" * 64, 480)
    assert (found.deleted, found.conflicts) == (False, 0)
    assert found.get("code", "?") == "?"


def test_an_unknown_record_is_named(survey):
    with pytest.raises(BadInput) as caught:
        records.record(survey, "no id")
    assert caught.value.code is Code.RECORD_UNKNOWN


def test_records_of_a_kind_come_in_the_order_of_ids_without_the_deleted(survey):
    for record in (TWO, ONE):
        revise(survey, record, {"name": "甲"})
    assert [each.id for each in records.records(survey, "site")] == [ONE, TWO]
    revise(survey, ONE, {"$deleted": "true"})
    assert [each.id for each in records.records(survey, "site")] == [TWO]
    assert [each.id for each in records.records(survey, "site", deleted=True)] == [ONE, TWO]
    assert records.counts(survey) == {"survey": 1, "site": 1}


def test_a_conflict_shows_both_values_and_what_both_saw(survey, tmp_path):
    revise(survey, ONE, {"name": "旧"})
    with another(survey, tmp_path / "b.gpkg") as other:
        revise(survey, ONE, {"name": "甲"}, author="a" * 64)
        theirs = revise(other, ONE, {"name": "乙"}, author="b" * 64)
        merged(survey, other.path)
    (conflict,) = records.conflicts(survey)
    assert (conflict.record, conflict.kind, conflict.path) == (ONE, "site", "name")
    assert conflict.base == "旧"
    assert [(claim.value, claim.author) for claim in conflict.claims] == [
        ("乙", "b" * 64),
        ("甲", "a" * 64),
    ]
    assert conflict.claims[0].revision == theirs
    assert records.record(survey, ONE).conflicts == 1


@pytest.mark.parametrize("read", [lambda s: records.record(s, SURVEY), records.conflicts])
def test_damaged_rows_are_damage_not_a_crash(survey, read):
    tamper(survey.path, "update record set body = '{'")
    survey.db.execute("insert into conflict values (?, 'name', '{')", (SURVEY,))
    with pytest.raises(BadInput) as caught:
        read(survey)
    assert caught.value.code is Code.SURVEY_DAMAGED


def test_what_was_said_of_a_path_comes_with_its_reasons_the_latest_first(survey):
    revise(survey, ONE, {"$status": "signed"}, kind="visit")
    revise(survey, ONE, {"name": "甲"}, kind="visit", reason="别的")
    revise(survey, ONE, {"$status": "returned"}, kind="visit", reason="照片不清")
    revise(survey, TWO, {"$status": "signed"}, kind="visit", reason="另一次")
    assert records.said(survey, ONE, "$status") == [("returned", "照片不清"), ("signed", "")]
    assert records.said(survey, TWO, "name") == []


@pytest.mark.parametrize(
    "changes",
    [
        {"visit": TWO},
        {"caption": f'x,"visit":"{TWO}"', "visit": ONE},
        {f'a,"visit":"{TWO}': "x", "visit": ONE},
        {"visit": f"{TWO}x"},
        {"visit": ""},
        {"caption": TWO},
        {"blob": "1", "visit": TWO, "zone": "2"},
    ],
)
def test_what_belongs_to_a_visit_is_found_without_looking_at_all(survey, changes):
    record = fresh_id()
    revise(survey, record, changes, kind="photo")
    for visit in (ONE, TWO):
        wanted = [each for each in records.records(survey, "photo") if each.get("visit") == visit]
        assert records.of_visit(survey, "photo", visit) == wanted
        assert records.of_visit(survey, "paper", visit) == []
    steps = survey.db.execute(
        f"explain query plan select id from record where {OF_VISIT} = ?"
        " and kind in ('photo', 'paper', 'log') and kind = 'photo' and deleted = 0",
        (TWO,),
    ).fetchall()
    assert "record_visit" in steps[0][-1]


def test_some_records_are_read_by_name(survey):
    for record in (ONE, TWO):
        revise(survey, record, {"name": "甲"})
    assert records.some(survey, [TWO, "nothing"]) == {TWO: records.record(survey, TWO)}


def test_records_that_say_the_same_are_found(survey):
    names = [fresh_id() for _ in range(6)]
    told = [("1", "甲"), ("1", "乙"), ("2", "丙"), ("3", "丙"), ("", "丁"), ("", "戊")]
    for record, (code, name) in zip(names, told, strict=True):
        revise(survey, record, {"code": code, "name": name})
    found = records.sharing(survey, "site", ("code", "name"))
    assert [each.id for each in found] == names[:4]
    revise(survey, names[1], {"$deleted": "true"})
    found = records.sharing(survey, "site", ("code", "name"))
    assert [each.id for each in found] == names[2:4]
