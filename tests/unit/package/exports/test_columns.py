"""Columns stay with their question over the versions of a form."""

from fieldaudit.package.exports.columns import Columns, label_of
from fieldaudit.package.exports.content import CellKind
from fieldaudit.package.exports.variants import Policy, Variant
from fieldaudit.texts import Catalog
from tests.kit.forms import a_form
from tests.kit.leaving import a_leaving_visit, small_form

ZH = Catalog("zh")


def columns(*forms, variant=Variant.INTERNAL):
    return Columns(forms or (small_form(),), Policy(variant), ZH)


def test_a_choice_has_a_code_and_a_label():
    found = {column.id: column.label for column in columns().of("")}
    assert found["RES-07"] == "平等接入"
    assert found["RES-07:label"] == "平等接入（名称）"


def test_a_position_has_a_column_for_each_number():
    found = {column.id: column for column in columns().of("")}
    parts = ["RES-21:latitude", "RES-21:longitude", "RES-21:altitude", "RES-21:accuracy"]
    assert [found[part].kind for part in parts] == [CellKind.DECIMAL] * 4
    assert "RES-21" not in found


def test_a_new_version_moves_no_column():
    old = small_form("1")
    new = small_form("2", **{"| decimal | RES_26 |": "| integer | RES-27 |"})
    both = [column.id for column in columns(old, new).of("")]
    assert both == [column.id for column in columns(new, old).of("")]
    assert both[:2] == ["COM-05-person", "RES-27"], "the newest version's order"
    assert both[-1] == "RES-26", "what only older ones ask comes after"
    versions = {column.id: column.versions for column in columns(old, new).of("")}
    assert versions["RES-26"] == ("1",)
    assert versions["RES-27"] == ("2",)
    assert versions["RES-05"] == ("2", "1")


def test_a_question_that_moved_to_another_group_keeps_its_column():
    moved = small_form("2", **{"begin_group | fibre": "begin_group | optics"})
    assert [c.id for c in columns(small_form(), moved).of("")] == [c.id for c in columns().of("")]


def test_a_name_that_occurs_twice_is_told_apart_by_its_path():
    form = a_form(
        "| survey |\n| | type | name | label |\n"
        "| | begin_group | a | A |\n| | text | note | N |\n| | end_group | | |\n"
        "| | begin_group | b | B |\n| | text | note | N |\n| | end_group | | |\n"
    )
    assert [column.id for column in columns(form).of("")] == ["a/note", "b/note"]


def test_repeats_have_columns_of_their_own():
    assert columns().repeats == ["homes", "rooms"]
    assert [column.id for column in columns().of("rooms")] == ["room"]


def test_what_is_not_public_has_no_column():
    found = [column.id for column in columns(variant=Variant.PUBLIC).of("")]
    assert not {"COM-05-person", "BTS-07", "RES-20"} & set(found)


def test_cells_are_typed():
    visit = a_leaving_visit()
    question = visit.form.question("fibre/RES-06")
    assert dict(columns().cells(visit, "fibre/RES-06", question)) == {
        "RES-06": "ct cm",
        "RES-06:label": "电信、移动",
    }


def test_a_question_without_label_is_called_by_its_name():
    form = a_form(
        "| survey |\n| | type | name | label | calculation |\n| | calculate | sum | | 1 |\n"
    )
    assert label_of(form, form.question("sum"), ZH) == "sum"
