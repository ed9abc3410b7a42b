"""The word that opens the window hands over the survey and the language."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fieldaudit.cli.main import run

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def test_the_window_gets_survey_and_language() -> None:
    opened: list[tuple[Path | None, str | None]] = []

    def window(survey: Path | None, language: str | None) -> int:
        opened.append((survey, language))
        return 7

    assert run(["gui", "a.gpkg", "--lang", "en"], window=window) == 7
    assert run(["gui"], window=window) == 7
    assert opened == [(Path("a.gpkg"), "en"), (None, "zh")]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
@pytest.mark.parametrize("arguments", [[], ["gui"]])
def test_without_a_screen_it_says_so(arguments: list[str]) -> None:
    kept = {name: value for name, value in os.environ.items() if name not in SCREENS}
    done = subprocess.run(
        [sys.executable, "-m", "fieldaudit", *arguments],
        env=kept,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 3
    assert "--help" in done.stderr


def test_the_window_opens_without_the_words_of_the_commands() -> None:
    script = "import sys, fieldaudit.__main__, fieldaudit.gui.main; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, encoding="utf-8"
    )
    loaded = set(done.stdout.split())
    late = {"click", "concurrent.futures", "fieldaudit.errors", "xml.etree.ElementTree"}
    assert not loaded & late
