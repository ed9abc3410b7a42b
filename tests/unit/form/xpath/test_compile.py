import pytest

from fieldaudit.errors import BadInput, Code
from fieldaudit.form.xpath.code import Type
from fieldaudit.form.xpath.compile import compile_tree
from fieldaudit.form.xpath.grammar import parse
from fieldaudit.form_codes import FormCode
from tests.unit.form.xpath.evaluating import evaluate


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("'a'", Type.TEXT),
        ("1 + 1", Type.NUMBER),
        ("-a", Type.NUMBER),
        ("a = b", Type.TRUTH),
        ("a or b", Type.TRUTH),
        ("a | b", Type.NODES),
        ("/a", Type.NODES),
        ("(a)[1]", Type.NODES),
        ("today()", Type.MOMENT),
        ("if(a, 1, 'b')", Type.ANY),
        ("if(a, 1, 2)", Type.NUMBER),
    ],
)
def test_types_are_known_beforehand(text: str, kind: Type) -> None:
    assert compile_tree(parse(text), {}).type is kind


def test_deeply_nested_predicates_compile_quickly() -> None:
    text = "a" + "[b" * 40 + "]" * 40
    assert compile_tree(parse(text), {}).type is Type.NODES
    assert evaluate("count(" + "//*[" * 3 + "true()" + "]" * 3 + ")") == 15.0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("unknown(1)", FormCode.XPATH_UNKNOWN_FUNCTION),
        ("substr('a')", FormCode.XPATH_ARGUMENTS),
        ("count('a')", FormCode.XPATH_NOT_NODES),
        ("x:a", FormCode.XPATH_UNKNOWN_PREFIX),
        ("'a'[1]", FormCode.XPATH_NOT_NODES),
    ],
)
def test_what_cannot_work_is_found_beforehand(text: str, code: Code) -> None:
    with pytest.raises(BadInput) as error:
        compile_tree(parse(text), {})
    assert error.value.code is code
