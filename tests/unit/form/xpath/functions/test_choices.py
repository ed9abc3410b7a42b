import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xpath.document import parse_xml
from fieldaudit.form_codes import FormCode
from tests.unit.form.xpath.evaluating import an_instance, evaluate, hooks

CITIES = {"cities": an_instance({"a": "甲地", "b": "乙地"})}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("selected(/data/tags, 'b')", True),
        ("selected(/data/tags, ' b ')", True),
        ("selected('abc', 'b')", False),
        ("selected('a b', '')", False),
        ("selected('', '')", True),
        ("selected-at(/data/tags, 1)", "b"),
        ("selected-at(/data/tags, 3)", ""),
        ("selected-at(/data/tags, -1)", ""),
        ("selected-at(/data/tags, 'x')", "a"),
        ("count-selected(/data/tags)", 3.0),
        ("count-selected('')", 0.0),
    ],
)
def test_choices(text: str, value: object) -> None:
    assert evaluate(text) == value


def test_texts_and_labels_come_from_the_form() -> None:
    asked = hooks(itext="你好", choice_name="铁塔", parameter="-95")
    assert evaluate("jr:itext('x')", hooks=asked) == "你好"
    assert evaluate("jr:choice-name(/data/tags, '/data/tags')", hooks=asked) == "铁塔"
    assert evaluate("jr:choice-name('', '/data/tags')", hooks=asked) == ""
    assert evaluate("parameter('P6.low') + 5", hooks=asked) == -90.0


def test_tables() -> None:
    rows = b'<root><item><v>0</v></item><item k="b"><v>2</v></item></root>'
    by_attribute = parse_xml(rows)
    call = "pulldata('cities', 'label', 'name', '{}')"
    assert evaluate(call.format("b"), instances=CITIES) == "乙地"
    assert evaluate(call.format("z"), instances=CITIES) == ""
    assert evaluate("pulldata('cities', 'none', 'name', 'b')", instances=CITIES) == ""
    assert evaluate("pulldata('t', 'v', '@k', 'b')", instances={"t": by_attribute}) == "2"
    assert evaluate("pulldata('t', '@x', '@k', 'b')", instances={"t": by_attribute}) == ""
    assert evaluate(call.format("b"), hooks=hooks(pulldata="hook")) == "hook"
    with pytest.raises(BadInput) as error:
        evaluate(call.format("b"))
    assert error.value.code is FormCode.XPATH_UNKNOWN_INSTANCE
