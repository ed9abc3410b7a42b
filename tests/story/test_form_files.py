"""The files of a checklist travel with it: survey file, hand-over, package, merging."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldaudit.actions import forms, merges, packages, reviews, surveys, visits
from fieldaudit.actions.packages import Make
from fieldaudit.actions.sheets import draft_of, open_sheet
from fieldaudit.actions.trials import try_file
from fieldaudit.actions.writing import author_of
from fieldaudit.package.capsule import read_capsule
from fieldaudit.package.variant import Variant
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.office import (
    a_prepared_file,
    a_prepared_survey,
    an_inspector,
    an_office,
    answer,
    site_id,
)
from tests.kit.photos import a_photo

TABLE = """
| survey |
| | type | name | label | calculation | media::image |
| | select_one_from_file areas.csv | area | 片区 | | plan.jpg |
| | calculate | keeper | | pulldata('areas', 'keeper', 'name', ${area}) | |
| | note | tell | 管理员 ${keeper} | | |
| settings |
| | form_id | version |
| | residential | 2099010101 |
"""
FILES = {"areas.csv", "plan.jpg"}


@pytest.fixture
def survey(tmp_path: Path) -> Iterator[Survey]:
    with a_prepared_survey(tmp_path / "survey.gpkg") as opened:
        yield opened


@pytest.fixture
def author() -> Author:
    return author_of(an_inspector())


@pytest.fixture
def visit(survey: Survey, author: Author, tmp_path: Path) -> str:
    """Return an accepted visit made with a checklist that needs files; these are gone since."""
    folder = tmp_path / "author"
    (folder / "areas-media").mkdir(parents=True)
    (folder / "areas-media" / "areas.csv").write_text(
        "name,label,keeper\na,甲区,李四\nb,乙区,王五\n", "utf-8"
    )
    (folder / "areas-media" / "Plan.jpg").write_bytes(a_photo())
    file = folder / "areas.md"
    file.write_text(TABLE, "utf-8")
    forms.add_form(survey, file=file, author=author)
    for each in folder.rglob("*.*"):
        if each.is_file():
            each.unlink()
    made = visits.start_visit(survey, site=site_id(survey), author=author).value
    answer(survey, made, {"area": "b"})
    visits.sign_visits(survey, visits=[made], identity=an_inspector())
    reviews.accept(survey, visits=[made], author=author_of(an_office()))
    return made


def opens(survey: Survey, visit: str) -> None:
    sheet = open_sheet(survey, visit)
    assert set(sheet.files) == FILES
    draft = draft_of(sheet)
    assert [choice.value for choice in draft.choices("area")] == ["a", "b"]
    assert [text.strip() for text in draft.shown("tell").label.values()] == ["管理员 王五"]


def test_in_the_survey_and_after_a_handover(survey: Survey, visit: str, tmp_path: Path) -> None:
    opens(survey, visit)
    out = tmp_path / "out.gpkg"
    surveys.handover(survey, out, identity=an_inspector())
    with surveys.open_survey(out) as copy:
        opens(copy, visit)
    with surveys.open_survey(a_prepared_file(tmp_path / "office.gpkg")) as office:
        merges.merge(office, sources=[out])
        opens(office, visit)


def test_out_of_a_package(survey: Survey, visit: str, tmp_path: Path) -> None:
    package = tmp_path / "out.pdf"
    packages.build(survey, out=package, identity=an_office())
    with surveys.open_survey(a_prepared_file(tmp_path / "office.gpkg")) as office:
        merges.merge(office, sources=[package])
        opens(office, visit)
    names = {file.name for file in packages.extract(package, tmp_path / "inside")}
    stem = "residential-2099010101"
    assert {f"{stem}.xml", f"{stem}-areas.csv", f"{stem}-plan.jpg"} <= names
    trial = try_file(tmp_path / "inside" / f"{stem}.xml")
    assert not trial.reading.faults
    assert trial.draft is not None
    assert [choice.value for choice in trial.draft.choices("area")] == ["a", "b"]


def test_lists_are_not_for_everybody(survey: Survey, visit: str, tmp_path: Path) -> None:
    package = tmp_path / "out.pdf"
    packages.build(survey, out=package, identity=an_office(), make=Make(Variant.PUBLIC))
    assert not [name for name in read_capsule(package).files if "areas" in name]
