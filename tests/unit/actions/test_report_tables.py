from datetime import date

import pytest

from fieldaudit.actions.findings import list_findings
from fieldaudit.actions.indicators import assess, tasks
from fieldaudit.actions.report_tables import report_tables
from fieldaudit.package.exports.content import Table
from fieldaudit.store.survey import Survey
from fieldaudit.texts import Catalog, Language
from fieldaudit.visit.stamp import Author
from tests.kit.office import GOOD, a_signed_visit, an_accepted_visit
from tests.kit.rechecks import accept


def tables(survey: Survey, language: Language = "zh") -> dict[str, Table]:
    found = assess(survey, cutoff="9999-12-31")
    listed = list_findings(survey, today=date.today(), catalog=Catalog(language))
    made = report_tables(found, tasks(found), listed, Catalog(language))
    return {table.id: table for table in made}


def rows(table: Table) -> list[dict[str, object]]:
    names = [column.id for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def test_streets_are_counted_and_stand_by_name(survey: Survey, office: Author) -> None:
    an_accepted_visit(survey, {**GOOD, "fibre/RES-07": "no"})
    accept(survey, office, a_signed_visit(survey, GOOD, code="RES-0002"))
    first, second = rows(tables(survey)["streets"])
    assert (first["street"], second["street"]) == ("大竹林街道", "礼嘉街道")
    assert (first["sites"], first["visited"], first["visits"]) == (2, 1, 1)
    assert (first["failed"], first["conforming"], first["open"]) == (1, 0, 1)
    assert (second["failed"], second["conforming"], second["open"]) == (0, 1, 0)


def test_nobody_is_ranked_or_named(survey: Survey) -> None:
    an_accepted_visit(survey, {**GOOD, "fibre/RES-07": "no"})
    said = str([table.rows for table in tables(survey).values()])
    assert "张三" not in said
    heads = [column.label for table in tables(survey).values() for column in table.columns]
    assert not [head for head in heads if "人员" in head or "排名" in head]


def test_a_closed_finding_is_counted_and_not_listed(survey: Survey, office: Author) -> None:
    an_accepted_visit(survey, {**GOOD, "fibre/RES-07": "no"})
    assert len(tables(survey)["findings"].rows) == 1
    accept(survey, office, a_signed_visit(survey, GOOD))
    found = tables(survey)
    assert found["findings"].rows == []
    assert rows(found["streets"])[0]["closed"] == 1


@pytest.mark.parametrize(("language", "title"), [("zh", "DCI"), ("en", "Data-centre interconnect")])
def test_tasks_speak_both_languages(language: Language, title: str, survey: Survey) -> None:
    found = rows(tables(survey, language)["tasks"])
    assert len(found) == 12
    assert title in str(found[3]["title"])


def test_every_indicator_has_its_row(survey: Survey) -> None:
    found = rows(tables(survey)["indicators"])
    assert [each["indicator"] for each in found] == [f"GC{n}" for n in range(1, 8)]
    assert [each["target"] for each in found] == [80, 25, 80, 12, 25, 25, 5]
