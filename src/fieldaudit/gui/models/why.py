"""Why a question is hidden, required, invalid or failed, as lines to read."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from fieldaudit.form.definition import Question
from fieldaudit.gui.labels import spoken, typeset
from fieldaudit.visit.explaining import WHYS, Explained, Read, Reason, Why

_FIRST = (Why.HIDDEN, Why.INVALID, Why.FAILED, Why.REQUIRED)
"""What is the matter comes before what is merely so."""

_ALWAYS = ("", "true()")


def why_lines(found: Explained, question: Question, language: str) -> list[str]:
    """Return what makes a question as it is: rules, the answers they read, limits, the clause.

    Args:
        found: what the live form knows.
        question: its definition.
        language: the form's own name of a language.
    """
    order = sorted(found.reasons, key=lambda reason: _FIRST.index(reason.why))
    lines = [line for reason in order for line in _reason(found, reason, language)]
    if not found.reasons:
        lines = [QCoreApplication.translate("Why", "没有规则限制这一项：照常显示，不必填。")]
    lines += [_threshold(name, value) for name, value in found.parameters.items()]
    audit = question.audit
    if audit.clause:
        words = QCoreApplication.translate("Why", "依据：{text}")
        lines.append(words.format(text=audit.said("clause", language)))
    if audit.instrument:
        words = QCoreApplication.translate("Why", "仪器：{text}")
        lines.append(words.format(text=audit.said("instrument", language)))
    return lines


def because(found: Explained, language: str) -> str:
    """Return in one line the answers that hide a question, or the rule where it reads none."""
    hiding = next((reason for reason in found.reasons if reason.why is Why.HIDDEN), None)
    if hiding is None:
        return ""
    return "，".join(_read(read, language) for read in hiding.reads) or hiding.rule


def _reason(found: Explained, reason: Reason, language: str) -> Iterator[str]:
    why = QCoreApplication.translate("Domain", WHYS[reason.why])
    limit = typeset(found.limits.get(language, found.limit)) if reason.why is Why.FAILED else ""
    detail = limit or reason.rule
    if detail in _ALWAYS:
        yield QCoreApplication.translate("Why", "{why}：总是如此").format(why=why)
    elif reason.at != found.path:
        words = QCoreApplication.translate("Why", "{why}，由上一级的条件决定：{detail}")
        yield words.format(why=why, detail=detail)
    else:
        words = QCoreApplication.translate("Why", "{why}，因为要求：{detail}")
        yield words.format(why=why, detail=detail)
    for read in reason.reads:
        yield "    " + _read(read, language)


def _read(read: Read, language: str) -> str:
    label = spoken(read.label, language)
    if not read.value:
        return QCoreApplication.translate("Why", "{label}：未填写").format(label=label)
    return f"{label} = {typeset(spoken(read.words, language))}"


def _threshold(name: str, value: str) -> str:
    if not value:
        return QCoreApplication.translate("Why", "阈值 {name} 没有设定").format(name=name)
    words = QCoreApplication.translate("Why", "阈值 {name} = {value}")
    return words.format(name=name, value=typeset(value))
