"""The cover: title, place, verdict in words, three figures, signatories, number and QR."""

import hashlib

from fieldaudit.form.definition import Severity
from fieldaudit.package import style
from fieldaudit.package.content import Conclusion, FigureContent, SignOff
from fieldaudit.package.edition import Edition
from fieldaudit.package.evidence import PhotoContent, Verdict
from fieldaudit.package.flow import Flow
from fieldaudit.package.fonts import width as text_width
from fieldaudit.package.shapes import colour_of_conclusion, draw_conclusion, draw_emblem
from fieldaudit.package.structure import Role
from fieldaudit.package.style import BOTTOM, LEFT, MM, RIGHT, TOP, WIDTH, Style
from fieldaudit.package.surface import Box, Pen, Surface
from fieldaudit.package.words import (
    ACKNOWLEDGEMENTS,
    CONCLUSIONS,
    SHORT_CONCLUSIONS,
    clock,
)
from fieldaudit.package.wrap import ellipsis, wrap
from fieldaudit.texts import QT_TRANSLATE_NOOP

_T = {
    "version": QT_TRANSLATE_NOOP("Pdf", "第 {version} 版"),
    "site": QT_TRANSLATE_NOOP("Pdf", "站点"),
    "sites": QT_TRANSLATE_NOOP("Pdf", "{count} 个站点"),
    "street": QT_TRANSLATE_NOOP("Pdf", "街道"),
    "address": QT_TRANSLATE_NOOP("Pdf", "地址"),
    "kind": QT_TRANSLATE_NOOP("Pdf", "类型"),
    "type": QT_TRANSLATE_NOOP("Pdf", "检查类型"),
    "period": QT_TRANSLATE_NOOP("Pdf", "检查日期"),
    "inspectors": QT_TRANSLATE_NOOP("Pdf", "检查人"),
    "until": QT_TRANSLATE_NOOP("Pdf", "{first} 至 {last}"),
    "failed": QT_TRANSLATE_NOOP("Pdf", "不符合项"),
    "weights": QT_TRANSLATE_NOOP("Pdf", "严重 {critical} · 主要 {major} · 一般 {minor}"),
    "checked": QT_TRANSLATE_NOOP("Pdf", "已检查项"),
    "open": QT_TRANSLATE_NOOP("Pdf", "未检查 {unchecked} · 不适用 {excluded}"),
    "photos": QT_TRANSLATE_NOOP("Pdf", "照片"),
    "attached": QT_TRANSLATE_NOOP("Pdf", "照片和附件"),
    "of_photos": QT_TRANSLATE_NOOP("Pdf", "应有 {expected} 张 · 损坏 {damaged} 张"),
    "not_good": QT_TRANSLATE_NOOP("Pdf", "需要整改或不合格"),
    "of_sites": QT_TRANSLATE_NOOP("Pdf", "合格 {good} · 未检查 {unchecked}"),
    "sentence": QT_TRANSLATE_NOOP(
        "Pdf", "共 {asked} 项，{judged} 项已评判，其中 {failed} 项不符合。"
    ),
    "batch": QT_TRANSLATE_NOOP("Pdf", "结论分布：{counts}"),
    "signatories": QT_TRANSLATE_NOOP("Pdf", "签署"),
    "signed": QT_TRANSLATE_NOOP("Pdf", "电子签名"),
    "scan": QT_TRANSLATE_NOOP("Pdf", "清单 SHA-256"),
    "scan_how": QT_TRANSLATE_NOOP("Pdf", "二维码为编号、版本与清单校验值，与校验页一致。"),
    "made": QT_TRANSLATE_NOOP("Pdf", "生成时间"),
    "correction": QT_TRANSLATE_NOOP("Pdf", "更正说明：{text}"),
    "emblem": QT_TRANSLATE_NOOP("Pdf", "徽标"),
    "cover": QT_TRANSLATE_NOOP("Pdf", "封面"),
}
_JUDGED = (Verdict.CONFORMING, Verdict.FAILED)
_EXCUSED = (Verdict.NOT_CHECKED, Verdict.NO_ACCESS, Verdict.UNANSWERED)


