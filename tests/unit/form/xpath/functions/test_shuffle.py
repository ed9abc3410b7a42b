import re

from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.form.xpath.functions.shuffle import shuffled
from fieldaudit.form.xpath.tree import Node
from tests.unit.form.xpath.evaluating import evaluate, hooks, texts

SIX = "<r>" + "".join(f"<a>{letter}</a>" for letter in "ABCDEF") + "</r>"


def test_a_seed_fixes_the_order_as_in_other_engines() -> None:
    assert "".join(texts("randomize(a, 42)", SIX)) == "AFCBDE"
    assert "".join(texts("randomize(a, 1)", SIX)) == "BFEACD"
    assert "".join(texts("randomize(a, 11111111)", SIX)) == "ACDBFE"
    assert "".join(texts("randomize(a, -42)", SIX)) == "EDAFBC"
    assert "".join(texts("randomize(a, 5989458117437254)", SIX)) == "ACBEDF"
    assert "".join(texts("randomize(a, 1 div 0)", SIX)) == "CBEAFD"
    assert "".join(texts("randomize(a, '')", SIX)) == "CBEAFD"


def test_any_value_is_a_seed() -> None:
    for seed in ("'text'", "-42", "1.9", "today()", "1 div 0", "''", "../zzz", "true()"):
        twice = [texts(f"randomize(a, {seed})", SIX) for _ in range(2)]
        assert twice[0] == twice[1]
        assert sorted(twice[0]) == list("ABCDEF")


def test_without_a_seed_chance_decides() -> None:
    assert "".join(texts("randomize(a)", SIX, hooks=hooks(random=0.0))) == "FABCDE"
    assert evaluate("random()", hooks=hooks(random=0.25)) == 0.25


def test_the_order_is_kept_for_predicates() -> None:
    assert texts("randomize(a, 42)[2]", SIX) == ["F"]


@given(st.lists(st.integers()), st.floats(0, 0.999))
def test_nothing_is_lost(numbers: list[int], chance: float) -> None:
    nodes = [Node("a", str(number)) for number in numbers]
    order = shuffled(nodes, lambda: chance)
    assert sorted(map(id, order)) == sorted(map(id, nodes))


def test_identifiers() -> None:
    assert re.fullmatch(
        r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f-]{16}", str(evaluate("uuid()"))
    )
    assert re.fullmatch("[0-9a-f]{7}", str(evaluate("uuid(7)")))
    assert evaluate("uuid(0)") == evaluate("uuid('a')") == ""
    assert len(str(evaluate("uuid(1000000)"))) == 1_000
