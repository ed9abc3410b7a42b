"""The lists of a visit's form."""

from pathlib import Path

from fieldaudit.actions import forms, visits
from fieldaudit.actions.attached import files_of, streets_of
from fieldaudit.actions.sheets import draft_of, live_draft, open_sheet
from fieldaudit.paths import bundled_form
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


REPEATING = """
| survey |
| | type | name | label | default | relevant |
| | select_one yn | met | M | ${last-saved#met} | |
| | text | escort | E | ${last-saved#escort} | ${met} = 'yes' |
| | begin repeat | box | B | | |
| | text | OLD | L | ${last-saved#OLD} | |
| | end repeat | | | | |
| choices |
| | list_name | name | label |
| | yn | yes | Y |
| | yn | no | N |
| settings |
| | form_id | version |
| | residential | 2099020101 |
"""


def kept(survey: Survey, author: Author, folder: Path, table: str) -> None:
    file = folder / "form.md"
    file.write_text(table, "utf-8")
    forms.add_form(survey, file=file, author=author)


def test_repeats_and_versions_are_reached_and_what_was_hidden_is_not(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    kept(survey, author, tmp_path, REPEATING.replace("OLD", "lable"))
    site = open_sheet(survey, a_visit(survey)).summary.site.id
    first = visits.start_visit(survey, site=site, author=author).value
    typed = {"met": "no", "escort": "物业", "box/b1/lable": "甲", "box/b1/$order": "1"}
    visits.keep_draft(survey, visit=first, changes=typed)
    visits.save_visit(survey, visit=first, author=author)
    rules = '{"form": "residential", "from": "2099020101", "to": "2099030101", "rules": '
    (tmp_path / "mappings").mkdir()
    (tmp_path / "mappings" / "r.json").write_text(
        rules + '[{"from": "box/lable", "to": "box/label"}]}', "utf-8"
    )
    newer = REPEATING.replace("OLD", "label").replace("2099020101", "2099030101")
    kept(survey, author, tmp_path, newer)
    second = visits.start_visit(survey, site=site, author=author).value
    draft = draft_of(open_sheet(survey, second))
    box = draft.instance.add("box")
    assert draft.shown(f"{box}/label").value == "甲"
    assert (draft.shown("met").value, draft.shown("escort").value) == ("no", "")


def test_the_bundled_checklists_choose_among_the_survey_streets(
    survey: Survey, author: Author, tmp_path: Path
) -> None:
    text = bundled_form("residential.md").read_text("utf-8").replace("2022070802", "2098010101")
    file = tmp_path / "residential.md"
    file.write_text(text, "utf-8")
    forms.add_form(survey, file=file, author=author)
    form = forms.newest_form(survey, "residential")
    streets = streets_of(survey)
    assert streets
    draft = live_draft(form, {}, parameters={}, photos=(), files=files_of(survey, form))
    assert [choice.value for choice in draft.choices("site/COM-03")] == list(streets)
