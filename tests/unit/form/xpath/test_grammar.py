import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.grammar import parse
from fieldaudit.form.xpath.syntax import (
    Call,
    Chain,
    Filter,
    KindTest,
    Literal,
    Negation,
    Number,
    Operation,
    PathTree,
)
from fieldaudit.form_codes import FormCode


def test_products_bind_before_sums_and_sums_before_comparisons() -> None:
    tree = parse("1 + 2 * 3 < 4")
    assert tree == Operation(
        "<",
        Operation("+", Number(1), Operation("*", Number(2), Number(3))),
        Number(4),
    )


def test_equal_operators_group_from_the_left() -> None:
    assert parse("3 - 2 - 1") == Operation("-", Operation("-", Number(3), Number(2)), Number(1))


def test_and_binds_before_or_and_chains_are_flat() -> None:
    tree = parse("1 or 2 and 3 or 4")
    assert isinstance(tree, Chain)
    assert [type(part) for part in tree.parts] == [Number, Chain, Number]


def test_minus_signs_cancel_in_pairs() -> None:
    assert parse("-1") == Negation(Number(1))
    assert parse("---1") == Negation(Number(1))
    assert parse("--1") == Negation(Negation(Number(1)))


@pytest.mark.parametrize("text", ["/", "//a", ".", "..", "@a", "a/b[1][2]", "a/.//b", "x:*", "*"])
def test_paths(text: str) -> None:
    assert isinstance(parse(text), PathTree)


def test_a_path_may_begin_with_an_expression() -> None:
    tree = parse("instance('x')/root/item[name = 'a']")
    assert isinstance(tree, PathTree)
    assert tree.start == Call("instance", (Literal("x"),), 0)
    assert isinstance(parse("(a)[1]"), Filter)


def test_node_types_are_no_functions() -> None:
    tree = parse("processing-instruction('t')")
    assert isinstance(tree, PathTree)
    assert tree.steps[0].test == KindTest("processing-instruction", "t")


@pytest.mark.parametrize(
    "text",
    ["", "1 +", "a b", "(1", "a[", "a]", "f(1,", "/ /", "a/", "1 OR 1", "bad::a", "text('x')", "!"],
)
def test_what_is_wrong_is_named_with_its_place(text: str) -> None:
    with pytest.raises(BadInput) as error:
        parse(text)
    assert error.value.code is FormCode.XPATH_SYNTAX
    assert 0 <= int(str(error.value.params["position"])) <= len(text)


def test_variables_are_refused() -> None:
    with pytest.raises(BadInput) as error:
        parse("$a + 1")
    assert error.value.code is FormCode.XPATH_VARIABLE


@pytest.mark.parametrize(
    "text",
    [
        "(" * 5_000 + "1" + ")" * 5_000,
        "a[" * 5_000,
        "f(" * 5_000,
        "1" + "+1" * 5_000,
        "not(" * 3_000 + "1",
    ],
)
def test_hostile_nesting_is_refused(text: str) -> None:
    with pytest.raises(BadInput) as error:
        parse(text)
    assert error.value.code is FormCode.XPATH_TOO_DEEP


def test_long_chains_and_many_signs_are_fine() -> None:
    assert isinstance(parse(" or ".join(["a"] * 2_000)), Chain)
    assert parse("-" * 5_001 + "1") == Negation(Number(1))


@given(st.text("ab1()[]/.*+-=<>!|@,:'\"$ andorivm", max_size=60))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    assert sys.getrecursionlimit() >= 1_000
    try:
        parse(text)
    except BadInput as error:
        assert error.code.name.startswith("XPATH_")  # noqa: PT017 - both ends are right
