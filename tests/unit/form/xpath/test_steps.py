import pytest

from tests.unit.form.xpath.evaluating import evaluate, texts

XML = "<r><a><b>1</b><b>2</b></a><a><b>3</b><a><b>4</b></a></a></r>"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("//b", ["1", "2", "3", "4"]),
        ("//b[1]", ["1", "3", "4"]),
        ("//b[. > 1]", ["2", "3", "4"]),
        ("/descendant::b[1]", ["1"]),
        ("//a/b", ["1", "2", "3", "4"]),
        ("//a//b", ["1", "2", "3", "4"]),
        ("//b/..", ["12", "34", "4"]),
        ("//b/ancestor::a[1]/b[1]", ["1", "3", "4"]),
        ("//b[. = 4]/ancestor::a", ["34", "4"]),
        ("//b[. = 4]/preceding::b", ["1", "2", "3"]),
        ("//b[. = 4]/preceding::b[1]", ["3"]),
        ("//b[. = 2]/preceding-sibling::b", ["1"]),
        ("a/b/following-sibling::*", ["2", "4"]),
        ("a/self::a/b", ["1", "2", "3"]),
        ("a/node()/text()", ["1", "2", "3"]),
        ("zzz/b", []),
    ],
)
def test_results_are_in_document_order_and_once(path: str, expected: list[str]) -> None:
    assert texts(path, XML) == expected


def test_attributes() -> None:
    assert texts("//@k", '<r k="1"><a k="2"/></r>') == ["1", "2"]
    assert evaluate("count(//@*)", '<r k="1"><a j="2"/></r>') == 2.0