def draw_cover(flow: Flow, edition: Edition) -> None:
    """Draw the cover; it fills one page."""
    content = edition.content
    flow.surface.mark("cover", edition.say(_T["cover"]), 0, 0)
    with flow.tagged(Role.FIGURE, alt=edition.say(_T["emblem"])):
        _emblem(flow.surface, content.emblem)
    version = edition.say(_T["version"], version=content.version)
    flow.put_right(content.number, style.SUBHEADING, y=TOP + 4 * MM)
    marks = " · ".join(part for part in (version, content.classification) if part)
    flow.put_right(marks, style.SMALL, y=TOP + 4 * MM + 16)
    flow.y = TOP + 42 * MM
    flow.title(content.title)
    flow.write(f"{content.region} · {content.survey}", Style(10.5, 15, colour=style.SECONDARY))
    flow.gap(18)
    _facts(flow, edition)
    _verdict(flow, edition)
    _figures(flow, edition)
    _signatories(flow, edition)
    _foot(flow, edition)


def _emblem(surface: Surface, chosen: bytes) -> None:
    """Draw the emblem that the office chose, else the program's own sign."""
    side = 16 * MM
    if not chosen:
        draw_emblem(surface, (LEFT, TOP + 4 * MM), side)
        return
    name = hashlib.sha256(chosen).hexdigest()
    surface.photo(Box(LEFT, TOP + 4 * MM, side, side), PhotoContent(0, "", chosen, name))


def _facts(flow: Flow, edition: Edition) -> None:
    """Draw what was visited, as two columns of label and value."""
    flow.rule(flow.y)
    flow.y += 8
    pairs = _single_facts(edition) if edition.single else _batch_facts(edition)
    half = (WIDTH - 16) / 2
    for start in range(0, len(pairs), 2):
        ends = []
        for column, (label, value) in enumerate(pairs[start : start + 2]):
            x = LEFT + column * (half + 16)
            lines = wrap(value or "–", half - 62, style.BODY)[:4]
            with flow.tagged(Role.PARAGRAPH):
                flow.put(edition.say(label), style.SMALL, x, y=flow.y + 1.5)
                ends.append(flow.put_lines(lines, style.BODY, x + 62, y=flow.y))
        flow.y = max(ends) + 4


def _single_facts(edition: Edition) -> list[tuple[str, str]]:
    visit = edition.content.visits[0]
    return [
        (_T["site"], f"{visit.site.name} · {visit.site.code}"),
        (_T["street"], visit.site.street),
        (_T["address"], visit.site.address),
        (_T["kind"], visit.site.kind),
        (_T["period"], f"{clock(visit.started)} – {clock(visit.ended)[11:]}"),
        (_T["type"], visit.visit_type),
        (_T["inspectors"], edition.joined(visit.inspectors)),
        (_T["made"], clock(edition.content.made_at)),
    ]


def _batch_facts(edition: Edition) -> list[tuple[str, str]]:
    content = edition.content
    first, last = content.period
    sites = len({visit.site.code for visit in content.visits})
    return [
        (_T["site"], edition.say(_T["sites"], count=sites)),
        (_T["street"], edition.joined(content.streets)),
        (_T["period"], edition.say(_T["until"], first=first, last=last)),
        (_T["made"], clock(content.made_at)),
    ]


