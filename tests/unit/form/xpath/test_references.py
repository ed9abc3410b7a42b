import pytest

from fieldaudit.form.xpath.references import Path, References, matches


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (Path(("data", "a"), absolute=True), "/data/a"),
        (Path(("..", "a"), absolute=False), "/data/person/a"),
        (Path((), absolute=False), "/data/person/name"),
        (Path(("..",) * 9, absolute=False), "/"),
    ],
)
def test_paths_are_resolved_at_a_question(path: Path, expected: str) -> None:
    assert path.resolve("/data/person/name") == expected
    assert References(paths=frozenset([path])).resolve("/data/person/name") == {expected}


@pytest.mark.parametrize(
    ("pattern", "path", "covered"),
    [
        ("/data/a", "/data/a", True),
        ("/data/a", "/data/b", False),
        ("/data/*", "/data/b", True),
        ("/data/*", "/data/b/c", False),
        ("/**/c", "/data/b/c", True),
        ("/**/c", "/c", True),
        ("/data/**", "/data", True),
        ("/data/**/x", "/data/a/b/y", False),
        ("/data/a", "/data", False),
    ],
)
def test_patterns(pattern: str, path: str, covered: bool) -> None:
    assert matches(pattern, path) is covered
