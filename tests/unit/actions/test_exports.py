"""Exports, from a survey to a file that was read back."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from fieldaudit.actions import exports, visit_import
from fieldaudit.actions.exports import export, open_to_export
from fieldaudit.actions.sheets import draft_of, open_sheet
from fieldaudit.actions.surveys import open_survey
from fieldaudit.errors import BadInput, Cancelled, Code, FieldauditError
from fieldaudit.package.exports.variants import Variant
from fieldaudit.store import journal
from fieldaudit.store.survey import Survey
from tests.kit.example import the_example
from tests.kit.office import GOOD, a_prepared_survey, a_visit, an_accepted_visit

FORMATS = ("xlsx", "csv", "geojson", "gpkg", "json", "zip")
VALIDATOR = Path("/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py")
ANSWERS = {
    **GOOD,
    "fibre/RES-21": "29.62 106.49 0 5",
    "fibre/homes/h1/home-place": "=cmd()",
    "fibre/homes/h1/home-speed": "940.5",
    "fibre/homes/h2/home-place": "2栋",
}


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the example's survey, with its accepted visits."""
    copy = tmp_path_factory.mktemp("example") / "survey.gpkg"
    return Path(shutil.copyfile(the_example().report.survey, copy))


@pytest.mark.parametrize("variant", Variant)
@pytest.mark.parametrize("ending", FORMATS)
def test_the_example_leaves_in_every_format(
    example: Path, tmp_path: Path, ending: str, variant: Variant
):
    with open_survey(example) as survey:
        report = export(survey, out=tmp_path / f"a.{ending}", variant=variant).value
    assert report.tally.closes
    assert report.tally.visits == 10
    assert not report.problems
    assert all(report.counts.values()) or ending in ("xlsx", "gpkg", "zip", "geojson")
    assert os.listdir(tmp_path) == [f"a.{ending}"]


@pytest.mark.skipif(not VALIDATOR.exists(), reason="validate_gpkg.py is not installed")
def test_gdal_finds_the_geopackage_valid(example: Path, tmp_path: Path):
    with open_survey(example, readonly=True) as survey:
        export(survey, out=tmp_path / "a.gpkg")
    command = ["/usr/bin/python3", str(VALIDATOR), "--extra", "--warning-as-error"]
    run = subprocess.run(
        [*command, str(tmp_path / "a.gpkg")], check=False, capture_output=True, text=True
    )
    assert (run.returncode, run.stderr) == (0, ""), run.stdout


def test_nothing_private_is_in_the_public_files(example: Path, tmp_path: Path):
    with open_survey(example, readonly=True) as survey:
        for ending in ("csv", "geojson", "json"):
            export(survey, out=tmp_path / f"a.{ending}", variant=Variant.PUBLIC)
    for file in tmp_path.iterdir():
        text = file.read_text("utf-8")
        assert "YY-R-001" in text
        for private in ("巡查员", "XC-01", "n78", "工程主管", "29.63223", ".jpg"):
            assert private not in text, (file.name, private)


