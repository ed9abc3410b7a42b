"""The model part of an XForm."""

from lxml import etree

from fieldaudit.errors import Problem
from fieldaudit.form.bindings import primary, read_action, read_binds, read_secondary, read_template
from fieldaudit.form.definition import PhotoRule, Severity
from fieldaudit.form.itext import Itext
from fieldaudit.form.model import Event
from fieldaudit.form_codes import FormCode

HEAD = (
    '<model xmlns="http://www.w3.org/2002/xforms" xmlns:jr="http://openrosa.org/javarosa"'
    ' xmlns:orx="http://openrosa.org/xforms" xmlns:fa="https://fieldaudit.cn/xforms">'
)


def model(inside: str) -> etree._Element:
    return etree.fromstring(f"{HEAD}{inside}</model>")


def test_template_keeps_prefixes_defaults_and_patterns() -> None:
    root = primary(
        model('<instance><data id="x"><r jr:template=""><q>1</q></r><orx:meta/></data></instance>')
    )
    assert root is not None
    template = read_template(root)
    assert [inner.path for inner in template.walk()] == ["", "r", "r/q", "orx:meta"]
    assert template.children[0].pattern
    assert template.children[0].children[0].text == "1"
    assert template.attributes == {"id": "x"}


def test_no_primary_instance() -> None:
    assert primary(model("")) is None
    assert primary(model("<instance/>")) is None


def test_audit_columns() -> None:
    problems: list[Problem] = []
    binds = read_binds(
        model(
            '<bind nodeset="/data/a" type="xsd:int" fa:severity="major" fa:pass=". &gt; 1"'
            ' fa:photo="fails" fa:unit="dBm" fa:clause="GB 1" fa:limit="> 1" fa:instrument="OPM"/>'
        ),
        Itext(),
        problems,
    )
    audit = binds["a"].audit
    assert (audit.severity, audit.photo) == (Severity.MAJOR, PhotoRule.ON_FAILURE)
    assert (audit.passes, audit.unit, audit.clause) == (". > 1", "dBm", "GB 1")
    assert (audit.limit, audit.instrument) == ("> 1", "OPM")
    assert binds["a"].binding.type == "int"
    assert not problems


def test_unknown_audit_words_are_told_and_taken_as_the_mildest() -> None:
    problems: list[Problem] = []
    binds = read_binds(
        model('<bind nodeset="/data/a" fa:severity="huge" fa:photo="maybe"/>'), Itext(), problems
    )
    assert binds["a"].audit.severity is Severity.INFORMATION
    assert binds["a"].audit.photo is PhotoRule.NEVER
    assert [problem.code for problem in problems] == [
        FormCode.FORM_SEVERITY,
        FormCode.FORM_PHOTO_RULE,
    ]


def test_actions_and_their_events() -> None:
    element = model('<setvalue ref="/data/a" event="odk-new-repeat strange" value="1"/>')[0]
    action, unknown = read_action(element, "r", "r")
    assert (action.target, action.events, action.value) == ("a", frozenset({Event.NEW_REPEAT}), "1")
    assert unknown == {"strange"}


def test_secondary_instances_inside_and_beside() -> None:
    inside, beside = read_secondary(
        model(
            '<instance><data/></instance><instance id="a"><root><item/></root></instance>'
            '<instance id="b" src="jr://file-csv/b.csv"/>'
        )
    )
    assert (inside.id, inside.file) == ("a", "")
    assert b"<item" in inside.xml
    assert (beside.id, beside.file, beside.xml) == ("b", "b.csv", b"")


def test_printed_columns_have_an_english_side() -> None:
    binds = read_binds(
        model(
            '<bind nodeset="/data/a" fa:limit="≤ 3 家" fa:limit-en="≤ 3 operators" fa:unit="m"/>'
        ),
        Itext(),
        [],
    )
    audit = binds["a"].audit
    assert [audit.said("limit", name) for name in ("en", "English (en)")] == ["≤ 3 operators"] * 2
    assert [audit.said("limit", name) for name in ("zh", "中文 (zh)")] == ["≤ 3 家"] * 2
    assert audit.said("unit", "en") == "m"
