"""Everything that is wrong with a checklist, in one go."""

import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from fieldaudit.codes import Trouble
from fieldaudit.errors import BadInput, Problem
from fieldaudit.form.checking import check_file
from fieldaudit.form_codes import FormCode
from tests.kit.forms import xform_xml

BAD = """
| survey |
| | type | name | label | relevant | calculation | bind::fa:severity | parameters |
| | intger | a | A | | | | |
| | text | b | B | ${c1} = 'x' | | huge | |
| | select_one yes_n | c | C | | | | |
| | begin group | g | G | | | | |
| | text | d | D | | | | |
| | text | d | D | . = ( | | | |
| | calculate | e | | | ${f} | | |
| | calculate | f | | | ${e} | | |
| choices |
| | list_name | name | label |
| | yes_no | yes | Yes |
| | yes_no | yes | Yes |
| settings |
| | namespaces |
| | fa="https://fieldaudit.cn/xforms" |
"""
ROWS = [["type", "name", "label"], ["intger", "a", "A"], ["text", "a b", "=1+1"]]


def check(folder: Path, text: str | bytes, name: str = "form.md", **further) -> list[Problem]:
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return list(check_file(file, **further).problems)


def told(problems: list[Problem]) -> list[tuple[str, Trouble]]:
    return [(each.where, each.code) for each in problems]


def test_every_fault_with_its_sheet_and_row(tmp_path: Path) -> None:
    assert told(check(tmp_path, BAD)) == [
        ("survey!2", FormCode.FORM_TYPE_LIKE),
        ("survey!3", FormCode.FORM_REFERENCE_LIKE),
        ("survey!3", FormCode.FORM_SEVERITY),
        ("survey!4", FormCode.FORM_LIST_LIKE),
        ("survey!5", FormCode.FORM_END_MISSING),
        ("survey!7", FormCode.FORM_NAME_TWICE),
        ("survey!7", FormCode.FORM_CELL_EXPRESSION),
        ("survey!8", FormCode.FORM_CYCLE),
        ("choices!3", FormCode.FORM_CHOICE_TWICE),
    ]


def test_the_same_in_excel_with_its_formulas(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "survey"
    for row in ROWS:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    found = told(check(tmp_path, out.getvalue(), "form.xlsx"))
    assert ("survey!2", FormCode.FORM_TYPE_LIKE) in found
    assert ("survey!3", FormCode.FORM_NAME_LETTERS) in found
    assert ("survey!3", FormCode.FORM_FORMULA) in found


def test_the_same_in_csv(tmp_path: Path) -> None:
    lines = ["survey", ",type,name,label", ",intger,a,A", ",text,a b,B"]
    assert told(check(tmp_path, "\n".join(lines) + "\n", "form.csv")) == [
        ("survey!2", FormCode.FORM_TYPE_LIKE),
        ("survey!3", FormCode.FORM_NAME_LETTERS),
    ]


def test_what_only_pyxform_knows_is_told_too(tmp_path: Path) -> None:
    table = (
        "| survey |\n| | type | name | label | parameters |\n"
        "| | text | a | A | rows=x |\n| | image | b | B | max-pixels=x |\n| | text | c | C | |\n"
    )
    found = check(tmp_path, table)
    assert {each.code for each in found} == {FormCode.FORM_PARAMETERS}
    assert len(found) == 2


def test_a_clean_form_with_its_list_beside_it(tmp_path: Path) -> None:
    table = "| survey |\n| | type | name | label |\n| | select_one_from_file s.csv | a | A |\n"
    assert told(check(tmp_path, table)) == [("survey!2", FormCode.FORM_FILE_MISSING)]
    (tmp_path / "s.csv").write_text("name,label\n1,One\n", "utf-8")
    assert check(tmp_path, table) == []
    (tmp_path / "s.csv").write_bytes(b"\xff\xfe\xfa")
    assert [code for _, code in told(check(tmp_path, table))] == [FormCode.FORM_UNREADABLE]


def test_thresholds_that_nobody_set_are_remarks(tmp_path: Path) -> None:
    table = (
        "| survey |\n| | type | name | label | bind::fa:pass |\n"
        "| | integer | a | A | . > parameter('P6.lw') |\n"
        '| settings |\n| | namespaces |\n| | fa="https://fieldaudit.cn/xforms" |\n'
    )
    assert check(tmp_path, table) == []
    (found,) = check(tmp_path, table, known={"P6.low"})
    assert (found.code, found.where) == (FormCode.FORM_PARAMETER_LIKE, "a")


def test_an_xform_is_checked_as_well(tmp_path: Path) -> None:
    xml = xform_xml(
        instance='<data id="x"><a/></data>',
        model='<bind nodeset="/data/a" relevant="foo()"/><bind nodeset="/data/b"/>',
    )
    assert {code for _, code in told(check(tmp_path, xml, "form.xml"))} == {
        FormCode.FORM_EXPRESSION,
        FormCode.FORM_UNBOUND,
    }


@pytest.mark.parametrize(
    ("name", "code"), [("form.xlsx", FormCode.FORM_UNREADABLE), ("form.docx", FormCode.FORM_KIND)]
)
def test_what_is_no_checklist(tmp_path: Path, name: str, code: Trouble) -> None:
    with pytest.raises(BadInput) as caught:
        check(tmp_path, b"PK nothing", name)
    assert caught.value.code is code


def test_a_text_without_a_table(tmp_path: Path) -> None:
    assert check(tmp_path, b"nothing")


def test_a_missing_list_of_a_phone_is_told_once_in_its_own_sheet(tmp_path: Path) -> None:
    table = (
        "| survey |\n| | type | name | label | choice_filter |\n"
        "| | select_one a | a | A | |\n| | select_one_external bb | b | B | x=${a} |\n"
        "| choices |\n| | list_name | name | label |\n| | a | x | X |\n"
        "| external_choices |\n| | list_name | name |\n| | b1 | x |\n"
    )
    found = [each for each in check(tmp_path, table) if each.code is not FormCode.FORM_UNSUPPORTED]
    assert [(each.where, each.params["sheet"]) for each in found] == [
        ("survey!3", "external_choices")
    ]


def test_a_missing_file_hides_no_other_fault(tmp_path: Path) -> None:
    table = (
        "| survey |\n| | type | name | label |\n| | select_one_from_file c.csv | a | A |\n"
        "| | select_one c | b | B |\n| choices |\n| | list_name | name | label |\n| | c | x | X |\n"
    )
    codes = {each.code for each in check(tmp_path, table)}
    assert codes == {FormCode.FORM_FILE_MISSING, FormCode.FORM_LIST_NAMESAKE}
