"""How a balance is shown, and which exit code it means."""

from collections.abc import Sequence
from dataclasses import asdict

from fieldaudit.cli.voice import FINDINGS, Voice
from fieldaudit.errors import Problem
from fieldaudit.texts import QT_TRANSLATE_NOOP
from fieldaudit.visit.records import Balance

BALANCE = {
    "taken": QT_TRANSLATE_NOOP("Cli", "收到"),
    "new": QT_TRANSLATE_NOOP("Cli", "新增"),
    "known": QT_TRANSLATE_NOOP("Cli", "已有"),
    "refused": QT_TRANSLATE_NOOP("Cli", "拒绝"),
    "conflicts": QT_TRANSLATE_NOOP("Cli", "未决冲突"),
    "photos_expected": QT_TRANSLATE_NOOP("Cli", "应有附件"),
    "photos_present": QT_TRANSLATE_NOOP("Cli", "完好附件"),
    "photos_damaged": QT_TRANSLATE_NOOP("Cli", "缺失或损坏附件"),
    "lost": QT_TRANSLATE_NOOP("Cli", "遗失"),
}
_REFUSED = QT_TRANSLATE_NOOP("Cli", "{name}：{reason}")


def show_balance(voice: Voice, balance: Balance, *, problems: Sequence[Problem] = ()) -> int:
    """Show a balance, the reasons of refusals and what is doubtful; return the exit code."""
    if voice.machine:
        extra = {"problems": problems} if problems else {}
        voice.emit({**asdict(balance), "closes": balance.closes, **extra})
    else:
        voice.show(balance, BALANCE)
        for source in balance.sources:
            for reason in source.reasons:
                voice.tell(_REFUSED, name=source.name, reason=reason)
        voice.remarks(problems)
    found = balance.refused or balance.conflicts or balance.photos_damaged or balance.lost
    return FINDINGS if found else 0
