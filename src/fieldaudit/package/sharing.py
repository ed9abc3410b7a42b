"""Sharing relations: what is shared by whom, in which state, and what was refused and why."""

from fieldaudit.form.definition import Severity
from fieldaudit.package import style
from fieldaudit.package.content import VisitContent
from fieldaudit.package.edition import Edition, visit_key
from fieldaudit.package.evidence import RelationContent, Verdict
from fieldaudit.package.flow import Flow
from fieldaudit.package.sharing_diagram import draw_diagram
from fieldaudit.package.style import Style
from fieldaudit.package.table import Column, Row, Run, draw_table
from fieldaudit.texts import QT_TRANSLATE_NOOP

_T = {
    "title": QT_TRANSLATE_NOOP("Pdf", "共建共享"),
    "form": QT_TRANSLATE_NOOP("Pdf", "形式"),
    "asset": QT_TRANSLATE_NOOP("Pdf", "设施"),
    "owner": QT_TRANSLATE_NOOP("Pdf", "产权或开放方"),
    "users": QT_TRANSLATE_NOOP("Pdf", "使用方"),
    "state": QT_TRANSLATE_NOOP("Pdf", "状态"),
    "paper": QT_TRANSLATE_NOOP("Pdf", "协议与期限"),
    "seen": QT_TRANSLATE_NOOP("Pdf", "现场已核实"),
    "unseen": QT_TRANSLATE_NOOP("Pdf", "现场未核实"),
    "until": QT_TRANSLATE_NOOP("Pdf", "{first} 至 {last}"),
}
_SHARES = [("form", 92), ("asset", 96), ("owner", 80), ("users", 66), ("state", 92), ("paper", 76)]


def draw_sharing(flow: Flow, edition: Edition, visit: VisitContent) -> None:
    """Draw the sharing relations of a visit; nothing when it has none."""
    if not visit.relations:
        return
    flow.heading(edition.say(_T["title"]), keep=90, key=visit_key(visit, "-sharing"))
    draw_diagram(flow, edition, visit.relations)
    columns = [Column(edition.say(_T[key]), share) for key, share in _SHARES]
    draw_table(flow, columns, [relation_row(edition, relation) for relation in visit.relations])


def relation_row(edition: Edition, relation: RelationContent) -> Row:
    """Return the row of a sharing relation."""
    asset = [Run(relation.asset)]
    if relation.quantity:
        asset.append(Run(relation.quantity, style.SMALL))
    seen = edition.say(_T["seen" if relation.verified else "unseen"])
    return Row(
        (
            (Run(relation.form, style.TABLE_BOLD), Run(relation.form_name, style.SMALL)),
            tuple(asset),
            (Run(relation.owner),),
            (Run(edition.joined(relation.users) or "–"),),
            (*_state(relation), Run(seen, style.SMALL)),
            _paper(edition, relation),
        )
    )


def _state(relation: RelationContent) -> list[Run]:
    if not relation.refused:
        return [Run(relation.state)]
    look = Style(8.5, 12, bold=True, colour=style.ORANGE)
    runs = [Run(relation.state, look, (Verdict.FAILED, Severity.MAJOR))]
    return [*runs, Run(relation.reason, style.SMALL)] if relation.reason else runs


def _paper(edition: Edition, relation: RelationContent) -> tuple[Run, ...]:
    first, last = relation.valid
    runs = [Run(relation.agreement or "–")]
    if first:
        runs.append(Run(edition.say(_T["until"], first=first, last=last), style.SMALL))
    return tuple(runs)
