from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from fieldaudit.actions.indicators import Assessment
from fieldaudit.assess.indicators import indicators
from fieldaudit.assess.tasks import plan, task_states
from fieldaudit.cli.assessed import (
    assessment_json,
    day_of,
    indicator_lines,
    notes_of,
    task_json,
    task_lines,
)
from fieldaudit.cli.plain import plain
from fieldaudit.errors import BadInput, Code
from fieldaudit.texts import Catalog
from tests.kit.seen import a_seen, a_site, some_rules

CATALOG = Catalog("zh")


def some() -> Assessment:
    seen, rules = (a_seen({"RES-05": "3206", "RES-10": "3164"}),), some_rules()
    found = indicators(seen, sites=[a_site()], figures=(), rules=rules)
    return Assessment(found, rules, seen, (a_site(),), ())


def test_a_line_says_value_outcome_and_what_it_is_made_of() -> None:
    line = indicator_lines(some(), CATALOG)[0]
    assert (line.target, line.verified, line.verified_outcome) == ("80 %", "98.7", "达标")
    assert (line.reported, line.reported_outcome) == ("–", "没有数据")
    assert (line.made_of, line.unverified) == ("3,164 / 3,206 (1)", 0)


def test_a_document_holds_numbers_as_numbers() -> None:
    found: Any = plain(assessment_json(some(), "LJ2022", CATALOG), CATALOG)
    first = found["indicators"][0]
    assert first["verified"]["rows"][0]["numerator"] == 3164
    assert first["target"] == 80


def test_tasks_speak_the_language_and_are_whole_for_programs() -> None:
    states = task_states(plan(), some().indicators, "2022-09-30")
    assert task_lines(states, CATALOG)[0].outcomes == "GC2 没有数据 GC1 达标 GC5 没有数据"
    assert task_lines(states, Catalog("en"))[0].title.startswith("10G-PON")
    whole: Any = plain(task_json(states[2]), CATALOG)
    assert whole["status"] == "ongoing"


def test_notes_of_all_sides_are_gathered() -> None:
    one = some()
    codes = {note.code for note in notes_of(one)}
    assert codes == {Code.INDICATOR_TARIFF}
    assert notes_of(replace(one, indicators=())) == []


def test_a_day_is_iso() -> None:
    assert day_of("2022-07-31") == date(2022, 7, 31)
    with pytest.raises(BadInput):
        day_of("31/7")
