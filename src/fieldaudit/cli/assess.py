"""Commands on what the visits mean: indicators, tasks, findings, the monthly report."""

from datetime import date
from pathlib import Path

import click

from fieldaudit.actions import findings, indicators, report, surveys
from fieldaudit.assess.definitions import SETS
from fieldaudit.assess.findings import FindingState
from fieldaudit.assess.indicators import Outcome
from fieldaudit.assess.tasks import TaskStatus
from fieldaudit.cli import assessed
from fieldaudit.cli.persons import author_from, authored
from fieldaudit.cli.voice import FINDINGS, Voice
from fieldaudit.cli.words import FILE, Group, on_survey, option
from fieldaudit.texts import QT_TRANSLATE_NOOP

word = Group("assess", QT_TRANSLATE_NOOP("Cli", "评估：指标、任务、问题、月报"))

_SETS = click.Choice(list(SETS))
_KINDS = click.Choice(["operator_return", "statistics"])
_CUTOFF = QT_TRANSLATE_NOOP("Cli", "截止日期，如 2022-07-31；默认取参数表中的")
_SET = QT_TRANSLATE_NOOP("Cli", "指标集")
_STREET = QT_TRANSLATE_NOOP("Cli", "只列出这个街道的")
_OPEN = QT_TRANSLATE_NOOP("Cli", "只列出未闭环的")
_LATE = QT_TRANSLATE_NOOP("Cli", "只列出已逾期的，按责任单位排列")
_TODAY = QT_TRANSLATE_NOOP("Cli", "按这一天判断逾期；默认今天")
_SOURCE = QT_TRANSLATE_NOOP("Cli", "来源：报表、年鉴或函件的名称")
_KIND = QT_TRANSLATE_NOOP("Cli", "来源类型；默认按数字的名称")
_DATE = QT_TRANSLATE_NOOP("Cli", "数字对应的日期；默认今天")
_FINDINGS = {
    "number": QT_TRANSLATE_NOOP("Cli", "问题编号"),
    "site.street": QT_TRANSLATE_NOOP("Cli", "街道"),
    "site.name": QT_TRANSLATE_NOOP("Cli", "名称"),
    "label": QT_TRANSLATE_NOOP("Cli", "检查项"),
    "severity": QT_TRANSLATE_NOOP("Cli", "严重程度"),
    "owner": QT_TRANSLATE_NOOP("Cli", "责任单位"),
    "finding.due": QT_TRANSLATE_NOOP("Cli", "整改期限"),
    "state": QT_TRANSLATE_NOOP("Cli", "状态"),
}
_INDICATORS = {
    "code": QT_TRANSLATE_NOOP("Cli", "代码"),
    "title": QT_TRANSLATE_NOOP("Cli", "指标"),
    "target": QT_TRANSLATE_NOOP("Cli", "目标"),
    "reported": QT_TRANSLATE_NOOP("Cli", "填报值"),
    "reported_outcome": QT_TRANSLATE_NOOP("Cli", "填报结论"),
    "verified": QT_TRANSLATE_NOOP("Cli", "核实值"),
    "verified_outcome": QT_TRANSLATE_NOOP("Cli", "核实结论"),
    "made_of": QT_TRANSLATE_NOOP("Cli", "核实构成"),
    "unverified": QT_TRANSLATE_NOOP("Cli", "未核实站点"),
}
_TASKS = {
    "number": QT_TRANSLATE_NOOP("Cli", "序号"),
    "title": QT_TRANSLATE_NOOP("Cli", "任务"),
    "deadline": QT_TRANSLATE_NOOP("Cli", "期限"),
    "outcomes": QT_TRANSLATE_NOOP("Cli", "指标结论"),
    "status": QT_TRANSLATE_NOOP("Cli", "状态"),
}
_FIGURE = {
    "name": QT_TRANSLATE_NOOP("Cli", "名称"),
    "value": QT_TRANSLATE_NOOP("Cli", "数值"),
    "date": QT_TRANSLATE_NOOP("Cli", "日期"),
    "source": QT_TRANSLATE_NOOP("Cli", "来源"),
}
_RULES = QT_TRANSLATE_NOOP("Cli", "截止 {cutoff}，口径 {version}：{choices}")
_WRITTEN = QT_TRANSLATE_NOOP("Cli", "已写入 {file}：计入 {visits} 次检查，截止 {cutoff}。")


