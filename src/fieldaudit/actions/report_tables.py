"""The tables of the monthly report, each row traceable to its records.

Streets stand in the order of their names and people do not occur: nobody is ranked.
"""

from collections.abc import Iterator, Mapping, Sequence

from fieldaudit.actions.findings import ListedFinding
from fieldaudit.actions.indicators import Assessment
from fieldaudit.assess.figures import SOURCE_KINDS
from fieldaudit.assess.findings import FindingState
from fieldaudit.assess.indicators import OUTCOMES, Indicator, Outcome, Side
from fieldaudit.assess.tasks import TASK_STATUSES, TaskState
from fieldaudit.assess.verdict import Conclusion
from fieldaudit.package.exports.content import Cell, CellKind, Column, Row, Table
from fieldaudit.package.exports.variants import Policy, Variant
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog

_T, _I, _N, _D, _M = CellKind
_NOBODY = Policy(Variant.PUBLIC)
"""Masks telephone and identity numbers that somebody typed into a remark."""

_TITLES = {
    "indicators": QT_TRANSLATE_NOOP("Domain", "指标"),
    "tasks": QT_TRANSLATE_NOOP("Domain", "重点任务"),
    "streets": QT_TRANSLATE_NOOP("Domain", "各街道情况"),
    "findings": QT_TRANSLATE_NOOP("Domain", "待整改问题"),
    "cases": QT_TRANSLATE_NOOP("Domain", "应用案例线索"),
}
_INDICATOR = {
    "indicator": (QT_TRANSLATE_NOOP("Domain", "代码"), _T),
    "title": (QT_TRANSLATE_NOOP("Domain", "指标"), _T),
    "unit": (QT_TRANSLATE_NOOP("Domain", "计量单位"), _T),
    "target": (QT_TRANSLATE_NOOP("Domain", "目标"), _N),
    "reported": (QT_TRANSLATE_NOOP("Domain", "填报值"), _T),
    "reported_outcome": (QT_TRANSLATE_NOOP("Domain", "填报结论"), _T),
    "reported_numerator": (QT_TRANSLATE_NOOP("Domain", "填报分子"), _N),
    "reported_denominator": (QT_TRANSLATE_NOOP("Domain", "填报分母"), _N),
    "reported_source": (QT_TRANSLATE_NOOP("Domain", "填报来源"), _T),
    "verified": (QT_TRANSLATE_NOOP("Domain", "核实值"), _T),
    "verified_outcome": (QT_TRANSLATE_NOOP("Domain", "核实结论"), _T),
    "verified_numerator": (QT_TRANSLATE_NOOP("Domain", "核实分子"), _N),
    "verified_denominator": (QT_TRANSLATE_NOOP("Domain", "核实分母"), _N),
    "verified_visits": (QT_TRANSLATE_NOOP("Domain", "核实检查数"), _I),
    "unverified": (QT_TRANSLATE_NOOP("Domain", "未核实站点"), _I),
    "difference": (QT_TRANSLATE_NOOP("Domain", "填报减核实"), _N),
    "source": (QT_TRANSLATE_NOOP("Domain", "来源类型"), _T),
    "notes": (QT_TRANSLATE_NOOP("Domain", "说明"), _T),
    "visits": (QT_TRANSLATE_NOOP("Domain", "检查记录号"), _T),
}
_TASK = {
    "task": (QT_TRANSLATE_NOOP("Domain", "序号"), _I),
    "title": (QT_TRANSLATE_NOOP("Domain", "任务"), _T),
    "responsible": (QT_TRANSLATE_NOOP("Domain", "牵头和责任单位"), _T),
    "support": (QT_TRANSLATE_NOOP("Domain", "配合单位"), _T),
    "deadline": (QT_TRANSLATE_NOOP("Domain", "期限"), _T),
    "days_left": (QT_TRANSLATE_NOOP("Domain", "剩余天数"), _I),
    "indicators": (QT_TRANSLATE_NOOP("Domain", "指标结论"), _T),
    "status": (QT_TRANSLATE_NOOP("Domain", "状态"), _T),
}
_CONCLUSIONS = {
    Conclusion.CONFORMING: QT_TRANSLATE_NOOP("Domain", "合格"),
    Conclusion.BASICALLY_CONFORMING: QT_TRANSLATE_NOOP("Domain", "基本合格"),
    Conclusion.RECTIFY: QT_TRANSLATE_NOOP("Domain", "整改"),
    Conclusion.FAILED: QT_TRANSLATE_NOOP("Domain", "不合格"),
    Conclusion.NOT_CHECKED: QT_TRANSLATE_NOOP("Domain", "未检查"),
}
_STREET = {
    "street": (QT_TRANSLATE_NOOP("Domain", "街道"), _T),
    "sites": (QT_TRANSLATE_NOOP("Domain", "登记站点"), _I),
    "visited": (QT_TRANSLATE_NOOP("Domain", "已检查站点"), _I),
    "visits": (QT_TRANSLATE_NOOP("Domain", "已接收检查"), _I),
    **{each.value: (label, _I) for each, label in _CONCLUSIONS.items()},
    "open": (QT_TRANSLATE_NOOP("Domain", "待整改"), _I),
    "overdue": (QT_TRANSLATE_NOOP("Domain", "已逾期"), _I),
    "closed": (QT_TRANSLATE_NOOP("Domain", "已闭环"), _I),
}
_FINDING = {
    "number": (QT_TRANSLATE_NOOP("Domain", "问题编号"), _T),
    "street": (QT_TRANSLATE_NOOP("Domain", "街道"), _T),
    "site_name": (QT_TRANSLATE_NOOP("Domain", "站点名称"), _T),
    "label": (QT_TRANSLATE_NOOP("Domain", "检查项"), _T),
    "severity": (QT_TRANSLATE_NOOP("Domain", "严重程度"), _T),
    "owner": (QT_TRANSLATE_NOOP("Domain", "责任单位"), _T),
    "due": (QT_TRANSLATE_NOOP("Domain", "整改期限"), _T),
    "state": (QT_TRANSLATE_NOOP("Domain", "状态"), _T),
}
_CASE = {
    "field": (QT_TRANSLATE_NOOP("Domain", "领域"), _T),
    "site": (QT_TRANSLATE_NOOP("Domain", "站点编码"), _T),
    "site_name": (QT_TRANSLATE_NOOP("Domain", "站点名称"), _T),
    "street": (QT_TRANSLATE_NOOP("Domain", "街道"), _T),
    "note": (QT_TRANSLATE_NOOP("Domain", "说明"), _T),
    "visit": (QT_TRANSLATE_NOOP("Domain", "检查记录号"), _T),
}
_FIELDS = {
    "consumption": QT_TRANSLATE_NOOP("Domain", "信息消费"),
    "industry": QT_TRANSLATE_NOOP("Domain", "垂直行业"),
    "society": QT_TRANSLATE_NOOP("Domain", "社会民生"),
    "government": QT_TRANSLATE_NOOP("Domain", "数字政府"),
}
_CASES = {"industrial_park": "PRK-32", "key_place": "KEY-30"}


