from pathlib import Path

import pytest

from fieldaudit.actions.coverage import coverage_of, import_logs, readings_of
from fieldaudit.actions.coverage_content import coverage_rows
from fieldaudit.actions.sheets import open_sheet
from fieldaudit.package.evidence import CoverageContent, Verdict
from fieldaudit.store.survey import Survey
from fieldaudit.texts import Catalog
from fieldaudit.visit.stamp import Author
from tests.kit.office import a_visit
from tests.unit.actions.logs import a_log


@pytest.fixture
def visit(survey: Survey, author: Author, tmp_path: Path) -> str:
    made = a_visit(survey)
    for number in (1, 2):
        file = tmp_path / f"{number}.txt"
        file.write_bytes(a_log(number))
        import_logs(survey, visit=made, files=[file], author=author)
    return made


def printed(survey: Survey, visit: str) -> tuple[CoverageContent, ...]:
    return coverage_rows(survey, open_sheet(survey, visit), Catalog("zh"))


def test_each_log_and_operator_has_an_entry(survey: Survey, visit: str) -> None:
    rows = printed(survey, visit)
    assert {row.log for row in rows} == {"1.txt", "2.txt"}
    assert {row.operator for row in rows} == {"中国移动", "中国电信"}
    readings = {reading.name: reading for reading in readings_of(survey, visit=visit)}
    for row in rows:
        reading = readings[row.log]
        assert row.sha256 == reading.sha256
        assert row.rejected == reading.read - reading.kept
        assert sum(each.count for each in row.bins) == row.samples
        assert row.required == 0.95


def test_figures_are_those_of_the_assessment(survey: Survey, visit: str) -> None:
    together = coverage_of(survey, visit=visit)
    assert together is not None
    whole = sum(row.samples for row in together.rows)
    assert sum(row.samples for row in printed(survey, visit)) == whole
    assert sum(row.good for row in printed(survey, visit)) == sum(r.good for r in together.rows)


def test_cells_are_counted_from_the_south_west_corner(survey: Survey, visit: str) -> None:
    rows = [row for row in printed(survey, visit) if row.cells]
    assert rows
    for row in rows:
        assert min(cell.column for cell in row.cells) == 0
        assert min(cell.row for cell in row.cells) == 0


def test_open_bins_end_where_the_measurement_does(survey: Survey, visit: str) -> None:
    row = printed(survey, visit)[0]
    assert (row.bins[0].low, row.bins[-1].high) == (-156.0, -31.0)


def test_a_small_sample_is_not_judged(survey: Survey, visit: str) -> None:
    for row in printed(survey, visit):
        assert (row.verdict is Verdict.NOT_JUDGED) == (not row.enough)
    assert any(not row.enough for row in printed(survey, visit))


def test_the_period_is_that_of_the_operator_s_own_samples(survey: Survey, visit: str) -> None:
    mobile, telecom = (
        next(r for r in printed(survey, visit) if r.operator == name)
        for name in ("中国移动", "中国电信")
    )
    assert mobile.period[0] < mobile.period[1] < telecom.period[0]


def test_without_a_log_there_is_nothing(survey: Survey) -> None:
    assert printed(survey, a_visit(survey)) == ()
