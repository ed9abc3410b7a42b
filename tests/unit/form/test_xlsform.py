"""Reading checklists from files."""

import io
from pathlib import Path

import openpyxl
import pytest

from fieldaudit.errors import BadInput
from fieldaudit.form.xlsform import read_form
from fieldaudit.form_codes import FormCode
from tests.kit.forms import read, xform_xml

CSV = '"survey",,,\n,"type","name","label"\n,"text","a","A"\n'


def workbook(rows: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "survey"
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_all_kinds_give_the_same_questions(tmp_path: Path) -> None:
    sources = {
        "a.md": b"| survey |\n| | type | name | label |\n| | text | a | A |",
        "a.csv": CSV.encode(),
        "a.xlsx": workbook([["type", "name", "label"], ["text", "a", "A"]]),
        "a.xml": xform_xml(instance='<data id="x"><a/></data>', body='<input ref="/data/a"/>'),
    }
    for name, data in sources.items():
        path = tmp_path / name
        path.write_bytes(data)
        form = read_form(path).form
        assert form is not None
        assert next(form.root.questions()).path == "a"


def test_equal_tables_have_equal_hashes_whatever_the_file_is_called(tmp_path: Path) -> None:
    hashes = set()
    for name in ("一.md", "b c.md"):
        path = tmp_path / name
        path.write_text("| survey |\n| | type | name | label |\n| | text | a | A |", "utf-8")
        form = read_form(path).form
        assert form is not None
        hashes.add(form.hash)
    assert len(hashes) == 1


def test_a_broken_value_in_a_label_is_only_a_remark() -> None:
    xml = xform_xml(
        instance='<data id="x"><a/></data>',
        body='<input ref="/data/a"><label>A <output value="((("/></label></input>',
    )
    reading = read_form(xml, "xml")
    assert reading.form is not None
    assert [problem.code for problem in reading.problems] == [FormCode.FORM_EXPRESSION]


def test_what_a_desktop_cannot_do_is_named_with_its_row() -> None:
    reading = read("| | type | name | label |\n| | text | a | A |\n| | start-geopoint | p | P |")
    assert reading.form is not None
    found = [(problem.code, problem.where) for problem in reading.problems]
    assert (FormCode.FORM_UNSUPPORTED, "survey!3") in found


def test_lists_in_files_are_named() -> None:
    reading = read("| | type | name | label |\n| | select_one_from_file c.csv | a | A |")
    assert reading.form is not None
    found = [(problem.code, problem.params) for problem in reading.problems]
    assert (FormCode.FORM_FILE_MISSING, {"file": "c.csv"}) in found


def test_faulty_expressions_are_named_with_their_row() -> None:
    reading = read("| | type | name | label | relevant |\n| | text | a | A | frob(1) |")
    assert reading.form is None
    (problem,) = (p for p in reading.problems if p.code is FormCode.FORM_EXPRESSION)
    assert problem.where == "a (survey!2)"


@pytest.mark.parametrize(
    "data", [b"", b"nothing", b"| a |\n| b |", "| survey |\n| | 类型 |".encode()]
)
def test_tables_that_are_none_give_a_sentence(data: bytes) -> None:
    reading = read_form(data, "md")
    assert reading.form is None
    assert all(str(problem) for problem in reading.problems)
    assert reading.problems


def test_broken_workbooks_are_problems_or_bad_input() -> None:
    whole = workbook([["type", "name", "label"], ["text", "a", "A"]])
    for cut in (10, len(whole) // 2, len(whole) - 5):
        with pytest.raises(BadInput):
            read_form(whole[:cut], "xlsx")
    assert read_form(whole.replace(b"sheet1.xml", b"sheet9.xml"), "xlsx").form is None
