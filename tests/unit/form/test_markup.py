"""XML of forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from fieldaudit.errors import BadInput, Code
from fieldaudit.form.markup import (
    LARGEST,
    MOST_TAGS,
    mixed_text,
    output_mark,
    parse,
    plain,
    split_outputs,
)
from fieldaudit.form_codes import FormCode

BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<a>", FormCode.FORM_UNREADABLE),
        (b"", FormCode.FORM_UNREADABLE),
        (BOMB, FormCode.FORM_DOCTYPE),
        (b" " * (LARGEST + 1), FormCode.FORM_TOO_LARGE),
        (b"<a>" * 5000 + b"</a>" * 5000, FormCode.FORM_UNREADABLE),
    ],
)
def test_hostile_xml_is_refused(data: bytes, code: Code) -> None:
    with pytest.raises(BadInput) as caught:
        parse(data, "a.xml")
    assert caught.value.code is code


def test_outputs_become_marks() -> None:
    element = etree.fromstring('<label>A <output value="/d/a &lt; 1"/> b<i>c</i></label>')
    pieces, expressions = split_outputs(mixed_text(element))
    assert (pieces, expressions) == (("A ", " bc"), ("/d/a < 1",))


@given(st.text(alphabet="abc\"'<>&/ =", max_size=30))
def test_marks_give_their_expression_back(expression: str) -> None:
    assert split_outputs(f"x{output_mark(expression)}y") == (("x", "y"), (expression,))


def test_plain_text_shows_that_something_is_missing() -> None:
    assert plain(f"A {output_mark('/d/a')}!") == "A …!"


def test_xml_with_more_tags_than_memory_is_refused() -> None:
    with pytest.raises(BadInput) as caught:
        parse(b"<a>" + b"<b/>" * MOST_TAGS + b"</a>", "f.xml")
    assert caught.value.code is FormCode.FORM_TOO_LARGE
