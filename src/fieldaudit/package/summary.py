"""Page 2: the balance, what departs from the rule, and failures first; for a batch the index."""

from fieldaudit.form.definition import Severity
from fieldaudit.package import style
from fieldaudit.package.cards import draw_card
from fieldaudit.package.content import VisitContent
from fieldaudit.package.edition import Edition, visit_key
from fieldaudit.package.evidence import ItemContent, Verdict
from fieldaudit.package.flow import Flow
from fieldaudit.package.frames import draw_frame
from fieldaudit.package.shapes import colour_of_conclusion
from fieldaudit.package.style import LEFT, RIGHT, WIDTH, Style
from fieldaudit.package.surface import Box, Pen
from fieldaudit.package.table import Column, Row, Run, draw_table
from fieldaudit.package.words import SEVERITIES, SHORT_CONCLUSIONS, clock
from fieldaudit.texts import QT_TRANSLATE_NOOP

_T = {
    "summary": QT_TRANSLATE_NOOP("Pdf", "摘要"),
    "visits": QT_TRANSLATE_NOOP("Pdf", "检查"),
    "of": QT_TRANSLATE_NOOP("Pdf", "应 {expected}"),
    "purged": QT_TRANSLATE_NOOP("Pdf", "应 {expected}，已清除 {purged}"),
    "photos": QT_TRANSLATE_NOOP("Pdf", "照片"),
    "damaged": QT_TRANSLATE_NOOP("Pdf", "照片损坏"),
    "attached": QT_TRANSLATE_NOOP("Pdf", "照片和附件"),
    "hurt": QT_TRANSLATE_NOOP("Pdf", "其中损坏"),
    "conflicts": QT_TRANSLATE_NOOP("Pdf", "未决冲突"),
    "exceptions": QT_TRANSLATE_NOOP("Pdf", "例外"),
    "balanced": QT_TRANSLATE_NOOP("Pdf", "数量相符"),
    "unbalanced": QT_TRANSLATE_NOOP("Pdf", "数量不符"),
    "exceptional": QT_TRANSLATE_NOOP("Pdf", "例外与更正"),
    "failures": QT_TRANSLATE_NOOP("Pdf", "不符合项（{count}）"),
    "no_failures": QT_TRANSLATE_NOOP("Pdf", "没有不符合项。"),
    "not_judged": QT_TRANSLATE_NOOP("Pdf", "没有评判任何检查项，不能据此认为合格。"),
    "index": QT_TRANSLATE_NOOP("Pdf", "目录"),
    "site": QT_TRANSLATE_NOOP("Pdf", "站点"),
    "item": QT_TRANSLATE_NOOP("Pdf", "检查项"),
    "value": QT_TRANSLATE_NOOP("Pdf", "结果"),
    "limit": QT_TRANSLATE_NOOP("Pdf", "限值"),
    "owner": QT_TRANSLATE_NOOP("Pdf", "责任单位与期限"),
    "page": QT_TRANSLATE_NOOP("Pdf", "页"),
    "street": QT_TRANSLATE_NOOP("Pdf", "街道"),
    "date": QT_TRANSLATE_NOOP("Pdf", "日期"),
    "verdict": QT_TRANSLATE_NOOP("Pdf", "结论"),
    "failed": QT_TRANSLATE_NOOP("Pdf", "不符合项"),
}


def draw_summary(flow: Flow, edition: Edition) -> None:
    """Draw balance, exceptions and failures, and the index of a batch."""
    flow.fresh()
    flow.heading(edition.say(_T["summary"]), key="summary", level=0)
    _balance(flow, edition)
    _exceptions(flow, edition)
    if edition.single:
        draw_failures(flow, edition, edition.content.visits[0])
        return
    _failure_table(flow, edition)
    _index(flow, edition)


def draw_failures(flow: Flow, edition: Edition, visit: VisitContent) -> None:
    """Draw a visit's failed items as cards, heaviest first."""
    failed = visit.failures()
    title = edition.say(_T["failures"], count=len(failed))
    flow.heading(title, keep=140 if failed else 30, key=visit_key(visit, "-failures"))
    if not failed:
        judged = visit.count(Verdict.CONFORMING) > 0
        flow.write(edition.say(_T["no_failures" if judged else "not_judged"]))
    for item in failed:
        draw_card(flow, edition, visit, item)


