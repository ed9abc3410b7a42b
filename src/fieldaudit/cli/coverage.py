"""Commands on drive-test logs and what they show."""

from pathlib import Path

import click

from fieldaudit.actions import coverage, surveys
from fieldaudit.cli.persons import author_from, authored
from fieldaudit.cli.voice import Voice
from fieldaudit.cli.words import DATUMS, FILE, Group, on_survey, option
from fieldaudit.texts import QT_TRANSLATE_NOOP
from fieldaudit.visit.sample import LogReading

word = Group("coverage", QT_TRANSLATE_NOOP("Cli", "覆盖：导入测试日志、查看结果"))

_READINGS = {
    "name": QT_TRANSLATE_NOOP("Cli", "文件名"),
    "profile": QT_TRANSLATE_NOOP("Cli", "格式"),
    "read": QT_TRANSLATE_NOOP("Cli", "读取行数"),
    "kept": QT_TRANSLATE_NOOP("Cli", "有效样本"),
    "rejected": QT_TRANSLATE_NOOP("Cli", "剔除"),
    "datum": QT_TRANSLATE_NOOP("Cli", "坐标系"),
}
_ROWS = {
    "operator": QT_TRANSLATE_NOOP("Cli", "运营商"),
    "technology": QT_TRANSLATE_NOOP("Cli", "制式"),
    "samples": QT_TRANSLATE_NOOP("Cli", "样本"),
    "good": QT_TRANSLATE_NOOP("Cli", "达标样本"),
    "share": QT_TRANSLATE_NOOP("Cli", "达标率"),
    "low": QT_TRANSLATE_NOOP("Cli", "下限"),
    "high": QT_TRANSLATE_NOOP("Cli", "上限"),
    "verdict": QT_TRANSLATE_NOOP("Cli", "结论"),
}
_DATUM = QT_TRANSLATE_NOOP("Cli", "坐标系")
_OPERATOR = QT_TRANSLATE_NOOP("Cli", "日志没有写明时的运营商")
_NOTHING = QT_TRANSLATE_NOOP("Cli", "这次检查没有测试日志。")


@word.word("import", QT_TRANSLATE_NOOP("Cli", "为检查导入测试日志，原样保存"))
@on_survey
@click.argument("visit")
@click.argument("files", metavar="LOG...", type=FILE, nargs=-1, required=True)
@option("--datum", type=DATUMS, default="wgs84", help=_DATUM)
@option("--operator", default="", help=_OPERATOR)
@authored
def import_(
    voice: Voice,
    *,
    survey: Path,
    visit: str,
    files: tuple[Path, ...],
    datum: str,
    operator: str,
    identity: Path | None,
    name: str | None,
) -> None:
    """Attach logs to a visit: all of them, or none."""
    author = author_from(identity, name)
    with surveys.open_survey(survey) as opened:
        readings = coverage.import_logs(
            opened,
            visit=visit,
            files=files,
            datum=datum,
            operator=operator,
            author=author,
            progress=voice.progress(),
        ).value
    voice.list([_tally(each) for each in readings] if voice.machine else readings, _READINGS)
    voice.remarks([note for each in readings for note in each.notes])


@word.word("show", QT_TRANSLATE_NOOP("Cli", "按运营商和制式显示一次检查的覆盖"))
@on_survey
@click.argument("visit")
def show(voice: Voice, survey: Path, visit: str) -> None:
    """Judge the samples of a visit's logs."""
    with surveys.open_survey(survey, readonly=True) as opened:
        found = coverage.coverage_of(opened, visit=visit)
    if voice.machine:
        voice.emit(found and {"limits": found.limits, "rows": found.rows})
    elif found is None:
        voice.tell(_NOTHING)
    else:
        voice.list(found.rows, _ROWS)


def _tally(reading: LogReading) -> dict[str, object]:
    # The samples themselves stay in the log; a program wants to know what became of its rows.
    return {name: getattr(reading, name) for name in (*_READINGS, "sha256", "frozen", "notes")}
