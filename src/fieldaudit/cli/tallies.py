"""How a balance is shown, and which exit code it means."""

from collections.abc import Sequence
from dataclasses import fields

from fieldaudit.cli.voice import BAD_INPUT, FINDINGS, Voice
from fieldaudit.errors import Code, Problem
from fieldaudit.texts import QT_TRANSLATE_NOOP
from fieldaudit.visit.records import Balance

BALANCE = {
    "taken": QT_TRANSLATE_NOOP("Cli", "收到"),
    "new": QT_TRANSLATE_NOOP("Cli", "新增"),
    "known": QT_TRANSLATE_NOOP("Cli", "已有"),
    "refused": QT_TRANSLATE_NOOP("Cli", "拒绝"),
    "unread": QT_TRANSLATE_NOOP("Cli", "没有读取的来源"),
    "conflicts": QT_TRANSLATE_NOOP("Cli", "未决冲突"),
    "photos_expected": QT_TRANSLATE_NOOP("Cli", "应有附件"),
    "photos_present": QT_TRANSLATE_NOOP("Cli", "完好附件"),
    "photos_damaged": QT_TRANSLATE_NOOP("Cli", "缺失或损坏附件"),
    "lost": QT_TRANSLATE_NOOP("Cli", "遗失"),
}
_RECOGNISED = QT_TRANSLATE_NOOP(
    "Cli", "{count} 个文件以前已完整合并，凭清单认出，没有重新读取（--full 会重新读取）。"
)
_REFUSED = QT_TRANSLATE_NOOP("Cli", "{name}：{reason}")


_UNREAD = QT_TRANSLATE_NOOP("Cli", "没有读取的来源（{count} / {all}）：")


def show_balance(voice: Voice, balance: Balance, *, problems: Sequence[Problem] = ()) -> int:
    """Show a balance, the reasons of refusals and what is doubtful; return the exit code."""
    nothing = _nothing(balance)
    if voice.machine:
        extra: dict[str, object] = {"problems": problems} if problems else {}
        if nothing:
            extra |= {"error": nothing.code.name, "message": voice.catalog.explain(nothing)}
        whole = {each.name: getattr(balance, each.name) for each in fields(balance)}
        voice.emit({**whole, "closes": balance.closes, **extra})
    else:
        voice.show(balance, BALANCE)
        _tell_unread(voice, balance)
        if known := sum(source.recognised for source in balance.sources):
            voice.tell(_RECOGNISED, count=known)
        for source in balance.sources:
            for reason in source.reasons:
                said = voice.catalog.explain(reason)
                voice.tell(_REFUSED, name=source.name, reason=said)
        voice.remarks(problems)
        voice.remarks([nothing] if nothing else [])
    if nothing:
        return BAD_INPUT
    found = balance.refused or balance.conflicts or balance.photos_damaged or balance.lost
    return FINDINGS if found or balance.unread else 0


def _nothing(balance: Balance) -> Problem | None:
    """Say that nothing at all could be read, where that is so."""
    if not balance.unread or balance.unread < len(balance.sources):
        return None
    return Problem(Code.MERGE_NOTHING, "", {"count": balance.unread})


def _tell_unread(voice: Voice, balance: Balance) -> None:
    """List first what somebody has to send again."""
    if balance.unread:
        voice.tell(_UNREAD, count=balance.unread, all=len(balance.sources))
        voice.remarks([each.problem for each in balance.sources if each.problem])
