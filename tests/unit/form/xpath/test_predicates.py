import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.compile import _Compiler
from fieldaudit.form.xpath.grammar import parse
from fieldaudit.form.xpath.predicates import asks_position, parts, spread
from fieldaudit.form.xpath.syntax import PathTree
from fieldaudit.form_codes import FormCode
from tests.unit.form.xpath.evaluating import evaluate, texts


@pytest.mark.parametrize(
    ("predicate", "names"),
    [
        ("[1]", ["甲"]),
        ("[4]", []),
        ("[0]", []),
        ("[1.5]", []),
        ("[-1]", []),
        ("[1 div 0]", []),
        ("[last()]", ["丙"]),
        ("[position() > 1]", ["乙", "丙"]),
        ("[age > 15]", ["甲", "乙"]),
        ("[age > 15][2]", ["乙"]),
        ("[age = 20 or position() = last()]", ["乙", "丙"]),
        ("[age]", ["甲", "乙", "丙"]),
        ("['']", []),
        ("[count(../person)]", ["丙"]),
        ("[if(true(), 2, 3)]", ["乙"]),
        ("[if(age > 15, true(), 3)]", ["甲", "乙", "丙"]),
    ],
)
def test_which_remain(predicate: str, names: list[str]) -> None:
    assert texts(f"/data/person{predicate}/name") == names


def test_a_filter_counts_over_the_whole_list() -> None:
    assert texts("(/data/person/name | /data/name)[2]") == ["甲"]


def test_positions_outside_come_back() -> None:
    assert evaluate("count(/data/person[position() = 2]) + position()", position=5) == 6.0


def test_a_nested_predicate_has_its_own_position() -> None:
    assert texts("/data/person[name[position() = 1] = '乙' and position() = 2]/age") == ["20"]


def test_long_lists_are_filtered_in_stretches_and_end() -> None:
    xml = "<r>" + "<a>1</a>" * 600 + "</r>"
    assert evaluate("count(a[. = 1])", xml) == 600.0
    with pytest.raises(BadInput) as error:
        evaluate("count(//a[count(//a[. = 1]) > 0])", xml, budget=50_000)
    assert error.value.code is FormCode.XPATH_BUDGET


def test_only_the_own_context_counts_as_asking() -> None:
    assert asks_position(parse("1 + -position()"))
    assert asks_position(parse("not(a or last() = 1)"))
    assert not asks_position(parse("../a[position() = 1]"))
    assert not asks_position(parse("position(..)"))
    assert len(parts(parse("(a)[1]"))) == 1


def test_conditions_joined_by_and_stand_for_themselves_unless_they_know_places() -> None:
    def spread_of(text: str) -> int:
        tree = parse(f"item[{text}]")
        assert isinstance(tree, PathTree)
        return len(spread(tree.steps[0].predicates, _Compiler({}).compile))

    assert spread_of("a = 1 and b = 2 and not(c)") == 3
    assert spread_of("a = 1 or b = 2") == 1
    assert spread_of("a = 1 and position() = 2") == 1
    assert spread_of("a and b = 1") == 1
