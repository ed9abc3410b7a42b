"""The record saved before, as a list."""

from lxml import etree

from fieldaudit.form.saved import asks_last_saved, saved_xml
from tests.kit.forms import a_form, an_instance

FORM = a_form("""
| survey |
| | type | name | label | default |
| | begin group | g | G | |
| | text | street | S | ${last-saved#street} |
| | end group | | | |
| | begin repeat | r | R | |
| | text | inside | I | |
| | end repeat | | | |
""")


def test_answers_in_the_shape_of_the_form() -> None:
    given = {"g/street": "大竹林 <1>\x0b", "other": "y"}
    xml = saved_xml(FORM, given).decode()
    assert "street>&#22823;&#31481;&#26519; &lt;1&gt;<" in xml
    assert "inside" not in xml
    assert "other" not in xml


def test_repeat_instances_stand_in_their_order() -> None:
    given = {"r/u1/inside": "x", "r/u1/$order": "2", "r/u2/inside": "y", "r/u3/$order": "3"}
    found = etree.fromstring(saved_xml(FORM, given)).findall("r")
    assert [one.findtext("inside") for one in found] == ["y", "x", ""]


def test_a_new_record_takes_over_what_the_last_one_said() -> None:
    name = asks_last_saved(FORM)
    assert name == "last-saved"
    files = {name: saved_xml(FORM, {"g/street": "礼嘉"})}
    assert an_instance(FORM, attachments=files).state("g/street").value == "礼嘉"
    assert an_instance(FORM).state("g/street").value == ""


def test_a_form_that_does_not_ask() -> None:
    assert asks_last_saved(a_form("| | type | name | label |\n| | text | a | A |\n")) == ""
