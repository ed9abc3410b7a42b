"""The program's door: arguments go to the command line, none opens the window."""

import gc
import os
import sys
from pathlib import Path

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main() -> None:
    """Run with the arguments of the process and leave with their exit code."""
    arguments = sys.argv[1:]
    sys.exit(_window() if not arguments and _seen() else _command(arguments or ["gui"]))


def _command(arguments: list[str]) -> int:
    # The window does without click and the words of the commands.
    from fieldaudit.cli.main import run

    return run(arguments, window=_window if _seen() else None)


def _window(survey: Path | None = None, language: str | None = None) -> int:
    # Nothing that is loaded for the first picture is garbage; the watchman looks for it again.
    gc.disable()
    # Qt is loaded only by those who look at it.
    from fieldaudit.gui.main import run

    return run(survey, language)


def _seen() -> bool:
    """Tell whether there is a screen; without one Qt would abort without a word that helps."""
    return sys.platform != "linux" or any(map(os.environ.get, _SCREENS))


if __name__ == "__main__":
    main()