def _verdict(flow: Flow, edition: Edition) -> None:
    """Draw the verdict in words, large, with its mark."""
    visits = edition.content.visits
    flow.gap(16)
    conclusions = [visit.conclusion for visit in visits]
    gravest = max(conclusions, key=_gravity, default=Conclusion.NOT_CHECKED)
    colour = colour_of_conclusion(gravest)
    height = 62.0
    box = Box(LEFT, flow.y, WIDTH, height)
    flow.surface.rectangle(box, Pen("", style.TINT))
    flow.surface.rectangle(Box(LEFT, flow.y, 4, height), Pen("", colour))
    text = edition.say(CONCLUSIONS[gravest]) if edition.single else edition.content.region
    if edition.single:
        draw_conclusion(flow.surface, (LEFT + 18, flow.y + 31), 19, gravest)
    left = LEFT + (44 if edition.single else 18)
    flow.put(
        text,
        Style(18, 26, bold=True, colour=colour if edition.single else style.INK),
        left,
        y=flow.y + 9,
    )
    sentence = ellipsis(_sentence(edition), RIGHT - left - 12, style.BODY)
    flow.put(sentence, style.BODY, left, y=flow.y + 37)
    flow.y += height + 20


def _gravity(conclusion: Conclusion) -> int:
    """Order conclusions so that a failed visit outweighs one that was not checked."""
    grave = (Conclusion.CONFORMING, Conclusion.BASICALLY_CONFORMING, Conclusion.NOT_CHECKED)
    return (*grave, Conclusion.RECTIFY, Conclusion.FAILED).index(conclusion)


def _sentence(edition: Edition) -> str:
    visits = edition.content.visits
    if not edition.single:
        shown = [
            f"{edition.say(SHORT_CONCLUSIONS[each])} {count}"
            for each in Conclusion
            if (count := sum(visit.conclusion is each for visit in visits))
        ]
        return edition.say(_T["batch"], counts=" · ".join(shown))
    asked = list(visits[0].items())
    judged = sum(item.verdict in _JUDGED for item in asked)
    failed = visits[0].count(Verdict.FAILED)
    return edition.say(_T["sentence"], asked=len(asked), judged=judged, failed=failed)


def _figures(flow: Flow, edition: Edition) -> None:
    """Draw three figures side by side."""
    figures = edition.content.figures or _counted(edition)
    third = WIDTH / 3
    for column, figure in enumerate(figures[:3]):
        x = LEFT + column * third
        note = ellipsis(figure.note, third - 18, style.SMALL)
        with flow.tagged(Role.PARAGRAPH):
            flow.put(figure.label, style.SMALL, x, y=flow.y)
            flow.put(figure.value, style.FIGURE, x, y=flow.y + 11)
            flow.put(note, style.SMALL, x, y=flow.y + 38)
        if column:
            edge = x - 14
            flow.surface.line([(edge, flow.y), (edge, flow.y + 48)], Pen(style.LINE))
    flow.y += 72


def _counted(edition: Edition) -> tuple[FigureContent, ...]:
    content, say = edition.content, edition.say
    items = [item for visit in content.visits for item in visit.items()]
    failed = [item for item in items if item.verdict is Verdict.FAILED]
    weight = {each: sum(item.severity is each for item in failed) for each in Severity}
    weights = say(
        _T["weights"],
        critical=weight[Severity.CRITICAL],
        major=weight[Severity.MAJOR],
        minor=weight[Severity.MINOR],
    )
    balance = content.balance
    attached = "attached" if any(visit.papers for visit in content.visits) else "photos"
    photos = say(_T["of_photos"], expected=balance.photos_expected, damaged=balance.photos_damaged)
    failures = FigureContent(say(_T["failed"]), str(len(failed)), weights)
    pictures = FigureContent(say(_T[attached]), str(balance.photos_present), photos)
    if not edition.single:
        return _visit_figure(edition), failures, pictures
    excluded = sum(item.verdict is Verdict.NOT_APPLICABLE for item in items)
    unchecked = sum(item.verdict in _EXCUSED for item in items)
    asked = len(items) - excluded
    note = say(_T["open"], unchecked=unchecked, excluded=excluded)
    return (
        failures,
        FigureContent(say(_T["checked"]), f"{asked - unchecked} / {asked}", note),
        pictures,
    )


