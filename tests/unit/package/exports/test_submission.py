"""Visits as ODK programs read them."""

from lxml import etree

from fieldaudit.form.xform import read_xform
from fieldaudit.package.exports.submission import submission_xml
from tests.kit.forms import a_draft, a_xform
from tests.kit.leaving import ANSWERS, small_form


def nodes(draft):
    """Yield what is relevant, in document order."""
    for path in draft.instance.paths():
        state = draft.instance.state(path)
        if state.relevant:
            yield path, state.value


def submitted(answers, form=None):
    form = form or small_form()
    xml = submission_xml(form, "visit-1", nodes(a_draft(form, answers)))
    return etree.fromstring(xml)


def leaves(root):
    """Return the paths and texts of all elements with a text, in order."""
    tree = etree.ElementTree(root)
    return [(tree.getelementpath(each), each.text) for each in root.iter() if each.text]


def test_the_answers_read_back():
    root = submitted(ANSWERS)
    found = dict(leaves(root))
    assert (root.tag, root.get("id"), root.get("version")) == ("data", "small", "1")
    assert found.pop("meta/instanceID") == "uuid:visit-1"
    assert found == {
        "fibre/RES-26": "-31.0",
        "fibre/RES-05": "300",
        "fibre/RES-07": "yes",
        "fibre/RES-06": "ct cm",
        "fibre/RES-02": "2016-05-01",
        "fibre/RES-03": "2022-07-08T09:41:00+08:00",
        "fibre/RES-21": ANSWERS["fibre/RES-21"],
        "fibre/RES-22": ANSWERS["fibre/RES-22"],
        "homes[1]/speed": "940",
        "homes[1]/rooms/room": "客厅",
        "homes[2]/speed": "300",
    }


def test_elements_stand_in_the_order_of_the_form():
    root = submitted(ANSWERS)
    assert [each.tag for each in root] == [
        "COM-05-person",
        "fibre",
        "homes",
        "homes",
        "radio",
        "meta",
    ]


def test_hidden_questions_are_absent_and_empty_ones_are_empty():
    root = submitted({**ANSWERS, "fibre/RES-36": "kept"})
    assert root.find("fibre/RES-36") is None
    assert root.find("fibre/RES-20") is not None
    shown = submitted({"fibre/RES-07": "no", "fibre/RES-36": "kept"})
    assert shown.findtext("fibre/RES-36") == "kept"


def test_a_form_without_meta_gets_one():
    form = a_xform(instance='<data id="x"><a/></data>', model='<bind nodeset="/data/a"/>')
    root = submitted({"a": "1 < 2 & 3"}, form)
    assert root.findtext("a") == "1 < 2 & 3"
    assert root.findtext("meta/instanceID") == "uuid:visit-1"


def test_a_meta_block_in_its_own_namespace_stays_in_it():
    orx = "http://openrosa.org/xforms"
    form = a_xform(
        instance=f'<data id="x" xmlns:orx="{orx}"><a/><orx:meta><orx:instanceID/></orx:meta></data>'
    )
    root = submitted({"a": "1"}, form)
    assert root.findtext(f"{{{orx}}}meta/{{{orx}}}instanceID") == "uuid:visit-1"
    assert len(root.findall(f".//{{{orx}}}instanceID")) == 1


def test_the_form_knows_every_element():
    form = small_form()
    known, _ = read_xform(form.xform)
    assert known is not None
    paths = {template.path for template in known.model.template.walk()}
    root = submitted(ANSWERS, form)
    tree = etree.ElementTree(root)
    for each in root.iterdescendants():
        path = tree.getelementpath(each)
        assert path.replace("[1]", "").replace("[2]", "") in paths
