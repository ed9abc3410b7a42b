import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.expression import compile_expression
from tests.unit.form.xpath.evaluating import evaluate, texts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 and 'a' and /data/age", True),
        ("1 and '' and /data/age", False),
        ("0 or '' or /data/age", True),
        ("0 or /data/empty", False),
        ("/data/empty or /data/age", True),
        ("/data/age and /data/empty", False),
        ("/data/person and true()", True),
    ],
)
def test_chains(text: str, value: bool) -> None:
    assert evaluate(text) is value


@pytest.mark.parametrize("text", ["false() and unknown()", "1 or unknown()", "0 and unknown() + 1"])
def test_behind_a_constant_that_decides_nothing_is_looked_at(text: str) -> None:
    assert isinstance(evaluate(text), bool)


def test_otherwise_everything_is() -> None:
    with pytest.raises(BadInput):
        compile_expression("/data/age and unknown()")


def test_what_decides_ends_the_evaluation() -> None:
    assert evaluate("/data/age or instance('missing')") is True
    assert evaluate("/data/empty and instance('missing')") is False
    assert evaluate("/data/age = 42 and /data/name and 0 and instance('missing')") is False


def test_a_union_is_in_document_order() -> None:
    assert texts("/data/person/name | /data/name | /data/name") == ["铁塔", "甲", "乙", "丙"]
    with pytest.raises(BadInput):
        compile_expression("/data/a | 'b'")
