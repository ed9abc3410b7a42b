"""Commands on what operators and owners share, could share, and ask each other for."""

from pathlib import Path

import click

from fieldaudit.actions import demands, sharing, sharing_finder, surveys
from fieldaudit.cli import sharing_lines
from fieldaudit.cli.persons import author_from, authored
from fieldaudit.cli.tallies import show_balance
from fieldaudit.cli.voice import FINDINGS, Voice
from fieldaudit.cli.words import FILE, Group, on_survey, option
from fieldaudit.texts import QT_TRANSLATE_NOOP

word = Group("sharing", QT_TRANSLATE_NOOP("Cli", "共建共享：关系、可共享资源、需求清单"))

_LIST = {
    "form": QT_TRANSLATE_NOOP("Cli", "共享形式"),
    "kind": QT_TRANSLATE_NOOP("Cli", "共享方式"),
    "asset": QT_TRANSLATE_NOOP("Cli", "设施"),
    "owner": QT_TRANSLATE_NOOP("Cli", "产权方"),
    "users": QT_TRANSLATE_NOOP("Cli", "使用方"),
    "state": QT_TRANSLATE_NOOP("Cli", "状态"),
    "quantity": QT_TRANSLATE_NOOP("Cli", "数量"),
    "unit": QT_TRANSLATE_NOOP("Cli", "计量单位"),
    "valid_to": QT_TRANSLATE_NOOP("Cli", "有效期至"),
}
_OFFERS = {
    "site": QT_TRANSLATE_NOOP("Cli", "站点"),
    "metres": QT_TRANSLATE_NOOP("Cli", "距离（米）"),
    "resource": QT_TRANSLATE_NOOP("Cli", "资源"),
    "quantity": QT_TRANSLATE_NOOP("Cli", "数量"),
    "owner": QT_TRANSLATE_NOOP("Cli", "产权方"),
    "forms": QT_TRANSLATE_NOOP("Cli", "共享形式"),
    "possible": QT_TRANSLATE_NOOP("Cli", "可共享"),
    "why": QT_TRANSLATE_NOOP("Cli", "理由"),
}
_NEAR = QT_TRANSLATE_NOOP("Cli", "位置：纬度,经度（WGS-84）")
_RADIUS = QT_TRANSLATE_NOOP("Cli", "半径（米）")
_STREET = QT_TRANSLATE_NOOP("Cli", "只看这个街道")
_RURAL = QT_TRANSLATE_NOOP("Cli", "该位置在农村，“同地点新建”按农村距离判断")
_RESTRICTED = QT_TRANSLATE_NOOP("Cli", "另有 {count} 个涉密或禁拍站点，不列出。")
_LOOKED = QT_TRANSLATE_NOOP("Cli", "查看了 {visits} 个站点的检查，列出 {offers} 项。")
_VISIT = QT_TRANSLATE_NOOP("Cli", "只列出这次检查的")


@word.word("list", QT_TRANSLATE_NOOP("Cli", "列出共享关系"))
@on_survey
@option("--visit", help=_VISIT)
def list_(voice: Voice, survey: Path, visit: str | None) -> None:
    """List the relations that one visit found, or all."""
    with surveys.open_survey(survey, readonly=True) as opened:
        voice.list(sharing.list_relations(opened, visit=visit), _LIST)


@word.word("find", QT_TRANSLATE_NOOP("Cli", "查找附近或街道内可共享的资源，并提示重复建设"))
@on_survey
@option("--near", default="", metavar="LAT,LON", help=_NEAR)
@option("--radius", type=float, default=0.0, metavar="M", help=_RADIUS)
@option("--street", default="", help=_STREET)
@option("--rural", is_flag=True, help=_RURAL)
def find(voice: Voice, *, survey: Path, near: str, radius: float, street: str, rural: bool) -> int:
    """Say what could be shared here, and why; 1 when something would be built twice."""
    with surveys.open_survey(survey, readonly=True) as opened:
        found = sharing_finder.find(opened, near=near, radius=radius, street=street, rural=rural)
    if voice.machine:
        voice.emit(sharing_lines.found_json(found))
    else:
        voice.list(sharing_lines.offer_lines(found.offers, voice.catalog), _OFFERS)
        voice.tell(_LOOKED, visits=found.visits, offers=len(found.offers))
        if found.restricted:
            voice.tell(_RESTRICTED, count=found.restricted)
        voice.remarks([each.problem() for each in found.duplicates])
    return FINDINGS if found.duplicates else 0


@word.word("demand-export", QT_TRANSLATE_NOOP("Cli", "导出跨行业共建共享需求清单"))
@on_survey
@click.argument("out", metavar="OUT.xlsx", type=FILE)
@option("--street", default="", help=_STREET)
def demand_export(voice: Voice, survey: Path, out: Path, street: str) -> int:
    """Write the list of demands with its prescribed heads."""
    with surveys.open_survey(survey) as opened:
        balance = demands.export_demands(opened, out=out, street=street).value
    return show_balance(voice, balance)


@word.word("demand-import", QT_TRANSLATE_NOOP("Cli", "导入跨行业共建共享需求清单"))
@on_survey
@click.argument("file", metavar="FILE.xlsx", type=FILE)
@authored
def demand_import(
    voice: Voice, *, survey: Path, file: Path, identity: Path | None, name: str | None
) -> int:
    """Take a list of demands in."""
    author = author_from(identity, name)
    with surveys.open_survey(survey) as opened:
        done = demands.import_demands(opened, file=file, author=author).value
    return show_balance(voice, done.balance, problems=done.problems)