def test_a_stranger_s_formula_stays_text(survey: Survey, tmp_path: Path):
    an_accepted_visit(survey, ANSWERS)
    export(survey, out=tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx")["residential homes"]
    (cell,) = [cell for row in sheet for cell in row if cell.value == "=cmd()"]
    assert cell.data_type == "s"
    assert cell.quotePrefix
    export(survey, out=tmp_path / "a.csv", layers=["residential.homes"])
    assert "'=cmd()" in (tmp_path / "a.csv").read_text("utf-8-sig")


def test_visits_come_back_into_an_empty_copy(survey: Survey, tmp_path: Path):
    excuse = {"fibre/RES-07/$state": "no_access", "fibre/RES-07/$reason": "门锁着"}
    answers = {**ANSWERS, "fibre/RES-07": "", **excuse}
    first, second = a_visit(survey, answers), a_visit(survey, GOOD, code="RES-0002")
    file = tmp_path / "visits.json"
    export(survey, out=file, everything=True)
    with a_prepared_survey(tmp_path / "empty.gpkg") as empty:
        taken = visit_import.import_visits(empty, file=file).value
        assert not [each for each in taken if each.refused or not each.created]
        for visit in (first, second):
            assert _counting(empty, visit) == _counting(survey, visit)
            assert draft_of(open_sheet(empty, visit)).answers().keys() == (
                draft_of(open_sheet(survey, visit)).answers().keys()
            )


def test_visits_come_back_into_the_same_survey_without_a_change(survey: Survey, tmp_path: Path):
    visit = a_visit(survey, ANSWERS)
    before = _counting(survey, visit)
    export(survey, out=tmp_path / "a.json", everything=True)
    for _ in range(2):
        (taken,) = visit_import.import_visits(survey, file=tmp_path / "a.json").value
        assert not taken.created
    assert not taken.changed
    assert _counting(survey, visit) == before


def _counting(survey: Survey, visit: str) -> dict[str, str]:
    draft = draft_of(open_sheet(survey, visit))
    excuses = {p: t for p, t in draft.answers().items() if "/$" in p and "$order" not in p}
    return draft.instance.relevant_values() | excuses


def test_an_export_is_noted_in_the_journal(survey: Survey, tmp_path: Path):
    done = export(survey, out=tmp_path / "a.csv", variant=Variant.PUBLIC)
    assert done.changes.journal
    _, deed, body = journal.entries(survey)[-1]
    assert deed == "export"
    assert (body["out"], body["variant"], body["sha256"]) == ("a.csv", "public", done.value.sha256)


def test_a_survey_that_cannot_be_written_is_read(survey: Survey, tmp_path: Path):
    survey.close()
    survey.path.chmod(0o444)
    with open_to_export(survey.path) as opened:
        assert opened.readonly
        assert not export(opened, out=tmp_path / "a.csv").changes.journal


def test_a_damaged_survey_is_not_opened(tmp_path: Path):
    with pytest.raises(BadInput):
        open_to_export(tmp_path / "none.gpkg")


@pytest.mark.parametrize("ending", FORMATS)
def test_nothing_is_written_over(survey: Survey, tmp_path: Path, ending: str):
    out = tmp_path / f"a.{ending}"
    out.write_bytes(b"mine")
    with pytest.raises(BadInput) as caught:
        export(survey, out=out)
    assert caught.value.code is Code.FILE_EXISTS
    assert out.read_bytes() == b"mine"


class _Impatient:
    def step(self, done: int, total: int) -> None:
        assert 0 <= done <= total

    def cancelled(self) -> bool:
        return True


@pytest.mark.parametrize("ending", FORMATS)
def test_stopping_leaves_nothing(survey: Survey, tmp_path: Path, ending: str):
    an_accepted_visit(survey)
    before = set(os.listdir(tmp_path))
    with pytest.raises(Cancelled):
        export(survey, out=tmp_path / f"a.{ending}", progress=_Impatient())
    assert set(os.listdir(tmp_path)) == before


@pytest.mark.parametrize("ending", FORMATS)
def test_a_full_disk_is_told_and_leaves_nothing(example: Path, tmp_path: Path, ending: str):
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    with open_survey(example, readonly=True) as survey:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, before[1]))
        try:
            with pytest.raises(FieldauditError) as caught:
                export(survey, out=tmp_path / f"a.{ending}")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert caught.value.code in (Code.DISK_FULL, Code.FILE_UNWRITABLE, Code.FILE_UNREADABLE)
    assert not list(tmp_path.iterdir())


def test_geojson_puts_longitude_first(example: Path, tmp_path: Path):
    with open_survey(example, readonly=True) as survey:
        export(survey, out=tmp_path / "a.geojson", layers=["sites"])
    found = json.loads((tmp_path / "a.geojson").read_text("utf-8"))["features"]
    assert len(found) == 24
    assert all(106 < each["geometry"]["coordinates"][0] < 107 for each in found)


def test_looking_at_exports_loads_no_format():
    script = f"import sys, {exports.__name__}; print('openpyxl' in sys.modules)"
    command = [sys.executable, "-W", "ignore", "-c", script]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "False"
