"""Coverage tests: a table by operator, then histogram, grid and circumstances of each."""

from fieldaudit.form.definition import Severity
from fieldaudit.package import style
from fieldaudit.package.charts import draw_grid, draw_histogram, draw_key
from fieldaudit.package.content import VisitContent
from fieldaudit.package.edition import Edition, visit_key
from fieldaudit.package.evidence import CoverageContent, Verdict
from fieldaudit.package.flow import Flow
from fieldaudit.package.shapes import colour_of
from fieldaudit.package.structure import Role
from fieldaudit.package.style import LEFT, RIGHT, WIDTH, Style
from fieldaudit.package.surface import Box
from fieldaudit.package.table import Column, Row, Run, draw_table
from fieldaudit.package.words import VERDICTS, clock, percent, short_hash, signed, size
from fieldaudit.package.wrap import wrap
from fieldaudit.texts import QT_TRANSLATE_NOOP

_T = {
    "title": QT_TRANSLATE_NOOP("Pdf", "覆盖测试"),
    "operator": QT_TRANSLATE_NOOP("Pdf", "运营商 · 制式"),
    "samples": QT_TRANSLATE_NOOP("Pdf", "样本"),
    "good": QT_TRANSLATE_NOOP("Pdf", "达标"),
    "share": QT_TRANSLATE_NOOP("Pdf", "达标率"),
    "interval": QT_TRANSLATE_NOOP("Pdf", "95% 区间"),
    "required": QT_TRANSLATE_NOOP("Pdf", "要求"),
    "rsrp": QT_TRANSLATE_NOOP("Pdf", "平均 RSRP"),
    "sinr": QT_TRANSLATE_NOOP("Pdf", "平均 SINR"),
    "grid": QT_TRANSLATE_NOOP("Pdf", "栅格达标"),
    "verdict": QT_TRANSLATE_NOOP("Pdf", "判定"),
    "small": QT_TRANSLATE_NOOP("Pdf", "样本不足"),
    "method": QT_TRANSLATE_NOOP("Pdf", "区间为 Wilson 95% 置信区间；栅格边长 {size} 米。"),
    "bins": QT_TRANSLATE_NOOP("Pdf", "RSRP 分布（dBm，样本数）"),
    "map": QT_TRANSLATE_NOOP("Pdf", "达标栅格"),
    "grid_alt": QT_TRANSLATE_NOOP("Pdf", "栅格图：{count} 个栅格，{good} 个达标"),
    "is_good": QT_TRANSLATE_NOOP("Pdf", "达标"),
    "is_poor": QT_TRANSLATE_NOOP("Pdf", "不达标"),
    "log": QT_TRANSLATE_NOOP("Pdf", "日志 {name} · SHA-256 {hash}…"),
    "rejected": QT_TRANSLATE_NOOP("Pdf", "未采用 {rejected} 行"),
}
_COLUMNS = [
    ("operator", 84, "left"),
    ("samples", 40, "right"),
    ("good", 32, "right"),
    ("share", 40, "right"),
    ("interval", 68, "right"),
    ("required", 45, "right"),
    ("rsrp", 42, "right"),
    ("sinr", 42, "right"),
    ("grid", 45, "right"),
    ("verdict", 76, "left"),
]
_CHART = 118.0


def draw_coverage(flow: Flow, edition: Edition, visit: VisitContent) -> None:
    """Draw the coverage of a visit; nothing when it has none."""
    if not visit.coverage:
        return
    flow.heading(edition.say(_T["title"]), keep=110, key=visit_key(visit, "-coverage"))
    columns = [Column(edition.say(_T[key]), share, align) for key, share, align in _COLUMNS]
    draw_table(flow, columns, [coverage_row(edition, each) for each in visit.coverage])
    cell = f"{visit.coverage[0].cell_size:g}"
    flow.write(edition.say(_T["method"], size=cell), style.SMALL)
    for each in visit.coverage:
        _detail(flow, edition, each)


def coverage_row(edition: Edition, each: CoverageContent) -> Row:
    """Return the row of one operator and technology."""
    interval = f"{percent(each.low)[:-1]}–{percent(each.high)}" if each.low is not None else "–"
    grade = Severity.MAJOR if each.verdict is Verdict.FAILED else Severity.INFORMATION
    bold = each.verdict is Verdict.FAILED
    look = Style(8.5, 12, bold=bold, colour=colour_of(each.verdict, grade))
    verdict = edition.say(VERDICTS[each.verdict]) if each.enough else edition.say(_T["small"])
    cells = [
        size(each.samples),
        size(each.good),
        percent(each.share),
        interval,
        percent(each.required),
        signed(each.mean_rsrp),
        signed(each.mean_sinr),
        percent(each.grid_ratio),
    ]
    name = (Run(each.operator, style.TABLE_BOLD), Run(each.technology, style.SMALL))
    runs = tuple((Run(cell),) for cell in cells)
    return Row((name, *runs, (Run(verdict, look, (each.verdict, grade)),)))


def _detail(flow: Flow, edition: Edition, each: CoverageContent) -> None:
    """Draw one operator's charts side by side with the circumstances below."""
    notes = [
        line for text in _circumstances(edition, each) for line in wrap(text, WIDTH, style.SMALL)
    ]
    charts = _CHART + 16 if each.bins or each.cells else 0
    title = f"{each.operator} · {each.technology}"
    flow.heading(title, style.SUBHEADING, keep=charts + len(notes) * style.SMALL.leading + 6)
    if charts:
        _charts(flow, edition, each)
    flow.y = flow.put_lines(tuple(notes), style.SMALL, y=flow.y) + 4


def _charts(flow: Flow, edition: Edition, each: CoverageContent) -> None:
    wide = WIDTH * 0.62 if each.cells else WIDTH * 0.72
    surface, top = flow.surface, flow.y
    flow.put(edition.say(_T["bins"]), style.CAPTION, y=top)
    good, poor = edition.say(_T["is_good"]), edition.say(_T["is_poor"])
    with flow.tagged(Role.PARAGRAPH):
        draw_key(surface, (LEFT + 130, top + 8), good, poor)
    if each.bins:
        across = min(wide - 12, len(each.bins) * 36)
        with flow.tagged(Role.FIGURE, alt=_bins_told(edition, each)):
            draw_histogram(surface, edition, Box(LEFT, top + 12, across, _CHART), each)
    if each.cells:
        left = LEFT + wide + 12
        flow.put(edition.say(_T["map"]), style.CAPTION, left, y=top)
        met = sum(cell.good for cell in each.cells)
        told = edition.say(_T["grid_alt"], good=met, count=len(each.cells))
        with flow.tagged(Role.FIGURE, alt=told):
            draw_grid(surface, edition, Box(left, top + 12, RIGHT - left, _CHART), each)
    flow.y = top + _CHART + 18


def _bins_told(edition: Edition, each: CoverageContent) -> str:
    """Return a histogram in words."""
    bins = [f"{signed(one.low, 0)} … {signed(one.high, 0)}: {one.count}" for one in each.bins]
    return " · ".join([f"{each.operator} {each.technology}", edition.say(_T["bins"]), *bins])


def _circumstances(edition: Edition, each: CoverageContent) -> list[str]:
    first, last = each.period
    when = f"{clock(first)} – {clock(last)[11:]}" if first else ""
    rejected = edition.say(_T["rejected"], rejected=each.rejected) if each.rejected else ""
    lines = [" · ".join(part for part in (each.device, when, rejected) if part)]
    if each.log:
        lines.append(edition.say(_T["log"], name=each.log, hash=short_hash(each.sha256)))
    return [line for line in (*lines, *each.notes) if line]
