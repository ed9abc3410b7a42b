"""The command that writes data for other programs."""

from pathlib import Path

import click

from fieldaudit.actions import exports
from fieldaudit.cli.voice import FINDINGS, Voice
from fieldaudit.cli.words import FILE, command, on_survey, option
from fieldaudit.package.exports.variants import Variant
from fieldaudit.texts import QT_TRANSLATE_NOOP

_REPORT = {
    "path": QT_TRANSLATE_NOOP("Cli", "文件"),
    "bytes": QT_TRANSLATE_NOOP("Cli", "字节"),
    "sha256": QT_TRANSLATE_NOOP("Cli", "校验值"),
    "tally.visits": QT_TRANSLATE_NOOP("Cli", "检查"),
    "tally.visits_left": QT_TRANSLATE_NOOP("Cli", "未接收未导出"),
    "tally.restricted": QT_TRANSLATE_NOOP("Cli", "涉密或禁拍"),
    "tally.photos": QT_TRANSLATE_NOOP("Cli", "照片"),
    "tally.photos_present": QT_TRANSLATE_NOOP("Cli", "完好照片"),
    "tally.photos_withheld": QT_TRANSLATE_NOOP("Cli", "按规定不导出的照片"),
    "tally.photos_damaged": QT_TRANSLATE_NOOP("Cli", "缺失或损坏照片"),
    "tally.papers": QT_TRANSLATE_NOOP("Cli", "附件"),
    "tally.papers_present": QT_TRANSLATE_NOOP("Cli", "完好附件"),
    "tally.papers_withheld": QT_TRANSLATE_NOOP("Cli", "按规定不导出的附件"),
    "tally.papers_damaged": QT_TRANSLATE_NOOP("Cli", "缺失或损坏附件"),
}
_ROWS = QT_TRANSLATE_NOOP("Cli", "{table}：{rows} 行")
_LAYER = QT_TRANSLATE_NOOP("Cli", "只导出这个图层、表或部分，可重复")
_VARIANT = QT_TRANSLATE_NOOP("Cli", "内部版，或公开版：不含联系人、照片和电信参数，坐标取三位小数")
_ALL = QT_TRANSLATE_NOOP("Cli", "也导出尚未接收的检查")


@command("export", QT_TRANSLATE_NOOP("Cli", "导出为表格、地图数据、照片和 ODK 提交数据"))
@on_survey
@click.argument("out", metavar="OUT.(xlsx|csv|geojson|gpkg|json|zip)", type=FILE)
@option("--layer", "layers", multiple=True, help=_LAYER)
@option(
    "--variant",
    type=click.Choice([each.value for each in Variant]),
    default="internal",
    help=_VARIANT,
)
@option("--all", "everything", is_flag=True, help=_ALL)
def word(
    voice: Voice,
    *,
    survey: Path,
    out: Path,
    layers: tuple[str, ...],
    variant: str,
    everything: bool,
) -> int:
    """Write tables, map layers, photos or submissions into one new file, or a folder."""
    with exports.open_to_export(survey) as opened:
        report = exports.export(
            opened,
            out=out,
            layers=layers,
            variant=Variant(variant),
            everything=everything,
            language=voice.catalog.language,
            progress=voice.progress(),
        ).value
    voice.show(report, _REPORT)
    if not voice.machine:
        for table, rows in report.counts.items():
            voice.tell(_ROWS, table=table, rows=rows)
    voice.remarks(report.problems)
    return FINDINGS if report.problems else 0
