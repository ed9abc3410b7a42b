"""References and relative paths."""

import pytest

from fieldaudit.form.references import ancestors, parent, resolve, without_predicates


@pytest.mark.parametrize(
    ("reference", "base", "path"),
    [
        ("/data/g/a", "", "g/a"),
        (" /data/r[position() = 1]/a ", "", "r/a"),
        ("../a", "g/b", "g/a"),
        ("current()/../a", "g/b", "g/a"),
        (".", "g/b", "g/b"),
        ("a", "g", "g/a"),
        ("/data", "", ""),
        ("../../..", "a", ""),
    ],
)
def test_resolve(reference: str, base: str, path: str) -> None:
    assert resolve(reference, base) == path


def test_nested_predicates_are_dropped() -> None:
    assert without_predicates("/a[b[c]/d = 1]/e[1]") == "/a/e"
    assert without_predicates("a[b") == "a[b"


def test_ancestors() -> None:
    assert ancestors("a/b") == ["a/b", "a", ""]
    assert parent("a") == ""