def _balance(flow: Flow, edition: Edition) -> None:
    """Draw what should be here against what is."""
    balance, visits = edition.content.balance, len(edition.content.visits)
    papers = any(visit.papers for visit in edition.content.visits)
    cells = [
        (_T["visits"], str(visits), edition.say(_T["of"], expected=balance.visits_expected)),
        (
            _T["attached" if papers else "photos"],
            str(balance.photos_present),
            edition.say(
                _T["purged" if balance.photos_purged else "of"],
                expected=balance.photos_expected,
                purged=balance.photos_purged,
            ),
        ),
        (_T["hurt" if papers else "damaged"], str(balance.photos_damaged), ""),
        (_T["conflicts"], str(balance.conflicts), ""),
        (_T["exceptions"], str(len(balance.exceptions)), ""),
    ]
    even = (visits, balance.photos_present) == (balance.visits_expected, balance.photos_expected)
    sound = even and not balance.conflicts and not balance.photos_damaged
    colour = style.GREEN if sound else style.RED
    cells.append(("", edition.say(_T["balanced" if sound else "unbalanced"]), ""))
    width = WIDTH / len(cells)
    flow.surface.rectangle(Box(LEFT, flow.y, WIDTH, 40), Pen("", style.TINT))
    for column, (label, value, note) in enumerate(cells):
        x = LEFT + 10 + column * width
        look = Style(13, 17, bold=True, colour=style.INK if label else colour)
        if label:
            flow.put(edition.say(label), style.SMALL, x, y=flow.y + 5)
            flow.put(value, look, x, y=flow.y + 17)
            shift = 4 + len(value) * 8
            flow.put(note, style.SMALL, x + shift, y=flow.y + 21)
        else:
            flow.put_right(
                value, Style(9.5, 14, bold=True, colour=colour), RIGHT - 10, y=flow.y + 13
            )
    flow.y += 46


def _exceptions(flow: Flow, edition: Edition) -> None:
    """Draw overrides and other departures large, in a frame."""
    content = edition.content
    told = [visit.override for visit in content.visits if visit.override]
    every = (*content.balance.exceptions, *told, content.correction)
    texts = [text for text in dict.fromkeys(every) if text]
    if not texts:
        return
    flow.heading(edition.say(_T["exceptional"]), style.SUBHEADING, keep=40)
    for text in texts:
        draw_frame(flow, [(text, style.BODY_BOLD)], style.VIOLET)


def _failure_table(flow: Flow, edition: Edition) -> None:
    """Draw the failed items of all visits, by weight, each leading to its visit."""
    found = [(visit, item) for visit in edition.content.visits for item in visit.failures()]
    flow.heading(edition.say(_T["failures"], count=len(found)), key="failures", level=0)
    if not found:
        flow.write(edition.say(_T["no_failures"]))
        return
    rows: list[Row] = []
    for severity in Severity:
        chosen = [(visit, item) for visit, item in found if item.severity is severity]
        if chosen:
            rows.append(Row(group=f"{edition.say(SEVERITIES[severity])} · {len(chosen)}"))
            rows += [failure_row(edition, visit, item) for visit, item in chosen]
    heads = [
        ("site", 95),
        ("item", 150),
        ("value", 62),
        ("limit", 66),
        ("owner", 100),
        ("page", 22),
    ]
    columns = [_column(edition, key, share) for key, share in heads]
    draw_table(flow, columns, rows)


def _column(edition: Edition, key: str, share: float) -> Column:
    aligned = {"value": "decimal", "page": "right", "failed": "right"}
    return Column(edition.say(_T[key]), share, aligned.get(key, "left"))


def failure_row(edition: Edition, visit: VisitContent, item: ItemContent) -> Row:
    """Return the row of a failed item in the summary; the page comes last."""
    finding = item.finding
    owner = (Run(finding.owner), Run(finding.deadline, style.SMALL)) if finding else (Run("–"),)
    mark = (Verdict.FAILED, item.severity)
    return Row(
        (
            (Run(visit.site.code, style.TABLE_BOLD), Run(visit.site.name, style.SMALL)),
            (Run(f"{item.id} {item.label}", mark=mark),),
            (Run(f"{item.value} {item.unit}".strip()),),
            (Run(item.limit or "–"),),
            owner,
            (Run(edition.page_of(visit_key(visit))),),
        ),
        link=visit_key(visit),
    )


def _index(flow: Flow, edition: Edition) -> None:
    """Draw the visits with their pages."""
    flow.heading(edition.say(_T["index"]), key="index", level=0, keep=80)
    rows = [index_row(edition, visit) for visit in edition.content.visits]
    heads = [
        ("site", 150),
        ("street", 70),
        ("date", 60),
        ("verdict", 60),
        ("failed", 45),
        ("page", 26),
    ]
    draw_table(flow, [_column(edition, key, share) for key, share in heads], rows)


def index_row(edition: Edition, visit: VisitContent) -> Row:
    """Return the row of a visit in the index; the page comes last."""
    look = Style(8.5, 12, bold=True, colour=colour_of_conclusion(visit.conclusion))
    return Row(
        (
            (Run(f"{visit.site.code} {visit.site.name}"),),
            (Run(visit.site.street),),
            (Run(clock(visit.started)[:10]),),
            (Run(edition.say(SHORT_CONCLUSIONS[visit.conclusion]), look),),
            (Run(str(len(visit.failures()))),),
            (Run(edition.page_of(visit_key(visit))),),
        ),
        link=visit_key(visit),
    )
