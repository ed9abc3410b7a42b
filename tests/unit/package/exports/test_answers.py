"""Answers as tables."""

from datetime import date

from fieldaudit.package.exports.answers import Answers
from fieldaudit.package.exports.variants import Policy, Variant
from fieldaudit.texts import Catalog
from tests.kit.forms import a_form
from tests.kit.leaving import ANSWERS, a_leaving_visit, by_id, small_form


def tables(*visits, variant=Variant.INTERNAL):
    return Answers(visits, Policy(variant), Catalog("zh"))


def test_a_checklist_has_a_row_for_each_visit():
    second = a_leaving_visit({"fibre/RES-26": "-20"}, id="visit-2")
    (table,) = tables(a_leaving_visit(), second).checklists()
    assert (table.id, table.title, len(table.rows)) == ("small", "小检查表", 2)
    first = by_id(table)
    assert (first["RES-26"], first["RES-05"], first["RES-02"]) == (-31.0, 300, date(2016, 5, 1))
    assert (first["RES-07"], first["RES-07:label"]) == ("yes", "是")
    assert by_id(table, 1)["RES-05"] is None


def test_hidden_answers_stay_away():
    hidden = {**ANSWERS, "fibre/RES-36": "kept"}
    (table,) = tables(a_leaving_visit(hidden)).checklists()
    assert by_id(table)["RES-36"] is None
    shown = {**hidden, "fibre/RES-07": "no"}
    (table,) = tables(a_leaving_visit(shown)).checklists()
    assert by_id(table)["RES-36"] == "kept"


def test_a_repeat_has_a_row_for_each_instance():
    homes, rooms = tables(a_leaving_visit()).repeats()
    assert [(row[0], row[4], row[5], row[6]) for row in homes.rows] == [
        ("visit-1", "h1", 1, 940.0),
        ("visit-1", "h2", 2, 300.0),
    ]
    assert by_id(rooms)["parent"] == "h1"
    assert (homes.id, rooms.id) == ("small.homes", "small.rooms")


def test_an_instance_without_an_answer_is_a_row():
    (homes, _) = tables(a_leaving_visit({"homes/h1/$order": "1"})).repeats()
    assert len(homes.rows) == 1
    assert by_id(homes)["speed"] is None


def test_visits_of_two_versions_share_a_table():
    new = small_form("2", **{"| decimal | RES_26 |": "| text | RES-26 |"})
    later = a_leaving_visit({"fibre/RES-26": "weak"}, form=new, id="visit-2")
    (table,) = tables(a_leaving_visit(), later).checklists()
    assert [row["RES-26"] for row in (by_id(table), by_id(table, 1))] == [-31.0, "weak"]


def test_the_overview_has_the_columns_of_all_checklists():
    other = a_form(
        "| survey |\n| | type | name | label |\n| | text | X-1 | X |\n"
        "| settings |\n| | form_title | form_id | version |\n| | Other | other | 1 |\n"
    )
    second = a_leaving_visit({"X-1": "there"}, form=other, id="visit-2")
    table = tables(second, a_leaving_visit()).overview()
    assert table.id == "visits"
    assert [by_id(table, n)["visit"] for n in (0, 1)] == ["visit-2", "visit-1"]
    assert (by_id(table)["X-1"], by_id(table)["RES-26"]) == ("there", None)
    assert by_id(table, 1)["RES-26"] == -31.0


def test_a_repeat_with_nothing_public_in_it_is_left_out():
    people = small_form(**{"| text | room |": "| text | COM-05 |"})
    visit = a_leaving_visit({"homes/h1/rooms/r1/COM-05": "XC-01"}, form=people)
    assert [table.id for table in tables(visit).repeats()] == ["small.homes", "small.rooms"]
    found = tables(visit, variant=Variant.PUBLIC).repeats()
    assert [table.id for table in found] == ["small.homes"]
