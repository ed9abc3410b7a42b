"""The list of attached papers: what each is, how large, and the hash of its bytes.

The bytes ride in the survey file inside the package; nothing of a paper is painted.
"""

from fieldaudit.package import style
from fieldaudit.package.content import VisitContent
from fieldaudit.package.edition import Edition, visit_key
from fieldaudit.package.evidence import PaperContent
from fieldaudit.package.flow import Flow
from fieldaudit.package.table import Column, Row, Run, draw_table
from fieldaudit.package.words import size
from fieldaudit.texts import QT_TRANSLATE_NOOP

_T = {
    "title": QT_TRANSLATE_NOOP("Pdf", "附件清单（{count} 份）"),
    "number": QT_TRANSLATE_NOOP("Pdf", "附件"),
    "item": QT_TRANSLATE_NOOP("Pdf", "检查项"),
    "file": QT_TRANSLATE_NOOP("Pdf", "文件"),
    "bytes": QT_TRANSLATE_NOOP("Pdf", "字节"),
    "whole": QT_TRANSLATE_NOOP("Pdf", "整次检查"),
    "missing": QT_TRANSLATE_NOOP("Pdf", "原文缺失或损坏"),
}
_SHARES = [("number", 34, "left"), ("item", 90, "left"), ("file", 160, "left")]


def draw_papers(flow: Flow, edition: Edition, visit: VisitContent) -> None:
    """Draw the list of a visit's papers; nothing when it has none."""
    if not visit.papers:
        return
    title = edition.say(_T["title"], count=len(visit.papers))
    flow.heading(title, keep=80, key=visit_key(visit, "-papers"))
    columns = [Column(edition.say(_T[key]), share, align) for key, share, align in _SHARES]
    columns += [Column(edition.say(_T["bytes"]), 62, "right"), Column("SHA-256", 176)]
    draw_table(flow, columns, [paper_row(edition, paper) for paper in visit.papers])


def paper_row(edition: Edition, paper: PaperContent) -> Row:
    """Return the row of an attached paper."""
    name = [Run(paper.name, style.TABLE_BOLD)]
    note = " · ".join(part for part in (paper.caption, paper.media_type) if part)
    name += [Run(note, style.SMALL)] if note else []
    asked = [Run(paper.item or edition.say(_T["whole"]))]
    asked += [Run(paper.label, style.SMALL)] if paper.label else []
    hashes = [Run(part) for part in (paper.sha256[:32], paper.sha256[32:])]
    if not paper.present:
        hashes.append(Run(edition.say(_T["missing"]), style.TABLE_BOLD))
    cells = ((Run(str(paper.number)),), tuple(asked), tuple(name), (Run(size(paper.size)),))
    return Row((*cells, tuple(hashes)))
