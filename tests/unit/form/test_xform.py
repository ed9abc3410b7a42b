"""XForm XML to a form."""

import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.definition import Group, Kind
from fieldaudit.form.xform import read_xform
from fieldaudit.form_codes import FormCode
from tests.kit.forms import a_form, xform_xml


def test_names_version_and_title() -> None:
    form = a_form(
        "| settings |\n| | form_id | form_title | version |\n| | f | Title | 3 |\n"
        "| survey |\n| | type | name | label |\n| | text | a | A |"
    )
    assert (form.id, form.title, form.version, form.languages) == ("f", "Title", "3", ("",))
    assert len(form.hash) == 64


def test_nodes_without_control_lie_in_their_section() -> None:
    form = a_form(
        "| | type | name | label | calculation |\n| | begin_group | g | G | |\n"
        "| | text | a | A | |\n| | calculate | c | | 1 |\n| | end_group | | | |"
    )
    group = next(child for child in form.root.children if isinstance(child, Group))
    assert [question.path for question in group.questions()] == ["g/a", "g/c"]
    assert form.question("meta/instanceID").kind is Kind.CALCULATE


def test_events_that_nobody_knows_are_told() -> None:
    xml = xform_xml(
        instance='<data id="x"><a/></data>',
        model='<setvalue ref="/data/a" event="strange"/>'
        '<setvalue ref="/data/a" event="odk-new-repeat"/>',
    )
    problems = read_xform(xml)[1]
    assert [problem.code for problem in problems] == [FormCode.FORM_EVENT] * 2


def test_paths_of_other_namespaces_keep_their_prefix() -> None:
    xml = xform_xml(
        instance='<data id="x" xmlns:orx="http://openrosa.org/xforms"><orx:meta><orx:instanceID/>'
        "</orx:meta></data>"
    )
    form = read_xform(xml)[0]
    assert [question.path for question in form.root.questions()] == ["orx:meta/orx:instanceID"]


@pytest.mark.parametrize(
    "xml", [b"<a/>", b"<html><head/></html>", b"<html><head><model/></head></html>"]
)
def test_other_xml_is_refused(xml: bytes) -> None:
    with pytest.raises(BadInput) as caught:
        read_xform(xml)
    assert caught.value.code is FormCode.FORM_NO_MODEL