def _visit_figure(edition: Edition) -> FigureContent:
    visits = edition.content.visits
    bad = sum(visit.conclusion in (Conclusion.FAILED, Conclusion.RECTIFY) for visit in visits)
    unchecked = sum(visit.conclusion is Conclusion.NOT_CHECKED for visit in visits)
    good = len(visits) - bad - unchecked
    note = edition.say(_T["of_sites"], good=good, unchecked=unchecked)
    return FigureContent(edition.say(_T["not_good"]), f"{bad} / {len(visits)}", note)


def _signatories(flow: Flow, edition: Edition) -> None:
    rows = edition.content.signatories
    if not rows:
        return
    with flow.tagged(Role.HEADING_2):
        flow.put(edition.say(_T["signatories"]), style.SUBHEADING, y=flow.y)
    flow.y += 19
    for index, each in enumerate(rows[:6]):
        flow.rule(flow.y)
        y, signed = flow.y + 3, _signed(edition, index, each)
        unit = " · ".join(part for part in (each.unit, each.role) if part)
        room = WIDTH - 180 - text_width(signed, style.TABLE_QUIET.size) - 8
        with flow.tagged(Role.PARAGRAPH):
            flow.put(ellipsis(each.part, 86, style.TABLE_QUIET), style.TABLE_QUIET, y=y)
            name = ellipsis(each.name or "–", 86, style.TABLE_BOLD)
            flow.put(name, style.TABLE_BOLD, LEFT + 90, y=y)
            flow.put(ellipsis(unit, room, style.TABLE), style.TABLE, LEFT + 180, y=y)
            flow.put_right(signed, style.TABLE_QUIET, y=y)
        flow.y += 18
    flow.rule(flow.y)


def _signed(edition: Edition, index: int, row: SignOff) -> str:
    """Say whether a signatory signed; the first one does with this file."""
    if index == 0 and edition.signer:
        return f"{edition.say(_T['signed'])} {clock(edition.content.made_at)}"
    state = edition.say(ACKNOWLEDGEMENTS[row.state])
    return f"{state} {clock(row.at)}" if row.at else state


def _foot(flow: Flow, edition: Edition) -> None:
    """Draw number, hash and QR at the lower edge, and a correction above them."""
    content, side = edition.content, 27 * MM
    top = BOTTOM - side
    room = WIDTH - side - 20
    flow.put(edition.say(_T["scan"]), style.SMALL, y=top)
    sha256 = edition.manifest.sha256
    flow.put_lines((sha256[:32], sha256[32:]), style.CAPTION_INK, y=top + 12)
    lines = wrap(edition.say(_T["scan_how"]), room, style.CAPTION)
    flow.put_lines(lines, style.CAPTION, y=top + 36)
    flow.put(content.software, style.CAPTION, y=BOTTOM - 10)
    if content.correction:
        note = edition.say(_T["correction"], text=content.correction)
        lines = wrap(note, WIDTH, style.SMALL)[:3]
        flow.put_lines(lines, style.SMALL, y=top - 12 - len(lines) * style.SMALL.leading)
    with flow.tagged(Role.FIGURE, alt=edition.say(_T["scan_how"])):
        _qr(flow.surface, edition, Box(RIGHT - side, top, side, side))
    flow.y = BOTTOM


def _qr(surface: Surface, edition: Edition, box: Box) -> None:
    """Draw the QR code of number, version and manifest hash, one rectangle per run of modules."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    content = edition.content
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(f"fieldaudit:{content.number}:v{content.version}:{edition.manifest.sha256}")
    code.make(fit=True)
    matrix = code.get_matrix()
    unit = box.width / len(matrix)
    for line, modules in enumerate(matrix):
        start = None
        for column, dark in enumerate([*modules, False]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                run = Box(box.x + start * unit, box.y + line * unit, (column - start) * unit, unit)
                surface.rectangle(run, Pen("", style.INK))
                start = None
