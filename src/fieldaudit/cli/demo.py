"""The command that shows the whole flow on the bundled example."""

from pathlib import Path

import click

from fieldaudit.actions import demo
from fieldaudit.cli.voice import FINDINGS, Voice
from fieldaudit.cli.words import FILE, command
from fieldaudit.texts import QT_TRANSLATE_NOOP


@command("demo", QT_TRANSLATE_NOOP("Cli", "在内置示例上走完整个流程；默认写入 demo 文件夹"))
@click.argument("folder", metavar="[DIR]", type=FILE, default=Path("demo"))
def word(voice: Voice, folder: Path) -> int:
    """Carry out the whole flow, from two inspectors to a verified package."""
    report = demo.run(folder, say=_hush if voice.machine else click.echo, catalog=voice.catalog)
    if voice.machine:
        voice.emit(report)
    return 0 if report.outcome == "genuine" and report.balance.closes else FINDINGS


def _hush(sentence: str) -> None:
    """A program reads the report at the end."""
