"""What a verification found: two sentences, who signed, what is wrong."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from fieldaudit.errors import Code
from fieldaudit.gui.labels import explain, minute, word
from fieldaudit.gui.theme import M, S
from fieldaudit.gui.widgets.head import Coloured, Secondary
from fieldaudit.package.verdict import Outcome, PackageVerdict, SignerFinding

_ROLES = {
    Outcome.GENUINE: ("✓", "passed"),
    Outcome.GENUINE_UNKNOWN_SIGNER: ("?", "major"),
    Outcome.EXPIRED: ("!", "major"),
}
_MOST = 6


class VerdictView(QWidget):
    """Shows a verdict with its mark and colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.first = Coloured()
        font = self.first.font()
        font.setBold(True)
        self.first.setFont(font)
        self.second = Coloured()
        self.facts = Secondary()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, M, 0, 0)
        box.setSpacing(S)
        for part in (self.first, self.second, self.facts):
            box.addWidget(part)
        self.hide()

    def show_verdict(
        self, verdict: PackageVerdict, sentences: tuple[str, str], printed: str = ""
    ) -> None:
        """Show a verdict, the two sentences that say it, and whether pages and data agree."""
        mark, role = mark_of(verdict.outcome)
        self.first.say(f"{mark} {sentences[0]}", role)
        self.second.say(sentences[1], "ink")
        facts = [printed] if printed else []
        facts += [self._signature(signer) for signer in verdict.signers]
        told = [explain(problem) for problem in verdict.details]
        # The second sentence names the first few places already.
        untold = [words for words in told if words.rstrip("。.") not in sentences[1]]
        facts += [f"✗ {words}" for words in untold[:_MOST]]
        more = len(untold) - _MOST
        if more > 0:
            facts.append(self.tr("… 另有 {count} 处").format(count=more))
        if verdict.number:
            said = self.tr("编号 {number} · 第 {version} 版 · {pages} 页")
            facts.append(
                said.format(number=verdict.number, version=verdict.version, pages=verdict.pages)
            )
        self.facts.setText("\n".join(facts))
        self.show()

    def _signature(self, signer: SignerFinding) -> str:
        if not signer.intact:
            said = self.tr("✗ 签名与内容不符")
        else:
            said = self.tr("✓ 密钥已登记") if signer.trusted else self.tr("? 密钥未登记")
        parts = (
            " ".join(part for part in (signer.name, signer.unit, word(signer.role)) if part),
            minute(signer.signed_at),
            said,
            self.tr("密钥 {key}").format(key=signer.fingerprint[:16]),
        )
        return self.tr("签名：{facts}").format(facts=" · ".join(part for part in parts if part))


def mark_of(outcome: Outcome) -> tuple[str, str]:
    """Return the mark of an outcome and the role of its colour."""
    return _ROLES.get(outcome, ("✗", "critical"))


def changed_page(verdict: PackageVerdict) -> int:
    """Return the first page that was changed or contradicts the data; 1 when none was."""
    codes = (Code.PAGE_CHANGED, Code.PHOTO_CHANGED, Code.PRINTED_DIFFERS, Code.PRINTED_PAGE)
    pages = (problem.where for problem in verdict.details if problem.code in codes)
    return next((int(page) for page in pages if page.isdigit()), 1)
