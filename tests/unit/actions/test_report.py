from pathlib import Path

import pytest
from openpyxl import load_workbook

from fieldaudit.actions.indicators import enter_figure
from fieldaudit.actions.report import write_report
from fieldaudit.errors import BadInput, Code
from fieldaudit.store import journal
from fieldaudit.store.survey import Survey
from fieldaudit.visit.stamp import Author
from tests.kit.office import GOOD, an_accepted_visit

FOREVER = "9999-12-31"


@pytest.mark.parametrize("ending", ["md", "html", "xlsx"])
def test_a_report_is_counted_in_what_was_written(
    ending: str, survey: Survey, tmp_path: Path
) -> None:
    an_accepted_visit(survey, {**GOOD, "fibre/RES-07": "no"})
    out = tmp_path / f"七月.{ending}"
    done = write_report(survey, out=out, cutoff=FOREVER).value
    assert (done.path, done.visits, done.cutoff) == (out, 1, FOREVER)
    wanted = {"indicators": 7, "tasks": 12, "streets": 2, "findings": 1, "cases": 0}
    assert {name: done.rows[name] for name in wanted} == wanted
    assert ("report", 1) in [
        (deed, told.get("visits")) for _, deed, told in journal.entries(survey)
    ]


def test_the_report_says_where_its_numbers_come_from(
    survey: Survey, office: Author, tmp_path: Path
) -> None:
    for name, value in (("GC2.ten", "2496"), ("GC2.ports", "10000")):
        enter_figure(
            survey, name=name, value=value, source="六月月报", day="2022-06-30", author=office
        )
    out = tmp_path / "r.md"
    write_report(survey, out=out)
    said = out.read_text("utf-8")
    for part in ("LJ2022/2022070801", "2022-09-30", "| 25.0 | 未达标 | 2496 | 10000 |", "六月月报"):
        assert part in said


def test_numbers_are_numbers_in_the_workbook(survey: Survey, tmp_path: Path) -> None:
    out = tmp_path / "r.xlsx"
    write_report(survey, out=out)
    book = load_workbook(out)
    assert book.sheetnames[0] == "关于本报告"
    assert book["指标"]["D2"].value == 80


@pytest.mark.parametrize("name", ["r.pdf", "r"])
def test_another_format_is_refused(name: str, survey: Survey, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        write_report(survey, out=tmp_path / name)
    assert caught.value.code is Code.REPORT_FORMAT
    assert list(tmp_path.glob("r*")) == []


def test_nothing_is_written_over(survey: Survey, tmp_path: Path) -> None:
    (tmp_path / "r.md").write_text("mine")
    with pytest.raises(BadInput) as caught:
        write_report(survey, out=tmp_path / "r.md")
    assert caught.value.code is Code.FILE_EXISTS