def report_tables(
    assessment: Assessment,
    states: Sequence[TaskState],
    findings: Sequence[ListedFinding],
    catalog: Catalog,
) -> tuple[Table, ...]:
    """Return the tables in the order in which they are read.

    Args:
        assessment: the indicators with the visits that they rest on.
        states: the tasks.
        findings: all findings, closed ones included.
        catalog: the language.
    """
    still = [each for each in findings if each.finding.state is FindingState.OPEN]
    made = (
        ("indicators", _INDICATOR, _indicators(assessment.indicators, catalog)),
        ("tasks", _TASK, _tasks(states, catalog)),
        ("streets", _STREET, _streets(assessment, findings)),
        ("findings", _FINDING, _findings(still)),
        ("cases", _CASE, _cases(assessment, catalog)),
    )
    return tuple(_table(name, heads, list(rows), catalog) for name, heads, rows in made)


def indicators_table(assessment: Assessment, catalog: Catalog) -> Table:
    """Return the indicators alone, as the report has them."""
    rows = list(_indicators(assessment.indicators, catalog))
    return _table("indicators", _INDICATOR, rows, catalog)


def _table(
    name: str, heads: Mapping[str, tuple[str, CellKind]], rows: list[Row], catalog: Catalog
) -> Table:
    columns = tuple(
        Column(key, catalog.text("Domain", label), kind) for key, (label, kind) in heads.items()
    )
    return Table(name, catalog.text("Domain", _TITLES[name]), columns, rows, plain=True)


