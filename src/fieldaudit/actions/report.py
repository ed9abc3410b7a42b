"""The monthly report: indicators, tasks, streets, findings and cases, written as one file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from fieldaudit import __version__
from fieldaudit.actions.changes import Changes, Done
from fieldaudit.actions.findings import list_findings
from fieldaudit.actions.indicators import USUAL_SET, Assessment, assess, tasks
from fieldaudit.actions.report_tables import report_tables
from fieldaudit.errors import BadInput, Code, Problem
from fieldaudit.package.exports.workbook import check_workbook, write_workbook
from fieldaudit.package.report import ReportContent, write_html, write_markdown
from fieldaudit.store import journal, records, revisions
from fieldaudit.store.survey import Survey
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog, Language
from fieldaudit.visit.newfile import new_file
from fieldaudit.visit.stamp import Moment, now

_TITLE = QT_TRANSLATE_NOOP("Domain", "千兆城市建设月报")
_FACTS = {
    "survey": QT_TRANSLATE_NOOP("Domain", "调查"),
    "region": QT_TRANSLATE_NOOP("Domain", "范围"),
    "cutoff": QT_TRANSLATE_NOOP("Domain", "截止日期"),
    "made": QT_TRANSLATE_NOOP("Domain", "编制时间"),
    "visits": QT_TRANSLATE_NOOP("Domain", "计入的检查"),
    "rules": QT_TRANSLATE_NOOP("Domain", "口径版本"),
    "hash": QT_TRANSLATE_NOOP("Domain", "口径校验值"),
    "choices": QT_TRANSLATE_NOOP("Domain", "口径选择"),
    "state": QT_TRANSLATE_NOOP("Domain", "数据状态"),
    "software": QT_TRANSLATE_NOOP("Domain", "程序"),
    "notes": QT_TRANSLATE_NOOP("Domain", "说明"),
}
_ABOUT = QT_TRANSLATE_NOOP("Domain", "关于本报告")


@dataclass(frozen=True, slots=True)
class ReportReport:
    """What was written."""

    path: Path
    """The file."""

    cutoff: str
    """Last day that counts, ISO date."""

    visits: int
    """Accepted visits in it."""

    rows: Mapping[str, int]
    """Table → rows, counted in the file itself."""

    notes: tuple[Problem, ...]
    """What was left out."""


def write_report(
    survey: Survey,
    *,
    out: Path,
    cutoff: str = "",
    indicator_set: str = USUAL_SET,
    language: Language = "zh",
) -> Done[ReportReport]:
    """Write the monthly report into the new file `out` (.md, .html or .xlsx), and read it back.

    Args:
        survey: where visits and figures are.
        out: must not exist; its ending chooses the format.
        cutoff: ISO date; that of the survey's parameters when empty.
        indicator_set: a key of SETS.
        language: of the report.

    Raises:
        BadInput: unknown format, `out` is there already, or it reads back otherwise.
        Surroundings: the disk is full, or the folder cannot be written.
    """
    write = _WRITERS.get(out.suffix.lower())
    if write is None:
        raise BadInput(Code.REPORT_FORMAT, file=out.name, known=", ".join(_WRITERS))
    moment, catalog = now(), Catalog(language)
    assessment = assess(survey, cutoff=cutoff, indicator_set=indicator_set)
    content = _content(survey, assessment, moment, catalog, indicator_set=indicator_set)
    with new_file(out) as draft:
        rows = write(draft, content)
    counted = len(assessment.seen)
    entry = {"out": out.name, "cutoff": assessment.rules.cutoff, "visits": counted}
    journal.note(survey, "report", entry, moment=moment)
    done = ReportReport(out, assessment.rules.cutoff, counted, rows, assessment.notes)
    return Done(done, Changes(journal=True))


def _content(
    survey: Survey,
    assessment: Assessment,
    moment: Moment,
    catalog: Catalog,
    *,
    indicator_set: str,
) -> ReportContent:
    today = moment.datetime().date()
    return ReportContent(
        title=catalog.text("Domain", _TITLE),
        about=catalog.text("Domain", _ABOUT),
        facts=_facts(survey, assessment, moment, catalog),
        language=catalog.language,
        tables=report_tables(
            assessment,
            tasks(assessment, indicator_set=indicator_set),
            list_findings(survey, today=today, catalog=catalog),
            catalog,
        ),
    )


def _facts(
    survey: Survey, assessment: Assessment, moment: Moment, catalog: Catalog
) -> tuple[tuple[str, str], ...]:
    head, rules = records.records(survey, "survey")[0], assessment.rules
    told = {
        "survey": head.get("name"),
        "region": head.get("region"),
        "cutoff": rules.cutoff,
        "made": moment.iso(),
        "visits": str(len(assessment.seen)),
        "rules": rules.version,
        "hash": rules.hash,
        "choices": " ".join(f"{name}={choice}" for name, choice in rules.choices.items()),
        "state": revisions.state(survey),
        "software": f"fieldaudit {__version__}",
        "notes": " ".join(catalog.explain(note) for note in assessment.notes),
    }
    return tuple((catalog.text("Domain", _FACTS[name]), text) for name, text in told.items())


def _workbook(out: Path, content: ReportContent) -> dict[str, int]:
    tables = (content.facts_table(), *content.tables)
    write_workbook(out, tables)
    return check_workbook(out, tables)


_WRITERS: dict[str, Callable[[Path, ReportContent], dict[str, int]]] = {
    ".md": write_markdown,
    ".html": write_html,
    ".xlsx": _workbook,
}
