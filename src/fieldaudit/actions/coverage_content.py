"""Coverage as a package prints it: one entry for each operator and technology."""

from fieldaudit.actions.coverage import limits, readings_of
from fieldaudit.actions.sheets import VisitSheet
from fieldaudit.assess.coverage import Coverage, CoverageRow, assess_coverage
from fieldaudit.assess.interval import Sufficiency
from fieldaudit.package.evidence import Bin, Cell, CoverageContent, Verdict
from fieldaudit.store.survey import Survey
from fieldaudit.texts import Catalog
from fieldaudit.visit.operators import OPERATOR_TEXTS, Operator
from fieldaudit.visit.sample import LogReading
from fieldaudit.visit.stamp import Moment

_VERDICTS = {
    Sufficiency.MET: Verdict.CONFORMING,
    Sufficiency.NOT_MET: Verdict.FAILED,
    Sufficiency.NOT_ENOUGH: Verdict.NOT_JUDGED,
}
_STRONGEST, _WEAKEST = -31.0, -156.0
"""dBm; the range of SS-RSRP (3GPP TS 38.133 §10.1.6), where a bin is open."""


def coverage_rows(
    survey: Survey, sheet: VisitSheet, catalog: Catalog
) -> tuple[CoverageContent, ...]:
    """Judge each log of a visit and return what is printed of it."""
    found = []
    for reading in readings_of(survey, visit=sheet.summary.id):
        coverage = assess_coverage(reading.samples, limits(sheet.parameters))
        found += [_row(row, coverage, reading, catalog) for row in coverage.rows]
    return tuple(found)


def _row(
    row: CoverageRow, coverage: Coverage, reading: LogReading, catalog: Catalog
) -> CoverageContent:
    return CoverageContent(
        operator=_operator(row.operator, catalog),
        technology=row.technology.value,
        samples=row.samples,
        good=row.good,
        share=row.share,
        low=row.low,
        high=row.high,
        required=coverage.limits.share,
        enough=row.verdict is not Sufficiency.NOT_ENOUGH,
        verdict=_VERDICTS[row.verdict],
        mean_rsrp=row.mean_rsrp,
        mean_sinr=row.mean_sinr,
        limit_rsrp=coverage.limits.rsrp,
        bins=tuple(
            Bin(
                _WEAKEST if each.lower is None else each.lower,
                _STRONGEST if each.upper is None else each.upper,
                each.count,
            )
            for each in reversed(row.bins)
        ),
        cells=_cells(row),
        cell_size=coverage.limits.cell,
        grid_ratio=row.grid_ratio,
        rejected=sum(reading.rejected.values()),
        log=reading.name,
        sha256=reading.sha256,
        period=_period(row, reading),
        notes=tuple(catalog.explain(note) for note in reading.notes),
    )


def _cells(row: CoverageRow) -> tuple[Cell, ...]:
    """Count rows and columns from the south-west corner of what was measured."""
    valid = [cell for cell in row.cells if cell.valid]
    south = min((cell.row for cell in valid), default=0)
    west = min((cell.column for cell in valid), default=0)
    return tuple(Cell(cell.column - west, cell.row - south, cell.good) for cell in valid)


def _operator(code: str, catalog: Catalog) -> str:
    known = code in list(Operator)
    return catalog.text("Domain", OPERATOR_TEXTS[Operator(code)]) if known else code


def _period(row: CoverageRow, reading: LogReading) -> tuple[str, str]:
    mine = (
        s for s in reading.samples if (s.operator, s.technology) == (row.operator, row.technology)
    )
    times = [sample.at for sample in mine if sample.at is not None]
    return (Moment(min(times)).iso(), Moment(max(times)).iso()) if times else ("", "")