@word.word("indicators", QT_TRANSLATE_NOOP("Cli", "计算指标：填报值、核实值与目标"))
@on_survey
@option("--cutoff", default="", metavar="DATE", help=_CUTOFF)
@option("--set", "chosen", type=_SETS, default=indicators.USUAL_SET, help=_SET)
def indicators_(voice: Voice, survey: Path, cutoff: str, chosen: str) -> int:
    """Work the indicators out; 1 when one is not met or not used."""
    with surveys.open_survey(survey, readonly=True) as opened:
        found = indicators.assess(opened, cutoff=cutoff, indicator_set=chosen)
    if voice.machine:
        voice.emit(assessed.assessment_json(found, chosen, voice.catalog))
    else:
        voice.list(assessed.indicator_lines(found, voice.catalog), _INDICATORS)
        rules = found.rules
        choices = " ".join(f"{name}={choice}" for name, choice in rules.choices.items())
        voice.tell(_RULES, cutoff=rules.cutoff, version=rules.version, choices=choices)
        voice.remarks(assessed.notes_of(found))
    sides = (side for each in found.indicators for side in (each.reported, each.verified))
    bad = any(side.outcome in (Outcome.NOT_MET, Outcome.REFUSED) for side in sides)
    return FINDINGS if bad else 0


@word.word("figure", QT_TRANSLATE_NOOP("Cli", "登记一个填报数字，如 GC4.population"))
@on_survey
@click.argument("figure", metavar="NAME")
@click.argument("value")
@option("--source", default="", help=_SOURCE)
@option("--kind", type=_KINDS, default=None, help=_KIND)
@option("--date", "day", default="", metavar="DATE", help=_DATE)
@authored
def figure_(
    voice: Voice,
    *,
    survey: Path,
    figure: str,
    value: str,
    source: str,
    kind: str | None,
    day: str,
    identity: Path | None,
    name: str | None,
) -> None:
    """Write down a number that an operator or the statistics report."""
    author = author_from(identity, name)
    with surveys.open_survey(survey) as opened:
        done = indicators.enter_figure(
            opened,
            name=figure,
            value=value,
            source=source,
            day=day,
            kind=kind or "",
            author=author,
        )
    voice.show(done.value, _FIGURE)


@word.word("figures", QT_TRANSLATE_NOOP("Cli", "列出填报数字"))
@on_survey
def figures(voice: Voice, survey: Path) -> None:
    """List what was reported."""
    with surveys.open_survey(survey, readonly=True) as opened:
        voice.list(indicators.list_figures(opened), _FIGURE)


@word.word("tasks", QT_TRANSLATE_NOOP("Cli", "列出十二项任务在截止日期的状态"))
@on_survey
@option("--cutoff", default="", metavar="DATE", help=_CUTOFF)
@option("--set", "chosen", type=_SETS, default=indicators.USUAL_SET, help=_SET)
def tasks(voice: Voice, survey: Path, cutoff: str, chosen: str) -> int:
    """Say where each task stands; 1 when one is overdue."""
    with surveys.open_survey(survey, readonly=True) as opened:
        found = indicators.assess(opened, cutoff=cutoff, indicator_set=chosen)
    states = indicators.tasks(found, indicator_set=chosen)
    if voice.machine:
        voice.emit([assessed.task_json(each) for each in states])
    else:
        voice.list(assessed.task_lines(states, voice.catalog), _TASKS)
        voice.remarks(found.notes)
    overdue = any(each.status is TaskStatus.OVERDUE for each in states)
    return FINDINGS if overdue else 0


@word.word("findings", QT_TRANSLATE_NOOP("Cli", "列出问题：责任单位、期限、逾期、闭环"))
@on_survey
@option("--street", default="", help=_STREET)
@option("--open", "only_open", is_flag=True, help=_OPEN)
@option("--overdue", "only_overdue", is_flag=True, help=_LATE)
@option("--date", "day", default="", metavar="DATE", help=_TODAY)
def findings_(
    voice: Voice, *, survey: Path, street: str, only_open: bool, only_overdue: bool, day: str
) -> int:
    """List the findings of accepted visits; 1 when one is open."""
    today = assessed.day_of(day) if day else date.today()
    with surveys.open_survey(survey, readonly=True) as opened:
        found = findings.list_findings(
            opened,
            today=today,
            street=street,
            only_open=only_open,
            only_overdue=only_overdue,
            catalog=voice.catalog,
        )
    voice.list([assessed.finding_json(e) for e in found] if voice.machine else found, _FINDINGS)
    still = any(each.finding.state is FindingState.OPEN for each in found)
    return FINDINGS if still else 0


@word.word("report", QT_TRANSLATE_NOOP("Cli", "编写月报（.md、.html、.xlsx）"))
@on_survey
@click.argument("out", metavar="OUT.(md|html|xlsx)", type=FILE)
@option("--cutoff", default="", metavar="DATE", help=_CUTOFF)
@option("--set", "chosen", type=_SETS, default=indicators.USUAL_SET, help=_SET)
def report_(voice: Voice, *, survey: Path, out: Path, cutoff: str, chosen: str) -> None:
    """Write the monthly report."""
    with surveys.open_survey(survey) as opened:
        done = report.write_report(
            opened,
            out=out,
            cutoff=cutoff,
            indicator_set=chosen,
            language=voice.catalog.language,
        ).value
    if voice.machine:
        voice.emit(done)
    else:
        voice.tell(_WRITTEN, file=done.path, visits=done.visits, cutoff=done.cutoff)
        voice.remarks(done.notes)
