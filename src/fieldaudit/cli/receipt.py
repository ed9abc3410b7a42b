"""The command that tells an inspector whether everything arrived at the office."""

from dataclasses import fields
from pathlib import Path

import click

from fieldaudit.actions import surveys
from fieldaudit.actions.receipts import check_receipt
from fieldaudit.cli.voice import FINDINGS, Voice
from fieldaudit.cli.words import FILE, command, on_survey
from fieldaudit.texts import QT_TRANSLATE_NOOP

_VERDICT = {
    "source": QT_TRANSLATE_NOOP("Cli", "文件"),
    "made_at": QT_TRANSLATE_NOOP("Cli", "时间"),
    "signer": QT_TRANSLATE_NOOP("Cli", "签名人"),
    "trusted": QT_TRANSLATE_NOOP("Cli", "已作保"),
    "visits": QT_TRANSLATE_NOOP("Cli", "检查"),
    "arrived": QT_TRANSLATE_NOOP("Cli", "已送达的检查"),
    "missing": QT_TRANSLATE_NOOP("Cli", "未送达的检查"),
    "changed": QT_TRANSLATE_NOOP("Cli", "送达后又有修改或未全部送达的检查"),
    "photos": QT_TRANSLATE_NOOP("Cli", "照片"),
    "photos_arrived": QT_TRANSLATE_NOOP("Cli", "已送达的照片"),
    "refused": QT_TRANSLATE_NOOP("Cli", "拒绝"),
    "reasons": QT_TRANSLATE_NOOP("Cli", "理由"),
}
_ALL = QT_TRANSLATE_NOOP("Cli", "全部检查和照片都已送达。")
_NOT_ALL = QT_TRANSLATE_NOOP("Cli", "没有全部送达，请保留本机文件，重新移交。")


@command("receipt", QT_TRANSLATE_NOOP("Cli", "核对工作专班的合并回执"))
@on_survey
@click.argument("file", type=FILE)
def receipt(voice: Voice, *, survey: Path, file: Path) -> int:
    """Compare a receipt with what is here."""
    with surveys.open_survey(survey, readonly=True) as opened:
        verdict = check_receipt(opened, file)
    if voice.machine:
        whole = {each.name: getattr(verdict, each.name) for each in fields(verdict)}
        voice.emit({**whole, "complete": verdict.complete})
    else:
        voice.show(verdict, _VERDICT)
        voice.tell(_ALL if verdict.complete else _NOT_ALL)
    return 0 if verdict.complete else FINDINGS
