"""The bundled thresholds are complete, traceable and honest about what is not confirmed."""

import re

from tests.forms.checklists import thresholds

UNCONFIRMED = ("P1.rsrp", "P6.low", "P8.loss", "P11.pole_ohm", "P14.street_along", "P15.cover")


def test_holds_every_standard_value() -> None:
    groups = {entry.name.partition(".")[0] for entry in thresholds().entries}
    assert {f"P{number}" for number in range(1, 20)} <= groups
    assert {f"GC{number}" for number in range(1, 8)} <= groups


def test_names_title_and_source_of_each() -> None:
    lacking = [
        entry.name
        for entry in thresholds().entries
        if not (entry.source and entry.title.get("zh") and entry.title.get("en") and entry.value)
    ]
    assert lacking == []


def test_tells_what_a_person_must_still_confirm() -> None:
    confirmed = {entry.name: entry.confirmed for entry in thresholds().entries}
    assert [name for name in UNCONFIRMED if confirmed[name]] == []
    assert all(confirmed[f"GC{number}.target"] for number in range(1, 8))
    assert confirmed["P3.dl"]
    assert confirmed["P12.power"]


def test_holds_the_verdict_and_the_choices_of_definition() -> None:
    values = thresholds().values()
    assert values["verdict.major_fails"] == "3"
    assert [values[f"due.{each}"] for each in ("critical", "major", "minor")] == ["3", "15", "30"]
    assert values["GC1.numerator"] == "union"
    assert values["GC3.reached"] == "any_operator"
    assert values["GC4.shared"] == "once"


def test_sources_and_units_are_there_in_english() -> None:
    chinese = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
    entries = thresholds().entries
    said = [(each.source_en or each.source, each.unit_en or each.unit) for each in entries]
    assert not [pair for pair in said if chinese.search("".join(pair))]
