"""Commands on survey files as a whole."""

from dataclasses import fields
from pathlib import Path

import click

from fieldaudit.actions import backups, checks, handovers, surveys
from fieldaudit.actions.opening import open_alone
from fieldaudit.cli.persons import author_from, authored, identity_if_any, signing
from fieldaudit.cli.receipt import receipt
from fieldaudit.cli.safekeeping import purge, rescue, unwrap
from fieldaudit.cli.tallies import show_balance
from fieldaudit.cli.voice import Voice
from fieldaudit.cli.words import FILE, Group, on_survey, option, pairs
from fieldaudit.texts import QT_TRANSLATE_NOOP

word = Group("survey", QT_TRANSLATE_NOOP("Cli", "调查文件：新建、查看、检查、备份、移交"))
word.add_command(rescue)
word.add_command(purge)
word.add_command(unwrap)
word.add_command(receipt)

_INFO = {
    "name": QT_TRANSLATE_NOOP("Cli", "名称"),
    "region": QT_TRANSLATE_NOOP("Cli", "区域"),
    "state": QT_TRANSLATE_NOOP("Cli", "状态校验值"),
    "revisions": QT_TRANSLATE_NOOP("Cli", "修订"),
    "records": QT_TRANSLATE_NOOP("Cli", "记录数"),
    "conflicts": QT_TRANSLATE_NOOP("Cli", "未决冲突"),
    "photos_expected": QT_TRANSLATE_NOOP("Cli", "应有附件"),
    "photos_present": QT_TRANSLATE_NOOP("Cli", "完好附件"),
    "photos_damaged": QT_TRANSLATE_NOOP("Cli", "缺失或损坏附件"),
    "drafts": QT_TRANSLATE_NOOP("Cli", "未保存的填写"),
}
_SEALS = {
    "name": QT_TRANSLATE_NOOP("Cli", "姓名"),
    "state": QT_TRANSLATE_NOOP("Cli", "封签"),
    "revisions": QT_TRANSLATE_NOOP("Cli", "修订"),
    "sealed": QT_TRANSLATE_NOOP("Cli", "已封签"),
}
_BACKUPS = {
    "made": QT_TRANSLATE_NOOP("Cli", "时间"),
    "reason": QT_TRANSLATE_NOOP("Cli", "缘由"),
    "size": QT_TRANSLATE_NOOP("Cli", "字节"),
    "file": QT_TRANSLATE_NOOP("Cli", "文件"),
}
_LIST = QT_TRANSLATE_NOOP("Cli", "列出备份，不备份")
_FORM = QT_TRANSLATE_NOOP("Cli", "检查表文件，可重复；默认为内置的全部检查表")
_TITLE = QT_TRANSLATE_NOOP("Cli", "调查名称；默认取文件名")
_REGION = QT_TRANSLATE_NOOP("Cli", "区域")
_STREET = QT_TRANSLATE_NOOP("Cli", "街道代码和名称，可重复")
_PARAMETERS = QT_TRANSLATE_NOOP("Cli", "阈值参数文件；默认为内置参数")
_UNSEALED = QT_TRANSLATE_NOOP("Cli", "不封签，直接移交")
_RECIPIENT = QT_TRANSLATE_NOOP("Cli", "收件人的证书；给出时写出只有收件人能打开的加密文件")
_WRITTEN = QT_TRANSLATE_NOOP("Cli", "已写入 {file}。")
_REBUILT = QT_TRANSLATE_NOOP("Cli", "已重建 {count} 条记录。")


@word.word("new", QT_TRANSLATE_NOOP("Cli", "新建调查文件"))
@on_survey
@option("--form", "forms", type=FILE, multiple=True, help=_FORM)
@option("--name", "title", default="", help=_TITLE)
@option("--region", default="", help=_REGION)
@option("--street", "streets", multiple=True, metavar="CODE=NAME", help=_STREET)
@option("--parameters", type=FILE, help=_PARAMETERS)
@authored
def new(
    voice: Voice,
    *,
    survey: Path,
    forms: tuple[Path, ...],
    title: str,
    region: str,
    streets: tuple[str, ...],
    parameters: Path | None,
    identity: Path | None,
    name: str | None,
) -> None:
    """Make a survey file."""
    surveys.new_survey(
        survey,
        name=title or survey.stem,
        founder=author_from(identity, name),
        region=region,
        streets=pairs(streets),
        forms=forms or None,
        parameters=parameters,
    )
    _written(voice, survey)


