from pathlib import Path

import pytest

from fieldaudit.actions import forms
from fieldaudit.actions.writing import write
from fieldaudit.errors import BadInput, Code
from fieldaudit.form_codes import FormCode
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.office import write_form

CYCLE = """
| survey |
| | type | name | label | calculation |
| | calculate | a | | ${b} + 1 |
| | calculate | b | | ${a} + 1 |
| | text | c | C | |
"""
UNKNOWN = """
| survey |
| | type | name | label |
| | telepathy | a | A |
"""


def test_the_bundled_checklists_are_described() -> None:
    found = {each.id: each for each in forms.list_forms()}
    assert set(found) == {
        *("residential", "industrial_park", "base_station", "key_place"),
        *("pole", "duct", "equipment_room"),
    }
    assert all(each.questions > 50 and each.version and each.title for each in found.values())
    assert all(Path(each.file).is_file() for each in found.values())


def test_a_checklist_without_faults_is_read(tmp_path: Path) -> None:
    reading = forms.check_form(write_form(tmp_path))
    assert reading.form is not None
    assert (reading.form.id, reading.problems) == ("residential", ())


@pytest.mark.parametrize(("text", "name"), [(UNKNOWN, "telepathy"), (CYCLE, "a")])
def test_a_faulty_checklist_is_explained(text: str, name: str, tmp_path: Path) -> None:
    file = tmp_path / "form.md"
    file.write_text(text, "utf-8")
    reading = forms.check_form(file)
    assert reading.form is None
    assert any(name in str(problem) for problem in reading.problems)
    with pytest.raises(BadInput) as caught:
        forms.load_form_file(file)
    assert caught.value.code is FormCode.FORM_INVALID
    assert caught.value.params["file"] == "form.md"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        forms.check_form(tmp_path / "none.md")
    assert caught.value.code is Code.FILE_NOT_FOUND


def test_the_template_is_a_usable_checklist(tmp_path: Path) -> None:
    file = tmp_path / "mine.md"
    forms.new_form(file)
    assert forms.load_form_file(file).id == "my_checklist"
    before = file.read_bytes()
    with pytest.raises(BadInput) as caught:
        forms.new_form(file)
    assert caught.value.code is Code.FILE_EXISTS
    assert file.read_bytes() == before


def test_the_newest_version_is_used_and_the_older_one_kept(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    old = forms.newest_form(survey, "residential")
    (tmp_path / "forms").mkdir()
    for version in ("2022080101", "2022070101"):
        fresh = forms.load_form_file(write_form(tmp_path / "forms", version))
        write(survey, [forms.form_edit(survey, fresh)], author=author)
    assert forms.newest_form(survey, "residential").version == "2022080101"
    assert forms.form_of(survey, old.hash) == old


def test_a_form_that_is_not_there_is_named(survey: Survey) -> None:
    with pytest.raises(BadInput) as caught:
        forms.newest_form(survey, "key_place")
    assert caught.value.code is Code.FORM_UNKNOWN
    with pytest.raises(BadInput) as caught:
        forms.form_of(survey, "0" * 64)
    assert caught.value.code is Code.RECORD_UNKNOWN


def test_a_newer_version_is_added_once(survey: Survey, author: Author, tmp_path: Path) -> None:
    file = write_form(tmp_path, "2030010101")
    name = forms.add_form(survey, file=file, author=author).value
    state = survey.db.execute("select count(*) from revision").fetchone()
    assert forms.add_form(survey, file=file, author=author).value == name
    assert survey.db.execute("select count(*) from revision").fetchone() == state
    assert forms.newest_form(survey, "residential").hash == name


def test_one_version_has_one_content(survey: Survey, author: Author, tmp_path: Path) -> None:
    file = write_form(tmp_path)
    file.write_text(file.read_text("utf-8").replace("| 光功率 |", "| 接收光功率 |"), "utf-8")
    with pytest.raises(BadInput) as caught:
        forms.add_form(survey, file=file, author=author)
    assert caught.value.code is FormCode.FORM_SAME_VERSION


def test_a_form_with_faults_is_not_added(survey: Survey, author: Author, tmp_path: Path) -> None:
    file = tmp_path / "bad.md"
    file.write_text("| survey |\n| | type | name |\n| | intger | a |\n", "utf-8")
    with pytest.raises(BadInput) as caught:
        forms.add_form(survey, file=file, author=author)
    assert caught.value.code is FormCode.FORM_INVALID


def test_files_and_rules_are_kept_with_the_form(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text("name,label\n1,One\n", "utf-8")
    (tmp_path / "mappings").mkdir()
    rules = '{"form": "f", "from": "1", "to": "2", "rules": []}'
    (tmp_path / "mappings" / "f-1-2.json").write_text(rules, "utf-8")
    table = "| survey |\n| | type | name | label |\n| | select_one_from_file a.csv | a | A |\n"
    file, made = tmp_path / "f.md", []
    for version in "12":
        settings = f"| settings |\n| | form_id | version |\n| | f | {version} |\n"
        file.write_text(table + settings, "utf-8")
        name = forms.add_form(survey, file=file, author=author).value
        made.append(forms.form_of(survey, name))
    assert forms.attachments_of(survey, made[1].hash) == {"a.csv": b"name,label\n1,One\n"}
    assert forms.mapping_of(survey, source=made[0], target=made[1]).target == "2"
    assert forms.mapping_of(survey, source=made[1], target=made[0]).rules == ()


def test_the_newest_version_is_the_greatest_number(
    survey: Survey, author: Author, tmp_path
) -> None:
    table = "| survey |\n| | type | name | label |\n| | text | a | A |\n| settings |\n"
    for version in ("10", "9", "8.5"):
        file = tmp_path / f"v{version}.md"
        file.write_text(f"{table}| | form_id | version |\n| | count | {version} |\n", "utf-8")
        forms.add_form(survey, file=file, author=author)
    assert forms.newest_form(survey, "count").version == "10"
