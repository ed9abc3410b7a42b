"""Choices that come from the survey."""

from fieldaudit.form.supplied import STREETS, asks_streets, streets_file, supplied_lists
from tests.kit.forms import a_form, an_instance

TABLE = """
| survey |
| | type | name | label::中文 (zh) | label::English (en) | appearance |
| | select_one s | street | 街道 | Street | survey-streets |
| | select_one s | other | 其他 | Other | |
| choices |
| | list_name | name | label::中文 (zh) | label::English (en) |
| | s | 01 | 鸳鸯 | Yuanyang |
"""
FORM = a_form(TABLE.replace("| | select_one s | other | 其他 | Other | |\n", ""))


def test_the_survey_streets_stand_in_for_the_list_of_the_form() -> None:
    live = an_instance(
        FORM, attachments={STREETS: streets_file({"S01": "解放碑", "S02": "江北城"})}
    )
    found = [(choice.value, dict(choice.label)) for choice in live.choices("street")]
    both = dict.fromkeys(FORM.languages, "解放碑")
    assert found[0] == ("S01", both)
    assert [value for value, _ in found] == ["S01", "S02"]
    live.set("street", "S02")
    assert live.state("street").value == "S02"


def test_an_answer_from_elsewhere_stays() -> None:
    files = {STREETS: streets_file({"S01": "解放碑"})}
    assert an_instance(FORM, {"street": "01"}, attachments=files).state("street").value == "01"


def test_without_streets_the_form_offers_its_own() -> None:
    assert [choice.value for choice in an_instance(FORM).choices("street")] == ["01"]
    assert supplied_lists(FORM, {}) == {}


def test_forms_that_do_not_ask() -> None:
    assert asks_streets(FORM)
    assert not asks_streets(a_form("| | type | name | label |\n| | text | a | A |\n"))
