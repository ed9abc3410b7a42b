import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.expression import compile_expression
from fieldaudit.form.xpath.nametests import compile_test, namespace_of
from fieldaudit.form.xpath.syntax import KindTest, NameTest
from fieldaudit.form_codes import FormCode
from tests.unit.form.xpath.evaluating import a_context, texts

XML = (
    '<r xmlns:x="urn:x"><a>1</a><x:a>2</x:a><a xmlns="urn:y">3</a>'
    '<a xmlns="http://www.w3.org/2002/xforms">4</a><!--5--><?p 6?></r>'
)


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("a", ["1", "4"]),
        ("self::r/a", ["1", "4"]),
        ("x:a", ["2"]),
        ("x:*", ["2"]),
        ("*", ["1", "2", "3", "4"]),
        ("comment()", ["5"]),
        ("processing-instruction('p')", ["6"]),
        ("processing-instruction('q')", []),
    ],
)
def test_names_and_kinds(test: str, expected: list[str]) -> None:
    nodes = compile_expression(test, {"x": "urn:x"}).nodes(a_context(XML))
    assert [node.value() for node in nodes] == expected


def test_text_nodes_of_leaves_and_mixed_content() -> None:
    assert texts("text()", "<a>1<b/>2</a>") == ["1", "2"]
    assert texts("a/text()", "<r><a>1</a></r>") == ["1"]


def test_an_unknown_prefix_is_named() -> None:
    with pytest.raises(BadInput) as error:
        compile_test("child", NameTest("x", "a", 4), {})
    assert error.value.code is FormCode.XPATH_UNKNOWN_PREFIX
    assert error.value.params == {"prefix": "x", "position": 4}


def test_xml_needs_no_declaration() -> None:
    assert namespace_of("xml", 0, {}).endswith("/namespace")


def test_every_node_fits_node() -> None:
    assert compile_test("child", KindTest("node"), {}) is None
