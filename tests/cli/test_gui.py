"""The word that opens the window hands over the survey and the language."""

from pathlib import Path

import pytest

from fieldaudit.cli.main import run


def test_the_window_gets_survey_and_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    opened: list[tuple[Path | None, str | None]] = []

    def window(survey: Path | None, language: str | None) -> int:
        opened.append((survey, language))
        return 7

    assert run(["gui", "a.gpkg", "--lang", "en"], window=window) == 7
    assert run(["gui"], window=window) == 7
    assert opened == [(Path("a.gpkg"), "en"), (None, "zh")]


def test_without_a_screen_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert run(["gui"], window=lambda *_: 0) == 3
    assert "--help" in capsys.readouterr().err
