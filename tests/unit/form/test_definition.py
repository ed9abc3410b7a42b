"""The records of a form."""

import pytest

from fieldaudit.form.definition import Kind, Question
from tests.kit.forms import a_form

TABLE = """
| | type        | name | label::中文 (zh) | label::English (en) |
| | begin_group | g    | 组              | Group               |
| | text        | a-1  | 问              | Ask                 |
| | end_group   |      |                 |                     |
"""


def test_questions_are_found_by_path() -> None:
    form = a_form(TABLE)
    assert form.question("g/a-1").name == "a-1"
    with pytest.raises(KeyError):
        form.question("a-1")


def test_languages_are_found_by_code() -> None:
    form = a_form(TABLE)
    assert form.language("en") == "English (en)"
    assert form.language("fr") == form.languages[0]


def test_the_hash_tells_versions_apart() -> None:
    assert a_form(TABLE).hash == a_form(TABLE).hash
    assert a_form(TABLE).hash != a_form(TABLE.replace("问", "答")).hash


def test_a_name_is_the_last_step() -> None:
    assert Question("a", Kind.TEXT).name == "a"
    assert a_form(TABLE).root.name == ""
