"""The program's door: arguments go to the command line, none opens the window."""

import sys
from pathlib import Path

from fieldaudit.cli.main import run


def main() -> None:
    """Run with the arguments of the process and leave with their exit code."""
    sys.exit(run(sys.argv[1:] or ["gui"], window=_window))


def _window(survey: Path | None, language: str | None) -> int:
    # Qt is loaded only by those who look at it.
    from fieldaudit.gui.main import run as show

    return show(survey, language)


if __name__ == "__main__":
    main()
