import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.expression import compile_expression
from fieldaudit.form_codes import FormCode
from tests.unit.form.xpath.evaluating import evaluate


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("boolean('false')", True),
        ("boolean(0)", False),
        ("boolean(/data/empty)", False),
        ("boolean(/data/age)", True),
        ("not(/data/empty)", True),
        ("not(/data/person)", False),
        ("boolean-from-string('TRUE')", True),
        ("boolean-from-string(1)", True),
        ("boolean-from-string('yes')", False),
        ("if(/data/age > 18, 'adult', 'child')", "adult"),
        ("if(/data/empty, 1, 'none')", "none"),
        ("if(true(), 'a', unit)", "a"),
        ("coalesce('', 'b')", "b"),
        ("coalesce(/data/zzz, 'b')", "b"),
        ("coalesce(0 div 0, '', 7)", "7"),
        ("coalesce('', '')", ""),
        ("checklist(1, 2, true(), 'x', false())", True),
        ("checklist(-1, 2, 1, 1, 1)", False),
        ("checklist(3, -1, /data/person/name)", True),
        ("checklist(1, 1, /data/empty, /data/age)", True),
        ("weighted-checklist(5, 5, true(), 5, false(), 9)", True),
        ("weighted-checklist(6, -1, true(), 5)", False),
        ("weighted-checklist(60, 60, /data/person/name, /data/person/age)", True),
    ],
)
def test_values(text: str, value: object) -> None:
    assert evaluate(text) == value


def test_only_the_chosen_branch_is_evaluated() -> None:
    assert evaluate("if(/data/age, 1, instance('missing'))") == 1.0


def test_once_keeps_the_old_answer() -> None:
    assert evaluate("once('new')", at="/data/age") == "42"
    assert evaluate("once('new')", at="/data/empty") == "new"


def test_weights_come_in_pairs() -> None:
    with pytest.raises(BadInput) as error:
        compile_expression("weighted-checklist(1, 2, true(), 1, false())")
    assert error.value.code is FormCode.XPATH_ARGUMENTS
