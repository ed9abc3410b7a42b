import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.document import DEEPEST, parse_xml
from fieldaudit.form.xpath.tree import Kind
from fieldaudit.form_codes import FormCode

MIXED = b'<?pi x?><a xmlns="urn:a" xmlns:b="urn:b" b:k="1">t<b:c/>u<!--n--><d> v </d></a>'


def test_every_kind_of_node_is_read() -> None:
    tree = parse_xml(MIXED)
    assert [node.kind for node in tree.children] == [Kind.PROCESSING_INSTRUCTION, Kind.ELEMENT]
    root = tree.children[1]
    assert [node.kind for node in root.children] == [
        Kind.TEXT,
        Kind.ELEMENT,
        Kind.TEXT,
        Kind.COMMENT,
        Kind.ELEMENT,
    ]
    assert root.declared == {"": "urn:a", "b": "urn:b"}
    assert (root.attributes[0].qualified, root.attribute("k", "urn:b")) == ("b:k", "1")
    assert root.children[1].qualified == "b:c"
    assert root.children[4].text == " v "


def test_spaces_between_elements_can_be_left_out() -> None:
    assert len(parse_xml(b"<a> <b/> </a>").children[0].children) == 3
    assert len(parse_xml(b"<a> <b/> </a>", spaces=False).children[0].children) == 1


@pytest.mark.parametrize(
    "xml",
    [
        b"<a>",
        b"",
        b'<!DOCTYPE a [<!ENTITY e "x">]><a><b/>&e;</a>',
        b"<a>" * (DEEPEST + 5) + b"</a>" * (DEEPEST + 5),
    ],
    ids=["open", "nothing", "entity", "deep"],
)
def test_what_is_broken_or_hostile_is_refused(xml: bytes) -> None:
    with pytest.raises(BadInput) as error:
        parse_xml(xml)
    assert error.value.code is FormCode.XPATH_DOCUMENT


def test_a_file_named_by_an_entity_is_not_read() -> None:
    xml = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>'
    try:
        text = parse_xml(xml).children[-1].value()
    except BadInput:
        text = ""
    assert text == ""
