import pytest

from tests.unit.form.xpath.evaluating import evaluate

XML = '<r xmlns:x="urn:x" xml:lang="en-GB"><x:a x:k="1">t</x:a><b xml:lang="zh">u</b><!--c--></r>'


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("name()", "r"),
        ("name(*)", "x:a"),
        ("local-name(*)", "a"),
        ("namespace-uri(*)", "urn:x"),
        ("name(*/@*)", "x:k"),
        ("namespace-uri(b)", ""),
        ("name(comment())", ""),
        ("name(zzz)", ""),
        ("lang('en')", True),
        ("lang('EN-gb')", True),
        ("lang('e')", False),
        ("count(//*[lang('zh')])", 1.0),
    ],
)
def test_values(text: str, value: object) -> None:
    assert evaluate(text, XML) == value


def test_no_language_at_all() -> None:
    assert evaluate("lang('en')", "<r/>") is False
