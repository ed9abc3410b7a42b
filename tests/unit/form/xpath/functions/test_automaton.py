import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldaudit.form.xpath.functions.automaton import Automaton, NotRegular

ATOMS = st.sampled_from(["a", "b", ".", "[ab]", "[^a]", r"\d", r"\.", "^", "$"])


def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    counts = st.sampled_from(["*", "+", "?", "{2}", "{1,2}", "{2,}", "*?"])
    return st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        st.tuples(inner, counts).map(lambda pair: f"({pair[0]}){pair[1]}"),
    )


@given(st.recursive(ATOMS, grown, max_leaves=6), st.text("ab.1", max_size=6))
def test_it_agrees_with_backtracking(pattern: str, text: str) -> None:
    expected = re.fullmatch(pattern, text, re.ASCII) is not None
    assert Automaton(pattern).fits(text) is expected


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("(a+)+b", "a" * 3_000, False),
        ("(a|a)*", "a" * 3_000, True),
        ("(.*)(.*)(.*)(.*)x", "a" * 3_000, False),
        ("([a-z]+\\.)+cn", "www.example.cn", True),
        ("", "", True),
        ("{a", "{a", True),
        ("[]a]+", "]a]", True),
    ],
)
def test_hard_patterns_end(pattern: str, text: str, fits: bool) -> None:
    assert Automaton(pattern).fits(text) is fits


@pytest.mark.parametrize("pattern", [r"(a)\1", "(?=a)a", r"\ba", "(?i)a", "a{5000}{9}", "a++", ")"])
def test_what_no_automaton_can_say(pattern: str) -> None:
    with pytest.raises(NotRegular):
        Automaton(pattern)
