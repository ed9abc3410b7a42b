"""Answers to the system's file dialogs, given without showing them."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog


def choose(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    """Let every file dialog return these paths; none at all is a person who presses Cancel."""
    names = [str(path) for path in paths]
    first = names[0] if names else ""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (first, ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (first, ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: (names, ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: first)
