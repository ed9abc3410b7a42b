"""Backups in words: when and why each was made."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from fieldaudit.actions.backups import Reason
from fieldaudit.gui.labels import day


def made_words(iso: str) -> str:
    """Return day and time of a backup; a copy that an upgrade left has none."""
    if not iso:
        return "–"
    return f"{day(iso)} {datetime.fromisoformat(iso):%H:%M}"


def reason_word(reason: Reason) -> str:
    """Return why a backup was made."""
    return {
        Reason.DAILY: QCoreApplication.translate("Backups", "每日"),
        Reason.MERGE: QCoreApplication.translate("Backups", "合并之前"),
        Reason.UPGRADE: QCoreApplication.translate("Backups", "升级之前"),
        Reason.MANUAL: QCoreApplication.translate("Backups", "手动"),
    }[reason]
