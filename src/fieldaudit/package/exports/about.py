"""The first thing to read in an export: where it comes from, what is in it, what was left out."""

from collections.abc import Iterable, Iterator

from fieldaudit.package.exports.content import Cell, Column, Facts, Table, Tally
from fieldaudit.package.exports.variants import CONTACTS, RADIO
from fieldaudit.texts import QT_TRANSLATE_NOOP, Catalog

_TITLE = QT_TRANSLATE_NOOP("Domain", "说明 About")
_COLUMNS_TITLE = QT_TRANSLATE_NOOP("Domain", "列说明 Columns")
_SUBJECT = QT_TRANSLATE_NOOP("Domain", "项目")
_VALUE = QT_TRANSLATE_NOOP("Domain", "内容")
_FACTS = {
    "survey": QT_TRANSLATE_NOOP("Domain", "调查"),
    "region": QT_TRANSLATE_NOOP("Domain", "区域"),
    "state": QT_TRANSLATE_NOOP("Domain", "调查状态校验值"),
    "made_at": QT_TRANSLATE_NOOP("Domain", "导出时间"),
    "software": QT_TRANSLATE_NOOP("Domain", "软件"),
    "variant": QT_TRANSLATE_NOOP("Domain", "导出版本"),
    "scope": QT_TRANSLATE_NOOP("Domain", "检查范围"),
}
_WORDS = {
    "internal": QT_TRANSLATE_NOOP("Domain", "内部"),
    "public": QT_TRANSLATE_NOOP("Domain", "公开"),
    "accepted": QT_TRANSLATE_NOOP("Domain", "仅已接收的检查"),
    "all": QT_TRANSLATE_NOOP("Domain", "全部检查，见状态列"),
}
_TALLY = {
    "visits": QT_TRANSLATE_NOOP("Domain", "导出的检查"),
    "visits_left": QT_TRANSLATE_NOOP("Domain", "未接收而未导出的检查"),
    "restricted": QT_TRANSLATE_NOOP("Domain", "涉密或禁拍区域的检查（不含坐标和照片）"),
    "photos": QT_TRANSLATE_NOOP("Domain", "照片"),
    "photos_present": QT_TRANSLATE_NOOP("Domain", "照片：完好"),
    "photos_withheld": QT_TRANSLATE_NOOP("Domain", "照片：按规定未导出"),
    "photos_damaged": QT_TRANSLATE_NOOP("Domain", "照片：缺失或损坏"),
}
_PAPERS = {
    "papers": QT_TRANSLATE_NOOP("Domain", "附件"),
    "papers_present": QT_TRANSLATE_NOOP("Domain", "附件：完好"),
    "papers_withheld": QT_TRANSLATE_NOOP("Domain", "附件：按规定未导出"),
    "papers_damaged": QT_TRANSLATE_NOOP("Domain", "附件：缺失或损坏"),
}
_ROWS = QT_TRANSLATE_NOOP("Domain", "行数：{table}")
_DATUM = QT_TRANSLATE_NOOP("Domain", "坐标系")
_WGS84 = QT_TRANSLATE_NOOP("Domain", "WGS-84 经纬度（EPSG:4326）")
_WITHHELD = QT_TRANSLATE_NOOP("Domain", "公开版不含的项目")
_ROUNDED = QT_TRANSLATE_NOOP(
    "Domain", "照片和附件；联系人：{contacts}；电信与无线电参数：{radio}。坐标取三位小数。"
)
_HIDDEN = QT_TRANSLATE_NOOP("Domain", "未导出的答案")
_HIDDEN_WORDS = QT_TRANSLATE_NOOP("Domain", "因其他答案而不再询问的问题，其答案不导出。")
_HEADS = (
    ("table", QT_TRANSLATE_NOOP("Domain", "表")),
    ("column", QT_TRANSLATE_NOOP("Domain", "列")),
    ("label", QT_TRANSLATE_NOOP("Domain", "名称")),
    ("kind", QT_TRANSLATE_NOOP("Domain", "数据类型")),
    ("unit", QT_TRANSLATE_NOOP("Domain", "计量单位")),
    ("versions", QT_TRANSLATE_NOOP("Domain", "检查表版本")),
)


def about_table(facts: Facts, tally: Tally, tables: Iterable[Table], catalog: Catalog) -> Table:
    """Return the sheet that says what this export is."""
    heads = (
        Column("subject", catalog.text("Domain", _SUBJECT)),
        Column("value", catalog.text("Domain", _VALUE)),
    )
    rows = tuple(_lines(facts, tally, tables, catalog))
    return Table("about", catalog.text("Domain", _TITLE), heads, rows)


def columns_table(tables: Iterable[Table], catalog: Catalog) -> Table:
    """Return the list of all columns with their labels and the form versions that ask them."""
    heads = tuple(Column(name, catalog.text("Domain", label)) for name, label in _HEADS)
    rows = tuple(
        (table.id, each.id, each.label, each.kind.value, each.unit, " ".join(each.versions))
        for table in tables
        for each in table.columns
    )
    return Table("columns", catalog.text("Domain", _COLUMNS_TITLE), heads, rows)


def _lines(
    facts: Facts, tally: Tally, tables: Iterable[Table], catalog: Catalog
) -> Iterator[tuple[Cell, Cell]]:
    def say(source: str, **params: object) -> str:
        return catalog.text("Domain", source, **params)

    for name, label in _FACTS.items():
        value = getattr(facts, name)
        yield say(label), say(_WORDS[value]) if value in _WORDS else value
    for name, label in {**_TALLY, **(_PAPERS if tally.papers else {})}.items():
        yield say(label), getattr(tally, name)
    yield say(_DATUM), say(_WGS84)
    yield say(_HIDDEN), say(_HIDDEN_WORDS)
    if facts.variant == "public":
        left = {"contacts": " ".join(CONTACTS), "radio": " ".join(RADIO)}
        yield say(_WITHHELD), say(_ROUNDED, **left)
    for table in tables:
        yield say(_ROWS, table=f"{table.title} ({table.id})"), len(table.rows)
