import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.context import Context
from fieldaudit.form.xpath.expression import compile_expression
from fieldaudit.form.xpath.tree import Node
from fieldaudit.form_codes import FormCode
from tests.unit.form.xpath.evaluating import evaluate


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("concat('a', 1, true())", "a1true"),
        ("concat(/data/person/name)", "甲乙丙"),
        ("concat()", ""),
        ("join(', ', /data/person/name, 'x')", "甲, 乙, 丙, x"),
        ("join(',')", ""),
        ("substr('hello', 1)", "ello"),
        ("substr('hello', 1, 3)", "el"),
        ("substr('hello', -3)", "llo"),
        ("substr('hello', 0, -1)", "hell"),
        ("substr('hello', 3, 1)", ""),
        ("substr('hello', 1.7)", "ello"),
        ("substr('hello', -99, 99)", "hello"),
        ("substr('hello', 0 div 0)", "hello"),
        ("substring('12345', 2, 3)", "234"),
        ("substring('12345', 1.5, 2.6)", "234"),
        ("substring('12345', 0, 3)", "12"),
        ("substring('12345', 0 div 0, 3)", ""),
        ("substring('12345', 2)", "2345"),
        ("substring('12345', -1 div 0)", "12345"),
        ("substring('12345', -1 div 0, 1 div 0)", ""),
        ("substring-before('1999/04/01', '/')", "1999"),
        ("substring-before('a', '/')", ""),
        ("substring-before('a', '')", ""),
        ("substring-after('1999/04/01', '/')", "04/01"),
        ("substring-after('a', '')", "a"),
        ("translate('bar', 'abc', 'AB')", "BAr"),
        ("translate('aa', 'aa', 'xy')", "xx"),
        ("normalize-space('  a   b ')", "a b"),
        ("string(1.50)", "1.5"),
        ("string-length('铁塔')", 2.0),
        ("contains('abc', 'b')", True),
        ("starts-with('abc', 'b')", False),
        ("ends-with('abc', 'c')", True),
        ("regex('12345', '[0-9]+')", True),
        ("regex('12345x', '[0-9]+')", False),
    ],
)
def test_texts(text: str, value: object) -> None:
    assert evaluate(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("string()", "42"), ("string-length()", 2.0), ("normalize-space()", "42")],
)
def test_the_node_itself_when_nothing_is_given(text: str, value: object) -> None:
    assert evaluate(text, at="/data/age") == value


@pytest.mark.parametrize("work", ["concat", "join"])
def test_few_texts_cannot_make_more_than_the_memory_holds(work: str) -> None:
    context = Context(Node("a", "x" * 1_000_000))
    with pytest.raises(BadInput) as caught:
        compile_expression(f"{work}({', '.join(['.'] * 11)})").string(context)
    assert caught.value.code is FormCode.XPATH_TEXT_LENGTH
