"""Sources: forms, thresholds as used, seals and the revisions that the printed values come from."""

from fieldaudit.package import style
from fieldaudit.package.content import SealState, VisitContent
from fieldaudit.package.edition import Edition
from fieldaudit.package.flow import Flow
from fieldaudit.package.style import Style
from fieldaudit.package.table import Column, Row, Run, draw_table, opening, row
from fieldaudit.package.words import RECORDS, SEALS, clock, short_hash
from fieldaudit.texts import QT_TRANSLATE_NOOP

_T = {
    "title": QT_TRANSLATE_NOOP("Pdf", "数据来源与口径"),
    "forms": QT_TRANSLATE_NOOP("Pdf", "检查表与规则"),
    "name": QT_TRANSLATE_NOOP("Pdf", "名称"),
    "heading": QT_TRANSLATE_NOOP("Pdf", "标题"),
    "version": QT_TRANSLATE_NOOP("Pdf", "版本"),
    "parameters": QT_TRANSLATE_NOOP("Pdf", "使用的限值"),
    "meaning": QT_TRANSLATE_NOOP("Pdf", "含义"),
    "value": QT_TRANSLATE_NOOP("Pdf", "取值"),
    "unit": QT_TRANSLATE_NOOP("Pdf", "单位"),
    "source": QT_TRANSLATE_NOOP("Pdf", "出处"),
    "certainty": QT_TRANSLATE_NOOP("Pdf", "可靠程度"),
    "revisions": QT_TRANSLATE_NOOP("Pdf", "修订与封签"),
    "site": QT_TRANSLATE_NOOP("Pdf", "站点"),
    "record": QT_TRANSLATE_NOOP("Pdf", "记录"),
    "head": QT_TRANSLATE_NOOP("Pdf", "当前修订"),
    "seal": QT_TRANSLATE_NOOP("Pdf", "封签"),
    "software": QT_TRANSLATE_NOOP("Pdf", "生成软件：{software}。"),
    "notes": QT_TRANSLATE_NOOP("Pdf", "本版说明"),
    "previous": QT_TRANSLATE_NOOP("Pdf", "上一版文件 SHA-256：{hash}"),
}


def draw_sources(flow: Flow, edition: Edition) -> None:
    """Draw what the figures rest on."""
    content, say = edition.content, edition.say
    flow.heading(say(_T["title"]), keep=100, key="sources", level=0)
    flow.write(say(_T["software"], software=content.software), style.SMALL)
    if content.previous_hash:
        flow.write(say(_T["previous"], hash=content.previous_hash), style.SMALL)
    if content.notes:
        flow.heading(say(_T["notes"]), style.SUBHEADING)
    for note in content.notes:
        flow.write(note)
    _forms(flow, edition)
    _parameters(flow, edition)
    _revisions(flow, edition)


def _forms(flow: Flow, edition: Edition) -> None:
    rows = [
        row(each.name, each.title, each.version, each.sha256[:32])
        for each in edition.content.sources
    ]
    if not rows:
        return
    heads = [("name", 90), ("heading", 150), ("version", 50)]
    columns = [Column(edition.say(_T[key]), share) for key, share in heads]
    _headed(flow, edition.say(_T["forms"]), [*columns, Column("SHA-256", 170)], rows)


def _parameters(flow: Flow, edition: Edition) -> None:
    rows = [
        row(each.name, each.meaning, each.value, each.unit, each.source, each.certainty)
        for each in edition.content.parameters
    ]
    if not rows:
        return
    heads = [
        ("name", 54, "left"),
        ("meaning", 150, "left"),
        ("value", 50, "decimal"),
        ("unit", 34, "left"),
        ("source", 110, "left"),
        ("certainty", 80, "left"),
    ]
    columns = [Column(edition.say(_T[key]), share, align) for key, share, align in heads]
    _headed(flow, edition.say(_T["parameters"]), columns, rows)


def _revisions(flow: Flow, edition: Edition) -> None:
    rows = [each for visit in edition.content.visits for each in _revision_rows(edition, visit)]
    heads = [("site", 60), ("record", 188), ("head", 92), ("seal", 134)]
    columns = [Column(edition.say(_T[key]), share) for key, share in heads]
    _headed(flow, edition.say(_T["revisions"]), columns, rows)


def _headed(flow: Flow, title: str, columns: list[Column], rows: list[Row]) -> None:
    """Draw a table under its heading, which never stands alone at the foot of a page."""
    flow.heading(title, style.SUBHEADING, keep=opening(flow, columns, rows))
    draw_table(flow, columns, rows)


def _kind(edition: Edition, kind: str) -> str:
    return edition.catalog.text("Domain", RECORDS[kind]) if kind in RECORDS else kind


def _revision_rows(edition: Edition, visit: VisitContent) -> list[Row]:
    seal = visit.seal
    broken = seal.state in (SealState.BROKEN, SealState.UNKNOWN_KEY)
    look = Style(8.5, 12, bold=broken, colour=style.RED if broken else style.INK)
    runs = [Run(edition.say(SEALS[seal.state]), look)]
    signed = " · ".join(part for part in (seal.signer, clock(seal.at)) if part)
    if signed:
        runs.append(Run(signed, style.SMALL))
    if seal.fingerprint:
        runs.append(Run(short_hash(seal.fingerprint), style.SMALL))
    if not visit.revisions:
        return [Row(((Run(visit.site.code),), (Run(visit.id),), (Run("–"),), tuple(runs)))]
    rows = []
    for index, each in enumerate(visit.revisions):
        record = (Run(each.record), Run(_kind(edition, each.kind), style.SMALL))
        code, last = (Run(visit.site.code),), tuple(runs) if index == 0 else ()
        rows.append(Row((code, record, (Run(short_hash(each.sha256)),), last)))
    return rows
