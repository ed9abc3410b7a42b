"""Words, marks and numbers as the window shows them: states, severities, times, sizes, errors."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from fieldaudit.actions.wording import (
    SEAL_TEXTS,
    SEVERITY_TEXTS,
    STATUS_TEXTS,
)
from fieldaudit.errors import FieldauditError, Problem
from fieldaudit.form.definition import Severity, Texts
from fieldaudit.form.rich import plain
from fieldaudit.package.words import RECORDS, ROLES
from fieldaudit.texts import QT_TRANSLATE_NOOP, Language, Term
from fieldaudit.visit.records import Status
from fieldaudit.visit.register import KINDS

_WORDS: Mapping[str, str] = {
    **{str(code): text for code, text in STATUS_TEXTS.items()},
    **{str(code): text for code, text in SEVERITY_TEXTS.items()},
    **{str(code): text for code, text in SEAL_TEXTS.items()},
    **KINDS,
    **ROLES,
    **RECORDS,
    "not_applicable": QT_TRANSLATE_NOOP("Domain", "不适用"),
    "not_checked": QT_TRANSLATE_NOOP("Domain", "未检查"),
    "no_access": QT_TRANSLATE_NOOP("Domain", "无法进入"),
    "room": QT_TRANSLATE_NOOP("Domain", "机房"),
    "conforming": QT_TRANSLATE_NOOP("Domain", "合格"),
    "basically_conforming": QT_TRANSLATE_NOOP("Domain", "基本合格"),
    "rectify": QT_TRANSLATE_NOOP("Domain", "整改"),
    "failed": QT_TRANSLATE_NOOP("Domain", "不合格"),
    "recognised": QT_TRANSLATE_NOOP("Domain", "以前已合并，未再读取"),
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
    params = {name: _said(value) for name, value in trouble.params.items()}
    return template.format_map(_Ellipses({"where": where, **params}))


def joined(parts: Iterable[object]) -> str:
    """Return a list in words, with the comma of the window's language."""
    return ("、" if spoken_language() == "zh" else ", ").join(map(str, parts))


def strung(parts: Iterable[object]) -> str:
    """Return clauses one after the other, with the semicolon of the window's language."""
    return ("；" if spoken_language() == "zh" else "; ").join(map(str, parts))


def _said(value: object) -> object:
    """Return a list with commas, a word translated, and a problem without its stop."""
    if isinstance(value, tuple):
        return joined(value)
    if isinstance(value, Term):
        return QCoreApplication.translate("Domain", value.text)
    return explain(value).rstrip("。.") if isinstance(value, Problem) else value


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