@word.word("info", QT_TRANSLATE_NOOP("Cli", "查看调查文件的内容和计数"))
@on_survey
def info(voice: Voice, survey: Path) -> None:
    """Count what a survey holds; every original is hashed again."""
    with surveys.open_survey(survey, readonly=True) as opened:
        found = surveys.info(opened)
    if voice.machine:
        voice.emit(_described(found))
    else:
        voice.show(found, _INFO)
        voice.list(found.seals, _SEALS)


def _described(found: surveys.SurveyInfo) -> dict[str, object]:
    described: dict[str, object] = {
        each.name: getattr(found, each.name)
        for each in fields(found)
        if not each.name.startswith("photos_")
    }
    return described | {
        "photos": {
            "expected": found.photos_expected,
            "present": found.photos_present,
            "damaged": found.photos_damaged,
        }
    }


@word.word("check", QT_TRANSLATE_NOOP("Cli", "检查附件和封签是否完好"))
@on_survey
def check(voice: Voice, survey: Path) -> int:
    """Check pages, revisions, originals and seals; what was purged is told, and is no finding."""
    found = checks.check_file(survey)
    code = voice.problems(found)
    if not voice.machine and not found:
        with surveys.open_survey(survey, readonly=True) as opened:
            voice.remarks(checks.purged_photos(opened))
    return code


@word.word("rebuild", QT_TRANSLATE_NOOP("Cli", "由修订重建所有派生数据"))
@on_survey
def rebuild(voice: Voice, survey: Path) -> None:
    """Make every derived table again."""
    with open_alone(survey) as opened:
        count = surveys.rebuild(opened, progress=voice.progress()).value
    voice.answer(_REBUILT, count=count)


@word.word("backup", QT_TRANSLATE_NOOP("Cli", "备份到调查文件旁的备份文件夹或指定的文件夹"))
@on_survey
@click.argument("folder", type=FILE, required=False)
@option("--list", "listing", is_flag=True, help=_LIST)
def backup(voice: Voice, survey: Path, folder: Path | None, *, listing: bool) -> None:
    """Write a proven copy, or list those that there are."""
    if listing:
        voice.list(backups.backups(survey), _BACKUPS)
        return
    with surveys.open_survey(survey) as opened:
        if folder is None:
            written = backups.keep_backup(opened, backups.Reason.MANUAL, progress=voice.progress())
        else:
            written = surveys.backup(opened, folder, progress=voice.progress())
    _written(voice, written)


@word.word("restore", QT_TRANSLATE_NOOP("Cli", "把备份恢复为新的调查文件"))
@click.argument("saved", metavar="BACKUP", type=FILE)
@click.argument("target", type=FILE)
def restore(voice: Voice, saved: Path, target: Path) -> None:
    """Write a backup back as a new file."""
    _written(voice, surveys.restore(saved, target, progress=voice.progress()))


@word.word("handover", QT_TRANSLATE_NOOP("Cli", "封签并写出一个用于移交的文件"))
@on_survey
@click.argument("out", type=FILE)
@option("--unsealed", is_flag=True, help=_UNSEALED)
@option("--encrypt-to", "recipient", type=FILE, metavar="CERT.pem", help=_RECIPIENT)
@signing
def handover(
    voice: Voice,
    *,
    survey: Path,
    out: Path,
    unsealed: bool,
    recipient: Path | None,
    identity: Path | None,
    password_file: Path | None,
) -> int:
    """Seal, and write one clean file to give away."""
    signer = None if unsealed else identity_if_any(identity, password_file)
    with surveys.open_survey(survey) as opened:
        if recipient is None:
            done = surveys.handover(opened, out, identity=signer, progress=voice.progress())
        else:
            done = handovers.handover_to(
                opened, out, recipient=recipient, identity=signer, progress=voice.progress()
            )
    return show_balance(voice, done.value)


def _written(voice: Voice, file: Path) -> None:
    voice.answer(_WRITTEN, file=file)
