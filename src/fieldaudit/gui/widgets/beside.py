"""The words beside an answer: what it comes to, with mark and colour, or that it is needed."""

from PySide6.QtCore import QCoreApplication

from fieldaudit.form.state import Violation
from fieldaudit.gui.labels import MARKS, severity_role, spoken, word
from fieldaudit.visit.draft import Shown
from fieldaudit.visit.judgement import AnswerState, Judgement


def beside(shown: Shown, language: str) -> tuple[str, str]:
    """Return the words beside an answer, and their colour role."""
    wrong = _wrong(shown, language)
    if wrong:
        return f"{MARKS['failed']} {wrong}", "critical"
    if shown.answered is not AnswerState.ANSWERED:
        return f"{MARKS['unchecked']} {word(shown.answered)}", "unchecked"
    if shown.judgement is Judgement.FAILED:
        severity = shown.question.audit.severity
        words = QCoreApplication.translate("Beside", "✗ 不符合 · {severity}")
        return words.format(severity=word(severity)), severity_role(severity)
    if shown.judgement is Judgement.CONFORMING:
        return QCoreApplication.translate("Beside", "✓ 符合"), "passed"
    needed = shown.required and not shown.value
    return QCoreApplication.translate("Beside", "必填") if needed else "", "secondary"


def _wrong(shown: Shown, language: str) -> str:
    if shown.fault:
        return QCoreApplication.translate("Beside", "检查表的规则无法计算")
    if shown.violation is Violation.TYPE:
        return QCoreApplication.translate("Beside", "格式不对")
    if shown.violation is Violation.CONSTRAINT:
        said = spoken(shown.message, language)
        return said or QCoreApplication.translate("Beside", "超出允许范围")
    return ""
