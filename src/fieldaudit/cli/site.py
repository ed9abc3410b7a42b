"""Commands on the register of sites."""

from pathlib import Path

import click

from fieldaudit.actions import sites, surveys
from fieldaudit.cli.persons import author_from, authored
from fieldaudit.cli.tallies import show_balance
from fieldaudit.cli.voice import Voice
from fieldaudit.cli.words import DATUMS, FILE, Group, on_survey, option, pairs
from fieldaudit.texts import QT_TRANSLATE_NOOP

word = Group("site", QT_TRANSLATE_NOOP("Cli", "站点：导入、列出"))

_LIST = {
    "code": QT_TRANSLATE_NOOP("Cli", "编码"),
    "name": QT_TRANSLATE_NOOP("Cli", "名称"),
    "kind": QT_TRANSLATE_NOOP("Cli", "类型"),
    "street": QT_TRANSLATE_NOOP("Cli", "街道"),
    "address": QT_TRANSLATE_NOOP("Cli", "地址"),
    "position": QT_TRANSLATE_NOOP("Cli", "位置"),
}
_DATUM = QT_TRANSLATE_NOOP("Cli", "坐标系")
_MAP = QT_TRANSLATE_NOOP("Cli", "表头与字段的对应，可重复")
_TEXT = QT_TRANSLATE_NOOP("Cli", "只列出含有这些字的")


@word.word("import", QT_TRANSLATE_NOOP("Cli", "从 CSV 或 XLSX 导入站点"))
@on_survey
@click.argument("file", type=FILE)
@option("--datum", type=DATUMS, default="wgs84", help=_DATUM)
@option("--map", "columns", multiple=True, metavar="COL=FIELD", help=_MAP)
@authored
def import_(
    voice: Voice,
    *,
    survey: Path,
    file: Path,
    datum: str,
    columns: tuple[str, ...],
    identity: Path | None,
    name: str | None,
) -> int:
    """Take a register in."""
    author = author_from(identity, name)
    with surveys.open_survey(survey) as opened:
        done = sites.import_sites(
            opened, file=file, datum=datum, mapping=pairs(columns), author=author
        ).value
    return show_balance(voice, done.balance, problems=done.problems)


@word.word("list", QT_TRANSLATE_NOOP("Cli", "列出站点"))
@on_survey
@option("--text", default="", help=_TEXT)
def list_(voice: Voice, survey: Path, text: str) -> None:
    """List the register."""
    with surveys.open_survey(survey, readonly=True) as opened:
        voice.list(sites.list_sites(opened, text=text), _LIST)
