"""The word that opens the window."""

from pathlib import Path

import click

from fieldaudit.cli.voice import Voice
from fieldaudit.cli.words import FILE, command
from fieldaudit.errors import Code, Surroundings
from fieldaudit.texts import QT_TRANSLATE_NOOP

_HELP = QT_TRANSLATE_NOOP("Cli", "打开窗口，可直接打开一个调查文件")


@command("gui", _HELP)
@click.argument("survey", type=FILE, required=False)
def word(voice: Voice, survey: Path | None) -> int:
    """Open the window and stay until it is closed."""
    if voice.window is None:
        raise Surroundings(Code.SCREEN_MISSING)
    return voice.window(survey, voice.catalog.language)
