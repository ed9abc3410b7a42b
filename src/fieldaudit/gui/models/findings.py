"""What is wrong with a visit, most important first, as the side panel lists it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from fieldaudit.form.definition import Severity
from fieldaudit.gui.labels import MARKS, bare, typeset, word
from fieldaudit.gui.models.questions import QuestionsModel
from fieldaudit.gui.models.sections import Tally
from fieldaudit.visit.draft import Shown

_ROLES = {
    Severity.CRITICAL: "critical",
    Severity.MAJOR: "major",
    Severity.MINOR: "minor",
    Severity.INFORMATION: "secondary",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the side panel: a heading, or a question to jump to."""

    id: str
    """Live path of the question; empty for a heading."""

    text: str
    """What it says."""

    role: str
    """Colour role."""

    @property
    def heading(self) -> bool:
        """Tell whether it heads the lines below it."""
        return not self.id


@dataclass(frozen=True, slots=True)
class _Block:
    head: str
    role: str
    found: Sequence[Shown]
    valued: bool = False


def findings(model: QuestionsModel, whole: Tally) -> list[Finding]:
    """Return the lines of the side panel."""
    failed = [
        _Block(f"{MARKS[each]} {word(each)} {{count}}", _ROLES[each], whole.failures(each), True)
        for each in _ROLES
    ]
    blocks = [
        _Block(
            QCoreApplication.translate("Findings", "✗ 填写有误 {count}"),
            "critical",
            whole.wrong,
            True,
        ),
        *failed,
        _Block(
            QCoreApplication.translate("Findings", "▣ 缺照片 {count}"), "secondary", whole.photos
        ),
        _Block(
            QCoreApplication.translate("Findings", "○ 未填 {count}"), "unchecked", whole.missing
        ),
    ]
    return [line for block in blocks for line in _lines(model, block)]


def _lines(model: QuestionsModel, block: _Block) -> list[Finding]:
    unique = {one.path: one for one in block.found}
    if not unique:
        return []
    lines = [Finding("", block.head.format(count=len(unique)), block.role)]
    for path, one in unique.items():
        label = bare(one.label, model.language)
        value = f"{typeset(model.value_words(one))} {one.unit}" if block.valued else ""
        lines.append(Finding(path, f"{label}  {value}".strip(), block.role))
    return lines
