import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.cursor import DEEPEST, Cursor
from fieldaudit.form_codes import FormCode


def test_it_walks_over_the_tokens() -> None:
    cursor = Cursor("a + b")
    assert (cursor.now.text, cursor.after.text) == ("a", "+")
    cursor.take()
    assert cursor.at("-", "+")
    cursor.expect("+")
    assert cursor.take().text == "b"


def test_it_never_runs_past_the_end() -> None:
    cursor = Cursor("")
    with pytest.raises(BadInput) as error:
        cursor.take()
    assert error.value.code is FormCode.XPATH_SYNTAX


def test_what_must_come_is_checked() -> None:
    with pytest.raises(BadInput):
        Cursor("a").expect("(")


def test_depth_ends() -> None:
    cursor = Cursor("a")
    for _ in range(DEEPEST):
        cursor.deeper()
    with pytest.raises(BadInput) as error:
        cursor.deeper()
    assert error.value.code is FormCode.XPATH_TOO_DEEP