def _indicators(found: Sequence[Indicator], catalog: Catalog) -> Iterator[Row]:
    say = catalog.text
    for each in found:
        reported, verified = each.reported, each.verified
        notes = (*reported.notes, *verified.notes)
        kinds = dict.fromkeys((*reported.sources, *verified.sources))
        yield (
            each.definition.code,
            say("Domain", each.definition.title),
            say("Domain", each.definition.unit),
            each.target,
            *_side(reported, catalog),
            catalog.strung(f"{figure.source} {figure.date}" for figure in reported.figures),
            *_side(verified, catalog),
            len(verified.visits),
            len(each.unverified),
            each.difference,
            catalog.joined(say("Domain", SOURCE_KINDS[kind]) for kind in kinds),
            " ".join(catalog.explain(note) for note in notes),
            " ".join(each.visits),
        )


def _side(side: Side, catalog: Catalog) -> tuple[Cell, ...]:
    outcome = catalog.text("Domain", OUTCOMES[side.outcome])
    return side.shown, outcome, side.numerator, side.denominator


def _tasks(states: Sequence[TaskState], catalog: Catalog) -> Iterator[Row]:
    for state in states:
        task = state.task
        outcomes = [f"{code} {_outcome(each, catalog)}" for code, each in state.outcomes.items()]
        yield (
            task.number,
            task.zh if catalog.language == "zh" else task.en,
            catalog.joined((*task.lead, *task.responsible)),
            catalog.joined(task.support),
            task.deadline or None,
            state.days_left,
            catalog.strung(outcomes),
            catalog.text("Domain", TASK_STATUSES[state.status]),
        )


def _outcome(outcome: Outcome, catalog: Catalog) -> str:
    return catalog.text("Domain", OUTCOMES[outcome])


def _streets(assessment: Assessment, findings: Sequence[ListedFinding]) -> Iterator[Row]:
    for street in sorted({site.street for site in assessment.sites}):
        visits = [visit for visit in assessment.seen if visit.site.street == street]
        mine = [each for each in findings if each.site.street == street]
        closed = sum(each.finding.state is FindingState.CLOSED for each in mine)
        verdicts = [visit.conclusion for visit in visits]
        yield (
            street,
            sum(site.street == street for site in assessment.sites),
            len({visit.site.id for visit in visits}),
            len(visits),
            *(verdicts.count(conclusion) for conclusion in _CONCLUSIONS),
            len(mine) - closed,
            sum(each.overdue for each in mine),
            closed,
        )


def _findings(findings: Sequence[ListedFinding]) -> Iterator[Row]:
    for each in findings:
        yield (
            each.number,
            each.site.street,
            each.site.name,
            each.label,
            each.severity,
            each.owner,
            each.finding.due,
            each.state,
        )


def _cases(assessment: Assessment, catalog: Catalog) -> Iterator[Row]:
    """Yield the leads that GC7 counts."""
    by_visit = {visit.visit: visit for visit in assessment.seen}
    for each in assessment.indicators:
        for row in each.verified.rows if each.definition.code == "GC7" else ():
            visit = by_visit[row.visits[0]]
            yield (
                catalog.text("Domain", _FIELDS.get(row.key, row.key)),
                visit.site.code,
                visit.site.name,
                visit.site.street,
                _NOBODY.text(visit.one(f"{_CASES[visit.form]}-note")),
                visit.visit,
            )
