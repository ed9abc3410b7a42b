import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.code import Type, constant
from fieldaudit.form.xpath.functions.registry import MANY, Function, Site, simple
from fieldaudit.form_codes import FormCode
from tests.unit.form.xpath.evaluating import a_context

SITE = Site("f", 3)
CONTEXT = a_context()


def call(function: Function, *arguments: str | float) -> object:
    piece = function.build(SITE, tuple(constant(argument) for argument in arguments))
    return piece.run(CONTEXT.node, CONTEXT)


def test_arguments_come_in_the_type_that_is_wanted() -> None:
    assert call(simple("t", Type.TEXT, repr), 1.0) == "'1'"
    assert call(simple("n", Type.TEXT, repr), "1") == "1.0"
    assert call(simple("b", Type.TEXT, repr), "x") == "True"
    assert call(simple("tn", Type.TEXT, lambda a, b: f"{a}{b}"), 1.0, "2") == "12.0"
    assert call(simple("ttt", Type.TEXT, lambda *all_: "".join(all_)), "a", "b", 1.0) == "ab1"


def test_the_last_argument_may_repeat_and_the_context_come_first() -> None:
    function = simple("@tn*", Type.ANY, lambda *given: given)
    assert (function.least, function.most) == (1, MANY)
    assert call(function, "a", "1", "2") == (CONTEXT, "a", 1.0, 2.0)


@pytest.mark.parametrize("count", [0, 3, 4])
def test_wrong_numbers_of_arguments(count: int) -> None:
    function = simple("tt", Type.TEXT, str, least=1)
    with pytest.raises(BadInput) as error:
        function.check(SITE, count)
    assert error.value.code is FormCode.XPATH_ARGUMENTS
    assert error.value.params == {"function": "f", "count": count, "position": 3}


def test_pairs_are_counted_beyond_the_least() -> None:
    function = Function(3, MANY, lambda site, pieces: constant(1.0), pairs=True)
    function.check(SITE, 5)
    with pytest.raises(BadInput):
        function.check(SITE, 4)
