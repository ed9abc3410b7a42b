from datetime import date

from fieldaudit.actions.export_findings import followed_up, indicators
from fieldaudit.store.survey import Survey
from fieldaudit.texts import Catalog
from tests.kit.office import an_accepted_visit

ZH = Catalog("zh")


def test_a_failed_item_of_an_accepted_visit_has_number_due_and_state(survey: Survey) -> None:
    visit = an_accepted_visit(survey, {"fibre/RES-26": "-31.0", "fibre/RES-07": "yes"})
    found = followed_up(survey, today=date(2022, 7, 9), catalog=ZH)
    (told,) = found.values()
    assert list(found) == [(visit, "fibre/RES-26")]
    assert told.number.startswith("RES-0001-RES-26-")
    assert (told.state, told.state_words, told.closed_on) == ("open", "待整改", "")


def test_the_indicators_are_those_of_the_report(survey: Survey) -> None:
    table = indicators(survey, ZH)
    assert (table.id, table.rows[0][0]) == ("indicators", "GC1")
