import re

import pytest

from fieldaudit.form.xpath.functions.dialect import UnknownSyntax, to_python


@pytest.mark.parametrize(
    "pattern", [r"[a-z]+\d{1,3}", "a|b", r"\w+\.\w*?", "[^abc]", r"[\w.-]+", "(?:x)", "a++", ""]
)
def test_what_both_know_stays_as_it_is(pattern: str) -> None:
    assert to_python(pattern) == pattern


@pytest.mark.parametrize(
    ("pattern", "fitting", "others"),
    [
        (r"\Qa.b\E+", ["a.b", "a.bb"], ["axb"]),
        (r"\Qa.b", ["a.b"], ["axb"]),
        (r"[a-z&&[^b]]", ["a", "c"], ["b", "1"]),
        (r"[a-f&&[c-z]&&[^d]]", ["c", "e"], ["a", "d", "z"]),
        (r"[^a-z&&[b-c]]", ["a", "z", "1"], ["b", "c"]),
        (r"[a[0-9]]", ["a", "5"], ["b", "["]),
        (r"[\p{Lu}_]", ["A", "_"], ["a"]),
        (r"[\Qa]\E]", ["a", "]"], ["Q"]),
        (r"\p{L}\P{L}", ["a1", "中-"], ["aa"]),
        (r"\pL", ["a"], ["1"]),
        (r"\x{1F600}\x41", ["\U0001f600A"], ["1F600"]),
        ("[\\u4e00-\\u9fa5]", ["中"], ["a"]),
        (r"\0101", ["A"], ["0101"]),
        (r"(?<n>a)\k<n>", ["aa"], ["ab"]),
        (r"a\hb", ["a b", "a\u3000b"], ["a\nb"]),
        (r"\v", ["\n"], [" "]),
        (r"\V\H", ["ab"], ["\nb", "a "]),
        (r"a\R", ["a\n", "a\r\n"], ["a"]),
        (r"\Aa\z", ["a"], ["a\n"]),
        (r"[\w&&[^\d]]", ["a", "_"], ["1"]),
        (r"[a-]", ["a", "-"], ["b"]),
        (r"[\t\-x]", ["\t", "-", "x"], ["t"]),
        (r"[a&&b]", [], ["a", "b"]),
    ],
)
def test_what_java_writes_otherwise(pattern: str, fitting: list[str], others: list[str]) -> None:
    made = re.compile(to_python(pattern), re.ASCII)
    assert [text for text in fitting if not made.fullmatch(text)] == []
    assert [text for text in others if made.fullmatch(text)] == []


@pytest.mark.parametrize(
    "pattern",
    ["[a", "a{,2}", "a(?#note)", r"\p{Nonsense}", r"\p", r"[\y&&a]", "[z-a]", r"[a-\d]", "[a[b]"],
)
def test_what_java_refuses_or_is_not_known_here(pattern: str) -> None:
    with pytest.raises(UnknownSyntax):
        to_python(pattern)
