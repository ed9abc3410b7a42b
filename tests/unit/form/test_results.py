"""What the result of an expression means to a form."""

import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.results import LONGEST, answer_of, holds
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.expression import compile_expression
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form_codes import FormCode
from tests.kit.forms import an_instance


@pytest.mark.parametrize(
    ("expression", "type_", "text"),
    [
        ("1 = 1", "string", "1"),
        ("1 = 2", "int", "0"),
        ("7 div 2", "int", "3"),
        ("7 div 2", "decimal", "3.5"),
        ("number('x')", "string", ""),
        ("concat('a', 'b')", "string", "ab"),
        (".", "string", "here"),
    ],
)
def test_answers(expression: str, type_: str, text: str) -> None:
    context = Context(Node("a", "here"))
    assert answer_of(compile_expression(expression), context, type_) == text


@pytest.mark.parametrize(
    ("expression", "held"),
    [("1", True), ("0", False), ("number('x')", False), ("'x'", True), ("''", False), (".", True)],
)
def test_rules(expression: str, held: bool) -> None:
    assert holds(compile_expression(expression), Context(Node("a", "here"))) is held


def test_a_rule_may_be_just_a_question() -> None:
    instance = an_instance(
        """
        | | type      | name | label | calculation | relevant |
        | | integer   | n    | N     |             |          |
        | | text      | t    | T     |             |          |
        | | calculate | c    |       | ${n} > 5    |          |
        | | text      | byn  | A     |             | ${n}     |
        | | text      | byt  | B     |             | ${t}     |
        | | text      | byc  | C     |             | ${c}     |
        """
    )

    def shown() -> list[str]:
        return [name for name in ("byn", "byt", "byc") if instance.state(name).relevant]

    assert shown() == []
    instance.set("n", "0")
    instance.set("t", "0")
    assert shown() == ["byt"]
    instance.set("n", "7")
    assert shown() == ["byn", "byt", "byc"]


def test_an_answer_has_a_length_that_a_file_can_hold() -> None:
    context = Context(Node("a", "x" * (LONGEST // 2 + 1)))
    with pytest.raises(BadInput) as caught:
        answer_of(compile_expression("concat(., .)"), context, "string")
    assert caught.value.code is FormCode.XPATH_TEXT_LENGTH
