"""The lists of a visit's form."""

from pathlib import Path

from fieldaudit.actions import forms, visits
from fieldaudit.actions.attached import files_of
from fieldaudit.actions.sheets import draft_of, open_sheet
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.office import a_visit

TABLE = """
| survey |
| | type | name | label | default |
| | select_one_from_file areas.csv | area | A | |
| | text | escort | E | ${last-saved#escort} |
| settings |
| | form_id | version |
| | residential | 2099010101 |
"""


def add(survey: Survey, folder: Path, author: Author) -> str:
    (folder / "areas.csv").write_text("name,label\na,甲\nb,乙\n", "utf-8")
    file = folder / "form.md"
    file.write_text(TABLE, "utf-8")
    return forms.add_form(survey, file=file, author=author).value


def test_lists_come_with_the_form(survey: Survey, author: Author, tmp_path: Path) -> None:
    name = add(survey, tmp_path, author)
    form = forms.form_of(survey, name)
    assert list(files_of(survey, form)) == ["areas.csv"]
    site = open_sheet(survey, a_visit(survey)).summary.site.id
    visit = visits.start_visit(survey, site=site, author=author).value
    draft = draft_of(open_sheet(survey, visit))
    assert [choice.value for choice in draft.choices("area")] == ["a", "b"]


def test_the_visit_before_is_the_last_one_saved(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    add(survey, tmp_path, author)
    site = open_sheet(survey, a_visit(survey)).summary.site.id
    first = visits.start_visit(survey, site=site, author=author).value
    visits.keep_draft(survey, visit=first, changes={"escort": "物业"})
    visits.save_visit(survey, visit=first, author=author)
    second = visits.start_visit(survey, site=site, author=author).value
    assert draft_of(open_sheet(survey, second)).shown("escort").value == "物业"
    other = Author("别人", "name:别人")
    third = visits.start_visit(survey, site=site, author=other).value
    assert draft_of(open_sheet(survey, third)).shown("escort").value == ""


def test_a_form_without_lists_asks_for_nothing(survey: Survey) -> None:
    form = forms.newest_form(survey, "residential")
    assert files_of(survey, form, inspector="张三", started="2022") == {}
