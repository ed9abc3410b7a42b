"""Words, marks and numbers as the window shows them: states, severities, times, sizes, errors."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from fieldaudit.errors import FieldauditError, Problem
from fieldaudit.form.definition import Severity, Texts
from fieldaudit.form.rich import plain
from fieldaudit.texts import QT_TRANSLATE_NOOP, Language
from fieldaudit.visit.records import SealState, Status

_WORDS: Mapping[str, str] = {
    Status.DRAFT: QT_TRANSLATE_NOOP("Domain", "草稿"),
    Status.SIGNED: QT_TRANSLATE_NOOP("Domain", "已签名"),
    Status.ACCEPTED: QT_TRANSLATE_NOOP("Domain", "已接收"),
    Status.RETURNED: QT_TRANSLATE_NOOP("Domain", "已退回"),
    Status.REJECTED: QT_TRANSLATE_NOOP("Domain", "已拒收"),
    Severity.CRITICAL: QT_TRANSLATE_NOOP("Domain", "严重"),
    Severity.MAJOR: QT_TRANSLATE_NOOP("Domain", "主要"),
    Severity.MINOR: QT_TRANSLATE_NOOP("Domain", "一般"),
    Severity.INFORMATION: QT_TRANSLATE_NOOP("Domain", "信息"),
    SealState.SEALED: QT_TRANSLATE_NOOP("Domain", "已封签"),
    SealState.UNSEALED: QT_TRANSLATE_NOOP("Domain", "未封签"),
    SealState.BROKEN: QT_TRANSLATE_NOOP("Domain", "封签已破坏"),
    SealState.UNKNOWN_KEY: QT_TRANSLATE_NOOP("Domain", "未知密钥"),
    "not_applicable": QT_TRANSLATE_NOOP("Domain", "不适用"),
    "not_checked": QT_TRANSLATE_NOOP("Domain", "未检查"),
    "no_access": QT_TRANSLATE_NOOP("Domain", "无法进入"),
    "residential": QT_TRANSLATE_NOOP("Domain", "住宅小区"),
    "industrial_park": QT_TRANSLATE_NOOP("Domain", "产业园区"),
    "base_station": QT_TRANSLATE_NOOP("Domain", "基站"),
    "key_place": QT_TRANSLATE_NOOP("Domain", "重点场所"),
    "pole": QT_TRANSLATE_NOOP("Domain", "杆塔"),
    "duct": QT_TRANSLATE_NOOP("Domain", "管道"),
    "room": QT_TRANSLATE_NOOP("Domain", "机房"),
    "conforming": QT_TRANSLATE_NOOP("Domain", "合格"),
    "basically_conforming": QT_TRANSLATE_NOOP("Domain", "基本合格"),
    "rectify": QT_TRANSLATE_NOOP("Domain", "整改"),
    "failed": QT_TRANSLATE_NOOP("Domain", "不合格"),
    "inspector": QT_TRANSLATE_NOOP("Domain", "巡查员"),
    "reviewer": QT_TRANSLATE_NOOP("Domain", "复核员"),
    "office": QT_TRANSLATE_NOOP("Domain", "工作专班"),
    "evaluator": QT_TRANSLATE_NOOP("Domain", "评估机构"),
    "survey": QT_TRANSLATE_NOOP("Domain", "调查"),
    "site": QT_TRANSLATE_NOOP("Domain", "站点"),
    "visit": QT_TRANSLATE_NOOP("Domain", "检查"),
    "photo": QT_TRANSLATE_NOOP("Domain", "照片"),
    "log": QT_TRANSLATE_NOOP("Domain", "测试日志"),
    "relation": QT_TRANSLATE_NOOP("Domain", "共享关系"),
    "person": QT_TRANSLATE_NOOP("Domain", "人员"),
}

MARKS: Mapping[str, str] = {
    Severity.CRITICAL: "▲",
    Severity.MAJOR: "●",
    Severity.MINOR: "○",
    Severity.INFORMATION: "·",
    "passed": "✓",
    "failed": "✗",
    "unchecked": "–",
    "conflict": "⇄",
}
"""Shapes that stand beside each coloured word."""

EXCUSES = ("not_applicable", "not_checked", "no_access")
"""States of an answer that need a reason, in order of display."""


def word(name: str) -> str:
    """Return the word for a state, kind or role; an unknown one stands for itself."""
    source = _WORDS.get(name)
    return QCoreApplication.translate("Domain", source) if source else str(name)


def severity_role(severity: Severity) -> str:
    """Return the colour role of a severity."""
    return severity.value if severity is not Severity.INFORMATION else "secondary"


def status_role(status: Status) -> str:
    """Return the colour role of a visit's status."""
    return {
        Status.ACCEPTED: "passed",
        Status.RETURNED: "major",
        Status.REJECTED: "critical",
        Status.SIGNED: "accent",
    }.get(status, "secondary")


def conclusion_role(conclusion: str) -> str:
    """Return the colour role of the verdict on a visit."""
    return {
        "conforming": "passed",
        "basically_conforming": "minor",
        "rectify": "major",
        "failed": "critical",
    }.get(conclusion, "unchecked")


def explain(trouble: FieldauditError | Problem) -> str:
    """Say an error or a problem in one sentence of the window's language."""
    template = QCoreApplication.translate("Code", trouble.code.value)
    where = getattr(trouble, "where", "")
    return template.format_map(_Ellipses({"where": where, **trouble.params}))


def spoken(texts: Texts, language: str) -> str:
    """Return one language of a form's text, else the first that it has."""
    return texts.get(language) or next(iter(texts.values()), "")


def bare(texts: Texts, language: str) -> str:
    """Return one language of a form's text without its marks for bold and the like."""
    return plain(spoken(texts, language))


def spoken_language() -> Language:
    """Return the language of the window."""
    application = QCoreApplication.instance()
    chosen = application.property("language") if application is not None else "zh"
    return "en" if chosen == "en" else "zh"


def typeset(text: str) -> str:
    """Return a number with a true minus; other text as it is."""
    return "\u2212" + text[1:] if text[:1] == "-" and text[1:2].isdigit() else text


def day(iso: str) -> str:
    """Return the day of an ISO time as people say it: today, else month and day, else the date."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    today = datetime.now(moment.tzinfo).date()
    if moment.date() == today:
        return QCoreApplication.translate("Labels", "今天")
    shape = "%m-%d" if moment.year == today.year else "%Y-%m-%d"
    return moment.strftime(shape)


def minute(iso: str) -> str:
    """Return date, hour and minute of an ISO time."""
    try:
        return datetime.fromisoformat(iso).strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return iso


def size(count: int) -> str:
    """Return a number of bytes as people say it."""
    return QLocale().formattedDataSize(count, 1)


class _Ellipses(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"
