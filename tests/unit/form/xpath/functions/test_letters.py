import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.form.xpath.functions.letters import HIGHEST, joined, named, others, shared

RANGES = st.lists(
    st.tuples(st.integers(0, 300), st.integers(0, 9)).map(lambda pair: (pair[0], sum(pair)))
).map(joined)


def members(ranges: tuple[tuple[int, int], ...]) -> set[int]:
    return {place for low, high in ranges for place in range(low, min(high, 400) + 1)}


@given(RANGES, RANGES)
def test_sets_join_and_meet(
    one: tuple[tuple[int, int], ...], two: tuple[tuple[int, int], ...]
) -> None:
    assert members(joined((*one, *two))) == members(one) | members(two)
    assert members(shared(one, two)) == members(one) & members(two)


@given(RANGES)
def test_others_are_all_that_are_not_in_it(ranges: tuple[tuple[int, int], ...]) -> None:
    assert not members(ranges) & members(others(ranges))
    assert others(others(ranges)) == ranges
    assert joined((*ranges, *others(ranges))) == ((0, HIGHEST),)


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("L", "aÄ中λ", "1_ -"),
        ("IsL", "a", "1"),
        ("Lu", "AÄ", "aä中"),
        ("gc=Nd", "1٣", "a½"),
        ("Alpha", "aZ", "ä1"),
        ("Punct", "!_~", "a "),
        ("Space", " \t\n", "a\u3000"),
        ("IsHan", "中〇", "aか"),
        ("IsIdeographic", "中", "a"),
        ("IsGreek", "λ", "a"),
        ("script=Cyrillic", "ж", "a"),
        ("InGreek", "λ", "a"),
        ("InCJK_Unified_Ideographs", "中", "か"),
        ("IsAlphabetic", "aä中", "1"),
        ("IsWhite_Space", " \u3000", "a"),
        ("javaLowerCase", "aä", "AÄ"),
    ],
)
def test_properties(name: str, inside: str, outside: str) -> None:
    ranges = named(name)

    def holds(letter: str) -> bool:
        return any(low <= ord(letter) <= high for low, high in ranges)

    assert all(map(holds, inside))
    assert not any(map(holds, outside))


@pytest.mark.parametrize("name", ["Foo", "IsFoo", "InFoo", "", "gc=Foo"])
def test_other_names_are_unknown(name: str) -> None:
    with pytest.raises(KeyError):
        named(name)
