"""Conflicts in words: what is disagreed about, where, and each value as people read it."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fieldaudit.errors import BadInput
from fieldaudit.gui.labels import typeset, word
from fieldaudit.merge.rules import Rule
from fieldaudit.visit.place import read_geopoint
from fieldaudit.visit.records import Conflict, Status
from fieldaudit.visit.sorts import SORT_NAMES, ConflictSort

if TYPE_CHECKING:
    from fieldaudit.actions.decided import Settled

_HASH = 64
_MOST = 8
"""Edits that are told beside a deletion."""

_RULED = re.compile(r"\[([a-z-]+)\] (.*)", re.DOTALL)


def line(conflict: Conflict) -> str:
    """Return a conflict in one line, for readers and for keys."""
    return f"{conflict.title} {sort_word(conflict.sort)} {path_words(conflict.path)}"


def sort_word(sort: ConflictSort) -> str:
    """Return what a conflict is about."""
    return QCoreApplication.translate("Domain", SORT_NAMES[sort])


def rule_word(rule: str) -> str:
    """Return what a rule does."""
    return {
        Rule.NEWEST: QCoreApplication.translate("ConflictView", "采用最后写的值"),
        Rule.MORE_PHOTOS: QCoreApplication.translate("ConflictView", "采用照片更多的一组"),
        Rule.PREFER: QCoreApplication.translate("ConflictView", "采信某个人的值"),
        Rule.KEEP_EDITED: QCoreApplication.translate("ConflictView", "删除与修改相争时保留"),
        Rule.KEEP_DELETED: QCoreApplication.translate("ConflictView", "删除与修改相争时删除"),
    }[Rule(rule)]


def reason_words(reason: str) -> str:
    """Return a reason with the rule that stands before it in words."""
    found = _RULED.fullmatch(reason)
    if found is None or found[1] not in [*Rule]:
        return reason
    said = QCoreApplication.translate("ConflictView", "按规则（{rule}）：{reason}")
    return said.format(rule=rule_word(found[1]), reason=found[2])


def shown(value: str | None, conflict: "Conflict | Settled | None" = None) -> str:
    """Return a value as people read it; a removed one has a word."""
    if conflict is not None and conflict.sort is ConflictSort.DELETION:
        return _deletion(value)
    if value is None:
        return QCoreApplication.translate("ConflictView", "（删除）")
    if conflict is not None and conflict.sort is ConflictSort.GEOMETRY:
        return _place(value)
    if conflict is not None and conflict.path == "$status" and value in [*Status]:
        return word(value)
    if len(value) == _HASH and set(value) <= set("0123456789abcdef"):
        return f"{value[:8]}…"
    return typeset(value) or QCoreApplication.translate("ConflictView", "（空）")


def edit_lines(conflict: Conflict) -> list[str]:
    """Return what was changed in a record that somebody deleted: path, before and after."""
    said = QCoreApplication.translate("ConflictView", "{path}：{before} → {after}")
    empty = QCoreApplication.translate("ConflictView", "（未填）")
    lines = [
        said.format(
            path=path_words(each.path),
            before=empty if each.before is None else shown(each.before),
            after=shown(each.after),
        )
        for each in conflict.edits[:_MOST]
    ]
    more = len(conflict.edits) - len(lines)
    if more:
        told = QCoreApplication.translate("ConflictView", "另有 {count} 处修改")
        lines.append(told.format(count=more))
    return lines


def path_words(path: str) -> str:
    """Return the last steps of a path, enough to know the question by."""
    special = {
        "$deleted": QCoreApplication.translate("ConflictView", "删除还是保留"),
        "$status": QCoreApplication.translate("ConflictView", "检查的状态"),
        "$form": QCoreApplication.translate("ConflictView", "检查表版本"),
        "$position": QCoreApplication.translate("ConflictView", "坐标"),
        "position": QCoreApplication.translate("ConflictView", "坐标"),
        "name": QCoreApplication.translate("ConflictView", "名称"),
        "address": QCoreApplication.translate("ConflictView", "地址"),
        "street": QCoreApplication.translate("ConflictView", "街道"),
        "code": QCoreApplication.translate("ConflictView", "编码"),
        "caption": QCoreApplication.translate("ConflictView", "照片说明"),
        "question": QCoreApplication.translate("ConflictView", "照片所属题目"),
        "blob": QCoreApplication.translate("ConflictView", "照片原文"),
    }
    last = path.removeprefix("$").rpartition("/")[2]
    if last == "$order":
        return QCoreApplication.translate("ConflictView", "重复组的顺序")
    return special.get(path) or last


def _deletion(value: str | None) -> str:
    if value == "true":
        return QCoreApplication.translate("ConflictView", "删除")
    return QCoreApplication.translate("ConflictView", "保留并采用修改")


def _place(value: str) -> str:
    """Return a point with its accuracy, or how many points a line or an area has."""
    points = [each for each in value.split(";") if each.strip()]
    if len(points) > 1:
        said = QCoreApplication.translate("ConflictView", "{count} 个点")
        return said.format(count=len(points))
    try:
        place = read_geopoint(value)
    except BadInput:
        return typeset(value)
    said = f"{place.latitude:.6f}, {place.longitude:.6f}"
    return f"{said}  ±{place.accuracy:g} m" if place.accuracy else said
