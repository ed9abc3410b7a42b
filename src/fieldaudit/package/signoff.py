"""The sign-off: who acknowledged on site or refused, and a field for each signature."""

from fieldaudit.package import style
from fieldaudit.package.content import Acknowledgement, SignOff, VisitContent
from fieldaudit.package.edition import Edition
from fieldaudit.package.flow import Flow
from fieldaudit.package.frames import draw_frame
from fieldaudit.package.style import LEFT, RIGHT, Style
from fieldaudit.package.surface import Box, Pen
from fieldaudit.package.table import Column, Row, Run, draw_table
from fieldaudit.package.words import ACKNOWLEDGEMENTS, clock
from fieldaudit.package.wrap import ellipsis
from fieldaudit.texts import QT_TRANSLATE_NOOP

_T = {
    "title": QT_TRANSLATE_NOOP("Pdf", "签署"),
    "on_site": QT_TRANSLATE_NOOP("Pdf", "现场确认"),
    "site": QT_TRANSLATE_NOOP("Pdf", "站点"),
    "part": QT_TRANSLATE_NOOP("Pdf", "身份"),
    "who": QT_TRANSLATE_NOOP("Pdf", "姓名或角色 · 单位"),
    "state": QT_TRANSLATE_NOOP("Pdf", "确认"),
    "opinion": QT_TRANSLATE_NOOP("Pdf", "意见"),
    "refused": QT_TRANSLATE_NOOP("Pdf", "拒签：{part}　{unit}　{role}"),
    "reason": QT_TRANSLATE_NOOP("Pdf", "拒签原因：{reason}"),
    "witness": QT_TRANSLATE_NOOP("Pdf", "见证人：{witness}"),
    "package": QT_TRANSLATE_NOOP("Pdf", "成果签署"),
    "handwritten": QT_TRANSLATE_NOOP("Pdf", "签名"),
    "seal": QT_TRANSLATE_NOOP("Pdf", "盖章处"),
    "date": QT_TRANSLATE_NOOP("Pdf", "日期"),
    "notice": QT_TRANSLATE_NOOP(
        "Pdf",
        "本记录为检查/核查记录，一式两份，一份交受检单位。记录不含居民姓名、电话和证件号码；"
        "签名只用于证明记录的来源与完整。",
    ),
}
_FIELD = 64.0
_SEAL = 120.0


def field_name(index: int, row: SignOff | None = None) -> str:
    """Return the name of a signatory's field: of their part, else by position from 0."""
    return (row.field if row else "") or f"Signature{index + 1}"


def draw_signoff(flow: Flow, edition: Edition) -> None:
    """Draw the sign-off; it begins a page."""
    flow.fresh()
    flow.heading(edition.say(_T["title"]), key="signoff", level=0)
    flow.write(edition.say(_T["notice"]), style.SMALL)
    rows = [(visit, row) for visit in edition.content.visits for row in visit.signoffs]
    if rows:
        _acknowledgements(flow, edition, rows)
    for visit, row in rows:
        if row.state is Acknowledgement.REFUSED:
            _refusal(flow, edition, visit, row)
    flow.heading(edition.say(_T["package"]), style.SUBHEADING, keep=_FIELD + 30)
    for index, row in enumerate(edition.content.signatories):
        _field(flow, edition, index, row)


def _acknowledgements(
    flow: Flow, edition: Edition, rows: list[tuple[VisitContent, SignOff]]
) -> None:
    flow.heading(edition.say(_T["on_site"]), style.SUBHEADING)
    heads = [("part", 70), ("who", 150), ("state", 92), ("opinion", 130)]
    if not edition.single:
        heads.insert(0, ("site", 56))
    columns = [Column(edition.say(_T[key]), share) for key, share in heads]
    draw_table(flow, columns, [_row(edition, visit, row) for visit, row in rows])


def _row(edition: Edition, visit: VisitContent, row: SignOff) -> Row:
    refused = row.state is Acknowledgement.REFUSED
    look = Style(8.5, 12, bold=refused, colour=style.RED if refused else style.INK)
    state = [Run(edition.say(ACKNOWLEDGEMENTS[row.state]), look)]
    if row.at:
        state.append(Run(clock(row.at), style.SMALL))
    place = " · ".join(part for part in (row.unit, row.role if row.name else "") if part)
    who = (Run(row.name or row.role or "–", style.TABLE_BOLD), Run(place, style.SMALL))
    cells = ((Run(row.part),), who, tuple(state), _opinion(edition, row))
    return Row(cells if edition.single else ((Run(visit.site.code),), *cells))


def _opinion(edition: Edition, row: SignOff) -> tuple[Run, ...]:
    """Return the opinion, and the witness of who was not there to be asked."""
    runs = [Run(row.opinion)]
    if row.state is not Acknowledgement.REFUSED:
        runs += [Run(row.reason, style.SMALL)] if row.reason else []
        witness = edition.say(_T["witness"], witness=row.witness)
        runs += [Run(witness, style.SMALL)] if row.witness else []
    return tuple(runs)


def _refusal(flow: Flow, edition: Edition, visit: VisitContent, row: SignOff) -> None:
    """Draw a refusal with its reason and witness in a frame of its own."""
    say = edition.say
    title = say(_T["refused"], part=row.part, unit=row.unit, role=row.role)
    if not edition.single:
        title = f"{visit.site.code}　{title}"
    texts = [
        (title, Style(9.5, 14, bold=True, colour=style.RED)),
        (say(_T["reason"], reason=row.reason or "–"), style.BODY),
        (say(_T["witness"], witness=row.witness or "–"), style.BODY),
    ]
    draw_frame(flow, texts, style.RED)


def _field(flow: Flow, edition: Edition, index: int, row: SignOff) -> None:
    """Draw one signatory: who, room for the signature, room for a seal."""
    flow.need(_FIELD + 8)
    y, left = flow.y, LEFT + 136
    flow.rule(y)
    flow.put(row.part, style.BODY_BOLD, y=y + 6)
    flow.put(ellipsis(row.name or "", 128, style.BODY), style.BODY, y=y + 21)
    for line, text in enumerate(part for part in (row.unit, row.role) if part):
        flow.put(ellipsis(text, 128, style.SMALL), style.SMALL, y=y + 37 + line * 11)
    # Whole points: readers and writers of signatures cut off what is behind the last one.
    box = Box(left, y + 5, float(int(RIGHT - _SEAL - 10 - left)), _FIELD - 10)
    flow.surface.rectangle(box, Pen(style.FRAME, dash=(2, 2)))
    flow.put(edition.say(_T["handwritten"]), style.CAPTION, box.x + 5, y=box.y + 2)
    flow.put_right(
        edition.say(_T["date"]) + "　　　　　",
        style.CAPTION,
        box.x + box.width - 4,
        y=box.y + box.height - 13,
    )
    # A little larger than the dashes, so that a signature hides them.
    around = Box(box.x - 1, box.y - 1, box.width + 2, box.height + 2)
    flow.surface.signature_field(field_name(index, row), around)
    flow.put(edition.say(_T["seal"]), style.CAPTION, RIGHT - _SEAL + 4, y=y + 7)
    flow.surface.mark(field_name(index, row), "", 0, y)
    flow.y += _FIELD
    flow.rule(flow.y)
