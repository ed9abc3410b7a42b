"""Carrying answers over from one version of a checklist to another."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.errors import BadInput
from fieldaudit.form.mapping import (
    CARRIED,
    Carried,
    FormMapping,
    Rule,
    carry,
    destination,
    read_mapping,
)
from fieldaudit.form_codes import FormCode
from tests.kit.forms import a_form

OLD = a_form("""
| survey |
| | type | name | label |
| | text | contact | C |
| | integer | height | H |
| | text | kind | K |
| | text | same | S |
| | text | dropped | D |
| | begin repeat | homes | R |
| | integer | speed | V |
| | text | note | N |
| | end repeat | | |
| settings |
| | form_id | version |
| | f | 1 |
""")
NEW = a_form("""
| survey |
| | type | name | label |
| | begin group | people | P |
| | text | who | W |
| | text | phone | T |
| | end group | | |
| | decimal | height_m | H |
| | text | type | K |
| | text | same | S |
| | begin repeat | units | R |
| | decimal | rate | V |
| | text | note | N |
| | end repeat | | |
| settings |
| | form_id | version |
| | f | 2 |
""")
RULES: list[dict[str, Any]] = [
    {"from": "contact", "to": ["people/who", "people/phone"], "split": ","},
    {"from": "height", "to": "height_m", "factor": "0.01"},
    {"from": "kind", "to": "type", "choices": {"villa": "detached", "flat": "storey"}},
    {"from": "homes/speed", "to": "units/rate", "factor": 8, "offset": "0.5"},
]


def carried(answers: dict[str, str], rules: list[dict[str, Any]] = RULES) -> Carried:
    written = json.dumps({"form": "f", "from": "1", "to": "2", "rules": rules}).encode()
    return carry(answers, read_mapping(written, "m.json"), OLD, NEW)


def test_renamed_split_converted_recoded() -> None:
    found = carried({"contact": "张三, 023", "height": "250", "kind": "villa other", "same": "x"})
    assert found.answers == {
        "people/who": "张三",
        f"people/who/{CARRIED}": "contact",
        "people/phone": "023",
        f"people/phone/{CARRIED}": "contact",
        "height_m": "2.5",
        f"height_m/{CARRIED}": "height",
        "type": "detached other",
        f"type/{CARRIED}": "kind",
        "same": "x",
    }
    assert found.moved == {"contact": "people/who", "height": "height_m", "kind": "type"}
    assert {note.code for note in found.notes} == {FormCode.CARRIED_CHANGED}


def test_instances_keep_their_ids() -> None:
    found = carried({"homes/u1/speed": "100", "homes/u1/speed/$state": "not_checked"})
    assert found.answers == {
        "units/u1/rate": "800.5",
        f"units/u1/rate/{CARRIED}": "homes/u1/speed",
        "units/u1/rate/$state": "not_checked",
    }


def test_unknown_answers_stay_and_are_told() -> None:
    found = carried({"dropped": "x", "never/heard/of": "y", "$status": "draft"})
    assert found.answers == {"dropped": "x", "never/heard/of": "y", "$status": "draft"}
    assert [(note.code, note.where) for note in found.notes] == [
        (FormCode.CARRIED_UNKNOWN, "dropped"),
        (FormCode.CARRIED_UNKNOWN, "never/heard/of"),
    ]


@pytest.mark.parametrize(
    ("answers", "rules"),
    [
        ({"contact": "no comma"}, RULES),
        ({"height": "high"}, RULES),
        ({"height": "Infinity"}, RULES),
        ({"kind": "villa"}, [{"from": "kind", "to": "height_m"}]),
        ({"homes/u1/speed": "1"}, [{"from": "homes/speed", "to": "height_m"}]),
        ({"height": "1"}, [{"from": "height", "to": "units/rate"}]),
    ],
)
def test_what_does_not_fit_stays_where_it_was(
    answers: dict[str, str], rules: list[dict[str, Any]]
) -> None:
    found = carried(answers, rules)
    assert found.answers == answers
    assert [note.code for note in found.notes] == [FormCode.CARRIED_UNFIT]
    assert found.moved == {}


HEAD = b'{"form": "f", "from": "1", "to": "2", "rules": '


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        HEAD + b'[{"from": "a"}]}',
        HEAD + b'[{"from": "a", "to": "b", "x": 1}]}',
        HEAD + b'[{"from": "a", "to": "b", "factor": "x"}]}',
        HEAD + b'[{"from": "a", "to": "b", "factor": "NaN"}]}',
        HEAD + b'[{"from": "a", "to": "c"}, {"from": "b", "to": "c"}]}',
        b"[" * 100_000,
        b" " * 2_000_000,
    ],
)
def test_rules_that_are_not_understood(data: bytes) -> None:
    with pytest.raises(BadInput) as caught:
        read_mapping(data, "m.json")
    assert caught.value.code is FormCode.FORM_MAPPING


PATHS = ("contact", "height", "kind", "same", "dropped", "homes/u1/speed", "homes/u2/note", "other")


@given(st.dictionaries(st.sampled_from(PATHS), st.text(min_size=1, max_size=12)))
def test_no_answer_is_ever_lost(answers: dict[str, str]) -> None:
    found = carried(answers)
    sources = {text for path, text in found.answers.items() if path.endswith(CARRIED)}
    for path, text in answers.items():
        kept = found.answers.get(path) == text
        blank = path in found.moved and not text.strip(" ,")
        assert kept or path in sources or blank


def test_where_photos_go() -> None:
    rules = read_mapping(HEAD + json.dumps(RULES).encode() + b"}", "m.json")
    assert destination("contact", rules, OLD, NEW) == "people/who"
    assert destination("homes/u1/speed", rules, OLD, NEW) == "units/u1/rate"
    assert destination("same", rules, OLD, NEW) == "same"


def test_a_name_alone_means_its_question() -> None:
    table = "| | type | name | label |\n| | begin group | {0} | G |\n| | text | {1} | A |\n"
    end = "| | end group | | |"
    old, new = a_form(table.format("g", "a") + end), a_form(table.format("h", "b") + end)
    rules = FormMapping("f", "1", "2", (Rule("a", ("b",)),))
    carried = carry({"g/a": "x"}, rules, old, new)
    assert carried.answers == {"h/b": "x", "h/b/$carried": "g/a"}
    assert destination("g/a", rules, old, new) == "h/b"
