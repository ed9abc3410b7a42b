import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.functions.patterns import LONGEST_PATTERN, matches_whole
from fieldaudit.form_codes import FormCode


@pytest.mark.parametrize(
    ("text", "pattern", "fits"),
    [
        ("12345", "[0-9]{5}", True),
        ("123456", "[0-9]{5}", False),
        ("13800138000", r"^1[3-9]\d{9}$", True),
        ("铁塔", "[\u4e00-\u9fa5]+", True),
        ("铁塔", ".+", True),
        ("铁塔", r"\w+", False),
        ("a.b@example.cn", r"[a-z0-9._-]+@([a-z0-9-]+\.)+[a-z]{2,}", True),
        ("ab", r"(?=a)ab", True),
        ("", "", True),
    ],
)
def test_the_whole_text_must_fit(text: str, pattern: str, fits: bool) -> None:
    assert matches_whole(text, pattern) is fits


@pytest.mark.parametrize(
    "pattern", ["(a+)+b", "(a|aa)+b", "a*a*a*a*a*b", "(a?){40}b", "a?" * 40 + "b", "((a*)b?)*c"]
)
def test_patterns_that_explode_elsewhere_end_here(pattern: str) -> None:
    assert matches_whole("a" * 500, pattern) is False


@pytest.mark.parametrize("pattern", ["(", "[a", "a" * (LONGEST_PATTERN + 1), r"\p{Nonsense}", "*"])
def test_what_cannot_be_read_is_named(pattern: str) -> None:
    with pytest.raises(BadInput) as error:
        matches_whole("a", pattern)
    assert error.value.code is FormCode.XPATH_PATTERN


def test_what_may_take_for_ever_and_no_automaton_knows_is_refused() -> None:
    assert matches_whole("aab", r"((a)\2)+b") is True
    with pytest.raises(BadInput):
        matches_whole("a" * 100, r"((a+)\2)+b")


@pytest.mark.parametrize(
    ("text", "pattern", "fits"),
    [
        ("É", "(?i)é", False),
        ("É", "(?iu)é", True),
        ("AB", "(?u)AB", True),
        ("甲a", r"\p{IsHan}\p{Lower}", True),
        ("x" * 300, r"(\p{Ll}+)+", True),
    ],
)
def test_the_dialect_is_that_of_java(text: str, pattern: str, fits: bool) -> None:
    assert matches_whole(text, pattern) is fits
